//! What each event does.

use std::time::Duration;

use hotseat::session::{Event, GapKind, Outcome, Pressure, Rules, Screen, Verdict};

use super::Sitting;

fn practice() -> Rules {
    Rules::default()
}

fn secs(n: u64) -> Duration {
    Duration::from_secs(n)
}

#[test]
fn the_box_starts_with_the_first_key() {
    let sitting = Sitting::at_first_question(2, practice()).wait(4);
    assert_eq!(sitting.question().reading, Some(secs(6)));
    let sitting = sitting.types("a").wait(5);
    assert_eq!(sitting.question().reading, None);
    assert_eq!(sitting.question().clock.used, secs(5));
}

#[test]
fn the_box_starts_after_the_reading_allowance_without_a_key() {
    let sitting = Sitting::at_first_question(2, practice()).wait(25);
    assert_eq!(sitting.question().clock.used, secs(15));
    let sitting = sitting.types("late").wait(5);
    assert_eq!(sitting.question().clock.used, secs(20), "a late first key does not give the time back");
}

#[test]
fn text_after_the_limit_is_kept_and_told_apart() {
    let sitting = Sitting::at_first_question(2, practice()).types("in time").wait(121).types(", too late");
    assert_eq!(sitting.question().clock.pressure(), Pressure::Over);
    let sitting = sitting.then(Event::Finished);
    let segment = &sitting.session.transcript().answers[0].segments[0];
    assert_eq!(segment.official(), "in time");
    assert_eq!(segment.text, "in time, too late");
}

#[test]
fn the_gauge_has_three_stretches() {
    for (wait, pressure) in [(0, Pressure::Calm), (95, Pressure::Calm), (96, Pressure::Closing), (120, Pressure::Over)]
    {
        let sitting = Sitting::at_first_question(2, practice()).types("x").wait(wait);
        assert_eq!(sitting.question().clock.pressure(), pressure, "after {wait} s");
    }
}

#[test]
fn a_strict_session_times_out_and_does_not_pause() {
    let strict = Rules { strict: true, ..Rules::default() };
    let sitting = Sitting::at_first_question(2, strict).types("x").wait(119);
    assert!(!sitting.session.is_timed_out(sitting.at));
    let sitting = sitting.refuses(Event::Paused).wait(1);
    assert!(sitting.session.is_timed_out(sitting.at));
    let sitting = sitting.then(Event::TimedOut);
    assert_eq!(sitting.screen(), Screen::Judging { index: 0 });
}

#[test]
fn practice_never_times_out() {
    let sitting = Sitting::at_first_question(2, practice()).types("x").wait(10_000);
    assert!(!sitting.session.is_timed_out(sitting.at));
}

#[test]
fn a_pause_stops_both_clocks_and_is_recorded() {
    let sitting = Sitting::at_first_question(2, practice()).types("x").wait(5).then(Event::Paused).wait(60);
    assert!(sitting.session.view(sitting.at).paused);
    let sitting = sitting.refuses(Event::Finished).then(Event::Unpaused).wait(2);
    assert_eq!(sitting.question().clock.used, secs(7));
    assert_eq!(sitting.interview_used(), secs(7));
    let gap = &sitting.session.transcript().gaps[0];
    assert_eq!((gap.kind, gap.at, gap.length), (GapKind::Pause, 5000, 60_000));
}

#[test]
fn an_interruption_counts_on_neither_clock_and_is_listed() {
    let sitting = Sitting::at_first_question(2, practice()).types("x").wait(5);
    let sitting = sitting.then(Event::Interrupted { away: 3_600_000 }).wait(1);
    assert_eq!(sitting.question().clock.used, secs(6));
    assert_eq!(sitting.interview_used(), secs(6));
    assert_eq!(sitting.session.transcript().gaps[0].length, 3_600_000);
}

#[test]
fn skipped_empty_and_not_reached_are_three_things() {
    let sitting =
        Sitting::at_first_question(3, practice()).then(Event::Skipped).then(Event::Finished).then(Event::Ended);
    let outcomes: Vec<_> = sitting.session.transcript().answers.iter().map(|a| a.outcome).collect();
    assert_eq!(outcomes, [Outcome::Skipped, Outcome::Empty, Outcome::NotReached]);
}

#[test]
fn words_count_even_when_the_candidate_then_skips() {
    let sitting = Sitting::at_first_question(2, practice()).types("roll back").then(Event::Skipped);
    assert_eq!(sitting.session.transcript().answers[0].outcome, Outcome::Answered);
    assert_eq!(sitting.screen(), Screen::Judging { index: 0 });
}

#[test]
fn another_wording_is_free_recorded_and_runs_out() {
    let sitting = Sitting::at_first_question(2, practice());
    assert_eq!((sitting.question().prompt, sitting.question().wordings_left), ("Question 1?", 1));
    let sitting = sitting.then(Event::Asked);
    assert_eq!(sitting.question().prompt, "Question 1, in other words?");
    let sitting = sitting.refuses(Event::Asked);
    assert_eq!(sitting.session.transcript().answers[0].asked, 1);
}

#[test]
fn a_probe_is_asked_once_and_its_answer_belongs_to_the_question() {
    let sitting = Sitting::at_first_question(2, practice()).types("x").then(Event::Finished).judged(Some(0));
    assert_eq!(sitting.question().prompt, "And why, in 1?");
    assert_eq!(sitting.question().probe_of, Some("Question 1?"));
    assert_eq!(sitting.question().clock.limit, secs(30));
    let sitting = sitting.types("because").then(Event::Finished).judged(Some(0));
    assert_eq!(sitting.question().index, 1, "a slot of one probe asks no second");
    assert_eq!(sitting.session.transcript().answers[0].segments[1].text, "because");
}

#[test]
fn already_said_ends_a_probe_and_leaves_the_answer_as_it_was() {
    let sitting = Sitting::at_first_question(2, practice()).refuses(Event::AlreadySaid).types("x");
    let sitting = sitting.then(Event::Finished).refuses(Event::AlreadySaid).judged(Some(0)).wait(3);
    let sitting = sitting.types("y").refuses(Event::AlreadySaid);
    let emptied = hotseat::session::Edit::between("y", "").unwrap();
    let sitting = sitting.then(Event::Edited(emptied)).then(Event::AlreadySaid);
    assert_eq!(sitting.screen(), Screen::Judging { index: 0 }, "the next probe is the verdict's to name");
    let sitting = sitting.judged(Some(0));
    assert_eq!(sitting.question().index, 1, "a slot of one probe asks no second");
    let answer = &sitting.session.transcript().answers[0];
    assert_eq!(answer.outcome, Outcome::Answered);
    let segments: Vec<_> = answer.segments.iter().map(|one| (one.text.as_str(), one.already_said)).collect();
    assert_eq!(segments, [("x", false), ("", true)]);
}

#[test]
fn no_probe_is_asked_that_would_cost_a_later_question() {
    // Ten minutes hold four questions of 130 s and 80 s to spare; after 60 s of dawdling a probe of 30 s does not fit.
    let dawdle = |seconds| {
        Sitting::at_first_question(4, practice())
            .wait(seconds)
            .types("x")
            .wait(121)
            .then(Event::Finished)
            .judged(Some(0))
    };
    assert_eq!(dawdle(0).question().index, 0, "there is time for a probe");
    assert_eq!(dawdle(80).question().index, 1, "there is none");
}

#[test]
fn another_language_may_be_tried_again_once() {
    let other = || Event::Judged(Verdict { scorable: false, probe: None });
    let sitting =
        Sitting::at_first_question(2, practice()).types("auf Deutsch").wait(60).then(Event::Finished).then(other());
    assert_eq!(sitting.screen(), Screen::NotScorable { index: 0 });
    let sitting = sitting.then(Event::Continued);
    assert_eq!(sitting.question().text, "auf Deutsch", "nothing typed is lost");
    assert_eq!(sitting.question().clock.used, secs(0), "the box is fresh");
    let sitting = sitting.types(".").then(Event::Finished).then(other());
    assert_eq!(sitting.question().index, 1, "only one retry");
    assert!(sitting.session.transcript().answers[0].retried);
}

#[test]
fn feedback_between_questions_is_read_off_the_clock() {
    let rules = Rules { feedback_each: true, ..practice() };
    let sitting = Sitting::at_first_question(2, rules).types("x").wait(5).then(Event::Finished).judged(None).wait(300);
    assert_eq!(sitting.screen(), Screen::Feedback { index: 0 });
    assert_eq!(sitting.interview_used(), secs(5));
    let sitting = sitting.then(Event::Continued).wait(1);
    assert_eq!(sitting.question().index, 1);
    assert_eq!(sitting.interview_used(), secs(6));
}

#[test]
fn over_time_says_which_questions_it_costs() {
    let sitting = Sitting::at_first_question(4, practice()).types("x");
    assert_eq!(sitting.session.view(sitting.at).out_of_reach, Vec::<usize>::new());
    let sitting = sitting.wait(300);
    assert_eq!(sitting.session.view(sitting.at).out_of_reach, [4]);
}

#[test]
fn the_answer_under_way_at_the_end_may_be_finished_as_over_time() {
    let sitting = Sitting::at_first_question(3, practice()).types("before the end").wait(601).types(", after").wait(9);
    let sitting = sitting.then(Event::Finished).judged(Some(0));
    assert_eq!(sitting.screen(), Screen::Done, "nothing is opened after the end");
    let answers = &sitting.session.transcript().answers;
    assert_eq!(answers[0].segments[0].official(), "before the end");
    assert_eq!(answers[1].outcome, Outcome::NotReached);
}

#[test]
fn own_questions_and_close_can_be_skipped() {
    let sitting = Sitting::at_first_question(1, practice()).then(Event::Skipped);
    assert!(matches!(sitting.screen(), Screen::Page { .. }));
    let sitting = sitting.then(Event::Skipped).then(Event::Continued);
    assert!(sitting.session.is_done());
}

#[test]
fn leaving_while_still_reading_does_not_count_as_empty() {
    let outcome = |wait| {
        let sitting = Sitting::at_first_question(1, practice()).wait(wait).then(Event::Ended);
        sitting.session.transcript().answers[0].outcome
    };
    assert_eq!(outcome(9), Outcome::NotReached);
    assert_eq!(outcome(11), Outcome::Empty);
}
