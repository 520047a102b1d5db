//! Whole answers to "How do you handle a failed deployment to production?": the band at a level, and the flags.

use hotseat::content::Level;
use hotseat::scoring::AnswerFlag::{self, *};

use super::bench::score;

pub const GOOD: &str = "I look at the error rate and the p99 latency next to the deploy marker in Grafana, and if the canary \
    gets worse I roll back to the previous image with helm, because restoring service comes before diagnosis. I tell the \
    incident channel and the support team. Then I read the logs and the diff to find the root cause. If the release carried \
    a database migration I roll forward behind a feature flag instead: a rollback is faster, but it is unsafe when the \
    schema has changed. Afterwards we write a postmortem and add the missing test.";

const LIST: &str = "Jenkins, GitLab CI, Docker, Kubernetes, Helm, Terraform, Ansible, Prometheus, Grafana, canary, \
    rollback, blue-green, feature flags, SLO, error rate, postmortem, runbooks, health checks";

const TERSE: &str = "Notice: deploy marker + 5xx/p99 alerts in Grafana. Then: stop rollout, roll back to last digest first, \
    debug later, tell support. Unless the migration isn't backwards compatible: then flag off / fix forward, slower but \
    safe. Read logs and diff, verify in Prometheus. After: postmortem, add the missing test.";

const FRENCH: &str = "Je regarde d'abord les tableaux de bord dans Grafana et les alertes de Prometheus, puis nous revenons \
    à la version précédente avec Helm et nous cherchons la cause dans les journaux avec toute l'équipe du projet.";

const RUSSIAN: &str =
    "Сначала я смотрю на панели Grafana, потом мы откатываем версию и ищем причину в журналах вместе.";

const CHANT: &str = "and then the Jenkins and then the Docker and then the Helm and then the Terraform and then the Grafana \
    and then the Ansible and then the canary and then the rollback and then the alerts";

struct Case {
    answer: &'static str,
    band: Option<u8>,
    flags: &'static [AnswerFlag],
}

const fn case(answer: &'static str, band: u8, flags: &'static [AnswerFlag]) -> Case {
    Case { answer, band: Some(band), flags }
}

const fn unscored(answer: &'static str, flags: &'static [AnswerFlag]) -> Case {
    Case { answer, band: None, flags }
}

const CASES: &[Case] = &[
    case(GOOD, 4, &[]),
    case(TERSE, 4, &[]),
    case(LIST, 1, &[KeywordList]),
    case(CHANT, 1, &[KeywordList]),
    case("How do you handle a failed deployment to production?", 1, &[TooShort, QuestionEcho]),
    case("I don't know.", 1, &[TooShort]),
    unscored("", &[Empty]),
    unscored(" \n\t  ", &[Empty]),
    unscored("👍🔥", &[Empty]),
    unscored(FRENCH, &[OtherLanguage]),
    unscored(RUSSIAN, &[OtherLanguage]),
    case("12 34 56 78 90 12 34 56 78 90 12 34 56 78 90 11", 1, &[]),
    case("https://example.com/runbooks/rollback", 1, &[TooShort]),
    case(
        "We never roll back. We don't look at the error rate, we have no alerts and no dashboards, nobody reads the logs, \
         I never told the support team and we have never written a postmortem.",
        1,
        &[],
    ),
    case(
        "First of all it is very important to stay calm and to work well together, and to talk with each other in an open \
         way, so that the deployment to production is a good experience for everybody who is part of the company. A failed \
         deployment is a chance to grow.",
        1,
        &[NotRecognised],
    ),
];

#[test]
fn answers_reach_their_band_with_their_flags() {
    for case in CASES {
        let card = score("deploy-failure", Level::Mid, case.answer);
        assert_eq!((card.band, card.flags.as_slice()), (case.band, case.flags), "{}\n{card:#?}", case.answer);
    }
}

#[test]
fn an_answer_in_which_everything_is_denied_scores_nothing() {
    let card = score(
        "deploy-failure",
        Level::Mid,
        "I have never used Docker or Helm. We don't roll back and we never look at the error rate.",
    );
    assert_eq!(card.score.unwrap().0, 0);
}

#[test]
fn the_model_answer_pasted_back_gets_a_score_but_no_band() {
    let library = super::bench::library();
    let card = score("deploy-failure", Level::Mid, &library.rubrics["deploy-failure"].model_answer);
    assert_eq!((card.band, card.flags.as_slice()), (None, [ModelCopy].as_slice()));
    assert!(card.score.unwrap().0 > 800);
}

#[test]
fn at_senior_level_band_4_takes_a_trade_off() {
    let untested = GOOD.replace(
        "If the release carried a database migration I roll forward behind a feature flag instead: a rollback is faster, but \
         it is unsafe when the schema has changed.",
        "",
    );
    let untested = untested.replace("because restoring service comes before diagnosis", "at once");
    assert!(score("deploy-failure", Level::Senior, &untested).band < Some(4), "{untested}");
    assert_eq!(score("deploy-failure", Level::Senior, GOOD).band, Some(4));
}

#[test]
fn a_required_criterion_that_is_missing_holds_the_band_at_2_and_says_so() {
    let card = score(
        "deploy-failure",
        Level::Mid,
        "I watch the error rate in Grafana and Prometheus and tell the incident channel. Then I read the logs and the diff \
         to find the root cause, and afterwards we write a postmortem and add the missing test to the pipeline.",
    );
    assert_eq!(card.band, Some(2));
    assert!(card.caps[0].because.contains("restored before you diagnose"), "{:?}", card.caps);
    assert_eq!(card.next_step.unwrap().criterion, "restore");
}

#[test]
fn a_red_flag_takes_its_penalty_and_quotes_the_words() {
    let clean = score("deploy-failure", Level::Mid, GOOD);
    let blamed = score("deploy-failure", Level::Mid, &format!("{GOOD} It was the fault of the developers."));
    assert_eq!(clean.score.unwrap().0 - blamed.score.unwrap().0, 150);
    assert_eq!(blamed.red_flags[0].evidence[0].text, "fault of the developers");
}

#[test]
fn a_red_flag_denied_or_reported_is_none() {
    for innocent in ["It is never the fault of the developers.", "They wanted to ssh into production and fix it."] {
        let card = score("deploy-failure", Level::Mid, &format!("{GOOD} {innocent}"));
        assert!(card.red_flags.is_empty(), "{innocent}: {:?}", card.red_flags);
    }
}

#[test]
fn a_red_flag_may_cap() {
    let card = score("deploy-failure", Level::Mid, &format!("{GOOD} I ssh to production and fix the file there."));
    assert_eq!(card.band, Some(2));
    assert!(card.score.unwrap().0 < 600, "the score is clamped with the band");
}

#[test]
fn probes_earn_in_full_beside_the_unprompted_score() {
    use hotseat::scoring::Segment;
    let judge = super::bench::judge("deploy-failure");
    let ask = "How did you know that it had failed?";
    let answer = "We roll back to the last version with Helm and Docker, then read the logs to find the root cause.";
    let probed = "An alert on the error rate in Grafana told us within a minute.";
    let card = judge.score(&[Segment::answer(answer), Segment { probe: Some(ask), text: probed }], Level::Mid);
    let detect = card.criteria.iter().find(|one| one.id == "detect").unwrap();
    assert_eq!((detect.credit.0, detect.evidence[0].segment), (1000, 1));
    assert_eq!(card.unprompted, judge.score(&[Segment::answer(answer)], Level::Mid).score);
    assert!(card.unprompted < card.score);
    let parroted = judge.score(&[Segment::answer(answer), Segment { probe: Some(ask), text: ask }], Level::Mid);
    assert_eq!(parroted.score, card.unprompted);
}
