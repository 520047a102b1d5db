//! The map of the bank: topic by level, with the latest band, how long ago that was, and how many questions were seen.

use super::Extent;
use crate::content::Level;
use crate::progress::coverage::Cell;
use crate::progress::{Progress, TopicCoverage};
use crate::report::surface::{MapCell, MapRow, Surface};
use crate::report::words::band_name;

/// Topics on the first screen.
const TOPICS: usize = 6;

pub fn write(progress: &Progress<'_>, extent: Extent, out: &mut dyn Surface) {
    let shown = chosen(progress, extent);
    if shown.is_empty() {
        return;
    }
    let order = if extent == Extent::Full { "" } else { ", weakest first" };
    out.heading(2, &format!("Topics by the level of their questions{order}"));
    let head: Vec<&str> = ["topic"].into_iter().chain(Level::ALL.map(Level::name)).collect();
    out.map(&head, &shown.iter().map(|one| row(one)).collect::<Vec<_>>());
    let legend = "Band of the latest answer (none: not judged), at whatever level it was judged, days since then, \
                  questions seen of all.";
    out.aside(&format!("{legend}{}{}", rest(progress, shown.len()), lost(progress.lost)));
}

/// On the first screen, the topics whose latest answers were worst.
fn chosen<'p, 'a>(progress: &'p Progress<'a>, extent: Extent) -> Vec<&'p TopicCoverage<'a>> {
    let mut topics: Vec<_> = progress.coverage.iter().collect();
    if extent == Extent::Screen {
        topics.retain(|one| one.seen() > 0);
        topics.sort_by_key(|one| one.worst().unwrap_or(u8::MAX));
        topics.truncate(TOPICS);
    }
    topics
}

/// What is not shown.
fn rest(progress: &Progress<'_>, shown: usize) -> String {
    let seen = progress.coverage.iter().filter(|one| one.seen() > 0).count();
    let (more, never) = (seen.saturating_sub(shown), progress.coverage.len() - seen.max(shown));
    let words: Vec<String> = [(more, "more", "seen"), (never, "", "never seen")]
        .iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, more, what)| topics(*number, more, what))
        .collect();
    if words.is_empty() { String::new() } else { format!(" {} (--full).", words.join(", ")) }
}

/// What was seen and is on no map.
fn lost(questions: usize) -> String {
    match questions {
        0 => String::new(),
        1 => " 1 question that was seen is not in the bank (any more).".to_owned(),
        several => format!(" {several} questions that were seen are not in the bank (any more)."),
    }
}

/// "3 more topics were seen", "1 topic was never seen".
fn topics(number: usize, more: &str, what: &str) -> String {
    let (topics, were) = if number == 1 { ("topic", "was") } else { ("topics", "were") };
    let words = [&number.to_string(), more, topics, were, what];
    words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn row(coverage: &TopicCoverage<'_>) -> MapRow {
    MapRow { label: coverage.topic.to_owned(), cells: coverage.levels.iter().map(cell).collect() }
}

fn cell(cell: &Cell) -> MapCell {
    let of = format!("{}/{}", cell.seen, cell.questions);
    match (cell.band, cell.days_since, cell.seen) {
        _ if cell.questions == 0 => MapCell::default(),
        (Some(band), Some(days), _) => MapCell {
            short: format!("{band} {:>3} {of}", age(days)),
            long: format!("{} (band {band}) {}, {} of {} seen", band_name(band), ago(days), cell.seen, cell.questions),
            shade: Some(band),
        },
        (.., 0) => MapCell { short: "·".to_owned(), long: "never seen".to_owned(), shade: None },
        _ => MapCell {
            short: format!("none  {of}"),
            long: format!("not judged, {} of {} seen", cell.seen, cell.questions),
            shade: None,
        },
    }
}

/// Days, weeks or years in three signs.
fn age(days: u32) -> String {
    match days {
        0..=99 => format!("{days}d"),
        100..=699 => format!("{}w", days / 7),
        _ => format!("{}y", days / 365),
    }
}

/// "today", "12 days ago".
pub fn ago(days: u32) -> String {
    match days {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => format!("{days} days ago"),
    }
}
