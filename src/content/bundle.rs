//! Everything that judging one question needs, in one self-contained, fingerprinted piece: it is stored with each attempt,
//! so that an old answer can be reported, and scored again, for ever.

use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::cues::Cue;
use super::interview::Question;
use super::lexicon::Term;
use super::rubric::Rubric;
use super::scale::Scale;
use super::sources;

/// A question with its rubric and all that the rubric resolves to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bundle {
    /// The question.
    pub question: Question,
    /// How it is judged.
    pub rubric: Rubric,
    /// Terms that the rubric refers to, directly or through groups and implications; sorted by id.
    pub terms: Vec<Term>,
    /// All cue classes; sorted by id.
    pub cues: Vec<Cue>,
    /// The constants.
    pub scale: Scale,
}

/// A content hash, printed as hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Fingerprint(pub String);

/// The constants of this version, as they are kept.
static PRESENT: LazyLock<Value> = LazyLock::new(|| {
    let scale = sources::shipped().into_iter().find(|source| source.path == "rubrics/scale.toml");
    scale.and_then(|scale| toml::from_str(&scale.text).ok()).unwrap_or_default()
});

impl Bundle {
    /// Reads a bundle that was kept with an attempt, by this version or an earlier one. A constant that came since has today's
    /// value, and one that went is forgotten: the scorecards of that time stand as they are.
    ///
    /// # Errors
    /// The text is no bundle.
    pub fn read(kept: &str) -> Result<Self, serde_json::Error> {
        // Nearly all are of this version, and read in half the time without a look at each constant.
        if let Ok(bundle) = serde_json::from_str(kept) {
            return Ok(bundle);
        }
        let mut kept: Value = serde_json::from_str(kept)?;
        if let Some(scale) = kept.get_mut("scale") {
            complete(scale);
        }
        serde_json::from_value(kept)
    }

    /// The same rubric under a question as it was asked then; shared where the question is worded so still.
    pub fn asked_as(self: &Arc<Self>, question: &Question) -> Arc<Self> {
        if self.question == *question {
            return self.clone();
        }
        Arc::new(Bundle { question: question.clone(), ..(**self).clone() })
    }

    /// The hash of the canonical JSON form: comments and unrelated terms do not change it.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&serde_json::to_vec(self).unwrap_or_default())
    }
}

impl Fingerprint {
    /// The hash of something that is written in its canonical form.
    pub fn of(canonical: &[u8]) -> Self {
        Fingerprint(blake3::hash(canonical).to_hex()[..16].to_string())
    }
}

/// Brings the constants of an earlier version into the shape of this one, section by section.
fn complete(scale: &mut Value) {
    let (Some(kept), Some(present)) = (scale.as_object_mut(), PRESENT.as_object()) else { return };
    kept.retain(|section, _| present.contains_key(section));
    for (section, constants) in present {
        let kept = kept.entry(section).or_insert_with(|| constants.clone());
        let (Some(kept), Some(constants)) = (kept.as_object_mut(), constants.as_object()) else { continue };
        kept.retain(|name, _| constants.contains_key(name));
        for (name, value) in constants {
            kept.entry(name).or_insert_with(|| value.clone());
        }
    }
}
