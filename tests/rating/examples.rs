//! The scorecards in examples/panel are of the plan beside them, and sound.

use hotseat::rating::{Panel, RatingSheet, Submitted};

use super::{library, plan};

fn sheets() -> Vec<Submitted> {
    let files = std::fs::read_dir("examples/panel").unwrap().map(|entry| entry.unwrap().path());
    let read = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        Submitted { name: path.display().to_string(), sheet: RatingSheet::read(&text).unwrap() }
    };
    files.map(read).collect()
}

#[test]
fn they_are_of_the_plan_for_mid_level_and_of_the_bank() {
    let (plan, sheets) = (plan(), sheets());
    assert_eq!(sheets.len(), 6);
    for Submitted { name, sheet } in &sheets {
        assert_eq!((&sheet.plan, sheet.level, sheet.seed), (&plan.fingerprint(), plan.level, plan.seed), "{name}");
        let interview = &library().interviews[&sheet.interview];
        assert_eq!(sheet.competencies, interview.competencies, "{name}");
        let asked: Vec<&str> = plan.questions().map(|asked| asked.question.as_str()).collect();
        let rated: Vec<&str> = sheet.questions.iter().map(|question| question.question.as_str()).collect();
        assert_eq!(asked, rated, "{name}");
        for question in &sheet.questions {
            assert_eq!(question.prompt, library().questions[&question.question].prompt, "{name}");
            let known = |id: &str| library().rubrics[&question.question].criteria.iter().any(|one| one.id == id);
            let unknown: Vec<_> = question.ticks.iter().filter(|tick| !known(&tick.criterion)).collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
        }
    }
}

#[test]
fn they_are_combined_with_second_opinions() {
    let panel = Panel::of(&sheets()).unwrap();
    assert_eq!((panel.candidates.len(), panel.interviewers.len()), (3, 2));
    assert_eq!(panel.candidates[0].to_discuss().count(), 1);
    assert!(panel.raters.engine.unwrap().kappa.answers >= 6);
}
