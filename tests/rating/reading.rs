//! Scorecards from files: what is sound comes back to the byte, what is not is refused with the place.

use hotseat::rating::{RatingSheet, SheetError};
use serde_json::{Value, json};

use super::rated;

fn sound() -> RatingSheet {
    rated("C1", "I1", [3, 2, 4, 0, 1, 2])
}

/// The refusal of a scorecard in which one thing was changed.
fn refusal(change: impl Fn(&mut Value)) -> String {
    let mut sheet = json!(sound());
    change(&mut sheet);
    RatingSheet::read(&sheet.to_string()).expect_err("it was read").to_string()
}

#[test]
fn a_scorecard_comes_back_as_it_was_written() {
    let sheet = sound();
    assert_eq!(RatingSheet::read(&sheet.to_json()), Ok(sheet.clone()));
    let edited = format!("\u{feff}{}", sheet.to_json().replace('\n', "\r\n"));
    assert_eq!(RatingSheet::read(&edited), Ok(sheet));
}

#[test]
fn keys_of_later_versions_are_passed_over() {
    let mut later = json!(sound());
    later["mood"] = json!("good");
    later["questions"][0]["stars"] = json!([1, 2]);
    assert_eq!(RatingSheet::read(&later.to_string()), Ok(sound()));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    type Change = fn(&mut Value);
    let cases: [(&str, Change); 19] = [
        ("`candidate` is no code", |sheet| sheet["candidate"] = json!("ada@example.org")),
        ("`interviewer` is no code", |sheet| sheet["interviewer"] = json!("Ada Example")),
        ("the competency `delivery` weighs nothing", |sheet| sheet["competencies"][0]["weight"] = json!(-1)),
        ("`plan` is no fingerprint", |sheet| sheet["plan"] = json!("../../evil")),
        ("no interviewer's scorecard", |sheet| sheet["kind"] = json!("plan")),
        ("no interviewer's scorecard", |sheet| sheet["kind"] = json!(["interviewer-scorecard"])),
        ("has format 2, this program reads format 1; use a newer hotseat", |sheet| sheet["format"] = json!(2)),
        ("`candidate` is no code", |sheet| sheet["candidate"] = json!(" ")),
        ("`interviewer` is no code", |sheet| sheet["interviewer"] = json!("I1\nI2")),
        ("holds no questions", |sheet| sheet["questions"] = json!([])),
        ("the question `kubernetes-objects` stands twice", |sheet| {
            sheet["questions"][1] = sheet["questions"][0].clone()
        }),
        ("question 1, `kubernetes-objects`: a rating is 1, 2, 3 or 4", |sheet| {
            sheet["questions"][0]["rating"]["band"] = json!(5);
        }),
        ("a rating needs evidence", |sheet| sheet["questions"][0]["rating"]["evidence"] = json!(" ")),
        ("both rated and not assessed", |sheet| sheet["questions"][0]["not_assessed"] = json!("no time")),
        ("not asked and yet rated", |sheet| sheet["questions"][0]["outcome"] = json!("not-reached")),
        ("a revision beside a rating that is not locked", |sheet| {
            sheet["questions"][0]["rating"]["locked"] = json!(false);
            sheet["questions"][0]["revised"] = json!({"band": 2, "because": "x"});
        }),
        ("a revised rating is 1, 2, 3 or 4", |sheet| {
            sheet["questions"][0]["revised"] = json!({"band": 0, "because": "x"});
        }),
        ("missing field `prompt`", |sheet| {
            sheet["questions"][0].as_object_mut().unwrap().remove("prompt");
        }),
        ("cannot be read as a scorecard", |sheet| sheet["level"] = json!("principal")),
    ];
    for (says, change) in cases {
        let refusal = refusal(change);
        assert!(refusal.contains(says), "{says}: {refusal}");
    }
}

#[test]
fn a_second_opinion_before_the_lock_is_refused() {
    let mut sheet: Value =
        serde_json::from_str(&std::fs::read_to_string("examples/panel/C1-I1.json").unwrap()).unwrap();
    sheet["questions"][0]["rating"]["locked"] = json!(false);
    let refusal = RatingSheet::read(&sheet.to_string()).unwrap_err().to_string();
    assert!(refusal.contains("a second opinion before the rating was locked"), "{refusal}");
}

#[test]
fn what_was_kept_before_the_rules_grew_stricter_is_read() {
    let mut sheet = json!(sound());
    sheet["candidate"] = json!("ada");
    sheet["questions"][0]["rating"]["evidence"] = json!(".");
    assert!(RatingSheet::read(&sheet.to_string()).is_ok());
}

#[test]
fn anything_else_is_refused_kindly() {
    for text in ["", "hello", "[1, 2]", "{", "{}", "null", "\u{0}"] {
        assert!(RatingSheet::read(text).is_err(), "{text}");
    }
    assert_eq!(RatingSheet::read("{\"format\": 1}"), Err(SheetError::Kind));
}
