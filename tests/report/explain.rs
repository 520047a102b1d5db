//! `hotseat score --explain`: every mark has its explanation, the sum adds up, and it reads with colour and without.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hotseat::content::{Bundle, Level, Library};
use hotseat::report::{Style, explain};
use hotseat::scoring::{Judge, Scorecard, Segment};

use super::HOSTILE;
use crate::cli::Hotseat;

const ANSWER: &str = "We roll back with helm rollback first, then we read the logs.\nWe have never used Argo CD.\n\n\
                      If a migration ran, I fix forward instead, because the old code cannot read the new schema.";
const FLAGGED: &str = "Every engineer has a branch for the whole quarter, and at the end we merge them all with \
                       git push --force so that there are no conflicts to resolve.";

fn explained(question: &str, answer: &str, more: &[&str], colour: Option<&str>) -> String {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("answer.txt");
    std::fs::write(&file, answer).unwrap();
    let mut command = hotseat.command(&["score", "--question", question, "--level", "mid", "--explain"]);
    let output = command.args(more).arg(&file).envs(colour.map(|name| (name, "1"))).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A text without its colours.
fn bare(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.map(|part| part.split_once('m').unwrap().1).collect::<String>()
}

#[test]
fn colours_mark_the_words_and_labels_follow_them() {
    let text = explained("failed-deployment", ANSWER, &[], Some("CLICOLOR_FORCE"));
    assert!(text.contains("\u{1b}[4m\u{1b}[32mroll back\u{1b}[0m\u{1b}[1m\u{1b}[32m[1]"), "{text}");
    assert!(text.contains("\u{1b}[9m\u{1b}[35mArgo"), "withheld words are struck: {text}");
    let wrong = explained("branching-strategy", FLAGGED, &[], Some("CLICOLOR_FORCE"));
    assert!(wrong.contains("\u{1b}[31mwith git push --force"), "red flags are red: {wrong}");
    assert!(bare(&wrong).contains("push --force[!1]"), "{wrong}");
}

#[test]
fn without_colour_brackets_hold_the_words() {
    for (more, colour) in [(&[][..], Some("NO_COLOR")), (&[], None), (&["--plain"], None)] {
        let text = explained("failed-deployment", ANSWER, more, colour);
        assert!(!text.contains('\u{1b}'), "{text}");
        assert!(text.contains("We [1: roll back] with"), "{text}");
        assert!(text.contains("[a: Argo]"), "{text}");
        assert!(text.contains("not counted, 'never' denies it"), "{text}");
    }
}

#[test]
fn what_is_missing_says_what_would_earn_it_and_rules_stand_as_they_were_written() {
    let text = explained("failed-deployment", ANSWER, &["--plain"], None);
    for line in [
        "Not said: detect: 0 of 2 points",
        "To earn it: Say which signal tells you: error rate, latency or health checks, watched right after the release.",
        "Earned: restore first: 3 of 3 points",
        "rule: {roll* back|rollback*}",
        "The sum",
        "The one next step",
        "One band higher: 3, solid",
    ] {
        assert!(text.lines().any(|one| one == line), "'{line}' is missing:\n{text}");
    }
}

#[test]
fn no_answer_can_steer_the_terminal() {
    for colour in [None, Some("CLICOLOR_FORCE")] {
        let text = explained("failed-deployment", HOSTILE, &[], colour);
        let bad: Vec<char> =
            bare(&text).chars().filter(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}').collect();
        assert!(bad.is_empty(), "{bad:?} in {text}");
    }
}

#[test]
fn no_answer_becomes_markup() {
    let text = explained("failed-deployment", HOSTILE, &["--format", "markdown"], None);
    for markup in ["<script>", "\n# not a heading", "\n- not a list", "[x](http", " *bold*", "`code`"] {
        assert!(!text.contains(markup), "{markup:?} stands in\n{text}");
    }
    assert!(text.contains("not a heading") && text.contains("\\[1: Roll back\\]"), "{text}");
}

#[test]
fn for_programs_there_is_the_one_object() {
    let json = |more: &[&str]| explained("failed-deployment", ANSWER, &[&["--format", "json"], more].concat(), None);
    let plain = Hotseat::new()
        .run_with(&["score", "--question", "failed-deployment", "--level", "mid", "--format", "json"], ANSWER);
    assert_eq!(json(&[]), plain.good());
}

#[test]
fn what_cannot_be_scored_is_shown_and_told() {
    let french = "Je regarde d'abord les tableaux de bord et nous revenons ensuite à la version précédente du service.";
    let text = explained("failed-deployment", french, &["--plain"], None);
    assert!(text.contains(french) && text.contains("only English answers are scored"), "{text}");
    assert!(!text.contains("The sum"), "{text}");
}

#[test]
fn a_report_says_in_one_line_what_raises_the_answer_one_band() {
    let run = |answer: &str| {
        Hotseat::new()
            .run_with(&["score", "--question", "failed-deployment", "--level", "senior", "--plain"], answer)
            .good()
    };
    let text = run("I talk it over with the others on my team until somebody has an idea of what we could do next.");
    let line = text.lines().find(|line| line.starts_with("One band higher (2, partial): say \"")).expect(&text);
    assert!(line.ends_with("\"."), "{line}");
    let list = run(
        "Jenkins, GitLab CI, Docker, Kubernetes, Helm, Terraform, Ansible, Prometheus, Grafana, canary, rollback, SLO",
    );
    assert!(list.contains("One band higher (2, partial) is out of reach while this stands: a list of terms"), "{list}");
}

/// Labels in brackets: `[1: ` before words, `[1] ` before quotations.
fn labels(text: &str, end: &str) -> BTreeSet<String> {
    let is_label = |label: &str| {
        let name = label.trim_start_matches('!');
        !name.is_empty() && name.len() < 4 && name.chars().all(|c| c.is_ascii_digit() || c.is_ascii_lowercase())
    };
    let found = text.split('[').skip(1).filter_map(|part| part.split_once(end)).map(|(label, _)| label);
    found.filter(|label| is_label(label)).map(str::to_owned).collect()
}

/// Samples of the whole bank, level by level: the question, the answer, the card.
fn samples() -> &'static [(Bundle, String, Scorecard)] {
    static SAMPLES: LazyLock<Vec<(Bundle, String, Scorecard)>> = LazyLock::new(|| {
        let library = Library::builtin().unwrap();
        let mut samples = Vec::new();
        for (id, rubric) in &library.rubrics {
            let bundle = library.bundle(id).unwrap();
            let judge = Judge::new(&bundle);
            for (sample, level) in rubric.samples.iter().zip(Level::ALL.into_iter().cycle()) {
                let card = judge.score(&[Segment::answer(&sample.answer)], level);
                samples.push((bundle.clone(), sample.answer.clone(), card));
            }
        }
        samples
    });
    &SAMPLES
}

#[test]
fn every_mark_is_explained_and_every_sum_adds_up() {
    for (bundle, answer, card) in samples() {
        let text = explain(card, bundle, answer, Style::Plain, false);
        let (_, rest) = text.split_once("The answer\n").unwrap();
        let (said, below) = rest.split_once("\n\n").unwrap_or((rest, ""));
        let below = format!("{below}{}", rest.rsplit_once(said).unwrap().1);
        let cited = labels(&below, "] \"");
        for label in labels(said, ": ") {
            assert!(cited.contains(&label), "[{label}] is explained nowhere:\n{text}");
        }
        assert!(labels(&below, "] \"").is_subset(&labels(&text, ": ")), "a label stands at no words:\n{text}");
        let Some(score) = card.score else { continue };
        let sum = text.lines().find(|line| line.starts_with("together ")).unwrap();
        assert!(sum.ends_with(&format!("{}.{} %", score.0 / 10, score.0 % 10)), "{sum}: {score:?}");
        let together: u32 = card.dimensions.iter().map(|one| one.score.0 * one.weight.0).sum::<u32>() / 1000;
        let lower = together > score.0;
        assert_eq!(sum.contains("less") || sum.contains("held at"), lower, "{sum}\n{text}");
        assert_eq!(sum.contains("held at"), !card.caps.is_empty() && !together_less(sum, score.0), "{sum}\n{text}");
    }
}

/// Whether what misconceptions take off explains the score by itself.
fn together_less(sum: &str, score: u32) -> bool {
    let tenths: Vec<u32> = (sum.split(' '))
        .filter_map(|word| word.split_once('.'))
        .filter_map(|(whole, part)| Some(whole.parse::<u32>().ok()? * 10 + part.parse::<u32>().ok()?))
        .collect();
    let less = if sum.contains("less ") { tenths[1] } else { 0 };
    tenths[0].saturating_sub(less) == score
}

#[test]
fn the_points_of_a_dimension_make_its_score_or_it_says_why_not() {
    for (bundle, answer, card) in samples().iter().filter(|(.., card)| card.score.is_some()) {
        let text = explain(card, bundle, answer, Style::Plain, false);
        for line in text.lines().filter(|line| line.contains(" points, ") && line.contains("; weighs ")) {
            let (name, rest) = line.split_once(": ").unwrap();
            let (points, rest) = rest.split_once(" points, ").unwrap();
            let (earned, expected) = points.split_once(" of ").unwrap();
            let share = 100.0 * earned.parse::<f64>().unwrap() / expected.parse::<f64>().unwrap();
            let score: f64 = rest.split_once(" %").unwrap().0.parse().unwrap();
            let told = text.contains(&format!("{name}: its points make"));
            assert!(told || (share.min(100.0) - score).abs() < 2.5, "{line}\n{text}");
        }
    }
}
