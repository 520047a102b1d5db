//! Every constant of the scoring: bands, cut scores, weights, guards. The words are in [`super::cues`].

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::interview::{Kind, Level};
use super::rubric::{Dimension, StarPart};

/// rubrics/scale.toml. All shares are thousandths, all lengths words, unless said otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// From score to band.
    pub bands: Bands,
    /// What each dimension weighs, by kind of question and level; a row need not sum to 1000.
    pub weights: BTreeMap<Kind, BTreeMap<Level, BTreeMap<Dimension, u32>>>,
    /// What words earn, by how they were meant.
    pub credit: Credit,
    /// How far a denial reaches.
    pub scope: Scope,
    /// Echoes, lists, disorder, length.
    pub guards: Guards,
    /// What weighing options earns.
    pub tradeoff: Tradeoff,
    /// What the parts of a story earn.
    pub star: Star,
}

/// From score to band.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bands {
    /// Least scores of bands 2, 3 and 4, fitted on rated answers.
    pub cuts: [u32; 3],
    /// A score this close to a cut is of low confidence.
    pub margin: u32,
    /// An answer shorter than this is of low confidence.
    pub sure_words: u32,
    /// Share of its points that a criterion above the level adds as a bonus.
    pub bonus: u32,
    /// The most that red flags together take off.
    pub penalty: u32,
    /// What each class of cues that is wrong whatever the question (`harm-…`) takes off.
    pub harm: u32,
    /// Levels at which weighing options decides about band 4, with the least score in that dimension.
    pub tradeoff_floor: BTreeMap<Level, u32>,
    /// The other dimensions count up to this share of the substance that they serve: names without a purpose are idle.
    pub carried: u32,
    /// The highest bands with one, two, three and more red flags, besides what the flags themselves cap.
    pub flagged: Vec<u8>,
    /// A required criterion with less credit than this holds the band at 2.
    pub required: u32,
}

/// What words earn, by how they were meant; 1000 is in full.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Credit {
    /// "I would", where the question asks what was done; "I plan to learn" everywhere.
    pub hypothetical: u32,
    /// "I have heard of".
    pub weak: u32,
    /// Somebody else's.
    pub other: u32,
    /// Tools in a list of terms; anything else in a list earns nothing.
    pub listed: u32,
    /// Words in code.
    pub code: u32,
    /// Substance beyond what one sentence can carry.
    pub crowded: u32,
}

/// How far a denial reaches, after Chapman's NegEx: a window of words, longer through the items of a list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// Words after the trigger.
    pub words: u32,
    /// Further words for each comma of a list.
    pub per_comma: u32,
    /// Words at most.
    pub most: u32,
    /// Longest item of a list that a scope crosses into.
    pub item: u32,
}

/// Echoes, lists, disorder, length.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Guards {
    /// Length of a run of words that counts as an echo of the question.
    pub echo_run: u32,
    /// Share of echoed words from which the whole answer is an echo.
    pub echo_share: u32,
    /// Least own words besides the echo that save an answer from being one.
    pub echo_own: u32,
    /// Longest chunk without grammar that can be an item of a list.
    pub list_item: u32,
    /// Least items in a row that make a list.
    pub list_run: u32,
    /// Least scraps in a row that make a list in prose, whatever they say.
    pub list_long: u32,
    /// Share of words of grammar from which such scraps say something.
    pub scraps_function: u32,
    /// Share of bare items from which only grammar keeps an item out of a list, not the shorthand of notes.
    pub list_bare: u32,
    /// Share of relating signs (colons, brackets, arrows, comparisons), among these and commas, from which a text is notes.
    pub note_share: u32,
    /// Share of listed words from which the whole answer is a list.
    pub list_share: u32,
    /// Least share of grammatical words in a text that is no list.
    pub list_function: u32,
    /// Shorter texts are not judged by shares.
    pub list_words: u32,
    /// Largest share that one run of three words may have.
    pub repeat_share: u32,
    /// Shorter texts are not judged by repetition.
    pub repeat_words: u32,
    /// Share of neighbours that grammar does not allow, from which words are in no order.
    pub odd_share: u32,
    /// Shorter texts are not judged by their order.
    pub odd_words: u32,
    /// Fewer words than these are no answer.
    pub short_words: u32,
    /// Length of the runs of words by which copies of the model answer are recognised.
    pub copy_run: u32,
    /// So many words in a row shared with the rubric's own feedback or anchors are advice read out, and earn nothing. Longer than
    /// `copy_run`: advice is short, and people say the same in a few words of their own.
    pub advice_run: u32,
    /// Share of such runs from which an answer is a copy.
    pub copy_share: u32,
    /// Substance criteria that any sentence can carry.
    pub breadth: u32,
    /// One further criterion for each so many words.
    pub breadth_words: u32,
    /// Shorter texts are never "not recognised".
    pub recognised_words: u32,
    /// Words of the question that an answer must share to be on topic.
    pub recognised_shared: u32,
}

/// What weighing options earns.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tradeoff {
    /// An alternative with its cost and a condition or reason, near the topic.
    pub full: u32,
    /// An alternative with its cost, or with a condition or reason, near the topic.
    pub option: u32,
    /// A cost with its condition or reason, near the topic, but no alternative.
    pub limit: u32,
}

/// What the parts of a story earn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Star {
    /// What each part weighs among the others.
    pub parts: BTreeMap<StarPart, u32>,
    /// Points of all parts together, beside those of the rubric's own criteria.
    pub points: u32,
    /// Own actions that earn in full.
    pub actions: u32,
    /// Actions, one of them the speaker's own, without which band 3 is out of reach.
    pub least_actions: u32,
    /// A result without a number.
    pub unmeasured: u32,
    /// What is left of the parts of an answer that tells no episode.
    pub no_story: u32,
    /// The situation stands within this share of the answer.
    pub situation_until: u32,
    /// The result stands behind this share of the answer.
    pub result_from: u32,
    /// A section label with fewer words behind it is empty.
    pub label_words: u32,
    /// Habits that make an answer without own actions a pseudo-story.
    pub habits: u32,
}
