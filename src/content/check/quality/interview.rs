//! Weak interviews: beginnings that nobody went on with, and slots that no question fits.

use crate::content::check::names::Names;
use crate::content::file::{At, InterviewFile, Parsed, SlotFile};
use crate::content::problem::Problem;
use crate::content::template::PLACEHOLDERS;

/// Reports weaknesses of an interview as a whole.
pub fn check(file: &Parsed<'_>, interview: &InterviewFile, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let prompts = interview.questions.iter().filter_map(|question| question.prompt.as_ref());
    problems.extend(interview.summary.iter().chain(prompts).filter_map(|text| placeholder(file, text)));
    let slots = interview.slots.by_level().into_iter().flat_map(|(_, slots)| slots);
    problems.extend(slots.filter_map(|slot| nothing_fits(file, interview, slot, names)));
}

/// A text that `hotseat new` wrote, and nobody has replaced.
pub fn placeholder(file: &Parsed<'_>, text: &At<String>) -> Option<Problem> {
    let message = format!("\"{}\" is still what `hotseat new` wrote", text.value.trim());
    let left = PLACEHOLDERS.contains(&text.value.trim());
    left.then(|| Problem::warning("placeholder", file.place(text.span), message, "write your own words here"))
}

/// A slot that names kinds and minutes which no question of the pool has, whatever its level.
fn nothing_fits(file: &Parsed<'_>, interview: &InterviewFile, slot: &SlotFile, names: &Names<'_>) -> Option<Problem> {
    let At { span, value: [least, most] } = slot.minutes.as_ref().filter(|_| slot.question.is_none())?;
    let kinds = slot.kinds.as_ref()?;
    let in_pool = |topic: &str| topic == file.stem || interview.topics.iter().any(|own| own.value == topic);
    let fits = names.asked.values().filter(|(topic, _)| in_pool(topic)).any(|(_, question)| {
        let kind = question.kind.as_ref().is_some_and(|own| kinds.iter().any(|kind| kind.value == own.value));
        kind && question.minutes.as_ref().is_some_and(|own| (*least..=*most).contains(&own.value))
    });
    let message = format!("no question of these kinds takes {least} to {most} minutes: others are drawn instead");
    let help = "widen `minutes` or `kinds`, or add topics; `hotseat list questions` shows what there is";
    (!fits).then(|| Problem::warning("nothing-fits", file.place(*span), message, help))
}
