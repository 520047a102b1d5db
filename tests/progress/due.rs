//! What a drill asks, and in which order.

use hotseat::attempt::{AttemptKind::Drill, AttemptKind::Mock, AttemptResults, QuestionResult};
use hotseat::content::Level::{Junior, Mid, Senior, Staff};
use hotseat::content::{Kind, Level};
use hotseat::progress::{Due, Knowledge, Reason, due};
use hotseat::session::Outcome;

use super::{LIBRARY, answer, moment, outlines, question, sat};

fn due_at(level: Level, topics: &[&str], attempts: &[AttemptResults]) -> Vec<Due<'static>> {
    let topics: Vec<String> = topics.iter().map(|topic| (*topic).to_owned()).collect();
    due::due(&Knowledge::of(outlines(attempts), &LIBRARY, moment()), &LIBRARY, level, &topics)
}

fn ids<'d>(due: &'d [Due<'_>]) -> Vec<&'d str> {
    due.iter().filter(|one| one.seen > 0).map(|one| one.question.id.as_str()).collect()
}

#[test]
fn weak_answers_and_long_silences_come_first_and_what_is_not_due_does_not_come() {
    let (weak, old, solid) = (question("cloud", Mid), question("cost", Mid), question("databases", Mid));
    let attempts =
        [sat(30, Mock, Mid, vec![answer(old, 700)]), sat(5, Mock, Mid, vec![answer(weak, 100), answer(solid, 900)])];
    let due = due_at(Mid, &[], &attempts);
    assert_eq!(ids(&due), [&weak.id, &old.id], "a strong answer of five days ago holds");
    let Reason::Forgotten { band, days_since, days_due, .. } = due[0].reason else { panic!("{:?}", due[0]) };
    assert_eq!((band, days_since, days_due), (1, 5, 4));
    assert!(due[0].retrievability() < due[1].retrievability() && due[1].retrievability() < 0.9);
}

#[test]
fn a_weak_answer_comes_before_a_good_one_that_is_longer_ago() {
    let (weak, strong) = (question("cloud", Mid), question("cost", Mid));
    let attempts = [sat(400, Mock, Mid, vec![answer(strong, 900)]), sat(4, Mock, Mid, vec![answer(weak, 400)])];
    let due = due_at(Mid, &[], &attempts);
    assert_eq!(ids(&due), [&weak.id, &strong.id]);
    assert!(due[0].retrievability() > due[1].retrievability(), "though it is the likelier to be remembered");
}

#[test]
fn i_dont_know_is_a_weak_answer_and_a_question_that_was_not_reached_is_none() {
    let (skipped, missed) = (question("cloud", Mid), question("cost", Mid));
    let of = |question, outcome| QuestionResult { outcome, score: None, band: None, ..answer(question, 0) };
    let attempts = [sat(3, Mock, Mid, vec![of(skipped, Outcome::Skipped), of(missed, Outcome::NotReached)])];
    let due = due_at(Mid, &["cloud", "cost"], &attempts);
    assert_eq!(ids(&due), [&skipped.id]);
    assert!(due.iter().any(|one| one.question.id == missed.id && one.seen == 0), "it is new still");
}

#[test]
fn an_answer_that_could_not_be_judged_changes_no_memory() {
    let asked = question("cloud", Mid);
    let unjudged = QuestionResult { score: None, band: None, ..answer(asked, 0) };
    let known = [sat(50, Mock, Mid, vec![answer(asked, 900)]), sat(1, Drill, Mid, vec![unjudged])];
    let knowledge = Knowledge::of(outlines(&known), &LIBRARY, moment());
    assert_eq!(knowledge.known[&*asked.id].seen, 2);
    assert_eq!(knowledge.due(&asked.id), Knowledge::of(outlines(&known[..1]), &LIBRARY, moment()).due(&asked.id));
}

#[test]
fn then_come_new_questions_of_the_level_from_weak_topics_first_and_from_each_topic_in_turn() {
    let attempts =
        [sat(0, Mock, Mid, vec![answer(question("cloud", Mid), 100), answer(question("databases", Mid), 900)])];
    let new = due_at(Mid, &["databases", "cost", "cloud", "monitoring"], &attempts);
    assert!(new.iter().all(|one| one.seen == 0 && one.question.level == Mid), "{new:?}");
    let topics: Vec<&str> = new.iter().map(|one| one.question.topic.as_str()).collect();
    assert_eq!(topics[..3], ["cloud", "cost", "monitoring"], "the weak one, the unknown ones, the strong one");
    assert_eq!(topics[3], "databases");
    assert!(topics[4..].contains(&"cloud"), "{topics:?}");
}

#[test]
fn what_is_far_from_the_level_is_left_for_another_level() {
    let (easy, hard) = (question("cloud", Junior), question("cloud", Staff));
    let attempts = [sat(60, Mock, Mid, vec![answer(easy, 100), answer(hard, 100)])];
    assert_eq!(ids(&due_at(Mid, &[], &attempts)), [&easy.id]);
    assert_eq!(ids(&due_at(Senior, &[], &attempts)), [&hard.id]);
}

#[test]
fn where_nothing_was_ever_seen_it_begins_with_easy_questions_of_many_topics() {
    let due = due_at(Mid, &[], &[]);
    assert!(due.iter().all(|one| one.reason == Reason::Opener && one.question.level == Junior));
    assert!(due.iter().all(|one| one.question.kind != Kind::Behavioural));
    assert_ne!(due[0].question.topic, due[1].question.topic);
    assert!(due_at(Junior, &[], &[]).iter().all(|one| one.question.level == Junior));
}

#[test]
fn a_drill_moves_a_question_out_of_sight() {
    let asked = question("cloud", Mid);
    let before = sat(20, Mock, Mid, vec![answer(asked, 100)]);
    let drilled = sat(0, Drill, Mid, vec![answer(asked, 900)]);
    assert_eq!(ids(&due_at(Mid, &[], std::slice::from_ref(&before))), [&asked.id]);
    let attempts = [before, drilled];
    assert_eq!(ids(&due_at(Mid, &[], &attempts)), [""; 0]);
    let next = due::next(&Knowledge::of(outlines(&attempts), &LIBRARY, moment()), &LIBRARY, Mid, &[]).unwrap();
    assert!(next > moment().now);
}
