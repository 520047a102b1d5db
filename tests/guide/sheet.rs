//! The sheets hold the questions and room to rate them, and no answers.

use hotseat::content::{Level, Weight};
use hotseat::guide::{Guide, rating_pages};
use hotseat::report::{GuidePart, guide_html, guide_json};

use super::{BANK, every_plan, plan, squeezed, written};

#[test]
fn sheets_hold_every_question_and_no_answer() {
    for plan in every_plan() {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
        for part in [GuidePart::Sheet, GuidePart::Consensus] {
            let [terminal, markdown, html] = written(&guide, &[part]);
            let json = guide_json(&guide, &[part]).to_string();
            for asked in plan.questions() {
                let (question, rubric) = (&BANK.questions[&asked.question], &BANK.rubrics[&asked.question]);
                // A narrow column of a terminal cuts a question between its words.
                let asked = [&markdown, &html].iter().all(|text| text.contains(&squeezed(&question.prompt)));
                assert!(asked, "{part:?} of {}: {}", plan.interview, question.id);
                let criteria = rubric.criteria.iter().map(|criterion| &criterion.feedback);
                for answer in criteria.chain(&rubric.anchors).chain(question.probes.iter().map(|probe| &probe.ask)) {
                    let told = [&terminal, &markdown, &html, &json].iter().any(|text| text.contains(&squeezed(answer)));
                    assert!(!told, "{part:?} of {} tells {answer}", plan.interview);
                }
            }
        }
    }
}

/// The screen and the scorecard weigh: who adds up on paper has to arrive at the same.
#[test]
fn weights_stand_where_they_are_worked_with() {
    let plan = plan("devops-engineer", Level::Mid);
    let even = Guide::of(&BANK, &plan, String::new()).unwrap();
    for text in written(&even, &[GuidePart::Sheet]) {
        assert!(text.contains("Everycompetencyweighsthesame") && !text.contains("(weight"), "{text}");
    }
    let mut library = BANK.clone();
    let asked = even.competencies[0].title;
    let competencies = &mut library.interviews.get_mut("devops-engineer").unwrap().competencies;
    competencies.iter_mut().find(|competency| competency.title == asked).unwrap().weight = Weight::of(2.5);
    let guide = Guide::of(&library, &plan, String::new()).unwrap();
    let weighed = [asked, "(weight 2.5)"].map(squeezed).concat();
    let [_, _, consensus] = written(&guide, &[GuidePart::Consensus]);
    for text in written(&guide, &[GuidePart::Sheet]).iter().chain([&consensus]) {
        assert!(text.contains(&weighed) && text.contains("Weightedmean"), "{text}");
        assert!(!text.contains("weighsthesame"), "{text}");
    }
    for text in written(&guide, &[GuidePart::Sheet]) {
        assert!(text.contains("multiplyeachresultbyitsweight"), "{text}");
    }
    assert_eq!(guide_json(&guide, &[GuidePart::Sheet])["competencies"][0]["weight"], 2.5);
}

#[test]
fn every_question_is_rated_on_one_page_of_two_as_long_as_they_fit() {
    for (minutes, plan) in super::long_plans() {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
        let pages = rating_pages(&guide);
        let rated: Vec<usize> = pages.iter().cloned().flatten().collect();
        assert_eq!(rated, (0..guide.questions.len()).collect::<Vec<_>>());
        assert!(pages.len() == 2 || minutes > 60, "{minutes} minutes: {pages:?}");
        assert!(!pages[..pages.len() - 1].iter().any(|page| page.len() < 2) || minutes < 45, "{minutes}: {pages:?}");
        let said = format!("page 1 of {}", pages.len());
        assert!(guide_html(&guide, &[GuidePart::Sheet]).contains(&said), "{said}");
    }
}

#[test]
fn no_part_asks_for_personal_data() {
    let plan = plan("devops-engineer", Level::Mid);
    let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
    for text in written(&guide, &[GuidePart::Sheet, GuidePart::Consensus]) {
        for field in ["Name", "name:", "Email", "e-mail", "Phone", "Address"] {
            assert!(!text.contains(field), "`{field}` in {text}");
        }
        assert!(text.contains("code") && text.contains("beforeanydiscussion"), "{text}");
    }
}

/// Who prints the script once and a sheet for each candidate has to know from the pages where to write, and what counts.
#[test]
fn a_script_by_itself_is_for_everybody_and_the_sheet_counts() {
    let plan = plan("devops-engineer", Level::Mid);
    let shared = Guide::of(&BANK, &plan, String::new()).unwrap();
    let script = guide_html(&shared, &[GuidePart::Script]);
    assert!(!script.contains("Candidate's code"), "one script for several candidates has no field for one");
    let pages = script.matches("<section class=\"page").count();
    assert_eq!(script.matches("write on the rating sheet, not here").count(), pages, "it is said on every page");
    for text in written(&shared, &[GuidePart::Script]) {
        assert!(text.contains("goesonthecandidate'sratingsheet"), "{text}");
    }
    for text in written(&shared, &[GuidePart::Sheet]) {
        assert!(text.contains("Theratingsonthissheetcount"), "{text}");
    }
    for (own, parts) in [(Some("C-017".parse().unwrap()), &[GuidePart::Script][..]), (None, &GuidePart::ALL)] {
        let guide = Guide::of(&BANK, &plan, String::new()).unwrap().with_candidate(own);
        let html = guide_html(&guide, parts);
        assert!(html.contains("Candidate's code") && !html.contains("not here"), "{parts:?}");
    }
}

#[test]
fn a_competency_of_one_question_has_no_mean_of_it() {
    let plan = plan("devops-engineer", Level::Junior);
    let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
    let [_, _, consensus] = written(&guide, &[GuidePart::Consensus]);
    for row in &guide.competencies {
        let said = match row.questions.as_slice() {
            [one] => format!("{}question{one}", squeezed(row.title)),
            _ => format!("{}meanofquestions", squeezed(row.title)),
        };
        assert!(consensus.contains(&said), "{said}: {consensus}");
    }
}
