//! A plan of one question, in one of its wordings.

use hotseat::content::{Level, Library, Question};
use hotseat::plan::{ExtraTime, Plan, single};
use hotseat::session::{Event, Rules, Screen, Session};

fn question() -> Question {
    let library = Library::builtin().unwrap();
    library.questions.values().find(|one| one.rephrased.len() == 2 && one.level == Level::Junior).unwrap().clone()
}

fn plan(wording: u32) -> Plan {
    single(&question(), Level::Mid, wording, ExtraTime(100))
}

#[test]
fn the_whole_box_fits_and_nothing_else_is_asked() {
    let plan = plan(0);
    let asked = plan.questions().next().unwrap();
    assert_eq!((plan.steps.len(), asked.probes, asked.level), (1, 0, Level::Mid));
    assert!(plan.planned() <= plan.total() && plan.total().as_secs() - plan.planned().as_secs() < 60);
}

#[test]
fn a_wording_that_goes_without_saying_stands_in_no_file() {
    let (written, another) = (serde_json::to_string(&plan(0)).unwrap(), serde_json::to_string(&plan(1)).unwrap());
    assert!(!written.contains("wording") && another.contains("\"wording\":1"));
    assert_eq!(serde_json::from_str::<Plan>(&written).unwrap(), plan(0), "older plans are read as they were");
    assert_ne!(plan(0).fingerprint(), plan(1).fingerprint());
}

#[test]
fn it_is_asked_in_its_wording_first_and_then_in_the_others_round() {
    let mut session = Session::new(plan(1), vec![question()], Rules::default());
    let prompt = |session: &Session| match session.view(0).screen {
        Screen::Question(view) => view.prompt.to_owned(),
        other => panic!("{other:?}"),
    };
    assert!(session.apply(&Event::Started, 0));
    let mut shown = vec![prompt(&session)];
    while session.apply(&Event::Asked, 0) {
        shown.push(prompt(&session));
    }
    let question = question();
    assert_eq!(shown.iter().collect::<Vec<_>>(), [&question.rephrased[0], &question.rephrased[1], &question.prompt]);
}
