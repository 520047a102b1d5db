//! A killed interview goes on from its stored events: any events, replayed from JSON, give the same scorecard.

use hotseat::live::Event;
use hotseat::rating::Heard;
use proptest::prelude::*;

use super::Held;

fn any_event() -> impl Strategy<Value = Event> {
    let text = || prop_oneof![Just(String::new()), "\\PC{1,8}"];
    let criterion = prop_oneof![Just("pod-unit".to_owned()), "[a-z]{1,3}"];
    let heard = prop_oneof![Just(None), Just(Some(Heard::Heard)), Just(Some(Heard::Contradicted))];
    prop_oneof![
        4 => (0usize..12).prop_map(|step| Event::WentTo { step }),
        2 => (criterion, heard).prop_map(|(criterion, heard)| Event::Ticked { criterion, heard }),
        2 => (0usize..5, any::<bool>()).prop_map(|(probe, asked)| Event::Probed { probe, asked }),
        2 => text().prop_map(|text| Event::Noted { text }),
        1 => (0usize..3, text()).prop_map(|(note, text)| Event::NoteChanged { note, text }),
        4 => (0u8..6, text()).prop_map(|(band, evidence)| Event::Rated { band, evidence }),
        1 => text().prop_map(|because| Event::NotAssessed { because }),
        1 => text().prop_map(|because| Event::Skipped { because }),
        1 => (0usize..8, text()).prop_map(|(question, text)| Event::WordsGiven { question, text }),
        1 => (0usize..8, 0u8..6, text()).prop_map(|(question, band, because)| Event::Revised { question, band, because }),
        1 => any::<u64>().prop_map(|away| Event::Interrupted { away }),
        1 => Just(Event::Closed),
        1 => Just(Event::Locked),
        1 => Just(Event::Ended),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn replaying_stored_events_gives_the_same_scorecard(
        events in proptest::collection::vec((any_event(), 0u64..90_000), 0..60),
        from_paper in any::<bool>(),
    ) {
        let begun = Held::new(from_paper).then(Event::Started);
        let (mut live, mut stored) = (begun.clone(), Vec::new());
        for (event, wait) in events {
            live.at += wait;
            if live.live.apply(&event, live.at).is_ok() {
                stored.push((serde_json::to_string(&event).unwrap(), live.at));
            }
        }
        let mut replayed = begun;
        for (json, at) in stored {
            let event: Event = serde_json::from_str(&json).unwrap();
            prop_assert!(replayed.live.apply(&event, at).is_ok());
        }
        prop_assert_eq!(live.live.sheet(), replayed.live.sheet());
        prop_assert_eq!(live.live.view(live.at), replayed.live.view(live.at));
        let mut sheet = live.live.sheet().clone();
        sheet.finish(jiff::Timestamp::UNIX_EPOCH);
        prop_assert!(hotseat::rating::RatingSheet::read(&sheet.to_json()).is_ok(), "the rules hold, whatever happens");
    }
}

/// Events as they are stored. They never change.
const STORED: &[&str] = &[
    r#"{"event":"started"}"#,
    r#"{"event":"went-to","step":1}"#,
    r#"{"event":"ticked","criterion":"retry-transient-only","heard":"after-probe"}"#,
    r#"{"event":"probed","probe":0,"asked":true}"#,
    r#"{"event":"noted","text":"backoff"}"#,
    r#"{"event":"note-changed","note":0,"text":"backoff, jitter"}"#,
    r#"{"event":"rated","band":3,"evidence":""}"#,
    r#"{"event":"words-given","question":0,"text":"I retry"}"#,
    r#"{"event":"interrupted","away":5}"#,
    r#"{"event":"closed"}"#,
    r#"{"event":"locked"}"#,
    r#"{"event":"revised","question":0,"band":2,"because":"less than I thought"}"#,
    r#"{"event":"ended"}"#,
];

#[test]
fn events_are_read_as_they_were_stored() {
    let first = Held::at_first_question().criterion(0);
    let held = STORED.iter().fold(Held::new(false), |held, json| {
        let json = json.replace("retry-transient-only", &first);
        let event: Event = serde_json::from_str(&json).unwrap();
        assert_eq!(serde_json::to_string(&event).unwrap(), json);
        held.then(event)
    });
    assert_eq!((held.question(1).initial(), held.question(1).latest()), (Some(3), Some(2)));
}
