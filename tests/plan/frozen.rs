//! A plan on paper is the plan.

use hotseat::content::Level;
use hotseat::plan::{ExtraTime, Options, Plan, draw};

use super::bank::library;
use super::{ids, options};

fn sample() -> Plan {
    draw(&library(), "devops-engineer", &options(Level::Senior, 15, 7)).unwrap()
}

#[test]
fn a_frozen_plan_says_what_it_is() {
    insta::assert_snapshot!(sample().freeze(), @r#"
    # devops-engineer, senior, 15 minutes: 2 questions
    # Sit it: hotseat run FILE
    # Drawn by: hotseat plan devops-engineer --level senior --minutes 15 --seed 7
    # Fingerprint: e4333b0187452eca

    format = 1
    interview = "devops-engineer"
    title = "devops-engineer"
    level = "senior"
    minutes = 15
    extra_time = 100
    seed = 7
    topics = []
    seen = []

    [pool]
    size = 110
    fresh = 110

    [[steps]]
    step = "intro"
    seconds = 40

    [[steps]]
    step = "question"
    question = "leadership-senior-b2"
    topic = "leadership"
    section = "behavioural"
    level = "senior"
    read_seconds = 11
    answer_seconds = 300
    probes = 0
    probe_seconds = 60

    [[steps]]
    step = "question"
    question = "databases-senior-d6"
    topic = "databases"
    section = "hardest"
    level = "senior"
    read_seconds = 11
    answer_seconds = 360
    probes = 0
    probe_seconds = 60

    [[steps]]
    step = "candidate-questions"
    seconds = 80

    [[steps]]
    step = "close"
    seconds = 20
    "#);
}

#[test]
fn it_is_read_back_as_it_was() {
    let all = |seed, minutes| Options {
        topics: vec!["iac".into(), "cloud".into()],
        seen: vec!["iac-mid-t2".into()],
        extra_time: ExtraTime(125),
        ..options(Level::Mid, minutes, seed)
    };
    for options in [all(0, 45), all(u64::MAX, 90), options(Level::Staff, 45, 1)] {
        let plan = draw(&library(), "devops-engineer", &options).unwrap();
        assert_eq!(Plan::thaw(&plan.freeze(), &library()).unwrap(), plan);
    }
}

#[test]
fn a_changed_wording_is_no_mistake() {
    let mut changed = library();
    let plan = sample();
    changed.questions.get_mut(ids(&plan)[0]).unwrap().prompt = "Shorter?".into();
    assert_eq!(Plan::thaw(&plan.freeze(), &changed).unwrap(), plan);
}

#[test]
fn what_cannot_be_used_is_said() {
    let plan = sample();
    let text = plan.freeze();
    let first = ids(&plan)[0];
    let second = ids(&plan)[1];
    let refused = |text: &str| Plan::thaw(text, &library()).unwrap_err().to_string();
    let said = [
        refused(&text.replace("format = 1", "format = 2\nnew = true")),
        refused(&text.replace("devops-engineer\"", "devops-enginer\"")),
        refused(&text.replace(first, &first[1..])),
        refused(&text.replace(second, first)),
        refused(&text.replace("answer_seconds = 300", "answer_seconds = 900")),
        refused(&text.replace("answer_seconds = 300", "answer_seconds = 4294967295")),
        refused(&text.replace("minutes = 15\n", "")),
        refused("format = 1\nfoo"),
    ];
    insta::assert_snapshot!(said.join("\n"), @r"
    it has format 2, and this program reads format 1; write it again with `hotseat plan --output`
    its interview 'devops-enginer' is unknown; did you mean `devops-engineer`?
    its question 'eadership-senior-b2' is unknown; did you mean `leadership-senior-b2`?
    it asks 'leadership-senior-b2' twice; take one of them out
    its steps take 1442 seconds, 542 more than its 15 minutes; shorten a step or raise `minutes`
    its steps take 4294967826 seconds, 4294966926 more than its 15 minutes; shorten a step or raise `minutes`
    it is not a plan: TOML parse error at line 1, column 1
      |
    1 | # devops-engineer, senior, 15 minutes: 2 questions
      | ^
    missing field `minutes`
    it is not a plan: TOML parse error at line 2, column 4
      |
    2 | foo
      |    ^
    key with no value, expected `=`
    ");
}

#[test]
fn the_fingerprint_is_of_what_the_candidate_meets() {
    let plan = sample();
    let print = plan.fingerprint();
    let same = Plan { seed: 8, seen: vec!["x".into()], title: "T".into(), topics: vec!["t".into()], ..plan.clone() };
    assert_eq!(same.fingerprint(), print);
    let others = [
        Plan { level: Level::Staff, ..plan.clone() },
        Plan { minutes: 16, ..plan.clone() },
        Plan { interview: "iac".into(), ..plan.clone() },
        Plan { steps: plan.steps[1..].to_vec(), ..plan.clone() },
        plan.clone().with_extra_time(ExtraTime(125)),
    ];
    for other in others {
        assert_ne!(other.fingerprint(), print);
    }
}

#[test]
fn extra_time_can_be_given_to_a_frozen_plan() {
    let library = library();
    let drawn = |factor| {
        let options = Options { extra_time: ExtraTime(factor), ..options(Level::Mid, 45, 3) };
        draw(&library, "devops-engineer", &options).unwrap()
    };
    for (from, to) in [(100, 125), (125, 150), (150, 100), (200, 125)] {
        assert_eq!(drawn(from).with_extra_time(ExtraTime(to)), drawn(to), "{from} {to}");
    }
}
