//! The sheets as lines: one interviewer's ratings, and what several agree on. They hold questions, and no answers.

use super::{marks, scope};
use crate::guide::{CompetencyRow, Guide, advice};
use crate::report::surface::Surface;
use crate::report::words::weighed;

/// One interviewer's ratings of one candidate.
pub fn sheet(guide: &Guide<'_>, out: &mut dyn Surface) {
    out.heading(1, &format!("Rating sheet: {}", guide.plan.title));
    heading(guide, "Interviewer's code:", out);
    out.paragraph(advice::COUNTS);
    for page in &guide.questions {
        out.heading(3, &format!("Question {}: {}", page.number, page.question.prompt));
        out.paragraph("Rating: 1 / 2 / 3 / 4 / not assessed");
        out.paragraph("Evidence:");
    }
    out.heading(2, "Competencies");
    out.paragraph(&guide.combining());
    let row = |row: &CompetencyRow<'_>| vec![weighed(row.title, row.weight), numbers(&row.questions), String::new()];
    let all = vec![mean_of_all(guide).to_owned(), String::new(), String::new()];
    out.table(
        &["competency", "questions", "mean"],
        &guide.competencies.iter().map(row).chain([all]).collect::<Vec<_>>(),
    );
    out.paragraph("Rated before any discussion. Interviewer's code: ");
}

/// The ratings of several interviewers, side by side.
pub fn consensus(guide: &Guide<'_>, out: &mut dyn Surface) {
    out.heading(1, &format!("Consensus sheet: {}", guide.plan.title));
    heading(guide, "Interviewers' codes:", out);
    out.paragraph(advice::CONSENSUS);
    let rows = guide.questions.iter().map(|page| {
        let question = format!("{}: {}", page.number, page.question.prompt);
        [question].into_iter().chain((0..5).map(|_| String::new())).collect()
    });
    let head = ["question", "first", "second", "third", "agreed", "evidence for a change"];
    out.table(&head, &rows.collect::<Vec<_>>());
    out.paragraph("Agreed by, codes:");
}

/// What the last line of the competencies holds.
pub fn mean_of_all(guide: &Guide<'_>) -> &'static str {
    if guide.is_weighted() { "Weighted mean of the competencies" } else { "Mean of the competencies" }
}

fn heading(guide: &Guide<'_>, who: &str, out: &mut dyn Surface) {
    out.headline(&format!("{}; {}", scope(guide), marks(guide)));
    if guide.candidate.is_none() {
        out.paragraph("Candidate's code:");
    }
    out.paragraph(who);
}

/// "1, 4 and 6".
pub fn numbers(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match words.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}
