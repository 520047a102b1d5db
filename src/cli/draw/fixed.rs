//! A plan that is the same for every candidate, for the interviewer's side: no history, no chance.

use super::DrawArgs;
use crate::cli::context::quoted;
use crate::cli::failure::Failure;
use crate::content::{Level, Library};
use crate::plan::{self, Options, Plan};

/// The seed of what is the same for everybody.
const SEED_OF_ALL: u64 = 1;

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
        if let Some(plan) = self.frozen(library, level)? {
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
            minutes: self.minutes,
            topics: self.topic.clone(),
            seed: self.seed.unwrap_or(SEED_OF_ALL),
            extra_time: self.extra_time.unwrap_or_default(),
            ..Options::at(level)
        };
        let plan = plan::draw(library, &self.what, &options)?;
        Ok(Fixed { command: plan.command_of(command), plan })
    }
}

/// The options that a plan says it was drawn by, as far as a command can repeat them.
fn options_of(plan: &Plan) -> Options {
    Options {
        minutes: Some(plan.minutes),
        topics: plan.topics.clone(),
        seed: plan.seed,
        extra_time: plan.extra_time,
        ..Options::at(plan.level)
    }
}
