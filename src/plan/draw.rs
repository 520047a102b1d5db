//! Drawing a plan: from an interview and options to what is asked when.

use std::collections::BTreeSet;

use super::pool::Questions;
use super::select::{Granted, select};
use super::time::{self, Frame, LONGEST_MINUTES};
use super::wish::{self, Wish};
use super::{Asked, Options, Plan, PlanError, Step, order};
use crate::content::nearest::suggest;
use crate::content::{Interview, Level, Library};

/// Version of the plan's format.
pub(super) const FORMAT: u32 = 1;

/// Draws a plan from an interview of the library. The same arguments give the same plan.
///
/// An interview that was narrowed to topics, or that has no slots for the level, asks about its topics in rising level.
///
/// # Errors
/// [`PlanError`], with what to do: an unknown name, no question that may be asked at this level, or too little time for one.
pub fn draw(library: &Library, interview: &str, options: &Options) -> Result<Plan, PlanError> {
    let interview = find(library, interview)?;
    check_topics(library, interview, options)?;
    let minutes = options.minutes.unwrap_or(interview.minutes);
    if minutes > LONGEST_MINUTES {
        return Err(PlanError::TooLong { minutes, most: LONGEST_MINUTES });
    }
    let Wanted { questions, wishes, rising } = Wanted::of(library, interview, options)?;
    let frame = Frame::of(minutes);
    let granted = select(&questions, &wishes, options.level, frame.for_questions())
        .ok_or_else(|| too_short(&questions, &wishes, options, minutes))?;
    let ordered = order::arrange(granted, options.level, frame, rising);
    Ok(plan(interview, options, minutes, &questions, &wishes, steps(&ordered, frame, options)))
}

/// How many questions an interview may ask, at one level or another.
pub fn breadth(library: &Library, interview: &Interview) -> usize {
    let levels = Level::ALL.map(Options::at);
    let wanted = levels.iter().filter_map(|options| Wanted::of(library, interview, options).ok());
    wanted.flat_map(|wanted| wanted.questions.all).map(|question| &question.id).collect::<BTreeSet<_>>().len()
}

/// What may be asked at a level, and what is wished for.
struct Wanted<'a> {
    questions: Questions<'a>,
    wishes: Vec<Wish>,
    /// Whether the wishes are those of topics, and not an interview's slots.
    rising: bool,
}

impl<'a> Wanted<'a> {
    fn of(library: &'a Library, interview: &'a Interview, options: &'a Options) -> Result<Self, PlanError> {
        let questions = within_reach(library, interview, options)?;
        let slots = wish::of_slots(interview, options.level).filter(|_| options.topics.is_empty());
        let rising = slots.is_none();
        let wishes = slots.unwrap_or_else(|| wish::of_topics(&questions.all, options.level));
        Ok(Wanted { questions: questions.of_wished_kinds(&wishes), wishes, rising })
    }
}

fn find<'a>(library: &'a Library, name: &str) -> Result<&'a Interview, PlanError> {
    library.interviews.get(name).ok_or_else(|| PlanError::UnknownInterview {
        name: name.to_owned(),
        suggestion: suggest(name, library.interviews.keys().map(String::as_str)),
    })
}

fn check_topics(library: &Library, interview: &Interview, options: &Options) -> Result<(), PlanError> {
    let is_known = |topic: &&String| interview.topics.contains(topic) || interview.id == **topic;
    let Some(topic) = options.topics.iter().find(|topic| !is_known(topic)) else {
        return Ok(());
    };
    let suggestion = match library.interviews.contains_key(topic) {
        true => format!("sit it by itself: `hotseat run {topic}`"),
        false => suggest(topic, interview.topics.iter().map(String::as_str)),
    };
    Err(PlanError::UnknownTopic { interview: interview.id.clone(), topic: topic.clone(), suggestion })
}

fn within_reach<'a>(
    library: &'a Library,
    interview: &'a Interview,
    options: &'a Options,
) -> Result<Questions<'a>, PlanError> {
    let name = || match options.topics.as_slice() {
        [] => interview.id.clone(),
        topics => topics.join(", "),
    };
    let questions = Questions::of(library, interview, options);
    if questions.all.is_empty() {
        return Err(PlanError::NoQuestions { pool: name() });
    }
    let questions = questions.within_reach();
    if questions.all.is_empty() {
        return Err(PlanError::NothingFits { pool: name(), level: options.level });
    }
    Ok(questions)
}

fn too_short(questions: &Questions<'_>, wishes: &[Wish], options: &Options, minutes: u32) -> PlanError {
    let is_wished = |wish: &Wish, id: &String| wish.fixed.as_ref().is_none_or(|fixed| fixed == id);
    let wished = questions.all.iter().filter(|question| wishes.iter().any(|wish| is_wished(wish, &question.id)));
    let shortest = wished.map(|question| time::question(question, 0, options.level)).min();
    let needed = shortest.and_then(time::minutes_for).unwrap_or(LONGEST_MINUTES);
    PlanError::TooShort { minutes, needed }
}

fn steps(ordered: &[Granted<'_>], frame: Frame, options: &Options) -> Vec<Step> {
    let stretch = |seconds| options.extra_time.stretch(seconds);
    let question = |granted: &Granted<'_>| {
        let question = granted.question;
        Step::Question(Asked {
            question: question.id.clone(),
            topic: question.topic.clone(),
            section: granted.section,
            level: options.level.max(question.level),
            read_seconds: stretch(time::read(&question.prompt)),
            answer_seconds: stretch(question.minutes * 60),
            probes: granted.probes,
            probe_seconds: stretch(time::probe(options.level)),
            wording: 0,
        })
    };
    let mut steps = vec![Step::Intro { seconds: stretch(frame.intro) }];
    steps.extend(ordered.iter().map(question));
    steps.push(Step::CandidateQuestions { seconds: stretch(frame.candidate_questions) });
    steps.push(Step::Close { seconds: stretch(frame.close) });
    steps
}

fn plan(
    interview: &Interview,
    options: &Options,
    minutes: u32,
    questions: &Questions<'_>,
    wishes: &[Wish],
    steps: Vec<Step>,
) -> Plan {
    Plan {
        format: FORMAT,
        interview: interview.id.clone(),
        title: interview.title.clone(),
        level: options.level,
        minutes,
        extra_time: options.extra_time,
        seed: options.seed,
        topics: options.topics.clone(),
        seen: questions.seen(),
        pool: questions.size(wishes),
        steps,
    }
}
