//! `hotseat score --batch` on many lines: the same bytes on any number of threads and in any locale, in little memory.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::PathBuf;
use std::process::Stdio;

use serde_json::{Value, json};

use super::{Hotseat, Ran};

/// Answers that differ in length, question, and what is wrong with them.
const ANSWERS: &[(&str, &str)] = &[
    (
        "failed-deployment",
        "We roll back with Helm first, then we read the logs. If a migration ran, I fix forward instead.",
    ),
    ("gitops", "Git holds the desired state; Argo CD pulls it and corrects drift. We never push from CI."),
    ("idempotency", "Running it again changes nothing: it checks the state first. İstanbul, ISTANBUL, ıI."),
    ("no-such-question", "x"),
    ("retries-backoff", ""),
];

fn line(number: usize) -> String {
    let (question, answer) = ANSWERS[number % ANSWERS.len()];
    json!({"id": number, "question": question, "answer": answer}).to_string() + "\n"
}

fn input(hotseat: &Hotseat, lines: usize) -> PathBuf {
    let path = hotseat.data.path().join("answers.jsonl");
    let mut file = std::io::BufWriter::new(File::create(&path).unwrap());
    for number in 0..lines {
        file.write_all(line(number).as_bytes()).unwrap();
    }
    path
}

fn judged(hotseat: &Hotseat, file: &PathBuf, more: &[&str], locale: &str) -> Ran {
    let mut command = hotseat.command(&["score", "--batch"]);
    Ran::of(command.args(more).arg(file).env("LC_ALL", locale).output().unwrap())
}

#[test]
fn any_number_of_threads_in_any_locale_gives_the_same_bytes_in_the_order_of_the_input() {
    let hotseat = Hotseat::new();
    let file = input(&hotseat, 200);
    let one = judged(&hotseat, &file, &["--threads", "1"], "C");
    assert_eq!((one.code, one.err.as_str()), (1, ""), "some lines are bad, and no progress is drawn into a pipe");
    let ids: Vec<Value> =
        one.out.lines().map(|row| serde_json::from_str::<Value>(row).unwrap()["id"].clone()).collect();
    assert_eq!(ids, (0..200).map(Value::from).collect::<Vec<_>>());
    for (more, locale) in
        [(&["--threads", "2"][..], "C"), (&["--threads", "8"], "C"), (&[], "C"), (&[], "tr_TR.UTF-8"), (&[], "C.UTF-8")]
    {
        let ran = judged(&hotseat, &file, more, locale);
        assert!(ran.out == one.out, "{more:?} in {locale} prints other bytes");
    }
}

#[test]
fn a_line_gets_its_result_before_the_next_one_is_written() {
    let hotseat = Hotseat::new();
    let mut child =
        hotseat.command(&["score", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut results = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut lines = child.stdin.take().unwrap();
    for number in 0..3 {
        lines.write_all(line(number).as_bytes()).unwrap();
        let row: Value = serde_json::from_str(&results.next().unwrap().unwrap()).unwrap();
        assert_eq!(row["id"], number);
    }
    drop(lines);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_goes_away_ends_it_quietly_even_while_more_input_is_awaited() {
    let hotseat = Hotseat::new();
    let mut command = hotseat.command(&["score", "--batch"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut results = BufReader::new(child.stdout.take().unwrap());
    let mut lines = child.stdin.take().unwrap();
    lines.write_all(line(0).as_bytes()).unwrap();
    results.read_line(&mut String::new()).unwrap();
    drop(results);
    lines.write_all(line(1).as_bytes()).unwrap();
    // The input stays open.
    assert!(child.wait().unwrap().success());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!(said, "");
    drop(lines);
}

#[test]
fn a_line_beyond_any_measure_is_an_error_on_its_line() {
    let hotseat = Hotseat::new();
    let path = hotseat.data.path().join("answers.jsonl");
    let mut file = File::create(&path).unwrap();
    file.write_all(line(0).as_bytes()).unwrap();
    let endless = format!("{{\"id\": 1, \"question\": \"gitops\", \"answer\": \"{}\"}}\n", "word ".repeat(4 << 20));
    file.write_all(endless.as_bytes()).unwrap();
    file.write_all(line(2).as_bytes()).unwrap();
    let ran = judged(&hotseat, &path, &[], "C");
    let rows: Vec<Value> = ran.out.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    assert_eq!((ran.code, rows.len()), (1, 3), "{}", ran.err);
    assert!(rows[1]["error"].as_str().unwrap().contains("16 MiB"), "{}", rows[1]);
    assert!(rows[0]["score"].is_number() && rows[2]["score"].is_number());
}

#[test]
fn threads_are_for_batches() {
    let ran = Hotseat::new().run(&["score", "--question", "gitops", "--threads", "2"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--threads"), "{}", ran.err);
    assert_eq!(Hotseat::new().run(&["score", "--batch", "--threads", "0"]).code, 2);
}

/// The most memory that a running process had, in KiB.
#[cfg(target_os = "linux")]
fn high_water(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse().unwrap()
}

/// The most memory that a batch of so many lines takes, whose results nobody reads at first. The lines cost memory and no
/// time: there is nothing to judge in them.
#[cfg(target_os = "linux")]
fn peak(lines: usize) -> u64 {
    let hotseat = Hotseat::new();
    let mut command = hotseat.command(&["score", "--batch", "--threads", "2"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        for number in 0..lines {
            let row = json!({"id": number, "question": "no-such-question", "answer": "word ".repeat(400)});
            input.write_all(format!("{row}\n").as_bytes()).unwrap();
        }
        input
    });
    std::thread::sleep(std::time::Duration::from_millis(500));
    let rows = BufReader::new(child.stdout.take().unwrap()).lines().take(lines);
    assert_eq!(rows.map(Result::unwrap).count(), lines);
    let open = writer.join().unwrap();
    let peak = high_water(child.id());
    drop(open);
    assert_eq!(child.wait().unwrap().code(), Some(1));
    peak
}

#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_the_input() {
    let (few, many) = (peak(100), peak(20_000));
    // All lines together have 40 MiB.
    assert!(many < few + 8 * 1024, "{many} KiB for 20,000 lines, {few} KiB for 100");
}
