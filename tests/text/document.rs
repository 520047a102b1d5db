//! How a text is split, and where its pieces stand.

use hotseat::text::Document;

/// Tokens with `|` between sentences.
fn shown(text: &str) -> String {
    let document = Document::parse(text);
    let sentence = |range: std::ops::Range<usize>| {
        document.tokens()[range].iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    document.sentences().iter().map(|found| sentence(found.tokens.clone())).collect::<Vec<_>>().join(" | ")
}

#[test]
fn words_keep_the_signs_that_belong_to_them() {
    for (text, expected) in [
        ("CI/CD in C++, C# and .NET", "ci cd in c++ c# and .net"),
        ("node.js v1.5, p99 = 99.9% on k8s", "node.js v1.5 p99 99.9% on k8s"),
        ("$300 or 1,000, don’t", "$300 or 1,000 don't"),
        ("a 40 % drop", "a 40 % drop"),
        ("“smart” quotes—and dashes", "smart quotes and dashes"),
        ("roll\u{200b}back ro\u{ad}ll", "rollback roll"),
        ("\u{1b}[31mred\u{1b}[0m \u{1b}]0;title\u{7}text", "red text"),
        ("ﬁx the café", "fix the cafe"),
        ("at 10:30, 24/7", "at 10:30 24 7"),
        ("**bold** and `code`", "bold and code"),
        ("👍 done 🔥", "done"),
        ("", ""),
        ("\0 \u{301} . , ;", ""),
    ] {
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

#[test]
fn sentences_end_where_a_reader_would_end_them() {
    for (text, expected) in [
        ("One. Two! Three? Four", "one | two | three | four"),
        (
            "We use node.js, e.g. for tools, i.e. 1.5 of them. Done",
            "we use node.js e.g for tools i.e 1.5 of them | done",
        ),
        ("It is done.Then we left", "it is done | then we left"),
        ("- one\n- two\n3. three", "one | two | three"),
        ("first line\nsecond line", "first line | second line"),
        ("He said \"stop.\" Then it stopped", "he said stop | then it stopped"),
        ("so... we waited", "so we waited"),
        ("• a • b", "a | b"),
        ("one; two", "one two"),
        ("```\nhelm rollback\nkubectl get\n```\nafter", "helm rollback | kubectl get | after"),
    ] {
        assert_eq!(shown(text), expected, "{text:?}");
    }
}

#[test]
fn wrapped_lines_are_one_sentence_and_short_lines_are_not() {
    let wrapped = "We look at the error rate and at the latency of the new version, and\n\
                   compare them with those of the old version, which still gets the most\n\
                   of the traffic. Then we decide.";
    assert_eq!(Document::parse(wrapped).sentences().len(), 2);
    let notes = "check the error rate in grafana and tell the team\nroll back with helm\nfind the cause in the logs";
    assert_eq!(Document::parse(notes).sentences().len(), 3);
}

#[test]
fn spans_point_at_the_text_as_typed() {
    let text = "\u{1b}[1mÜber\u{1b}[0m “Roll\u{200b}back” ﬁx\r\n½ day";
    let document = Document::parse(text);
    let typed: Vec<&str> = document.tokens().iter().map(|token| token.span.of(text)).collect();
    assert_eq!(typed, ["Über", "Roll\u{200b}back", "ﬁx", "½", "day"]);
    assert_eq!(document.span(1..3).of(text), "Roll\u{200b}back” ﬁx");
    assert_eq!(document.span(4..4).of(text), "");
}

#[test]
fn signs_between_words_are_kept_with_the_word_that_follows() {
    let document = Document::parse("no, we (mostly) use roll-back - or: build -> test—fast; why?");
    let signs: Vec<(&str, &str)> = document
        .tokens()
        .iter()
        .filter(|token| !token.before.is_empty())
        .map(|token| (token.before.as_str(), token.text.as_str()))
        .collect();
    assert_eq!(
        signs,
        [
            (",", "we"),
            ("(", "mostly"),
            (")", "use"),
            ("-", "back"),
            ("—", "or"),
            (":", "build"),
            ("->", "test"),
            ("—", "fast"),
            (";", "why")
        ]
    );
    assert!(document.sentences()[0].is_question());
    assert!(document.tokens().iter().filter(|token| token.glued).map(|token| token.text.as_str()).eq(["back"]));
}

#[test]
fn code_is_marked() {
    let document = Document::parse("run `helm rollback` now\n```sh\nkubectl get pods\n```\ndone ` tick");
    let code: Vec<&str> =
        document.tokens().iter().filter(|token| token.code).map(|token| token.text.as_str()).collect();
    assert_eq!(code, ["helm", "rollback", "kubectl", "get", "pods"]);
}

#[test]
fn a_repeated_sentence_is_marked_and_a_short_one_is_not() {
    let document = Document::parse("We rolled it back. Done. We rolled it back! Done.");
    let repeated: Vec<bool> = document.sentences().iter().map(|sentence| sentence.repeated).collect();
    assert_eq!(repeated, [false, false, true, false]);
}

#[test]
fn long_texts_are_cut_and_say_so() {
    let document = Document::parse(&"word ".repeat(5_000));
    assert!(document.truncated());
    assert_eq!(document.tokens().len(), 4_000);
    assert_eq!(document.source_len(), 25_000);
    assert!(!Document::parse("short").truncated());
    assert!(Document::parse(&"\u{200b}".repeat(1 << 20)).truncated());
}
