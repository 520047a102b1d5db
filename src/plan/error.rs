//! Why no plan can be made or read, in words for the candidate. Each says what to do.

use crate::content::Level;

/// Why no plan can be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// No interview goes by this name.
    #[error("there is no interview '{name}'; {suggestion}")]
    UnknownInterview {
        /// As asked for.
        name: String,
        /// The nearest name, or all names.
        suggestion: String,
    },
    /// The interview draws from no such topic.
    #[error("'{interview}' has no topic '{topic}'; {suggestion}")]
    UnknownTopic {
        /// The interview.
        interview: String,
        /// As asked for.
        topic: String,
        /// The nearest name, or all names.
        suggestion: String,
    },
    /// Not even one question fits into the time.
    #[error("{minutes} minutes are too short for a question; at least {needed} are needed")]
    TooShort {
        /// As asked for.
        minutes: u32,
        /// The shortest interview that works.
        needed: u32,
    },
    /// Longer than anybody can sit.
    #[error("{minutes} minutes are too long; at most {most} can be planned")]
    TooLong {
        /// As asked for.
        minutes: u32,
        /// The longest interview that works.
        most: u32,
    },
    /// The pool has no question for this level.
    #[error(
        "no question of {pool} may be asked at {level} level, because all of them are harder; choose a higher level or other topics"
    )]
    NothingFits {
        /// The interview, or the topics it was narrowed to.
        pool: String,
        /// The candidate's level.
        level: Level,
    },
    /// The pool has no question at all.
    #[error("{pool} has no questions; `hotseat list topics` shows those that have some")]
    NoQuestions {
        /// The interview, or the topics it was narrowed to.
        pool: String,
    },
}

/// Why a frozen plan cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThawError {
    /// Not TOML, or not a plan.
    #[error("it is not a plan: {0}")]
    Syntax(String),
    /// Written in another format.
    #[error(
        "it has format {found}, and this program reads format {known}; write it again with `hotseat plan --output`"
    )]
    Format {
        /// Of the file.
        found: u32,
        /// Of this program.
        known: u32,
    },
    /// It names an interview that is not there.
    #[error("its interview '{name}' is unknown; {suggestion}")]
    UnknownInterview {
        /// As it stands there.
        name: String,
        /// The nearest name, or all names.
        suggestion: String,
    },
    /// It asks a question that is not there.
    #[error("its question '{name}' is unknown; {suggestion}")]
    UnknownQuestion {
        /// As it stands there.
        name: String,
        /// The nearest name, or the first ones.
        suggestion: String,
    },
    /// It asks a question twice.
    #[error("it asks '{0}' twice; take one of them out")]
    Repeated(String),
    /// It asks nothing.
    #[error("it asks no question; write it again with `hotseat plan --output`")]
    NoQuestions,
    /// Its parts take longer than its whole.
    #[error(
        "its steps take {planned} seconds, {over} more than its {minutes} minutes; shorten a step or raise `minutes`"
    )]
    Overfull {
        /// What the steps take together.
        planned: u64,
        /// How much too long that is.
        over: u64,
        /// The whole time, before extra time.
        minutes: u32,
    },
}
