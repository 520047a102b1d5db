//! Plans of the shipped interview, at every level.

use hotseat::content::{Kind, Level, Library, Section};
use hotseat::plan::{Plan, draw};

use super::{ids, options};

/// Attempts whose questions `hotseat run` keeps away from.
const REMEMBERED: usize = 5;

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
fn every_role_can_be_interviewed_for_at_every_level() {
    let library = Library::builtin().unwrap();
    let roles: Vec<_> = library.interviews.values().filter(|one| !one.slots.is_empty()).collect();
    assert!(roles.len() >= 5, "{roles:?}");
    for role in roles {
        assert!(!role.opening.is_empty() && !role.closing.is_empty() && role.competencies.len() >= 3, "{}", role.id);
        for level in Level::ALL {
            for seed in 1..=20 {
                let plan = draw(&library, &role.id, &options(level, 45, seed)).unwrap();
                let at = format!("{} at {level}, seed {seed}", role.id);
                assert!(plan.planned() <= plan.total(), "{at} overruns");
                assert!(plan.planned().as_secs() * 10 >= plan.total().as_secs() * 8, "{at} leaves much time unused");
                let mut asked = ids(&plan);
                asked.sort_unstable();
                asked.dedup();
                assert_eq!(asked.len(), plan.questions().count(), "{at}: a question twice");
                let grouped = |topic: &String| role.competencies.iter().any(|group| group.topics.contains(topic));
                assert!(plan.questions().all(|one| grouped(&one.topic)), "{at}: a topic without competency");
            }
        }
    }
}

#[test]
fn an_interview_of_stories_asks_for_stories_and_nothing_else() {
    let library = Library::builtin().unwrap();
    for level in Level::ALL {
        for minutes in [15, 30, 45, 60, 90] {
            let plan = draw(&library, "behavioural", &options(level, minutes, 5)).unwrap();
            for asked in plan.questions() {
                let kind = library.questions[&asked.question].kind;
                assert_eq!(kind, Kind::Behavioural, "{} at {level}, {minutes} minutes", asked.question);
            }
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

/// Twenty sittings in a row, each with another seed and what was asked before, as `hotseat run` does it.
#[test]
fn from_one_attempt_to_the_next_most_questions_are_fresh() {
    let library = Library::builtin().unwrap();
    for level in Level::ALL {
        let mut attempts: Vec<Vec<String>> = Vec::new();
        for seed in 1..=20 {
            let mut options = options(level, 45, seed);
            options.seen = attempts.iter().rev().take(REMEMBERED).flatten().cloned().collect();
            let plan = draw(&library, "devops-engineer", &options).unwrap();
            let asked: Vec<String> = ids(&plan).into_iter().map(str::to_owned).collect();
            let before = attempts.last().cloned().unwrap_or_default();
            let fresh = asked.iter().filter(|id| !before.contains(id)).count();
            assert!(fresh * 10 >= asked.len() * 6, "{level}, seed {seed}: {fresh} fresh of {}", asked.len());
            attempts.push(asked);
        }
    }
}

/// Without a history, seeds alone make most of the difference.
#[test]
fn other_seeds_ask_other_questions() {
    let library = Library::builtin().unwrap();
    for level in Level::ALL {
        let plans = plans(&library, level);
        let fresh = |pair: &[Plan]| {
            let before = ids(&pair[0]);
            ids(&pair[1]).iter().filter(|id| !before.contains(id)).count() as f64 / ids(&pair[1]).len() as f64
        };
        let mean = plans.windows(2).map(fresh).sum::<f64>() / (plans.len() - 1) as f64;
        assert!(mean >= 0.6, "{level}: {mean:.2}");
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
