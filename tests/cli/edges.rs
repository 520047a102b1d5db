//! Wrong use and unreadable input: what is wrong, what to do, exit code 2; never a panic.

use super::Hotseat;

/// Arguments, and what standard error must say.
const WRONG: &[(&[&str], &str)] = &[
    (&["run", "devops-enginer", "--level", "mid", "--answers", "examples/answers-mid.toml"], "devops-engineer"),
    (&["run", "--topic", "kubernets", "--level", "mid", "--answers", "examples/answers-mid.toml"], "kubernetes"),
    (&["run", "--answers", "no-such-file.toml", "--level", "mid"], "no-such-file.toml"),
    (&["run", "--answers", "examples/answers-mid.toml"], "--level"),
    (&["run", "no-such-plan.toml", "--level", "mid"], "no-such-plan.toml"),
    (&["run", "--level", "principal"], "staff"),
    (&["run", "--extra-time", "3"], "1.25"),
    (&["plan", "--minutes", "1"], "minutes"),
    (&["report", "no-such-attempt"], "history"),
    (&["report", "last"], "hotseat run"),
    (&["score", "--question", "kubernetes-zero-downtme"], "kubernetes-zero-downtime"),
    (&["score", "--question", "gitops", "no-such-answer.txt"], "no-such-answer.txt"),
    (&["run", "--content", "no-such-folder", "--level", "mid"], "no-such-folder"),
    (
        &["run", "examples/plan-mid.toml", "--level", "senior", "--answers", "examples/answers-mid.toml"],
        "is a frozen plan: mid",
    ),
    (&["plan", "examples/plan-mid.toml", "--seed", "7"], "is a frozen plan: mid"),
    (&["man", "rnu"], "did you mean `run`?"),
    (&["flibber"], "--help"),
];

#[test]
fn wrong_use_says_what_and_what_to_do() {
    for (arguments, says) in WRONG {
        let ran = Hotseat::new().run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?} gave {}: {}", ran.code, ran.err);
        assert!(ran.err.contains(says), "{arguments:?} does not say '{says}': {}", ran.err);
        assert_eq!(ran.out, "", "{arguments:?}");
        assert!(!ran.err.contains("panicked"), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn a_damaged_data_file_is_refused_and_left_alone() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("hotseat.db");
    std::fs::write(&file, "this is no database, but a shopping list of more than sixteen bytes").unwrap();
    let ran = hotseat.run(&["history"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("hotseat.db"), "{}", ran.err);
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("this is no database"));
}

#[test]
fn a_reader_who_goes_away_is_no_error() {
    let hotseat = Hotseat::new();
    let mut child = hotseat.command(&["man"]).stdout(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}

#[test]
fn help_names_every_command_and_each_explains_itself() {
    let hotseat = Hotseat::new();
    let help = hotseat.run(&["--help"]).good();
    for command in
        ["run", "plan", "list", "score", "report", "contest", "history", "check", "show", "new", "completions", "man"]
    {
        assert!(help.contains(command), "{command}");
        let own = hotseat.run(&[command, "--help"]).good();
        assert!(own.contains("Usage"), "{own}");
    }
}

#[test]
fn completions_and_manual_are_printed() {
    let hotseat = Hotseat::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(hotseat.run(&["completions", shell]).good().contains("hotseat"));
    }
    assert!(hotseat.run(&["man"]).good().contains(".TH hotseat"));
    let page = hotseat.run(&["man", "data", "restore"]).good();
    assert!(page.contains(".TH hotseat-data-restore") && page.contains("Put a backup back"), "{page}");
}

#[test]
fn a_seed_means_in_each_command_what_its_help_says() {
    let hotseat = Hotseat::new();
    let help = |command: &str| hotseat.run(&[command, "-h"]).good().split_whitespace().collect::<Vec<_>>().join(" ");
    for (command, by_chance) in [("run", true), ("plan", true), ("guide", false), ("interview", false)] {
        let help = help(command);
        let said = (help.contains("Without it chance draws"), help.contains("the same questions [default: 1]"));
        assert_eq!(said, (by_chance, !by_chance), "{command}: {help}");
    }
    assert!(!help("run").contains("in place of the one it has") && help("note").contains("in place of the one it has"));
}
