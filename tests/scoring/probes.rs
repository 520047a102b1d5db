//! Which probe is asked after an answer.

use hotseat::content::Level;

use super::answers::GOOD;
use super::bench::{judge, score};

#[test]
fn what_is_missing_most_is_asked_first() {
    let judge = judge("deploy-failure");
    let card = score("deploy-failure", Level::Mid, "I roll back to the last version with Helm, then I read the logs.");
    let first = judge.probe(&card, &[]).unwrap();
    let second = judge.probe(&card, &[first]).unwrap();
    assert_eq!([first, second].iter().max(), Some(&1), "detect and tradeoff before the one that may always be asked");
    assert_eq!(judge.probe(&card, &[0, 1]), Some(2));
    assert_eq!(judge.probe(&card, &[0, 1, 2]), None);
}

#[test]
fn nothing_is_asked_that_was_said() {
    let judge = judge("deploy-failure");
    assert_eq!(judge.probe(&score("deploy-failure", Level::Mid, GOOD), &[]), Some(2));
}

#[test]
fn a_story_told_with_we_is_asked_for_the_own_steps() {
    let judge = judge("incident-story");
    let card = score(
        "incident-story",
        Level::Mid,
        "Last year our checkout failed during a sale. We checked the dashboards and we scaled the pool. As a result errors fell \
         from 40 % to 1 % in 18 minutes.",
    );
    assert_eq!(judge.probe(&card, &[]), Some(1));
}
