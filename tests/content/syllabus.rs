//! The bank covers its field: every entry of the syllabus can earn points, every topic is asked at every level.

use std::collections::BTreeMap;

use hotseat::content::{Kind, Level, Library};
use hotseat::scoring::{Judge, Segment};

/// Topic → entry → a question, and words of an answer to it.
type Syllabus = BTreeMap<String, BTreeMap<String, (String, String)>>;

fn syllabus() -> Syllabus {
    toml::from_str(include_str!("syllabus.toml")).unwrap()
}

#[test]
fn every_entry_of_the_syllabus_can_earn_points() {
    let library = Library::builtin().unwrap();
    let mut idle = Vec::new();
    for (topic, entries) in syllabus() {
        assert!(library.interviews.contains_key(&topic), "there is no topic {topic}");
        for (entry, (question, says)) in entries {
            let bundle =
                library.bundle(&question).unwrap_or_else(|| panic!("{topic}: there is no question {question}"));
            let card = Judge::new(&bundle).score(&[Segment::answer(&says)], bundle.question.level);
            if card.criteria.iter().all(|criterion| criterion.credit.0 == 0) {
                idle.push(format!("{topic}, {entry}: {question} gives nothing for \"{says}\""));
            }
        }
    }
    assert!(idle.is_empty(), "{}", idle.join("\n"));
}

#[test]
fn every_topic_is_asked_at_every_level() {
    let library = Library::builtin().unwrap();
    for topic in syllabus().keys() {
        for level in Level::ALL {
            let asked = library.questions.values().filter(|one| one.topic == *topic && one.level == level).count();
            assert!(asked > 0, "{topic} has no question at {level}");
        }
    }
}

#[test]
fn there_is_enough_of_every_kind() {
    let library = Library::builtin().unwrap();
    let of = |kind| library.questions.values().filter(|one| one.kind == kind).count();
    let all = library.questions.len();
    assert!(all >= 150, "{all} questions");
    let stories = of(Kind::Behavioural);
    assert!((all / 8..=all / 5).contains(&stories), "{stories} of {all} are behavioural");
    assert!(of(Kind::Design) * 10 >= all, "{} of {all} are design questions", of(Kind::Design));
    assert!(library.terms.len() >= 350, "{} terms", library.terms.len());
}
