//! What an answer could still say, and what it would be worth with some of it said in full. What no words can lift stays: the
//! caps and penalties of misconceptions, and those of the answer as a whole.

use crate::content::scale::Star;
use crate::content::{Dimension, StarPart};
use crate::scoring::guards;
use crate::scoring::rating::{Findings, Rating, Ruler};
use crate::scoring::scorecard::{AnswerFlag, Cap, StoryForm};
use crate::scoring::star::{Step, Story};

/// The answer as it stands, with all that it could still say.
pub(super) struct Prospect<'a> {
    ruler: &'a Ruler<'a>,
    findings: &'a Findings,
    story: Option<&'a Story>,
    /// Criteria in the rubric's order, then the parts of the story.
    wishes: Vec<Wish<'a>>,
}

/// Something that could be said in full.
#[derive(Debug, Clone, Copy)]
pub(super) enum Wish<'a> {
    /// A criterion, by its place in the rubric.
    Criterion(usize),
    /// A part of the story.
    Part(&'a Step),
}

impl<'a> Prospect<'a> {
    /// Looks for what is missing.
    pub fn new(ruler: &'a Ruler<'a>, findings: &'a Findings, story: Option<&'a Story>) -> Self {
        let criteria = findings.credits.iter().enumerate().filter(|(_, credit)| **credit < 1000);
        let criteria = criteria.map(|(index, _)| Wish::Criterion(index));
        let parts = story.into_iter().flat_map(|story| &story.steps).map(Wish::Part);
        let wishes = criteria.chain(parts).collect();
        Prospect { ruler, findings, story, wishes }
    }

    /// How many things could still be said.
    pub fn count(&self) -> usize {
        self.wishes.len()
    }

    /// What the rubric calls it, and what to say.
    pub fn wording(&self, wish: usize) -> (&'a str, &'a str) {
        match self.wishes[wish] {
            Wish::Criterion(index) => (&self.ruler.criteria[index].id, &self.ruler.criteria[index].feedback),
            Wish::Part(step) => (step.id, step.say),
        }
    }

    /// Whether it is expected at this level; otherwise it would be a bonus.
    pub fn is_expected(&self, wish: usize) -> bool {
        match self.wishes[wish] {
            Wish::Criterion(index) => self.ruler.expects(&self.ruler.criteria[index]),
            Wish::Part(_) => true,
        }
    }

    /// Whether band 3 is out of reach without it.
    pub fn is_required(&self, wish: usize) -> bool {
        match self.wishes[wish] {
            Wish::Criterion(index) => self.ruler.criteria[index].required && self.is_expected(wish),
            Wish::Part(_) => false,
        }
    }

    /// Where it would earn, and how much at most among others of the same dimension; none for what lifts more than the score of
    /// one dimension.
    pub fn worth(&self, wish: usize) -> Option<(Dimension, u32)> {
        let Wish::Criterion(index) = self.wishes[wish] else { return None };
        let (criterion, credit) = (&self.ruler.criteria[index], self.findings.credits[index]);
        let share = if self.is_expected(wish) { 1000 } else { self.ruler.scale.bands.bonus };
        (!self.is_required(wish)).then_some((criterion.dimension, criterion.points * (1000 - credit.min(1000)) * share))
    }

    /// Rates the answer with these things said in full.
    pub fn with(&self, said: &[usize]) -> Rating {
        let mut findings = self.findings.clone();
        let mut parts = Vec::new();
        if !said.is_empty() {
            // Whoever says more is no longer too short.
            let too_short = guards::caps(&[AnswerFlag::TooShort]);
            findings.caps.retain(|cap| !too_short.contains(cap));
        }
        for wish in said {
            match self.wishes[*wish] {
                Wish::Part(step) => parts.push(step),
                Wish::Criterion(index) => {
                    findings.credits[index] = 1000;
                }
            }
        }
        if let Some(story) = self.story {
            tell(story, &parts, &self.ruler.scale.star, &mut findings);
        }
        self.ruler.rate(&findings)
    }
}

/// Tells parts of a story in full. Where none was told yet, own actions alone make an episode of an opinion or a habit.
fn tell(story: &Story, parts: &[&Step], scale: &Star, findings: &mut Findings) {
    let acts = parts.iter().any(|step| step.id == "star.action");
    let is_story = story.score.form == StoryForm::Story;
    let told = weighed(story, parts, scale) * if is_story || acts { 1000 } else { scale.no_story } / 1000;
    findings.story = Some(if findings.credits.iter().all(|credit| *credit == 0) { 0 } else { told });
    if is_story || acts {
        findings.caps.retain(|cap| !parts.iter().any(|step| step.lifts.contains(&cap.because.as_str())));
    }
    // As soon as it is an episode, its end is missed.
    let no_result = story.steps.iter().find(|step| step.id == "star.result" && story.score.result.0 == 0);
    let still_missing = no_result.filter(|result| !parts.contains(result));
    if let Some(because) = still_missing.and_then(|step| step.lifts.first()).filter(|_| !is_story && acts) {
        findings.caps.push(Cap { band: 2, because: (*because).to_owned() });
    }
}

/// All parts by their weights, these in full, in thousandths.
fn weighed(story: &Story, parts: &[&Step], scale: &Star) -> u32 {
    let all = [
        (StarPart::Situation, "star.situation", story.score.situation),
        (StarPart::Task, "star.task", story.score.task),
        (StarPart::Action, "star.action", story.score.action),
        (StarPart::Result, "star.result", story.score.result),
    ];
    let factor = if story.score.form == StoryForm::Story { 1000 } else { scale.no_story.max(1) };
    let told = |id: &str, shown: u32| {
        let open = story.steps.iter().any(|step| step.id == id) && !parts.iter().any(|step| step.id == id);
        if open { (shown * 1000).div_ceil(factor).min(1000) } else { 1000 }
    };
    let weight = |part: &StarPart| scale.parts.get(part).copied().unwrap_or_default();
    let sum: u32 = all.iter().map(|(part, id, shown)| weight(part) * told(id, shown.0)).sum();
    sum / all.iter().map(|(part, ..)| weight(part)).sum::<u32>().max(1)
}
