//! The contract of `hotseat score` that other programs rely on.

use serde_json::Value;

use super::Hotseat;

const ANSWER: &str = "We roll back with Helm first, then we read the logs. We never use Jenkins. \
                      If a migration ran, I roll forward instead, because the old code cannot read the new schema.";

fn score(arguments: &[&str], input: &str) -> Value {
    let whole =
        [&["score", "--question", "failed-deployment", "--level", "mid", "--format", "json"], arguments].concat();
    serde_json::from_str(&Hotseat::new().run_with(&whole, input).good()).unwrap()
}

#[test]
fn one_answer_gives_the_promised_object() {
    let card = score(&[], ANSWER);
    assert_eq!(card["format"], 1);
    assert_eq!((&card["question"], &card["level"]), (&"failed-deployment".into(), &"mid".into()));
    for key in
        ["score", "band", "dimensions", "criteria", "star", "flags", "caps", "next_step", "raise", "rubric", "engine"]
    {
        assert!(card.get(key).is_some(), "{key} is missing");
    }
    for key in ["id", "dimension", "points", "credit", "evidence", "withheld", "feedback"] {
        assert!(card["criteria"][0].get(key).is_some(), "criteria: {key} is missing");
    }
    for key in ["id", "score", "weight"] {
        assert!(card["dimensions"][0].get(key).is_some(), "dimensions: {key} is missing");
    }
    let share = card["score"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&share));
}

#[test]
fn spans_are_bytes_of_the_answer() {
    let answer = format!("Žluťoučký 🚀 – {ANSWER}");
    let card = score(&[], &answer);
    let evidence =
        card["criteria"].as_array().unwrap().iter().flat_map(|criterion| criterion["evidence"].as_array().unwrap());
    let mut seen = 0;
    for one in evidence {
        let at = |key: &str| one[key].as_u64().unwrap() as usize;
        assert_eq!(&answer[at("start")..at("end")], one["text"].as_str().unwrap());
        seen += 1;
    }
    assert!(seen > 0);
}

#[test]
fn another_language_is_not_scored_and_not_zero() {
    let german = "Zuerst rollen wir die alte Version zurück und schauen uns danach in Ruhe die Protokolle an, damit \
                  die Kunden möglichst wenig davon merken und wir die Ursache finden können.";
    let card = score(&[], german);
    assert_eq!((&card["score"], &card["band"]), (&Value::Null, &Value::Null));
    assert_eq!(card["flags"][0], "other-language");
}

#[test]
fn nothing_affirmed_scores_exactly_zero() {
    let card = score(&[], "I have never rolled back and we do not watch error rates.");
    assert_eq!(card["score"], 0.0, "{card:#}");
}

#[test]
fn a_batch_keeps_the_order_and_reports_bad_lines_in_their_place() {
    let lines = [
        serde_json::json!({"id": "a", "question": "failed-deployment", "answer": ANSWER}).to_string(),
        "{\"id\": \"b\", \"question\": \"no-such-question\", \"answer\": \"x\"}".into(),
        "not json".into(),
        serde_json::json!({"id": "d", "question": "failed-deployment", "level": "staff", "answer": ANSWER, "seconds": 9}).to_string(),
    ];
    let ran = Hotseat::new().run_with(&["score", "--batch"], &lines.join("\n"));
    assert_eq!(ran.code, 1, "bad lines are said in the exit code: {}", ran.err);
    let rows: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(rows.len(), 4);
    assert_eq!((&rows[0]["id"], &rows[3]["id"]), (&"a".into(), &"d".into()));
    assert!(rows[0]["score"].is_number() && rows[1]["error"].is_string() && rows[2]["error"].is_string());
    assert_eq!(rows[3]["level"], "staff");
}

#[test]
fn an_answer_may_come_from_a_file() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("answer.txt");
    std::fs::write(&file, ANSWER).unwrap();
    let from_file = score(&[file.to_str().unwrap()], "");
    assert_eq!(from_file, score(&[], ANSWER));
}
