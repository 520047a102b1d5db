//! The report as a page: complete in itself, well formed, safe with any answer, and fit to be looked at.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hotseat::attempt::{Attempt, AttemptKind, Summary};
use hotseat::report;
use hotseat::scoring::scorecard::Mille;

use super::typed;
use crate::browser::{Browser, Scheme};
use crate::cli::Hotseat;

/// What could end an element, an attribute or the page, steer a terminal, or push the page wide.
const HOSTILE: &str = "Roll back first. <script>alert(1)</script> </style></blockquote></details> \"><img src=x onerror=alert(1)> \
                       ]]> &lt; {{ 7 * 7 }} {% if %} \0 \u{1b}[2J \u{202e}evil\u{2066} ' onmouseover='x https://example.org/?a=b \
                       url(http://example.org)";

static TYPED: LazyLock<Attempt> = LazyLock::new(|| typed::attempt("junior", &[(1, ""), (2, &hostile())]));

fn hostile() -> String {
    format!("{HOSTILE} {} and then we read the logs.", "x".repeat(3000))
}

fn page() -> String {
    let mut attempts = trend(&TYPED);
    attempts[1].title += &format!(" <b>{}", "y".repeat(90));
    report::html(&TYPED, &attempts, "")
}

/// The attempt after two others.
fn trend(attempt: &Attempt) -> Vec<Summary> {
    let summary = |days: i64, score: u32| Summary {
        id: if days == 0 { attempt.id } else { uuid::Uuid::from_u128(days as u128) },
        kind: AttemptKind::Mock,
        started: attempt.started - jiff::SignedDuration::from_hours(24 * days),
        finished: attempt.started,
        interview: attempt.plan.interview.clone(),
        title: attempt.plan.title.clone(),
        level: attempt.plan.level,
        minutes: attempt.plan.minutes,
        extra_time: attempt.plan.extra_time,
        score: Some(Mille(score)),
        band: Some(2),
        answered: 5,
        questions: 7,
        plan: String::new(),
        topics: attempt.plan.topics.clone(),
        tags: Vec::new(),
        note: None,
        drilled: None,
    };
    vec![summary(0, 610), summary(3, 480), summary(9, 300)]
}

/// A page as a reader of its source sees it.
pub struct Source {
    /// Names with attributes, in order.
    pub tags: Vec<(String, String)>,
    /// Without elements; labels of marks left out.
    pub text: String,
}

/// Reads a page, and fails where an element is not closed, or another is.
fn read(page: &str) -> Source {
    let mut source = Source { tags: Vec::new(), text: String::new() };
    let mut open: Vec<String> = Vec::new();
    let (before, styled) = page.split_once("<style>").unwrap();
    let (style, after) = styled.split_once("</style>").unwrap();
    assert!(!style.contains('<'), "something stands in the style sheet");
    for part in [before, after].concat().split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("an element ends");
        let (name, attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        if let Some(name) = name.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "</{name}> closes something else, before '{text:.80}'");
        } else if name != "!doctype" {
            source.tags.push((name.to_owned(), attributes.to_owned()));
            if !matches!(name, "meta" | "br") && !tag.ends_with('/') {
                open.push(name.to_owned());
            }
        }
        if open.last().is_none_or(|name| name != "b") {
            source.text.push_str(text);
        }
    }
    assert_eq!(open, Vec::<String>::new(), "left open");
    let entities = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    for (entity, sign) in entities {
        source.text = source.text.replace(entity, sign);
    }
    source
}

/// Reads a page, and fails where it is not well formed, or holds what no template has.
pub fn checked(page: &str) -> Source {
    let source = read(page);
    let known: BTreeSet<&str> = "html head meta title style body a header main nav footer section h1 h2 h3 p span b mark blockquote \
                                 ul li table caption thead tbody tr th td figure figcaption div svg g rect line circle path text \
                                 details summary code"
        .split(' ')
        .collect();
    for (name, attributes) in &source.tags {
        assert!(known.contains(name.as_str()), "<{name} {attributes}>");
        for attribute in attributes.split('"').step_by(2).map(|part| part.trim().trim_end_matches('=')) {
            let is_known = !attribute.starts_with("on") && !["src", "style", "srcdoc"].contains(&attribute);
            assert!(is_known && !attribute.contains(['<', '\'']), "<{name} {attributes}>");
        }
    }
    source
}

#[test]
fn a_page_is_well_formed_and_holds_nothing_but_what_its_templates_say() {
    let source = checked(&page());
    let ids: Vec<&str> = source
        .tags
        .iter()
        .filter_map(|(_, attributes)| Some(attributes.split_once("id=\"")?.1.split_once('"')?.0))
        .collect();
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "an id stands twice: {ids:?}");
    for (_, attributes) in source.tags.iter().filter(|(name, _)| name == "a") {
        let target =
            attributes.split_once("href=\"#").expect("links lead to places of the page").1.split_once('"').unwrap().0;
        assert!(ids.contains(&target), "{target} is nowhere");
    }
}

#[test]
fn a_page_asks_for_nothing_from_elsewhere() {
    let page = page();
    assert!(page.contains("default-src 'none'"));
    let (head, _) = page.split_once("</head>").unwrap();
    for word in ["http:", "https:", "url(", "@import", "src=", "<script", "<link"] {
        assert!(!head.contains(word), "{word}");
    }
    for (name, attributes) in read(&page).tags {
        for word in ["http:", "https:", "url(", "src="] {
            let has_words = ["mark", "b"].contains(&name.as_str());
            assert!(has_words || !attributes.contains(word), "<{name} {attributes}>");
        }
    }
}

#[test]
fn whatever_was_written_is_only_ever_text() {
    let page = page();
    assert!(!page.contains(['\0', '\u{1b}', '\u{202e}', '\u{2066}']), "something can steer");
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>y"));
    let text = read(&page).text;
    for words in [
        "<script>alert(1)</script>",
        "</style></blockquote>",
        "\"><img src=x",
        "]]> &lt; {{ 7 * 7 }} {% if %}",
        "' onmouseover='x",
    ] {
        assert!(text.contains(words), "'{words}' is lost");
    }
}

#[test]
fn all_evidence_stands_on_the_page_and_every_label_is_explained() {
    let page = page();
    let text = read(&page).text;
    let mut seen = 0;
    for card in TYPED.judged.iter().filter_map(|judged| judged.in_time.as_ref()) {
        let withheld = card.criteria.iter().flat_map(|one| &one.withheld).map(|words| &words.text);
        for words in card.criteria.iter().flat_map(|one| &one.evidence).map(|words| &words.text).chain(withheld) {
            let shown: String = words.chars().filter(|c| !c.is_control() || *c == '\n').collect();
            assert!(text.contains(&shown), "'{shown}' is not on the page");
            seen += 1;
        }
    }
    assert!(seen > 20, "hardly any evidence: {seen}");
    let sections: Vec<&str> = page.split("<section").skip(1).collect();
    for section in sections {
        let labels = section.split("<b class=\"label").skip(1).map(|label| label.split_once('>').unwrap().1);
        for label in labels.map(|label| label.split_once('<').unwrap().0) {
            assert!(section.contains(&format!("{label} &#34;")), "{label} is explained nowhere");
        }
    }
}

#[test]
fn headings_are_in_order() {
    let levels: Vec<u32> =
        (read(&page()).tags.iter()).filter_map(|(name, _)| name.strip_prefix('h')?.parse().ok()).collect();
    assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
}

#[test]
fn the_time_of_a_session_is_drawn_and_told() {
    let text = read(&page()).text;
    for words in
        ["reading", "typing", "thinking", "over time", "first point after", "earned after", "this one", "Follow-up: "]
    {
        assert!(text.contains(words), "{words} is missing");
    }
    assert!(page().contains("class=\"typing over\""), "over-time has its own look");
    let scripted = Attempt { transcript: unrecorded(&TYPED), ..TYPED.clone() };
    let text = read(&report::html(&scripted, &[], "")).text;
    assert!(text.contains("answering") && !text.contains("thinking") && !text.contains("earned after"), "{text}");
    assert!(!text.contains("Over attempts"), "one attempt is no trend");
}

fn unrecorded(attempt: &Attempt) -> hotseat::session::Transcript {
    let mut transcript = attempt.transcript.clone();
    transcript.answers.iter_mut().flat_map(|answer| &mut answer.segments).for_each(|segment| segment.edits.clear());
    transcript
}

#[test]
fn the_line_over_attempts_joins_one_level_alone() {
    let attempt = Attempt::clone(&TYPED);
    let one_level = trend(&attempt);
    let mut several = one_level.clone();
    several[1].level = hotseat::content::Level::Staff;
    let lines = |summaries: &[Summary]| report::html(&attempt, summaries, "").matches("class=\"curve\"").count();
    assert_eq!((lines(&one_level), lines(&several)), (2, 1));
    let page = report::html(&attempt, &several, "");
    assert!(page.contains("<circle class=\"apart\"") && page.contains("are at other levels"), "it is not said");
    assert!(!report::html(&attempt, &one_level, "").contains("are at other levels"));
}

#[test]
fn other_interviews_have_marks_of_their_own_and_no_line() {
    let attempt = Attempt::clone(&TYPED);
    let mut several = trend(&attempt);
    several[1].title = "Kubernetes <b>".into();
    let page = report::html(&attempt, &several, "");
    assert_eq!(page.matches("class=\"curve\"").count(), 1, "the line passes the other interview by");
    assert_eq!(
        (page.matches("<rect class=\"apart\"").count(), page.matches("<circle class=\"apart\"").count()),
        (1, 0)
    );
    let source = checked(&page);
    let said =
        format!("The line joins those of {} at junior. Small grey squares are other interviews", attempt.plan.title);
    assert!(source.text.contains(&said) && !source.text.contains("other levels"), "{}", source.text);
    let aloud = source.tags.iter().find(|(_, attributes)| attributes.contains("class=\"trend\"")).unwrap();
    assert!(aloud.1.contains("in Kubernetes &#60;b&#62;, junior, "), "{}", aloud.1);
    several[1].level = hotseat::content::Level::Staff;
    assert!(report::html(&attempt, &several, "").contains("<circle class=\"apart\""));
}

#[test]
fn other_conditions_have_marks_of_their_own_and_no_line() {
    let attempt = Attempt::clone(&TYPED);
    type Change = fn(&mut Summary);
    let changes: [(Change, &str); 3] = [
        (|one| one.minutes = 15, ", 15 min"),
        (|one| one.extra_time = hotseat::plan::ExtraTime(150), " min ×1.5"),
        (|one| one.topics = vec!["kubernetes".into()], ", only kubernetes"),
    ];
    for (change, told) in changes {
        let mut several = trend(&attempt);
        change(&mut several[1]);
        let page = report::html(&attempt, &several, "");
        assert_eq!(page.matches("class=\"curve\"").count(), 1, "the line passes it by: {told}");
        let source = checked(&page);
        assert!(source.text.contains("under the same conditions. Small grey diamonds had another length"), "{told}");
        assert!(source.text.contains(told), "{told} is not in the table");
    }
}

#[test]
fn attempts_of_one_day_are_told_apart() {
    let attempt = Attempt::clone(&TYPED);
    let mut several = trend(&attempt);
    several[1].started = attempt.started + jiff::SignedDuration::from_mins(1);
    let times = |summaries: &[Summary]| report::html(&attempt, summaries, "").matches(" UTC</th>").count();
    assert_eq!((times(&several), times(&trend(&attempt))), (2, 0));
}

#[test]
fn limits_and_stretches_are_told_apart_and_nothing_lies_on_the_edge() {
    let page = page();
    assert!(page.contains("class=\"limit follow-up\"") && page.contains("the limit of a follow-up"));
    let (style, _) = page.split_once("</style>").unwrap();
    assert!(style.contains("svg.session, svg.lane, svg.axis { width: calc(100% - 5px); }"));
    assert!(style.contains("svg .answering { fill: var(--raised);"), "not as typing, which is filled");
}

#[test]
fn a_percent_sign_stays_with_its_figure() {
    let page = page();
    assert!(page.contains("61\u{a0}%"));
    let apart = page.match_indices(" %").any(|(at, _)| page[..at].ends_with(|c: char| c.is_ascii_digit()));
    assert!(!apart, "a line could end before a percent sign");
}

#[test]
fn a_browser_shows_it_without_complaint_at_every_width_and_in_both_colours() {
    let Some(browser) = Browser::find() else { return };
    let page = page();
    assert_eq!(browser.complaints(&page), Vec::<String>::new());
    for (width, scheme) in [(360, Scheme::Light), (360, Scheme::Dark), (1280, Scheme::Light), (1280, Scheme::Dark)] {
        assert_eq!(browser.faults(&page, width, scheme), Vec::<String>::new(), "{width} px, {scheme:?}");
    }
}

#[test]
fn a_page_goes_to_standard_output_or_to_a_file_that_is_not_replaced_unasked() {
    let hotseat = super::sat_with("I roll back first.");
    let out = hotseat.run(&["report", "--format", "html"]).good();
    assert!(out.starts_with("<!doctype html>") && out.ends_with("</html>"), "{out}");
    let file = hotseat.data.path().join("page.html");
    let path = file.to_str().unwrap();
    let written = hotseat.run(&["report", "--format", "html", "--output", path]);
    assert!(written.err.contains(path) && written.out.is_empty(), "{}", written.err);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), out);
    let again = hotseat.run(&["report", "--format", "html", "--output", path]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("is there already") && again.err.contains("--force"), "{}", again.err);
    assert_eq!(hotseat.run(&["report", "--format", "html", "--output", path, "--force"]).code, 0);
}

#[test]
fn wishes_that_do_not_go_together_are_refused_with_the_way_out() {
    let hotseat = super::sat_with("I roll back first.");
    for (arguments, way_out) in [
        (&["report", "--open"][..], "--format html"),
        (&["report", "--format", "html", "--question", "1"], "--question"),
        (&["report", "--format", "html", "--output", "/no/such/folder/page.html"], "/no/such/folder"),
    ] {
        let ran = hotseat.run(arguments);
        assert_eq!(ran.code, 2, "{arguments:?}");
        assert!(ran.err.contains(way_out), "{}", ran.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_is_kept_and_opened_and_stays_where_nothing_opens_it() {
    let hotseat = super::sat_with("I roll back first.");
    let nowhere = hotseat.data.path().join("nowhere");
    let alone = hotseat.command(&["report", "--format", "html", "--open"]).env("PATH", nowhere).output().unwrap();
    let told = String::from_utf8(alone.stderr).unwrap();
    assert!(alone.status.success() && told.contains("open that file yourself"), "{told}");
    let path = told.lines().find_map(|line| line.strip_prefix("Written: ")).unwrap().to_owned();
    assert!(std::fs::read_to_string(&path).unwrap().starts_with("<!doctype html>"));
    let told = opened(&hotseat);
    assert_eq!(told.trim(), path, "the same attempt has the same page");
}

/// What an opener of ours is told to open.
#[cfg(target_os = "linux")]
fn opened(hotseat: &Hotseat) -> String {
    use std::os::unix::fs::PermissionsExt;
    let (opener, told) = (hotseat.data.path().join("xdg-open"), hotseat.data.path().join("told"));
    std::fs::write(&opener, format!("#!/bin/sh\necho \"$1\" > {0}.part && /bin/mv {0}.part {0}\n", told.display()))
        .unwrap();
    std::fs::set_permissions(&opener, std::fs::Permissions::from_mode(0o755)).unwrap();
    let status = hotseat.command(&["report", "--format", "html", "--open"]).env("PATH", hotseat.data.path()).status();
    assert!(status.unwrap().success());
    for _ in 0..500 {
        if told.exists() {
            return std::fs::read_to_string(told).unwrap();
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("nothing was opened");
}
