//! The mechanical summary, by hand.

use hotseat::content::Weight;
use hotseat::rating::Summary;

use super::rated;

fn close(left: Option<f64>, right: f64) {
    assert!((left.unwrap() - right).abs() < 1e-9, "{left:?} is not {right}");
}

/// Six competencies with one question each: (3 + 2 + 4 + 2 + 1 + 3) / 6.
#[test]
fn competencies_weigh_alike() {
    let summary = Summary::initial(&rated("C1", "I1", [3, 2, 4, 2, 1, 3]));
    close(summary.overall, 2.5);
    assert_eq!((summary.questions, summary.not_assessed, summary.thin().count()), (6, 0, 6));
}

#[test]
fn what_was_not_assessed_is_no_zero() {
    let summary = Summary::initial(&rated("C1", "I1", [3, 0, 3, 0, 3, 3]));
    close(summary.overall, 3.0);
    assert_eq!((summary.not_assessed, summary.competencies.len()), (2, 6));
    let nothing = Summary::initial(&rated("C1", "I1", [0; 6]));
    assert_eq!((nothing.overall, nothing.not_assessed), (None, 6));
}

/// Two questions of one competency are one voice: ((4 + 2) / 2 + 1) / 2.
#[test]
fn questions_of_one_competency_are_averaged_first() {
    let mut sheet = rated("C1", "I1", [4, 2, 1, 0, 0, 0]);
    sheet.questions[1].topic = "kubernetes".into();
    let summary = Summary::initial(&sheet);
    close(summary.overall, 2.0);
    assert_eq!(summary.thin().count(), 1);
}

/// "platform" has the first question, "automation" the third: (4 × 3 + 1 × 1) / 4.
#[test]
fn a_competency_may_weigh_more() {
    let mut sheet = rated("C1", "I1", [4, 0, 1, 0, 0, 0]);
    let platform = sheet.competencies.iter_mut().find(|one| one.id == "platform").unwrap();
    platform.weight = Weight::of(3.0);
    close(Summary::initial(&sheet).overall, 3.25);
}

#[test]
fn a_change_makes_a_second_summary_and_leaves_the_first() {
    let mut sheet = rated("C1", "I1", [2, 2, 2, 2, 2, 2]);
    assert_eq!(Summary::revised(&sheet), None);
    sheet.questions[0].revise(4, "heard more on the recording", None).unwrap();
    close(Summary::initial(&sheet).overall, 2.0);
    close(Summary::revised(&sheet).unwrap().overall, 14.0 / 6.0);
}
