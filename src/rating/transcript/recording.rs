//! When a recording began, beside the interview: nobody starts both at the same moment.

/// When a recording began, in milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Recording {
    /// With the interview.
    #[default]
    Together,
    /// The interview began at this time of the recording.
    Early(u64),
    /// The recording began at this time of the interview.
    Late(u64),
}

impl Recording {
    /// A moment of the recording on the interview's clock, in milliseconds; none before the interview.
    pub fn on_clock(self, at: u64) -> Option<u64> {
        match self {
            Recording::Together => Some(at),
            Recording::Early(by) => at.checked_sub(by),
            Recording::Late(by) => Some(at.saturating_add(by)),
        }
    }
}
