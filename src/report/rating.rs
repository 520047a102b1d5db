//! What the interviewer reads: one scorecard. The mechanical summary first, then each question with its rating and evidence.

mod question;

use serde_json::{Value, json};

use super::surface::{Mark, Surface};
use super::words::{clock_time, extra_time, two_decimals, weighed};
use crate::content::Level;
use crate::rating::{CompetencyMean, NO_RANKING, RatedQuestion, RatingSheet, Summary};

pub use question::{body, evidence};

/// What results are made of.
const HOW: &str = "Means of the ratings as locked, 1 to 4, by competency, then over competencies. What was not assessed counts \
                   nothing, not zero.";

/// Heads of the table of competencies.
pub const COMPETENCIES: [&str; 3] = ["competency", "mean", "assessed"];

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

/// Whose scorecard it is, and what it comes to.
pub fn head(sheet: &RatingSheet, summary: &Summary, out: &mut dyn Surface) {
    out.heading(1, &title(sheet));
    out.headline(&format!("Overall: {}", overall(summary)));
    if let Some(revised) = Summary::revised(sheet) {
        out.headline(&format!("With ratings changed later: {}", overall(&revised)));
    }
    let date = sheet.started.to_zoned(jiff::tz::TimeZone::UTC).strftime("%-d %B %Y");
    let paper = if sheet.from_paper { ", copied from paper" } else { "" };
    let (candidate, interviewer, plan) = (&sheet.candidate, &sheet.interviewer, &sheet.plan.0);
    let stretched = extra_time(sheet.extra_time);
    out.paragraph(&format!("Candidate {candidate}, rated by {interviewer}, {date}{paper}{stretched}. Plan {plan}."));
    if sheet.ended.is_none() {
        out.paragraph("This interview is not finished: ratings may still change.");
    }
    out.paragraph(&format!("{HOW} {NO_RANKING}"));
}

/// "Scorecard: DevOps engineer, mid, 45 minutes".
pub fn title(sheet: &RatingSheet) -> String {
    format!("Scorecard: {}", interview(&sheet.title, sheet.level, sheet.minutes))
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
        mean @ Some(_) => format!("{} of 4{left_out}", points(mean)),
        None => "nothing was assessed".to_owned(),
    }
}

/// "2.83"; a dash where nothing was assessed.
pub fn points(mean: Option<f64>) -> String {
    mean.map_or("–".to_owned(), |mean| format!("{:.2}", two_decimals(mean)))
}

fn competencies(all: &[CompetencyMean], out: &mut dyn Surface) {
    out.heading(2, "By competency");
    let row = |one: &CompetencyMean| vec![weighed(&one.title, one.weight), points(one.mean), assessed(one)];
    out.table(&COMPETENCIES, &all.iter().map(row).collect::<Vec<_>>());
    if let Some(caution) = thin(all.iter()) {
        out.item(Mark::Point, &caution);
    }
}

/// "1 of 2".
pub fn assessed(competency: &CompetencyMean) -> String {
    format!("{} of {}", competency.assessed, competency.questions.len())
}

/// Which competencies rest on one question; none where none does.
pub fn thin<'a>(competencies: impl Iterator<Item = &'a CompetencyMean>) -> Option<String> {
    let (thin, rest): (Vec<_>, Vec<_>) = competencies.filter(|one| one.assessed > 0).partition(|one| one.assessed == 1);
    let titles: Vec<&str> = thin.iter().map(|one| one.title.as_str()).collect();
    match (titles.as_slice(), rest.len()) {
        ([], _) => None,
        ([_, _, ..], 0) => Some("Each competency rests on a single question: thin evidence.".to_owned()),
        _ => Some(format!("Resting on a single question, so thin evidence: {}.", titles.join("; "))),
    }
}

fn questions(sheet: &RatingSheet, out: &mut dyn Surface) {
    out.heading(2, "Questions");
    let rows: Vec<Vec<String>> = (1..).zip(&sheet.questions).map(|(number, one)| row(number, one).to_vec()).collect();
    out.table(&["", "question", "rating", "time"], &rows);
}

/// Number, wording, rating and time.
pub fn row(number: usize, question: &RatedQuestion) -> [String; 4] {
    let time = match question.used_ms {
        0 => String::new(),
        used => format!("{} of {}", clock_time(used), clock_time(question.box_ms)),
    };
    let title = super::quote::shortened(&question.prompt, 40);
    [number.to_string(), title, question::rating(question), time]
}
