//! Criteria and their patterns: what tells answers apart, and what is of no use.

use super::{beginning, counted, number};
use crate::calibration::CriterionReport;
use crate::calibration::criteria::{Credited, Use};
use crate::report::quote::shortened;
use crate::report::surface::{Mark, Surface};

/// Answers named in one line.
const NAMED: usize = 6;
/// Longest quotation of a claim.
const QUOTE: usize = 70;

pub fn write(reports: &[CriterionReport], patterns: bool, out: &mut dyn Surface) {
    out.heading(2, "By criterion");
    out.paragraph(
        "Credited among all answers, those rated for band 4, for band 3 and up, for band 1 (false credit). Dead patterns match nothing, \
         redundant ones never earn alone: with few answers that says little.",
    );
    for question in reports.chunk_by(|a, b| a.question == b.question) {
        one_question(question, patterns, out);
    }
}

fn one_question(reports: &[CriterionReport], patterns: bool, out: &mut dyn Surface) {
    let Some(first) = reports.first() else { return };
    let file = first.file.as_ref().map_or(String::new(), |file| format!(", {file}"));
    out.heading(3, &format!("{}{file}", first.question));
    let (labelled, claimed) =
        (reports.iter().any(|one| one.labelled.is_some()), reports.iter().any(|one| one.claims > 0));
    let mut head = vec!["criterion", "line", "all", "band 4", "band 3+", "band 1", "dead", "redundant"];
    head.extend(labelled.then_some(["precision", "recall"]).into_iter().flatten());
    head.extend(claimed.then_some("claims met"));
    let rows: Vec<Vec<String>> = reports.iter().map(|one| row(one, labelled, claimed)).collect();
    out.table(&head, &rows);
    reports.iter().for_each(|one| remarks(one, out));
    if patterns {
        reports.iter().for_each(|one| useless(one, out));
    }
}

fn row(report: &CriterionReport, labelled: bool, claimed: bool) -> Vec<String> {
    let share =
        |counts: Credited| if counts.of == 0 { "–".to_owned() } else { format!("{}/{}", counts.credited, counts.of) };
    let of_patterns = |wanted| match report.count(wanted) {
        0 => String::new(),
        count => format!("{count}/{}", report.patterns.len()),
    };
    let mut row = vec![
        report.criterion.clone(),
        report.line.map_or(String::new(), |line| line.to_string()),
        share(report.all),
        share(report.strong),
        share(report.good),
        share(report.bad),
        of_patterns(Use::Dead),
        of_patterns(Use::Redundant),
    ];
    if labelled {
        let shares = report.labelled.as_ref().map(|labels| [labels.precision, labels.recall]).unwrap_or_default();
        row.extend(shares.map(number));
    }
    if claimed {
        let met = report.claims - report.claims_not_credited.len();
        row.push(if report.claims == 0 { String::new() } else { format!("{met}/{}", report.claims) });
    }
    row
}

fn remarks(report: &CriterionReport, out: &mut dyn Surface) {
    if !report.missed_by.is_empty() {
        out.item(Mark::Missed, &format!("{}: missed in band 4 by {}", report.criterion, named(&report.missed_by)));
    }
    if !report.credited_in_bad.is_empty() {
        let ids = named(&report.credited_in_bad);
        out.item(Mark::Partly, &format!("{}: credited in band 1 to {ids}", report.criterion));
    }
    for claim in &report.claims_not_credited {
        let text = shortened(&claim.text, QUOTE);
        out.item(Mark::Withheld, &format!("{}: claimed by {}: \"{text}\"", report.criterion, claim.answer));
    }
}

fn named(ids: &[String]) -> String {
    let mut shown: Vec<String> = ids.iter().take(NAMED).cloned().collect();
    if ids.len() > NAMED {
        shown.push(format!("{} more", ids.len() - NAMED));
    }
    shown.join(", ")
}

fn useless(report: &CriterionReport, out: &mut dyn Surface) {
    for pattern in report.patterns.iter().filter(|pattern| pattern.verdict != Use::Needed) {
        let place = match (&report.file, pattern.line) {
            (Some(file), Some(line)) => format!("{file}:{line}: "),
            _ => String::new(),
        };
        let why = match pattern.verdict {
            Use::Redundant => format!("redundant in {}", counted(pattern.matches, "answer")),
            _ => "dead".to_owned(),
        };
        out.item(Mark::Point, &format!("{place}{why}: {}", beginning(&pattern.pattern)));
    }
}
