//! Criteria and patterns: what is credited, missed, claimed and of no use, and where it stands.

use hotseat::calibration::criteria::{Credited, Use};
use hotseat::calibration::{Bench, CriterionReport, criteria, judged};
use hotseat::content::{Library, sources};

use super::judge;
use crate::scoring::bench::library;

const WITH: &str = "We roll back the release at once, and we look for drift on the servers every week.";
const WITHOUT: &str = "We ask a colleague what to do, and then we wait until the customers are calm again.";

fn told(id: &str, rating: f64, answer: &str, more: &str) -> String {
    format!(r#"{{"id": "{id}", "question": "terms", "rating": {rating}, "answer": "{answer}"{more}}}"#)
}

fn reports() -> Vec<CriterionReport> {
    let claim = r#", "claims": [{"criterion": "rollback", "start": 0, "end": 2, "text": "We"}, {"criterion": "drift", "start": 38, "end": 55,
        "text": "we look for drift"}]"#;
    let (_, judged) = judge(&[
        told("good", 4.0, WITH, r#", "criteria": {"rollback": true, "drift": false}"#),
        told("missing", 4.0, WITHOUT, r#", "criteria": {"rollback": true}"#),
        told("bad", 0.0, WITH, &claim.replace('\n', " ")),
        told("nothing", 0.0, WITHOUT, r#", "claims": [{"criterion": "rollback", "start": 0, "end": 2, "text": "We"}]"#),
    ]);
    criteria(&judged, library(), &[])
}

fn of(id: &str) -> CriterionReport {
    reports().into_iter().find(|one| one.criterion == id).unwrap()
}

#[test]
fn credit_is_counted_among_good_and_bad_answers() {
    let found = of("rollback");
    assert_eq!(found.all, Credited { credited: 2, of: 4 });
    assert_eq!((found.strong, found.bad), (Credited { credited: 1, of: 2 }, Credited { credited: 1, of: 2 }));
    assert_eq!((found.missed_by, found.credited_in_bad), (vec!["missing".to_owned()], vec!["bad".to_owned()]));
}

#[test]
fn labels_give_precision_and_recall() {
    let rollback = of("rollback").labelled.unwrap();
    assert_eq!((rollback.precision, rollback.recall), (Some(1.0), Some(0.5)));
    let drift = of("drift").labelled.unwrap();
    assert_eq!((drift.precision, drift.recall), (Some(0.0), None));
    assert_eq!(of("helm").labelled, None);
}

#[test]
fn claims_that_earn_nothing_are_named() {
    let found = of("rollback");
    assert_eq!(found.claims, 2);
    assert_eq!(found.claims_not_credited.iter().map(|claim| claim.answer.as_str()).collect::<Vec<_>>(), ["nothing"]);
    assert_eq!((of("drift").claims, of("drift").claims_not_credited.len()), (1, 0));
}

#[test]
fn words_that_answered_a_probe_are_judged_with_the_answer() {
    let probed = told(
        "probed",
        3.0,
        WITHOUT,
        r#", "claims": [{"criterion": "rollback", "start": 0, "end": 30, "text": "I would roll back the release at once.", "probe": "And then?"}]"#,
    );
    let (_, judged) = judge(&[probed]);
    assert_eq!(judged[0].claims_met, [true]);
}

#[test]
fn patterns_are_needed_redundant_or_dead() {
    let uses =
        |id: &str| of(id).patterns.iter().map(|pattern| (pattern.pattern.clone(), pattern.verdict)).collect::<Vec<_>>();
    assert_eq!(uses("rollback"), [("rollback".into(), Use::Redundant), ("roll* ~2 back".into(), Use::Redundant)]);
    assert_eq!(uses("drift"), [("drift".into(), Use::Needed)]);
    assert_eq!(uses("canary"), [("canary".into(), Use::Dead)]);
}

/// Every pattern of the bank stands on the line that is given for it.
#[test]
fn lines_are_those_of_the_patterns() {
    let library = Library::builtin().unwrap();
    let rated = hotseat::calibration::rated::samples(&library, false);
    let mut rated: Vec<_> = rated.into_iter().filter(|one| one.band == Some(4)).collect();
    rated.dedup_by(|a, b| a.question == b.question);
    let judged = judged(&rated, &Bench::new(&library, &rated), &|| {});
    let sources = sources::shipped();
    let mut seen = 0;
    for report in criteria(&judged, &library, &sources) {
        let file = report.file.unwrap();
        let text = &sources.iter().find(|source| source.name == file).unwrap().text;
        let line = |number: Option<usize>| text.lines().nth(number.unwrap() - 1).unwrap();
        assert!(line(report.line).contains(&report.criterion), "{file}:{:?}", report.line);
        for pattern in &report.patterns {
            let written = pattern.pattern.trim_start_matches("@group:").replace('\\', "\\\\");
            let line = line(pattern.line);
            assert!(line.contains(&written) || line.contains(&pattern.pattern), "{file}:{:?}: {written}", pattern.line);
            seen += 1;
        }
    }
    assert!(seen > 1000, "{seen}");
}
