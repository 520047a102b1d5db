//! When a question comes again, and what an interview's date does to that.

use hotseat::progress::Moment;
use hotseat::progress::memory::{Memory, Rating};
use proptest::prelude::*;

use super::{days, now};

fn with_interview(in_days: i32) -> Moment {
    Moment { now: now(), interview: Some(now() + days(in_days)) }
}

fn strong() -> Memory {
    Memory::first(Rating::Easy).again(Rating::Easy, 8.0)
}

proptest! {
    #[test]
    fn every_known_question_comes_once_more_before_the_interview(left in 1..400_i32, ago in 0..400_i32) {
        let last = now() - days(ago);
        let due = with_interview(left).due(strong(), last);
        prop_assert!(due <= now() + days(left), "never after the interview");
        if ago + left >= 2 {
            prop_assert!(due <= now() + days(left - 1), "on the day before at the latest");
        }
        prop_assert!(due > last, "and never at once");
        prop_assert!(due <= Moment { now: now(), interview: None }.due(strong(), last), "a date only brings it forward");
    }

    #[test]
    fn a_date_that_is_over_has_no_effect(over in 0..400_i32, ago in 0..400_i32) {
        let last = now() - days(ago);
        let none = Moment { now: now(), interview: None };
        prop_assert_eq!(with_interview(-over).due(strong(), last), none.due(strong(), last));
    }
}

#[test]
fn what_was_answered_on_the_day_before_is_left_alone() {
    let last = now() - days(0);
    let own = Moment { now: now(), interview: None }.due(strong(), last);
    let soon = Moment { now: now(), interview: Some(now() + days(1) / 2) };
    assert_eq!(soon.due(strong(), last), own);
}

#[test]
fn days_left_are_counted_as_people_count_them() {
    let left = |hours: i64| {
        let interview = Some(now() + jiff::SignedDuration::from_hours(hours));
        Moment { now: now(), interview }.days_left()
    };
    assert_eq!([left(4), left(24), left(25), left(-4), left(-30)], [Some(1), Some(1), Some(2), Some(0), None]);
}
