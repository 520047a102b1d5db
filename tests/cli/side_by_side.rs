//! `hotseat compare --last N --format html`: many attempts on one page.

use super::compare::{SHARED, STRONG, WEAK, own, sit, sit_own};
use super::{Hotseat, example};
use crate::browser::{Browser, Scheme};
use crate::report::html::checked;

/// What ends an element or an attribute, and what would push a page wide.
const HOSTILE: &str = "</title><script>alert(1)</script> \"><img src=x onerror=y> {{ 7 * 7 }}";

fn page(hotseat: &Hotseat, more: &[&str]) -> String {
    hotseat.run(&[&["compare", "--last", "12", "--format", "html"], more].concat()).good()
}

/// Attempts at two levels of one interview, and at another interview whose title is hostile; how many: 5.
fn mixed() -> (Hotseat, String) {
    let hotseat = Hotseat::new();
    let content = own(hotseat.data.path());
    let file = content.join("interviews/web-platform.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let title = text.lines().find(|line| line.starts_with("title = ")).unwrap();
    std::fs::write(&file, text.replacen(title, &format!("title = '''{HOSTILE}'''"), 1)).unwrap();
    sit(&hotseat, WEAK, &["--tag", "tired", "--note", HOSTILE]);
    sit_own(&hotseat, &content, SHARED);
    sit(&hotseat, STRONG, &[]);
    let (plan, answers) = (example("plan-senior.toml"), example("answers-senior.toml"));
    hotseat.run(&["run", &plan, "--answers", &answers]).good();
    sit(&hotseat, STRONG, &[]);
    (hotseat, content.to_str().unwrap().to_owned())
}

#[test]
fn a_page_has_a_chart_for_each_share_and_a_column_for_each_attempt() {
    let hotseat = Hotseat::new();
    [WEAK, STRONG, STRONG].iter().for_each(|answer| sit(&hotseat, answer, &[]));
    let page = page(&hotseat, &[]);
    let source = checked(&page);
    let charts = page.matches("class=\"curves\"").count();
    assert_eq!(
        (charts, page.matches("<line class=\"curve dashes-0\"").count()),
        (5, 2 * charts),
        "overall and each dimension: {page}"
    );
    assert!(!page.contains("Lines join") && !page.contains("hollow\""), "one interview and level needs no legend");
    let terminal = hotseat.run(&["compare", "--last", "3", "--plain"]).good();
    let overall = terminal.lines().find(|line| line.starts_with("overall; ")).unwrap();
    let numbers: Vec<&str> = overall.split(": ").skip(1).map(|part| part.split(';').next().unwrap()).collect();
    let cells: String = numbers.iter().map(|number| format!("<td>{number}</td>")).collect();
    assert!(page.contains(&format!("<tr><th scope=\"row\">overall</th>{cells}</tr>")), "{cells} is missing:\n{page}");
    let aloud: Vec<String> = (1..).zip(&numbers).map(|(at, one)| format!("{at}: {one}\u{a0}%")).collect();
    assert!(page.contains(&format!("aria-label=\"Overall, oldest first: {}.\"", aloud.join(", "))), "{page}");
    for (name, more, count) in [("th", "scope=\"col\"", 4), ("caption", "", 1), ("div", "tabindex=\"0\"", 1)] {
        let found = source.tags.iter().filter(|(tag, attributes)| tag == name && attributes.contains(more)).count();
        assert_eq!(found, count, "{name} {more}");
    }
    for line in terminal.lines().take_while(|line| !line.is_empty()).chain(["All had the same questions"]) {
        assert!(source.text.contains(line), "'{line}' is missing");
    }
}

#[test]
fn lines_join_one_interview_and_level_alone_and_the_others_have_marks_of_their_own() {
    let (hotseat, content) = mixed();
    let page = page(&hotseat, &["--content", &content]);
    let overall = page.split("<figure").nth(1).unwrap().split("</figure>").next().unwrap();
    assert_eq!(overall.matches("<line class=\"curve").count(), 2, "three at one interview and level: {overall}");
    let mut forms: Vec<&str> =
        overall.split("class=\"mark\" d=\"").skip(1).map(|part| part.split('"').next().unwrap()).collect();
    assert_eq!(forms.len(), 5);
    forms.sort_unstable();
    forms.dedup();
    assert_eq!(forms.len(), 3, "a form for each interview and level");
    let text = checked(&page).text;
    for words in
        ["Lines join attempts at one interview and level alone", "DevOps engineer, mid: 1, 3 and 5", "senior: 4"]
    {
        assert!(text.contains(words), "'{words}' is missing:\n{text}");
    }
    assert!(text.contains(&format!("{HOSTILE}, mid: 2")), "{text}");
    assert!(text.contains("More is expected at a higher one.") && !text.contains("subtracted"), "nothing is: {text}");
}

#[test]
fn nothing_that_people_wrote_becomes_markup() {
    let (hotseat, content) = mixed();
    let page = page(&hotseat, &["--content", &content]);
    assert!(!page.contains("<script") && !page.contains("<img"), "{page}");
    assert!(checked(&page).text.contains(HOSTILE), "{page}");
    let (head, _) = page.split_once("</head>").unwrap();
    for word in ["http:", "https:", "url(", "@import", "src=", "<link"] {
        assert!(!head.contains(word), "{word}");
    }
}

#[test]
fn it_goes_to_a_file_and_never_over_one_unasked() {
    let hotseat = Hotseat::new();
    let few = hotseat.run(&["compare", "--last", "3", "--format", "html"]);
    assert!(few.code == 2 && few.err.contains("it takes two finished attempts"), "{}", few.err);
    [WEAK, STRONG].iter().for_each(|answer| sit(&hotseat, answer, &[]));
    let file = hotseat.data.path().join("page.html").to_string_lossy().into_owned();
    let written = ["compare", "--last", "2", "--format", "html", "--output", &file];
    assert!(hotseat.run(&written).good().is_empty());
    assert!(std::fs::read_to_string(&file).unwrap().starts_with("<!doctype html>"));
    let again = hotseat.run(&written);
    assert!(again.code == 2 && again.err.contains("--force"), "{}", again.err);
}

#[test]
fn a_browser_shows_it_without_complaint_at_every_width_and_in_both_colours() {
    let Some(browser) = Browser::find() else { return };
    let (hotseat, content) = mixed();
    // Twelve columns, as many as there can be.
    for _ in 0..7 {
        sit(&hotseat, STRONG, &[]);
    }
    let page = page(&hotseat, &["--content", &content]);
    assert!(page.contains("<span class=\"aloud\">attempt </span>12</th>"), "{page}");
    assert_eq!(browser.complaints(&page), Vec::<String>::new());
    for (width, scheme) in
        [(156, Scheme::Light), (360, Scheme::Light), (360, Scheme::Dark), (1280, Scheme::Light), (1280, Scheme::Dark)]
    {
        assert_eq!(browser.faults(&page, width, scheme), Vec::<String>::new(), "{width} px, {scheme:?}");
    }
}
