//! When things happened: bytes have the time of their key, stretches fill a segment without gaps, and what earned points has
//! a moment.

use hotseat::attempt::timeline::{
    Doing, Earned, Measure, Stretch, earned_at, first_point, story_time, stretches, typed_at,
};
use hotseat::content::{Level, Library, StarPart};
use hotseat::scoring::{Judge, Scorecard, Segment as Said};
use hotseat::session::{Answer, Edit, Outcome, Segment};
use proptest::prelude::*;

/// A segment shown at second 10, with 5 s to read and a box of 60 s.
fn shown() -> Segment {
    Segment { opened: 10_000, allowance: 5000, limit: 60_000, deadline: 900_000, ..Segment::default() }
}

/// As the session keeps it.
fn change(segment: &mut Segment, at: u64, text: &str) {
    segment.first_edit.get_or_insert(at);
    if at > segment.limit_at() && segment.in_time.is_none() {
        segment.in_time = Some(segment.text.clone());
    }
    segment.edits.extend(Edit::between(&segment.text, text).map(|edit| (at, edit)));
    segment.text = text.to_owned();
}

/// Types letter by letter, so many milliseconds each.
fn types(segment: &mut Segment, from: u64, each: u64, words: &str) -> u64 {
    let mut at = from;
    for letter in words.chars() {
        let text = format!("{}{letter}", segment.text);
        change(segment, at, &text);
        at += each;
    }
    segment.finished = Some(at);
    at
}

fn answered(segments: Vec<Segment>) -> Answer {
    Answer { outcome: Outcome::Answered, segments, ..Answer::default() }
}

fn judged(question: &str, answer: &Answer) -> Scorecard {
    let bundle = Library::builtin().unwrap().bundle(question).unwrap();
    let said: Vec<Said<'_>> =
        answer.segments.iter().map(|segment| Said { probe: None, text: segment.official() }).collect();
    Judge::new(&bundle).score(&said, Level::Mid)
}

#[test]
fn each_byte_has_the_time_of_its_key() {
    let mut segment = shown();
    for (at, text) in [(11_000, "we"), (12_000, "we back"), (20_000, "we rôll back"), (21_000, "we rll back")] {
        change(&mut segment, at, text);
    }
    let seconds: Vec<u64> = typed_at(&segment).iter().map(|at| at / 1000).collect();
    assert_eq!(seconds, [11, 11, 12, 20, 20, 20, 20, 12, 12, 12, 12]);
}

#[test]
fn over_time_text_has_no_part_in_the_official_times() {
    let mut segment = shown();
    change(&mut segment, 11_000, "in");
    change(&mut segment, 71_000, "in time");
    change(&mut segment, 71_001, "in time and over");
    assert_eq!(segment.official(), "in time");
    assert_eq!(typed_at(&segment).len(), 7);
}

#[test]
fn a_text_in_one_piece_or_with_a_lost_record_has_no_times() {
    let mut pasted = shown();
    change(&mut pasted, 11_000, "all of it at once");
    assert!(typed_at(&pasted).is_empty());
    let mut lost = shown();
    types(&mut lost, 11_000, 100, "some words");
    lost.edits.remove(3);
    assert!(typed_at(&lost).is_empty());
}

proptest! {
    #[test]
    fn damaged_edits_do_no_harm(starts in prop::collection::vec((0usize..30, 0usize..9, "\\PC{0,4}"), 0..12)) {
        let mut segment = shown();
        for (at, (start, removed, inserted)) in (11_000..).zip(starts) {
            let edit = Edit { start, removed, inserted };
            edit.apply(&mut segment.text);
            segment.edits.push((at, edit));
        }
        let expected = if segment.edits.len() > 1 { segment.text.len() } else { 0 };
        prop_assert_eq!(typed_at(&segment).len(), expected);
    }

    #[test]
    fn stretches_fill_the_segment_in_order(keys in prop::collection::vec(0u64..20_000, 2..20), rest in 0u64..30_000) {
        let mut segment = shown();
        let mut at = segment.opened;
        for (count, wait) in keys.into_iter().enumerate() {
            at += wait;
            change(&mut segment, at, &"a".repeat(count + 1));
        }
        segment.finished = Some(at + rest);
        let mut end = segment.opened;
        for stretch in stretches(&segment) {
            prop_assert_eq!(stretch.from, end);
            prop_assert!(stretch.until > stretch.from);
            prop_assert_eq!(stretch.over_time, stretch.from >= segment.limit_at());
            prop_assert!(stretch.doing != Doing::Thinking || stretch.until == segment.limit_at() || stretch.over_time
                || stretch.until - stretch.from >= 5000);
            end = stretch.until;
        }
        prop_assert_eq!(end, at + rest);
    }
}

#[test]
fn time_goes_on_reading_typing_thinking_and_over_time() {
    let mut segment = shown();
    types(&mut segment, 13_000, 500, "1234");
    types(&mut segment, 30_000, 500, "5678");
    change(&mut segment, 72_000, "1234 5678 9");
    change(&mut segment, 76_000, "1234 5678 9 10");
    segment.finished = Some(80_000);
    let stretch = |doing, from, until, over_time| Stretch { doing, from, until, over_time };
    assert_eq!(
        stretches(&segment),
        [
            stretch(Doing::Reading, 10_000, 13_000, false),
            stretch(Doing::Typing, 13_000, 14_500, false),
            stretch(Doing::Thinking, 14_500, 30_000, false),
            stretch(Doing::Typing, 30_000, 31_500, false),
            stretch(Doing::Thinking, 31_500, 72_000, false),
            stretch(Doing::Typing, 72_000, 73_000, false),
            stretch(Doing::Typing, 73_000, 80_000, true),
        ]
    );
}

#[test]
fn without_a_record_a_segment_was_read_and_answered() {
    let mut segment = shown();
    change(&mut segment, 15_000, "all of it at once");
    segment.finished = Some(85_000);
    let doing: Vec<_> =
        stretches(&segment).iter().map(|one| (one.doing, one.until - one.from, one.over_time)).collect();
    assert_eq!(
        doing,
        [(Doing::Reading, 5000, false), (Doing::Answering, 60_000, false), (Doing::Answering, 10_000, true)]
    );
    assert_eq!(stretches(&Segment { finished: None, ..segment }), []);
}

#[test]
fn a_criterion_is_earned_when_its_first_words_are_complete() {
    let mut segment = shown();
    types(&mut segment, 12_000, 100, "It all begins with a look around. Then we ");
    let complete = types(&mut segment, 30_000, 100, "roll back") - 100;
    types(&mut segment, 40_000, 100, " at once, and later we roll back again.");
    let answer = answered(vec![segment]);
    let card = judged("failed-deployment", &answer);
    let earned = earned_at(&card, &answer);
    assert!(earned.contains(&Earned { criterion: "restore-first", segment: 0, at: Some(complete) }), "{earned:?}");
    assert_eq!(first_point(&card, &answer), Some(complete - 12_000));
}

#[test]
fn without_a_record_nobody_knows_when() {
    let mut segment = shown();
    change(&mut segment, 15_000, "Then we roll back at once.");
    let answer = answered(vec![segment]);
    let card = judged("failed-deployment", &answer);
    assert_eq!(earned_at(&card, &answer).first().map(|earned| earned.at), Some(None));
    assert_eq!(first_point(&card, &answer), None);
}

const STORY: [&str; 4] = [
    "Last spring our payment service went down on a Friday evening. ",
    "I was responsible for bringing it back before the shops opened. ",
    "I read the logs, found the bad release and rolled it back. I then wrote a test for it. ",
    "In the end it was back in 20 minutes, and since then we have had 0 such failures.",
];

#[test]
fn a_story_shares_its_time_between_its_parts() {
    let mut segment = shown();
    let mut at = 12_000;
    for (sentence, each) in STORY.iter().zip([10, 10, 40, 20]) {
        at = types(&mut segment, at, each, sentence);
    }
    let answer = answered(vec![segment]);
    let time = story_time(&judged("story-production-incident", &answer), &answer).unwrap();
    assert_eq!(time.of, Measure::Time);
    let [situation, task, action, result] = time.shares.map(|(_, share)| share.0);
    assert_eq!(situation + task + action + result, 1000);
    assert_eq!(time.shares[2].0, StarPart::Action);
    assert!(action > 500 && result > 200 && situation < 150 && task < 150, "{time:?}");
}

#[test]
fn without_a_record_a_story_shares_its_words() {
    let mut segment = shown();
    change(&mut segment, 15_000, &STORY.concat());
    let answer = answered(vec![segment]);
    let time = story_time(&judged("story-production-incident", &answer), &answer).unwrap();
    assert_eq!(time.of, Measure::Words);
    let words = STORY.map(|sentence| sentence.split_whitespace().count());
    let all: usize = words.iter().sum();
    for ((_, share), words) in time.shares.iter().zip(words) {
        assert!((i64::from(share.0) - (words * 1000 / all) as i64).abs() <= 2, "{time:?}");
    }
}

#[test]
fn what_is_no_story_has_no_parts() {
    let answer = answered(vec![Segment { text: "We roll back at once.".into(), ..shown() }]);
    assert_eq!(story_time(&judged("failed-deployment", &answer), &answer), None);
}
