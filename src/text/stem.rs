//! Inflection off, meaning kept: plurals, -ing, -ed, irregular verbs, British and American spelling.
