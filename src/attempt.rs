//! A kept sitting: the plan, what was typed and when, and how it was judged.
