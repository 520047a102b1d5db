//! What is asked and listened for. A question that nobody has written a rubric for is asked like any other.

use crate::content::{Bundle, Library, Rubric};
use crate::guide::advice;
use crate::plan::{Asked, Plan};

/// Question and rubric of every question of a plan, in its order. Where there is no rubric, ratings have the meaning that the guide
/// on paper gives them, and there is nothing to tick. None: the library holds one of the questions no more.
pub fn bundles(library: &Library, plan: &Plan) -> Option<Vec<Bundle>> {
    plan.questions().map(|asked| library.bundle(&asked.question).or_else(|| unwritten(library, asked))).collect()
}

fn unwritten(library: &Library, asked: &Asked) -> Option<Bundle> {
    Some(Bundle {
        question: library.questions.get(&asked.question)?.clone(),
        rubric: Rubric::unwritten(&asked.question, advice::anchors(asked.level)),
        terms: Vec::new(),
        cues: Vec::new(),
        scale: library.scale.clone(),
    })
}
