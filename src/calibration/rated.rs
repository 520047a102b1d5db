//! Rated answers: one JSON object a line, or the samples of rubrics. What is wrong with a line is collected.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::content::nearest::suggest;
use crate::content::sources::Origin;
use crate::content::{Level, Library, Rubric};

/// Ratings from 0 to 4 become bands by these half-open cuts.
pub const RATING_CUTS: [f64; 3] = [0.95, 2.25, 3.35];

/// An answer, and what people think of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Rated {
    /// Its name; `line 7` where it has none.
    pub id: String,
    /// The question.
    pub question: String,
    /// The level it is judged at.
    pub level: Level,
    /// How it is written; may be empty.
    pub style: String,
    /// 0 to 4, or the band of a sample; only its order and distances count.
    pub rating: Option<f64>,
    /// The band that the rating stands for.
    pub band: Option<u8>,
    /// The means it uses, 0 to 4.
    pub tools: Option<f64>,
    /// How it weighs options, 0 to 4.
    pub tradeoffs: Option<f64>,
    /// The parts of its story.
    pub star: Option<StarRating>,
    /// Whether the story's result is measured.
    pub measured: Option<bool>,
    /// Whether it meets single criteria.
    pub criteria: BTreeMap<String, bool>,
    /// Criteria that its author claims to have met.
    pub claims: Vec<Claim>,
    /// As typed.
    pub answer: String,
}

/// The parts of a story, 0 to 1 each.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
pub struct StarRating {
    /// One dated or placed episode.
    pub situation: f64,
    /// What the speaker had to achieve.
    pub task: f64,
    /// What the speaker did.
    pub action: f64,
    /// What changed.
    pub result: f64,
}

/// A criterion that an answer's author claims to have met.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Claim {
    /// The criterion's id.
    pub criterion: String,
    /// First byte of the words.
    pub start: usize,
    /// Behind the last byte of the words.
    pub end: usize,
    /// The words.
    pub text: String,
    /// The wording of the probe that they answered, unless they stand in the answer itself.
    #[serde(default)]
    pub probe: Option<String>,
}

impl Claim {
    /// Whether its words stand where it says; those that answered a probe stand elsewhere.
    fn fits(&self, answer: &str) -> bool {
        self.probe.is_some() || answer.get(self.start..self.end) == Some(&self.text)
    }

    fn astray(&self) -> String {
        let Claim { criterion, start, end, .. } = self;
        format!("the claim of `{criterion}`, left out: its words do not stand at bytes {start} to {end}")
    }
}

/// What is wrong with a line; `line` counts from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineProblem {
    /// Which line.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

/// A line, as written. Other keys are let through: files of ratings say more than is needed here.
#[derive(Debug, Deserialize)]
struct Line {
    #[serde(alias = "answer_id", default)]
    id: Value,
    #[serde(alias = "question_id")]
    question: String,
    level: Option<Level>,
    #[serde(default)]
    style: Option<String>,
    rating: Option<f64>,
    tools: Option<f64>,
    tradeoffs: Option<f64>,
    star: Option<StarRating>,
    measured: Option<bool>,
    #[serde(default)]
    criteria: BTreeMap<String, bool>,
    #[serde(default)]
    claims: Vec<Claim>,
    answer: String,
}

/// All lines that can be judged, in order, and what is wrong with the others. Blank lines are left out.
pub fn read(text: &str, library: &Library) -> (Vec<Rated>, Vec<LineProblem>) {
    let (mut rated, mut problems) = (Vec::new(), Vec::new());
    for (line, text) in (1..).zip(text.lines()).filter(|(_, text)| !text.trim().is_empty()) {
        match parse(line, text, library) {
            Ok((one, left_out)) => {
                rated.push(one);
                problems.extend(left_out.into_iter().map(|message| LineProblem { line, message }));
            }
            Err(message) => problems.push(LineProblem { line, message }),
        }
    }
    (rated, problems)
}

/// An answer, with what was left out of it.
fn parse(number: usize, text: &str, library: &Library) -> Result<(Rated, Vec<String>), String> {
    let line: Line = serde_json::from_str(text).map_err(|error| said(&error))?;
    let (Some(rubric), Some(question)) = (library.rubrics.get(&line.question), library.questions.get(&line.question))
    else {
        let help = suggest(&line.question, library.rubrics.keys().map(String::as_str));
        return Err(format!("there is no question `{}` with a rubric: {help}", line.question));
    };
    let scales = [("rating", line.rating), ("tools", line.tools), ("tradeoffs", line.tradeoffs)];
    if let Some((name, Some(value))) = scales.iter().find(|(_, value)| value.is_some_and(|value| !is_on_scale(value))) {
        return Err(format!("`{name}` is {value}; ratings go from 0 to 4"));
    }
    if line.rating.is_none() && line.criteria.is_empty() && line.claims.is_empty() {
        return Err("nothing to compare with: give `rating`, `criteria` or `claims`".to_owned());
    }
    let mut left_out = unknown_criteria(&line, rubric);
    left_out.extend(line.claims.iter().filter(|claim| !claim.fits(&line.answer)).map(Claim::astray));
    let knows = |id: &String| rubric.criteria.iter().any(|criterion| criterion.id == *id);
    let rated = Rated {
        id: name(&line.id, number),
        level: line.level.unwrap_or(question.level),
        style: line.style.unwrap_or_default(),
        rating: line.rating,
        band: line.rating.map(band),
        tools: line.tools,
        tradeoffs: line.tradeoffs,
        star: line.star,
        measured: line.measured,
        criteria: line.criteria.into_iter().filter(|(id, _)| knows(id)).collect(),
        claims: (line.claims.into_iter()).filter(|claim| knows(&claim.criterion) && claim.fits(&line.answer)).collect(),
        answer: line.answer,
        question: line.question,
    };
    Ok((rated, left_out))
}

/// Without the column that would be all there is to say about a place in a line of JSON.
fn said(error: &serde_json::Error) -> String {
    let what = error.to_string();
    let what = what.split(" at line ").next().unwrap_or(&what);
    if error.is_data() { what.to_owned() } else { format!("not JSON: {what} (column {})", error.column()) }
}

fn unknown_criteria(line: &Line, rubric: &Rubric) -> Vec<String> {
    let named = line.criteria.keys().chain(line.claims.iter().map(|claim| &claim.criterion));
    let ids = || rubric.criteria.iter().map(|criterion| criterion.id.as_str());
    let unknown = named.filter(|id| !ids().any(|known| known == *id));
    unknown.map(|id| format!("`{}` has no criterion `{id}`, left out: {}", line.question, suggest(id, ids()))).collect()
}

fn name(id: &Value, number: usize) -> String {
    match id {
        Value::String(id) if !id.is_empty() => id.clone(),
        Value::Number(id) => id.to_string(),
        _ => format!("line {number}"),
    }
}

fn is_on_scale(rating: f64) -> bool {
    (0.0..=4.0).contains(&rating)
}

/// The band of a rating.
pub fn band(rating: f64) -> u8 {
    1 + RATING_CUTS.iter().filter(|cut| rating >= **cut).count() as u8
}

/// The samples of all rubrics, or of the user's own only, rated by the bands that their authors gave them.
pub fn samples(library: &Library, own: bool) -> Vec<Rated> {
    let wanted =
        |question: &&String| !own || library.places.get(*question).is_some_and(|places| places.origin == Origin::Own);
    let rubrics = library.rubrics.values().filter(|rubric| wanted(&&rubric.question));
    rubrics
        .filter_map(|rubric| Some(of_rubric(rubric, library.questions.get(&rubric.question)?.level)))
        .flatten()
        .collect()
}

fn of_rubric(rubric: &Rubric, level: Level) -> Vec<Rated> {
    let sample = |(number, sample): (usize, &crate::content::Sample)| Rated {
        id: format!("{}/{number}", rubric.question),
        question: rubric.question.clone(),
        level,
        style: sample.style.clone(),
        rating: Some(f64::from(sample.band)),
        band: Some(sample.band),
        tools: None,
        tradeoffs: None,
        star: None,
        measured: None,
        criteria: BTreeMap::new(),
        claims: Vec::new(),
        answer: sample.answer.clone(),
    };
    (1..).zip(&rubric.samples).map(sample).collect()
}
