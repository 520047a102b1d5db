//! A plan that is the same for every candidate, for the interviewer's side: no history, no chance.

use super::DrawArgs;
use crate::cli::context::quoted;
use crate::cli::failure::Failure;
use crate::content::{Level, Library};
use crate::plan::{self, Options, Plan};

/// The seed of what is the same for everybody.
const SEED_FOR_ALL: u64 = 1;

/// A plan that is the same for every candidate, and the command that leads to it again.
#[derive(Debug)]
pub struct Fixed {
    /// The plan.
    pub plan: Plan,
    /// The command, without its options of printing.
    pub command: String,
}

impl DrawArgs {
    /// The plan that every candidate gets: frozen, or drawn by the seed, which is 1 unless told otherwise, whatever was sat before.
    ///
    /// # Errors
    /// No level and no frozen plan; options that contradict a frozen plan; what cannot be drawn.
    pub fn fixed(&self, library: &Library, level: Option<Level>, command: &str) -> anyhow::Result<Fixed> {
        if let Some(plan) = self.frozen(library)? {
            self.agrees_with(&plan, level)?;
            let redrawn = plan::draw(library, &plan.interview, &options_of(&plan));
            let repeats = redrawn.is_ok_and(|redrawn| redrawn.fingerprint() == plan.fingerprint());
            let command =
                if repeats { plan.command_of(command) } else { format!("hotseat {command} {}", quoted(&self.what)) };
            return Ok(Fixed { plan, command });
        }
        let level = level.ok_or_else(|| {
            let hint = "say which with --level junior, mid, senior or staff";
            Failure::new("what is asked and expected depends on the level", hint)
        })?;
        let options = Options {
            level,
            minutes: self.minutes,
            topics: self.topic.clone(),
            seed: self.seed.unwrap_or(SEED_FOR_ALL),
            extra_time: self.extra_time.unwrap_or_default(),
            seen: Vec::new(),
        };
        let plan = plan::draw(library, &self.what, &options)?;
        Ok(Fixed { command: plan.command_of(command), plan })
    }

    /// A frozen plan has its level, length and questions already.
    fn agrees_with(&self, plan: &Plan, level: Option<Level>) -> Result<(), Failure> {
        let changes = level.is_some_and(|level| level != plan.level)
            || self.minutes.is_some_and(|minutes| minutes != plan.minutes)
            || self.seed.is_some_and(|seed| seed != plan.seed)
            || !self.topic.is_empty();
        let message = || format!("{} is a frozen plan: {} level, {} minutes", self.what, plan.level, plan.minutes);
        let hint = "leave --level, --minutes, --seed and --topic out, or name an interview instead of the file";
        if changes { Err(Failure::new(message(), hint)) } else { Ok(()) }
    }
}

/// The options that a plan says it was drawn by, as far as a command can repeat them.
fn options_of(plan: &Plan) -> Options {
    Options {
        level: plan.level,
        minutes: Some(plan.minutes),
        topics: plan.topics.clone(),
        seed: plan.seed,
        extra_time: plan.extra_time,
        seen: Vec::new(),
    }
}
