//! What a loaded library holds.

use std::path::{Path, PathBuf};

use hotseat::content::check::{Checked, Quality, check};
use hotseat::content::sources::{self, Origin, Source};
use hotseat::content::{Dimension, Level, Library, LoadError, ProbeWhen, Rule, Section, StarPart};

/// The base of the cases, with files of a case's own and the shipped constants.
fn library(files: &[(&str, &str)]) -> Library {
    let mut all = sources::folder(Path::new("tests/content/base")).unwrap();
    all.extend(sources::shipped().into_iter().filter(|source| source.path == "rubrics/scale.toml"));
    all.extend(files.iter().map(|(path, text)| Source {
        name: (*path).to_owned(),
        path: (*path).to_owned(),
        text: (*text).to_owned(),
        origin: Origin::Own,
    }));
    let Checked { library, problems } = check(&all, Quality::Own);
    let errors: Vec<_> = problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    library.unwrap()
}

const RUBRIC: &str = r#"
question = "tea"
model_answer = "Boil water in the kettle, never in the teapot."
[anchors]
1 = "a"
2 = "b"
3 = "c"
4 = "d"

[[criteria]]
id = "boil"
dimension = "substance"
any = ["boil* water", "hot water"]
need = 2
all = ["heat*", "water"]
group = "vessels"
tradeoff = ["tea"]
measured = ["water"]

[[criteria]]
id = "steep"
dimension = "substance"
level = "senior"
points = 3
polarity = "negated"
speaker = "self"
any = ["steep*"]

[[red_flags]]
id = "cold"
any = ["cold water"]
penalty = 0.15
caps = 2

[[samples]]
band = 2
blind = true
style = "plain"
answer = "Use hot water."
"#;

#[test]
fn a_criterion_may_have_every_form_at_once() {
    let library = library(&[("rubrics/base/tea.toml", RUBRIC)]);
    let boil = &library.rubrics["tea"].criteria[0];
    let forms: Vec<&str> = boil
        .rules
        .iter()
        .map(|rule| match rule {
            Rule::Any { patterns, need: 2 } if patterns.len() == 2 => "any",
            Rule::Any { patterns, need: 2 } if patterns[0].source() == "@group:vessels" => "group",
            Rule::All { .. } => "all",
            Rule::Tradeoff { .. } => "tradeoff",
            Rule::Measured { .. } => "measured",
            Rule::Any { .. } => "other",
        })
        .collect();
    assert_eq!(forms, ["any", "group", "all", "tradeoff", "measured"]);
}

#[test]
fn what_is_left_out_has_the_documented_default() {
    let library = library(&[("rubrics/base/tea.toml", RUBRIC)]);
    let [boil, steep] = library.rubrics["tea"].criteria.as_slice() else { panic!() };
    assert_eq!(
        (boil.level, boil.points, boil.within_sentences),
        (Level::Mid, 1, 2),
        "the question's level; 2 for trade-offs"
    );
    assert_eq!((steep.level, steep.points, steep.within_sentences), (Level::Senior, 3, 1));
    assert!(!boil.negated && !boil.speaker_self && steep.negated && steep.speaker_self);
    assert_eq!(boil.dimension, Dimension::Substance);
    assert_eq!(library.rubrics["tea"].red_flags[0].penalty, 150, "thousandths");
}

#[test]
fn a_weak_rubric_of_the_users_runs_as_a_draft() {
    assert!(library(&[("rubrics/base/tea.toml", RUBRIC)]).rubrics["tea"].draft);
}

#[test]
fn slots_repeat_and_probes_know_when() {
    let interview = r#"
title = "Demo"
summary = "A demonstration"
minutes = 45
topics = ["base"]
[[questions]]
id = "story"
level = "junior"
kind = "behavioural"
minutes = 5
prompt = "Tell me about a time you made tea."
[[questions.probes]]
when_missing = "star.result"
ask = "How was it?"
[[questions.probes]]
when_missing = "always"
ask = "And then?"
[[slots.mid]]
section = "core"
kinds = ["technical"]
minutes = [4, 5]
repeat = 3
[[slots.mid]]
section = "behavioural"
kinds = ["behavioural"]
minutes = [5, 5]
question = "story"
"#;
    let library = library(&[("interviews/demo.toml", interview)]);
    let slots = &library.interviews["demo"].slots[&Level::Mid];
    let sections: Vec<Section> = slots.iter().map(|slot| slot.section).collect();
    assert_eq!(sections, [Section::Core, Section::Core, Section::Core, Section::Behavioural]);
    assert_eq!(slots[3].question.as_deref(), Some("story"));
    let story = &library.questions["story"];
    let when: Vec<&ProbeWhen> = story.probes.iter().map(|probe| &probe.when_missing).collect();
    assert_eq!(when, [&ProbeWhen::Star(StarPart::Result), &ProbeWhen::Always]);
    assert_eq!(story.topic, "demo", "the name of the file");
}

#[test]
fn a_bundle_holds_the_terms_that_its_rubric_leads_to() {
    let lexicon = r#"
[[terms]]
id = "samovar"
label = "Samovar"
aliases = ["samovar"]
implied_by = ["tula-samovar"]
[[terms]]
id = "tula-samovar"
label = "Tula samovar"
aliases = ["tula samovar"]
[[terms]]
id = "spoon"
label = "Spoon"
aliases = ["spoon"]
"#;
    let rubric = RUBRIC.replace("\"hot water\"", "\"@samovar\"");
    let library = library(
        &[("rubrics/base/tea.toml", rubric.as_str()), ("own/rubrics/lexicon.toml", lexicon)]
            .map(|(path, text)| (path.trim_start_matches("own/"), text)),
    );
    let bundle = library.bundle("tea").unwrap();
    let terms: Vec<&str> = bundle.terms.iter().map(|term| term.id.as_str()).collect();
    assert_eq!(terms, ["kettle", "samovar", "teapot", "tula-samovar"]);
}

#[test]
fn the_fingerprint_covers_what_judging_depends_on_and_nothing_else() {
    let of = |rubric: &str| library(&[("rubrics/base/tea.toml", rubric)]).bundle("tea").unwrap().fingerprint();
    let plain = of(RUBRIC);
    assert_eq!(plain, of(&format!("# a comment\n{RUBRIC}")), "comments");
    assert_eq!(plain, of(&RUBRIC.replace("Use hot water.", "Take hot water.")), "samples");
    assert_ne!(plain, of(&RUBRIC.replace("points = 3", "points = 2")), "points");
    assert_ne!(plain, of(&RUBRIC.replace("cold water", "ice water")), "patterns");
}

#[test]
fn places_point_at_the_answers_that_prove_a_rubric() {
    let library = library(&[("rubrics/base/tea.toml", RUBRIC)]);
    let places = &library.places["tea"];
    assert_eq!(places.samples[0].span.of(RUBRIC), "\"Use hot water.\"");
    assert!(places.model_answer.span.of(RUBRIC).starts_with("\"Boil"));
    assert_eq!(places.criteria["steep"].span.of(RUBRIC), "\"steep\"");
}

#[test]
fn a_folder_without_content_is_refused_by_name() {
    let error = Library::load(&[PathBuf::from("src/text")]).unwrap_err();
    assert!(matches!(error, LoadError::Read(_)));
    assert_eq!(error.to_string(), "src/text has neither an `interviews` nor a `rubrics` folder");
}
