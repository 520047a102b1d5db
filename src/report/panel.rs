//! What a panel reads: each candidate's ratings side by side, what to discuss, and how far the interviewers agree.

pub mod raters;

use std::collections::BTreeSet;

use super::quote::shortened;
use super::rating::{assessed, evidence, interview, points, thin};
use super::surface::{Mark, Surface};
use super::words::{band_name, counted, extra_time, weighed};
use crate::live::numbers;
use crate::rating::Panel;
use crate::rating::panel::{APART, Candidate, PanelQuestion, Voice};

/// Longest wording of a question in a table.
const TITLE: usize = 36;
const HOW: &str = "Ratings count as locked, before any discussion; a later change stands beside them and counts in no \
                   mean. What was not assessed counts nothing, not zero.";

pub fn write(panel: &Panel, out: &mut dyn Surface) {
    head(panel, out);
    panel.candidates.iter().for_each(|one| candidate(one, out));
    raters::write(panel, out);
}

/// "Panel: DevOps engineer, mid, 45 minutes".
pub fn title(panel: &Panel) -> String {
    format!("Panel: {}", interview(&panel.title, panel.level, panel.minutes))
}

/// Who rated whom, and by which rules.
pub fn head(panel: &Panel, out: &mut dyn Surface) {
    out.heading(1, &title(panel));
    let (candidates, plan) = (counted(panel.candidates.len(), "candidate"), &panel.plan.0);
    out.paragraph(&format!("{candidates}, rated by {}. Plan {plan}.", panel.interviewers.join(", ")));
    out.paragraph(&format!("{HOW} {}", panel.caution));
    without_rubric(panel).iter().for_each(|said| out.paragraph(said));
}

/// Which questions were rated by what is expected at their level alone; none where all had a rubric.
fn without_rubric(panel: &Panel) -> Option<String> {
    let numbered = panel.candidates.iter().flat_map(|candidate| (1..).zip(&candidate.questions));
    let lacking: BTreeSet<usize> = numbered.filter(|(_, one)| one.without_rubric).map(|(number, _)| number).collect();
    let lacking: Vec<usize> = lacking.into_iter().collect();
    let (question, was) = if lacking.len() == 1 { ("Question", "was") } else { ("Questions", "were") };
    let said = || format!("{question} {} {was} rated without a rubric.", numbers(&lacking));
    (!lacking.is_empty()).then(said)
}

fn candidate(candidate: &Candidate, out: &mut dyn Surface) {
    out.heading(2, &name(candidate));
    out.headline(&headline(candidate));
    let rows: Vec<Vec<String>> = (1..).zip(&candidate.questions).map(|(number, one)| row(number, one)).collect();
    out.table(&columns(candidate), &rows);
    rest(candidate, out);
}

/// "Candidate C1", or "Candidate C1, every time by 1.5".
pub fn name(candidate: &Candidate) -> String {
    format!("Candidate {}{}", candidate.candidate, extra_time(candidate.extra_time))
}

/// What stands under the table of ratings.
pub fn rest(candidate: &Candidate, out: &mut dyn Surface) {
    discussion(candidate, out);
    remarks(candidate, out);
    competencies(candidate, out);
}

/// What the ratings come to.
pub fn headline(candidate: &Candidate) -> String {
    let asked = candidate.questions.len();
    let mean = points(candidate.overall);
    match (candidate.overall, candidate.not_assessed) {
        (None, _) => "Nothing was assessed.".to_owned(),
        (Some(_), 0) => format!("Mean {mean} of 4"),
        (Some(_), left_out) => format!("Mean {mean} of 4; {left_out} of {asked} assessed by nobody"),
    }
}

/// Heads of the table of ratings.
pub fn columns(candidate: &Candidate) -> Vec<&str> {
    let names = candidate.interviewers.iter().map(String::as_str);
    ["", "question"].into_iter().chain(names).chain(["mean", "apart"]).collect()
}

/// Number, wording, the rating of each interviewer, their mean, and how far they are apart.
pub fn row(number: usize, question: &PanelQuestion) -> Vec<String> {
    let apart = question.spread.map_or(String::new(), |spread| spread.to_string());
    let ends = [points(question.mean), apart];
    let start = [number.to_string(), shortened(&question.prompt, TITLE)];
    start.into_iter().chain(question.voices.iter().map(band)).chain(ends).collect()
}

/// "3", or "3, later 2"; a dash where it was not assessed.
fn band(voice: &Voice) -> String {
    match (voice.initial, &voice.revised) {
        (Some(band), Some(revised)) => format!("{band}, later {}", revised.band),
        (Some(band), None) => band.to_string(),
        (None, _) => "–".to_owned(),
    }
}

fn discussion(candidate: &Candidate, out: &mut dyn Surface) {
    out.heading(3, &format!("To discuss: ratings {APART} or more apart"));
    if candidate.to_discuss().next().is_none() {
        let alone = candidate.interviewers.len() == 1;
        out.paragraph(if alone { "One interviewer only: there is nothing to compare." } else { "None." });
    }
    for (number, question) in candidate.to_discuss() {
        out.item(Mark::Point, &format!("question {number}: {}", question.prompt));
        question.voices.iter().for_each(|voice| side(voice, out));
    }
}

/// What one interviewer heard.
fn side(voice: &Voice, out: &mut dyn Surface) {
    let Some(band) = voice.initial else { return };
    let heard = evidence(&voice.evidence, &voice.ticks, &voice.notes);
    let [first, rest @ ..] = heard.as_slice() else { return };
    out.detail(&format!("{} gave {band}, {}: {first}", voice.interviewer, band_name(band)));
    rest.iter().for_each(|line| out.detail(line));
}

/// What tables have no room for: why ratings changed, and why there are none.
fn remarks(candidate: &Candidate, out: &mut dyn Surface) {
    let numbered = (1..).zip(&candidate.questions);
    let voices = numbered.flat_map(|(number, question)| question.voices.iter().map(move |voice| (number, voice)));
    let remarks: Vec<String> = voices.filter_map(|(number, voice)| remark(number, voice)).collect();
    if !remarks.is_empty() {
        out.heading(3, "Changed later, or not assessed");
        remarks.iter().for_each(|remark| out.item(Mark::Point, remark));
    }
}

fn remark(number: usize, voice: &Voice) -> Option<String> {
    let name = &voice.interviewer;
    let each = voice.earlier_revisions.iter().chain(&voice.revised);
    let each: Vec<String> = each.map(|later| format!("later gave {}: {}", later.band, later.because)).collect();
    let changed = (!each.is_empty()).then(|| format!("{name} {}", each.join("; ")));
    let left_out = voice.not_assessed.as_ref().map(|because| format!("not assessed by {name}: {because}"));
    changed.or(left_out).map(|remark| format!("question {number}: {remark}"))
}

fn competencies(candidate: &Candidate, out: &mut dyn Surface) {
    out.heading(3, "By competency");
    let names = candidate.interviewers.iter().map(String::as_str);
    let head: Vec<&str> = ["competency"].into_iter().chain(names).chain(["mean", "assessed"]).collect();
    let rows = candidate.competencies.iter().map(|one| {
        let each = one.by_interviewer.iter().map(|mean| points(*mean));
        let ends = [points(one.all.mean), assessed(&one.all)];
        std::iter::once(weighed(&one.all.title, one.all.weight)).chain(each).chain(ends).collect()
    });
    out.table(&head, &rows.collect::<Vec<_>>());
    if let Some(caution) = thin(candidate.competencies.iter().map(|one| &one.all)) {
        out.item(Mark::Point, &caution);
    }
}
