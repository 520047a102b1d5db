//! Which questions: the options that `run` and `plan` share, and the plan they lead to.

mod fixed;

use std::path::Path;

use clap::Args;

use super::context::Context;
use super::failure::Failure;
use crate::content::{Level, Library};
use crate::plan::{self, ExtraTime, Options, Plan};
use crate::store::Store;

pub use fixed::Fixed;

/// Questions of so many recent attempts are avoided while the pool lasts.
const REMEMBERED_ATTEMPTS: u32 = 5;

/// The interview that is meant when none is named.
const USUAL: &str = "devops-engineer";

/// What the commands that draw say at the end of their help.
pub const LEVELS: &str = "Levels: most questions are of the level that is named. The first is often one level easier. The hardest may be \
                          one level above: a stretch, which `hotseat plan` marks; it is judged by what its own level expects, and \
                          the report says so (\"3, solid for senior\"). Nothing harder is drawn. Each interview says how many of which; \
                          `hotseat list questions` tells each question's level.";

/// What `--seed` means where everybody is asked the same.
pub const SEED_FOR_ALL: &str = "Draw by this number: the same number gives the same questions [default: 1]";

/// What is asked, and for how long.
#[derive(Debug, Clone, Args)]
pub struct DrawArgs {
    /// An interview or topic, as `hotseat list` names it, or a frozen plan: a .toml file that `hotseat plan --output` wrote
    #[arg(value_name = "INTERVIEW|PLAN", default_value = USUAL)]
    what: String,
    /// How many minutes the interview lasts; without it, as many as it says itself
    #[arg(long, value_name = "N")]
    pub minutes: Option<u32>,
    /// Only questions of this topic (may be given more than once)
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Draw by this number: the same number gives the same questions. Without it chance draws, and leaves out what your last five
    /// attempts asked while there is enough else
    #[arg(long, value_name = "N")]
    seed: Option<u64>,
    /// Stretch every time by this factor (1.25, 1.5 or 2); it changes no score
    #[arg(long, value_name = "FACTOR", value_parser = parse_extra_time)]
    pub extra_time: Option<ExtraTime>,
}

/// What a draw needs besides its options.
#[derive(Debug, Clone, Copy)]
pub struct Candidate {
    /// The level to draw for.
    pub level: Level,
    /// How long the interview lasts; none: as long as it says.
    pub minutes: Option<u32>,
    /// Extra time.
    pub extra_time: ExtraTime,
}

impl DrawArgs {
    /// Whether a file is named, and not an interview.
    pub fn names_file(&self) -> bool {
        Path::new(&self.what).extension().is_some_and(|ending| ending == "toml")
    }

    /// The plan in a file, where a file is named, with the extra time that was asked for.
    ///
    /// # Errors
    /// The file is no plan, or options contradict it: it has its level, length and questions already.
    pub fn frozen(&self, library: &Library, level: Option<Level>) -> anyhow::Result<Option<Plan>> {
        if !self.names_file() {
            return Ok(None);
        }
        let text = std::fs::read_to_string(&self.what).map_err(|error| {
            Failure::new(format!("cannot read {}: {error}", self.what), "`hotseat plan --output FILE` writes a plan")
        })?;
        let plan = Plan::thaw(&text, library).map_err(|error| {
            Failure::new(format!("{}: {error}", self.what), "`hotseat plan --output FILE` writes a plan")
        })?;
        self.agrees_with(&plan, level)?;
        Ok(Some(match self.extra_time {
            Some(extra_time) => plan.with_extra_time(extra_time),
            None => plan,
        }))
    }

    fn agrees_with(&self, plan: &Plan, level: Option<Level>) -> Result<(), Failure> {
        let changes = level.is_some_and(|level| level != plan.level)
            || self.minutes.is_some_and(|minutes| minutes != plan.minutes)
            || self.seed.is_some_and(|seed| seed != plan.seed)
            || !self.topic.is_empty();
        let message = || format!("{} is a frozen plan: {} level, {} minutes", self.what, plan.level, plan.minutes);
        let hint = "leave --level, --minutes, --seed and --topic out, or name an interview instead of the file";
        if changes { Err(Failure::new(message(), hint)) } else { Ok(()) }
    }

    /// Whether anything but the usual interview is asked for.
    pub fn is_particular(&self) -> bool {
        self.what != USUAL || !self.topic.is_empty() || self.minutes.is_some()
    }

    /// Finds out, before the candidate is asked anything, whether this can be drawn at any level.
    ///
    /// # Errors
    /// Why not: an unknown name, too few minutes.
    pub fn check(&self, library: &Library) -> anyhow::Result<()> {
        if self.names_file() {
            return Ok(());
        }
        let drawn = Level::ALL.map(|level| {
            let options = Options {
                minutes: self.minutes,
                topics: self.topic.clone(),
                seed: self.seed.unwrap_or_default(),
                extra_time: self.extra_time.unwrap_or_default(),
                ..Options::at(level)
            };
            plan::draw(library, &self.what, &options)
        });
        let [junior, ..] = &drawn;
        match junior {
            Err(error) if drawn.iter().all(Result::is_err) => Err(error.clone().into()),
            _ => Ok(()),
        }
    }

    /// A plan drawn for a candidate. Without a seed, by chance, and away from questions of recent attempts.
    pub fn drawn(
        &self,
        context: &Context,
        library: &Library,
        store: &Store,
        candidate: Candidate,
    ) -> anyhow::Result<Plan> {
        let seen = match self.seed {
            Some(_) => Vec::new(),
            None => store.recent_questions(context.profile(), REMEMBERED_ATTEMPTS)?,
        };
        let options = Options {
            level: candidate.level,
            minutes: candidate.minutes,
            topics: self.topic.clone(),
            seed: self.seed.unwrap_or_else(seed_of_now),
            extra_time: candidate.extra_time,
            seen,
        };
        Ok(plan::draw(library, &self.what, &options)?)
    }
}

/// 1, 1.25, 1.5 or 2.
pub fn parse_extra_time(text: &str) -> Result<ExtraTime, String> {
    match text {
        "1" | "1.0" => Ok(ExtraTime(100)),
        "1.25" => Ok(ExtraTime(125)),
        "1.5" => Ok(ExtraTime(150)),
        "2" | "2.0" => Ok(ExtraTime(200)),
        _ => Err("1, 1.25, 1.5 or 2".into()),
    }
}

/// A seed that nobody chose.
fn seed_of_now() -> u64 {
    u64::try_from(jiff::Timestamp::now().as_microsecond()).unwrap_or(0) % 1_000_000
}
