//! An interviewer's scorecard and a panel, on every surface: what stands there, and what hostile words cannot do.

use hotseat::rating::{Panel, RatedQuestion, RatingSheet, Submitted};
use hotseat::report::{self, Style};

use crate::browser::{Browser, Scheme};

fn sheet(name: &str) -> RatingSheet {
    RatingSheet::read(&std::fs::read_to_string(format!("examples/panel/{name}.json")).unwrap()).unwrap()
}

fn panel(sheets: &[RatingSheet]) -> Panel {
    let named = |sheet: &RatingSheet| Submitted { name: sheet.interviewer.clone(), sheet: sheet.clone() };
    Panel::of(&sheets.iter().map(named).collect::<Vec<_>>()).unwrap()
}

/// On a terminal, in plain lines, as Markdown and as a page; in one line each.
fn surfaces(sheet: &RatingSheet) -> [String; 4] {
    let styles = [Style::Terminal { width: 80 }, Style::Plain, Style::Markdown];
    let [terminal, plain, markdown] = styles.map(|style| report::rating(sheet, style));
    [terminal, plain, markdown, report::rating_page(sheet)].map(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.join(" ").replace("&#39;", "'")
    })
}

#[test]
fn a_scorecard_says_what_was_rated_and_why() {
    let sheet = sheet("C1-I2");
    for text in surfaces(&sheet) {
        for part in [
            "Scorecard: DevOps engineer, mid, 45 minutes",
            "Overall: 2.67 of 4",
            "With ratings changed later: 2.83 of 4",
            "Candidate C1, rated by I2, 14 September 2026",
            "The tool ranks nobody and recommends no hiring.",
            "Each competency rests on a single question: thin evidence.",
            "2, partial; later 3",
            "I heard backoff and a limit",
            "I had missed the idempotency key",
            "limit attempts at",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}

#[test]
fn the_second_opinion_stands_behind_the_rating_with_the_words_it_heard() {
    for text in surfaces(&sheet("C1-I1")) {
        let rating = text.find("3, solid for mid: All three right").unwrap();
        let opinion = text.find("Second opinion, shown after the rating was locked").unwrap();
        assert!(rating < opinion);
        assert!(text.contains("The candidate's words") && text.contains("The engine: 2, partial for mid"), "{text}");
    }
}

#[test]
fn what_was_not_assessed_is_counted_and_said() {
    for text in surfaces(&sheet("C2-I2")) {
        assert!(text.contains("2.40 of 4; 1 of 6 not assessed"), "{text}");
        assert!(text.contains("not assessed: the fire alarm ended the interview early"), "{text}");
        assert!(text.contains("copied from paper") && !text.contains(" at 0:00"), "{text}");
    }
}

#[test]
fn json_is_the_scorecard_itself_with_its_summary() {
    let sheet = sheet("C1-I1");
    let json = report::rating_json(&sheet);
    assert_eq!(json["summary"]["questions"], 6);
    assert_eq!(json["summary_revised"], serde_json::Value::Null);
    assert_eq!(RatingSheet::read(&json.to_string()), Ok(sheet), "it can be combined as it stands");
}

const HOSTILE: &str =
    "\u{1b}[2J<script>alert(1)</script></style>\"><img src=x onerror=y> ]]> \u{0}\u{202e}evil http://example.org";

fn hostile() -> RatingSheet {
    let mut sheet = sheet("C1-I1");
    sheet.title = HOSTILE.into();
    sheet.interviewer = "<b>\u{202e}I1</b>".into();
    sheet.questions[0].used_ms = u64::MAX;
    sheet.competencies[0].title = HOSTILE.into();
    for question in &mut sheet.questions {
        question.prompt = HOSTILE.into();
        question.candidate_words = Some(HOSTILE.into());
        question.notes.iter_mut().for_each(|note| note.text = HOSTILE.into());
        question.probes.iter_mut().for_each(|probe| probe.ask = HOSTILE.into());
        question.ticks.iter_mut().for_each(|tick| tick.criterion = HOSTILE.into());
        question.rating.as_mut().unwrap().evidence = HOSTILE.into();
        question.revise(1, HOSTILE, None).unwrap();
    }
    sheet
}

#[test]
fn hostile_words_are_only_ever_words() {
    let (sheet, other) = (hostile(), RatingSheet { candidate: HOSTILE.into(), ..hostile() });
    let panel = panel(&[sheet.clone(), other]);
    for page in [report::rating_page(&sheet), report::panel_page(&panel)] {
        for bad in ["<script", "<img", "</style>\"", "src=x onerror=y>", "<b>"] {
            assert!(!page.contains(bad), "{bad}");
        }
        assert!(page.contains("&#60;script&#62;") || page.contains("&lt;script&gt;"));
        assert_eq!(page.matches("<style>").count(), page.matches("</style>").count());
        assert!(!page.contains(['\u{1b}', '\u{0}', '\u{202e}']));
    }
    let lines = [report::rating(&sheet, Style::Plain), report::panel(&panel, Style::Plain)];
    let markdown = [report::rating(&sheet, Style::Markdown), report::panel(&panel, Style::Markdown)];
    for text in lines.iter().chain(&markdown) {
        assert!(!text.contains(['\u{1b}', '\u{0}', '\u{202e}']));
    }
    assert!(markdown.iter().all(|text| !text.contains("<script")));
}

#[test]
fn pages_fetch_nothing_and_run_nothing() {
    let sheets = ["C1-I1", "C1-I2", "C2-I1", "C2-I2"].map(sheet);
    for page in [report::rating_page(&sheets[0]), report::panel_page(&panel(&sheets))] {
        for bad in ["http:", "https:", "url(", " src=", "<script", "@import"] {
            assert!(!page.contains(bad), "{bad}");
        }
    }
}

#[test]
fn a_browser_shows_them_without_complaint_at_every_width_and_in_both_colours() {
    let Some(browser) = Browser::find() else { return };
    let sheets = ["C1-I1", "C1-I2", "C2-I1", "C2-I2"].map(sheet);
    let long =
        |code: &str| RatingSheet { interviewer: format!("{code}-with-the-longest-code-there"), ..sheets[0].clone() };
    let wide = panel(&["A", "B", "C", "D"].map(long));
    let pages = [report::rating_page(&sheets[0]), report::panel_page(&panel(&sheets)), report::panel_page(&wide)];
    for page in pages {
        assert_eq!(browser.complaints(&page), Vec::<String>::new());
        for (width, scheme) in [(360, Scheme::Light), (1280, Scheme::Dark)] {
            assert_eq!(browser.faults(&page, width, scheme), Vec::<String>::new(), "{width} px, {scheme:?}");
        }
    }
}

/// What an interviewer works out by hand on the printed sheet.
#[test]
fn halves_are_rounded_as_by_hand() {
    let mut even = sheet("C1-I1");
    even.competencies.clear();
    for (question, (topic, band)) in
        even.questions.iter_mut().zip([("a", 2), ("b", 2), ("c", 2), ("d", 2), ("e", 2), ("f", 2)])
    {
        (question.topic, question.rating.as_mut().unwrap().band) = (topic.into(), band);
    }
    even.questions.push(RatedQuestion { question: "g".into(), topic: "g".into(), ..even.questions[0].clone() });
    even.questions.push(RatedQuestion { question: "h".into(), topic: "h".into(), ..even.questions[0].clone() });
    even.questions[7].rating.as_mut().unwrap().band = 3;
    for text in surfaces(&even) {
        assert!(text.contains("2.13 of 4"), "17 / 8: {text}");
    }
    let other = RatingSheet { interviewer: "I2".into(), ..even.clone() };
    let mut lenient = even.clone();
    lenient.questions[0].rating.as_mut().unwrap().band = 3;
    let panel = report::panel(&panel(&[lenient, other]), Style::Plain);
    assert!(panel.contains("+0.13") && panel.contains("-0.13"), "1 / 8 above and below: {panel}");
}

/// A rating may change until it is locked, so what counts is not what was given first.
#[test]
fn ratings_count_as_locked() {
    let sheets = ["C1-I1", "C1-I2"].map(sheet);
    let texts = [report::rating(&sheets[0], Style::Plain), report::panel(&panel(&sheets), Style::Plain)];
    for text in texts {
        assert!(text.contains("as locked") && !text.contains("first given"), "{text}");
    }
}
