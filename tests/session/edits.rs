//! Edits carry exactly what changed, for any two texts.

use hotseat::session::Edit;
use proptest::prelude::*;

proptest! {
    #[test]
    fn an_edit_leads_from_one_text_to_the_other(old in "\\PC{0,40}", new in "\\PC{0,40}") {
        let mut text = old.clone();
        if let Some(edit) = Edit::between(&old, &new) {
            edit.apply(&mut text);
        }
        prop_assert_eq!(text, new);
    }

    #[test]
    fn a_damaged_edit_loses_no_inserted_character(text in "\\PC{0,20}", start in 0usize..60, removed in any::<usize>()) {
        let mut changed = text;
        Edit { start, removed, inserted: "kept".into() }.apply(&mut changed);
        prop_assert!(changed.contains("kept"));
    }
}

#[test]
fn typing_one_letter_is_an_edit_of_one_letter() {
    let edit = Edit::between("roll bck", "roll back").unwrap();
    assert_eq!((edit.start, edit.removed, edit.inserted.as_str()), (6, 0, "a"));
}
