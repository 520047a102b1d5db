//! What is read out first is true of what is asked then, and takes no longer than there is time for it.

use hotseat::content::{Kind, Level};
use hotseat::guide::Guide;
use hotseat::plan::{ExtraTime, Options, Plan, Step, draw};
use hotseat::report::{GuidePart, guide_json};

use super::BANK;

fn opening(plan: &Plan) -> String {
    let guide = Guide::of(&BANK, plan, String::new()).unwrap();
    guide_json(&guide, &[GuidePart::Script])["opening"].as_str().unwrap().to_owned()
}

/// Every interview of the bank at every level and many lengths, whole and narrowed to each of its topics; as far as it can be drawn.
fn plans() -> Vec<Plan> {
    let mut plans = Vec::new();
    for interview in BANK.interviews.values() {
        let narrowed = interview.topics.iter().map(|topic| vec![topic.clone()]);
        for topics in std::iter::once(Vec::new()).chain(narrowed) {
            for (level, minutes) in
                Level::ALL.into_iter().flat_map(|level| [7, 10, 15, 30, 45, 60].map(|minutes| (level, minutes)))
            {
                let (extra_time, topics) = (ExtraTime::default(), topics.clone());
                let options = Options { level, minutes: Some(minutes), topics, seed: 1, extra_time, seen: Vec::new() };
                plans.extend(draw(&BANK, &interview.id, &options));
            }
        }
    }
    plans
}

#[test]
fn a_story_is_announced_where_one_is_asked_for() {
    for plan in plans() {
        let words = opening(&plan);
        let is_story = |id: &String| BANK.questions[id].kind == Kind::Behavioural;
        let asks = plan.questions().any(|asked| is_story(&asked.question));
        let (says, from) = (words.contains("story") || words.contains("stories"), plan.command());
        assert!(asks || !says, "{from}: {words}");
    }
}

#[test]
fn it_can_be_read_out_in_its_time() {
    for plan in plans() {
        let Step::Intro { seconds } = plan.steps[0] else { panic!("{}", plan.command()) };
        let words = opening(&plan);
        let taken = words.split_whitespace().count() * 60 / 150;
        assert!(taken <= seconds as usize, "{}: {taken} s of {seconds}: {words}", plan.command());
        assert!(words.contains("Thank") || taken > 0, "{}: {words}", plan.command());
    }
}

#[test]
fn extra_time_changes_no_word_of_it() {
    for plan in plans() {
        assert_eq!(opening(&plan), opening(&plan.clone().with_extra_time(ExtraTime(200))), "{}", plan.command());
    }
}

#[test]
fn an_interview_as_it_was_written_has_its_own_words() {
    for plan in super::every_plan() {
        assert_eq!(opening(&plan), BANK.interviews[&plan.interview].opening.trim(), "{}", plan.command());
    }
}
