//! Attacks find a rubric that can be gamed, and leave one alone that cannot.

use hotseat::calibration::{Attacks, attacks};

use super::{judge, line};

/// On the test rubric `terms` single words earn, and tools in a list earn a quarter: it can be gamed, on purpose.
const PLAIN: &str = "We use a canary for each release, and we roll back when the errors rise.\nWe organise a postmortem. The colour of \
    the build tells the state, and its behaviour is analysed.";

fn tried(answers: &[&str]) -> Attacks {
    let lines: Vec<String> =
        (1..).zip(answers).map(|(number, answer)| line(&format!("a{number}"), "terms", 2.0, answer)).collect();
    let (bench, judged) = judge(&lines);
    attacks(&judged, &bench, &|| {})
}

#[test]
fn a_rubric_that_pays_for_lists_is_found_out() {
    let found = tried(&[PLAIN]);
    let gain = |name: &str| found.gaming.iter().find(|one| one.attack == name).unwrap().clone();
    let listed = gain("tools-listed");
    assert!(listed.mean_gain > 0.05, "{listed:?}");
    assert_eq!(listed.most.unwrap().answer, "a1");
    assert!(gain("tools-run-on").mean_gain > 0.05);
    assert_eq!(gain("question-first").mean_change, 0.0);
    assert_eq!(gain("doubled").mean_change, 0.0);
}

#[test]
fn gains_and_losses_are_told_apart() {
    let found = tried(&[PLAIN, "no"]);
    for one in &found.gaming {
        assert!(one.mean_gain >= one.mean_change && one.mean_gain >= 0.0, "{one:?}");
        assert!(one.rose >= one.rose_more && (one.most_bands > 1) == (one.rose_more > 0), "{one:?}");
    }
    let shuffled = found.gaming.iter().find(|one| one.attack == "shuffled").unwrap();
    assert!(shuffled.mean_change < 0.0, "{shuffled:?}");
}

#[test]
fn what_must_not_matter_changes_texts_but_no_score() {
    let found = tried(&[PLAIN, "Naïve words about a café: we roll back."]);
    for one in &found.neutral {
        // Nothing there to compose, and nothing American to respell but "canary".
        let changes_nothing = matches!(one.change, "nfc" | "british");
        assert_eq!(one.answers == 0, changes_nothing, "{one:?}");
        assert_eq!((one.changed, one.most.is_none()), (0, true), "{one:?}");
    }
}

#[test]
fn american_words_are_respelt_and_score_the_same() {
    let found =
        tried(&["We analyze the color of the Behavior in the data center, organize a POSTMORTEM and roll back."]);
    let british = found.neutral.iter().find(|one| one.change == "british").unwrap();
    assert_eq!((british.answers, british.changed), (1, 0));
}
