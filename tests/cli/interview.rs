//! `hotseat interview`, as interviewers use it: in the full screen through a kill and a resume, by lines, and from paper.

use std::io::Write;
use std::process::Stdio;

use serde_json::Value;

use super::{Hotseat, Ran, example};

/// The arguments of an interview about the plan of six questions.
fn about<'a>(candidate: &'a str, plan: &'a str) -> Vec<&'a str> {
    vec!["interview", plan, "--candidate", candidate, "--interviewer", "I-2"]
}

fn by_lines(hotseat: &Hotseat, lines: &str, more: &[&str]) -> Ran {
    let plan = example("plan-mid.toml");
    hotseat.run_with(&[&about("C-17", &plan)[..], &["--plain"], more].concat(), lines)
}

fn kept(hotseat: &Hotseat) -> Value {
    serde_json::from_str(&hotseat.run(&["interview", "--show", "--format", "json"]).good()).unwrap()
}

/// Past the start and the opening words.
const TO_THE_FIRST_QUESTION: &str = "s\n\n";

#[test]
fn an_interview_by_lines_ends_in_a_scorecard() {
    let hotseat = Hotseat::new();
    let file = hotseat.data.path().join("card.json");
    let lines = format!(
        "{TO_THE_FIRST_QUESTION}/rate 3\nnamed the unit first\n//etc is a note too\n/tick a b\n/tick c contra\n/probe 1\n/rate 3\n\
         /next\n/rate 2 because only the names\n/next\n/skip because no time\n/na because the line broke\n/goto 9\n/end\n/end\n"
    );
    let ran = by_lines(&hotseat, &lines, &["--output", file.to_str().unwrap()]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for told in ["A rating needs evidence", "[!]", "Rated 3 · 3 ticks, 2 notes.", "There is no question 9 here."] {
        assert!(ran.err.contains(told), "{told}:\n{}", ran.err);
    }
    for printed in ["Overall: 2.50 of 4; 4 of 6 not assessed", "The tool ranks nobody and recommends no hiring."] {
        assert!(ran.out.contains(printed), "{printed}:\n{}", ran.out);
    }
    let panel = hotseat.run(&["panel", file.to_str().unwrap(), "--plain"]).good();
    assert!(panel.contains("Candidate C-17"), "{panel}");
    let sheet = kept(&hotseat);
    assert_eq!(sheet["questions"][0]["notes"][1]["text"], "/etc is a note too");
    assert_eq!(sheet["questions"][2]["outcome"]["skipped"]["because"], "no time");
    assert_eq!(sheet["questions"][3]["not_assessed"], "the line broke");
    assert_eq!(sheet["questions"][5]["outcome"], "not-reached");
    let list = hotseat.run(&["interview", "--list", "--plain"]).good();
    assert!(list.contains("C-17, I-2") && list.contains("2 of 6"), "{list}");
}

#[test]
fn every_format_prints_the_kept_scorecard() {
    let hotseat = Hotseat::new();
    by_lines(&hotseat, &format!("{TO_THE_FIRST_QUESTION}<script> & a note\n/rate 4\n/end\n/end\n"), &[]);
    let printed = |format| hotseat.run(&["interview", "--show", "--format", format]).good();
    assert!(printed("markdown").contains("# Scorecard"), "{}", printed("markdown"));
    assert!(printed("html").contains("&#60;script&#62;") && !printed("html").contains("<script> &"));
    assert!(printed("terminal").contains("4, strong"));
    let id = kept(&hotseat)["id"].as_str().unwrap().to_owned();
    let report = hotseat.run(&["report", &id]);
    assert!(
        report.code == 2 && report.err.contains(&format!("`hotseat interview --show {id}` prints")),
        "{}",
        report.err
    );
    let missing = hotseat.run(&["interview", "--show", "ffff"]);
    assert!(missing.code == 2 && missing.err.contains("no such scorecard"), "{}", missing.err);
}

#[test]
fn the_engine_speaks_after_the_lock_and_a_change_stands_beside() {
    let hotseat = Hotseat::new();
    let lines = format!(
        "{TO_THE_FIRST_QUESTION}/words I would retry with exponential backoff and jitter.\n/lock\n/lock\n/rate 2 because thin\n\
         /revise 1 3 because of the engine\n/lock\n/lock\n/rate 4\n/revise 1 3 because the jitter was there\n/end\n"
    );
    let ran = by_lines(&hotseat, &lines, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let before_lock = ran.err.split("The engine judged 1 answer").next().unwrap();
    assert!(before_lock.contains("First rate, or say why it is not assessed: question 1."), "{}", ran.err);
    assert!(before_lock.contains("This rating is not locked yet: simply rate the answer again."), "{}", ran.err);
    assert!(before_lock.contains("Questions 2, 3, 4, 5 and 6 were not asked: after the lock they can be neither"));
    assert!(!before_lock.contains("engine 1") && ran.err.contains("rated 2, engine"), "{}", ran.err);
    assert!(ran.err.contains("Ratings are locked, and so is"), "{}", ran.err);
    let first = kept(&hotseat)["questions"][0].clone();
    assert_eq!((&first["rating"]["band"], &first["revised"]["band"]), (&2.into(), &3.into()));
    assert_eq!(first["revised"]["because"], "the jitter was there");
    assert_eq!(first["second_opinion"]["question"], first["question"]);
}

#[test]
fn paper_is_copied_without_clocks_and_judged_later() {
    let hotseat = Hotseat::new();
    let ran = by_lines(
        &hotseat,
        "/rate 3 because all three\n/next\n/rate 1 because nothing\n/end\n/end\n",
        &["--from-paper"],
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!ran.err.contains("move on at") && !ran.err.contains("Opening words"), "{}", ran.err);
    let sheet = kept(&hotseat);
    assert_eq!(sheet["from_paper"], true);
    assert_eq!(sheet["questions"][0]["rating"]["at_ms"], Value::Null);
    let words = hotseat.data.path().join("words.txt");
    std::fs::write(&words, "## 1\nRetry what is transient, with backoff and jitter.\n## 2\nBackups.\n").unwrap();
    let unsure = hotseat.run(&["interview", "--show", "--words", words.to_str().unwrap(), "--plain"]);
    assert!(unsure.code == 2 && unsure.err.contains("add --yes"), "{}", unsure.err);
    let preview =
        "  question 1, 8 words: Retry what is transient, with backoff and jitter.\n  question 2, 1 word: Backups.";
    assert!(unsure.err.contains(preview), "{}", unsure.err);
    assert!(kept(&hotseat)["questions"][0]["second_opinion"].is_null(), "nobody has agreed");
    let shown = hotseat.run(&["interview", "--show", "--words", words.to_str().unwrap(), "--plain", "--yes"]);
    assert!(shown.good().contains("Second opinion, shown after the rating was locked"));
    let fished = hotseat.run(&["interview", "--show", "--words", words.to_str().unwrap()]);
    assert!(fished.code == 2 && fished.err.contains("question 1: the engine has judged"), "{}", fished.err);
    let changed =
        hotseat.run(&["interview", "--show", "--revise", "2=2", "--because", "the panel asked again", "--plain"]);
    assert!(changed.good().contains("changed later to 2, partial for mid: the panel asked again"));
    assert_eq!(kept(&hotseat)["questions"][1]["rating"]["band"], 1, "the first rating stays");
    let again =
        hotseat.run(&["interview", "--show", "--revise", "2=3", "--because", "we listened once more", "--plain"]);
    let (told, first, second) =
        (again.good(), "to 2, partial for mid: the panel asked", "to 3, solid for mid: we listened");
    assert!(told.find(first).unwrap() < told.find(second).unwrap(), "each change stays, in order: {told}");
    assert_eq!(kept(&hotseat)["questions"][1]["earlier_revisions"][0]["band"], 2);
    let same = hotseat.run(&["interview", "--show", "--revise", "1=3", "--because", "we listened once more"]);
    assert!(same.code == 2 && same.err.contains("question 1: the rating is 3 already"), "{}", same.err);
    let unmarked = hotseat.data.path().join("one.txt");
    std::fs::write(&unmarked, "Which answer is this?").unwrap();
    let refused = hotseat.run(&["interview", "--show", "--words", unmarked.to_str().unwrap()]);
    assert!(refused.code == 2 && refused.err.contains("does not say which words answer which"), "{}", refused.err);
}

/// Stays at the first question for more than a second, rates it 2, and goes on by these lines.
fn talks_for_a_moment(hotseat: &Hotseat, then: &str) {
    let plan = example("plan-mid.toml");
    let mut command = hotseat.command(&[about("C-17", &plan), vec!["--plain"]].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    writeln!(keyboard, "{TO_THE_FIRST_QUESTION}noted\n/rate 2").unwrap();
    super::session::wait_for(|| super::session::recorded(hotseat).contains("rated"));
    std::thread::sleep(std::time::Duration::from_millis(1500));
    writeln!(keyboard, "{then}").unwrap();
    drop(keyboard);
    child.wait().unwrap();
}

const TALK: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>retry it\n\n50:00.000 --> 51:00.000\nany questions?\n";

#[test]
fn captions_are_split_by_when_questions_were_open() {
    let hotseat = Hotseat::new();
    talks_for_a_moment(&hotseat, "/next");
    let words = hotseat.file("talk.vtt", TALK);
    let ran = hotseat.run_with(&["interview", "--resume", "--plain", "--words", &words], "/lock\n/lock\n/end\n");
    assert!(
        ran.err.contains("question 1, 2 words") && ran.err.contains("1 line said while no question"),
        "{}",
        ran.err
    );
    assert_eq!(kept(&hotseat)["questions"][0]["candidate_words"], "retry it");
    assert!(kept(&hotseat)["questions"][0]["second_opinion"].is_object());
}

#[test]
fn captions_of_a_kept_interview_are_split_as_well() {
    let hotseat = Hotseat::new();
    talks_for_a_moment(&hotseat, "/next\n/end\n/end");
    let words = hotseat.file("talk.vtt", &TALK.replace("\n\n50", "</v> <v I-2>why?\n\n50"));
    let ran = hotseat.run(&["interview", "--show", "--plain", "--words", &words, "--yes"]);
    assert!(
        ran.err.contains("left out what was said by I-2.") && ran.err.contains("question 1, 2 words"),
        "{}",
        ran.err
    );
    assert!(ran.good().contains("Second opinion"));
    assert_eq!(kept(&hotseat)["questions"][0]["candidate_words"], "retry it");
}

/// The words that the engine was given for question 1, of captions that were recorded from another moment on.
fn words_of(hotseat: &Hotseat, file: &str, more: &[&str]) -> Ran {
    hotseat.run(&[&["interview", "--show", "--plain", "--yes", "--words", file], more].concat())
}

#[test]
fn a_recording_may_begin_before_or_after_the_interview() {
    let hotseat = Hotseat::new();
    talks_for_a_moment(&hotseat, "/next\n/end\n/end");
    let early = hotseat.file("early.vtt", &TALK.replace("00:01.000 -->", "01:31.000 -->").replace("Ada>", "Ada>then "));
    let lost = words_of(&hotseat, &early, &[]);
    assert!(lost.code == 2 && lost.err.contains("was said while a question was open"), "{}", lost.err);
    assert!(lost.err.contains("--recording-early 1:30"), "{}", lost.err);
    let late = words_of(&hotseat, &early, &["--recording-late", "1:30"]);
    assert!(late.code == 2, "the other way round does not help: {}", late.err);
    let found = words_of(&hotseat, &early, &["--recording-early", "1:30"]);
    assert!(found.err.contains("question 1, 3 words") && found.err.contains("1 line said while"), "{}", found.err);
    assert_eq!(found.code, 0, "{}", found.err);
    assert_eq!(kept(&hotseat)["questions"][0]["candidate_words"], "then retry it");
}

#[test]
fn a_recording_that_began_late_is_moved_on() {
    let hotseat = Hotseat::new();
    talks_for_a_moment(&hotseat, "/next\n/end\n/end");
    let late = hotseat.file("late.vtt", &TALK.replace("00:01.000 -->", "00:00.000 -->"));
    let beyond = words_of(&hotseat, &late, &["--recording-late", "59:00"]);
    assert!(beyond.code == 2 && beyond.err.contains("was said while a question was open"), "{}", beyond.err);
    let found = words_of(&hotseat, &late, &["--recording-late", "0:01"]);
    assert!(found.err.contains("question 1, 2 words"), "{}", found.err);
}

#[test]
fn a_recording_without_times_begins_at_no_time() {
    let hotseat = Hotseat::new();
    talks_for_a_moment(&hotseat, "/next\n/end\n/end");
    let plain = hotseat.file("plain.txt", "## 1\nretry it\n");
    let marked = hotseat.file("marked.vtt", &TALK.replace("WEBVTT\n", "WEBVTT\n\n## 1\n"));
    let one = format!("1={plain}");
    for file in [&plain, &marked, &one] {
        let ran = words_of(&hotseat, file, &["--recording-early", "1:30"]);
        assert!(ran.code == 2 && ran.err.contains("no file is split by its times"), "{file}: {}", ran.err);
        assert!(ran.err.contains("leave --recording-early or --recording-late out"), "{}", ran.err);
    }
    for wrong in ["90", "1:75", "-0:30", "1:-3", "x:10", "1:02:99", ":", "99999999999999999:00"] {
        let ran = words_of(&hotseat, &plain, &[&format!("--recording-late={wrong}")]);
        assert!(ran.code == 2 && ran.err.contains("such as 1:30"), "{wrong}: {}", ran.err);
    }
    let both = words_of(&hotseat, &plain, &["--recording-early", "1:30", "--recording-late", "1:30"]);
    assert!(both.code == 2 && both.err.contains("cannot be used with"), "{}", both.err);
    assert!(kept(&hotseat)["questions"][0]["second_opinion"].is_null(), "nothing was judged");
}

#[test]
fn a_transcript_may_be_marked_hold_unrated_answers_and_name_several_speakers() {
    let hotseat = Hotseat::new();
    by_lines(&hotseat, "/rate 3 because all three\n/next\n/end\n/end\n", &["--from-paper"]);
    let show = |text: &str, more: &[&str]| {
        let words = hotseat.file("talk.vtt", text);
        hotseat.run(&[&["interview", "--show", "--plain", "--yes", "--words", &words], more].concat())
    };
    let unmarked = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>retry it</v> <v Ben>why?\n";
    let several = show(unmarked, &[]);
    assert!(
        several.code == 2 && several.err.contains("Ada, Ben speak") && several.err.contains("--speaker NAME"),
        "{}",
        several.err
    );
    let unsplit = show(unmarked, &["--speaker", "Ada"]);
    assert!(unsplit.code == 2 && unsplit.err.contains("`## 2`"), "{}", unsplit.err);
    let marked =
        unmarked.replace("WEBVTT\n", "WEBVTT\n\n## 1\n") + "\n## 2\n\n01:01.000 --> 01:02.000\n<v Ada>backups\n";
    let told = show(&marked, &["--speaker", "Ada"]);
    assert!(told.err.contains("Question 2 was not rated") && told.err.contains("question 1, 2 words"), "{}", told.err);
    assert_eq!(told.code, 0, "{}", told.err);
    assert_eq!(kept(&hotseat)["questions"][0]["candidate_words"], "retry it");
}

#[test]
fn a_note_is_confirmed_and_a_missing_slash_is_named() {
    let hotseat = Hotseat::new();
    let lines = format!(
        "{TO_THE_FIRST_QUESTION}rate 3 because all of it\nTick a\nnext he drew the layers\n/rate 3\n/skip because late\n/end\n\
         time for another\n/goto 6\n/next\n/next\n/next\n/next\n/end\n/end\n"
    );
    let ran = by_lines(&hotseat, &lines, &[]);
    for told in [
        "Noted 0:00: rate 3 because all of it\nA command begins with a slash: /rate 3 because all of it. /change 1 takes",
        "Noted 0:00: Tick a\nA command begins",
        "Noted 0:00: next he drew the layers\nRated 3",
        "This question is rated, so it was not passed over",
        "Noted 0:00: time for another\n",
        "Nothing comes after this. /goto 2",
    ] {
        assert!(ran.err.contains(told), "{told}:\n{}", ran.err);
    }
    assert!(!ran.err.contains("does not fit"), "{}", ran.err);
    let locked = by_lines(&hotseat, &format!("{TO_THE_FIRST_QUESTION}/lock\n/lock\ntoo late\n/end\n"), &[]);
    assert!(locked.err.contains("That note is not kept."), "{}", locked.err);
}

#[test]
fn what_to_listen_for_is_told_in_full_and_probes_have_their_limit() {
    let hotseat = Hotseat::new();
    let ran = by_lines(&hotseat, &format!("{TO_THE_FIRST_QUESTION}/next\n/show\n/probe 1\n/probe 2\n"), &[]);
    let (before, shown) = ran.err.split_once("Listen for, expected at mid:").unwrap();
    assert!(before.contains("Probes, at most 1:") && before.contains("/show says what each means"), "{before}");
    let library = hotseat::content::Library::load(&[]).unwrap();
    let plan =
        hotseat::plan::Plan::thaw(&std::fs::read_to_string(example("plan-mid.toml")).unwrap(), &library).unwrap();
    let second = library.bundle(&plan.questions().nth(1).unwrap().question).unwrap();
    for criterion in &second.rubric.criteria {
        assert!(shown.contains(criterion.feedback.trim()), "{}:\n{shown}", criterion.id);
    }
    assert!(shown.contains("Beyond mid: counts as a bonus:"), "{shown}");
    assert!(shown.contains("2 probes asked; the plan gives everybody at most 1."), "{shown}");
}

#[test]
fn words_that_cannot_be_read_are_found_before_the_interview() {
    let hotseat = Hotseat::new();
    let ran = by_lines(&hotseat, "s\n\n/quit\n", &["--words", "2=no-such-file.txt"]);
    assert!(ran.code == 2 && ran.err.contains("cannot read no-such-file.txt"), "{}", ran.err);
    let list = hotseat.run(&["interview", "--list"]).good();
    assert!(list.contains("No interview was held"), "{list}");
}

#[test]
fn an_interrupted_interview_has_no_scorecard_and_says_how_to_go_on() {
    let hotseat = Hotseat::new();
    by_lines(&hotseat, &format!("{TO_THE_FIRST_QUESTION}a note\n/quit\n"), &[]);
    let list = hotseat.run(&["interview", "--list", "--plain"]).good();
    let id = list.split(',').next().unwrap();
    for arguments in [&["interview", "--show", id][..], &["interview", "--show"]] {
        let ran = hotseat.run(arguments);
        assert!(ran.code == 2 && ran.err.contains(&format!("interview {id} is not finished")), "{}", ran.err);
        assert!(ran.err.contains(&format!("`hotseat interview --resume {id}` goes on")), "{}", ran.err);
    }
}

#[test]
fn an_interrupted_interview_is_given_up_only_after_it_was_asked() {
    let hotseat = Hotseat::new();
    by_lines(&hotseat, &format!("{TO_THE_FIRST_QUESTION}a note\n/tick a\n/rate 3\n/quit\n"), &[]);
    let kept = by_lines(&hotseat, "d\nk\nd\n\n/quit\n", &[]);
    assert_eq!(kept.err.matches("1 of 6 questions had been rated, with 1 note and 1 tick.").count(), 2, "{}", kept.err);
    let listed = || hotseat.run(&["interview", "--list", "--plain"]);
    assert!(listed().out.contains("interrupted: --resume goes on"), "{}", listed().out);
    assert!(listed().err.contains("`hotseat delete ID` discards it"), "{}", listed().err);
    let fresh = by_lines(&hotseat, "d\nd\ns\n\n/quit\n", &[]);
    assert!(fresh.err.contains("Give it up for good?") && fresh.err.contains("Question 1 of 6"), "{}", fresh.err);
    assert_eq!(listed().out.lines().count(), 1, "the new one alone: {}", listed().out);
    let again = by_lines(&hotseat, "r\n/show\n/quit\n", &[]);
    assert!(again.err.contains("Not asked so far.") && !again.err.contains("a note"), "{}", again.err);
}

#[test]
fn codes_stand_for_people_and_names_are_refused() {
    let hotseat = Hotseat::new();
    let plan = example("plan-mid.toml");
    for (code, reason) in [
        ("ada@example.org", "e-mail address"),
        ("Ada Lovelace", "looks like a name"),
        ("", "letters, digits"),
        ("Ada-Lovelace", "may be a name"),
        ("i-2", "the same code"),
    ] {
        let ran = hotseat.run(&about(code, &plan));
        assert!(ran.code == 2 && ran.err.contains(reason), "{code}: {}", ran.err);
    }
    let nobody = hotseat.run(&["interview", &plan]);
    assert!(nobody.code == 2 && nobody.err.contains("--candidate C-017 --interviewer I-2"), "{}", nobody.err);
    let taken = hotseat.data.path().join("taken.json");
    std::fs::write(&taken, "").unwrap();
    let ran = by_lines(&hotseat, "s\n", &["--output", taken.to_str().unwrap()]);
    assert!(ran.code == 2 && ran.err.contains("is there already"), "before the interview, not after it: {}", ran.err);
}

#[test]
fn everybody_gets_the_same_plan_whatever_was_asked_before() {
    let hotseat = Hotseat::new();
    let arguments =
        ["interview", "--level", "mid", "--minutes", "30", "--candidate", "C-1", "--interviewer", "I-1", "--plain"];
    let fingerprint = || {
        let ran = hotseat.run_with(&arguments, "s\n\nasked\n/end\n/end\n");
        let mut lines = ran.err.lines();
        let (what, command) = (lines.next().unwrap(), lines.next().unwrap());
        assert!(what.contains("The same for every candidate") && command.contains("--seed 1"), "{what}\n{command}");
        ran.good();
        kept(&hotseat)["plan"].clone()
    };
    assert_eq!(fingerprint(), fingerprint());
}

#[test]
fn a_killed_interview_loses_no_line_and_is_not_offered_while_it_lives() {
    let hotseat = Hotseat::new();
    let plan = example("plan-mid.toml");
    let mut command = hotseat.command(&[about("C-17", &plan), vec!["--plain"]].concat());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut keyboard = child.stdin.take().unwrap();
    writeln!(keyboard, "{TO_THE_FIRST_QUESTION}kept for ever\n/tick a").unwrap();
    super::session::wait_for(|| super::session::recorded(&hotseat).contains("ticked"));
    let beside = hotseat.run(&["interview", "--resume", "--plain"]);
    assert!(beside.err.contains("no interrupted interview"), "a live interview is not offered: {}", beside.err);
    child.kill().unwrap();
    child.wait().unwrap();
    let resumed = by_lines(&hotseat, "\n/rate 3\n/end\n/end\n", &[]);
    assert!(resumed.err.contains("The interview of C-17 was interrupted. Go on?"), "{}", resumed.err);
    assert!(resumed.err.contains("Rated 3 · 1 tick, 1 note."), "{}", resumed.err);
}

#[cfg(unix)]
mod on_a_terminal {
    use crate::terminal::{ENTER, Screen, USUAL};

    use super::*;

    const RIGHT: &str = "\u{1b}[C";

    fn starts(hotseat: &Hotseat, size: (u16, u16)) -> Screen {
        let plan = example("plan-mid.toml");
        let mut terminal = Screen::start(&hotseat.data, &about("C-17", &plan), size);
        terminal.sees("I-2 interviews C-17");
        terminal.types("s");
        terminal.sees("Opening words");
        terminal.types(ENTER);
        terminal.sees("question 1 of 6");
        terminal
    }

    #[test]
    fn ticks_ratings_a_kill_and_a_resume_to_the_scorecard() {
        let hotseat = Hotseat::new();
        let mut first = starts(&hotseat, USUAL);
        first.types("a");
        first.sees("a [x]");
        first.types("bb");
        first.sees("b [p]");
        first.types("C");
        first.sees("c [!]");
        first.types("1");
        first.sees("1 [x]");
        first.types("d");
        first.sees("d [p]");
        first.types("\rnaïve at first, then 漢字\r");
        first.sees("noted");
        first.types("r");
        first.sees("Rate question 1");
        first.types("3");
        first.sees("Rated 3 · 4 ticks, 1 note");
        first.types(RIGHT);
        first.sees("question 2 of 6");
        first.types("r2");
        first.sees("what did you hear?");
        first.sees("needs evidence");
        first.types("\r");
        first.types("only the names\r");
        first.sees("Rated 2 · \"only the names\"");
        first.types("\u{1a}");
        first.sees("nothing to undo");
        first.types(ENTER);
        first.sees("Note (kept as you type");
        first.types("\u{1b}");
        first.gone("Note (kept as you type");
        first.types(RIGHT);
        first.sees("question 3 of 6");
        first.types("\rhalf a no");
        first.sees("half a no");
        // What is typed is on disk within a tick.
        std::thread::sleep(std::time::Duration::from_millis(1200));
        first.killed();

        let mut second = Screen::start(&hotseat.data, &["interview", "--resume"], USUAL);
        second.sees("question 3 of 6");
        second.sees("half a no");
        second.types("nthe line broke\r");
        second.sees("Not assessed: the line broke");
        second.types("g");
        second.sees("All questions");
        second.sees("rated 3 · 4 ticks, 1 note");
        second.types("e");
        second.sees("y ends it");
        second.types("y");
        second.ends();
        let last = second.text();
        assert!(last.contains("hotseat interview --show"), "the scorecard is on the main screen:\n{last}");
        let card = hotseat.run(&["interview", "--show", "--plain"]).good();
        for part in [
            "2.50 of 4; 4 of 6 not assessed",
            "naïve at first, then 漢字",
            "only the names",
            "(contradicted)",
            "half a no",
        ] {
            assert!(card.contains(part), "{part}:\n{card}");
        }
    }

    #[test]
    fn an_emptied_note_stays_unless_enter_takes_it_away() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, USUAL);
        terminal.types("\rdrew the layers");
        terminal.sees("drew the layers");
        terminal.types("\u{15}");
        terminal.types("\u{1b}");
        terminal.sees("left as it was");
        terminal.sees("drew the layers");
        terminal.types("u\u{15}");
        terminal.sees("Note (kept");
        terminal.types("\r");
        terminal.sees("the note is taken away");
        terminal.sees("nothing ticked or noted so far");
        terminal.types("\rall three\rr3");
        terminal.sees("Rated 3");
        terminal.types("u\u{15}\r");
        terminal.sees("a rating needs evidence");
        terminal.types("\u{1b}");
        terminal.sees("Rated 3 · 1 note");
    }

    #[test]
    fn tab_shows_the_whole_question_and_what_is_said_goes_with_it() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, (60, 16));
        terminal.sees("Tab shows the rest");
        terminal.types("\rnamed the unit\r");
        terminal.sees("noted · saved");
        terminal.types("\u{1b}[C");
        terminal.sees("question 2 of 6");
        assert!(!terminal.text().contains("noted · saved"), "{}", terminal.text());
        terminal.types("\rdrew the layers\r");
        terminal.sees("noted · saved");
        terminal.types("12");
        terminal.sees("2 probes asked; the plan gives everybody at most 1");
        terminal.types("\t");
        terminal.sees("Listen for, expected at mid");
        assert!(!terminal.text().contains("In other words"), "{}", terminal.text());
        let mut pages = terminal.text();
        while pages.len() < 200_000 && !terminal.text().contains("Time for all of it") {
            terminal.types("\u{1b}[B");
            std::thread::sleep(std::time::Duration::from_millis(30));
            pages += &terminal.text();
        }
        for part in
            ["Beyond mid: counts as a bonus", "drew the layers", "Probes, at most 1: 2 asked", "Time for all of it"]
        {
            assert!(pages.contains(part), "{part}:\n{}", terminal.text());
        }
        terminal.types("\u{1b}");
        terminal.sees("Not rated yet");
        terminal.types("r3");
        terminal.sees("rated 3; r changes it");
        terminal.types("g3");
        terminal.sees("question 3 of 6");
        assert!(!terminal.text().contains("rated 3; r changes it"), "{}", terminal.text());
        terminal.types("sno time\r");
        terminal.sees("question 3 is skipped");
    }

    #[test]
    fn the_rating_page_names_the_red_flags_and_a_lock_waits_for_ratings() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, USUAL);
        terminal.sees("Tab more");
        terminal.types("wI would retry\r");
        terminal.sees("kept for the second opinion");
        terminal.types("r");
        terminal.sees("Red flags, at most a 2: ");
        terminal.types("\u{1b}");
        terminal.sees("Not rated yet");
        terminal.types("gz");
        terminal.sees("Closing words");
        terminal.types(ENTER);
        terminal.sees("The conversation is over");
        terminal.types("l");
        terminal.sees("first rate, or say why it is not assessed: question 1");
        assert!(!terminal.text().contains("y locks"), "{}", terminal.text());
    }

    #[test]
    fn an_end_without_a_question_says_that_none_was_asked() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, USUAL);
        terminal.types("gz");
        terminal.sees("Closing words");
        terminal.types(ENTER);
        terminal.sees("No question was asked.");
    }

    #[test]
    fn the_engine_speaks_after_the_lock_in_a_small_window() {
        let hotseat = Hotseat::new();
        let mut terminal = starts(&hotseat, (60, 20));
        terminal.types("wI would retry with backoff and jitter\r");
        terminal.sees("kept for the second opinion");
        terminal.types("n\r");
        terminal.sees("say why, in a few words");
        terminal.types("\u{1b}");
        terminal.sees("Not rated yet");
        terminal.types("a");
        terminal.sees("a [x]");
        terminal.types("\u{1a}");
        terminal.sees("not ticked any more");
        terminal.types("ar4");
        terminal.sees("Rated 4");
        assert!(!terminal.text().contains("Second opinion"), "{}", terminal.text());
        terminal.types("gz");
        terminal.sees("Closing words");
        terminal.types(ENTER);
        terminal.sees("The conversation is over");
        terminal.types("l");
        terminal.sees("y locks");
        terminal.sees("It will judge question 1, 7 words: I would retry");
        terminal.types("y");
        terminal.sees("Ratings are locked");
        terminal.sees("rated 4, engine");
        terminal.types("1");
        terminal.sees("Second opinion");
        terminal.types("r3");
        terminal.sees("Change it to 3, because");
        terminal.types("limits were missing\r");
        terminal.sees("changed to 3");
        terminal.types("r2");
        terminal.sees("Change it to 2, because");
        terminal.types("\u{3}");
        terminal.sees("q leave");
        terminal.types("q");
        terminal.ends();
        assert!(terminal.text().contains("--resume"), "{}", terminal.text());
    }
}

#[test]
fn a_candidate_with_extra_time_stands_beside_the_others() {
    let hotseat = Hotseat::new();
    let cards = [("C-1", &[][..]), ("C-2", &["--extra-time", "1.5"])].map(|(candidate, more)| {
        let card = hotseat.data.path().join(format!("{candidate}.json")).display().to_string();
        let about = ["interview", "--level", "mid", "--candidate", candidate, "--interviewer", "I-1", "--plain"];
        let lines = format!("{TO_THE_FIRST_QUESTION}named the unit first\n/rate 3\n/end\n/end\n");
        hotseat.run_with(&[&about[..], &["--output", &card], more].concat(), &lines).good();
        card
    });
    let panel = hotseat.run(&["panel", &cards[0], &cards[1], "--plain"]).good();
    assert!(panel.contains("Candidate C-2, every time by 1.5"), "{panel}");
    let guide = hotseat.run(&["guide", "--level", "mid", "--extra-time", "1.5", "--plain"]).good();
    let plan = kept(&hotseat)["plan"].as_str().unwrap().to_owned();
    assert!(guide.contains(&format!("plan {plan}")) && panel.contains(&format!("Plan {plan}")), "{plan}: {panel}");
}

#[test]
fn what_is_read_out_first_is_true_of_a_short_interview() {
    let hotseat = Hotseat::new();
    let about =
        ["interview", "--level", "mid", "--minutes", "10", "--candidate", "C-1", "--interviewer", "I-1", "--plain"];
    let ran = hotseat.run_with(&about, "s\n\n/end\n/end\n");
    assert!(ran.err.contains("I have one question") && !ran.err.contains("one story"), "{}", ran.err);
    let stretched =
        ["interview", "--level", "mid", "--extra-time", "1.5", "--candidate", "C-2", "--interviewer", "I-1", "--plain"];
    let ran = hotseat.run_with(&stretched, "s\n\n/end\n/end\n");
    assert!(ran.err.contains("one story") && ran.err.contains("This interview lasts 67 minutes"), "{}", ran.err);
}
