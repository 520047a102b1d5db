//! Stories, and what only looks like one.

use hotseat::content::Level;
use hotseat::scoring::{Scorecard, StoryForm};

use super::bench::score;

const STORY: &str = "Last year our checkout began timing out during a sale, about 40 % of requests failed. I was on call and my \
    task was to restore payments within 30 minutes. I checked the Grafana dashboards, saw that the connection pool was \
    exhausted, and decided to scale the replicas rather than restart the database, because a restart would have dropped open \
    carts. I told the support team every ten minutes. As a result errors fell from 40 % to under 1 % in 18 minutes. Since \
    then we have an alert on the pool.";

const TERSE: &str = "Black Friday, checkout 502s at 18%, I was on call. Saw pg at 500/500 connections right after a deploy. \
    Declared sev1, rolled back, told support. Errors gone in 31 min. After: pool alert, added a test in CI.";

const WE_ONLY: &str = "Last year our checkout began timing out during a sale. We checked the dashboards, we saw that the \
    connection pool was exhausted, and we scaled the replicas. We told the support team. As a result errors fell from 40 % \
    to 1 % in 18 minutes.";

const USUALLY: &str = "I usually stay calm when something breaks. I would check the logs and the dashboards first, and I always \
    tell the team what is going on, and normally we would find the root cause quickly.";

const OPINION: &str = "I believe that communication is key in every incident. It is important that everybody knows what is going \
    on, and I am a very calm person who likes to help others when things are difficult.";

const LABELS: &str = "Situation: a situation at work. Task: my task. Action: I did actions. Result: good result.";

fn told(answer: &str) -> Scorecard {
    score("incident-story", Level::Mid, answer)
}

#[test]
fn a_full_story_reaches_band_4() {
    let card = told(STORY);
    let star = card.star.unwrap();
    let parts = [star.situation, star.task, star.action, star.result].map(|part| part.0);
    assert_eq!((card.band, parts, star.measured), (Some(4), [1000; 4], true), "{:?}", card.caps);
}

#[test]
fn terse_notes_without_a_subject_tell_own_actions() {
    let card = told(TERSE);
    let star = card.star.unwrap();
    assert_eq!((star.form, star.action.0, star.measured), (StoryForm::Story, 1000, true), "{:?}", star.evidence);
    assert!(card.band >= Some(3), "{:?}", card.caps);
}

#[test]
fn we_alone_leaves_the_own_part_open_and_costs_nothing_else() {
    let card = told(WE_ONLY);
    let star = card.star.unwrap();
    assert_eq!((card.band, star.action.0, star.result.0), (Some(2), 0, 1000));
    assert!(card.caps.iter().any(|cap| cap.because.contains("yourself")), "{:?}", card.caps);
    let mixed = told(&STORY.replace("I told the support team", "We told the support team"));
    assert_eq!(mixed.score, told(STORY).score);
}

#[test]
fn habits_and_opinions_are_no_story() {
    for (answer, form) in [(USUALLY, StoryForm::PseudoStory), (OPINION, StoryForm::Opinion)] {
        let card = told(answer);
        assert_eq!((card.band, card.star.as_ref().unwrap().form), (Some(1), form), "{card:#?}");
        assert!(!card.caps.is_empty() || card.score.unwrap().0 < 350);
    }
}

#[test]
fn headings_without_content_earn_nothing() {
    let card = told(LABELS);
    assert_eq!((card.band, card.score.unwrap().0), (Some(1), 0), "{:?}", card.star);
}

#[test]
fn without_a_result_band_3_is_out_of_reach() {
    let until = STORY.find("As a result").unwrap();
    let card = told(&STORY[..until]);
    assert_eq!((card.band, card.star.unwrap().result.0), (Some(2), 0));
    assert!(card.caps.iter().any(|cap| cap.because.contains("result")));
}

#[test]
fn numbers_make_a_result_count_in_full() {
    let vague = STORY.replace("errors fell from 40 % to under 1 % in 18 minutes", "the errors were gone");
    assert!(told(&vague).score < told(STORY).score);
}

#[test]
fn a_story_about_something_else_stays_at_band_2() {
    let card = told(
        "Last year I was asked to organise the summer party within two weeks. I booked a boat, I invited everybody and I wrote \
         the plan. As a result 80 people came and we spent 20 % less than the year before. I learned to book early.",
    );
    assert!(card.band <= Some(2), "{card:#?}");
}

#[test]
fn the_next_step_of_a_story_may_be_a_part_of_it() {
    let until = STORY.find("As a result").unwrap();
    let step = told(&STORY[..until]).next_step.unwrap();
    assert_eq!((step.criterion.as_str(), step.band), ("star.result", Some(4)));
}
