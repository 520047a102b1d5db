//! Several interviews of one afternoon: which of them is meant, and whose it is; the same letters wherever criteria are ticked; and
//! commands that are told, to be copied.

use serde_json::Value;

use super::{Hotseat, Ran, example};

fn of(hotseat: &Hotseat, candidate: &str, lines: &str, more: &[&str]) -> Ran {
    let plan = example("plan-mid.toml");
    let about = ["interview", &plan, "--candidate", candidate, "--interviewer", "I-2", "--plain"];
    hotseat.run_with(&[&about, more].concat(), lines)
}

/// Two interviews that were left after a note each.
fn two_left() -> Hotseat {
    let hotseat = Hotseat::new();
    for candidate in ["C-1", "C-8"] {
        let left = of(&hotseat, candidate, "s\n\na note\n/quit\n", &[]);
        assert!(left.err.contains("`hotseat interview --resume 0"), "{}", left.err);
    }
    hotseat
}

/// Commands that are told, without the name of the program.
fn told<'a>(text: &'a str, begins: &str) -> &'a str {
    let line = text.lines().find(|line| line.trim_start().starts_with(begins));
    line.unwrap_or_else(|| panic!("{begins}:\n{text}")).trim_start().strip_prefix("hotseat ").unwrap()
}

#[test]
fn one_of_several_interrupted_interviews_is_named_and_told() {
    let hotseat = two_left();
    let unclear = hotseat.run(&["interview", "--resume", "0", "--plain"]);
    assert!(unclear.code == 2 && unclear.err.contains("'0' begins the ids of 2 interviews"), "{}", unclear.err);
    assert!(unclear.err.contains("C-1, I-2") && unclear.err.contains("C-8, I-2"), "{}", unclear.err);
    let last = hotseat.run_with(&["interview", "--resume", "--plain"], "/quit\n");
    assert!(last.err.contains("Going on with the interview of C-8 by I-2"), "{}", last.err);
    assert!(last.err.contains("2 interviews were interrupted; this is the last one."), "{}", last.err);
    let first = unclear.err.lines().find(|line| line.contains("C-1, I-2")).unwrap();
    let id = first.trim_start().split(',').next().unwrap();
    let resumed = hotseat.run_with(&["interview", "--resume", id, "--plain"], "/quit\n");
    assert!(resumed.err.contains("Going on with the interview of C-1 by I-2"), "{}", resumed.err);
    assert!(resumed.err.contains(&format!("--resume {id}` goes on")), "not with the newer one: {}", resumed.err);
}

#[test]
fn one_of_several_scorecards_is_named() {
    let hotseat = Hotseat::new();
    for candidate in ["C-1", "C-8"] {
        of(&hotseat, candidate, "/rate 3 because all of it\n/end\n/end\n", &["--from-paper"]).good();
    }
    let unclear = hotseat.run(&["interview", "--show", "0"]);
    assert!(unclear.code == 2 && unclear.err.contains("'0' begins the ids of 2 interviews"), "{}", unclear.err);
    assert!(unclear.err.contains("C-1, I-2") && unclear.err.contains("1 of 6"), "{}", unclear.err);
}

#[test]
fn home_names_an_interrupted_interview_and_greets_interviewers() {
    let nobody = Hotseat::new().run(&[]).good();
    assert!(nobody.contains("hotseat guide --level mid") && nobody.contains("for interviewers"), "{nobody}");
    let hotseat = two_left();
    let home = hotseat.run(&[]).good();
    let about =
        "hotseat interview --resume  go on with the interview of C-8 by I-2, stopped at minute 0, the last of 2";
    assert!(home.contains(about), "{home}");
}

#[test]
fn commands_that_are_told_find_the_same_profile() {
    let hotseat = Hotseat::new();
    let ran = of(&hotseat, "C-1", "/rate 3 because all of it\n/end\n/end\n", &["--from-paper", "--profile", "ada"]);
    let show = told(&ran.err, "hotseat --profile ada interview --show");
    assert!(hotseat.run(&show.split(' ').collect::<Vec<_>>()).good().contains("C-1"));
    assert!(
        ran.err.contains("plan-mid.toml --profile ada") || ran.err.contains("--seed 1 --profile ada"),
        "{}",
        ran.err
    );
}

#[test]
fn a_plan_with_blanks_in_its_name_is_told_in_quotes() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("my plan.toml");
    let ran = hotseat.run(&["plan", "--level", "mid", "--output", file.to_str().unwrap()]);
    assert!(ran.err.contains(&format!("`hotseat run '{}'`", file.display())), "{}", ran.err);
}

/// Letters with names, in the order in which lines tell them after a sign.
fn lettered(text: &str, sign: &str) -> Vec<String> {
    let lines = text.lines().filter_map(|line| line.trim_start().trim_start_matches("- ").split_once(sign));
    let bare = |name: &str| name.split([':', '(']).next().unwrap().trim().to_lowercase();
    lines.map(|(before, after)| bare(&format!("{} {after}", before.trim())).trim().to_owned()).collect()
}

#[test]
fn paper_and_lines_have_the_same_letters_in_the_same_order() {
    let hotseat = Hotseat::new();
    let plan = example("plan-mid.toml");
    let questions = "/next\n".repeat(6);
    let copied = of(&hotseat, "C-1", &format!("{questions}/quit\n"), &["--from-paper"]);
    let guide = hotseat.run(&["guide", &plan, "--part", "script", "--plain"]).good();
    let paper: Vec<String> = guide.split("Probes, ").map(|part| part.replace("  ", " ")).collect();
    let on_paper = lettered(&paper.join("\n"), "☐ ");
    let on_paper: Vec<&String> = on_paper.iter().filter(|name| !name.starts_with(|c: char| c.is_numeric())).collect();
    let typed = lettered(&copied.err, "[ ] ");
    assert!(typed.len() > 30 && typed.iter().eq(on_paper.iter().copied()), "{typed:#?}\n{on_paper:#?}");
    let beyond = copied.err.split("Beyond mid: counts as a bonus:\n  ").nth(1).unwrap();
    let (letter, name) = (&beyond[..1], beyond[6..].lines().next().unwrap());
    let ticked = of(&hotseat, "C-2", &format!("/next\n/tick {letter}\n/quit\n"), &["--from-paper"]);
    assert!(ticked.err.contains(&format!("[x] {name}")), "{name}: {}", ticked.err);
}

#[test]
fn numbers_between_and_short_evidence_are_answered() {
    let hotseat = Hotseat::new();
    let ran = of(&hotseat, "C-1", "/rate 3.5 because fair\n/rate 3 because ok\n/rate\n/quit\n", &["--from-paper"]);
    for told in ["'3.5' is no whole number: /rate 3", "That is short evidence.", "There has to be a number: /rate 3"] {
        assert!(ran.err.contains(told), "{told}:\n{}", ran.err);
    }
    assert!(ran.err.contains("You copy the interview of C-1 by I-2."), "{}", ran.err);
    assert!(ran.err.contains("Red flags (/anchors says what each means): "), "{}", ran.err);
    let kept: Value = serde_json::from_str(&hotseat.run(&["interview", "--list", "--format", "json"]).good()).unwrap();
    assert_eq!(kept[0]["candidate"], "C-1");
}
