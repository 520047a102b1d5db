//! Several scorecards side by side: what counts, what is refused, and what figures say.

use hotseat::content::{Level, Weight};
use hotseat::plan::ExtraTime;
use hotseat::rating::{Panel, RatingSheet, Submitted, Summary, Who};
use hotseat::report::{self, Style};
use jiff::Timestamp;
use uuid::Uuid;

use super::{library, plan, rated};

fn submitted(sheets: Vec<RatingSheet>) -> Vec<Submitted> {
    let name = |sheet: &RatingSheet| format!("{}-{}.json", sheet.candidate, sheet.interviewer);
    sheets.into_iter().map(|sheet| Submitted { name: name(&sheet), sheet }).collect()
}

fn panel(sheets: Vec<RatingSheet>) -> Panel {
    Panel::of(&submitted(sheets)).unwrap()
}

fn refusal(sheets: Vec<RatingSheet>) -> String {
    Panel::of(&submitted(sheets)).expect_err("they were combined").to_string()
}

#[test]
fn means_are_of_initial_ratings_and_the_unassessed_counts_nothing() {
    let (mut first, second) = (rated("C1", "I1", [4, 2, 0, 3, 0, 1]), rated("C1", "I2", [2, 2, 3, 4, 0, 2]));
    first.questions[0].revise(2, "the panel heard otherwise", None).unwrap();
    let panel = panel(vec![second, first]);
    let one = &panel.candidates[0];
    let means: Vec<Option<f64>> = one.questions.iter().map(|question| question.mean).collect();
    assert_eq!(means, [Some(3.0), Some(2.0), Some(3.0), Some(3.5), None, Some(1.5)]);
    assert_eq!(one.overall, Some(13.0 / 5.0));
    assert_eq!((one.not_assessed, &*one.interviewers), (1, ["I1".to_owned(), "I2".to_owned()].as_slice()));
    let voice = &one.questions[0].voices[0];
    assert_eq!((voice.initial, voice.revised.as_ref().unwrap().band), (Some(4), 2));
    let by: Vec<Vec<Option<f64>>> = one.competencies.iter().map(|one| one.by_interviewer.clone()).collect();
    assert!(by.contains(&vec![Some(4.0), Some(2.0)]) && by.contains(&vec![None, Some(3.0)]), "{by:?}");
}

#[test]
fn ratings_two_apart_are_discussed_and_one_apart_are_not() {
    let panel = panel(vec![
        rated("C1", "I1", [1, 1, 2, 0, 4, 3]),
        rated("C1", "I2", [3, 2, 2, 4, 4, 3]),
        rated("C1", "I3", [2, 1, 2, 1, 4, 0]),
    ]);
    let numbers: Vec<usize> = panel.candidates[0].to_discuss().map(|(number, _)| number).collect();
    assert_eq!(numbers, [1, 4], "1, 3, 2 and (none), 4, 1");
    let spreads: Vec<Option<u8>> = panel.candidates[0].questions.iter().map(|question| question.spread).collect();
    assert_eq!(spreads, [Some(2), Some(1), Some(0), Some(3), Some(0), Some(0)]);
}

#[test]
fn weights_of_the_interview_count() {
    let weighed = |interviewer: &str, bands| {
        let mut sheet = rated("C1", interviewer, bands);
        sheet.competencies.iter_mut().find(|one| one.id == "platform").unwrap().weight = Weight::of(3.0);
        sheet
    };
    let panel = panel(vec![weighed("I1", [4, 0, 1, 0, 0, 0]), weighed("I2", [2, 0, 1, 0, 0, 0])]);
    assert_eq!(panel.candidates[0].overall, Some(2.5), "(3 × 3 + 1) / 4");
}

#[test]
fn candidates_stand_by_their_codes_however_they_are_rated_and_given() {
    let sheets = || vec![rated("C3", "I1", [4; 6]), rated("C1", "I1", [1; 6]), rated("C2", "I1", [3; 6])];
    let turned = sheets().into_iter().rev().collect();
    let (panel, turned) = (panel(sheets()), panel(turned));
    let codes: Vec<&str> = panel.candidates.iter().map(|one| one.candidate.as_str()).collect();
    assert_eq!(codes, ["C1", "C2", "C3"]);
    assert_eq!(panel, turned);
}

#[test]
fn what_cannot_be_compared_is_refused_with_the_reason() {
    let other = |candidate: &str| rated(candidate, "I2", [3; 6]);
    type Change = fn(&mut RatingSheet);
    let cases: [(&str, Change); 7] = [
        ("question 3, `retries-and-backoff`, in other words under the same plan", |sheet| {
            sheet.questions[2].prompt += " Why?"
        }),
        ("candidates are compared only on the same plan fingerprint and level", |sheet| sheet.level = Level::Senior),
        ("C1-I2.json is for level mid, C2-I1.json for level senior", |sheet| sheet.level = Level::Senior),
        ("candidates are compared only on the same plan fingerprint and level", |sheet| sheet.plan.0 = "0123".into()),
        ("of plan 729e046e6fa9ffa8, C2-I1.json of plan 0123", |sheet| sheet.plan.0 = "0123".into()),
        ("have other questions under the same plan", |sheet| drop(sheet.questions.pop())),
        ("have other competencies under the same plan", |sheet| sheet.competencies[0].weight = Weight::of(2.0)),
    ];
    for (says, change) in cases {
        let mut sheet = rated("C2", "I1", [3; 6]);
        change(&mut sheet);
        let refusal = refusal(vec![sheet, other("C1")]);
        assert!(refusal.contains(says), "{says}: {refusal}");
    }
    let twice = refusal(vec![other("C1"), other("C2"), other("C1")]);
    assert_eq!(twice, "C1-I2.json and C1-I2.json are both I2's scorecard of C1; give one of them");
    let mut open = other("C1");
    open.questions[3].rating.as_mut().unwrap().locked = false;
    assert!(refusal(vec![open]).contains("C1-I2.json: the rating of `cloud-cost` is not locked"));
    assert!(refusal(vec![]).contains("no scorecards"));
}

#[test]
fn blanks_and_line_breaks_are_no_other_wording() {
    let mut sheet = rated("C2", "I1", [3; 6]);
    sheet.questions[2].prompt = format!("  {}\n", sheet.questions[2].prompt.replace(' ', "\n "));
    assert_eq!(panel(vec![sheet, rated("C1", "I2", [3; 6])]).candidates.len(), 2);
}

/// By hand: I1 is 1 above I2 on half of the answers. Kappa by its definition, observed over expected squared distance.
#[test]
fn figures_over_candidates() {
    let panel = panel(
        ["C1", "C2"]
            .into_iter()
            .flat_map(|candidate| {
                [rated(candidate, "I1", [4, 2, 4, 2, 3, 3]), rated(candidate, "I2", [3, 2, 3, 2, 2, 3])]
            })
            .collect(),
    );
    let (first, second) = ([4, 2, 4, 2, 3, 3], [3, 2, 3, 2, 2, 3]);
    let chance: i32 = first.iter().flat_map(|a| second.iter().map(move |b| (a - b) * (a - b))).sum();
    let expected = 1.0 - (3.0 / 6.0) / (f64::from(chance) / 36.0);
    let pair = &panel.raters.pairs[0];
    assert!((pair.kappa.value.unwrap() - expected).abs() < 1e-4, "{pair:?} {expected}");
    assert_eq!((pair.kappa.answers, pair.exact, pair.adjacent), (12, Some(0.5), Some(1.0)));
    assert!(pair.kappa.low.unwrap() <= expected && expected <= pair.kappa.high.unwrap());
    let leniency: Vec<Option<f64>> = panel.raters.leniency.iter().map(|one| one.difference.value).collect();
    assert_eq!(leniency, [Some(0.5), Some(-0.5)]);
    assert_eq!(panel.raters.alpha.answers, 12);
    assert_eq!(panel.raters.engine, None);
}

#[test]
fn too_little_is_said_and_never_a_number_that_is_none() {
    let alone = panel(vec![rated("C1", "I1", [3; 6])]);
    assert!(alone.raters.pairs.is_empty() && alone.raters.alpha.value.is_none());
    let one = panel(vec![rated("C1", "I1", [3, 0, 0, 0, 0, 0]), rated("C1", "I2", [2; 6])]);
    let kappa = &one.raters.pairs[0].kappa;
    assert_eq!((kappa.answers, kappa.value), (1, None));
    assert_eq!(kappa.because, Some("fewer than two answers have two ratings to compare"));
    let same = panel(vec![rated("C1", "I1", [3; 6]), rated("C1", "I2", [3; 6])]);
    let kappa = &same.raters.pairs[0].kappa;
    assert_eq!(kappa.because, Some("all ratings are the same, so there is nothing to tell apart"));
    let text = serde_json::to_string(&[alone, one, same]).unwrap();
    assert!(!text.contains("NaN") && !text.contains("inf"));
}

/// Answers of the other candidates say nothing about a pair that shares one, and drawing them again makes nothing sure.
#[test]
fn raters_who_share_one_candidate_get_no_certainty_from_the_others() {
    let shared = || [rated("C1", "I1", [4, 2, 4, 2, 3, 3]), rated("C1", "I2", [3, 2, 3, 2, 2, 3])];
    let others = ["C2", "C3", "C4", "C5", "C6"].map(|candidate| rated(candidate, "I1", [1, 2, 3, 4, 1, 2]));
    let alone = serde_json::to_value(panel(shared().to_vec())).unwrap();
    let many = serde_json::to_value(panel([&shared()[..], &others].concat())).unwrap();
    for figure in ["/raters/pairs/0/kappa", "/raters/leniency/0/difference", "/raters/alpha"] {
        let (alone, many) = (alone.pointer(figure).unwrap(), many.pointer(figure).unwrap());
        assert_eq!(many["answers"], 6, "{figure}");
        assert!(many["low"].as_f64() < many["high"].as_f64(), "{figure}: {many}");
        assert_eq!(alone["resampled"], "answers", "{figure}");
        if !figure.ends_with("alpha") {
            assert_eq!(alone, many, "{figure}");
        }
    }
    let five = ["C1", "C2", "C3", "C4", "C5"];
    let whole = five.map(|one| [rated(one, "I1", [4, 2, 4, 2, 3, 3]), rated(one, "I2", [3, 2, 3, 2, 2, 3])]);
    let whole = serde_json::to_value(panel(whole.concat())).unwrap();
    assert_eq!(whole["raters"]["alpha"]["resampled"], "candidates");
}

#[test]
fn letter_case_makes_nobody_another_person() {
    let twice = refusal(vec![rated("C1", "I1", [3; 6]), rated("C1", "i1", [3; 6])]);
    assert!(twice.contains("are both I1's scorecard of C1"), "{twice}");
    for [first, second] in [["C1", "c1"], ["c1", "C1"]] {
        let panel = panel(vec![rated(first, "I1", [3; 6]), rated(second, "i2", [4; 6]), rated("C2", "I2", [2; 6])]);
        let codes: Vec<&str> = panel.candidates.iter().map(|one| one.candidate.as_str()).collect();
        assert_eq!((codes, panel.interviewers.len()), (vec!["C1", "C2"], 2));
        assert_eq!(panel.candidates[0].interviewers, ["I1", "I2"]);
    }
}

#[test]
fn numbers_in_codes_stand_by_their_value() {
    let codes = ["C-10", "C-2", "C-1", "D-1", "C-002", "c-11", "C-1-9", "C-1-10"];
    let sheets = |codes: &[&str]| codes.iter().map(|code| rated(code, "I1", [3; 6])).collect::<Vec<_>>();
    let panel = panel(sheets(&codes));
    let stand: Vec<&str> = panel.candidates.iter().map(|one| one.candidate.as_str()).collect();
    assert_eq!(stand, ["C-1", "C-1-9", "C-1-10", "C-002", "C-2", "C-10", "c-11", "D-1"]);
    let raters = ["I10", "I9"].map(|interviewer| rated("C1", interviewer, [3; 6]));
    assert_eq!(self::panel(raters.to_vec()).interviewers, ["I9", "I10"]);
}

/// A scorecard held with every time by 1.5.
fn stretched(candidate: &str) -> RatingSheet {
    let who = Who { candidate: candidate.into(), interviewer: "I1".into() };
    let plan = plan().with_extra_time(ExtraTime(150));
    let stretched = RatingSheet::begin(&plan, library(), who, Uuid::nil(), Timestamp::UNIX_EPOCH);
    let same = rated(candidate, "I1", [3; 6]);
    RatingSheet { questions: same.questions, ended: same.ended, ..stretched }
}

#[test]
fn who_had_extra_time_stands_beside_the_others_and_it_is_said() {
    let both = panel(vec![stretched("C1"), rated("C2", "I1", [2; 6])]);
    let json = serde_json::to_value(&both).unwrap();
    assert_eq!(json["candidates"][0]["extra_time"], 150);
    assert_eq!(json["candidates"][1].get("extra_time"), None);
    for text in [report::panel(&both, Style::Plain), report::panel_page(&both)] {
        assert!(text.contains("Candidate C1, every time by 1.5"), "{text}");
        assert!(!text.contains("Candidate C2,"), "{text}");
    }
    let card = report::rating(&stretched("C1"), Style::Plain);
    assert!(card.contains("every time by 1.5"), "{card}");
    assert_eq!(RatingSheet::read(&stretched("C1").to_json()), Ok(stretched("C1")));
}

#[test]
fn a_plan_that_was_stretched_by_an_earlier_version_is_refused_with_that_reason() {
    let mut old = stretched("C1");
    old.plan = plan().with_extra_time(ExtraTime(150)).fingerprint();
    let said = refusal(vec![old.clone(), rated("C2", "I1", [2; 6])]);
    assert!(said.contains("extra time by an earlier hotseat") && said.contains("--from-paper"), "{said}");
    old.questions.pop();
    let said = refusal(vec![old, rated("C2", "I1", [2; 6])]);
    assert!(!said.contains("extra time") && said.contains("freezes a plan"), "{said}");
}

#[test]
fn a_topic_without_a_competency_goes_by_its_title() {
    let mut library = library().clone();
    library.interviews.get_mut("devops-engineer").unwrap().competencies.clear();
    let who = Who { candidate: "C1".into(), interviewer: "I1".into() };
    let sheet = RatingSheet::begin(&plan(), &library, who, Uuid::nil(), Timestamp::UNIX_EPOCH);
    let sheet = RatingSheet { questions: rated("C1", "I1", [3; 6]).questions, ..sheet };
    let titles: Vec<String> = Summary::initial(&sheet).competencies.into_iter().map(|one| one.title).collect();
    let known = |title: &&String| library.interviews.values().any(|interview| interview.title == **title);
    assert_eq!((titles.len(), titles.iter().filter(known).count()), (6, 6), "{titles:?}");
    // Scorecards from before have ids in their place, and weigh the same.
    let old = RatingSheet { competencies: Vec::new(), interviewer: "I2".into(), ..sheet.clone() };
    assert_eq!(panel(vec![old, sheet]).candidates.len(), 1);
}
