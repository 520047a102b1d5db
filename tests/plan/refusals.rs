//! What is said when no plan can be made.

use hotseat::content::{Kind, Level};
use hotseat::plan::{Options, PlanError, draw};

use super::bank::{add_topic, library};
use super::options;

fn said(interview: &str, options: &Options) -> String {
    let mut library = library();
    add_topic(&mut library, "empty", &[]);
    add_topic(&mut library, "hard", &[(Level::Staff, Kind::Design, 7)]);
    draw(&library, interview, options).unwrap_err().to_string()
}

#[test]
fn every_refusal_says_what_to_do() {
    let mid = || options(Level::Mid, 45, 1);
    let topic = |name: &str| Options { topics: vec![name.into()], ..mid() };
    let said = [
        said("devops-enginer", &mid()),
        said("cooking", &mid()),
        said("devops-engineer", &topic("kubernets")),
        said("iac", &topic("kubernetes")),
        said("devops-engineer", &options(Level::Mid, 3, 1)),
        said("devops-engineer", &options(Level::Mid, 9_999, 1)),
        said("hard", &mid()),
        said("empty", &mid()),
    ];
    insta::assert_snapshot!(said.join("\n"), @r"
    there is no interview 'devops-enginer'; did you mean `devops-engineer`?
    there is no interview 'cooking'; known: `automation`, `ci-cd`, `cloud`, `collaboration`, `containers`, `databases`, `deployments`, `devops-engineer`, `empty`, `hard`, `iac`, `kubernetes` and 5 more
    'devops-engineer' has no topic 'kubernets'; did you mean `kubernetes`?
    'iac' has no topic 'kubernetes'; sit it by itself: `hotseat run kubernetes`
    3 minutes are too short for a question; at least 5 are needed
    9999 minutes are too long; at most 480 can be planned
    no question of hard may be asked at mid level, because all of them are harder; choose a higher level or other topics
    empty has no questions; `hotseat list topics` shows those that have some
    ");
}

#[test]
fn the_minutes_that_are_said_to_be_needed_are_enough_and_no_fewer_are() {
    let library = library();
    for interview in ["devops-engineer", "iac", "leadership"] {
        for level in Level::ALL {
            let Err(PlanError::TooShort { needed, .. }) = draw(&library, interview, &options(level, 0, 1)) else {
                panic!("no time at all was enough");
            };
            draw(&library, interview, &options(level, needed, 1)).unwrap();
            draw(&library, interview, &options(level, needed - 1, 1)).unwrap_err();
        }
    }
}
