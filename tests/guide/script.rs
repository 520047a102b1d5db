//! The script holds everything that an interviewer needs, once, and in the bank's own words.

use std::time::Duration;

use hotseat::guide::{Guide, Part};
use hotseat::report::GuidePart;

use super::{BANK, every_plan, squeezed, written};

#[test]
fn every_question_is_there_with_all_that_is_listened_for() {
    for plan in every_plan() {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
        let texts = written(&guide, &[GuidePart::Script]);
        for asked in plan.questions() {
            let (question, rubric) = (&BANK.questions[&asked.question], &BANK.rubrics[&asked.question]);
            let criteria = rubric.criteria.iter().map(|criterion| &criterion.feedback);
            let flags = rubric.red_flags.iter().map(|flag| &flag.feedback);
            let probes = question.probes.iter().map(|probe| &probe.ask);
            for words in criteria.chain(flags).chain(probes).chain(&rubric.anchors).chain([&question.prompt]) {
                for text in &texts {
                    assert!(text.contains(&squeezed(words)), "{}, {}: {words}", plan.interview, plan.level);
                }
            }
            assert!(!texts.iter().any(|text| text.contains(&squeezed(&rubric.model_answer))));
        }
        let interview = &BANK.interviews[&plan.interview];
        for words in [&interview.opening, &interview.closing] {
            assert!(texts.iter().all(|text| text.contains(&squeezed(words))), "{words}");
        }
    }
}

#[test]
fn a_criterion_stands_either_with_what_is_expected_or_beyond_it() {
    for plan in every_plan() {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
        for page in &guide.questions {
            let (expected, beyond) = (page.expected(), page.beyond());
            assert!(expected.iter().all(|criterion| criterion.level <= page.asked.level));
            assert!(beyond.iter().all(|criterion| criterion.level > page.asked.level && !page.needs(criterion)));
            assert_eq!(expected.len() + beyond.len(), page.rubric.unwrap().criteria.len());
            assert!(!expected.is_empty(), "{} expects nothing at {}", page.question.id, page.asked.level);
        }
    }
}

#[test]
fn the_clock_is_the_plans_own() {
    for plan in every_plan() {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
        let first = guide.timetable.first().unwrap();
        assert_eq!((first.from, first.part), (Duration::ZERO, Part::Opening));
        assert!(guide.timetable.windows(2).all(|two| two[0].until <= two[1].from));
        assert_eq!(guide.timetable.last().unwrap().until, plan.planned());
        for (page, asked) in guide.questions.iter().zip(plan.questions()) {
            assert_eq!((page.move_on - page.from).as_secs(), u64::from(asked.seconds()));
            let moment = guide.timetable.iter().find(|one| one.part == Part::Question(page.number)).unwrap();
            assert_eq!((page.from, page.move_on), (moment.from, moment.until));
        }
    }
}

#[test]
fn every_question_tells_about_a_competency() {
    for plan in every_plan() {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
        for page in &guide.questions {
            let row = |title: &&str| guide.competencies.iter().find(|row| row.title == *title).unwrap();
            assert!(!page.competencies.is_empty());
            assert!(page.competencies.iter().all(|title| row(title).has(page.number)), "{}", page.question.id);
        }
        assert!(guide.competencies.iter().all(|row| !row.questions.is_empty()));
    }
}
