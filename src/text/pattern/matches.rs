//! Sorted lists of places, and how sequences, alternatives and nearness are composed of them. Every list holds each
//! (start, end) once, so its length is bounded by the text times the width of the pattern.

/// Tokens `start..end`, all in one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Match {
    pub start: u32,
    pub end: u32,
    pub misspelt: bool,
}

/// Ascending by start, then end.
pub(super) type Matches = Vec<Match>;

/// Sorts, and keeps one of each place, preferably one without a typing error.
pub(super) fn tidy(mut matches: Matches) -> Matches {
    matches.sort_unstable();
    matches.dedup_by_key(|found| (found.start, found.end));
    matches
}

/// Each left with each right that follows within `gap` words in the same sentence; `sentence_end` gives, for a token, the
/// end of its sentence. For each start, the rights are walked once, however many lefts begin there.
pub(super) fn followed(left: &[Match], right: &[Match], gap: usize, sentence_end: &[u32]) -> Matches {
    let mut joined = Vec::new();
    for same_start in left.chunk_by(|one, other| one.start == other.start) {
        let (start, first_end) = (same_start[0].start, same_start[0].end);
        let limit = sentence_end[start as usize];
        let mut ends = same_start.iter().peekable();
        let mut latest = same_start[0];
        let from = right.partition_point(|second| second.start < first_end);
        for second in right[from..].iter().take_while(|second| second.start < limit) {
            while let Some(next) = ends.next_if(|next| next.end <= second.start) {
                latest = *next;
            }
            if second.start <= latest.end + gap as u32 {
                joined.push(Match { start, end: second.end, misspelt: latest.misspelt || second.misspelt });
            } else if ends.peek().is_none() {
                break;
            }
        }
    }
    tidy(joined)
}

/// All lists in every order, at most `gap` words between neighbours.
pub(super) fn near(lists: &[&[Match]], gap: usize, sentence_end: &[u32]) -> Matches {
    let mut all = Vec::new();
    for order in orders(lists.len()) {
        let mut ordered = order.iter().map(|&index| lists[index]);
        let Some(first) = ordered.next() else { continue };
        let found = ordered.fold(first.to_vec(), |left, right| followed(&left, right, gap, sentence_end));
        all.extend(found);
    }
    tidy(all)
}

/// All orders of `0..count`; the notation allows few members.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for next in 0..count {
        all = all.iter().flat_map(|order| (0..=next).map(move |at| inserted(order, at, next))).collect();
    }
    all
}

fn inserted(order: &[usize], at: usize, item: usize) -> Vec<usize> {
    let mut longer = order.to_vec();
    longer.insert(at, item);
    longer
}

/// What a reader would point at: no place that contains another one, and each word used once.
pub(super) fn minimal(matches: &[Match]) -> Matches {
    let mut smallest: Matches = Vec::new();
    let mut end_of_next = u32::MAX;
    for found in matches.iter().rev() {
        if found.end < end_of_next {
            end_of_next = found.end;
            while smallest.last().is_some_and(|later| later.start == found.start) {
                smallest.pop();
            }
            smallest.push(*found);
        }
    }
    smallest.reverse();
    let mut free_from = 0;
    smallest.retain(|found| {
        let free = found.start >= free_from;
        if free {
            free_from = found.end;
        }
        free
    });
    smallest
}
