//! `hotseat run --answers`: an interview without a keyboard, and the reports of it.

use super::{Hotseat, example};

const LEVELS: [&str; 4] = ["junior", "mid", "senior", "staff"];

fn sit(hotseat: &Hotseat, level: &str) -> super::Ran {
    let (plan, answers) = (example(&format!("plan-{level}.toml")), example(&format!("answers-{level}.toml")));
    hotseat.run(&["run", &plan, "--answers", &answers])
}

#[test]
fn each_level_prints_a_complete_report_twice_alike() {
    for level in LEVELS {
        let first = sit(&Hotseat::new(), level);
        let second = sit(&Hotseat::new(), level);
        assert_eq!(first.err, "", "at {level}");
        assert_eq!(first.out, second.out, "at {level}");
        for part in ["Overall", "What worked", "The changes worth most", "Questions", "Next"] {
            assert!(first.out.contains(part), "{part} is missing at {level}:\n{}", first.out);
        }
        assert!(first.out.lines().count() <= 45, "more than a screen at {level}:\n{}", first.out);
        assert!(first.out.lines().all(|line| line.chars().count() <= 80), "wider than 80 columns:\n{}", first.out);
    }
}

#[test]
fn the_full_report_holds_every_answer_and_every_model_answer() {
    let hotseat = Hotseat::new();
    sit(&hotseat, "mid").good();
    let json: serde_json::Value = serde_json::from_str(&hotseat.run(&["report", "--format", "json"]).good()).unwrap();
    let full = hotseat.run(&["report", "--full", "--plain"]).good();
    for question in json["questions"].as_array().unwrap() {
        assert_eq!(question["outcome"], "answered", "{question}");
        for line in question["segments"][0]["text"].as_str().unwrap().trim().lines() {
            assert!(full.contains(line), "a line of the answer is missing: {line}");
        }
    }
    assert_eq!(full.matches("A model answer").count(), json["questions"].as_array().unwrap().len());
}

#[test]
fn evidence_is_quoted_by_its_bytes() {
    let hotseat = Hotseat::new();
    sit(&hotseat, "senior").good();
    let json: serde_json::Value = serde_json::from_str(&hotseat.run(&["report", "--format", "json"]).good()).unwrap();
    let mut seen = 0;
    for question in json["questions"].as_array().unwrap() {
        let texts: Vec<&str> =
            question["segments"].as_array().unwrap().iter().map(|segment| segment["text"].as_str().unwrap()).collect();
        for criterion in question["scorecard"]["criteria"].as_array().unwrap() {
            for evidence in criterion["evidence"].as_array().unwrap() {
                let at = |key: &str| evidence[key].as_u64().unwrap() as usize;
                assert_eq!(&texts[at("segment")][at("start")..at("end")], evidence["text"].as_str().unwrap());
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "hardly any evidence: {seen}");
}

#[test]
fn a_question_without_an_answer_counts_nothing_and_a_stray_answer_is_a_warning() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("answers.toml");
    std::fs::write(&file, "[[answers]]\nquestion = \"no-such-question\"\nseconds = 5\nanswer = \"roll back\"\n")
        .unwrap();
    let run =
        hotseat.run(&["run", "--level", "mid", "--minutes", "15", "--seed", "1", "--answers", file.to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("'no-such-question' is answered"), "{}", run.err);
    assert!(run.out.contains("nothing written"), "{}", run.out);
}

#[test]
fn attempts_are_listed_newest_first_and_found_by_name() {
    let hotseat = Hotseat::new();
    assert!(hotseat.run(&["history"]).good().contains("No attempt is finished yet"));
    sit(&hotseat, "junior").good();
    sit(&hotseat, "staff").good();
    let history = hotseat.run(&["history", "--plain"]).good();
    let lines: Vec<&str> = history.lines().collect();
    assert!(lines[0].contains("staff") && lines[1].contains("junior"), "{history}");
    assert!(hotseat.run(&["report", "last~1"]).good().contains("junior"));
    let id = lines[1].rsplit(' ').next().unwrap();
    assert!(hotseat.run(&["report", id]).good().contains("junior"));
}

#[test]
fn an_interview_sat_at_another_time_is_told_by_that_time() {
    let hotseat = Hotseat::new();
    let answer =
        "[[answers]]\nquestion = \"idempotency\"\nseconds = 100\nanswer = \"Running it twice changes nothing.\"\n";
    let sit = |started: &str| {
        let file = hotseat.file("then.toml", &format!("started = {started}\n{answer}"));
        hotseat.run(&["run", &example("plan-junior.toml"), "--answers", &file])
    };
    sit("2026-10-05T18:30:00Z").good();
    sit("\"2026-09-01T18:30:00+02:00\"").good();
    let json: serde_json::Value = serde_json::from_str(&hotseat.run(&["history", "--format", "json"]).good()).unwrap();
    let times: Vec<_> = json.as_array().unwrap().iter().map(|one| one["started"].as_str().unwrap()).collect();
    assert_eq!(times, ["2026-10-05T18:30:00Z", "2026-09-01T16:30:00Z"]);
    let finished = json[0]["finished"].as_str().unwrap();
    assert!(finished.starts_with("2026-10-05T18:3"), "its clock goes on from there: {finished}");
    for (started, said) in [
        ("1960-01-01T00:00:00Z", "`started` lies before 1970"),
        ("2999-01-01T00:00:00Z", "`started` lies in the future"),
        ("2026-10-05", "`started` is a date and time with its zone"),
        ("17", "`started` is a date and time, not integer"),
    ] {
        let ran = sit(started);
        assert!(ran.code == 2 && ran.err.contains(said), "{started}: {}", ran.err);
    }
}
