//! Like is compared with like: what a question can tell, and what is said of conditions.

use std::collections::BTreeMap;

use hotseat::attempt::Attempt;
use hotseat::compare::{Aspect, Column, Comparison, Many, Standing};
use hotseat::content::{Competency, Dimension, Level};
use hotseat::plan::ExtraTime;
use hotseat::report::{self, Style};
use hotseat::scoring::CompetencyScore;
use hotseat::scoring::scorecard::Mille;
use hotseat::session::Outcome;
use jiff::tz::TimeZone;

use super::{STORY, STRONG, Said, WEAK, present, sat};
use crate::store::at;

const THEN: &[Said<'_>] = &[("deploy-failure", &[WEAK]), ("incident-story", &[STORY])];
const NOW: &[Said<'_>] = &[("incident-story", &[STORY]), ("deploy-failure", &[STRONG])];

#[test]
fn what_was_gained_and_lost_comes_with_its_words() {
    let (then, now) = (present(sat(0, Level::Mid, THEN)), present(sat(7, Level::Mid, NOW)));
    for (there, back) in [(&then, &now), (&now, &then)] {
        let comparison = Comparison::of(there, back, &BTreeMap::new());
        let repeat = comparison.repeats.iter().find(|one| one.question() == "deploy-failure").unwrap();
        let of = |id: &str| repeat.criteria.iter().find(|one| one.id == id).unwrap();
        assert_eq!(of("restore").difference(), 0);
        let moved = of("detect");
        let (had, lacked) = if moved.difference() > 0 { (&moved.now, &moved.then) } else { (&moved.then, &moved.now) };
        assert!(had.evidence.iter().any(|words| words.text.to_lowercase().contains("error rate")), "{had:?}");
        assert!(lacked.evidence.is_empty());
        assert_eq!(moved.difference() > 0, !comparison.is_backwards());
        assert_ne!(repeat.then.result.used_ms, repeat.now.result.used_ms);
    }
}

#[test]
fn a_story_is_compared_part_by_part() {
    let told = "Last March our payment service was down for two hours. I read the logs and rolled back the release.";
    let then = present(sat(0, Level::Mid, &[("incident-story", &[told])]));
    let now = present(sat(7, Level::Mid, THEN));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    let gained: Vec<&str> =
        comparison.repeats[0].criteria.iter().filter(|one| one.difference() > 0).map(|one| one.id.as_str()).collect();
    assert!(gained.contains(&"star.result"), "{gained:?}");
}

#[test]
fn credit_before_the_follow_ups_stands_beside_credit_after_them() {
    let probed: &[Said<'_>] = &[("deploy-failure", &[WEAK, "The error rate on the dashboard, above 1 %."])];
    let (then, now) = (present(sat(0, Level::Mid, THEN)), present(sat(7, Level::Mid, probed)));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    let repeat = &comparison.repeats[0];
    assert_eq!(repeat.unprompted.difference(), Some(0), "unprompted, the same was said");
    assert!(repeat.score.difference() > Some(0));
    let sum = comparison.like_for_like.unwrap();
    assert!(sum.overall.now > sum.unprompted.now && sum.overall.then == sum.unprompted.then);
}

/// When the model answer of `deploy-failure` was first shown, in days; how the question stands then.
#[test]
fn a_repeat_after_its_model_answer_is_summed_apart() {
    for (day, standing) in [
        (None, Standing::LikeForLike),
        (Some(-1), Standing::ModelAnswerShown),
        (Some(3), Standing::ModelAnswerShown),
        (Some(8), Standing::LikeForLike),
    ] {
        let shown: BTreeMap<_, _> =
            day.map(|day: i64| ("deploy-failure".to_owned(), at(day * 86_400))).into_iter().collect();
        let (then, now) = (present(sat(0, Level::Mid, THEN)), present(sat(7, Level::Mid, NOW)));
        for (there, back) in [(&then, &now), (&now, &then)] {
            let comparison = Comparison::of(there, back, &shown);
            let repeat = comparison.repeats.iter().find(|one| one.question() == "deploy-failure").unwrap();
            assert_eq!(repeat.standing, standing, "shown on day {day:?}");
            let apart = usize::from(standing == Standing::ModelAnswerShown);
            assert_eq!(comparison.like_for_like.as_ref().map(|sum| sum.questions), Some([2 - apart; 2]));
            assert_eq!(comparison.after_model_answer.map(|sum| sum.questions), (apart > 0).then_some([1, 1]));
        }
    }
}

#[test]
fn scores_for_different_levels_are_in_no_sum() {
    let (then, now) = (present(sat(0, Level::Mid, THEN)), present(sat(7, Level::Senior, NOW)));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    assert!(comparison.differs_in_level() && comparison.like_for_like.is_none());
    assert!(comparison.repeats.iter().all(|one| one.standing == Standing::OtherLevel));
    // Both are asked at the question's own level where that is the higher one.
    let (then, now) = (present(sat(0, Level::Junior, THEN)), present(sat(7, Level::Mid, NOW)));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    assert!(comparison.differs_in_level() && comparison.like_for_like.is_some());
}

#[test]
fn a_question_that_was_not_reached_is_no_repeat_that_counts_and_one_skipped_is() {
    let skipped: &[Said<'_>] = &[("deploy-failure", &[]), ("incident-story", &[STORY])];
    let mut unreached = sat(7, Level::Mid, skipped);
    let (then, now) = (present(sat(0, Level::Mid, THEN)), present(unreached.clone()));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    assert_eq!(
        (comparison.repeats[0].standing, comparison.repeats[0].score.now.unwrap().0),
        (Standing::LikeForLike, 0)
    );
    unreached.transcript.answers[0].outcome = Outcome::NotReached;
    let now = present(unreached);
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    assert_eq!(comparison.repeats[0].standing, Standing::NotCounted);
    assert_eq!(comparison.like_for_like.unwrap().questions, [1, 1]);
}

#[test]
fn questions_of_one_attempt_are_told_by_topic_and_level() {
    let then = present(sat(0, Level::Mid, &[("terms", &["We use Terraform."]), ("deploy-failure", &[WEAK])]));
    let now = present(sat(7, Level::Mid, &[("incident-story", &[STORY]), ("deploy-failure", &[WEAK])]));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    let [cell, of_all_topics] = comparison.once.as_slice() else { panic!("{:?}", comparison.once) };
    assert_eq!((cell.topic.as_deref(), cell.level), (Some("test"), Level::Mid));
    assert_eq!((of_all_topics.topic.as_deref(), of_all_topics.score), (None, cell.score));
    assert_eq!(
        (cell.then.as_slice(), cell.now.as_slice()),
        (&["terms".to_owned()][..], &["incident-story".to_owned()][..])
    );
    assert_eq!(comparison.repeats.len(), 1);
}

#[test]
fn twelve_attempts_fit_eighty_columns_without_a_cut_word() {
    let mut column = Column::of(&present(sat(0, Level::Mid, THEN)));
    let title = "Collaboration and leadership";
    let competency = column.overall.competencies[0].clone();
    column.overall.competencies = ["one", "two"]
        .map(|id| CompetencyScore {
            id: id.into(),
            title: title.into(),
            score: Some(Mille(1000)),
            ..competency.clone()
        })
        .into();
    let many = Many::of(vec![column; 12]);
    let told = report::side_by_side(&many, &TimeZone::UTC, Style::Terminal { width: 80 }, "");
    let table = told.lines().skip_while(|line| !line.starts_with("Shares")).take_while(|line| !line.starts_with("All"));
    assert!(table.into_iter().all(|line| line.chars().count() <= 80), "wider than 80 columns:\n{told}");
    let words: Vec<&str> = told.split_whitespace().collect();
    for word in title.split(' ').chain(["substance", "12:"]) {
        assert!(words.contains(&word), "{word} is cut or missing:\n{told}");
    }
    assert_eq!(words.iter().filter(|word| **word == "100").count(), 24, "{told}");
}

/// A change of how an attempt is sat, and what is said of it.
type Changed = (fn(&mut Attempt), Aspect, &'static str);

const CHANGED: &[Changed] = &[
    (|one| one.plan.level = Level::Staff, Aspect::Level, "staff"),
    (
        |one| (one.plan.interview, one.plan.title) = ("sre".into(), "Site reliability".into()),
        Aspect::Interview,
        "Site reliability",
    ),
    (|one| one.plan.topics = vec!["ci".into()], Aspect::Topics, "ci"),
    (|one| one.plan.minutes = 15, Aspect::Length, "15 minutes"),
    (|one| one.plan.extra_time = ExtraTime(150), Aspect::ExtraTime, "×1.5"),
    (|one| one.settings.rules.strict = true, Aspect::Rules, "strict"),
    (|one| one.settings.rules.feedback_each = true, Aspect::Feedback, "after each question"),
    (|one| one.settings.scripted = true, Aspect::Answers, "from a file"),
];

#[test]
fn every_difference_of_conditions_is_said() {
    for (change, aspect, words) in CHANGED {
        let (then, mut now) = (sat(0, Level::Mid, THEN), sat(7, Level::Mid, THEN));
        change(&mut now);
        let (then, now) = (present(then), present(now));
        let comparison = Comparison::of(&then, &now, &BTreeMap::new());
        let said: Vec<_> = comparison.conditions.iter().map(|one| (one.aspect, one.now.as_str())).collect();
        assert_eq!(said, [(*aspect, *words)]);
        let many = Many::of([&then, &now, &then].map(Column::of).into());
        assert_eq!(many.groups, [vec![0, 2], vec![1]], "{aspect:?}");
        assert_eq!(many.between(0, 1), comparison.conditions);
    }
}

#[test]
fn a_question_that_was_passed_over_counts_in_the_dimensions_as_it_does_in_the_score() {
    let both: &[Said<'_>] = &[("deploy-failure", &[STRONG]), ("incident-story", &[STORY])];
    let half: &[Said<'_>] = &[("deploy-failure", &[STRONG]), ("incident-story", &[])];
    let (then, now) = (present(sat(0, Level::Mid, half)), present(sat(7, Level::Mid, both)));
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    for sum in [Some(&comparison.whole), comparison.like_for_like.as_ref()] {
        let sum = sum.unwrap();
        assert_eq!(sum.questions, [2, 2]);
        assert!(sum.overall.difference() > Some(0));
        let of = |id: Dimension| sum.dimensions.iter().find(|one| one.id == id).unwrap().change;
        let (substance, story) = (of(Dimension::Substance), of(Dimension::Star));
        assert!(substance.difference() > Some(0), "the same answer and one more: {substance:?}");
        assert_eq!(story.then, Some(Mille(0)), "no story was told");
    }
    let column = Column::of(&then);
    assert_eq!(column.dimension(Dimension::Star), Some(Mille(0)));
    let mut unreached = sat(0, Level::Mid, half);
    unreached.transcript.answers[1].outcome = Outcome::NotReached;
    assert_eq!(Column::of(&present(unreached)).dimension(Dimension::Star), None, "what was not asked counts nowhere");
}

#[test]
fn extra_time_makes_a_question_another_one() {
    let then = present(sat(0, Level::Mid, THEN));
    let mut longer = sat(7, Level::Mid, NOW);
    longer.plan.extra_time = ExtraTime(150);
    let now = present(longer);
    let comparison = Comparison::of(&then, &now, &BTreeMap::new());
    assert!(comparison.like_for_like.is_none() && comparison.after_model_answer.is_none());
    let said = report::comparison(&comparison, report::Depth::Most, &TimeZone::UTC, Style::Plain, "");
    assert!(said.contains("with other time") && !said.contains("like for like"), "{said}");
}

#[test]
fn interviews_are_told_apart_by_what_they_are_not_by_their_titles() {
    let then = present(sat(0, Level::Mid, THEN));
    let mut other = sat(7, Level::Mid, NOW);
    other.plan.interview = "sre".into();
    let comparison_of = |now: &_| Comparison::of(&then, now, &BTreeMap::new()).conditions;
    let [condition] = comparison_of(&present(other.clone())).try_into().unwrap();
    assert_eq!(condition.aspect, Aspect::Interview);
    assert_eq!(
        (condition.then.as_str(), condition.now.as_str()),
        ("DevOps engineer (devops-engineer)", "DevOps engineer (sre)")
    );
    other.plan.interview.clone_from(&then.attempt.plan.interview);
    other.plan.title = "DevOps engineer, second edition".into();
    assert!(comparison_of(&present(other)).is_empty(), "an interview may get another title");
}

#[test]
fn a_drill_is_compared_by_the_competencies_of_the_interview() {
    let mut interview = sat(0, Level::Mid, THEN);
    interview.settings.competencies = vec![Competency {
        id: "running".into(),
        title: "Running systems".into(),
        topics: vec!["test".into()],
        weight: Default::default(),
    }];
    let (then, now) = (present(interview), present(sat(7, Level::Mid, &[("deploy-failure", &[STRONG])])));
    for (there, back) in [(&then, &now), (&now, &then)] {
        let comparison = Comparison::of(there, back, &BTreeMap::new());
        let titles: Vec<&str> = comparison.whole.competencies.iter().map(|one| one.title.as_str()).collect();
        assert_eq!(titles, ["Running systems"]);
        assert!(comparison.whole.competencies[0].change.difference().is_some());
    }
}
