//! What a panel reads: each candidate's ratings side by side, what to discuss, and how far the interviewers agree.

mod raters;

use super::quote::shortened;
use super::rating::{assessed, evidence, interview, points, thin, title};
use super::surface::{Mark, Surface};
use super::words::{band_name, counted};
use crate::rating::Panel;
use crate::rating::panel::{APART, Candidate, PanelQuestion, Voice};

/// Longest wording of a question in a table.
const TITLE: usize = 36;
const HOW: &str = "Ratings count as first given, before any discussion; a later change stands beside its original and counts in no \
                   mean. What was not assessed counts nothing, not zero.";

pub fn write(panel: &Panel, out: &mut dyn Surface) {
    out.heading(1, &format!("Panel: {}", interview(&panel.title, panel.level, panel.minutes)));
    let (candidates, plan) = (counted(panel.candidates.len(), "candidate"), &panel.plan.0);
    out.paragraph(&format!("{candidates}, rated by {}. Plan {plan}.", panel.interviewers.join(", ")));
    out.paragraph(&format!("{HOW} {}", panel.caution));
    panel.candidates.iter().for_each(|one| candidate(one, out));
    raters::write(panel, out);
}

fn candidate(candidate: &Candidate, out: &mut dyn Surface) {
    out.heading(2, &format!("Candidate {}", candidate.candidate));
    out.headline(&headline(candidate));
    questions(candidate, out);
    discussion(candidate, out);
    changes(candidate, out);
    competencies(candidate, out);
}

fn headline(candidate: &Candidate) -> String {
    let asked = candidate.questions.len();
    match (candidate.overall, candidate.not_assessed) {
        (None, _) => "Nothing was assessed.".to_owned(),
        (Some(mean), 0) => format!("Mean {mean:.2} of 4"),
        (Some(mean), left_out) => format!("Mean {mean:.2} of 4; {left_out} of {asked} assessed by nobody"),
    }
}

fn questions(candidate: &Candidate, out: &mut dyn Surface) {
    let names = candidate.interviewers.iter().map(String::as_str);
    let head: Vec<&str> = ["", "question"].into_iter().chain(names).chain(["mean", "apart"]).collect();
    let rows: Vec<Vec<String>> = (1..).zip(&candidate.questions).map(|(number, one)| row(number, one)).collect();
    out.table(&head, &rows);
}

fn row(number: usize, question: &PanelQuestion) -> Vec<String> {
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
    let heard = evidence(&voice.evidence, &voice.ticks, &voice.notes).join("; ");
    out.detail(&format!("{}: {band}, {}: {heard}", voice.interviewer, band_name(band)));
}

/// What tables have no room for: why ratings changed, and why there are none.
fn changes(candidate: &Candidate, out: &mut dyn Surface) {
    let voices = |one: &PanelQuestion| one.voices.clone();
    for (number, voice) in
        (1..).zip(&candidate.questions).flat_map(|(n, one)| voices(one).into_iter().map(move |v| (n, v)))
    {
        let name = &voice.interviewer;
        if let Some(revised) = &voice.revised {
            let to = revised.band;
            out.item(Mark::Point, &format!("question {number}: {name} later rated {to}: {}", revised.because));
        }
        if let Some(because) = &voice.not_assessed {
            out.item(Mark::Point, &format!("question {number}: not assessed by {name}: {because}"));
        }
    }
}

fn competencies(candidate: &Candidate, out: &mut dyn Surface) {
    out.heading(3, "By competency");
    let names = candidate.interviewers.iter().map(String::as_str);
    let head: Vec<&str> = ["competency"].into_iter().chain(names).chain(["mean", "assessed"]).collect();
    let rows = candidate.competencies.iter().map(|one| {
        let each = one.by_interviewer.iter().map(|mean| points(*mean));
        let ends = [points(one.all.mean), assessed(&one.all)];
        std::iter::once(title(&one.all)).chain(each).chain(ends).collect()
    });
    out.table(&head, &rows.collect::<Vec<_>>());
    if let Some(caution) = thin(candidate.competencies.iter().map(|one| &one.all)) {
        out.item(Mark::Point, &caution);
    }
}
