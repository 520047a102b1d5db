//! The interviewer's side: what was ticked, noted and rated of one candidate, and how it is combined. Pure.
//!
//! Structured interviewing sets the rules (Campion, Palmer and Campion 1997, "A review of structure in the selection
//! interview", Personnel Psychology 50; OPM 2008, "Structured interviews: a practical guide"): anchored ratings, each with its
//! evidence, given independently and before any discussion, and combined by arithmetic. The types hold them to it.
//!
//! | module | does |
//! |---|---|
//! | `sheet` | the scorecard as it is kept and exchanged |
//! | `rated` | what may happen to a question: rated, locked, revised, left out |
//! | `read` | reads a scorecard from a file, and checks it |
//! | `summary` | takes the means of one scorecard |
//! | `transcript` | the candidate's words from a file |
//! | `panel` | puts several scorecards side by side, and says how far raters agree |

pub mod panel;
mod rated;
mod read;
mod sheet;
mod summary;
pub mod transcript;

pub use panel::{Panel, PanelError, Submitted};
pub use rated::RatingError;
pub(crate) use rated::reason;
pub use read::SheetError;
pub use sheet::{
    AskedProbe, FORMAT, Heard, KIND, Note, Outcome, RatedQuestion, Rating, RatingSheet, Revision, Tick, Who,
};
pub use summary::{CompetencyMean, Summary};
pub use transcript::Words;

/// What has to stand wherever people are compared by ratings.
pub const NO_RANKING: &str = "The tool ranks nobody and recommends no hiring. People decide, and answer for it.";

/// The bands of a rating: 1 weak, 2 partial, 3 solid, 4 strong; what each means for a question, its rubric's anchors say.
pub const BANDS: std::ops::RangeInclusive<u8> = 1..=4;
