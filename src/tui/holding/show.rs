//! From an interview's view to a screenful.

use std::time::Duration;

use ratatui::layout::Rect;

use super::line::Line;
use super::{Ask, Holding, Mode, words};
use crate::content::Criterion;
use crate::front::holding::{self, listening};
use crate::front::wording::{capitalised, clock_time, pressure_word, section_name};
use crate::guide::lettering::letter;
use crate::live::{Phase, Place, QuestionView, View};
use crate::rating::{Heard, Note, Outcome};
use crate::report::{band_words, clock_time as clock_of_millis, criterion_name, harmless};
use crate::tui::keys::{self, KeyHelp};
use crate::tui::theme::Tone;
use crate::tui::view::{
    Bottom, ChoiceRow, ClockRow, Entry, Head, KeysView, LineView, LiveView, PageView, Screenful, Section, last_scroll,
    line_size,
};

impl Holding<'_> {
    /// What there is to show in a window of this size.
    pub(super) fn screenful(&mut self, area: Rect) -> Screenful<'_> {
        let at = self.watch.at();
        let (bottom, notice) = (self.bottom(), self.said(at));
        let place = self.place(at);
        if matches!(self.mode, Mode::Keys) {
            return Screenful::Keys(KeysView { question: None, keys: keys::HOLDING });
        }
        if self.question().is_none() || !matches!(self.mode, Mode::Step | Mode::Line(_)) {
            return Screenful::Page(self.page(area, place, bottom, at));
        }
        let picked = self.picked();
        let Self { sitting, mode, ask, .. } = self;
        let view = sitting.view(at);
        // A question of the program takes the place of the line, which waits.
        let line = match mode {
            Mode::Line(line) if ask.is_none() => Some(line_view(line, area, notice)),
            _ => None,
        };
        match view {
            Some(View { place: Place::Question(question), .. }) => {
                let clocks = clocks(&sitting.view(at));
                let marked = Marked { phase: sitting.live().phase(), picked };
                Screenful::Live(Box::new(live_view(&question, marked, (place, clocks, line, bottom))))
            }
            _ => Screenful::Page(PageView::default()),
        }
    }

    fn page(&mut self, area: Rect, place: Head, bottom: Bottom, at: u64) -> PageView {
        let view = self.sitting.view(at);
        let mut page = PageView { head: place, clocks: clocks(&view), bottom, ..PageView::default() };
        match (&self.mode, view.as_ref().map(|view| &view.place)) {
            (Mode::List, _) => {
                (page.title, page.text) = self.list_words();
                page.choices = self.choices().into_iter().map(|choice| choice.row).collect();
                page.selected = self.selected;
            }
            (Mode::Rating, Some(Place::Question(question))) => {
                page.title = words::rate(question.index + 1, self.phase() == Phase::Locked);
                page.text =
                    vec![question.bundle.question.prompt.clone(), words::rests_on(&holding::evidence(question.rated))];
                page.text.extend(listening::caps(&question.bundle.rubric.red_flags));
                page.choices = anchors(question);
                page.selected = question.rated.latest().map_or(usize::MAX, |band| usize::from(band) - 1);
            }
            (_, Some(Place::Question(question))) => {
                page.title.clone_from(&question.bundle.question.prompt);
                page.text = everything(question);
            }
            (_, Some(Place::Page(step))) => {
                let (title, text) = holding::page(step, self.courtesy);
                (page.title, page.text) = (title.to_owned(), text.iter().map(|text| text.trim().to_owned()).collect());
            }
            (_, None) => {}
        }
        // What was asked gives way to what it is rated by.
        if matches!(self.mode, Mode::Rating) && last_scroll(area, &page) > 0 {
            page.text.remove(0);
        }
        let last = last_scroll(area, &page);
        self.scroll = self.scroll.min(last);
        page.scroll = self.scroll;
        if self.scroll < last && !matches!(self.mode, Mode::List) {
            page.bottom.status.insert(0, (Tone::Accent, crate::tui::words::MORE_BELOW.into()));
        }
        page
    }

    fn list_words(&self) -> (String, Vec<String>) {
        let missing = holding::missing(self.sitting.live());
        match self.phase() {
            Phase::Talking => (words::LIST.to_owned(), Vec::new()),
            Phase::Locked => {
                let unjudged = holding::not_judged(self.sitting.live());
                let text = [words::LOCKED_TEXT.to_owned()].into_iter().chain(unjudged);
                (words::LIST_LOCKED.to_owned(), text.collect())
            }
            _ => (words::LIST_OVER.to_owned(), vec![missing.unwrap_or_else(|| self.nothing_missing().to_owned())]),
        }
    }

    fn nothing_missing(&self) -> &'static str {
        let is_any_asked = self.sitting.sheet().questions.iter().any(|question| question.outcome == Outcome::Asked);
        if is_any_asked { words::ALL_RATED } else { words::NONE_ASKED }
    }

    fn place(&self, at: u64) -> Head {
        let (live, sheet) = (self.sitting.live(), self.sitting.sheet());
        let plan = live.plan();
        let step = match self.sitting.view(at).map(|view| view.place) {
            Some(Place::Question(question)) => {
                format!("question {} of {} · {}", question.index + 1, question.of, section_name(question.asked.section))
            }
            _ => String::new(),
        };
        let place = if step.is_empty() { sheet.candidate.clone() } else { format!("{step} · {}", sheet.candidate) };
        Head { title: format!("{} · {}", plan.level.name(), plan.title), place }
    }

    fn bottom(&self) -> Bottom {
        let ask = self.ask.map(|ask| match ask {
            Ask::Leave => words::LEAVE.to_owned(),
            Ask::Lock => {
                let live = self.sitting.live();
                words::ask_lock(holding::unasked(live), &holding::to_judge(live))
            }
            Ask::End => words::ask_end(holding::missing(self.sitting.live())),
        });
        Bottom { ask, status: self.status(), keys: self.keys() }
    }

    fn said(&self, at: u64) -> String {
        let here = self.sitting.live().step();
        let said = self.notice.as_ref().filter(|notice| at < notice.until && notice.step == here);
        said.map_or(String::new(), |notice| notice.text.clone())
    }

    /// The most urgent first: what does not fit is cut at the end.
    fn status(&self) -> Vec<(Tone, String)> {
        let trouble = self.trouble();
        let notice = Some(self.said(self.watch.at())).filter(|said| !said.is_empty());
        let saved = trouble.is_none().then(|| (Tone::Muted, crate::tui::words::SAVED.to_owned()));
        let trouble = trouble.map(|text| (Tone::Over, text.to_owned()));
        [trouble, notice.map(|text| (Tone::Accent, text)), saved].into_iter().flatten().collect()
    }

    fn keys(&self) -> Vec<KeyHelp> {
        match self.mode {
            Mode::List => vec![keys::TAKE, keys::CHOOSE, keys::BACK, keys::LEAVE],
            Mode::Rating => vec![keys::BAND, keys::SCROLL, keys::BACK],
            Mode::More => vec![keys::SCROLL, keys::BACK],
            _ if self.question().is_none() => vec![keys::GO_ON, keys::ALL_QUESTIONS, keys::LEAVE, keys::ASK_KEYS],
            _ if self.phase() == Phase::Locked => vec![keys::REVISE, keys::ALL_QUESTIONS, keys::LEAVE, keys::ASK_KEYS],
            _ => self.first_keys(),
        }
    }

    fn first_keys(&self) -> Vec<KeyHelp> {
        let has_ticks = self.question().is_some_and(|(_, question)| !question.without_rubric);
        let is_tick = |key: &KeyHelp| *key == keys::TICK;
        keys::HOLDING_FIRST.into_iter().filter(|key| has_ticks || !is_tick(key)).collect()
    }
}

fn line_view(line: &mut Line, area: Rect, notice: String) -> LineView<'_> {
    let (width, height) = line_size(area);
    LineView { label: line.label(), notice, window: line.editor.window(width, height) }
}

/// The step's clock with the moment to move on, then the interview's, which runs upwards as that moment is told.
fn clocks(view: &Option<View<'_>>) -> Vec<ClockRow> {
    let Some(view) = view.as_ref().filter(|view| view.phase == Phase::Talking) else { return Vec::new() };
    let step = ClockRow::new("Step", view.clock).with_cost(Some(holding::move_on(view.move_on)));
    let interview = ClockRow::new("Interview", view.interview);
    let word = format!("of {}, {}", clock_time(view.interview.limit), pressure_word(view.interview.pressure()));
    vec![step, ClockRow { time: format!("{} gone", clock_time(view.interview.used)), word, ..interview }]
}

/// How far the interview is, and the line of the list that is picked.
#[derive(Clone, Copy)]
struct Marked {
    phase: Phase,
    picked: Option<usize>,
}

fn live_view<'a>(
    question: &QuestionView<'a>,
    Marked { phase, picked }: Marked,
    (head, clocks, line, bottom): (Head, Vec<ClockRow>, Option<LineView<'a>>, Bottom),
) -> LiveView<'a> {
    let entry = |tone, lead: String, text: String| Entry { lead, tone, text };
    let notes = question.rated.notes.iter().map(|note| entry(Tone::Plain, note_lead(note), note.text.clone()));
    let section = |title: &str, legend, entries| Section { title: title.to_owned(), legend, entries };
    let listen = |entries| match question.rated.without_rubric {
        true => section(words::LISTEN, "", vec![entry(Tone::Plain, String::new(), words::no_rubric())]),
        false => section(words::LISTEN, words::LEGEND, entries),
    };
    LiveView {
        head,
        clocks,
        prompt: &question.bundle.question.prompt,
        listen: listen(listened(question, picked, |criterion| criterion_name(&criterion.id))),
        meant: listen(listened(question, picked, |criterion| listening::meaning(question, criterion))),
        picked: picked.map(|place| place + usize::from(place >= question.split().0.len())),
        beside: match phase {
            Phase::Locked => section(words::OPINION, "", opinion(question)),
            _ => section(&probes_title(question), "", probes(question)),
        },
        notes: section(words::NOTES, "", notes.collect()),
        flags: flags(question),
        standing: standing(question),
        line,
        bottom,
    }
}

/// What is expected, then what is beyond the level, under a heading of its own.
fn listened(question: &QuestionView<'_>, picked: Option<usize>, text: impl Fn(&Criterion) -> String) -> Vec<Entry> {
    let (expected, beyond) = question.split();
    let entry = |(place, criterion): (usize, &&Criterion)| {
        let (lead, tone) = lead(holding::heard(question.rated, &criterion.id), place, picked == Some(place));
        Entry { lead, tone, text: text(criterion) }
    };
    let heading = || Entry { lead: String::new(), tone: Tone::Accent, text: listening::beyond_title(question) };
    let mut entries: Vec<Entry> = (0..).zip(&expected).map(entry).collect();
    entries.extend((!beyond.is_empty()).then(heading));
    entries.extend((expected.len()..).zip(&beyond).map(entry));
    entries
}

/// The letter of a criterion and how it stands, with its look.
fn lead(heard: Option<Heard>, place: usize, is_picked: bool) -> (String, Tone) {
    let tone = match heard {
        None => Tone::Plain,
        Some(Heard::Heard) => Tone::Calm,
        Some(Heard::AfterProbe) => Tone::Closing,
        Some(Heard::Contradicted) => Tone::Over,
    };
    let (key, cursor) = (letter(place).unwrap_or(' '), if is_picked { '>' } else { ' ' });
    (format!("{key}{cursor}{} ", holding::sign(heard)), tone)
}

/// Red flags with their words, by their names, or only how many there are; nothing where there are none.
fn flags(question: &QuestionView<'_>) -> Vec<Section> {
    let flags = &question.bundle.rubric.red_flags;
    let entry = |lead: &str, text| Entry { lead: lead.to_owned(), tone: Tone::Muted, text };
    let section = |title: &str, legend, entries| Section { title: title.to_owned(), legend, entries };
    let in_words = flags.iter().map(|flag| entry("- ", listening::flag(flag))).collect();
    let names = entry("", listening::flag_names(flags));
    let forms = [
        section(words::FLAGS, "", in_words),
        section(words::FLAGS, words::FLAGS_LEGEND, vec![names]),
        section("", "", vec![entry("", words::hidden_flags(flags.len()))]),
    ];
    forms.into_iter().filter(|_| !flags.is_empty()).collect()
}

fn probes_title(question: &QuestionView<'_>) -> String {
    let asked = question.rated.probes.len();
    let beyond = listening::too_many_probes(question).map_or(String::new(), |_| format!(": {asked} asked"));
    format!("{}, {}{beyond}", words::PROBES, listening::probe_limit(question))
}

fn probes(question: &QuestionView<'_>) -> Vec<Entry> {
    let entry = |(index, probe): (usize, &crate::content::Probe)| {
        let asked = question.rated.probes.iter().find(|asked| asked.probe == index);
        let at = asked.and_then(|asked| asked.at_ms).map_or(String::new(), |at| format!(" ({})", clock_of_millis(at)));
        let (tone, sign) = if asked.is_some() { (Tone::Calm, "[x]") } else { (Tone::Plain, "[ ]") };
        Entry { lead: format!("{} {sign} ", index + 1), tone, text: format!("{}{at}", probe.ask) }
    };
    question.bundle.question.probes.iter().enumerate().map(entry).collect()
}

fn opinion(question: &QuestionView<'_>) -> Vec<Entry> {
    let lines = match &question.rated.second_opinion {
        Some(card) => holding::second_opinion(card, question.asked.level),
        None if question.rated.without_rubric => vec![listening::NOT_JUDGED.to_owned()],
        None => vec![words::NO_OPINION.to_owned()],
    };
    lines.into_iter().map(|text| Entry { lead: String::new(), tone: Tone::Plain, text }).collect()
}

/// The rating, or what is missing for it.
fn standing(question: &QuestionView<'_>) -> (Tone, String) {
    let rated = question.rated;
    let tone = if rated.rating.is_some() { Tone::Calm } else { Tone::Plain };
    match (&rated.rating, &rated.outcome) {
        (None, Outcome::Asked | Outcome::NotReached) if rated.not_assessed.is_none() => {
            let evidence = holding::evidence(rated);
            let rests = if evidence.is_empty() { words::NO_EVIDENCE.to_owned() } else { evidence };
            (tone, format!("Not rated yet: {rests}"))
        }
        _ => (tone, capitalised(&holding::standing(rated))),
    }
}

fn anchors(question: &QuestionView<'_>) -> Vec<ChoiceRow> {
    let row = |(band, anchor): (u8, &String)| ChoiceRow {
        key: char::from(b'0' + band),
        label: band_words(Some(band), question.asked.level).split(' ').nth(1).unwrap_or_default().to_owned(),
        about: anchor.trim().to_owned(),
    };
    (1..).zip(&question.bundle.rubric.anchors).map(row).collect()
}

/// All that the guide would print of a question, and what was written down; the rewordings are for practice alone.
fn everything(question: &QuestionView<'_>) -> Vec<String> {
    let (asked, rubric) = (&question.bundle.question, &question.bundle.rubric);
    let card = question.rated.second_opinion.as_ref();
    let mut text = card.map_or_else(Vec::new, |card| holding::second_opinion(card, question.asked.level));
    text.extend(question.rated.without_rubric.then(words::no_rubric));
    text.extend(listening::in_full(question, letter_or_dash).into_iter().map(titled));
    text.extend(Some((words::NOTES.to_owned(), notes(question))).filter(|(_, notes)| !notes.is_empty()).map(titled));
    let probes = (1..).zip(&asked.probes).map(|(number, probe): (usize, _)| format!("{number} {}", probe.ask));
    text.extend(Some((probes_title(question), probes.collect())).filter(|_| !asked.probes.is_empty()).map(titled));
    text.extend((1..).zip(&rubric.anchors).map(|(band, anchor): (u8, _)| format!("{band}: {}", anchor.trim())));
    text.extend(rubric.red_flags.iter().map(|flag| format!("Red flag: {}", listening::flag(flag))));
    let box_of = Duration::from_secs(u64::from(question.asked.seconds()));
    text.push(format!("Time for all of it: {}.", clock_time(box_of)));
    text
}

/// Digits are keys of probes here, so the key of a criterion is a letter or none.
fn letter_or_dash(place: usize) -> String {
    letter(place).unwrap_or('-').to_string()
}

/// A paragraph of lines under a title.
fn titled((title, lines): (String, Vec<String>)) -> String {
    std::iter::once(title).chain(lines).collect::<Vec<_>>().join("\n")
}

fn notes(question: &QuestionView<'_>) -> Vec<String> {
    question.rated.notes.iter().map(|note| harmless(&format!("{}{}", note_lead(note), note.text))).collect()
}

/// When a note was written; a dash on paper.
fn note_lead(note: &Note) -> String {
    note.at_ms.map_or("- ".to_owned(), |at| format!("{} ", clock_of_millis(at)))
}
