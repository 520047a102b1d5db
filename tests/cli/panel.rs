//! `hotseat panel`, as those use it who decide.

use serde_json::{Value, json};

use super::{Hotseat, Ran, example};

fn panel(arguments: &[&str]) -> Ran {
    Hotseat::new().run(&[&["panel"], arguments].concat())
}

/// An example scorecard with something changed, as a file of its own.
fn changed(hotseat: &Hotseat, name: &str, change: impl Fn(&mut Value)) -> String {
    changed_of("panel/C1-I1.json", hotseat, name, change)
}

fn changed_of(of: &str, hotseat: &Hotseat, name: &str, change: impl Fn(&mut Value)) -> String {
    let mut sheet: Value = serde_json::from_str(&std::fs::read_to_string(example(of)).unwrap()).unwrap();
    change(&mut sheet);
    let file = hotseat.data.path().join(name);
    std::fs::write(&file, sheet.to_string()).unwrap();
    file.to_string_lossy().into_owned()
}

#[test]
fn a_folder_of_scorecards_is_combined_and_nobody_is_ranked() {
    for form in [&[][..], &["--plain"], &["--format", "markdown"]] {
        let folder = example("panel");
        let out = panel(&[&[folder.as_str()], form].concat()).good();
        let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [
            "The tool ranks nobody and recommends no hiring.",
            "To discuss: ratings 2 or more apart",
            "question 3: A job calls an API",
            "I1 gave 4, strong",
            "I had missed the idempotency key",
            "question 6: not assessed by I2: the fire alarm",
            "How far the interviewers agree",
            "Krippendorff's alpha (ordinal) over all interviewers: 0.555",
            "The engine against people",
            "With fewer than 20 answers these figures say little",
        ] {
            assert!(flat.contains(part), "{form:?}: {part}\n{out}");
        }
        let places: Vec<usize> =
            ["Candidate C1", "Candidate C2", "Candidate C3"].map(|code| out.find(code).unwrap()).to_vec();
        assert!(places.is_sorted());
    }
}

#[test]
fn one_candidate_and_one_interviewer_are_said_plainly() {
    let alone = panel(&[&example("panel/C1-I1.json"), "--plain"]).good();
    assert!(alone.contains("One interviewer only: there is nothing to compare."), "{alone}");
    assert!(!alone.contains("How far the interviewers agree"), "{alone}");
    let two = panel(&[&example("panel/C2-I1.json"), &example("panel/C2-I2.json")]).good();
    assert!(two.contains("Mean 2.40 of 4; 1 of 6 assessed by nobody"), "{two}");
}

#[test]
fn json_holds_every_rating_and_figure() {
    let out = panel(&[&example("panel"), "--format", "json"]).good();
    let panel: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((&panel["kind"], &panel["format"]), (&json!("interview-panel"), &json!(1)));
    let question = &panel["candidates"][0]["questions"][2];
    assert_eq!((&question["mean"], &question["spread"], &question["discuss"]), (&json!(3.0), &json!(2), &json!(true)));
    assert_eq!(question["voices"][1]["initial"], 2);
    assert_eq!(question["voices"][1]["revised"]["band"], 3);
    assert_eq!(panel["candidates"][1]["questions"][5]["mean"], Value::Null);
    assert_eq!(panel["raters"]["pairs"][0]["kappa"]["answers"], 17);
}

#[test]
fn the_result_can_be_written_to_a_new_file() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("panel.md");
    let run = || hotseat.run(&["panel", &example("panel"), "--format", "markdown", "--output", file.to_str().unwrap()]);
    assert!(run().good().is_empty());
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("# Panel: DevOps engineer, mid, 45 minutes"));
    let again = run();
    assert_eq!(again.code, 2);
    assert!(again.err.contains("`--force` replaces it"), "{}", again.err);
}

#[test]
fn what_cannot_be_combined_is_refused() {
    let hotseat = Hotseat::new();
    let good = example("panel/C2-I1.json");
    let cases = [
        (
            changed(&hotseat, "senior.json", |sheet| sheet["level"] = json!("senior")),
            "only on the same plan fingerprint",
        ),
        (changed(&hotseat, "other.json", |sheet| sheet["plan"] = json!("0000")), "of plan 0000"),
        (changed(&hotseat, "again.json", |sheet| sheet["candidate"] = json!("C2")), "are both I1's scorecard of C2"),
        (
            changed(&hotseat, "band.json", |sheet| sheet["questions"][1]["rating"]["band"] = json!(9)),
            "band.json: question 2",
        ),
        (changed(&hotseat, "kind.json", |sheet| sheet["kind"] = json!("x")), "no interviewer's scorecard"),
        (hotseat.data.path().join("none.json").display().to_string(), "cannot read"),
        (example("plan-mid.toml"), "cannot be read as a scorecard"),
    ];
    for (file, says) in &cases {
        let ran = hotseat.run(&["panel", &good, file]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{file}");
        assert!(ran.err.contains(says), "{says}: {}", ran.err);
    }
    let empty = tempfile::tempdir().unwrap();
    let ran = hotseat.run(&["panel", empty.path().to_str().unwrap()]);
    assert!(ran.code == 2 && ran.err.contains("there are no scorecards in"), "{}", ran.err);
}

#[test]
fn other_json_in_a_folder_is_named_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::copy(example("panel/C1-I1.json"), folder.path().join("a.json")).unwrap();
    std::fs::write(folder.path().join("b.json"), "{\"kind\": \"interview-panel\"}").unwrap();
    std::fs::write(folder.path().join("c.txt"), "notes").unwrap();
    let ran = panel(&[folder.path().to_str().unwrap()]);
    assert!(ran.err.contains("b.json is no scorecard") && !ran.err.contains("c.txt"), "{}", ran.err);
    assert!(ran.good().contains("1 candidate, rated by I1."));
}

/// Times beyond all measure.
fn question_times(sheet: &mut Value) {
    let question = &mut sheet["questions"][2];
    question["used_ms"] = json!(u64::MAX);
    question["notes"][0]["at_ms"] = json!(u64::MAX);
}

#[test]
fn hostile_scorecards_steer_nothing() {
    let hotseat = Hotseat::new();
    let evil = "\u{1b}]0;owned\u{7}<script>alert(1)</script> \u{202e}| a |\n# heading";
    let file = changed(&hotseat, "evil.json", |sheet| {
        sheet["title"] = json!(evil);
        question_times(sheet);
        let question = &mut sheet["questions"][2];
        question["prompt"] = json!(evil);
        question["rating"]["evidence"] = json!(evil);
        question["notes"][0]["text"] = json!(evil);
        question["revised"] = json!({"band": 1, "because": evil});
        sheet["questions"][0]["rating"]["band"] = json!(1);
    });
    // What was asked in other words is refused, so the other one asks the same.
    let two =
        changed_of("panel/C1-I2.json", &hotseat, "two.json", |sheet| sheet["questions"][2]["prompt"] = json!(evil));
    for form in [&[][..], &["--plain"], &["--format", "markdown"]] {
        let out = hotseat.run(&[&["panel", &file, &two], form].concat()).good();
        let bad: Vec<char> = out.chars().filter(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}').collect();
        assert!(bad.is_empty(), "{form:?} {bad:?}");
        if form.contains(&"markdown") {
            assert!(!out.contains("<script>") && !out.contains("\n# heading") && !out.contains("<i>"), "{out}");
        }
    }
    let named = changed(&hotseat, "named.json", |sheet| sheet["interviewer"] = json!("<i>\u{202e}|x|"));
    let refused = hotseat.run(&["panel", &named]);
    assert!(refused.code == 2 && refused.err.contains("`interviewer` is no code"), "{}", refused.err);
    let wrong = changed(&hotseat, "wrong.json", |sheet| sheet["questions"][0]["question"] = json!("x\u{1b}[2J"));
    let twice = changed(&hotseat, "twice.json", |sheet| sheet["questions"][0]["question"] = json!("y\u{1b}[2J"));
    assert!(!hotseat.run(&["panel", &wrong, &twice]).err.contains('\u{1b}'));
}
