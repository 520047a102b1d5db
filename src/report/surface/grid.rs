//! Tables of text in so many columns of a terminal. No word of theirs is broken that fits a line: where the columns have no room
//! for their words, each row becomes a block of labelled lines.

use comfy_table::{Cell, ColumnConstraint, ContentArrangement, Row, Table, Width};
use textwrap::core::display_width;

/// What a column has beside its words.
const PADDING: usize = 2;

/// Rows under column heads. The first column is there to be copied, and its words are never broken; a word elsewhere is where it
/// would take more than a third of the width.
pub fn grid<R: Into<Row>>(head: &[&str], rows: impl IntoIterator<Item = R>, width: usize) -> String {
    let rows: Vec<Row> = rows.into_iter().map(Into::into).collect();
    let needs: Vec<Need> = (0..head.len()).map(|column| Need::of(column, head, &rows, width)).collect();
    match widths(&needs, width) {
        Some(widths) => table(head, rows, &widths),
        None => blocks(head, &rows, width),
    }
}

/// What a column needs of a line, padding included.
struct Need {
    /// For its longest word.
    least: usize,
    /// For its longest line.
    most: usize,
}

impl Need {
    fn of(column: usize, head: &[&str], rows: &[Row], width: usize) -> Self {
        let cells = rows.iter().filter_map(|row| row.cell_iter().nth(column)).map(Cell::content);
        let texts: Vec<String> = cells.chain([head[column].to_owned()]).collect();
        let word = texts.iter().flat_map(|text| text.split_whitespace()).map(display_width).max().unwrap_or(0);
        let line = texts.iter().flat_map(|text| text.lines()).map(display_width).max().unwrap_or(0);
        let least = if column == 0 { word } else { word.min(width / 3) };
        Need { least: least + PADDING, most: line + PADDING }
    }

    /// What it takes of a line where each column may take so much.
    fn given(&self, share: usize) -> usize {
        share.min(self.most).max(self.least)
    }
}

/// As much for each column as it needs, and of what is left the same for all that need more; none where words have no room.
fn widths(needs: &[Need], width: usize) -> Option<Vec<usize>> {
    let given = |share: usize| needs.iter().map(move |need| need.given(share));
    let share = (0..=width).rev().find(|share| given(*share).sum::<usize>() <= width)?;
    Some(given(share).collect())
}

fn table(head: &[&str], rows: Vec<Row>, widths: &[usize]) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(columns(widths.iter().sum()));
    table.set_header(head);
    table.add_rows(rows);
    for (column, width) in table.column_iter_mut().zip(widths) {
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(columns(*width))));
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn columns(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// The first cell of each row, and the others below it, each with its head; without those that are empty.
fn blocks(head: &[&str], rows: &[Row], width: usize) -> String {
    let mut out = String::new();
    for row in rows {
        let mut cells = row.cell_iter().map(Cell::content);
        out += &wrapped(&cells.next().unwrap_or_default(), "", width);
        for (name, cell) in head.iter().skip(1).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let label = if name.is_empty() { String::new() } else { format!("{name}: ") };
            out += &wrapped(&format!("{label}{cell}"), "  ", width);
        }
    }
    out
}

/// Lines behind a space, as those of tables are.
fn wrapped(text: &str, indent: &str, width: usize) -> String {
    let (first, rest) = (format!(" {indent}"), format!(" {indent}  "));
    let options = textwrap::Options::new(width).initial_indent(&first).subsequent_indent(&rest);
    let lines = text.lines().flat_map(|line| textwrap::wrap(line, &options));
    lines.map(|line| line.trim_end().to_owned() + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &[&str] = &["id", "when", "interview", "length", "answered", "result"];

    fn history(width: usize) -> String {
        let row = ["01a1c19c-2c00", "2026-11-09 18:40", "collaboration, mid", "30 min", "4 of 4", "3, solid for mid"];
        grid(HEAD, [row], width)
    }

    #[test]
    fn no_width_breaks_a_word() {
        for width in 40..=100 {
            let grid = history(width);
            let words: Vec<&str> = grid.split_whitespace().collect();
            for word in ["01a1c19c-2c00", "2026-11-09", "18:40", "collaboration,", "solid"] {
                assert!(words.contains(&word), "{word} is broken at {width}:\n{grid}");
            }
            assert!(grid.lines().all(|line| display_width(line) <= width), "{width}:\n{grid}");
        }
    }

    #[test]
    fn columns_without_room_become_labelled_lines() {
        assert_eq!(
            history(40),
            " 01a1c19c-2c00\n   when: 2026-11-09 18:40\n   interview: collaboration, mid\n   length: 30 min\n   \
             answered: 4 of 4\n   result: 3, solid for mid\n"
        );
        assert_eq!(history(80).lines().count(), 3);
        assert_eq!(history(100).lines().count(), 2);
    }

    #[test]
    fn what_is_left_of_a_line_goes_to_long_texts() {
        let prompt = "In a set-up, somebody changes a running deployment by hand. What happens then, and why?";
        let grid = grid(&["topic", "level", "question"], [["gitops", "junior", prompt]], 60);
        assert_eq!(grid.lines().nth(1), Some(" gitops  junior  In a set-up, somebody changes a running"), "{grid}");
    }

    #[test]
    fn an_endless_word_does_not_turn_a_table_into_blocks() {
        let grid = grid(HEAD, [["1", "2", &"x".repeat(300), "4", "5", "6"]], 80);
        assert!(grid.starts_with(" id  when") && grid.lines().all(|line| display_width(line) <= 80), "{grid}");
    }
}
