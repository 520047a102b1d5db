//! The next three things to practise.

use super::{count, count_of_last, shares};
use crate::content::Dimension;
use crate::progress::{Advice, Progress};
use crate::report::practice::because;
use crate::report::quote::shortened;
use crate::report::surface::{Mark, Surface};
use crate::report::words::{dimension, percent};

/// Longest wording of a question.
const TITLE: usize = 60;

pub fn write(progress: &Progress<'_>, options: &str, out: &mut dyn Surface) {
    if progress.advice.is_empty() {
        return;
    }
    out.heading(2, "Practise next");
    for advice in &progress.advice {
        out.item(Mark::Step, &what(advice, progress));
        how(advice, options, out);
    }
}

fn what(advice: &Advice<'_>, progress: &Progress<'_>) -> String {
    match advice {
        Advice::Question(due) => {
            let prompt = shortened(&due.question.prompt, TITLE);
            format!("{}: {}: \"{prompt}\"", due.question.topic, because(due.reason))
        }
        Advice::Dimension(standing) => {
            format!("{}: {} over {}", dimension(standing.of), percent(standing.score), count_of_last(progress))
        }
        Advice::Story(story) => format!("stories: {}", shares(*story)),
        Advice::Topic(standing) => {
            let answers = count(standing.answers, "answer");
            format!("{}: {} over {answers}, your weakest topic", standing.of, percent(standing.score))
        }
        Advice::Unseen { topic, level, questions } => {
            format!("{} at {level}: never seen, {}", topic, count(*questions as usize, "question"))
        }
    }
}

fn how(advice: &Advice<'_>, options: &str, out: &mut dyn Surface) {
    let mut drill = |rest: &str| out.typed(&format!("hotseat{options} drill --topic {rest}"));
    match advice {
        Advice::Question(due) => drill(&due.question.topic),
        Advice::Topic(standing) => drill(standing.of),
        Advice::Unseen { topic, level, .. } => drill(&format!("{topic} --level {level}")),
        Advice::Dimension(standing) => out.detail(in_the_next_answer(standing.of)),
        Advice::Story(_) => out.detail(
            "In each story: 15 to 30 % on situation and task, 45 to 65 % on own actions, 12 to 30 % on the result.",
        ),
    }
}

fn in_the_next_answer(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Substance => "In each answer: what you would do, step by step, and why that works.",
        Dimension::Tools => "In each answer: by what means you would do it, and what each is for.",
        Dimension::Tradeoffs => "In each answer: what your choice costs, and when you would choose otherwise.",
        Dimension::Star => "In each story: where it was, what your task was, what you did, what came of it in numbers.",
    }
}
