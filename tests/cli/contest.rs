//! Contesting: marked words and "already said", from the session to the file for the rubric's author; no score moves by it.

use serde_json::Value;

use super::{Hotseat, Ran};

/// Its second question is `slow-distributed-request`, with one follow-up.
const RUN: &[&str] = &["run", "tests/cli/plan.toml"];
const ASKED: &str = "slow-distributed-request";
const ANSWER: &str = "I would roll back first\nand   ask the people of every team,\u{1b}[2J\u{202e} <b>bold</b> and then\n\
                      I tell the boss. I would roll back first.";
const PROBE: &str = "How do you know in which service the time goes?";

fn sat(probe: &str) -> Hotseat {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("answers.toml");
    let answer = ANSWER.replace('\u{1b}', "\\u001b");
    let text = format!("[[answers]]\nquestion = '{ASKED}'\nseconds = 20\nanswer = \"\"\"{answer}\"\"\"\n{probe}");
    std::fs::write(&file, text).unwrap();
    hotseat.run(&[RUN, &["--answers", file.to_str().unwrap()]].concat()).good();
    hotseat
}

const SAID: &str = "[[answers.probes]]\nalready_said = true\n";

fn marks(hotseat: &Hotseat, words: &str, more: &[&str]) -> Ran {
    let arguments = ["contest", "--question", ASKED, "--criterion", "trace-hop", "--words", words];
    hotseat.run(&[&arguments, more].concat())
}

fn json(hotseat: &Hotseat) -> Value {
    serde_json::from_str(&hotseat.run(&["report", "--format", "json"]).good()).unwrap()
}

/// Every scorecard of the last attempt, to the byte.
fn scorecards(hotseat: &Hotseat) -> Vec<String> {
    let file = rusqlite::Connection::open(hotseat.data.path().join("hotseat.db")).unwrap();
    let mut rows = file.prepare("SELECT body FROM scorecard UNION ALL SELECT body FROM scoring").unwrap();
    rows.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
}

fn cases(hotseat: &Hotseat) -> Vec<Value> {
    let exported = hotseat.run(&["contest", "--export"]).good();
    exported.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn words_are_marked_over_line_breaks_and_no_score_moves() {
    let hotseat = sat("");
    let (before, report) = (scorecards(&hotseat), json(&hotseat));
    let said = marks(&hotseat, "Ask the people\nof EVERY team", &["--note", "the logs tell"]).good();
    assert!(said.contains("Thank you: this helps the rubric's author. No score changes."), "{said}");
    assert_eq!(scorecards(&hotseat), before);
    let after = json(&hotseat);
    assert_eq!(after["questions"][1]["scorecard"], report["questions"][1]["scorecard"]);
    assert_eq!(after["overall"], report["overall"]);
    let contest = &after["questions"][1]["contests"][0];
    assert_eq!((&contest["criterion"], &contest["note"]), (&"trace-hop".into(), &"the logs tell".into()));
    let at = |key: &str| contest[key].as_u64().unwrap() as usize;
    assert_eq!(&ANSWER[at("start")..at("end")], "ask the people of every team");
}

#[test]
fn a_contest_shows_in_every_form_of_the_report() {
    let hotseat = sat(SAID);
    let without = hotseat.run(&["report", "--question", "2"]).good();
    marks(&hotseat, "ask the people", &[]).good();
    assert!(!without.contains("should have counted"));
    for form in [&["--full"][..], &["--question", "2", "--plain"], &["--full", "--format", "markdown"]] {
        let report = hotseat.run(&[&["report"], form].concat()).good().replace('\n', " ").replace("  ", " ");
        for words in ["contested: you answered \"already said\" to: How do you know in", "should have counted"] {
            assert!(report.contains(words) || report.replace("    ", " ").contains(words), "{form:?}: {report}");
        }
    }
    for form in [&[][..], &["--full"]] {
        let report = hotseat.run(&[&["report"], form].concat()).good();
        assert_eq!(report.matches("hotseat contest --export").count(), 1, "{report}");
    }
}

#[test]
fn hostile_words_and_notes_steer_nothing() {
    let hotseat = sat("");
    let note = "\u{1b}]0;owned\u{7}<script>alert(1)</script> \u{202e}evil\n# heading";
    let marked = marks(&hotseat, "every team,[2J <b>bold</b>", &["--note", note]).good();
    let shown = [
        marked,
        hotseat.run(&["contest", "--list"]).good(),
        hotseat.run(&["report", "--full"]).good(),
        hotseat.run(&["report", "--full", "--plain"]).good(),
        hotseat.run(&["report", "--full", "--format", "markdown"]).good(),
        hotseat.run_with(&["contest"], "2\n1\n1\n\n").err,
        marks(&hotseat, "\u{1b}[2Jnot there", &[]).err,
        hotseat.run(&["contest", "--question", "\u{1b}[2J"]).err,
    ];
    for text in &shown {
        let bad: Vec<char> = text.chars().filter(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}').collect();
        assert!(bad.is_empty(), "{bad:?} in {text}");
    }
    assert!(!shown[4].contains("<b>") && !shown[4].contains("<script>") && !shown[4].contains("\n# heading"));
    assert_eq!(cases(&hotseat)[0]["claims"][0]["note"], note, "the file keeps it to the byte");
}

#[test]
fn exported_cases_point_into_their_own_text() {
    let hotseat = sat("[[answers.probes]]\nseconds = 5\nanswer = 'From the colour of the wires.'\n");
    marks(&hotseat, "ask the people", &[]).good();
    marks(&hotseat, "the wires", &["--note", "a trace"]).good();
    let case = &cases(&hotseat)[0];
    let id = json(&hotseat)["attempt"].as_str().unwrap().to_owned();
    assert_eq!(case["answer_id"], format!("{id}/{ASKED}"));
    assert_eq!((&case["question_id"], &case["seconds"]), (&ASKED.into(), &25.into()));
    let whole = case["answer"].as_str().unwrap();
    assert_eq!(whole, format!("{ANSWER}\n\nFrom the colour of the wires."));
    let texts: Vec<&str> = case["claims"]
        .as_array()
        .unwrap()
        .iter()
        .map(|claim| {
            let at = |key: &str| claim[key].as_u64().unwrap() as usize;
            assert_eq!(&whole[at("start")..at("end")], claim["text"].as_str().unwrap());
            &whole[at("start")..at("end")]
        })
        .collect();
    assert_eq!(texts, ["ask the people", "the wires"]);
    let level = case["level"].as_str().unwrap();
    let again = serde_json::json!({"id": "x", "question": ASKED, "level": level, "answer": whole}).to_string();
    assert_eq!(hotseat.run_with(&["score", "--batch"], &again).code, 0, "it can be judged as it stands");
}

#[test]
fn a_file_that_stands_there_is_not_replaced() {
    let hotseat = sat(SAID);
    let file = hotseat.data.path().join("cases.jsonl");
    let export = ["contest", "last", "--export", file.to_str().unwrap()];
    hotseat.run(&export).good();
    assert_eq!(std::fs::read_to_string(&file).unwrap().lines().count(), 1);
    let again = hotseat.run(&export);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("take that file away"), "{}", again.err);
}

#[test]
fn already_said_earns_and_costs_nothing_and_words_may_follow() {
    let (said, without) = (sat(SAID), sat(""));
    let score = |hotseat: &Hotseat| json(hotseat)["questions"][1]["scorecard"]["score"].clone();
    assert_eq!(score(&said), score(&without));
    let claim = |hotseat: &Hotseat| cases(hotseat)[0]["claims"][0].clone();
    let open = claim(&said);
    assert_eq!((&open["criterion"], &open["already_said"]), (&"trace-hop".into(), &PROBE.into()));
    assert_eq!((&open["start"], &open["text"]), (&0.into(), &ANSWER.into()), "somewhere before the follow-up");

    marks(&said, "ask the people", &[]).good();
    let marked = claim(&said);
    assert_eq!((&marked["text"], &marked["already_said"]), (&"ask the people".into(), &PROBE.into()));
    assert_eq!(json(&said)["questions"][1]["contests"].as_array().unwrap().len(), 1, "the same contest, completed");

    said.run(&["contest", "--withdraw", "1"]).good();
    assert!(said.run(&["contest", "--list"]).good().is_empty());
    let report = said.run(&["report", "--question", "2", "--plain"]).good();
    assert!(
        report.contains(&format!("you answered \"already said\" to: {PROBE}")),
        "it was said all the same: {report}"
    );
    assert_eq!(said.run(&["contest", "--withdraw", "1"]).code, 2);
}

#[test]
fn a_script_says_one_thing_to_a_probe() {
    for probe in ["[[answers.probes]]\n", "[[answers.probes]]\nanswer = 'x'\nalready_said = true\n"] {
        let hotseat = Hotseat::new();
        let file = hotseat.data.path().join("answers.toml");
        std::fs::write(&file, format!("[[answers]]\nquestion = '{ASKED}'\nanswer = 'x'\n{probe}")).unwrap();
        let ran = hotseat.run(&[RUN, &["--answers", file.to_str().unwrap()]].concat());
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("either `answer` or `already_said = true`"), "{}", ran.err);
    }
}

#[test]
fn already_said_is_a_line_of_the_plain_session() {
    let hotseat = Hotseat::new();
    let input = "n\n\n\n/said\n/skip\nI ask the people first.\n/said\n/done\nmore\n/said\n/undo\n/said\n\n\n\n";
    let ran = hotseat.run_with(&[RUN, &["--plain"]].concat(), input);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(ran.err.matches("/said answers a follow-up; none is open.").count(), 2, "{}", ran.err);
    assert_eq!(ran.err.matches("You have written something; /done finishes with it.").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("Noted as \"already said\". Thank you"), "{}", ran.err);
    assert!(ran.out.contains("hotseat contest --export: your contest"), "{}", ran.out);
    assert!(hotseat.run(&["report", "--full", "--plain"]).good().contains("you answered \"already said\" to"));
}

#[test]
fn the_dialogue_asks_for_question_criterion_and_words() {
    let hotseat = sat("");
    let asked = hotseat.run_with(&["contest", "--plain"], "9\n2\n1\n7\n1-4\n2\n1\nand ask\nthe people\nof every\n\n\n");
    assert_eq!(asked.code, 0, "{}", asked.err);
    for says in ["'9' is none of these.", "There are sentences 1 to 4.", "Another one?"] {
        assert!(asked.err.contains(says), "{says}: {}", asked.err);
    }
    let claims = &cases(&hotseat)[0]["claims"];
    assert_eq!(claims[0]["text"], ANSWER, "two sentences");
    assert_eq!(claims[1]["text"], "and   ask the people of every", "a paste of three lines");
    let chosen = ["contest", "--question", "2", "--criterion", "trace hop"];
    let nothing = hotseat.run_with(&chosen, "I never wrote this\n\n\n");
    assert!(nothing.err.contains("does not stand in this answer"), "{}", nothing.err);
    assert_eq!(cases(&hotseat)[0]["claims"].as_array().unwrap().len(), 2);
}

#[test]
fn what_cannot_be_contested_says_why() {
    let hotseat = sat("");
    let cases: &[(&[&str], &str)] = &[
        (&["--question", "9"], "asked no question '9'"),
        (&["--question", "slow-distributed-requests"], "did you mean `slow-distributed-request`?"),
        (&["--question", "1"], "question 1 was not answered"),
        (&["--question", "2", "--criterion", "trace-hob"], "did you mean `trace-hop`?"),
        (&["--criterion", "trace-hop"], "--question"),
        (&["--withdraw", "3"], "there is no contest 3"),
        (&["--list", "--export"], "cannot be used with"),
        (&["last~7"], "there is no attempt 'last~7'"),
    ];
    for (arguments, says) in cases {
        let ran = hotseat.run(&[&["contest"], *arguments].concat());
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(says), "{arguments:?}: {}", ran.err);
    }
    let near = marks(&hotseat, "I ask all people of each team", &[]);
    assert!(near.err.contains("The closest passage: \"and ask the people of every team"), "{}", near.err);
    let twice = marks(&hotseat, "I would roll back first", &[]);
    assert!(twice.err.contains("stand 2 times"), "{}", twice.err);
}
