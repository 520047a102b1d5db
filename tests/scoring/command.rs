//! `hotseat score`, as other programs call it.

use assert_cmd::Command;
use serde_json::Value;

fn hotseat(arguments: &[&str], input: &str) -> (Vec<Value>, String, i32) {
    let mut command = Command::cargo_bin("hotseat").unwrap();
    let output = command.arg("score").args(arguments).write_stdin(input).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let values = serde_json::Deserializer::from_str(&lines).into_iter().map(Result::unwrap).collect();
    (values, String::from_utf8(output.stderr).unwrap(), output.status.code().unwrap())
}

#[test]
fn an_answer_is_read_from_standard_input() {
    let (cards, _, code) =
        hotseat(&["--question", "gitops", "--level", "senior", "--format", "json"], "A controller pulls from Git.");
    assert_eq!((cards.len(), code), (1, 0));
    assert_eq!((&cards[0]["question"], &cards[0]["level"]), (&"gitops".into(), &"senior".into()));
}

#[test]
fn a_batch_keeps_its_order_and_names_bad_lines() {
    let input = "{\"id\": 1, \"question\": \"gitops\", \"answer\": \"A controller pulls from Git.\"}\nnot json\n\
                 {\"id\": \"x\", \"question\": \"gitopsy\", \"answer\": \"\"}\n\
                 {\"id\": \"y\", \"question\": \"gitops\", \"level\": \"staff\", \"answer\": \"\", \"seconds\": 9}\n";
    let (lines, _, code) = hotseat(&["--batch"], input);
    assert_eq!((lines.len(), code), (4, 1));
    assert_eq!((&lines[0]["id"], &lines[0]["format"]), (&1.into(), &1.into()));
    assert!(lines[1]["id"].is_null() && lines[1]["error"].is_string());
    assert!(lines[2]["error"].as_str().unwrap().contains("`gitops`"), "{}", lines[2]);
    assert_eq!((&lines[3]["id"], &lines[3]["level"]), (&"y".into(), &"staff".into()));
}

#[test]
fn a_good_batch_succeeds() {
    let (lines, _, code) = hotseat(&["--batch"], "{\"id\": 1, \"question\": \"gitops\", \"answer\": \"We pull.\"}\n\n");
    assert_eq!((lines.len(), code), (1, 0));
}

#[test]
fn an_unknown_question_is_wrong_use_and_the_nearest_one_is_named() {
    let (_, complaint, code) = hotseat(&["--question", "gitop"], "We pull.");
    assert_eq!(code, 2);
    assert!(complaint.contains("`gitops`"), "{complaint}");
}

#[test]
fn unreadable_input_is_wrong_use() {
    let (_, complaint, code) = hotseat(&["--question", "gitops", "no-such-file"], "");
    assert_eq!(code, 2);
    assert!(complaint.contains("no-such-file"), "{complaint}");
}
