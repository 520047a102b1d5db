//! What holds for every answer whatever it says.

use hotseat::content::Level;
use hotseat::scoring::{Scorecard, Segment};
use proptest::prelude::*;

use super::answers::GOOD;
use super::bench::{judge, score};

/// Sentences to build answers of; each is affirmed and earns something in `deploy-failure`, or nothing.
const SENTENCES: &[&str] = &[
    "I roll back to the last stable version.",
    "We watch the error rate and the p99 latency.",
    "I read the logs to find the root cause.",
    "I tell the support team every ten minutes.",
    "Afterwards we write a postmortem and add a test.",
    "Grafana shows the rates and Jenkins runs the pipeline.",
    "If a migration was part of it we fix forward instead, because a rollback could lose data.",
    "The weather was nice that day.",
    "It took a while to agree on the next step.",
];

fn spans_fit(card: &Scorecard, text: &str) {
    for criterion in &card.criteria {
        let evidence = criterion.evidence.iter().map(|hit| (hit.span, &hit.text));
        let withheld = criterion.withheld.iter().map(|hit| (hit.span, &hit.text));
        for (span, words) in evidence.chain(withheld) {
            assert_eq!(text.get(span.start..span.end), Some(words.as_str()));
        }
    }
}

fn answer(picks: &[usize]) -> String {
    picks.iter().map(|pick| SENTENCES[pick % SENTENCES.len()]).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_judged_without_panic_and_within_bounds(text in "\\PC{0,300}") {
        for question in ["deploy-failure", "incident-story"] {
            let card = score(question, Level::Senior, &text);
            spans_fit(&card, &text);
            prop_assert!(card.score.is_none_or(|score| score.0 <= 1000));
            prop_assert!(card.band.is_none_or(|band| (1..=4).contains(&band)));
        }
    }

    #[test]
    fn signs_and_fragments_are_judged_without_panic(parts in prop::collection::vec("[ .,;:?!()'\"`*/+&=>-]{0,3}(not|never|I|we|instead of|Docker|roll back|\\? No|\\x00|40 %)?", 0..60)) {
        let text = parts.concat();
        spans_fit(&score("incident-story", Level::Mid, &text), &text);
    }

    #[test]
    fn one_more_true_sentence_never_lowers(picks in prop::collection::vec(0..9_usize, 1..8), more in 0..9_usize) {
        for level in Level::ALL {
            let before = score("deploy-failure", level, &answer(&picks)).score;
            let after = score("deploy-failure", level, &format!("{} {}", answer(&picks), SENTENCES[more])).score;
            prop_assert!(after >= before, "{before:?} {after:?}");
        }
    }

    #[test]
    fn a_denial_never_earns_more_than_the_statement(picks in prop::collection::vec(0..9_usize, 0..6)) {
        let others = answer(&picks);
        let said = score("deploy-failure", Level::Mid, &format!("{others} We use Grafana and Docker.")).score;
        let denied = score("deploy-failure", Level::Mid, &format!("{others} We never used Grafana or Docker.")).score;
        prop_assert!(denied <= said);
    }

    #[test]
    fn the_same_answer_twice_in_any_number_of_judgements_is_the_same(picks in prop::collection::vec(0..9_usize, 1..8)) {
        let text = answer(&picks);
        prop_assert_eq!(score("deploy-failure", Level::Mid, &text), score("deploy-failure", Level::Mid, &text));
        let doubled = score("deploy-failure", Level::Mid, &format!("{text}\n{text}"));
        if doubled.flags.is_empty() && score("deploy-failure", Level::Mid, &text).flags.is_empty() {
            prop_assert_eq!(doubled.score, score("deploy-failure", Level::Mid, &text).score);
        }
    }
}

#[test]
fn line_ends_do_not_matter() {
    let unix = GOOD.replace(". ", ".\n");
    let windows = unix.replace('\n', "\r\n");
    let credits = |text: &str| {
        let card = score("deploy-failure", Level::Mid, text);
        (card.score, card.criteria.iter().map(|one| one.credit).collect::<Vec<_>>())
    };
    assert_eq!(credits(&unix), credits(&windows));
}

#[test]
fn spans_lie_in_the_text_as_typed() {
    let text = format!("\u{1b}[1mÜber\u{200b}all\r\n{GOOD}");
    spans_fit(&score("deploy-failure", Level::Mid, &text), &text);
}

#[test]
fn the_level_is_never_below_the_questions_own() {
    let card = judge("deploy-failure").score(&[Segment::answer(GOOD)], Level::Junior);
    assert_eq!(card.level, Level::Mid);
}

#[test]
fn the_next_step_keeps_its_promise() {
    let text =
        "We watch the error rate and the p99 latency, and I roll back to the last stable version when it is too high.";
    let card = score("deploy-failure", Level::Mid, text);
    let step = card.next_step.unwrap();
    let sentence = match step.criterion.as_str() {
        "cause" => SENTENCES[2],
        "communicate" => SENTENCES[3],
        "prevent" => SENTENCES[4],
        "tooling" => SENTENCES[5],
        "tradeoff" => SENTENCES[6],
        other => panic!("{other}"),
    };
    let then = score("deploy-failure", Level::Mid, &format!("{text} {sentence}")).score.unwrap();
    assert!(then.0 - card.score.unwrap().0 >= step.gain.0, "{step:?} {then:?}");
}
