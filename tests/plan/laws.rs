//! What holds for every plan.

use std::collections::BTreeSet;
use std::time::Duration;

use hotseat::content::{Interview, Kind, Level, Library, Question, Section};
use hotseat::plan::{ExtraTime, Options, Plan, PlanError, Step, draw};
use proptest::prelude::*;

use super::bank::{add_topic, library, question, slot};
use super::{ids, options};

fn level() -> impl Strategy<Value = Level> {
    prop::sample::select(Level::ALL.to_vec())
}

fn choices() -> impl Strategy<Value = Options> {
    let factor = prop::sample::select(vec![100, 125, 150, 200]);
    let topics = prop::sample::select(vec![vec![], vec!["kubernetes"], vec!["iac", "leadership", "cloud"]]);
    (level(), 10..=120_u32, any::<u64>(), factor, topics).prop_map(|(level, minutes, seed, factor, topics)| Options {
        extra_time: ExtraTime(factor),
        topics: topics.into_iter().map(str::to_owned).collect(),
        ..options(level, minutes, seed)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_keeps_within_its_time_and_repeats_nothing(options in choices()) {
        let library = library();
        let plan = draw(&library, "devops-engineer", &options).unwrap();
        prop_assert!(plan.planned() <= plan.total());
        let reserve = plan.total() - plan.planned();
        prop_assert!(reserve * 21 >= plan.total(), "a reserve of {reserve:?}");
        let unique: BTreeSet<&str> = ids(&plan).into_iter().collect();
        prop_assert_eq!(unique.len(), plan.questions().count());
        prop_assert!(!unique.is_empty());
    }

    #[test]
    fn the_same_choices_give_the_same_plan(options in choices()) {
        let plan = || draw(&library(), "devops-engineer", &options).unwrap();
        prop_assert_eq!(plan(), plan());
    }

    #[test]
    fn the_hardest_question_comes_when_the_candidate_is_warm_and_not_yet_tired(options in choices()) {
        let library = library();
        let plan = draw(&library, "devops-engineer", &options).unwrap();
        let hardest = plan.questions().position(|asked| asked.section == Section::Hardest);
        let Some(hardest) = hardest else { return Ok(()) };
        // One question alone fills the time from the start; a topic may have too few questions to fill it at all.
        let (fewest, whole) = match options.topics.is_empty() {
            true => (2, plan.total()),
            false => (3, plan.planned()),
        };
        if plan.questions().count() >= fewest {
            let (start, middle) = shares(&plan, hardest, whole);
            prop_assert!((40.0..=70.0).contains(&start) || (40.0..=70.0).contains(&middle), "{start} {middle}");
        }
    }

    #[test]
    fn nobody_is_asked_what_is_two_levels_above_and_all_are_judged_at_least_at_their_own(options in choices()) {
        let library = library();
        let plan = draw(&library, "devops-engineer", &options).unwrap();
        for asked in plan.questions() {
            let own = library.questions[&asked.question].level;
            prop_assert!(own as usize <= options.level as usize + 1);
            prop_assert_eq!(asked.level, own.max(options.level));
        }
    }

    #[test]
    fn extra_time_changes_no_question(options in choices()) {
        let library = library();
        let usual = Options { extra_time: ExtraTime(100), ..options.clone() };
        let (usual, stretched) =
            (draw(&library, "devops-engineer", &usual).unwrap(), draw(&library, "devops-engineer", &options).unwrap());
        prop_assert_eq!(ids(&usual), ids(&stretched));
        prop_assert_eq!(usual.with_extra_time(options.extra_time), stretched);
    }

    #[test]
    fn more_time_is_used(level in level(), minutes in 20..=110_u32, seed in any::<u64>()) {
        let library = library();
        let plan = draw(&library, "devops-engineer", &options(level, minutes, seed)).unwrap();
        let unused = plan.total() - plan.planned();
        let reserve = plan.total() / 20;
        // What is left beside the reserve would not hold the shortest question there is: 3 minutes, to be read in 11 seconds.
        prop_assert!(unused - reserve < Duration::from_secs(300), "{unused:?} of {minutes} min at {level}");
    }
}

/// Start and middle of a question, in percent of the whole time.
fn shares(plan: &Plan, question: usize, whole: Duration) -> (f64, f64) {
    let is_question = |(_, step): &(_, &Step)| matches!(step, Step::Question(_));
    let (start, step) = plan.clock().into_iter().zip(&plan.steps).filter(is_question).nth(question).unwrap();
    let whole = whole.as_secs_f64() / 100.0;
    let start = start.as_secs_f64();
    (start / whole, (start + f64::from(step.seconds()) / 2.0) / whole)
}

#[test]
fn juniors_get_more_and_shorter_questions_than_staff() {
    let library = library();
    let pace = |level| {
        let plan = draw(&library, "devops-engineer", &options(level, 45, 5)).unwrap();
        let count = plan.questions().count();
        (count, plan.questions().map(|asked| asked.answer_seconds as usize).sum::<usize>() / count)
    };
    let paces = Level::ALL.map(pace);
    assert!(paces.is_sorted_by(|low, high| low.0 >= high.0 && low.1 < high.1), "{paces:?}");
    assert!(paces[0].0 > paces[3].0 + 1, "{paces:?}");
}

#[test]
fn topics_are_spread() {
    let library = library();
    for seed in 0..50 {
        let plan = draw(&library, "devops-engineer", &options(Level::Junior, 45, seed)).unwrap();
        let topics: BTreeSet<&str> = plan.questions().map(|asked| asked.topic.as_str()).collect();
        assert_eq!(topics.len(), plan.questions().count(), "seed {seed}");
    }
}

#[test]
fn seeds_differ_and_every_question_gets_its_turn() {
    let library = library();
    let mut asked = BTreeSet::new();
    let mut plans = BTreeSet::new();
    for seed in 0..300 {
        let plan = draw(&library, "devops-engineer", &options(Level::Junior, 45, seed)).unwrap();
        asked.extend(ids(&plan).into_iter().map(str::to_owned));
        plans.insert(plan.fingerprint());
    }
    assert!(plans.len() > 290, "{}", plans.len());
    let fitting = library.questions.values().filter(|one| one.level == Level::Junior).count();
    assert_eq!(asked.len(), fitting);
}

#[test]
fn another_question_in_the_bank_leaves_most_plans_as_they_were() {
    let (before, mut after) = (library(), library());
    let new = question("new", "cloud", Level::Mid, Kind::Technical, 5);
    after.questions.insert(new.id.clone(), new);
    let is_same = |seed: &u64| {
        let ids_in = |library| {
            let plan = draw(library, "devops-engineer", &options(Level::Mid, 45, *seed)).unwrap();
            ids(&plan).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        ids_in(&before) == ids_in(&after)
    };
    let same = (0..200).filter(is_same).count();
    assert!((150..200).contains(&same), "{same} of 200");
}

#[test]
fn what_was_seen_is_avoided_while_the_pool_lasts_and_counted() {
    let library = library();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for round in 0..12 {
        let options = Options { seen: seen.iter().cloned().collect(), ..options(Level::Senior, 45, round) };
        let plan = draw(&library, "devops-engineer", &options).unwrap();
        let asked = ids(&plan);
        for again in asked.iter().filter(|id| seen.contains(**id)) {
            let again = &library.questions[*again];
            let would_do = |one: &&Question| {
                let suits = one.kind == again.kind && [Level::Mid, Level::Senior].contains(&one.level);
                suits && one.minutes <= again.minutes && !seen.contains(&one.id) && !asked.contains(&&*one.id)
            };
            assert_eq!(library.questions.values().find(would_do), None, "instead of {} in round {round}", again.id);
        }
        assert_eq!(plan.seen, options.seen);
        assert_eq!(plan.pool.size - plan.pool.fresh, u32::try_from(seen.len()).unwrap(), "round {round}");
        seen.extend(asked.into_iter().map(str::to_owned));
    }
    assert!(seen.len() > 45, "{}", seen.len());
}

#[test]
fn a_fixed_question_always_stands_in_its_place() {
    let mut library = library();
    let interview: &mut Interview = library.interviews.get_mut("devops-engineer").unwrap();
    let mut fixed = slot(Section::Opener, &[], hotseat::content::SlotLevel::Own, (1, 1), 0);
    fixed.question = Some("testing-senior-d6".into());
    interview.slots.get_mut(&Level::Junior).unwrap()[0] = fixed;
    for seed in 0..20 {
        let options = Options { seen: vec!["testing-senior-d6".into()], ..options(Level::Junior, 45, seed) };
        let plan = draw(&library, "devops-engineer", &options).unwrap();
        assert_eq!(ids(&plan)[0], "testing-senior-d6");
    }
}

#[test]
fn a_small_bank_is_asked_whole_and_never_twice() {
    let mut library: Library = library();
    add_topic(&mut library, "small", &[(Level::Junior, Kind::Technical, 3), (Level::Senior, Kind::Design, 7)]);
    for level in Level::ALL {
        let plan = draw(&library, "small", &options(level, 90, 1)).unwrap();
        let expected = if level == Level::Junior { 1 } else { 2 };
        assert_eq!(plan.questions().count(), expected, "{level}");
    }
    assert!(matches!(
        draw(&library, "small", &options(Level::Mid, 1, 1)),
        Err(PlanError::TooShort { needed: 4 | 5, .. })
    ));
}

#[test]
fn a_topic_rises_around_its_hardest_question() {
    let library = library();
    for topic in ["kubernetes", "iac", "testing"] {
        for level in Level::ALL {
            let plan = draw(&library, topic, &options(level, 45, 1)).unwrap();
            let levels: Vec<Level> = plan
                .questions()
                .filter(|asked| asked.section != Section::Hardest)
                .map(|asked| library.questions[&asked.question].level)
                .collect();
            assert!(levels.is_sorted(), "{topic} {level}: {levels:?}");
        }
    }
}
