//! The candidate's words from files, as programs write them.

use hotseat::rating::{Who, Words};
use proptest::prelude::*;

const VTT: &str = "\u{feff}WEBVTT - call of Monday\r\nKind: captions\r\n\r\nNOTE\r\nmade by a machine\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n\
    intro\r\n00:01.000 --> 00:03.500 align:start position:0%\r\n<v Ada Example>We roll back first,</v>\r\n\r\n\
    00:00:03.500 --> 00:00:06.000\r\n<v Ada Example>We roll back first,</v>\r\n<v.loud Ada>then read &lt;the&gt; <c.term>logs</c> &amp; metrics.\r\n\r\n\
    2\r\n00:00:09.000 --> 00:00:10.000\r\n<00:00:09.200>Yes,&nbsp;<i>p95</i> <200 ms.";

#[test]
fn webvtt_gives_its_words_and_their_times() {
    let words = Words::read(VTT);
    assert_eq!(words.text(), "We roll back first, then read <the> logs & metrics. Yes, p95 <200 ms.");
    let times: Vec<Option<u64>> = words.lines().map(|line| line.at_ms).collect();
    assert_eq!(times, [Some(1000), Some(3500), Some(9000)]);
}

#[test]
fn subrip_gives_its_words_whatever_stands_between() {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}First we <b>measure</b>.\n\n2\n01:00:02,000 --> 01:00:04,000\nNOTE that this is said.\n\n\
                and after an empty line\n3\n01:00:05,000 --> 01:00:06,000\nThen 42";
    let words = Words::read(text);
    assert_eq!(words.text(), "First we measure. NOTE that this is said. and after an empty line Then 42");
    assert_eq!(words.lines().last().unwrap().at_ms, Some(3_605_000));
}

#[test]
fn a_line_said_again_later_is_said_again() {
    let cue = |from: u32, to: u32, line: &str| format!("00:{from:02}.000 --> 00:{to:02}.000\n{line}\n\n");
    let rolling = format!("WEBVTT\n\n{}{}{}", cue(1, 2, "one"), cue(2, 3, "one\ntwo"), cue(3, 4, "two\nthree"));
    assert_eq!(Words::read(&rolling).text(), "one two three");
    let twice = format!("WEBVTT\n\n{}{}", cue(1, 2, "Yes."), cue(5, 6, "Yes."));
    assert_eq!(Words::read(&twice).text(), "Yes. Yes.");
}

#[test]
fn plain_text_stays_as_it_is_written() {
    for text in ["We roll back.\n\nThen --> we look.", "WEBINARS are fun", "- a list\n- of things", ""] {
        let words = Words::read(text);
        assert_eq!(words.text(), text);
        assert!(words.lines().all(|line| line.at_ms.is_none()));
    }
}

#[test]
fn marks_say_whose_words_follow() {
    let questions = ["kubernetes-objects", "ci-cd-secrets"];
    let text = "Hello!\n\n# kubernetes-objects\nA Pod is\nthe smallest.\n\n## 2\r\nIn a vault.\n# not a mark\n";
    let parts = Words::read(text).by_question(&questions).unwrap().unwrap();
    assert_eq!(parts.before, "Hello!");
    let expected = [(0, "A Pod is\nthe smallest."), (1, "In a vault.\n# not a mark")];
    assert_eq!(parts.parts, expected.map(|(index, text)| (index, text.to_owned())));
}

#[test]
fn without_marks_all_of_it_answers_one_question() {
    for text in ["We roll back.", "# Notes\n#hashtag\n#\n", "# 9\nnine", VTT] {
        assert_eq!(Words::read(text).by_question(&["brew", "pour"]), Ok(None), "{text}");
    }
}

#[test]
fn a_mark_that_names_nothing_is_told_with_its_line() {
    let error = Words::read("\n# brew\nhot\n# poor\ncold").by_question(&["brew", "pour"]).unwrap_err();
    let says = "line 4: `poor` names no question of this interview; did you mean `pour`?; or give its number, 1 to 2";
    assert_eq!(error.to_string(), says);
}

fn words() -> impl Strategy<Value = Vec<Vec<String>>> {
    prop::collection::vec(prop::collection::vec("[a-zA-Z][a-zA-Z0-9',.]{0,8}", 1..6), 1..12)
}

proptest! {
    #[test]
    fn nothing_makes_it_fail(text in "(?s).{0,200}", pieces in prop::collection::vec(
        prop::sample::select(vec!["WEBVTT", "\n", "\n\n", "\r", "00:01.000 --> 00:02.000", "-->", "1", "<v A>", "<", "&#0;",
            "&#x110000;", "&amp", "{\\", "}", "NOTE", "# 1", "99999999999999999999:00.000 --> 0:0.0", "é", "\u{feff}"]), 0..40)) {
        for text in [text, pieces.concat()] {
            let words = Words::read(&text);
            let _ = (words.text(), words.by_question(&["a", "b"]));
            let _ = words.of_candidate(&Who { candidate: "C-1".into(), interviewer: "I-2".into() }, None);
        }
    }

    /// Each line is another caption that does not follow at once; numbers, times, tags and line ends are not what was said.
    #[test]
    fn every_word_of_the_captions_is_kept(lines in words(), vtt in any::<bool>(), crlf in any::<bool>(), last in any::<bool>()) {
        let head = if vtt { "WEBVTT\n\n" } else { "" };
        let cue = |(index, line): (usize, &Vec<String>)| {
            let (minute, said) = (index + 1, line.join(" "));
            format!("{minute}\n00:{minute:02}:01,000 --> 00:{minute:02}:02,000\n<v Somebody Else>{said}\n\n")
        };
        let mut text: String = head.to_owned() + &lines.iter().enumerate().map(cue).collect::<String>();
        if last { text.truncate(text.trim_end().len()); }
        if crlf { text = text.replace('\n', "\r\n"); }
        let said: Vec<String> = lines.concat();
        let read = Words::read(&text).text();
        let found: Vec<&str> = read.split_whitespace().collect();
        prop_assert_eq!(found, said);
    }
}

#[test]
fn marks_stand_in_captions_as_a_cue_between_cues_or_as_a_note() {
    let cue = |number: u32, said: &str| format!("00:0{number}.000 --> 00:0{number}.900\n{said}\n\n");
    let (hello, brew, pour) = (cue(1, "Hello!"), cue(3, "Hot water,\nnot boiling."), cue(5, "Slowly."));
    for (first, second) in [("## 1\n\n", "## pour\n"), ("NOTE ## 1\n\n", "NOTE\n## 2\n\n")] {
        let text = format!("WEBVTT\n\n{hello}{first}{brew}{second}{pour}");
        let words = Words::read(&text);
        assert_eq!(words.text(), "Hello! Hot water, not boiling. Slowly.", "marks are no words");
        let parts = words.by_question(&["brew", "pour"]).unwrap().unwrap();
        assert_eq!(parts.before, "Hello!");
        assert_eq!(parts.parts, [(0, "Hot water, not boiling.".to_owned()), (1, "Slowly.".to_owned())], "{text}");
    }
    let subrip = "1\n00:00:01,000 --> 00:00:02,000\n## 2\n\n2\n00:00:03,000 --> 00:00:04,000\nSlowly.\n";
    assert_eq!(Words::read(subrip).by_question(&["brew", "pour"]).unwrap().unwrap().parts, [(1, "Slowly.".to_owned())]);
}

/// What is left of a text when the candidate is C-1 and the interviewer I-2: the words, and who was left out.
fn of_candidate(text: &str, chosen: Option<&str>) -> Result<(String, String), String> {
    let who = Who { candidate: "C-1".into(), interviewer: "I-2".into() };
    let (words, left_out) = Words::read(text).of_candidate(&who, chosen).map_err(|error| error.to_string())?;
    Ok((words.text(), left_out.join(", ")))
}

fn vtt(cues: &[&str]) -> String {
    let cue = |(number, said): (usize, &&str)| format!("00:{number:02}.000 --> 00:{number:02}.900\n{said}\n\n");
    "WEBVTT\n\n".to_owned() + &cues.iter().enumerate().map(cue).collect::<String>()
}

#[test]
fn only_the_candidates_words_are_kept() {
    let subrip = "1\n00:00:01,000 --> 00:00:02,000\nInterviewer: Why jitter?\n\n2\n00:00:03,000 --> 00:00:04,000\nTo spread\nthe retries.\n";
    for (text, words, left_out) in [
        (vtt(&["<v Interviewer>Why?</v>", "<v Candidate>To spread", "load."]), "To spread load.", "Interviewer"),
        (vtt(&["<v I-2>Why?</v> <v c-1>To spread.</v>"]), "To spread.", "I-2"),
        (
            vtt(&["<v Interviewer 1>Why?", "<v Ada>To spread.", "<v Interviewer 2>What?"]),
            "To spread.",
            "Interviewer 1, Interviewer 2",
        ),
        (
            vtt(&["Interviewer: Why?", "Ada Example: To spread", "Ada Example: load.\nYes."]),
            "To spread load. Yes.",
            "Interviewer",
        ),
        (subrip.to_owned(), "To spread the retries.", "Interviewer"),
        ("INTERVIEWER: Why?\nCandidate: To spread:\nload: all.".to_owned(), "To spread:\nload: all.", "INTERVIEWER"),
        (vtt(&["<v Ada>To spread.", "Note: the load."]), "To spread. Note: the load.", ""),
        ("First: measure.\nThen: look.".to_owned(), "First: measure.\nThen: look.", ""),
    ] {
        assert_eq!(of_candidate(&text, None), Ok((words.to_owned(), left_out.to_owned())), "{text}");
    }
}

#[test]
fn nobody_guesses_which_of_several_is_the_candidate() {
    let text = vtt(&["<v Ada>Why?", "<v Ben>To spread."]);
    assert_eq!(of_candidate(&text, None).unwrap_err(), "Ada, Ben speak, and only the candidate's words count");
    assert_eq!(of_candidate(&text, Some("ben")), Ok(("To spread.".to_owned(), "Ada".to_owned())));
    assert_eq!(of_candidate(&text, Some("Eve")).unwrap_err(), "nobody is called Eve; there speak: Ada, Ben");
}

#[test]
fn marks_stay_where_speakers_are_left_out() {
    let text = "## 1\nInterviewer: Why?\nCandidate: To spread.\n## 2\nSlowly.";
    let who = Who { candidate: "C-1".into(), interviewer: "I-2".into() };
    let (words, _) = Words::read(text).of_candidate(&who, None).unwrap();
    let parts = words.by_question(&["brew", "pour"]).unwrap().unwrap().parts;
    assert_eq!(parts, [(0, "To spread.".to_owned()), (1, "Slowly.".to_owned())]);
}
