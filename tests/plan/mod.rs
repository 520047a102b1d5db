//! Cases for plan: what is asked, when, and what is said when nothing can be.

mod bank;
mod frozen;
mod laws;
mod plans;
mod refusals;
mod shipped;
mod single;

use hotseat::content::Level;
use hotseat::plan::{ExtraTime, Options, Plan, Step};

pub fn options(level: Level, minutes: u32, seed: u64) -> Options {
    Options { level, minutes: Some(minutes), topics: vec![], seed, extra_time: ExtraTime(100), seen: vec![] }
}

pub fn ids(plan: &Plan) -> Vec<&str> {
    plan.questions().map(|asked| asked.question.as_str()).collect()
}

/// One line for each step: its start, its length, and what is asked.
pub fn compact(plan: &Plan) -> String {
    let clock = |seconds: u64| format!("{:02}:{:02}", seconds / 60, seconds % 60);
    let line = |(start, step): (std::time::Duration, &Step)| {
        let what = match step {
            Step::Intro { .. } => "intro".to_owned(),
            Step::CandidateQuestions { .. } => "your questions".to_owned(),
            Step::Close { .. } => "close".to_owned(),
            Step::Question(asked) => format!(
                "{:11} {} (at {}, {} min + {} probes)",
                format!("{:?}", asked.section).to_lowercase(),
                asked.question,
                asked.level,
                asked.answer_seconds / 60,
                asked.probes
            ),
        };
        format!("{} {what}", clock(start.as_secs()))
    };
    let mut lines: Vec<String> = plan.clock().into_iter().zip(&plan.steps).map(line).collect();
    lines.push(format!("{} of {}", clock(plan.planned().as_secs()), clock(plan.total().as_secs())));
    lines.push(format!("pool: {} of {} not seen yet", plan.pool.fresh, plan.pool.size));
    lines.join("\n")
}
