//! Plans of the shipped interview, at every level.

use hotseat::content::{Kind, Level, Library, Section};
use hotseat::plan::{Plan, draw};

use super::{ids, options};

fn plans(library: &Library, level: Level) -> Vec<Plan> {
    (1..=20).map(|seed| draw(library, "devops-engineer", &options(level, 45, seed)).unwrap()).collect()
}

#[test]
fn no_plan_overruns_repeats_or_lacks_a_part() {
    let library = Library::builtin().unwrap();
    for level in Level::ALL {
        for plan in plans(&library, level) {
            assert!(plan.planned() <= plan.total(), "{level}, seed {}", plan.seed);
            let mut asked = ids(&plan);
            asked.sort_unstable();
            asked.dedup();
            assert_eq!(asked.len(), plan.questions().count(), "{level}, seed {}: a question twice", plan.seed);
            let sections: Vec<Section> = plan.questions().map(|asked| asked.section).collect();
            assert_eq!(sections[0], Section::Opener);
            assert!(sections.contains(&Section::Core) && sections.contains(&Section::Behavioural), "{sections:?}");
            let stories = plan.questions().filter(|asked| library.questions[&asked.question].kind == Kind::Behavioural);
            assert_eq!(stories.count(), 1, "{level}, seed {}", plan.seed);
        }
    }
}

#[test]
fn a_junior_gets_more_and_shorter_questions_than_staff() {
    let library = Library::builtin().unwrap();
    let shape = |level| {
        let plans = plans(&library, level);
        let questions: usize = plans.iter().map(|plan| plan.questions().count()).sum();
        let seconds: u32 = plans.iter().flat_map(Plan::questions).map(|asked| asked.answer_seconds).sum();
        (questions as f64 / plans.len() as f64, f64::from(seconds) / questions as f64)
    };
    let shapes = Level::ALL.map(shape);
    for pair in shapes.windows(2) {
        assert!(pair[0].0 >= pair[1].0, "fewer questions the higher the level: {shapes:?}");
        assert!(pair[0].1 <= pair[1].1, "longer questions the higher the level: {shapes:?}");
    }
    assert!(shapes[0].0 >= shapes[3].0 + 2.0, "{shapes:?}");
}

#[test]
fn the_next_attempt_asks_other_questions_while_the_pool_lasts() {
    let library = Library::builtin().unwrap();
    for level in [Level::Mid, Level::Senior, Level::Staff] {
        let first = draw(&library, "devops-engineer", &options(level, 45, 1)).unwrap();
        let seen: Vec<String> = ids(&first).into_iter().map(str::to_owned).collect();
        let mut again = options(level, 45, 2);
        again.seen.clone_from(&seen);
        let second = draw(&library, "devops-engineer", &again).unwrap();
        let fresh = ids(&second).iter().filter(|id| !seen.iter().any(|one| one == *id)).count();
        assert!(
            fresh * 10 >= second.questions().count() * 6,
            "{level}: {fresh} fresh of {}",
            second.questions().count()
        );
    }
}

#[test]
fn every_topic_can_be_sat_by_itself() {
    let library = Library::builtin().unwrap();
    for interview in library.interviews.keys() {
        for level in Level::ALL {
            match draw(&library, interview, &options(level, 15, 1)) {
                Ok(plan) => assert!(plan.questions().count() > 0, "{interview} at {level}"),
                Err(error) => assert!(error.to_string().contains("harder"), "{interview} at {level}: {error}"),
            }
        }
    }
}
