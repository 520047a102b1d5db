//! What would raise an answer one band: it keeps its promise, asks for nothing superfluous, and says where words cannot help.

use hotseat::content::{Criterion, Level, Library, Rule};
use hotseat::scoring::{Judge, Raise, Scorecard, Segment};
use hotseat::text::Pattern;
use serde_json::Value;

use super::bench::{library, score};

/// What earns each criterion of the test questions, and each part of a story, in full.
const SAID: &[(&str, &str)] = &[
    ("restore", "I roll back to the last stable version."),
    ("detect", "We watch the error rate and the p99 latency."),
    ("cause", "I read the logs to find the root cause."),
    ("communicate", "I told the support team every ten minutes."),
    ("prevent", "Afterwards we write a postmortem and add a test."),
    ("tooling", "Grafana shows the rates and Jenkins runs the pipeline."),
    (
        "tradeoff",
        "If a migration was part of it we fix forward instead, which is slower, because a rollback could lose data.",
    ),
    ("automatic", "The pipeline does an automatic rollback."),
    ("diagnose", "I checked the logs and found the query."),
    ("choice", "I scaled the replicas instead of a restart, because a restart is slower and drops carts."),
    ("learning", "Since then we have added an alert."),
    ("star.action", "I checked the logs, I stopped the job and I restarted the service."),
    ("star.result", "As a result errors fell from 40 % to 1 % in 18 minutes."),
];

fn sentence(criterion: &str) -> &'static str {
    SAID.iter().find(|(id, _)| *id == criterion).unwrap_or_else(|| panic!("{criterion}")).1
}

fn raise(card: &Scorecard) -> &Raise {
    card.raise.as_ref().unwrap_or_else(|| panic!("nothing raises {card:#?}"))
}

/// A card by a rubric of plain words: each with its points, the level it is expected at, and whether it is required.
fn by_words(words: &[(&str, u32, Level, bool)], answer: &str) -> Scorecard {
    let mut bundle = library().bundle("deploy-failure").unwrap();
    let any = bundle.rubric.criteria.iter().find(|criterion| criterion.id == "cause").unwrap().clone();
    let criterion = |(word, points, level, required): &(&str, u32, Level, bool)| Criterion {
        id: (*word).into(),
        rules: vec![Rule::Any { patterns: vec![Pattern::parse(word).unwrap()], need: 1 }],
        points: *points,
        level: *level,
        required: *required,
        ..any.clone()
    };
    bundle.rubric.criteria = words.iter().map(criterion).collect();
    Judge::new(&bundle).score(&[Segment::answer(answer)], Level::Mid)
}

/// Twelve of the words below.
const ANIMALS: &str = "We fed the cat and the dog before noon. A hen sat near the pig all day. Then a cow looked at the owl \
    from afar. Every bee knows where the ant lives. Later the fox ran away from the elk. My rat sleeps beside a bat in winter.";
const WORDS: [&str; 26] = [
    "cat", "dog", "hen", "pig", "cow", "owl", "bee", "ant", "fox", "elk", "rat", "bat", "oak", "elm", "ash", "fir",
    "yew", "bay", "jam", "pie", "egg", "ham", "pea", "fig", "hat", "bus",
];

#[test]
fn where_many_things_are_missing_no_more_are_asked_for_than_it_takes() {
    let is_small = |word| ["hat", "bus"].contains(&word);
    let words = WORDS.map(|word| (word, if is_small(word) { 2 } else { 3 }, Level::Junior, is_small(word)));
    let card = by_words(&words, ANIMALS);
    assert_eq!((card.score.unwrap().0, card.band), (36_000 / 76, Some(2)), "{:?}", card.flags);
    // Ten points more make 600, and both required ones have to be among them. Who takes the large ones first takes three of them
    // before the cap stops that, and then one was too many.
    let steps: Vec<&str> = raise(&card).steps.iter().map(|step| step.criterion.as_str()).collect();
    assert_eq!(steps, ["oak", "elm", "hat", "bus"]);
}

#[test]
fn what_is_expected_goes_before_a_bonus_worth_more() {
    let words = [("oak", 10, Level::Senior, false), ("elm", 2, Level::Mid, false), ("cat", 4, Level::Mid, false)];
    let card = by_words(&words, ANIMALS);
    assert_eq!(card.band, Some(3), "{card:#?}");
    let steps: Vec<&str> = raise(&card).steps.iter().map(|step| step.criterion.as_str()).collect();
    assert_eq!(steps, ["elm"]);
}

#[test]
fn a_story_about_something_else_is_asked_for_what_the_question_is_about() {
    let party = "Last year I was asked to organise the summer party within two weeks. I booked a boat, I invited everybody and \
                 I wrote the plan. As a result 80 people came and we spent 20 % less than the year before. I learned to book early.";
    let card = score("incident-story", Level::Mid, party);
    let steps: Vec<&str> = raise(&card).steps.iter().map(|step| step.criterion.as_str()).collect();
    assert_eq!((card.band, steps), (Some(1), vec!["diagnose"]));
}

/// Answers of any band: question, level, text.
const ANSWERS: &[(&str, Level, &str)] = &[
    ("deploy-failure", Level::Mid, "We watch the error rate and the p99 latency, and the weather was nice that day."),
    ("deploy-failure", Level::Junior, "I roll back to the last stable version and nothing else at all is done then."),
    (
        "deploy-failure",
        Level::Senior,
        "I roll back to the last stable version. We watch the error rate and the p99 latency. I read the logs to find the root cause.",
    ),
    (
        "deploy-failure",
        Level::Mid,
        "We watch the error rate and the p99 latency. I read the logs to find the root cause. Grafana shows the rates and Jenkins runs the pipeline.",
    ),
    ("deploy-failure", Level::Mid, "It took a while to agree on the next step, and the weather was nice that day too."),
    (
        "incident-story",
        Level::Mid,
        "Last year our checkout began timing out during a sale. I was on call and my task was to restore it within 30 minutes. I checked the dashboards, I found the query and I stopped it.",
    ),
];

#[test]
fn what_is_said_does_raise_it_and_nothing_less_does() {
    let mut sizes = Vec::new();
    for (question, level, answer) in ANSWERS {
        let card = score(question, *level, answer);
        let raise = raise(&card);
        assert_eq!((raise.band, &raise.blocked), (card.band.unwrap() + 1, &None), "{answer}");
        let with = |left_out: Option<usize>| {
            let said = raise.steps.iter().enumerate().filter(|(index, _)| Some(*index) != left_out);
            let said: Vec<&str> = said.map(|(_, step)| sentence(&step.criterion)).collect();
            score(question, *level, &format!("{answer} {}", said.join(" "))).band
        };
        assert!(with(None) >= Some(raise.band), "{answer}\n{raise:#?}");
        for left_out in 0..raise.steps.len() {
            assert!(with(Some(left_out)) < Some(raise.band), "{answer}\nwithout {left_out} of {raise:#?}");
        }
        sizes.push(raise.steps.len());
    }
    assert!(sizes.contains(&1) && sizes.iter().any(|size| *size > 1), "{sizes:?}");
}

#[test]
fn gains_add_up_to_the_whole() {
    let (question, level, answer) = ANSWERS[4];
    let card = score(question, level, answer);
    let raise = raise(&card);
    let said: Vec<&str> = raise.steps.iter().map(|step| sentence(&step.criterion)).collect();
    let then = score(question, level, &said.join(" ")).score.unwrap().0;
    assert_eq!(card.score.unwrap().0 + raise.steps.iter().map(|step| step.gain.0).sum::<u32>(), then);
}

#[test]
fn a_required_criterion_is_among_the_steps_where_it_holds_the_band_down() {
    let all_but_one: Vec<&str> = SAID[1..7].iter().map(|(_, sentence)| *sentence).collect();
    let answer = all_but_one.join(" ").replace("a rollback could", "going back could");
    let card = score("deploy-failure", Level::Mid, &answer);
    assert_eq!(card.band, Some(2), "{card:#?}");
    assert!(raise(&card).steps.iter().any(|step| step.criterion == "restore"), "{:#?}", card.raise);
}

#[test]
fn what_caps_an_answer_whatever_else_it_says_is_named() {
    let wrong = "I roll back to the last stable version. We watch the error rate and the p99 latency. I log in to \
                 production and fix it there by hand. I read the logs to find the root cause and tell the support team. \
                 Grafana shows the rates and Jenkins runs the pipeline.";
    let card = score("deploy-failure", Level::Mid, wrong);
    assert_eq!(card.band, Some(2), "{card:#?}");
    let raise = raise(&card);
    assert_eq!((raise.band, raise.steps.len()), (3, 0));
    assert!(raise.blocked.as_ref().unwrap().starts_with("Editing production by hand"), "{raise:?}");
}

#[test]
fn a_list_is_told_so_and_not_what_else_to_list() {
    let list = "Jenkins, GitLab CI, Docker, Kubernetes, Helm, Terraform, Ansible, Prometheus, Grafana, canary, rollback, \
                blue-green, feature flags, SLO, error rate, postmortem, runbooks, health checks";
    let card = score("deploy-failure", Level::Mid, list);
    assert!(raise(&card).blocked.as_ref().unwrap().contains("list of terms"), "{:?}", card.raise);
}

#[test]
fn what_is_only_too_short_is_told_what_to_say() {
    let card = score("deploy-failure", Level::Mid, "We watch latency.");
    assert_eq!(card.flags, [hotseat::scoring::AnswerFlag::TooShort]);
    assert!(!raise(&card).steps.is_empty(), "{:?}", card.raise);
}

#[test]
fn an_opinion_becomes_a_story_by_own_actions() {
    let opinion = "I believe that communication is key in every incident. It is important that everybody knows what is \
                   going on, and I am a very calm person who likes to help others when things are difficult.";
    let card = score("incident-story", Level::Mid, opinion);
    let steps: Vec<&str> = raise(&card).steps.iter().map(|step| step.criterion.as_str()).collect();
    assert!(steps.contains(&"star.action"), "{steps:?}");
}

#[test]
fn a_story_without_its_end_is_asked_for_it() {
    let card = score("incident-story", Level::Mid, ANSWERS[5].2);
    let steps: Vec<&str> = raise(&card).steps.iter().map(|step| step.criterion.as_str()).collect();
    assert_eq!(steps, ["star.result"]);
}

#[test]
fn at_the_top_and_without_a_band_there_is_nothing_to_raise() {
    let top = score("deploy-failure", Level::Mid, super::answers::GOOD);
    assert_eq!((top.band, &top.raise), (Some(4), &None));
    for unscored in ["", "Je regarde d'abord les tableaux de bord et nous revenons ensuite à la version précédente."]
    {
        assert_eq!(score("deploy-failure", Level::Mid, unscored).raise, None);
    }
}

#[test]
fn a_scorecard_kept_before_there_was_such_a_thing_still_reads() {
    let card = score("deploy-failure", Level::Mid, ANSWERS[0].2);
    let mut kept = serde_json::to_value(&card).unwrap();
    assert!(kept["raise"]["band"].is_number(), "{kept:#}");
    kept.as_object_mut().unwrap().remove("raise");
    let read: Scorecard = serde_json::from_value(kept).unwrap();
    assert_eq!(read, Scorecard { raise: None, ..card });
}

#[test]
fn on_the_whole_bank_it_is_said_or_it_is_said_why_not() {
    let library = Library::builtin().unwrap();
    for (id, rubric) in &library.rubrics {
        let judge = Judge::new(&library.bundle(id).unwrap());
        for (sample, level) in rubric.samples.iter().zip(Level::ALL.into_iter().cycle()) {
            let card = judge.score(&[Segment::answer(&sample.answer)], level);
            let Some(raise) = &card.raise else {
                assert!(card.band.is_none_or(|band| band == 4), "{id}: {}", sample.answer);
                continue;
            };
            assert_eq!(Some(raise.band - 1), card.band);
            assert_eq!(raise.steps.is_empty(), raise.blocked.is_some(), "{id}: {raise:?}");
            let expected = |id: &str| card.criteria.iter().any(|one| one.id == id && one.expected);
            let alone =
                card.next_step.as_ref().filter(|step| step.band >= Some(raise.band) && expected(&step.criterion));
            if let Some(next) = alone {
                assert_eq!(raise.steps.len(), 1, "{id}: one step is enough: {raise:?} {next:?}");
                assert_eq!(raise.steps[0].gain, next.gain, "{id}: another one is worth more: {raise:?} {next:?}");
                assert!(card.star.is_some() || expected(&raise.steps[0].criterion), "{id}: {raise:?}");
            }
            let json: Value = serde_json::to_value(raise).unwrap();
            assert_eq!(json.get("blocked").is_some(), raise.blocked.is_some());
        }
    }
}
