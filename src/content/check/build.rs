//! From what authors wrote to what the program runs on. What is incomplete has been reported, and is left out.

use std::collections::BTreeMap;

use super::references::probe_when;
use crate::content::cues::Cue;
use crate::content::file::interview::SlotsFile;
use crate::content::file::lexicon::CueFile;
use crate::content::file::{
    AnchorsFile, At, Body, CompetencyFile, CriterionFile, InterviewFile, Parsed, Phrase, ProbeFile, QuestionFile,
    RedFlagFile, RubricFile, SampleFile, SlotFile, TermFile,
};
use crate::content::interview::{Competency, Interview, Level, Probe, Question, Slot, SlotLevel, Weight};
use crate::content::lexicon::Term;
use crate::content::library::{Library, Own, RubricPlaces};
use crate::content::problem::Place;
use crate::content::rubric::{Criterion, RedFlag, Rubric, Rule, Sample};
use crate::content::sources::Origin;
use crate::text::{Pattern, Vocabulary};

/// Everything that is complete; none without the constants of scoring.
pub fn library(files: &[Parsed<'_>]) -> Option<Library> {
    let scale = files.iter().find_map(|file| match &file.body {
        Body::Scale(scale) => scale.as_deref().cloned(),
        _ => None,
    })?;
    let mut library = Library {
        interviews: BTreeMap::new(),
        questions: BTreeMap::new(),
        rubrics: BTreeMap::new(),
        terms: BTreeMap::new(),
        cues: BTreeMap::new(),
        scale,
        places: BTreeMap::new(),
        own: own(files),
    };
    files.iter().for_each(|file| add_names(&mut library, file));
    files.iter().for_each(|file| take_slots(&mut library, file));
    files.iter().for_each(|file| add_rubric(&mut library, file));
    Some(library)
}

fn own(files: &[Parsed<'_>]) -> Own {
    let mut own = Own::default();
    for file in files.iter().filter(|file| file.origin == Origin::Own) {
        match &file.body {
            Body::Interview(_) => drop(own.interviews.insert(file.stem.to_owned())),
            Body::Lexicon(written) => own.terms.extend(written.terms.iter().filter_map(|term| text(&term.id))),
            _ => {}
        }
    }
    own
}

/// What references in patterns resolve to, with or without the rest.
pub fn vocabulary(files: &[Parsed<'_>]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for file in files {
        match &file.body {
            Body::Lexicon(written) => {
                vocabulary.terms.extend(written.terms.iter().filter_map(term).map(|term| term.forms()))
            }
            Body::Cues(written) => {
                vocabulary.cues.extend(written.cues.iter().filter_map(cue).map(|cue| (cue.id, cue.any)))
            }
            _ => {}
        }
    }
    vocabulary
}

fn add_names(library: &mut Library, file: &Parsed<'_>) {
    match &file.body {
        Body::Interview(written) => {
            let questions = written.questions.iter().filter_map(|written| question(file.stem, written));
            questions.for_each(|question| {
                library.questions.entry(question.id.clone()).or_insert(question);
            });
            if let Some(interview) = interview(file.stem, written) {
                library.interviews.entry(interview.id.clone()).or_insert(interview);
            }
        }
        Body::Lexicon(written) => written.terms.iter().filter_map(term).for_each(|term| {
            library.terms.entry(term.id.clone()).or_insert(term);
        }),
        Body::Cues(written) => written.cues.iter().filter_map(cue).for_each(|cue| {
            library.cues.entry(cue.id.clone()).or_insert(cue);
        }),
        Body::Rubric(_) | Body::Scale(_) => {}
    }
}

/// Slots of another interview, where they are taken from there.
fn take_slots(library: &mut Library, file: &Parsed<'_>) {
    let Body::Interview(written) = &file.body else { return };
    let other = text(&written.slots_of).and_then(|other| library.interviews.get(&other));
    let Some(slots) = other.map(|other| other.slots.clone()) else { return };
    if let Some(interview) = library.interviews.get_mut(file.stem) {
        interview.slots = slots;
    }
}

fn add_rubric(library: &mut Library, file: &Parsed<'_>) {
    let Body::Rubric(written) = &file.body else { return };
    let Some(id) = text(&written.question) else { return };
    let Some(question) = library.questions.get(&id) else {
        return;
    };
    if let Some((rubric, places)) = rubric(written, question.level).zip(places(file, written))
        && !library.rubrics.contains_key(&id)
    {
        library.places.insert(id.clone(), places);
        library.rubrics.insert(id, rubric);
    }
}

fn places(file: &Parsed<'_>, written: &RubricFile) -> Option<RubricPlaces> {
    let at = |value: &At<String>| file.place(value.span);
    let ids = written.criteria().iter().filter_map(|criterion| criterion.id.as_ref());
    Some(RubricPlaces {
        origin: file.origin,
        question: written.question.as_ref().map(at)?,
        model_answer: written.model_answer.as_ref().map(at)?,
        short_answer: written.short_answer.as_ref().map(at),
        samples: written.samples.iter().filter_map(|sample| sample.answer.as_ref()).map(at).collect(),
        criteria: ids.map(|id| (id.value.clone(), at(id))).collect::<BTreeMap<String, Place>>(),
        patterns: (written.criteria().iter())
            .filter_map(|criterion| Some((text(&criterion.id)?, criterion.places().collect())))
            .collect(),
    })
}

fn interview(id: &str, written: &InterviewFile) -> Option<Interview> {
    Some(Interview {
        id: id.to_owned(),
        title: text(&written.title)?,
        summary: text(&written.summary)?,
        minutes: value(&written.minutes)?,
        opening: text(&written.opening).unwrap_or_default(),
        closing: text(&written.closing).unwrap_or_default(),
        questions: written.questions.iter().filter_map(|question| text(&question.id)).collect(),
        topics: texts(&written.topics),
        competencies: written.competencies.iter().filter_map(competency).collect(),
        slots: slots(&written.slots),
    })
}

fn question(topic: &str, written: &QuestionFile) -> Option<Question> {
    Some(Question {
        id: text(&written.id)?,
        topic: topic.to_owned(),
        level: value(&written.level)?,
        kind: value(&written.kind)?,
        minutes: value(&written.minutes)?,
        prompt: text(&written.prompt)?,
        rephrased: texts(&written.rephrased),
        probes: written.probes.iter().filter_map(probe).collect(),
    })
}

fn probe(written: &ProbeFile) -> Option<Probe> {
    let when_missing = probe_when(&written.when_missing.as_ref()?.value)?;
    Some(Probe { when_missing, ask: text(&written.ask)? })
}

fn competency(written: &CompetencyFile) -> Option<Competency> {
    let topics = texts(written.topics.as_ref()?);
    let weight = value(&written.weight).map(Weight::of).unwrap_or_default();
    Some(Competency { id: text(&written.id)?, title: text(&written.title)?, topics, weight })
}

fn slots(written: &SlotsFile) -> BTreeMap<Level, Vec<Slot>> {
    let levels = written.by_level().into_iter().filter(|(_, slots)| !slots.is_empty());
    levels.map(|(level, slots)| (level, slots.iter().flat_map(repeated).collect())).collect()
}

fn repeated(written: &SlotFile) -> Vec<Slot> {
    let repeat = value(&written.repeat).unwrap_or(1) as usize;
    slot(written).map_or_else(Vec::new, |slot| vec![slot; repeat])
}

fn slot(written: &SlotFile) -> Option<Slot> {
    let [least, most] = value(&written.minutes)?;
    Some(Slot {
        section: value(&written.section)?,
        kinds: written.kinds.iter().flatten().map(|kind| kind.value).collect(),
        level: value(&written.level).unwrap_or(SlotLevel::Own),
        minutes: (least, most),
        probes: value(&written.probes).unwrap_or(1),
        question: text(&written.question),
    })
}

fn rubric(written: &RubricFile, level: Level) -> Option<Rubric> {
    Some(Rubric {
        question: text(&written.question)?,
        model_answer: text(&written.model_answer)?,
        short_answer: text(&written.short_answer).unwrap_or_default(),
        anchors: anchors(written.anchors.as_ref()?)?,
        criteria: written.criteria().iter().filter_map(|written| criterion(written, level)).collect(),
        red_flags: written.red_flags.iter().filter_map(red_flag).collect(),
        samples: written.samples.iter().filter_map(sample).collect(),
        draft: false,
    })
}

fn anchors(written: &AnchorsFile) -> Option<[String; 4]> {
    Some([text(&written.one)?, text(&written.two)?, text(&written.three)?, text(&written.four)?])
}

fn criterion(written: &CriterionFile, level: Level) -> Option<Criterion> {
    let dimension = value(&written.dimension)?;
    let usual_spread = if written.tradeoff.is_some() { 2 } else { 1 };
    Some(Criterion {
        id: text(&written.id)?,
        dimension,
        points: value(&written.points).unwrap_or(1),
        level: value(&written.level).unwrap_or(level),
        required: written.required,
        rules: rules(written),
        unless: patterns(&written.unless),
        within_sentences: value(&written.within_sentences).unwrap_or(usual_spread),
        speaker_self: written.speaker.is_some(),
        negated: written.polarity.is_some(),
        feedback: text(&written.feedback).unwrap_or_default(),
    })
}

fn rules(written: &CriterionFile) -> Vec<Rule> {
    let need = value(&written.need).unwrap_or(1);
    let any = written.any.as_ref().map(|any| Rule::Any { patterns: patterns(any), need });
    let group = written.group.as_ref().and_then(|group| Pattern::parse(&format!("@group:{}", group.value)).ok());
    let group = group.map(|pattern| Rule::Any { patterns: vec![pattern], need });
    let all = written.all.as_ref().map(|all| Rule::All { patterns: patterns(all) });
    let tradeoff = written.tradeoff.as_ref().map(|near| Rule::Tradeoff { near: patterns(near) });
    let measured = written.measured.as_ref().map(|near| Rule::Measured { near: patterns(near) });
    [any, group, all, tradeoff, measured].into_iter().flatten().collect()
}

fn red_flag(written: &RedFlagFile) -> Option<RedFlag> {
    Some(RedFlag {
        id: text(&written.id)?,
        any: patterns(written.any.as_ref()?),
        unless: patterns(&written.unless),
        speaker_self: written.speaker.is_some(),
        penalty: (value(&written.penalty)? * 1000.0).round() as u32,
        caps: value(&written.caps),
        feedback: text(&written.feedback).unwrap_or_default(),
    })
}

fn sample(written: &SampleFile) -> Option<Sample> {
    let (band, answer) = (value(&written.band)?, text(&written.answer)?);
    Some(Sample { band, blind: written.blind, style: written.style.clone(), stray: text(&written.stray), answer })
}

fn term(written: &TermFile) -> Option<Term> {
    Some(Term {
        id: text(&written.id)?,
        label: text(&written.label)?,
        aliases: texts(written.aliases.as_ref()?),
        groups: texts(&written.groups),
        implied_by: texts(&written.implied_by),
        near: texts(&written.near),
        word: written.word.unwrap_or(false),
        context: patterns(&written.context),
    })
}

fn cue(written: &CueFile) -> Option<Cue> {
    Some(Cue { id: text(&written.id)?, about: text(&written.about)?, any: patterns(written.any.as_ref()?) })
}

fn value<T: Clone>(at: &Option<At<T>>) -> Option<T> {
    at.as_ref().map(|at| at.value.clone())
}

fn text(at: &Option<At<String>>) -> Option<String> {
    value(at)
}

fn texts(list: &[At<String>]) -> Vec<String> {
    list.iter().map(|at| at.value.clone()).collect()
}

fn patterns(phrases: &[Phrase]) -> Vec<Pattern> {
    phrases.iter().map(|phrase| phrase.written.clone()).collect()
}
