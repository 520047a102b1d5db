//! The JSON that other programs rely on.

use hotseat::content::Level;
use serde_json::Value;

use super::answers::GOOD;
use super::bench::score;

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn json(question: &str, answer: &str) -> Value {
    serde_json::to_value(score(question, Level::Mid, answer)).unwrap()
}

#[test]
fn a_scorecard_has_the_keys_of_the_contract() {
    let card = json("deploy-failure", &format!("{GOOD} I have never used Kubernetes."));
    for key in [
        "format",
        "question",
        "level",
        "score",
        "band",
        "dimensions",
        "criteria",
        "star",
        "flags",
        "caps",
        "next_step",
        "rubric",
        "engine",
    ] {
        assert!(card.get(key).is_some(), "{key}");
    }
    assert_eq!(card["format"], 1);
    assert_eq!(card["level"], "mid");
    assert!(card["star"].is_null());
    for key in ["id", "score", "weight"] {
        assert!(keys(&card["dimensions"][0]).contains(&key), "{key}");
    }
    for key in ["id", "dimension", "points", "credit", "evidence", "withheld", "feedback"] {
        assert!(keys(&card["criteria"][0]).contains(&key), "{key}");
    }
    let evidence = &card["criteria"][0]["evidence"][0];
    for key in ["segment", "start", "end", "text", "status", "rule"] {
        assert!(keys(evidence).contains(&key), "{key}");
    }
    let tools = card["criteria"].as_array().unwrap().iter().find(|one| one["id"] == "tooling").unwrap();
    let withheld = &tools["withheld"][0];
    assert_eq!((&withheld["status"], &withheld["because"]), (&"negated".into(), &"'never' denies it".into()));
}

#[test]
fn shares_are_numbers_from_0_to_1() {
    let card = json("deploy-failure", GOOD);
    let weights: f64 = card["dimensions"].as_array().unwrap().iter().map(|one| one["weight"].as_f64().unwrap()).sum();
    assert!((weights - 1.0).abs() < 1e-9);
    assert!((0.0..=1.0).contains(&card["score"].as_f64().unwrap()));
}

#[test]
fn a_story_has_its_parts() {
    let card = json("incident-story", "I restarted it last week and told the team. It was back in 5 minutes.");
    for key in ["situation", "task", "action", "result", "measured"] {
        assert!(keys(&card["star"]).contains(&key), "{key}");
    }
}

#[test]
fn what_cannot_be_scored_is_null() {
    let card = json("deploy-failure", "");
    assert!(card["score"].is_null() && card["band"].is_null() && card["next_step"].is_null());
    assert_eq!(card["flags"], serde_json::json!(["empty"]));
}

#[test]
fn a_scorecard_survives_being_kept() {
    let card =
        score("incident-story", Level::Senior, "I restarted it last week and told the team. It was back in 5 minutes.");
    let kept = serde_json::to_string(&card).unwrap();
    assert_eq!(serde_json::from_str::<hotseat::scoring::Scorecard>(&kept).unwrap(), card);
}
