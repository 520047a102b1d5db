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
    let least: Vec<usize> = (0..head.len()).map(|column| least(column, head, &rows, width)).collect();
    if least.iter().sum::<usize>() > width { blocks(head, &rows, width) } else { table(head, rows, &least, width) }
}

/// Columns of the terminal that a column of the table needs.
fn least(column: usize, head: &[&str], rows: &[Row], width: usize) -> usize {
    let cells = rows.iter().filter_map(|row| row.cell_iter().nth(column)).map(Cell::content);
    let longest = |text: String| text.split_whitespace().map(display_width).max().unwrap_or(0);
    let word = cells.chain([head[column].to_owned()]).map(longest).max().unwrap_or(0);
    let most = if column == 0 { usize::MAX } else { width / 3 };
    word.min(most).saturating_add(PADDING)
}

fn table(head: &[&str], rows: Vec<Row>, least: &[usize], width: usize) -> String {
    let mut table = Table::new();
    table.load_style(comfy_table::presets::NOTHING);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(columns(width));
    table.set_header(head);
    table.add_rows(rows);
    for (column, least) in table.column_iter_mut().zip(least) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(columns(*least))));
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
    }

    #[test]
    fn an_endless_word_does_not_turn_a_table_into_blocks() {
        let grid = grid(HEAD, [["1", "2", &"x".repeat(300), "4", "5", "6"]], 80);
        assert!(grid.starts_with(" id  when") && grid.lines().all(|line| display_width(line) <= 80), "{grid}");
    }
}
