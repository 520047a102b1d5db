//! A plan as a file, so that every candidate gets the same questions under the same clock.

use std::collections::BTreeSet;

use super::draw::FORMAT;
use super::{ExtraTime, Plan, ThawError};
use crate::content::Library;
use crate::content::nearest::suggest;

impl Plan {
    /// The plan as TOML, under a comment that says what it is and how it was drawn.
    pub fn freeze(&self) -> String {
        // Serialising cannot fail: a plan holds nothing that TOML cannot.
        let body = toml::to_string(self).unwrap_or_default();
        format!("{}\n{body}", self.heading())
    }

    /// Reads a frozen plan. A question whose text was changed since is no mistake; one that is gone is.
    ///
    /// # Errors
    /// [`ThawError`], for the first thing that is wrong.
    pub fn thaw(text: &str, library: &Library) -> Result<Plan, ThawError> {
        check_format(text)?;
        let plan: Plan =
            toml::from_str(text).map_err(|error| ThawError::Syntax(error.to_string().trim_end().to_owned()))?;
        check_names(&plan, library)?;
        check_questions(&plan)?;
        check_sum(&plan)?;
        Ok(plan)
    }

    /// The command that draws these questions from the same bank; what had been seen is not part of a command.
    pub fn command(&self) -> String {
        self.command_of("plan")
    }

    /// The same, for another command that draws: `guide`.
    pub fn command_of(&self, name: &str) -> String {
        let mut command = format!(
            "hotseat {name} {} --level {} --minutes {} --seed {}",
            self.interview, self.level, self.minutes, self.seed
        );
        for topic in &self.topics {
            command.push_str(&format!(" --topic {topic}"));
        }
        if self.extra_time != ExtraTime::default() {
            command.push_str(&format!(" --extra-time {}", self.extra_time));
        }
        command
    }

    fn heading(&self) -> String {
        let questions = match self.questions().count() {
            1 => "1 question".to_owned(),
            count => format!("{count} questions"),
        };
        let avoided = match self.seen.len() {
            0 => String::new(),
            count => format!("\n# (less {count} that had been seen lately, which are listed under `seen`)"),
        };
        format!(
            "# {}, {}, {} minutes: {questions}\n# Sit it: hotseat run FILE\n# Drawn by: {}{avoided}\n# Fingerprint: {}\n",
            self.title.replace(char::is_control, " "),
            self.level,
            self.minutes,
            self.command(),
            self.fingerprint().0,
        )
    }
}

impl std::fmt::Display for ExtraTime {
    /// The factor as it is typed: `1`, `1.25`, `1.5`, `2`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.0 / 100, self.0 % 100) {
            (whole, 0) => write!(f, "{whole}"),
            (whole, part) if part % 10 == 0 => write!(f, "{whole}.{}", part / 10),
            (whole, part) => write!(f, "{whole}.{part:02}"),
        }
    }
}

/// The format is looked at before everything else, because a newer one may have other keys.
fn check_format(text: &str) -> Result<(), ThawError> {
    #[derive(serde::Deserialize)]
    struct Head {
        format: u32,
    }
    let head: Head =
        toml::from_str(text).map_err(|error| ThawError::Syntax(error.to_string().trim_end().to_owned()))?;
    match head.format {
        FORMAT => Ok(()),
        found => Err(ThawError::Format { found, known: FORMAT }),
    }
}

fn check_names(plan: &Plan, library: &Library) -> Result<(), ThawError> {
    if !library.interviews.contains_key(&plan.interview) {
        return Err(ThawError::UnknownInterview {
            name: plan.interview.clone(),
            suggestion: suggest(&plan.interview, library.interviews.keys().map(String::as_str)),
        });
    }
    match plan.questions().find(|asked| !library.questions.contains_key(&asked.question)) {
        None => Ok(()),
        Some(asked) => Err(ThawError::UnknownQuestion {
            name: asked.question.clone(),
            suggestion: suggest(&asked.question, library.questions.keys().map(String::as_str)),
        }),
    }
}

fn check_questions(plan: &Plan) -> Result<(), ThawError> {
    let mut known = BTreeSet::new();
    if let Some(again) = plan.questions().find(|asked| !known.insert(&asked.question)) {
        return Err(ThawError::Repeated(again.question.clone()));
    }
    if known.is_empty() { Err(ThawError::NoQuestions) } else { Ok(()) }
}

fn check_sum(plan: &Plan) -> Result<(), ThawError> {
    match plan.planned().as_secs().checked_sub(plan.total().as_secs()) {
        None | Some(0) => Ok(()),
        Some(over) => Err(ThawError::Overfull { planned: plan.planned().as_secs(), over, minutes: plan.minutes }),
    }
}
