//! From an answer and a bundle to a scorecard. Pure, deterministic, and unable to fail.
//! All arithmetic is in integers (thousandths), so that the same bytes give the same score on every platform.
//!
//! | module | does |
//! |---|---|
//! | `rulebook` | compiles all patterns of a bundle |
//! | `reading`, `guards`, `lists` | reads a segment; masks echoes and lists; flags the answer as a whole |
//! | `scope`, `status` | says how each hit was meant |
//! | `evidence`, `credit`, `crowding`, `red_flags`, `tradeoff`, `star` | says what each criterion, and each part of a story, earned |
//! | `rating`, `next_step` | weighs it all; looks for the change worth most |
//! | `interview` | takes the mean over an interview |

mod credit;
mod crowding;
mod evidence;
mod guards;
pub mod interview;
mod judge;
mod lists;
mod next_step;
mod rating;
mod reading;
mod red_flags;
mod rulebook;
mod scope;
pub mod scorecard;
mod star;
mod status;
mod tradeoff;

pub use interview::{CompetencyScore, InterviewScore};
pub use judge::{Judge, Segment, dimensions};
pub use scorecard::{
    AnswerFlag, Cap, CriterionScore, DimensionScore, Evidence, FlagHit, Mille, NextStep, Raise, RaiseStep, Scorecard,
    StarScore, Status, StoryForm, Withheld,
};

/// The version of the scoring rules; a change of any score changes it.
pub const ENGINE: &str = "2";
