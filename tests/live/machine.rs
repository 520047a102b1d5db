//! What each event does, and what is refused.

use std::time::Duration;

use hotseat::live::{Event, Phase};
use hotseat::rating::{Heard, Outcome, Summary};
use hotseat::scoring::{Judge, Segment};

use super::{Held, rated};

fn words(question: usize, text: &str) -> Event {
    Event::WordsGiven { question, text: text.into() }
}

fn opinion(held: &Held, question: usize) -> Event {
    let judge = Judge::new(held.live.bundle(question).unwrap());
    Event::SecondOpinion { question, card: Box::new(judge.score(&[Segment::answer("words")], held.live.sheet().level)) }
}

fn because(text: &str) -> String {
    text.into()
}

#[test]
fn a_rating_needs_evidence_and_keeps_it() {
    let held = Held::at_first_question().refuses(rated(3, " "), "needs evidence").refuses(rated(5, "x"), "no band 5");
    let held = held.ticks(0, Heard::Heard).then(rated(3, ""));
    assert_eq!(held.question(1).initial(), Some(3));
    let criterion = held.criterion(0);
    let held = held.refuses(Event::Ticked { criterion, heard: None }, "needs evidence");
    let held = held.then(rated(2, "said it late"));
    assert_eq!(held.question(1).initial(), Some(2), "open ratings may change");
}

#[test]
fn a_tick_keeps_the_time_at_which_the_point_was_made() {
    let held = Held::at_first_question().wait(5).ticks(1, Heard::Heard).wait(9).ticks(1, Heard::Contradicted);
    let ticks = &held.question(1).ticks;
    assert_eq!((ticks.len(), ticks[0].heard, ticks[0].at_ms), (1, Heard::Contradicted, Some(5000)));
    let held = held.refuses(Event::Ticked { criterion: "no-such".into(), heard: None }, "no-such");
    held.refuses(Event::Probed { probe: 17, asked: true }, "no probe 18");
}

#[test]
fn probes_and_notes_have_times_and_can_be_taken_back() {
    let held =
        Held::at_first_question().wait(3).then(Event::Probed { probe: 1, asked: true }).wait(2).notes(" drew it ");
    assert_eq!((held.question(1).probes[0].probe, held.question(1).probes[0].at_ms), (1, Some(3000)));
    assert_eq!((held.question(1).notes[0].text.as_str(), held.question(1).notes[0].at_ms), ("drew it", Some(5000)));
    let held =
        held.then(Event::Probed { probe: 1, asked: false }).then(Event::NoteChanged { note: 0, text: "".into() });
    assert!(held.question(1).probes.is_empty() && held.question(1).notes.is_empty());
    let held = held.refuses(Event::NoteChanged { note: 0, text: "x".into() }, "no note 1");
    held.refuses(Event::Noted { text: "\n".into() }, "nothing is written");
}

#[test]
fn a_glance_is_no_asking_and_a_word_is() {
    let held = Held::at_first_question().wait(2).goes_to(2).wait(20).goes_to(3).wait(1).notes("x").goes_to(4);
    let outcomes: Vec<&Outcome> = (1..=4).map(|number| &held.question(number).outcome).collect();
    assert_eq!(outcomes, [&Outcome::NotReached, &Outcome::Asked, &Outcome::Asked, &Outcome::NotReached]);
    assert_eq!(held.live.unrated(), [2, 3]);
}

#[test]
fn time_adds_up_over_visits_and_stops_with_the_conversation() {
    let held = Held::at_first_question().wait(30).goes_to(2).wait(10).goes_to(1).wait(15);
    assert_eq!(held.live.view(held.at).unwrap().clock.used, Duration::from_secs(45));
    let held = held.then(Event::Closed).wait(100).goes_to(2).wait(100).goes_to(1);
    assert_eq!((held.question(1).used_ms, held.question(2).used_ms), (45_000, 10_000));
    assert_eq!(held.live.view(held.at).unwrap().interview.used, Duration::from_secs(55));
    held.refuses(Event::Closed, "does not fit");
}

#[test]
fn skipped_and_not_assessed_are_told_apart_and_count_nothing() {
    let skip = |text| Event::Skipped { because: because(text) };
    let held = Held::at_first_question().refuses(skip(""), "say why").then(skip("no time")).goes_to(2);
    let held =
        held.then(Event::NotAssessed { because: because("the fire alarm") }).goes_to(3).then(rated(4, "all of it"));
    assert_eq!(held.question(1).unassessed().unwrap(), "skipped: no time");
    assert_eq!(held.question(2).unassessed().unwrap(), "the fire alarm");
    let summary = Summary::initial(held.live.sheet());
    assert_eq!((summary.overall, summary.not_assessed), (Some(4.0), 5));
    let held = held.refuses(skip("changed my mind"), "this question is rated").goes_to(1).notes("asked after all");
    assert_eq!(held.question(1).outcome, Outcome::Asked);
}

#[test]
fn nothing_of_the_engine_is_heard_before_every_rating_is_locked() {
    let held = Held::at_first_question().then(words(0, "we use pods")).then(words(1, "backups")).wait(9);
    let card = opinion(&held, 0);
    let held = held.then(rated(2, "thin")).refuses(card.clone(), "does not fit").refuses(Event::Locked, "question 2");
    let held = held.goes_to(2).then(rated(3, "fine")).then(Event::Locked).then(card.clone());
    assert!(held.question(1).is_locked() && held.question(1).second_opinion.is_some());
    let held = held.refuses(rated(4, "now I know"), "kept beside").refuses(words(0, "more"), "locked");
    let held = held.refuses(Event::Noted { text: because("the engine says") }, "locked");
    held.refuses(opinion_of_third(&card), "rate the answer and lock");
}

fn opinion_of_third(card: &Event) -> Event {
    let Event::SecondOpinion { card, .. } = card else { panic!() };
    Event::SecondOpinion { question: 2, card: card.clone() }
}

#[test]
fn a_later_change_stands_beside_the_first_rating() {
    let revise = |band, text| Event::Revised { question: 0, band, because: because(text) };
    let held =
        Held::at_first_question().then(rated(2, "thin")).refuses(revise(3, "why not"), "simply rate the answer again");
    let held = held.then(Event::Locked).refuses(revise(3, " "), "say why").then(revise(3, "I had missed the probe"));
    assert_eq!((held.question(1).initial(), held.question(1).latest()), (Some(2), Some(3)));
    assert_eq!(Summary::initial(held.live.sheet()).overall, Some(2.0));
    assert_eq!(Summary::revised(held.live.sheet()).unwrap().overall, Some(3.0));
}

#[test]
fn paper_has_no_times_and_no_pages() {
    let held = Held::new(true).then(Event::Started).wait(60).notes("from the sheet").then(rated(1, ""));
    assert_eq!(held.live.open_question(), Some(0), "it begins with the first question");
    let question = held.question(1);
    assert_eq!((question.used_ms, question.notes[0].at_ms), (0, None));
    assert_eq!(question.rating.as_ref().unwrap().at_ms, None);
    let held = held.goes_to(2).wait(60).goes_to(6);
    assert_eq!(held.question(2).outcome, Outcome::NotReached, "looking at a sheet is no asking");
    assert_eq!(held.live.next_step(), None);
}

#[test]
fn captions_are_split_by_the_question_that_was_open() {
    let held = Held::at_first_question().wait(60).goes_to(2).wait(60).goes_to(1).wait(10).then(Event::Closed);
    let open: Vec<Option<usize>> = [0, 59, 60, 125, 130].map(|second| held.live.question_at(second * 1000)).to_vec();
    assert_eq!(open, [Some(0), Some(0), Some(1), Some(0), None]);
}

#[test]
fn the_end_locks_and_nothing_follows() {
    let held = Held::at_first_question().wait(40).then(rated(3, "yes")).goes_to(2).wait(40).then(Event::Ended);
    assert_eq!(held.live.phase(), Phase::Done);
    assert!(held.question(1).is_locked());
    assert_eq!(held.question(2).unassessed().unwrap(), "no rating was given");
    assert_eq!(held.question(3).unassessed().unwrap(), "not reached");
    held.refuses(Event::Started, "does not fit");
}

#[test]
fn the_moment_to_move_on_is_the_plans() {
    let held = Held::at_first_question();
    let (view, plan) = (held.live.view(0).unwrap(), held.live.plan());
    assert_eq!(view.move_on, plan.clock()[1] + Duration::from_secs(u64::from(plan.steps[1].seconds())));
}
