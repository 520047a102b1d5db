//! How a problem looks to its author: file, line, column, caret, what is wrong, what to do.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use super::problem::{Place, Problem, Severity};
use super::sources::Source;

/// Line and column of a byte, both from 1; columns count characters.
pub fn position(text: &str, byte: usize) -> (usize, usize) {
    let before = &text[..text.floor_char_boundary(byte)];
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[start..].chars().count() + 1)
}

/// A problem with the lines it concerns. Styled with ANSI escapes; printing through `anstream` takes them off where they
/// do not belong. Control characters in the file are shown as symbols and never reach the terminal.
pub fn render(problem: &Problem, sources: &[Source], width: usize) -> String {
    let level = match problem.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let places = Places { problem, sources };
    let mut group = Group::with_title(level.primary_title(visible(&problem.message)).id(problem.rule));
    for snippet in places.snippets() {
        group = group.element(snippet);
    }
    let group = group.element(Level::HELP.message(visible(&problem.help)));
    Renderer::styled().decor_style(DecorStyle::Ascii).term_width(width).render(&[group])
}

struct Places<'a> {
    problem: &'a Problem,
    sources: &'a [Source],
}

impl<'a> Places<'a> {
    fn snippets(&self) -> Vec<Snippet<'a, Annotation<'a>>> {
        let here = &self.problem.place;
        let mark = AnnotationKind::Primary.span(self.line_of(here));
        match &self.problem.also {
            None => vec![self.snippet(here).annotation(mark)],
            Some(other) if other.file == here.file => {
                vec![self.snippet(here).annotation(mark).annotation(self.other(other))]
            }
            Some(other) => vec![self.snippet(here).annotation(mark), self.snippet(other).annotation(self.other(other))],
        }
    }

    fn other(&self, place: &Place) -> Annotation<'a> {
        AnnotationKind::Context.span(self.line_of(place)).label("the other one")
    }

    fn snippet(&self, place: &Place) -> Snippet<'a, Annotation<'a>> {
        Snippet::source(visible(self.text(place))).path(visible(&place.file))
    }

    fn text(&self, place: &Place) -> &'a str {
        self.sources.iter().find(|source| source.name == place.file).map_or("", |source| &source.text)
    }

    /// The part of a place on its first line: a model answer's caret need not run over its whole text.
    fn line_of(&self, place: &Place) -> std::ops::Range<usize> {
        let text = self.text(place);
        let start = place.span.start.min(text.len());
        let line_end =
            text.get(start..).and_then(|rest| rest.find(['\r', '\n'])).map_or(text.len(), |length| start + length);
        start..place.span.end.clamp(start, line_end)
    }
}

/// C1 control characters as a middle dot, which is as long, so that spans keep their place; the renderer shows all others
/// as symbols.
fn visible(text: &str) -> String {
    text.chars().map(|character| if ('\u{80}'..='\u{9f}').contains(&character) { '·' } else { character }).collect()
}
