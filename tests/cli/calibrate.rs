//! `hotseat calibrate`, as authors of rubrics use it.

use serde_json::Value;

use super::{Hotseat, Ran};

const GOOD: &str = "We roll back with Helm first, because that is the fastest way, then we read the logs in Loki. Prometheus alerts us \
    when the error rate rises. If a migration ran, I roll forward instead, as the old code cannot read the new schema. Afterwards \
    we write a postmortem without blame.";

fn rated() -> String {
    let line = |id: &str, rating: f64, style: &str, answer: &str| {
        serde_json::json!({"answer_id": id, "question_id": "failed-deployment", "level": "mid", "rating": rating, "style": style,
            "answer": answer})
        .to_string()
    };
    [
        line("good", 4.0, "strong", GOOD),
        line("weak", 0.5, "vague", "I would look at it and then ask somebody who knows the system better than I do."),
        line("none", 0.0, "vague", "We should always test more before we put anything on the servers."),
    ]
    .join("\n")
}

fn calibrate(arguments: &[&str], input: &str) -> Ran {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("rated.jsonl");
    std::fs::write(&file, input).unwrap();
    hotseat.run(&[&["calibrate", file.to_str().unwrap()], arguments].concat())
}

#[test]
fn figures_are_printed_with_their_caution() {
    let out = calibrate(&[], &rated()).good();
    assert!(out.starts_with("3 answers to 1 question: how far scores agree with ratings"), "{out}");
    for part in [
        "quadratic weighted kappa",
        "95 % interval",
        "By style",
        "Ratings of synthetic answers say little about real candidates",
    ] {
        assert!(out.contains(part), "{part} is missing: {out}");
    }
    assert!(!out.contains('\u{1b}'));
}

#[test]
fn bad_lines_are_named_and_the_rest_is_judged() {
    let ran = calibrate(&["--format", "json"], &format!("oops\n{}\n{{\"question\": \"no-such\"}}", rated()));
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("rated.jsonl:1: not JSON") && ran.err.contains("rated.jsonl:5: "), "{}", ran.err);
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(found["answers"], 3);
    assert_eq!(found["problems"][0]["line"], 1);
}

#[test]
fn where_no_line_is_good_the_object_says_so() {
    let ran = calibrate(&["--format", "json"], "oops");
    let found: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &found["answers"], found["problems"].as_array().unwrap().len()), (1, &Value::from(0), 1));
    assert_eq!(found["headline"][0]["value"], Value::Null);
}

#[test]
fn what_cannot_be_read_is_a_failure() {
    let hotseat = Hotseat::new();
    let ran = hotseat.run(&["calibrate", "no-such-file.jsonl"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot read no-such-file.jsonl"), "{}", ran.err);
    let ran = calibrate(&[], "");
    assert_eq!((ran.code, ran.err.contains("there are no rated answers")), (2, true));
    let ran = calibrate(&["--question", "failed-deploymen"], &rated());
    assert_eq!((ran.code, ran.err.contains("failed-deployment")), (2, true), "{}", ran.err);
}

#[test]
fn json_is_a_stable_object_and_twice_the_same() {
    let arguments = ["--format", "json", "--criteria", "--fit", "--attacks", "--each"];
    let first = calibrate(&arguments, &rated()).good();
    assert_eq!(first, calibrate(&arguments, &rated()).good());
    let found: Value = serde_json::from_str(&first).unwrap();
    assert_eq!(found["format"], 1);
    let keys = [
        "answers",
        "questions",
        "headline",
        "confusion",
        "by_question",
        "by_style",
        "dimensions",
        "star",
        "worst",
        "each",
        "criteria",
        "fit",
        "attacks",
        "problems",
        "caution",
    ];
    for key in keys {
        assert!(found.get(key).is_some(), "{key} is missing");
    }
    assert_eq!(found["headline"][0]["figure"], "quadratic-weighted-kappa");
    assert_eq!(found["each"].as_array().unwrap().len(), 3);
    assert_eq!(found["each"][0]["scorecard"]["question"], "failed-deployment");
    assert!(found["criteria"][0]["patterns"][0]["line"].is_number());
    assert_eq!(found["fit"]["cuts"].as_array().unwrap().len(), 3);
}

#[test]
fn each_form_says_the_same() {
    let arguments = ["--criteria", "--fit", "--attacks", "--each"];
    let plain = calibrate(&[&arguments[..], &["--plain"]].concat(), &rated()).good();
    let markdown = calibrate(&[&arguments[..], &["--format", "markdown"]].concat(), &rated()).good();
    assert!(markdown.contains("| figure | value | 95 % interval |"), "{markdown}");
    for part in
        ["By criterion", "Every answer", "Cut scores, fitted on 3 answers", "What must not pay", "What must not matter"]
    {
        assert!(plain.contains(part) && markdown.contains(part), "{part}");
    }
    assert!(plain.contains("figure: quadratic weighted kappa; value: "), "{plain}");
    assert!(plain.contains("under [bands] in rubrics/scale.toml"));
}

#[test]
fn useless_patterns_of_a_question_are_listed_by_line() {
    let out = calibrate(&["--question", "failed-deployment", "--plain"], &rated()).good();
    assert!(
        out.lines()
            .any(|line| line.starts_with("rubrics/deployments/failed-deployment.toml:") && line.contains(": dead: ")),
        "{out}"
    );
}

#[test]
fn ratings_may_come_from_standard_input() {
    let out = Hotseat::new().run_with(&["calibrate", "-", "--worst", "0"], &rated()).good();
    assert!(out.starts_with("3 answers"), "{out}");
}
