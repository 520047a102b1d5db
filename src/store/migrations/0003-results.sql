-- Attempts beyond the single mock interview: practice, interviews held with others, and what is told of many at once.

-- mock: an interview that was sat. drill: short practice. live: an interview that was held with somebody else.
ALTER TABLE attempt ADD COLUMN kind TEXT NOT NULL DEFAULT 'mock' CHECK (kind IN ('mock', 'drill', 'live'));

-- What is told of ten thousand attempts at once is read from this and `result` alone: the rows of attempts hold plans, and are long.
DROP INDEX attempt_by_time;
CREATE INDEX attempt_by_time ON attempt (profile, kind, state, started_at, id, level);

-- Taking an attempt away sweeps the bundles that nobody refers to any more.
CREATE INDEX asked_by_bundle ON asked (bundle);
CREATE INDEX scorecard_by_rubric ON scorecard (rubric);

CREATE TABLE tag (
    attempt TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    PRIMARY KEY (attempt, name)
) STRICT;

CREATE TABLE note (
    attempt TEXT    NOT NULL PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
    text    TEXT    NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;

-- When somebody has been shown the model answer of a question.
CREATE TABLE shown (
    profile  TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    question TEXT    NOT NULL,
    shown_at INTEGER NOT NULL,
    PRIMARY KEY (profile, question, shown_at)
) STRICT;

-- A cache: what lists of many attempts need of each question, by the latest scoring. An attempt without rows gets them when
-- they are next asked for, so a migration that changes a column's meaning only needs to empty the table.
CREATE TABLE result (
    attempt        TEXT    NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    question       TEXT    NOT NULL,
    topic          TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    level          TEXT    NOT NULL,
    outcome        TEXT    NOT NULL,
    overall        INTEGER, -- of the whole attempt, the same in all its rows
    score          INTEGER,
    band           INTEGER,
    unprompted     INTEGER,
    substance      INTEGER,
    tools          INTEGER,
    tradeoffs      INTEGER,
    star           INTEGER,
    used_ms        INTEGER NOT NULL,
    allowed_ms     INTEGER NOT NULL,
    over_ms        INTEGER NOT NULL,
    first_point_ms INTEGER,
    situation      INTEGER,
    task           INTEGER,
    action         INTEGER,
    result         INTEGER,
    PRIMARY KEY (attempt, position)
) STRICT, WITHOUT ROWID;

-- What an interviewer noted and rated, as it is exported.
CREATE TABLE rating_sheet (
    attempt TEXT NOT NULL PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
    body    TEXT NOT NULL
) STRICT;
