//! What was kept with an attempt stays readable: an attempt of an earlier version is shown, and never lost.

use hotseat::content::{Bundle, Level};
use hotseat::scoring::{Judge, Segment};
use serde_json::Value;

/// As it was kept before `guards.advice_run` came and `tradeoff.astray` went.
const EARLIER: &str = include_str!("bundle-before-advice-run.json");

#[test]
fn a_bundle_of_an_earlier_version_is_read_and_judges() {
    let kept: Value = serde_json::from_str(EARLIER).unwrap();
    assert!(kept["scale"]["guards"].get("advice_run").is_none() && !kept["scale"]["tradeoff"]["astray"].is_null());
    let bundle = Bundle::read(EARLIER).unwrap();
    assert_eq!(bundle.question.id, "kubernetes-objects");
    assert_eq!(kept["scale"]["bands"]["cuts"], serde_json::json!(bundle.scale.bands.cuts), "what was kept stands");
    let said = "A Deployment keeps three replicas of a Pod running, and a Service gives them one stable address.";
    let card = Judge::new(&bundle).score(&[Segment::answer(said)], Level::Junior);
    assert!(card.score.is_some_and(|score| score.0 > 0), "{card:?}");
}

#[test]
fn a_bundle_of_this_version_is_read_to_the_byte() {
    let library = hotseat::content::Library::builtin().unwrap();
    let bundle = library.bundle("gitops").unwrap();
    let kept = serde_json::to_string(&bundle).unwrap();
    assert_eq!(Bundle::read(&kept).unwrap().fingerprint(), bundle.fingerprint());
}

#[test]
fn what_is_no_bundle_is_refused() {
    for text in ["", "{}", "[]", "{\"scale\": 1}"] {
        assert!(Bundle::read(text).is_err(), "{text}");
    }
}
