//! What many attempts tell: trends, time, standings, coverage, advice.

use hotseat::attempt::{AttemptKind::Drill, AttemptKind::Mock, AttemptResults, QuestionResult, StoryShares};
use hotseat::content::Dimension;
use hotseat::content::Level::{Mid, Senior};
use hotseat::progress::{Advice, Asking, Progress, Selection};
use hotseat::report::{self, Extent, Style};
use hotseat::scoring::scorecard::Mille;

use super::{LIBRARY, answer, asking, outlines, question, sat, told};

fn three_weeks() -> Vec<AttemptResults> {
    let (cloud, cost) = (question("cloud", Mid), question("cost", Mid));
    let mocks = vec![
        sat(21, Mock, Mid, vec![answer(cloud, 400), answer(cost, 200)]),
        sat(14, Mock, Senior, vec![answer(cloud, 900)]),
        sat(7, Mock, Mid, vec![answer(cloud, 600), answer(cost, 400)]),
    ];
    [mocks, vec![sat(3, Drill, Mid, vec![answer(cost, 800)])]].concat()
}

fn scores(points: &[hotseat::progress::Point]) -> Vec<u32> {
    points.iter().map(|point| point.score.0).collect()
}

#[test]
fn trends_are_of_interviews_alone_level_by_level_the_latest_level_first() {
    let attempts = three_weeks();
    let progress = told(&attempts, &asking());
    let [mid, senior] = progress.trends.as_slice() else { panic!("{:?}", progress.trends) };
    assert_eq!((mid.level, mid.attempts, scores(&mid.overall)), (Mid, 2, vec![300, 500]));
    assert_eq!((senior.level, scores(&senior.overall)), (Senior, vec![900]));
    let topics: Vec<_> = mid.topics.iter().map(|series| (series.of, scores(&series.points))).collect();
    assert_eq!(topics, [("cloud", vec![400, 600]), ("cost", vec![200, 400])]);
    let dimensions: Vec<_> = mid.dimensions.iter().map(|series| (series.of, scores(&series.points))).collect();
    assert_eq!(dimensions, [(Dimension::Substance, vec![300, 500]), (Dimension::Tools, vec![150, 250])]);
}

#[test]
fn interviews_of_one_level_are_told_apart() {
    let mut attempts = three_weeks();
    attempts[2].frame.title = "Kubernetes".into();
    let shown =
        |attempts: &[AttemptResults]| report::progress(&told(attempts, &asking()), Extent::Screen, Style::Plain, "");
    let text = shown(&attempts);
    assert!(text.contains("overall, Kubernetes: –, 50 %\n"), "{text}");
    assert!(text.contains("overall, DevOps engineer: 30 %, –\n") && text.contains("ask about different"), "{text}");
    let drawn = told(&attempts, &asking());
    let drawn = report::progress(&drawn, Extent::Screen, Style::Terminal { width: 80 }, "");
    let row = drawn.lines().find(|line| line.contains("overall, Kubernetes")).unwrap();
    assert!(row.contains('·') && row.ends_with("  50 %"), "no first and last of different interviews: {row}");
    let json = report::progress_json(&told(&attempts, &asking()));
    let titles: Vec<_> = [0, 1].map(|at| json["trends"][0]["interviews"][at]["title"].clone()).into();
    assert_eq!(titles, ["DevOps engineer", "Kubernetes"]);
    let one = shown(&three_weeks());
    assert!(one.contains("overall: 30 %, 50 %\n") && !one.contains("ask about different"), "{one}");
}

#[test]
fn many_interviews_of_one_level_leave_room_on_the_first_screen() {
    let titles = ["a", "b", "c", "d", "e"];
    let mut attempts: Vec<_> =
        (1..=5).map(|days| sat(10 - days, Mock, Mid, vec![answer(question("cloud", Mid), 500)])).collect();
    attempts.iter_mut().zip(titles).for_each(|(attempt, title)| attempt.frame.title = title.into());
    let progress = told(&attempts, &asking());
    let shown = |extent| report::progress(&progress, extent, Style::Plain, "");
    let screen = shown(Extent::Screen);
    assert_eq!(screen.matches("overall, ").count(), 3, "{screen}");
    assert!(screen.contains("overall, e: ") && screen.contains("Left out: 2 interviews (--full)."), "{screen}");
    assert_eq!(shown(Extent::Full).matches("overall, ").count(), 5);
}

#[test]
fn the_latest_interviews_can_be_looked_at_alone_and_one_topic_too() {
    let attempts = three_weeks();
    let last = told(&attempts, &Asking { last: 1, ..asking() });
    assert_eq!((last.interviews, scores(&last.trends[0].overall)), (1, vec![500]));
    assert!(last.topics.is_empty(), "one answer says little: {:?}", last.topics);
    let topics = ["cost".to_owned()];
    let cost = told(&attempts, &Asking { topics: &topics, ..asking() });
    assert!(cost.trends[0].overall.is_empty(), "an interview's score is not that of a topic");
    assert_eq!(cost.coverage.iter().map(|one| one.topic).collect::<Vec<_>>(), ["cost"]);
    assert!(cost.due.iter().all(|due| due.question.topic == "cost"));
}

#[test]
fn standings_stand_best_first_and_say_what_they_rest_on() {
    let attempts = three_weeks();
    let progress = told(&attempts, &asking());
    let topics: Vec<_> = progress.topics.iter().map(|one| (one.of, one.score.0, one.answers)).collect();
    assert_eq!(topics, [("cloud", 500, 2), ("cost", 300, 2)], "drills and other levels do not count here");
}

#[test]
fn coverage_counts_drills_and_keeps_the_latest_answer() {
    let attempts = three_weeks();
    let progress = told(&attempts, &asking());
    let cell = |topic| progress.coverage.iter().find(|one| one.topic == topic).unwrap().at(Mid);
    let cost = cell("cost");
    assert_eq!((cost.seen, cost.times, cost.band, cost.days_since), (1, 3, Some(4), Some(3)));
    assert!(cost.questions >= 1 && cell("databases").seen == 0 && cell("databases").questions > 0);
}

#[test]
fn time_is_told_over_interviews_and_drills() {
    let asked = question("cloud", Mid);
    let timed = |used_ms, over_ms, first_point_ms| QuestionResult {
        used_ms,
        over_ms,
        first_point_ms,
        story: Some(StoryShares { situation: Mille(100), task: Mille(200), action: Mille(400), result: Mille(300) }),
        ..answer(asked, 500)
    };
    let attempts = [
        sat(5, Mock, Mid, vec![timed(250_000, 10_000, Some(9_000)), timed(100_000, 0, Some(30_000))]),
        sat(2, Drill, Mid, vec![timed(200_000, 0, Some(12_000)), timed(0, 0, None)]),
    ];
    let pacing = told(&attempts, &asking()).pacing;
    assert_eq!((pacing.answers, pacing.over, pacing.well_under), (3, 1, 1), "without a record of time: not counted");
    assert_eq!((pacing.first_point_ms, pacing.first_points), (Some(12_000), 3));
    assert_eq!((pacing.stories, pacing.story.unwrap().action), (3, Mille(400)));
}

#[test]
fn three_things_are_advised_each_of_another_sort() {
    let forgotten = sat(2, Drill, Mid, vec![answer(question("cloud", Mid), 100)]);
    let attempts = [three_weeks(), vec![forgotten]].concat();
    let advice = told(&attempts, &asking()).advice;
    let [Advice::Question(due), Advice::Dimension(weakest), Advice::Unseen { topic, level, .. }] = advice.as_slice()
    else {
        panic!("{advice:?}")
    };
    assert_eq!(due.question.id, question("cloud", Mid).id, "cost was drilled well three days ago");
    assert_eq!((weakest.of, weakest.answers), (Dimension::Tools, 4));
    assert!(*level == Mid && !["cloud", "cost"].contains(topic));
}

#[test]
fn time_is_told_of_one_level() {
    let timed = |level| vec![QuestionResult { used_ms: 200_000, ..answer(question("cloud", level), 500) }];
    let attempts = [sat(9, Mock, Mid, timed(Mid)), sat(5, Mock, Senior, timed(Senior)), sat(2, Mock, Mid, timed(Mid))];
    assert_eq!(told(&attempts, &asking()).pacing.answers, 2, "the senior interview is apart");
    assert_eq!(told(&attempts[..2], &asking()).pacing.answers, 1);
}

#[test]
fn a_topic_is_told_from_the_interviews_that_asked_about_it() {
    let of = |topic, score| vec![answer(question(topic, Mid), score)];
    let senior = vec![answer(question("cost", Senior), 900)];
    let attempts = [
        sat(9, Mock, Mid, vec![QuestionResult { dimensions: [None; 4], ..answer(question("cloud", Mid), 300) }]),
        sat(7, Mock, Mid, of("cloud", 500)),
        sat(5, Mock, Mid, of("cost", 500)),
        sat(2, Mock, Senior, senior),
    ];
    let topics = ["cloud".to_owned()];
    let cloud = told(&attempts, &Asking { topics: &topics, ..asking() });
    let [mid] = cloud.trends.as_slice() else { panic!("{:?}", cloud.trends) };
    assert_eq!((mid.level, mid.attempts, cloud.interviews), (Mid, 2, 2));
    let text = report::progress(&cloud, Extent::Screen, Style::Plain, "");
    assert!(text.contains("Mid: cloud 50 % when last asked"), "{text}");
    assert!(text.contains("\n2 interviews at mid") && !text.contains("Apart from these"), "{text}");
}

#[test]
fn what_is_strong_needs_no_advice_and_the_shape_of_stories_does() {
    let shares = |situation, action, result| StoryShares {
        situation: Mille(situation),
        task: Mille(100),
        action: Mille(action),
        result: Mille(result),
    };
    let advised = |story: StoryShares| {
        let strong = [Some(Mille(870)), Some(Mille(1000)), Some(Mille(870)), None];
        let one = QuestionResult { story: Some(story), dimensions: strong, ..answer(question("cloud", Mid), 870) };
        let other = QuestionResult { dimensions: strong, ..answer(question("cost", Mid), 870) };
        let attempts = [sat(1, Mock, Mid, vec![one, other])];
        told(&attempts, &asking()).advice.iter().map(|advice| format!("{advice:?}")).collect::<String>()
    };
    let (odd, usual) = (advised(shares(150, 280, 470)), advised(shares(150, 550, 200)));
    assert!(odd.contains("Story(") && !odd.contains("Dimension("), "{odd}");
    assert!(!usual.contains("Story(") && !usual.contains("Dimension("), "{usual}");
}

#[test]
fn what_the_bank_has_lost_is_not_advised() {
    let own = QuestionResult { topic: "web".into(), question: "own".into(), ..answer(question("cloud", Mid), 100) };
    let cost = QuestionResult { dimensions: [None; 4], ..answer(question("cost", Mid), 500) };
    let own = QuestionResult { dimensions: [None; 4], ..own };
    let attempts = [sat(9, Mock, Mid, vec![own.clone(), cost.clone()]), sat(8, Mock, Mid, vec![own, cost])];
    let topics = ["web".to_owned(), "cost".into()];
    let progress = told(&attempts, &Asking { topics: &topics, ..asking() });
    assert_eq!(progress.topics.last().map(|weakest| weakest.of), Some("web"));
    let text = report::progress(&progress, Extent::Screen, Style::Plain, "");
    assert!(text.contains("hotseat drill --topic cost") && !text.contains("drill --topic web"), "{text}");
}

#[test]
fn what_the_bank_has_lost_is_told_apart_from_what_it_has() {
    let cloud = question("cloud", Mid);
    let lost = QuestionResult { question: "gone".into(), ..answer(cloud, 900) };
    let attempts = [sat(3, Mock, Mid, vec![lost])];
    let progress = told(&attempts, &asking());
    let cell = progress.coverage.iter().find(|one| one.topic == "cloud").unwrap().at(Mid);
    assert_eq!((cell.seen, cell.band, progress.lost), (0, None, 1), "it is none of the questions that the bank has");
    let text = report::progress(&progress, Extent::Full, Style::Plain, "");
    assert!(text.contains("1 question that was seen is not in the bank"), "{text}");
    assert_eq!(report::progress_json(&progress)["lost"], 1);
}

#[test]
fn bars_stand_under_the_interviews_they_are_of() {
    let of = |topic, score| answer(question(topic, Mid), score);
    let attempts = [
        sat(9, Mock, Mid, vec![of("cost", 400), of("cloud", 100)]),
        sat(7, Mock, Mid, vec![of("cost", 400)]),
        sat(5, Mock, Mid, vec![of("cost", 400), of("cloud", 900)]),
        sat(3, Mock, Mid, vec![of("cost", 400)]),
    ];
    let progress = told(&attempts, &asking());
    let plain = report::progress(&progress, Extent::Screen, Style::Plain, "");
    assert!(plain.contains("cloud: 10 %, –, 90 %, –\n"), "{plain}");
    assert!(plain.contains("nothing of it was asked"), "{plain}");
    let drawn = report::progress(&progress, Extent::Screen, Style::Terminal { width: 80 }, "");
    assert!(anstream::adapter::strip_str(&drawn).to_string().contains("▁·█·  10 → 90 %"), "{drawn}");
    let alike = told(&attempts[1..2], &asking());
    assert!(!report::progress(&alike, Extent::Screen, Style::Plain, "").contains("nothing of it was asked"));
}

#[test]
fn other_conditions_are_said() {
    let mut attempts = three_weeks();
    let text =
        |attempts: &[AttemptResults]| report::progress(&told(attempts, &asking()), Extent::Screen, Style::Plain, "");
    assert!(!text(&attempts).contains("conditions"), "all were sat alike");
    attempts[0].frame.extra_time = hotseat::plan::ExtraTime(150);
    attempts[0].frame.topics = vec!["cloud".into(), "cost".into()];
    let said = "Not all had the conditions of the latest (30 min): 30 min ×1.5, only cloud, cost in 1, counted from";
    assert!(text(&attempts).contains(said), "{}", text(&attempts));
}

#[test]
fn interviews_that_other_rubrics_judged_are_counted_with_what_to_do() {
    let attempts = three_weeks();
    let progress = Progress { outdated: 2, ..told(&attempts, &asking()) };
    let text = report::progress(&progress, Extent::Screen, Style::Plain, " --profile ada");
    assert!(text.contains("2 interviews judged by other rubrics"), "{text}");
    assert!(text.contains("\nhotseat --profile ada rescore\n"), "{text}");
}

#[test]
fn what_stands_for_one_thing_is_said_in_the_singular() {
    let attempts = three_weeks();
    let last = told(&attempts, &Asking { last: 1, ..asking() });
    let text = report::progress(&last, Extent::Screen, Style::Plain, "");
    assert!(text.contains("\nThe last of 2 interviews at mid\n"), "{text}");
    let topics: std::collections::BTreeMap<_, _> = LIBRARY.questions.values().map(|one| (&one.topic, one)).collect();
    let seven = topics.values().take(7).map(|one| answer(one, 500)).collect();
    let progress = told(&[sat(1, Mock, Mid, seven)], &asking());
    let text = report::progress(&progress, Extent::Screen, Style::Plain, "");
    assert!(text.contains(" 1 more topic was seen, "), "{text}");
}

#[test]
fn commands_are_never_broken() {
    let attempts = three_weeks();
    let progress = told(&attempts, &asking());
    let options = " --content my/own/folder --profile somebody";
    let text = report::progress(&progress, Extent::Screen, Style::Terminal { width: 40 }, options);
    let commands: Vec<&str> = text.lines().map(str::trim).filter(|line| line.starts_with("hotseat")).collect();
    assert!(commands.iter().all(|line| line.contains(options) && line.contains("drill --topic ")), "{commands:?}");
    assert!(commands.iter().any(|line| line.ends_with("--level mid")), "{commands:?}");
}

#[test]
fn what_is_new_is_advised_in_the_order_of_drills() {
    let attempts = [sat(1, Mock, Mid, vec![answer(question("cloud", Mid), 900)])];
    let progress = told(&attempts, &asking());
    let unseen = progress.advice.iter().find_map(|advice| match advice {
        Advice::Unseen { topic, .. } => Some(*topic),
        _ => None,
    });
    let drilled = progress.due.iter().find(|due| due.seen == 0 && due.question.topic != "cloud");
    assert_eq!(unseen, drilled.map(|due| due.question.topic.as_str()));
}

#[test]
fn few_of_many_attempts_are_looked_at_closely() {
    let mocks = |level, days: std::ops::RangeInclusive<i32>| {
        days.rev().map(move |day| sat(day, Mock, level, vec![answer(question("cloud", level), 500)]))
    };
    let drill = |day| sat(day, Drill, Mid, vec![answer(question("cost", Mid), 500)]);
    let attempts: Vec<AttemptResults> = mocks(Senior, 40..=59).chain([drill(30)]).chain(mocks(Mid, 5..=24)).collect();
    let attempts = [attempts, vec![drill(2)]].concat();
    let close = |last| Selection::of(outlines(&attempts), &Asking { last, ..asking() }).attempts().len();
    assert_eq!(close(3), 3 + 3 + 1, "the latest of each level, and the drill since the first of them");
    assert_eq!(close(usize::MAX), 20 + 20 + 1);
    let drills: Vec<AttemptResults> = attempts.iter().filter(|one| one.kind == Drill).cloned().collect();
    assert_eq!(Selection::of(outlines(&drills), &asking()).attempts().len(), 2, "without an interview, all");
}

#[test]
fn of_nothing_nothing_is_told() {
    let progress = told(&[], &asking());
    assert!(progress.trends.is_empty() && progress.advice.is_empty() && progress.due.is_empty());
    assert!(!progress.coverage.is_empty(), "the bank is there all the same");
}
