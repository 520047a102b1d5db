//! Remembering whose model answers somebody has read: a repeat of such a question proves less, and comparisons say so.

use jiff::Timestamp;

use super::context::Context;
use super::output;

/// Remembers that the model answers of questions were printed. That it cannot be remembered is no reason to keep them back.
pub fn remember<'a>(context: &Context, questions: impl IntoIterator<Item = &'a String>) {
    remember_for(context, context.profile(), questions);
}

/// The same of somebody else.
pub fn remember_for<'a>(context: &Context, profile: &str, questions: impl IntoIterator<Item = &'a String>) {
    let questions: Vec<String> = questions.into_iter().cloned().collect();
    if questions.is_empty() {
        return;
    }
    let kept = context.store().and_then(|mut store| Ok(store.remember_shown(profile, &questions, Timestamp::now())?));
    if let Err(error) = kept {
        output::note(&format!("warning: that a model answer was shown could not be kept: {error}"));
    }
}
