//! What the interviewer reads: one scorecard. The mechanical summary first, then each question with its rating and evidence.

mod question;

use serde_json::{Value, json};

use super::surface::{Mark, Surface};
use super::words::clock_time;
use crate::content::Level;
use crate::rating::{CompetencyMean, NO_RANKING, RatedQuestion, RatingSheet, Summary};

pub use question::evidence;

/// What results are made of.
const HOW: &str = "Means of the ratings as first given, 1 to 4, by competency, then over competencies. What was not assessed counts \
                   nothing, not zero.";

pub fn write(sheet: &RatingSheet, out: &mut dyn Surface) {
    let summary = Summary::initial(sheet);
    head(sheet, &summary, out);
    competencies(&summary.competencies, out);
    questions(sheet, out);
    (1..).zip(&sheet.questions).for_each(|(number, one)| question::write(number, one, out));
}

/// The scorecard as it is kept, with its summary.
pub fn json(sheet: &RatingSheet) -> Value {
    let mut whole = json!(sheet);
    whole["summary"] = json!(Summary::initial(sheet));
    whole["summary_revised"] = json!(Summary::revised(sheet));
    whole["caution"] = json!(NO_RANKING);
    whole
}

fn head(sheet: &RatingSheet, summary: &Summary, out: &mut dyn Surface) {
    out.heading(1, &format!("Scorecard: {}", interview(&sheet.title, sheet.level, sheet.minutes)));
    out.headline(&format!("Overall: {}", overall(summary)));
    if let Some(revised) = Summary::revised(sheet) {
        out.headline(&format!("With ratings changed later: {}", overall(&revised)));
    }
    let date = sheet.started.to_zoned(jiff::tz::TimeZone::UTC).strftime("%-d %B %Y");
    let paper = if sheet.from_paper { ", copied from paper" } else { "" };
    let (candidate, interviewer) = (&sheet.candidate, &sheet.interviewer);
    out.paragraph(&format!("Candidate {candidate}, rated by {interviewer}, {date}{paper}. Plan {}.", sheet.plan.0));
    if sheet.ended.is_none() {
        out.paragraph("This interview is not finished: ratings may still change.");
    }
    out.paragraph(&format!("{HOW} {NO_RANKING}"));
}

/// "DevOps engineer, mid, 45 minutes".
pub fn interview(title: &str, level: Level, minutes: u32) -> String {
    format!("{title}, {level}, {minutes} minutes")
}

/// "2.83 of 4; 1 of 6 not assessed".
fn overall(summary: &Summary) -> String {
    let left_out = match summary.not_assessed {
        0 => String::new(),
        count => format!("; {count} of {} not assessed", summary.questions),
    };
    match summary.overall {
        Some(mean) => format!("{mean:.2} of 4{left_out}"),
        None => "nothing was assessed".to_owned(),
    }
}

/// "2.83"; a dash where nothing was assessed.
pub fn points(mean: Option<f64>) -> String {
    mean.map_or("–".to_owned(), |mean| format!("{mean:.2}"))
}

fn competencies(all: &[CompetencyMean], out: &mut dyn Surface) {
    out.heading(2, "By competency");
    let rows: Vec<Vec<String>> = all.iter().map(|one| [title(one), points(one.mean), assessed(one)].to_vec()).collect();
    out.table(&["competency", "mean", "assessed"], &rows);
    if let Some(caution) = thin(all.iter()) {
        out.item(Mark::Point, &caution);
    }
}

/// A competency, with its weight where that is not the usual one.
pub fn title(competency: &CompetencyMean) -> String {
    match competency.weight.is_one() {
        true => competency.title.clone(),
        false => format!("{} (weight {})", competency.title, competency.weight.share()),
    }
}

/// "1 of 2".
pub fn assessed(competency: &CompetencyMean) -> String {
    format!("{} of {}", competency.assessed, competency.questions.len())
}

/// Which competencies rest on one question; none where none does.
pub fn thin<'a>(competencies: impl Iterator<Item = &'a CompetencyMean>) -> Option<String> {
    let titles: Vec<&str> = competencies.filter(|one| one.assessed == 1).map(|one| one.title.as_str()).collect();
    (!titles.is_empty()).then(|| format!("Resting on a single question, so thin evidence: {}.", titles.join("; ")))
}

fn questions(sheet: &RatingSheet, out: &mut dyn Surface) {
    out.heading(2, "Questions");
    let rows: Vec<Vec<String>> = (1..).zip(&sheet.questions).map(|(number, one)| row(number, one)).collect();
    out.table(&["", "question", "rating", "time"], &rows);
}

fn row(number: usize, question: &RatedQuestion) -> Vec<String> {
    let time = match question.used_ms {
        0 => String::new(),
        used => format!("{} of {}", clock_time(used), clock_time(question.box_ms)),
    };
    let title = super::quote::shortened(&question.prompt, 40);
    vec![number.to_string(), title, question::rating(question), time]
}
