//! What people do to a scorer: none of it may pay.

use hotseat::content::Level;
use hotseat::scoring::Scorecard;

use super::answers::GOOD;
use super::bench::score;

const WEAK: &str = "When it fails I would look at what has happened and ask the people who made the change to repair it as soon \
    as they can, and after that we install it again and hope that it works this time.";
const PROMPT: &str = "How do you handle a failed deployment to production?";
const TERMS: &str =
    "rollback, canary, SLO, error rate, postmortem, Grafana, Prometheus, Kubernetes, Helm, Docker, runbooks";

fn judged(answer: &str) -> Scorecard {
    score("deploy-failure", Level::Mid, answer)
}

fn points(answer: &str) -> u32 {
    judged(answer).score.unwrap().0
}

#[test]
fn restating_the_question_changes_nothing() {
    for answer in [GOOD, WEAK] {
        assert_eq!(points(&format!("{PROMPT} {answer}")), points(answer));
    }
}

#[test]
fn saying_it_twice_changes_nothing() {
    for answer in [GOOD, WEAK] {
        assert_eq!(points(&format!("{answer}\n{answer}")), points(answer));
    }
    assert_eq!(points(&[TERMS; 8].join("\n")), points(TERMS));
}

#[test]
fn the_question_with_a_list_of_terms_is_a_list_of_terms() {
    assert_eq!(judged(&format!("{PROMPT} {TERMS}")).band, Some(1));
}

#[test]
fn a_list_of_terms_behind_a_weak_answer_lifts_it_by_no_band() {
    let stuffed = judged(&format!("{WEAK} {TERMS}"));
    assert_eq!(stuffed.band, judged(WEAK).band, "{:?}", stuffed.score);
}

#[test]
fn words_in_no_order_are_no_answer() {
    let mut words: Vec<&str> = GOOD.split_whitespace().collect();
    let mut state = 7_u64;
    for index in (1..words.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.swap(index, (state >> 33) as usize % (index + 1));
    }
    assert_eq!(judged(&words.join(" ")).band, Some(1));
}

#[test]
fn tricks_with_characters_change_nothing() {
    let base = points(GOOD);
    for (name, answer) in [
        ("CRLF", GOOD.replace(". ", ".\r\n").replace("\r\n", "\n")),
        ("zero width", GOOD.replace("roll back", "ro\u{200b}ll back")),
        ("no-break space", GOOD.replace("roll back", "roll\u{a0}back")),
        ("colours", format!("\u{1b}[31m{GOOD}\u{1b}[0m")),
        ("window title", format!("\u{1b}]0;owned\u{7}{GOOD}")),
        ("lower case", GOOD.to_lowercase()),
        ("curly quotes", GOOD.replace('\'', "\u{2019}")),
    ] {
        assert_eq!(points(&answer), base, "{name}");
    }
}

#[test]
fn british_and_american_spelling_score_alike() {
    let british = "We analyse the logs, organise a roll-back and prioritise the users.";
    let american = "We analyze the logs, organize a rollback and prioritize the users.";
    assert_eq!(points(british), points(american));
}

#[test]
fn a_paste_without_end_is_cut_and_says_so() {
    let card = judged(&GOOD.repeat(200));
    assert!(card.flags.contains(&hotseat::scoring::AnswerFlag::Truncated));
}
