//! What holds for every text.

use hotseat::text::{Document, Pattern, PatternSet, Vocabulary};
use proptest::prelude::*;

/// Text with the characters that break tokenisers.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<String>(),
        "[a-z .,;:!?'`*/_&%$+#\\n\\r\\t()-]{0,40}",
        Just("\u{1b}[31m".to_owned()),
        Just("\u{1b}]0;".to_owned()),
        Just("\u{9b}".to_owned()),
        Just("e\u{301}\u{301}".to_owned()),
        Just("👩‍👩‍👧".to_owned()),
        Just("½ﬁ㎒".to_owned()),
        Just("שלום \u{202e}abc".to_owned()),
        Just("\0".to_owned()),
        Just("İı".to_owned()),
        Just("```\n".to_owned()),
        Just("- ".to_owned()),
        Just("roll-back 99.9% c++ node.js don’t".to_owned()),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_stand_on_character_boundaries_in_order(text in nasty()) {
        let document = Document::parse(&text);
        let mut last = 0;
        for token in document.tokens() {
            prop_assert!(text.get(token.span.start..token.span.end).is_some_and(|typed| !typed.is_empty()));
            prop_assert!(token.span.start >= last);
            prop_assert!(!token.text.is_empty() && !token.stem.is_empty());
            last = token.span.start;
        }
        let mut next = 0;
        for (index, sentence) in document.sentences().iter().enumerate() {
            prop_assert_eq!(sentence.tokens.start, next);
            prop_assert!(!sentence.tokens.is_empty());
            next = sentence.tokens.end;
            prop_assert!(document.sentence_tokens(sentence).iter().all(|token| token.sentence == index));
        }
        prop_assert_eq!(next, document.tokens().len());
        document.language();
    }

    #[test]
    fn line_ends_make_no_difference(text in "[a-z .,\\-*`\n]{0,200}") {
        let words = |text: &str| Document::parse(text).tokens().iter().map(|token| (token.text.clone(), token.sentence)).collect::<Vec<_>>();
        prop_assert_eq!(words(&text), words(&text.replace('\n', "\r\n")));
    }

    #[test]
    fn any_pattern_parses_or_says_where_it_does_not(source in "[a-z{}|&~*@#=/:. 0-9]{0,30}") {
        match Pattern::parse(&source) {
            Ok(pattern) => {
                PatternSet::compile(&Vocabulary::default(), &[pattern]).find(&Document::parse("a b c roll back 1 2"));
            }
            Err(error) => {
                prop_assert!(source.get(error.span.start..error.span.end).is_some());
                prop_assert!(!error.hint.is_empty());
            }
        }
    }

    #[test]
    fn a_sentence_said_twice_is_repeated(text in "q[a-z]{1,9}( q[a-z]{1,9}){3,12}") {
        let document = Document::parse(&format!("{text}. Something else here. {text}!"));
        let repeated: Vec<bool> = document.sentences().iter().map(|sentence| sentence.repeated).collect();
        prop_assert_eq!(repeated, [false, false, true]);
    }

    #[test]
    fn hits_never_overlap_nor_cross_sentences(text in "[abc.\n ]{0,80}") {
        let sources = ["a b", "a ~3 b", "{a|a b} ~2 c", "a & b & c ~4", "{a|b|c} ~1 {a|b|c}"];
        let patterns = sources.map(|source| Pattern::parse(source).unwrap());
        let document = Document::parse(&text);
        for hits in PatternSet::compile(&Vocabulary::default(), &patterns).find(&document) {
            for pair in hits.windows(2) {
                prop_assert!(pair[0].tokens.end <= pair[1].tokens.start);
            }
            for hit in &hits {
                let tokens = &document.tokens()[hit.tokens.clone()];
                prop_assert!(tokens.iter().all(|token| token.sentence == tokens[0].sentence));
            }
        }
    }
}

#[test]
fn monstrous_input_is_harmless() {
    let zalgo = format!("e{}", "\u{301}".repeat(30_000));
    for text in [
        "x".repeat(64 << 10),
        "\u{1b}[".repeat(30_000),
        "a ".repeat(40_000),
        "{".repeat(9_000),
        zalgo,
        "ﷺ".repeat(9_000),
    ] {
        let document = Document::parse(&text);
        let patterns = ["a ~40 a ~40 a", "a & a & a ~40", "xx*"].map(|source| Pattern::parse(source).unwrap());
        PatternSet::compile(&Vocabulary::default(), &patterns).find(&document);
    }
    assert!(Pattern::parse(&"{".repeat(1_500)).is_err());
}
