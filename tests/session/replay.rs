//! A killed session goes on from its stored events: any events, replayed from JSON, give the same state.

use hotseat::session::{Edit, Event, Rules, Verdict};
use proptest::prelude::*;

use super::Sitting;

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        Just(Event::Started),
        Just(Event::Continued),
        Just(Event::Asked),
        Just(Event::Finished),
        Just(Event::TimedOut),
        Just(Event::Skipped),
        Just(Event::AlreadySaid),
        Just(Event::Paused),
        Just(Event::Unpaused),
        Just(Event::Ended),
        any::<u64>().prop_map(|away| Event::Interrupted { away }),
        (any::<bool>(), proptest::option::of(0usize..3))
            .prop_map(|(scorable, probe)| Event::Judged(Verdict { scorable, probe })),
        (0usize..30, 0usize..5, "\\PC{0,8}").prop_map(|(start, removed, inserted)| Event::Edited(Edit {
            start,
            removed,
            inserted
        })),
    ]
}

proptest! {
    #[test]
    fn replaying_stored_events_gives_the_same_state(
        events in proptest::collection::vec((any_event(), 0u64..90_000), 0..60),
        strict in any::<bool>(),
        feedback_each in any::<bool>(),
    ) {
        let rules = Rules { strict, feedback_each };
        let mut live = Sitting::at_first_question(3, rules);
        let mut stored = Vec::new();
        for (event, wait) in events {
            live.at += wait;
            if live.session.apply(&event, live.at) {
                stored.push((serde_json::to_string(&event).unwrap(), live.at));
            }
        }
        let mut replayed = Sitting::at_first_question(3, rules);
        for (json, at) in stored {
            let event: Event = serde_json::from_str(&json).unwrap();
            prop_assert!(replayed.session.apply(&event, at));
        }
        prop_assert_eq!(live.session.transcript(), replayed.session.transcript());
        prop_assert_eq!(live.session.view(live.at), replayed.session.view(live.at));
    }
}

/// Events as format 1 wrote them. They never change.
const FORMAT_1: &[&str] = &[
    r#"{"event":"edited","start":0,"removed":0,"inserted":"roll back"}"#,
    r#"{"event":"asked"}"#,
    r#"{"event":"finished"}"#,
    r#"{"event":"judged","scorable":true,"probe":0}"#,
    r#"{"event":"skipped"}"#,
    r#"{"event":"paused"}"#,
    r#"{"event":"unpaused"}"#,
    r#"{"event":"interrupted","away":5}"#,
    r#"{"event":"ended"}"#,
];

#[test]
fn events_of_format_1_are_still_read() {
    let sitting = FORMAT_1.iter().fold(Sitting::at_first_question(2, Rules::default()), |sitting, json| {
        let event: Event = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), *json);
        sitting.then(event)
    });
    let segments = &sitting.session.transcript().answers[0].segments;
    assert_eq!(segments.iter().map(|one| one.already_said).collect::<Vec<_>>(), [false, false]);
}
