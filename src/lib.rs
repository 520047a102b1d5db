//! hotseat: timed mock interviews in the terminal, scored by rubrics that people can read.
//!
//! The modules stand in the order in which data flows; a module uses only modules named before it:
//!
//! | module | makes | from |
//! |---|---|---|
//! | [`text`] | documents, tokens, pattern matches | characters |
//! | [`content`] | a checked library of interviews, rubrics, terms, cues and constants | TOML files |
//! | [`plan`] | a plan: which question when, for how long | an interview and options |
//! | [`guide`] | an interviewer's guide: what to ask, listen for and rate | a library and a plan |
//! | [`session`] | a transcript: what was typed, and when | a plan and events |
//! | [`scoring`] | scorecards: what was judged, with its evidence | an answer and a bundle |
//! | [`agreement`] | figures of how far ratings agree | numbers |
//! | [`proof`] | problems of content that does not live up to its own samples | a library |
//! | [`calibration`] | how far scores agree with people's ratings, and by which patterns | rated answers and a library |
//! | [`attempt`] | a kept sitting: plan, transcript, scorecards | all of the above |
//! | [`compare`] | what moved between attempts, and how sure that is | attempts |
//! | [`progress`] | trends, what is remembered, what to practise next | many attempts and a library |
//! | [`archive`] | a file of attempts, and attempts from one | kept rows |
//! | [`rating`] | the interviewer's scorecard, and what several say together | a plan and ratings |
//! | [`live`] | an interviewer's scorecard as it grows | a plan, rubrics and events |
//! | [`store`] | attempts on disk | events |
//! | [`sitting`] | a session kept as it happens | a plan, events, the store |
//! | [`report`] | what the candidate reads | an attempt |
//! | [`front`] | what the candidate sits in front of: plain lines, or | a sitting |
//! | [`tui`] | the full-screen session | a sitting |
//! | [`cli`] | the commands | the command line |
//!
//! Everything up to `live`, and `report`, is pure: no input or output, no clock, no randomness. Time and seed are arguments.

pub mod agreement;
pub mod archive;
pub mod attempt;
pub mod calibration;
pub mod cli;
pub mod compare;
pub mod content;
pub mod front;
pub mod guide;
pub mod live;
pub mod plan;
pub mod progress;
pub mod proof;
pub mod rating;
pub mod report;
pub mod scoring;
pub mod session;
pub mod sitting;
pub mod store;
pub mod text;
pub mod tui;
