//! From the session's view to a screenful.

use ratatui::layout::Rect;

use super::super::keys::{self, KeyHelp};
use super::super::theme::Tone;
use super::super::view::{
    AnswerView, Asking, Bottom, ChoiceRow, ClockRow, Head, KeysView, PageView, Screenful, editor_area, last_scroll,
};
use super::{Answering, words};
use crate::content::Kind;
use crate::front::wording::{cost, page, section_name};
use crate::report;
use crate::session::{Pressure, QuestionView, Screen, View};

impl Answering<'_> {
    /// What there is to show in a window of this size.
    pub(super) fn screenful(&mut self, area: Rect) -> Screenful<'_> {
        let bottom = self.bottom();
        let view = self.sitting.view(self.watch.at());
        match &view.screen {
            Screen::Question(question) if self.listing_keys => {
                Screenful::Keys(KeysView { question: Some(question.prompt), keys: keys::ALL })
            }
            _ if self.listing_keys => Screenful::Keys(KeysView { question: None, keys: keys::ALL }),
            Screen::Question(question) if !view.paused => {
                let asking = Asking { before: question.probe_of, text: question.prompt };
                let place = editor_area(area, &asking, &bottom);
                Screenful::Answer(AnswerView {
                    head: self.head(self.place_of(question)),
                    clocks: std::iter::once(question_clock(&view, question))
                        .chain(self.interview_clock(&view))
                        .collect(),
                    asking,
                    placeholder: words::PLACEHOLDER,
                    window: self.editor.window(place.width, place.height),
                    bottom,
                })
            }
            _ => {
                let mut page = self.page(&view, bottom);
                let last = last_scroll(area, &page);
                self.scroll = self.scroll.min(last);
                page.scroll = self.scroll;
                if self.scroll < last {
                    page.bottom.status.insert(0, (Tone::Accent, words::MORE_BELOW.into()));
                    page.bottom.keys.insert(1, keys::SCROLL);
                }
                Screenful::Page(page)
            }
        }
    }

    fn page(&self, view: &View<'_>, bottom: Bottom) -> PageView {
        let interview = self.interview_clock(view);
        let plain = |title: &str, text: Vec<String>| PageView {
            head: self.head(String::new()),
            clocks: interview.clone().into_iter().collect(),
            title: title.to_owned(),
            text,
            selected: self.selected,
            bottom: bottom.clone(),
            ..PageView::default()
        };
        match &view.screen {
            _ if view.paused => plain(words::PAUSED, vec![words::PAUSED_TEXT.into()]),
            Screen::Page { step, clock } => {
                let (title, text) = page(step);
                PageView {
                    clocks: std::iter::once(ClockRow::new("This page", *clock)).chain(interview.clone()).collect(),
                    ..plain(title, vec![text.into()])
                }
            }
            Screen::NotScorable { .. } => PageView {
                choices: retry_or_not(),
                ..plain(words::NOT_SCORABLE, vec![words::NOT_SCORABLE_TEXT.into()])
            },
            Screen::Feedback { index } => plain(words::FEEDBACK, self.feedback(*index)),
            _ => plain("", Vec::new()),
        }
    }

    fn feedback(&self, index: usize) -> Vec<String> {
        match (self.sitting.card(index), self.sitting.bundle(index)) {
            (Some(card), Some(bundle)) => report::brief(card, bundle),
            _ => Vec::new(),
        }
    }

    /// One question with nothing around it: no interview's clock tells anything there.
    pub(super) fn is_drill(&self) -> bool {
        self.sitting.session().plan().is_single()
    }

    fn interview_clock(&self, view: &View<'_>) -> Option<ClockRow> {
        (!self.is_drill()).then(|| ClockRow::new("Interview", view.interview))
    }

    fn place_of(&self, question: &QuestionView<'_>) -> String {
        if self.is_drill() {
            return String::new();
        }
        let follow_up = if question.probe_of.is_some() { ", follow-up" } else { "" };
        format!(
            "question {} of {}{follow_up} · {}",
            question.index + 1,
            question.of,
            section_name(question.asked.section)
        )
    }

    fn head(&self, place: String) -> Head {
        let plan = self.sitting.session().plan();
        Head { title: format!("{} · {}", plan.level.name(), plan.title), place }
    }

    fn bottom(&self) -> Bottom {
        Bottom { ask: self.asked(), status: self.status(), keys: self.keys() }
    }

    /// The most urgent first: what does not fit is cut at the end.
    fn status(&self) -> Vec<(Tone, String)> {
        let at = self.watch.at();
        let view = self.sitting.view(at);
        let trouble = self.trouble();
        let notice = self.notice.as_ref().filter(|(_, until)| at < *until);
        let written = match &view.screen {
            Screen::Question(question) if !view.paused => Some((Tone::Plain, self.words_of(question))),
            _ => None,
        };
        let saved = trouble.is_none().then(|| (Tone::Muted, words::SAVED.to_owned()));
        let trouble = trouble.map(|text| (Tone::Over, text.to_owned()));
        let notice = notice.map(|(text, _)| (Tone::Accent, text.clone()));
        [trouble, notice, written, saved].into_iter().flatten().collect()
    }

    fn words_of(&self, question: &QuestionView<'_>) -> String {
        let kind = self.sitting.bundle(question.index).map_or(Kind::Technical, |bundle| bundle.question.kind);
        let fitting = self.sitting.settings().pace.words_in(question.clock.limit, kind);
        words::words_of(self.editor.words(), fitting)
    }

    fn keys(&self) -> Vec<KeyHelp> {
        let view = self.sitting.view(self.watch.at());
        let may_pause = !self.sitting.session().rules().strict;
        let keys = match &view.screen {
            _ if view.paused => vec![(keys::GO_ON, true), (keys::LEAVE, true)],
            Screen::Question(question) => vec![
                (keys::DONE, true),
                (keys::ALREADY_SAID, question.probe_of.is_some()),
                (keys::OTHER_WORDING, question.wordings_left > 0),
                (keys::DONT_KNOW, true),
                (keys::LEAVE, true),
                (keys::PAUSE, may_pause),
                (keys::UNDO, true),
                (keys::HELP, true),
            ],
            Screen::NotScorable { .. } => vec![(keys::TAKE, true), (keys::CHOOSE, true), (keys::LEAVE, true)],
            Screen::Feedback { .. } => vec![(keys::GO_ON, true), (keys::LEAVE, true), (keys::HELP, true)],
            _ => vec![(keys::GO_ON, true), (keys::LEAVE, true), (keys::PAUSE, may_pause), (keys::HELP, true)],
        };
        keys.into_iter().filter(|(_, fits)| *fits).map(|(key, _)| key).collect()
    }
}

fn question_clock(view: &View<'_>, question: &QuestionView<'_>) -> ClockRow {
    let own = match question.reading {
        Some(left) => ClockRow::reading("Question", left, question.clock.limit),
        None => ClockRow::new("Question", question.clock),
    };
    let is_over = question.clock.pressure() == Pressure::Over;
    let cost = cost(&view.out_of_reach).filter(|_| is_over);
    own.with_cost(cost)
}

fn retry_or_not() -> Vec<ChoiceRow> {
    vec![
        ChoiceRow { key: 'r', label: "rewrite it".into(), about: "in English, with the whole time again".into() },
        ChoiceRow { key: 'g', label: "go on".into(), about: "to the next question; this one stays unscored".into() },
    ]
}
