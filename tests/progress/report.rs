//! What is read of it: with colour, without, in plain lines, in 80 columns.

use hotseat::attempt::AttemptKind::Mock;
use hotseat::attempt::AttemptResults;
use hotseat::content::Level::{Mid, Senior, Staff};
use hotseat::progress::Asking;
use hotseat::report::{self, Extent, Style};
use insta::assert_snapshot;

use super::{answer, asking, moment, question, sat};

fn months() -> Vec<AttemptResults> {
    let (one, two, three) = (question("cloud", Mid), question("cost", Senior), question("monitoring", Staff));
    let scores = [(120, 100), (60, 350), (30, 600), (3, 850)];
    let mocks = scores.map(|(ago, score)| {
        sat(ago, Mock, Mid, vec![answer(one, score), answer(two, score / 2), answer(three, score / 3)])
    });
    mocks.into()
}

fn told(extent: Extent, style: Style) -> String {
    report::progress(&super::told(&months(), &asking()), extent, style, "")
}

fn without_colour(text: &str) -> String {
    anstream::adapter::strip_str(text).to_string()
}

#[test]
fn the_map_reads_without_colour() {
    let topics = ["cloud".to_owned(), "cost".to_owned(), "monitoring".to_owned()];
    let progress = super::told(&months(), &Asking { topics: &topics, ..asking() });
    let text = without_colour(&report::progress(&progress, Extent::Screen, Style::Terminal { width: 80 }, ""));
    let lines: Vec<&str> = text.lines().map(str::trim_end).skip_while(|line| !line.starts_with("Topics")).collect();
    // How many questions the bank has is not the point here.
    let map = regex::Regex::new("/[0-9]").unwrap().replace_all(&lines.join("\n"), "/N").into_owned();
    assert_snapshot!(map, @r"
    Topics by the level of their questions, weakest first
      topic        junior    mid          senior       staff
      monitoring   ·         ·            ·            1  3d 1/N
      cost         ·         ·            2  3d 1/N    ·
      cloud        ·         4  3d 1/N    ·            ·
          Band of the latest answer (none: not judged), at whatever level it was
          judged, days since then, questions seen of all.
    ");
}

#[test]
fn colour_only_repeats_what_the_digits_say() {
    let coloured = told(Extent::Full, Style::Terminal { width: 80 });
    let red = anstyle::Style::new()
        .fg_color(Some(anstyle::AnsiColor::Black.into()))
        .bg_color(Some(anstyle::AnsiColor::Red.into()))
        .to_string();
    let painted: Vec<&str> = coloured.split(&red).skip(1).collect();
    assert!(!painted.is_empty() && painted.iter().all(|cell| cell.trim_start().starts_with('1')), "{coloured:?}");
}

#[test]
fn a_line_of_bars_has_its_numbers_beside_it() {
    let text = without_colour(&told(Extent::Screen, Style::Terminal { width: 80 }));
    let overall = text.lines().find(|line| line.trim_start().starts_with("overall")).unwrap();
    assert_snapshot!(overall, @"  overall          ▁▂▃▅  6 → 52 %");
}

#[test]
fn nothing_is_wider_than_80_columns_and_the_first_screen_is_one() {
    for extent in [Extent::Screen, Extent::Full] {
        let text = without_colour(&told(extent, Style::Terminal { width: 80 }));
        let wide: Vec<&str> = text.lines().filter(|line| line.chars().count() > 80).collect();
        assert!(wide.is_empty(), "{wide:#?}");
        assert!(extent == Extent::Full || text.lines().count() <= 46, "{text}");
    }
}

#[test]
fn a_narrow_terminal_gets_whole_cells() {
    let text = without_colour(&told(Extent::Screen, Style::Terminal { width: 50 }));
    assert!(text.lines().all(|line| line.chars().count() <= 50), "{text}");
    assert!(text.contains("  cost\n    senior   2  3d 1/"), "{text}");
}

#[test]
fn drilled_questions_say_at_which_level_they_were_judged_before() {
    let told = |level| {
        let practised = report::Practised {
            question: question("cloud", Mid),
            before: Some((2, Mid)),
            level,
            now: vec![Some(1)],
            again: None,
        };
        report::drill(&[practised], moment(), Style::Plain)
    };
    assert!(told(Senior).contains("2, partial (at mid)"), "{}", told(Senior));
    assert!(!told(Mid).contains("(at"), "{}", told(Mid));
}

#[test]
fn plain_lines_have_numbers_and_words_only() {
    let text = told(Extent::Full, Style::Plain);
    for sign in ['▁', '█', '·', '→', '–'] {
        assert!(!text.contains(sign), "{sign} stands in:\n{text}");
    }
    assert!(text.contains("overall: 6 %, 21 %, 37 %, 52 %"), "{text}");
    assert!(text.contains("mid: strong (band 4) 3 days ago, 1 of"), "{text}");
    assert!(text.contains("never seen"), "{text}");
}
