//! What may happen to a rating, and what not.

use hotseat::rating::{Heard, Note, Outcome, RatedQuestion, RatingError, Tick};
use hotseat::scoring::Scorecard;

use super::asked;

fn question() -> RatedQuestion {
    asked("C1", "I1").questions.remove(0)
}

fn locked(band: u8) -> RatedQuestion {
    let mut question = question();
    question.rate(band, "heard it", None).unwrap();
    question.lock().unwrap();
    question
}

/// The engine's judgement of an answer, from the examples.
fn opinion() -> Scorecard {
    let sheet = std::fs::read_to_string("examples/panel/C1-I1.json").unwrap();
    let sheet = hotseat::rating::RatingSheet::read(&sheet).unwrap();
    sheet.questions.into_iter().find_map(|question| question.second_opinion).unwrap()
}

#[test]
fn a_rating_needs_a_tick_a_note_or_words() {
    assert_eq!(question().rate(3, " \n", None), Err(RatingError::NoEvidence));
    let empty_note = Note { at_ms: None, text: "  ".into() };
    let mut noted = question();
    noted.notes.push(empty_note);
    assert_eq!(noted.rate(3, "", None), Err(RatingError::NoEvidence), "an empty note says nothing");
    noted.notes[0].text = "drew it".into();
    assert_eq!(noted.rate(3, "", None), Ok(()));
    let mut ticked = question();
    ticked.ticks.push(Tick { criterion: "pod-unit".into(), heard: Heard::Contradicted, at_ms: Some(5) });
    assert_eq!(ticked.rate(1, "", Some(9)), Ok(()), "the opposite was heard, and that is evidence");
    assert_eq!(question().rate(3, "said it", None), Ok(()));
}

#[test]
fn a_full_stop_or_a_bare_because_says_nothing() {
    for nothing in [".", "because", "because …", "Because x", "- "] {
        assert_eq!(question().rate(3, nothing, None), Err(RatingError::NoEvidence), "{nothing}");
        assert_eq!(question().leave_unassessed(nothing), Err(RatingError::NoReason), "{nothing}");
        assert_eq!(locked(2).revise(3, nothing, None), Err(RatingError::NoReason), "{nothing}");
        let noted = Note { at_ms: None, text: nothing.into() };
        let mut noted = RatedQuestion { notes: vec![noted], ..question() };
        assert_eq!(noted.rate(3, "", None), Err(RatingError::NoEvidence), "{nothing}");
    }
    for said in ["ok", "because p95", "42", "漢字"] {
        assert_eq!(question().rate(3, said, None), Ok(()), "{said}");
    }
}

#[test]
fn only_what_was_asked_is_rated_and_only_by_the_four_bands() {
    for band in [0, 5, 255] {
        assert_eq!(question().rate(band, "x", None), Err(RatingError::Band(band)));
    }
    for outcome in [Outcome::NotReached, Outcome::Skipped { because: "no time".into() }] {
        let mut question = RatedQuestion { outcome, ..question() };
        assert_eq!(question.rate(3, "x", None), Err(RatingError::NotAsked));
        assert!(question.unassessed().is_some());
    }
}

#[test]
fn not_assessed_is_no_rating_and_excludes_one() {
    let mut one = question();
    assert_eq!(one.leave_unassessed(" "), Err(RatingError::NoReason));
    one.rate(1, "thin", None).unwrap();
    one.leave_unassessed("the line was bad").unwrap();
    assert_eq!((one.initial(), one.unassessed().as_deref()), (None, Some("the line was bad")));
    one.rate(2, "thin", None).unwrap();
    assert_eq!((one.initial(), one.unassessed(), one.not_assessed), (Some(2), None, None));
}

#[test]
fn a_locked_rating_stands_and_a_change_stands_beside_it() {
    let mut open = question();
    assert_eq!(open.lock(), Err(RatingError::NotLocked));
    open.rate(2, "thin", None).unwrap();
    assert_eq!(open.revise(3, "why", None), Err(RatingError::StillOpen), "it can simply be given again");
    open.rate(3, "fine", None).unwrap();

    let mut one = locked(2);
    assert_eq!(one.rate(4, "x", None), Err(RatingError::Locked));
    assert_eq!(one.leave_unassessed("x"), Err(RatingError::Locked));
    assert_eq!(one.revise(4, "", None), Err(RatingError::NoReason));
    assert_eq!(one.revise(7, "why", None), Err(RatingError::Band(7)));
    one.revise(4, "my colleague heard more", None).unwrap();
    assert_eq!((one.initial(), one.latest()), (Some(2), Some(4)));
    assert_eq!(one.revise(4, "once more", None), Err(RatingError::Unchanged(4)));
    one.revise(3, "and yet not all", None).unwrap();
    assert_eq!((one.initial(), one.latest()), (Some(2), Some(3)));
    assert_eq!(one.earlier_revisions.iter().map(|earlier| earlier.band).collect::<Vec<_>>(), [4]);
    one.revise(2, "the first was right", None).unwrap();
    assert_eq!(one.earlier_revisions.len(), 2, "back to the first rating is a change as well");
}

#[test]
fn a_change_to_the_first_rating_is_none() {
    let mut one = locked(2);
    assert_eq!(one.revise(2, "as I said", None), Err(RatingError::Unchanged(2)));
    assert_eq!(one.revised, None);
}

#[test]
fn the_engine_speaks_after_the_rating_is_locked() {
    let mut open = question();
    assert_eq!(open.hear_second_opinion(opinion()), Err(RatingError::NotLocked));
    open.rate(2, "thin", None).unwrap();
    assert_eq!(open.hear_second_opinion(opinion()), Err(RatingError::NotLocked));
    let mut once = locked(2);
    assert_eq!(once.hear_second_opinion(opinion()), Ok(()));
    assert_eq!(once.hear_second_opinion(opinion()), Err(RatingError::Heard), "nobody asks until it agrees");
    let mut left_out = question();
    left_out.leave_unassessed("no time").unwrap();
    assert_eq!(left_out.hear_second_opinion(opinion()), Err(RatingError::NotLocked));
}
