//! The list of everything: go to a question, lock the ratings, end.

use super::{Ask, Holding, Mode, words};
use crate::front::holding;
use crate::live::{Event, Phase, Refused};
use crate::plan::Step;
use crate::tui::stage::Stage;
use crate::tui::view::ChoiceRow;

/// Keys of questions, in their order.
const NUMBERS: &str = "123456789abcdfhijkmn";

/// Something to choose in the list.
#[derive(Debug)]
pub struct Choice {
    pub row: ChoiceRow,
    act: Act,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    GoTo(usize),
    Ask(Ask),
}

impl Holding<'_> {
    pub(super) fn open_list(&mut self) {
        let step = self.sitting.live().step();
        self.turn_to(Mode::List);
        let here = self.choices().iter().position(|choice| choice.act == Act::GoTo(step));
        // After the conversation, what is missing comes first.
        let missing = self.sitting.live().unrated().first().and_then(|number| self.sitting.live().step_of(number - 1));
        let missing = missing.and_then(|step| self.choices().iter().position(|choice| choice.act == Act::GoTo(step)));
        self.selected = missing.filter(|_| self.phase() > Phase::Talking).or(here).unwrap_or(0);
    }

    pub(super) fn choices(&self) -> Vec<Choice> {
        let steps = self.sitting.live().plan().steps.iter().enumerate();
        let mut questions = self.sitting.sheet().questions.iter().zip(NUMBERS.chars().chain(std::iter::repeat(' ')));
        let mut choices: Vec<Choice> = steps
            .filter_map(|(index, step)| {
                let row = match step {
                    Step::Question(_) => questions.next().map(|(question, key)| ChoiceRow {
                        key,
                        label: question.question.clone(),
                        about: holding::standing(question),
                    })?,
                    page => ChoiceRow {
                        key: page_key(page),
                        label: holding::page(page, self.courtesy).0.to_lowercase(),
                        about: String::new(),
                    },
                };
                Some(Choice { row, act: Act::GoTo(index) })
            })
            .collect();
        choices.extend(self.endings());
        choices
    }

    fn endings(&self) -> Vec<Choice> {
        let row = |key, label: &str, about: &str| ChoiceRow { key, label: label.into(), about: about.into() };
        let lock = Choice { row: row('l', words::LOCK, words::LOCK_ABOUT), act: Act::Ask(Ask::Lock) };
        let end = Choice { row: row('e', words::END, words::END_ABOUT), act: Act::Ask(Ask::End) };
        let may_lock = holding::waits_for_engine(self.sitting.live()) && self.phase() > Phase::Talking;
        Some(lock).filter(|_| may_lock).into_iter().chain([end]).collect()
    }

    pub(super) fn list_key(&mut self, key: char) {
        let choices = self.choices();
        let chosen = match key {
            '\n' => choices.get(self.selected),
            _ => choices.iter().find(|choice| choice.row.key == key),
        };
        match chosen.map(|choice| choice.act) {
            Some(Act::GoTo(step)) => {
                self.turn_to(Mode::Step);
                self.record(Event::WentTo { step });
            }
            Some(Act::Ask(Ask::Lock)) if !self.sitting.live().unrated().is_empty() => {
                self.notice(&Refused::Unrated(self.sitting.live().unrated()).to_string());
            }
            Some(Act::Ask(ask)) => self.ask = Some(ask),
            None if key == 'g' => self.turn_to(Mode::Step),
            None => {}
        }
    }
}

fn page_key(step: &Step) -> char {
    match step {
        Step::Intro { .. } => 'o',
        Step::CandidateQuestions { .. } => 'y',
        _ => 'z',
    }
}
