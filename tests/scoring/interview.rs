//! From questions to an interview.

use hotseat::content::{Competency, Weight};
use hotseat::scoring::Mille;
use hotseat::scoring::interview::{Asked, InterviewScore, Outcome, interview};

use super::bench::library;

fn asked(question: &str, topic: &str, outcome: Outcome) -> Asked {
    Asked { question: question.into(), topic: topic.into(), outcome }
}

fn competency(id: &str, topics: &[&str]) -> Competency {
    Competency {
        id: id.into(),
        title: id.to_uppercase(),
        topics: topics.iter().map(|topic| (*topic).into()).collect(),
        weight: Weight::default(),
    }
}

fn scored(asked: &[Asked]) -> InterviewScore {
    interview(asked, &[competency("build", &["ci", "git"]), competency("run", &["monitoring"])], &library().scale)
}

#[test]
fn competencies_weigh_alike_however_many_questions_they_had() {
    let result = scored(&[
        asked("a", "ci", Outcome::Scored(Mille(900))),
        asked("b", "git", Outcome::Scored(Mille(700))),
        asked("c", "monitoring", Outcome::Scored(Mille(400))),
    ]);
    assert_eq!(
        result.competencies.iter().map(|one| one.score).collect::<Vec<_>>(),
        [Some(Mille(800)), Some(Mille(400))]
    );
    assert_eq!(result.score, Some(Mille(600)));
}

/// What is practised is weighed as it is asked: 800 three times, 400 once.
#[test]
fn a_competency_may_weigh_more_and_the_usual_weight_changes_nothing() {
    let asked = [asked("a", "ci", Outcome::Scored(Mille(800))), asked("b", "monitoring", Outcome::Scored(Mille(400)))];
    let weighed = |weight: Weight| {
        let build = Competency { weight, ..competency("build", &["ci"]) };
        interview(&asked, &[build, competency("run", &["monitoring"])], &library().scale)
    };
    assert_eq!(weighed(Weight::of(3.0)).score, Some(Mille(700)));
    assert_eq!(weighed(Weight::of(0.5)).score, Some(Mille(533)));
    let (usual, heavy) = (weighed(Weight::default()), weighed(Weight::of(3.0)));
    assert_eq!(usual.score, Some(Mille(600)));
    assert!(!serde_json::to_string(&usual).unwrap().contains("weight"), "what was kept before stays to the byte");
    let kept = serde_json::to_string(&heavy).unwrap();
    assert_eq!(serde_json::from_str::<InterviewScore>(&kept).unwrap(), heavy);
}

#[test]
fn skipped_and_empty_count_nothing_and_the_rest_leaves_the_mean() {
    let result = scored(&[
        asked("a", "ci", Outcome::Scored(Mille(900))),
        asked("b", "ci", Outcome::Skipped),
        asked("c", "git", Outcome::Empty),
        asked("d", "ci", Outcome::NotReached),
        asked("e", "monitoring", Outcome::NotScorable),
    ]);
    assert_eq!(result.score, Some(Mille(300)));
    assert_eq!(result.competencies[1].score, None);
    assert_eq!((result.skipped, result.empty), (vec!["b".to_owned()], vec!["c".to_owned()]));
    assert_eq!((result.not_reached, result.not_scorable), (vec!["d".to_owned()], vec!["e".to_owned()]));
}

#[test]
fn a_topic_of_no_competency_stands_for_itself() {
    let result = scored(&[asked("a", "cost", Outcome::Scored(Mille(500)))]);
    assert_eq!(result.competencies.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["cost"]);
}

#[test]
fn nothing_that_counts_is_no_score() {
    let result = scored(&[asked("a", "ci", Outcome::NotReached)]);
    assert_eq!((result.score, result.band), (None, None));
}
