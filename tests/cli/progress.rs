//! `hotseat progress`: what real attempts tell.

use serde_json::Value;

use super::{Hotseat, example};

fn sit(hotseat: &Hotseat, level: &str) {
    let (plan, answers) = (example(&format!("plan-{level}.toml")), example(&format!("answers-{level}.toml")));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
}

#[test]
fn of_nothing_it_says_what_to_do() {
    assert!(Hotseat::new().run(&["progress"]).good().contains("`hotseat run`"));
}

#[test]
fn the_level_of_the_latest_interview_comes_first_and_others_are_named() {
    let hotseat = Hotseat::new();
    ["mid", "mid", "senior"].iter().for_each(|level| sit(&hotseat, level));
    let text = hotseat.run(&["progress"]).good();
    assert!(text.lines().nth(1).unwrap().starts_with("Senior"), "{text}");
    assert!(text.contains("Apart from these: 2 interviews at mid"), "{text}");
    let full = hotseat.run(&["progress", "--full"]).good();
    assert!(full.contains("2 interviews at mid"), "{full}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    for part in ["Practise next", "hotseat drill --topic", "Time, over", "Topics by the level"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
}

#[test]
fn programs_get_all_of_it() {
    let hotseat = Hotseat::new();
    sit(&hotseat, "mid");
    let json: Value = serde_json::from_str(&hotseat.run(&["progress", "--format", "json"]).good()).unwrap();
    assert_eq!((&json["format"], &json["mocks"], &json["drills"]), (&1.into(), &1.into(), &0.into()));
    let report: Value = serde_json::from_str(&hotseat.run(&["report", "--format", "json"]).good()).unwrap();
    assert_eq!(json["trends"][0]["overall"][0]["score"], report["overall"]["score"]);
    assert_eq!(json["coverage"].as_array().unwrap().len(), 25, "every topic of the bank");
    assert_eq!(json["next"].as_array().unwrap().len(), 3);
    let markdown = hotseat.run(&["progress", "--format", "markdown"]).good();
    assert!(markdown.starts_with("# Progress\n") && markdown.contains("| topic | junior |"), "{markdown}");
}

#[test]
fn an_earlier_day_is_told_as_it_stood() {
    let hotseat = Hotseat::new();
    for (week, plan) in [(1, "a"), (2, "b"), (3, "c")] {
        let at = |name: String| example(&format!("six-weeks/{name}.toml"));
        hotseat.run(&["run", &at(format!("plan-{plan}")), "--answers", &at(format!("answers-{week}"))]).good();
    }
    let json = |day: &str| -> Value {
        serde_json::from_str(&hotseat.run(&["progress", "--format", "json", "--as-of", day]).good()).unwrap()
    };
    let (first, third) = (json("2026-10-05"), json("2026-10-29"));
    assert_eq!((&first["interviews"], &third["interviews"]), (&1.into(), &3.into()));
    let due = third["due"].as_array().unwrap().iter().find(|due| due["question"] == "breach-response").unwrap();
    assert_eq!(due["days_since"], 10, "sat on 19 October: {due}");
    assert_eq!(
        hotseat.run(&["progress", "--as-of", "2026-10-04"]).good(),
        hotseat.run(&["progress", "--as-of", "2020-01-01"]).good()
    );
    assert_eq!(hotseat.run(&["progress", "--as-of", "tomorrow"]).code, 2);
}

#[test]
fn an_unknown_topic_is_refused_with_the_nearest_one() {
    let ran = Hotseat::new().run(&["progress", "--topic", "clod"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no topic 'clod'") && ran.err.contains("`cloud`"), "{}", ran.err);
}
