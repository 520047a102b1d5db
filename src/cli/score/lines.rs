//! Lines of an input that nobody vouches for: one of them may be longer than any memory.

use std::io::{self, BufRead, Read};

/// The longest line that is kept, in bytes.
pub const LONGEST: usize = 16 << 20;

/// A line without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// As it stands in the input.
    Whole(Vec<u8>),
    /// Longer than was allowed: passed over, not kept.
    TooLong,
}

/// The next line of at most `longest` bytes; none at the end of the input.
///
/// # Errors
/// The input cannot be read.
pub fn next(input: &mut dyn BufRead, longest: usize) -> io::Result<Option<Line>> {
    let mut line = Vec::new();
    // One byte more than fits: the end of a line that just fits, or the proof that it does not.
    let read = input.take(longest as u64 + 1).read_until(b'\n', &mut line)?;
    if read == 0 {
        return Ok(None);
    }
    if line.last() == Some(&b'\n') {
        line.pop();
    } else if line.len() > longest {
        input.skip_until(b'\n')?;
        return Ok(Some(Line::TooLong));
    }
    Ok(Some(Line::Whole(line)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut input: &[u8], longest: usize) -> Vec<Line> {
        std::iter::from_fn(|| next(&mut input, longest).ok().flatten()).collect()
    }

    fn whole(line: &str) -> Line {
        Line::Whole(line.as_bytes().to_vec())
    }

    #[test]
    fn a_line_too_long_is_passed_over_and_the_next_one_read() {
        let found = all(b"four\nfives\n\nthree", 4);
        assert_eq!(found, [whole("four"), Line::TooLong, whole(""), Line::TooLong]);
        assert_eq!(all(b"four\nthr", 4), [whole("four"), whole("thr")]);
        assert_eq!(all(b"fives", 4), [Line::TooLong]);
        assert_eq!(all(b"", 4), []);
    }
}
