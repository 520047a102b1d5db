//! On paper: Chromium prints each page of the guide as one page, on A4 and on Letter. Skipped where there is no Chromium.

use std::fs;
use std::process::{Command, Stdio};

use hotseat::content::Level;
use hotseat::guide::Guide;
use hotseat::plan::{Asked, Plan, Step};
use hotseat::report::{GuidePart, guide_html};

use super::{BANK, long_plans, plan};

const PAPERS: [&str; 2] = ["A4", "letter"];

/// Pages that a document takes on a paper; none where there is no browser.
fn pages_on(paper: &str, html: &str) -> Option<usize> {
    let margins = "@page { margin: 10mm 12mm; }";
    assert!(html.contains(margins), "the margins that the paper is measured with");
    let folder = tempfile::tempdir().unwrap();
    let (page, pdf) = (folder.path().join("guide.html"), folder.path().join("guide.pdf"));
    fs::write(&page, html.replace(margins, &format!("@page {{ margin: 10mm 12mm; size: {paper}; }}"))).unwrap();
    let printed = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"])
        .arg(format!("--user-data-dir={}", folder.path().display()))
        .arg(format!("--print-to-pdf={}", pdf.display()))
        .arg(format!("file://{}", page.display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .ok()?;
    assert!(printed.success());
    let pdf = fs::read(pdf).unwrap();
    Some(String::from_utf8_lossy(&pdf).lines().filter(|line| line.trim_end().ends_with("/Type /Page")).count())
}

fn sections(html: &str) -> usize {
    html.matches("<section class=\"page").count()
}

/// Every question of the bank, judged at its own level, where most groups of criteria are printed.
fn every_question() -> Plan {
    let question = |question: &hotseat::content::Question| {
        Step::Question(Asked {
            wording: 0,
            question: question.id.clone(),
            topic: question.topic.clone(),
            section: hotseat::content::Section::Core,
            level: question.level,
            read_seconds: 15,
            answer_seconds: 300,
            probes: 2,
            probe_seconds: 60,
        })
    };
    Plan { steps: BANK.questions.values().map(question).collect(), ..plan("devops-engineer", Level::Mid) }
}

#[test]
fn every_question_of_the_bank_fits_a_page() {
    let plan = every_question();
    let guide = Guide::of(&BANK, &plan, String::new()).unwrap();
    let html = guide_html(&guide, &[GuidePart::Script]);
    // The timetable of so many questions takes more than one page, which is none of theirs.
    let (before, after) = html.split_once("<section class=\"page cover\">").unwrap();
    let questions = format!("{before}{}", after.split_once("</section>").unwrap().1);
    assert!(sections(&questions) > BANK.questions.len());
    for paper in PAPERS {
        let printed = pages_on(paper, &questions);
        assert!(printed.is_none_or(|pages| pages == sections(&questions)), "{printed:?} pages of {paper}");
    }
}

#[test]
fn a_guide_takes_the_pages_it_says_and_two_of_them_are_the_sheet() {
    // Juniors are asked the most questions.
    let plan = plan("devops-engineer", Level::Junior);
    let guide = Guide::of(&BANK, &plan, "hotseat guide".to_owned()).unwrap();
    let all = guide_html(&guide, &GuidePart::ALL);
    assert_eq!(sections(&guide_html(&guide, &[GuidePart::Sheet])), 2);
    for paper in PAPERS {
        // Every section takes a page at least; as many pages as sections: each takes one.
        let printed = pages_on(paper, &all);
        assert!(printed.is_none_or(|pages| pages == sections(&all)), "{printed:?} pages of {paper}");
    }
}

#[test]
fn every_page_of_a_rating_sheet_is_one_page_however_long_the_interview() {
    let plans = long_plans();
    let sheets: Vec<String> = plans
        .iter()
        .map(|(_, plan)| guide_html(&Guide::of(&BANK, plan, String::new()).unwrap(), &[GuidePart::Sheet]))
        .collect();
    let pages = |html: &String| html.split_once("<main>").unwrap().1.split_once("</main>").unwrap().0.to_owned();
    let (head, end) = (sheets[0].split_once("<main>").unwrap().0, "</main></body></html>");
    let all = format!("{head}<main>{}{end}", sheets.iter().map(pages).collect::<String>());
    for paper in PAPERS {
        let printed = pages_on(paper, &all);
        assert!(
            printed.is_none_or(|pages| pages == sections(&all)),
            "{printed:?} pages of {paper} for {}",
            sections(&all)
        );
    }
}

#[test]
fn the_document_runs_nothing_and_fetches_nothing() {
    let plan = plan("devops-engineer", Level::Senior);
    let html = guide_html(&Guide::of(&BANK, &plan, String::new()).unwrap(), &GuidePart::ALL);
    assert!(html.contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
    for call in ["<script", "<link", "src=", "url(", "@import", "http://", "https://", "onload"] {
        assert!(!html.contains(call), "{call}");
    }
}
