//! `hotseat guide` as an interviewer uses it.

use std::fs;

use crate::cli::Hotseat;

fn guide(hotseat: &Hotseat, more: &[&str]) -> String {
    hotseat.run(&[&["guide", "--level", "mid"], more].concat()).good()
}

#[test]
fn a_guide_is_the_same_for_everybody() {
    let (fresh, used) = (Hotseat::new(), Hotseat::new());
    let (plan, answers) = (crate::cli::example("plan-mid.toml"), crate::cli::example("answers-mid.toml"));
    used.run(&["run", &plan, "--answers", &answers]).good();
    for format in ["markdown", "html"] {
        let first = guide(&fresh, &["--format", format]);
        assert_eq!(first, guide(&used, &["--format", format]), "what was sat before plays no part");
        assert_eq!(first, guide(&fresh, &["--format", format, "--seed", "1"]));
        assert_ne!(first, guide(&fresh, &["--format", format, "--seed", "2"]));
    }
    let kept: Vec<_> = fs::read_dir(fresh.data.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(kept, ["config.toml"], "a guide writes nothing into the data folder");
}

#[test]
fn the_command_on_a_guide_prints_it_again() {
    let hotseat = Hotseat::new();
    for more in [&["--seed", "7", "--minutes", "30"][..], &["--topic", "kubernetes", "--extra-time", "1.5"]] {
        let json: serde_json::Value =
            serde_json::from_str(&guide(&hotseat, &[more, &["--format", "json"]].concat())).unwrap();
        let command: Vec<&str> = json["command"].as_str().unwrap().split(' ').skip(1).collect();
        assert_eq!(hotseat.run(&command).good(), guide(&hotseat, more));
    }
}

#[test]
fn a_frozen_plan_gives_the_same_guide() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("plan.toml");
    let file = file.to_str().unwrap();
    hotseat.run(&["plan", "--level", "mid", "--seed", "1", "--output", file]).good();
    assert_eq!(hotseat.run(&["guide", file]).good(), guide(&hotseat, &[]));
    let other = hotseat.run(&["guide", file, "--level", "senior"]);
    assert_eq!(other.code, 2);
    assert!(other.err.contains("frozen plan: mid level"), "{}", other.err);
    // One that no command draws is repeated from its file.
    let changed = fs::read_to_string(file).unwrap().replacen("answer_seconds = 240", "answer_seconds = 200", 1);
    fs::write(file, changed).unwrap();
    let json = hotseat.run(&["guide", file, "--format", "json"]).good();
    assert!(json.contains(&format!("\"command\": \"hotseat guide {file}\"")), "{json}");
}

#[test]
fn the_level_has_to_be_said() {
    let unsaid = Hotseat::new().run(&["guide"]);
    assert_eq!((unsaid.code, unsaid.out.as_str()), (2, ""));
    assert!(unsaid.err.contains("--level junior, mid, senior or staff"), "{}", unsaid.err);
}

#[test]
fn a_candidate_is_a_code_and_nothing_else() {
    let hotseat = Hotseat::new();
    for format in ["terminal", "html"] {
        assert!(guide(&hotseat, &["--candidate", "C-017", "--format", format]).contains("C-017"));
    }
    let cases =
        [("jo@example.org", "e-mail"), ("Jo Doe", "a name"), ("Jo_Doe", "letters"), ("", "letters"), ("-", "letters")];
    let cases = cases.into_iter().chain([("Jo-Doe", "may be a name"), ("jo", "may be a name"), ("-5", "begins with")]);
    for (code, reason) in cases {
        let refused = hotseat.run(&["guide", "--level", "mid", &format!("--candidate={code}")]);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""), "{code}");
        assert!(refused.err.contains(reason), "{code}: {}", refused.err);
    }
}

#[test]
fn a_file_is_written_and_never_replaced() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("guide.html");
    let arguments = ["guide", "--level", "mid", "--format", "html", "--output", file.to_str().unwrap()];
    let first = hotseat.run(&arguments);
    assert_eq!((first.code, first.out.as_str()), (0, ""));
    assert!(first.err.contains("A4 or Letter"), "{}", first.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), guide(&hotseat, &["--format", "html"]));
    assert_eq!(hotseat.run(&arguments).code, 2);
}

const HOSTILE: &str = r#"
title = "<script>alert(1)</script> \u001b[2J"
summary = "x"
minutes = 15
opening = "</p><img src=x onerror=alert(1)> \u202e"

[[questions]]
id = "hostile"
level = "mid"
kind = "technical"
minutes = 4
prompt = "<b>Why</b> & | `how` *so* [x](http://example.org)\u0007?"
[[questions.probes]]
when_missing = "always"
ask = "<style>*{display:none}</style>"
"#;

#[test]
fn custom_content_can_neither_steer_a_terminal_nor_become_markup() {
    let hotseat = Hotseat::new();
    let folder = hotseat.data.path().join("own content");
    fs::create_dir_all(folder.join("interviews")).unwrap();
    fs::write(folder.join("interviews/own.toml"), HOSTILE).unwrap();
    let own = ["guide", "own", "--level", "mid", "--content", folder.to_str().unwrap(), "--format"];
    for (format, markup) in [
        ("terminal", &["\u{1b}[2J"][..]),
        ("markdown", &["<script>", "<img", "`how`", "*so*", "[x](http"]),
        ("html", &["<script>alert", "<img", "<b>Why", "<style>*"]),
    ] {
        let text = hotseat.run(&[&own[..], &[format]].concat()).good();
        let steers = |c: &char| (c.is_control() && *c != '\n') || *c == '\u{202e}';
        assert_eq!(text.chars().find(steers), None, "{format}");
        for markup in markup {
            assert!(!text.contains(markup), "{format} holds {markup}:\n{text}");
        }
        assert!(text.contains("has no rubric yet"), "{format}");
        let again = format!("--content '{}'", folder.display());
        assert!(super::squeezed(&super::unescaped(&text)).contains(&super::squeezed(&again)) || format != "html");
    }
}

#[test]
fn with_extra_time_the_fingerprint_is_that_of_everybody() {
    let hotseat = Hotseat::new();
    let fingerprint = |more: &[&str]| {
        let json: serde_json::Value =
            serde_json::from_str(&guide(&hotseat, &[more, &["--format", "json"]].concat())).unwrap();
        json["fingerprint"].clone()
    };
    assert_eq!(fingerprint(&[]), fingerprint(&["--extra-time", "1.5"]));
    assert_ne!(fingerprint(&[]), fingerprint(&["--minutes", "30"]));
}

#[test]
fn a_file_that_is_no_plan_is_named() {
    let hotseat = Hotseat::new();
    let file = hotseat.file("bad.toml", "this is = = no plan");
    let ran = hotseat.run(&["guide", &file]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(&format!("{file}: it is not a plan")), "{}", ran.err);
}
