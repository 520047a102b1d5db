//! Content that proves itself: model answers reach band 4, samples their bands, nonsense band 1, and every rule is of use.
//! Places the problems in the rubric's file; who is held to them, and how hard, is decided by the caller (warnings here).

use std::panic::resume_unwind;
use std::thread;

use serde::Serialize;

use crate::agreement::SplitMix64;
use crate::content::{Bundle, Level, Library, Place, Problem, Rubric, RubricPlaces, Rule, Sample};
use crate::scoring::{AnswerFlag, Judge, Scorecard, Segment};
use crate::text::Span;

/// What came of putting rubrics on trial.
#[derive(Debug, Clone, Default)]
pub struct Proven {
    /// How they fail to live up to their own model answers and samples.
    pub problems: Vec<Problem>,
    /// What became of every sample.
    pub samples: Vec<JudgedSample>,
}

/// One sample, and the band it reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgedSample {
    /// The question it answers.
    pub question: String,
    /// How it is written.
    pub style: String,
    /// The band it deserves.
    pub band: u8,
    /// The band it reached; none where it could not be scored.
    pub reached: Option<u8>,
    /// Why it may lie outside its band, where its author said so.
    pub stray: Option<String>,
}

/// Puts the rubrics of some questions on trial; the result is in the order of the questions, however many cores share the work.
pub fn prove(library: &Library, questions: &[String]) -> Proven {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let some = |part: &[String]| -> Vec<Proven> {
        part.iter().filter_map(|id| Proof::new(library, id)).map(|proof| proof.outcome()).collect()
    };
    thread::scope(|scope| {
        let parts = questions.chunks(questions.len().div_ceil(cores).max(1));
        let running: Vec<_> = parts.map(|part| scope.spawn(move || some(part))).collect();
        let all = running.into_iter().flat_map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic)));
        all.fold(Proven::default(), |mut all, one| {
            all.problems.extend(one.problems);
            all.samples.extend(one.samples);
            all
        })
    })
}

/// One rubric on trial.
struct Proof<'a> {
    bundle: Bundle,
    rubric: &'a Rubric,
    places: Option<&'a RubricPlaces>,
    /// Knows neither model answer, so that they are judged like anybody's.
    judge: Judge,
    /// Of the samples, in order, at the question's own level.
    cards: Vec<Scorecard>,
}

impl<'a> Proof<'a> {
    fn new(library: &'a Library, question: &str) -> Option<Self> {
        let mut bundle = library.bundle(question)?;
        bundle.rubric.model_answer.clear();
        bundle.rubric.short_answer.clear();
        let judge = Judge::new(&bundle);
        let (rubric, level) = (library.rubrics.get(question)?, bundle.question.level);
        let cards =
            rubric.samples.iter().map(|sample| judge.score(&[Segment::answer(&sample.answer)], level)).collect();
        Some(Proof { bundle, rubric, places: library.places.get(question), judge, cards })
    }

    fn outcome(&self) -> Proven {
        let judged = self.rubric.samples.iter().zip(&self.cards).map(|(sample, card)| JudgedSample {
            question: self.bundle.question.id.clone(),
            style: sample.style.clone(),
            band: sample.band,
            reached: card.band,
            stray: sample.stray.clone(),
        });
        Proven { problems: self.problems(), samples: judged.collect() }
    }

    fn problems(&self) -> Vec<Problem> {
        let mut problems = self.model_answers();
        problems.extend(self.samples());
        problems.extend(self.nonsense());
        problems.extend(self.idle_criteria());
        problems
    }

    fn score(&self, answer: &str, level: Level) -> Scorecard {
        self.judge.score(&[Segment::answer(answer)], level)
    }

    /// From the question's own level to the one above, at which it can be asked as an opener.
    fn levels(&self) -> impl Iterator<Item = Level> {
        let own = self.bundle.question.level;
        let above = Level::ALL.into_iter().find(|level| *level > own);
        std::iter::once(own).chain(above)
    }

    fn model_answers(&self) -> Vec<Problem> {
        let forms = [
            ("model answer", &self.rubric.model_answer, self.places.map(|places| places.model_answer.clone())),
            ("short answer", &self.rubric.short_answer, self.places.and_then(|places| places.short_answer.clone())),
        ];
        let written = forms.into_iter().filter(|(_, answer, _)| !answer.trim().is_empty());
        written
            .flat_map(|(name, answer, place)| {
                let short = self.levels().map(move |level| (level, self.score(answer, level)));
                short
                    .filter(|(_, card)| card.band != Some(4))
                    .map(move |(level, card)| self.short_of_four(name, level, &card, place.clone()))
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    fn short_of_four(&self, name: &str, level: Level, card: &Scorecard, place: Option<Place>) -> Problem {
        let message = format!("the {name} reaches {} at level {}, not band 4", reached(card), level);
        Problem::warning("model-answer", self.or_top(place), message, missing(card))
    }

    fn samples(&self) -> Vec<Problem> {
        let judged = self.rubric.samples.iter().zip(&self.cards).enumerate();
        judged
            .filter_map(|(index, (sample, card))| {
                let place = self.places.and_then(|places| places.samples.get(index).cloned());
                match (is_astray(sample, card), &sample.stray) {
                    (true, None) => Some(self.astray(sample, card, place)),
                    (false, Some(_)) => {
                        let message = format!("this sample reaches its band, {}", sample.band);
                        Some(Problem::warning("stray-sample", self.or_top(place), message, "take `stray` out"))
                    }
                    _ => None,
                }
            })
            .collect()
    }

    fn astray(&self, sample: &Sample, card: &Scorecard, place: Option<Place>) -> Problem {
        let message = format!("this sample of band {} reaches {}", sample.band, reached(card));
        let help = if card.band.unwrap_or(0) < sample.band {
            let cut = self.bundle.scale.bands.cuts[usize::from(sample.band.clamp(2, 4) - 2)] / 10;
            let help = "widen their patterns, weigh them otherwise, or change its band";
            format!("{}; band {} begins at {cut} %: {help}", missing(card), sample.band)
        } else {
            format!("{}: narrow what should not have matched, or change its band", earned(card))
        };
        Problem::warning("sample-band", self.or_top(place), message, help)
    }

    fn nonsense(&self) -> Vec<Problem> {
        let mut problems = self.echoes();
        let prompt = &self.bundle.question.prompt;
        let texts = [
            ("an empty answer", String::new()),
            ("a bare list of the rubric's own terms", self.terms()),
            ("the question with a list of the rubric's own terms", format!("{prompt} {}", self.terms())),
            ("the model answer with its words shuffled", shuffled(&self.rubric.model_answer)),
        ];
        for (name, text) in texts {
            let card = self.score(&text, self.bundle.question.level);
            if card.band.is_some_and(|band| band > 1) {
                let message = format!("{name} reaches {}", reached(&card));
                problems.push(Problem::warning("nonsense", self.top(), message, earned(&card)));
            }
        }
        problems
    }

    /// The question's own words, in any of its wordings, earn nothing.
    fn echoes(&self) -> Vec<Problem> {
        let question = &self.bundle.question;
        let wordings = std::iter::once(&question.prompt).chain(&question.rephrased);
        let judged = wordings.map(|wording| (wording, self.score(wording, question.level)));
        judged
            .filter(|(_, card)| card.score.is_some_and(|score| score.0 > 0))
            .map(|(wording, card)| {
                let message = format!("the question pasted back earns points: \"{wording}\"");
                Problem::warning("nonsense", self.top(), message, earned(&card))
            })
            .collect()
    }

    fn top(&self) -> Place {
        self.or_top(self.places.map(|places| places.question.clone()))
    }

    /// The plain words of all patterns, as somebody would list them who had seen the rubric.
    fn terms(&self) -> String {
        let patterns = self.rubric.criteria.iter().flat_map(|criterion| &criterion.rules).flat_map(patterns_of);
        let signs = |ch: char| !ch.is_alphanumeric() && ch != ' ' && ch != '-';
        let plain = patterns.map(|source| source.split(signs).next().unwrap_or_default().trim().to_owned());
        plain
            .chain(self.bundle.terms.iter().map(|term| term.label.clone()))
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Criteria that no sample meets, or every sample: they tell nothing apart.
    fn idle_criteria(&self) -> Vec<Problem> {
        let cards = &self.cards;
        let mut problems = Vec::new();
        for (index, criterion) in self.rubric.criteria.iter().enumerate() {
            let met = cards.iter().filter(|card| card.criteria.get(index).is_some_and(|one| one.credit.0 > 0)).count();
            let message = match met {
                _ if cards.is_empty() => continue,
                0 => format!("no sample meets `{}`", criterion.id),
                all if all == cards.len() => format!("every sample meets `{}`", criterion.id),
                _ => continue,
            };
            let place = self.places.and_then(|places| places.criteria.get(&criterion.id).cloned());
            let help =
                "a criterion must tell answers apart: check its patterns, or add a sample that shows the difference";
            problems.push(Problem::warning("idle-criterion", self.or_top(place), message, help));
        }
        problems
    }

    /// Rubrics read from an attempt have no places: then the file's first line stands for all.
    fn or_top(&self, place: Option<Place>) -> Place {
        let file = format!("rubrics/{}/{}.toml", self.bundle.question.topic, self.bundle.question.id);
        place.unwrap_or(Place { file, span: Span { start: 0, end: 0 } })
    }
}

/// The same words in an order that means nothing; the same every time.
fn shuffled(text: &str) -> String {
    let mut words: Vec<&str> = text.split_whitespace().collect();
    SplitMix64::new(1).shuffle(&mut words);
    words.join(" ")
}

fn patterns_of(rule: &Rule) -> Vec<&str> {
    let patterns = match rule {
        Rule::Any { patterns, .. } | Rule::All { patterns } => patterns,
        Rule::Tradeoff { near } | Rule::Measured { near } => near,
    };
    patterns.iter().map(|pattern| pattern.source()).collect()
}

/// Whether a sample misses its band.
fn is_astray(sample: &Sample, card: &Scorecard) -> bool {
    card.band != Some(sample.band)
}

fn reached(card: &Scorecard) -> String {
    let percent = card.score.map_or(0, |score| score.0 / 10);
    let caps: Vec<&str> = card.caps.iter().map(|cap| cap.because.as_str()).collect();
    let held = if caps.is_empty() { String::new() } else { format!(", held down: {}", caps.join("; ")) };
    match card.band {
        Some(band) => format!("band {band} ({percent} %{held})"),
        None if card.flags.contains(&AnswerFlag::OtherLanguage) => "no band (taken for another language)".to_owned(),
        None => format!("no band ({percent} %)"),
    }
}

/// What an answer would have had to meet.
fn missing(card: &Scorecard) -> String {
    let open = card.criteria.iter().filter(|criterion| criterion.expected && criterion.credit.0 < 1000);
    let mut ids: Vec<String> = open.map(|criterion| format!("`{}`", criterion.id)).collect();
    ids.extend(card.red_flags.iter().map(|flag| format!("the red flag `{}`", flag.id)));
    if ids.is_empty() { "see the caps".to_owned() } else { format!("missing: {}", ids.join(", ")) }
}

/// What an answer should not have met.
fn earned(card: &Scorecard) -> String {
    let met = card.criteria.iter().filter(|criterion| criterion.credit.0 > 0);
    let quoted = met.map(|criterion| match criterion.evidence.first() {
        Some(hit) => format!("`{}` by \"{}\"", criterion.id, hit.text),
        None => format!("`{}`", criterion.id),
    });
    format!("earned: {}", quoted.collect::<Vec<_>>().join(", "))
}
