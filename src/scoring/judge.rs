//! The judge: a bundle made ready, and the order in which an answer passes through the stages.

use super::ENGINE;
use super::credit::{Earned, earned};
use super::crowding;
use super::evidence::{Demand, Read};
use super::guards::{self, Echoes, Originals};
use super::next_step;
use super::rating::{Findings, Rating, Ruler};
use super::reading::Reading;
use super::red_flags::{self, Raised};
use super::rulebook::Rulebook;
use super::scope::scopes;
use super::scorecard::{AnswerFlag, Cap, CriterionScore, Mille, Scorecard, Status};
use super::star::{self, Story};
use crate::content::{Bundle, Criterion, Dimension, Kind, Level};
use crate::text::Document;

/// A rubric compiled and ready to judge answers to its question.
#[derive(Debug)]
pub struct Judge {
    bundle: Bundle,
    rulebook: Rulebook,
    originals: Originals,
    fingerprint: String,
}

/// An answer: segment 0 is the answer itself, the others are answers to probes.
#[derive(Debug, Clone, Copy)]
pub struct Segment<'a> {
    /// The probe's wording (its words count as echo); none for the answer.
    pub probe: Option<&'a str>,
    /// As typed.
    pub text: &'a str,
}

impl<'a> Segment<'a> {
    /// An answer that was not probed.
    pub fn answer(text: &'a str) -> Self {
        Segment { probe: None, text }
    }
}

/// What was found in an answer, with all that a scorecard shows of it.
struct Judged {
    findings: Findings,
    earned: Vec<Earned>,
    raised: Raised,
    story: Option<Story>,
    flags: Vec<AnswerFlag>,
}

/// The dimensions that an answer to a question is judged in, for a candidate of this level.
pub fn dimensions(bundle: &Bundle, level: Level) -> Vec<Dimension> {
    Ruler::of(bundle, level).weighing()
}

impl Judge {
    /// Compiles a bundle.
    pub fn new(bundle: &Bundle) -> Self {
        let (question, rubric, guards) = (&bundle.question, &bundle.rubric, &bundle.scale.guards);
        let wordings = std::iter::once(&question.prompt).chain(&question.rephrased).map(String::as_str);
        let feedback = rubric.criteria.iter().map(|criterion| &criterion.feedback);
        let advice = feedback.chain(&rubric.anchors).map(String::as_str);
        let models = [rubric.model_answer.as_str(), rubric.short_answer.as_str()];
        Judge {
            rulebook: Rulebook::new(bundle),
            originals: Originals {
                question: Echoes::new(wordings, guards.echo_run),
                advice: Echoes::new(advice, guards.advice_run),
                models: Echoes::new(models, guards.copy_run),
            },
            fingerprint: bundle.fingerprint().0,
            bundle: bundle.clone(),
        }
    }

    /// Judges an answer at the candidate's level (raised to the question's own where that is higher).
    pub fn score(&self, segments: &[Segment<'_>], level: Level) -> Scorecard {
        let ruler = Ruler::of(&self.bundle, level);
        let reads = self.read(segments);
        let judged = self.judge(&reads, &ruler);
        let unprompted = (reads.len() > 1).then(|| {
            let alone = self.judge(&reads[..1], &ruler);
            Mille(ruler.rate(&alone.findings).score)
        });
        self.card(&ruler, &reads, judged, unprompted)
    }

    /// The probe worth most: index into the question's probes, leaving out those already asked. None where nothing that a
    /// probe asks for is missing.
    pub fn probe(&self, card: &Scorecard, asked: &[usize]) -> Option<usize> {
        next_step::probe(card, &self.bundle.question.probes, asked)
    }

    /// Which patterns match a text at all, however it was meant: by criterion, in the order of [`Criterion::patterns`].
    pub fn matches(&self, text: &str) -> Vec<Vec<bool>> {
        let hits = self.rulebook.find(&Document::parse(text));
        let hit = |pattern: usize| hits.get(pattern).is_some_and(|hits| !hits.is_empty());
        let criteria = self.rulebook.criteria.iter();
        criteria.map(|criterion| criterion.rules.iter().cloned().flatten().map(hit).collect()).collect()
    }

    fn read<'a>(&'a self, segments: &[Segment<'a>]) -> Vec<Read<'a>> {
        let scale = &self.bundle.scale;
        let read = |(index, segment): (usize, &Segment<'a>)| {
            let mut echoes = self.originals.question.clone();
            echoes.extend(segment.probe);
            let reading =
                Reading::new(index, segment.text, &self.rulebook, [&echoes, &self.originals.advice], &scale.guards);
            let scopes = scopes(&reading, &scale.scope);
            Read { reading, scopes }
        };
        segments.iter().enumerate().map(read).collect()
    }

    fn judge(&self, reads: &[Read<'_>], ruler: &Ruler<'_>) -> Judged {
        let scale = &self.bundle.scale;
        let kind = self.bundle.question.kind;
        let readings: Vec<&Reading<'_>> = reads.iter().map(|read| &read.reading).collect();
        let flags = guards::flags(&readings, &self.originals, &scale.guards);
        let raised = red_flags::raised(reads, &self.rulebook, &self.bundle.rubric.red_flags, kind, scale);
        let earned = self.earned(reads, &raised);
        let story = (kind == Kind::Behavioural).then(|| star::story(reads, &scale.star));
        let mut caps = guards::caps(&flags);
        caps.extend(raised.caps.iter().cloned());
        caps.extend(story.iter().flat_map(|story| story.caps.iter().cloned()));
        let nothing = earned.iter().all(|earned| earned.credit == 0);
        let hollow = nothing_in(Dimension::Substance, ruler.criteria, &earned);
        if story.is_some() && hollow {
            caps.push(Cap { band: 2, because: "the story says nothing of what the question is about".to_owned() });
        }
        let findings = Findings {
            credits: earned.iter().map(|earned| earned.credit).collect(),
            story: story.as_ref().map(|story| if nothing { 0 } else { story.credit }),
            penalty: raised.penalty,
            caps,
        };
        Judged { findings, earned, raised, story, flags }
    }

    fn earned(&self, reads: &[Read<'_>], raised: &Raised) -> Vec<Earned> {
        let Bundle { rubric, scale, question, .. } = &self.bundle;
        let criteria = rubric.criteria.iter().zip(&self.rulebook.criteria);
        let all = criteria.map(|(criterion, patterns)| {
            let demand = Demand {
                kind: question.kind,
                dimension: criterion.dimension,
                speaker_self: criterion.speaker_self,
                negated: criterion.negated,
                unless: &patterns.unless,
                credit: &scale.credit,
                cancelled: &raised.cancelled,
            };
            earned(reads, &self.rulebook, criterion, &patterns.rules, demand, &scale.tradeoff)
        });
        let mut all: Vec<Earned> = all.collect();
        crowding::thin_out(reads, &rubric.criteria, &mut all, scale);
        all
    }

    fn card(&self, ruler: &Ruler<'_>, reads: &[Read<'_>], judged: Judged, unprompted: Option<Mille>) -> Scorecard {
        let rating = ruler.rate(&judged.findings);
        let words: usize = reads.iter().map(|read| read.reading.words_in_all()).sum();
        let mut flags = judged.flags.clone();
        if self.is_unrecognised(reads, &judged, &rating) {
            flags.push(AnswerFlag::NotRecognised);
        }
        let scorable = !flags.iter().any(|flag| matches!(flag, AnswerFlag::Empty | AnswerFlag::OtherLanguage));
        let banded = scorable && !flags.contains(&AnswerFlag::ModelCopy);
        Scorecard {
            format: 1,
            question: self.bundle.question.id.clone(),
            level: ruler.level,
            score: scorable.then_some(Mille(rating.score)),
            band: banded.then_some(rating.band),
            dimensions: rating.dimension_scores(),
            criteria: self.criteria(ruler, reads, &judged.earned),
            next_step: if scorable {
                next_step::next_step(ruler, &judged.findings, judged.story.as_ref(), &rating)
            } else {
                None
            },
            raise: if banded {
                next_step::raise(ruler, &judged.findings, judged.story.as_ref(), &rating)
            } else {
                None
            },
            star: judged.story.map(|story| story.score),
            red_flags: judged.raised.hits,
            low_confidence: scorable && self.is_unsure(&rating, words, &flags),
            flags,
            caps: rating.caps,
            unprompted,
            rubric: self.fingerprint.clone(),
            engine: ENGINE.to_owned(),
        }
    }

    fn criteria(&self, ruler: &Ruler<'_>, reads: &[Read<'_>], earned: &[Earned]) -> Vec<CriterionScore> {
        let score = |(criterion, earned): (&Criterion, &Earned)| CriterionScore {
            id: criterion.id.clone(),
            dimension: criterion.dimension,
            points: criterion.points,
            expected: ruler.expects(criterion),
            credit: Mille(earned.credit),
            evidence: if earned.credit == 0 {
                Vec::new()
            } else {
                earned.marks.iter().filter_map(|mark| mark.evidence(reads, &self.rulebook)).collect()
            },
            withheld: earned.marks.iter().filter_map(|mark| mark.withheld(reads)).collect(),
            feedback: criterion.feedback.clone(),
        };
        ruler.criteria.iter().zip(earned).map(score).collect()
    }

    /// On topic as far as can be told, long enough, no denial and no list: yet nothing in it was recognised.
    fn is_unrecognised(&self, reads: &[Read<'_>], judged: &Judged, rating: &Rating) -> bool {
        let guards = &self.bundle.scale.guards;
        let Some(answer) = reads.first().map(|read| &read.reading) else { return false };
        let denied = |earned: &Earned| {
            earned
                .marks
                .iter()
                .any(|mark| matches!(mark.verdict.status, Status::Negated | Status::Weak | Status::Other))
        };
        rating.score == 0
            && judged.flags.is_empty()
            && judged.raised.hits.is_empty()
            && !judged.earned.iter().any(denied)
            && answer.words_in_all() >= guards.recognised_words as usize
            && self.originals.question.shared_content(&answer.document) >= guards.recognised_shared as usize
    }

    fn is_unsure(&self, rating: &Rating, words: usize, flags: &[AnswerFlag]) -> bool {
        let bands = &self.bundle.scale.bands;
        let near = bands.cuts.iter().any(|cut| rating.score.abs_diff(*cut) < bands.margin);
        near || words < bands.sure_words as usize || !flags.is_empty()
    }
}

fn nothing_in(dimension: Dimension, criteria: &[Criterion], earned: &[Earned]) -> bool {
    let mut own = criteria.iter().zip(earned).filter(|(criterion, _)| criterion.dimension == dimension);
    own.all(|(_, earned)| earned.credit == 0)
}
