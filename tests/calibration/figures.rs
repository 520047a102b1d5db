//! Figures of a small set whose scores are plain: a list of five answers to one question.

use hotseat::calibration::{each, figures, worst};

use super::{judge, line};

const GOOD: &str = "We roll back with Helm first, because that is fastest, and then we read the logs. Prometheus showed the error \
    rate within a minute. If a migration ran, I roll forward instead, as the old code cannot read the new schema.";
const NOTHING: &str = "I would ask somebody who has seen this before and then go home for the day.";

fn figure(found: &hotseat::calibration::Figures, name: &str) -> Option<f64> {
    found.headline.iter().find(|one| one.figure == name).unwrap().value
}

#[test]
fn perfect_agreement_is_one_everywhere() {
    let (_, judged) = judge(&[
        line("a", "deploy-failure", 0.0, NOTHING),
        line("b", "deploy-failure", 0.0, NOTHING),
        line("c", "deploy-failure", 4.0, GOOD),
    ]);
    // The ratings are those that the scores give, whatever the rubric makes of the answers.
    let bands: Vec<u8> = judged.iter().map(|one| one.band()).collect();
    assert_eq!(bands[0], bands[1]);
    let lines: Vec<String> = (["a", "b", "c"].iter().zip(&bands).zip([NOTHING, NOTHING, GOOD]))
        .map(|((id, band), answer)| line(id, "deploy-failure", [0.0, 0.5, 1.5, 3.0, 4.0][usize::from(*band)], answer))
        .collect();
    let (_, judged) = judge(&lines);
    let found = figures(&judged);
    for name in ["quadratic-weighted-kappa", "exact-agreement", "adjacent-agreement", "spearman", "pairs-in-order"] {
        assert_eq!(figure(&found, name), Some(1.0), "{name}");
    }
    assert_eq!(figure(&found, "standardised-mean-difference"), Some(0.0));
    assert!(worst(&judged, 5).is_empty());
    assert_eq!(found.resampled, "answers");
}

#[test]
fn the_confusion_has_ratings_in_rows_and_scores_in_columns() {
    let (_, judged) = judge(&[line("a", "deploy-failure", 4.0, NOTHING), line("b", "deploy-failure", 4.0, NOTHING)]);
    let found = figures(&judged);
    assert_eq!(found.confusion[3], [2, 0, 0, 0]);
    assert_eq!(figure(&found, "exact-agreement"), Some(0.0));
    assert_eq!(figure(&found, "quadratic-weighted-kappa"), Some(0.0));
    assert_eq!(figure(&found, "spearman"), None);
}

#[test]
fn the_answer_farthest_from_its_rating_comes_first() {
    let (_, judged) = judge(&[
        line("close", "deploy-failure", 1.0, NOTHING),
        line("far", "deploy-failure", 4.0, NOTHING),
        line("right", "deploy-failure", 0.0, NOTHING),
    ]);
    let found: Vec<&str> = worst(&judged, 2).iter().map(|case| case.answer).collect();
    assert_eq!(found, ["far", "close"]);
    let all = each(&judged);
    assert_eq!(all.iter().map(|case| case.answer).collect::<Vec<_>>(), ["close", "far", "right"]);
    assert_eq!(all[1].displaced, 1.0, "rated third, scored second of three equals");
}

#[test]
fn answers_with_claims_only_count_for_criteria_only() {
    let claim = r#"{"id": "c", "question": "terms", "answer": "helm",
        "claims": [{"criterion": "helm", "start": 0, "end": 4, "text": "helm"}]}"#;
    let (_, judged) = judge(&[line("a", "terms", 0.0, NOTHING), claim.replace('\n', " ")]);
    let found = figures(&judged);
    assert_eq!((found.answers, found.rated), (2, 1));
    assert_eq!(found.confusion.iter().flatten().sum::<usize>(), 1);
}

#[test]
fn parts_of_stories_are_compared_with_their_ratings() {
    let story = "Last March our shop stopped taking orders on a Friday evening. I was on call and had to bring it back. I rolled \
        the release back and added an alert. Orders ran again after ten minutes, and failures fell from 5 % to 0.1 %.";
    let told = serde_json::json!({"id": "s", "question": "incident-story", "rating": 4, "answer": story, "measured": true,
        "star": {"situation": 1.0, "task": 1.0, "action": 1.0, "result": 1.0}});
    let (_, judged) = judge(&[told.to_string()]);
    let found = figures(&judged);
    assert_eq!(
        found.star.iter().map(|part| part.part).collect::<Vec<_>>(),
        ["situation", "task", "action", "result", "measured"]
    );
    assert!(found.star.iter().all(|part| part.counts.hits + part.counts.misses == 1 && part.counts.false_alarms == 0));
}
