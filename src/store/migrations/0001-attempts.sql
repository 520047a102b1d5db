-- The first schema. docs/data.md says what each table is for; a released migration never changes.
-- Instants are milliseconds since 1970, UTC. JSON is kept as text and never searched inside.

CREATE TABLE profile (
    id         TEXT    NOT NULL PRIMARY KEY,
    name       TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE setting (
    profile TEXT NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (profile, key)
) STRICT;

CREATE TABLE bundle (
    fingerprint TEXT NOT NULL PRIMARY KEY,
    question    TEXT NOT NULL,
    body        TEXT NOT NULL
) STRICT;

CREATE TABLE attempt (
    id               TEXT    NOT NULL PRIMARY KEY,
    profile          TEXT    NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
    state            TEXT    NOT NULL CHECK (state IN ('open', 'finished', 'abandoned')),
    format           INTEGER NOT NULL,
    program          TEXT    NOT NULL,
    started_at       INTEGER NOT NULL,
    ended_at         INTEGER,
    interview        TEXT    NOT NULL,
    title            TEXT    NOT NULL,
    level            TEXT    NOT NULL,
    minutes          INTEGER NOT NULL,
    extra_time       INTEGER NOT NULL,
    questions        INTEGER NOT NULL,
    plan_fingerprint TEXT    NOT NULL,
    clock_ms         INTEGER NOT NULL,
    clock_wall       INTEGER NOT NULL,
    scoring          INTEGER,
    plan             TEXT    NOT NULL, -- the long ones stand last, so that lists need not read past them
    settings         TEXT    NOT NULL
) STRICT;

CREATE INDEX attempt_by_time ON attempt (profile, state, started_at, id);

CREATE TABLE asked (
    attempt    TEXT    NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    question   TEXT    NOT NULL,
    bundle     TEXT    REFERENCES bundle (fingerprint),
    reached_ms INTEGER,
    PRIMARY KEY (attempt, position),
    UNIQUE (attempt, question)
) STRICT;

CREATE INDEX asked_by_question ON asked (question);

CREATE TABLE event (
    attempt  TEXT    NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    seq      INTEGER NOT NULL,
    at_ms    INTEGER NOT NULL,
    wall     INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    question TEXT,
    body     TEXT    NOT NULL,
    PRIMARY KEY (attempt, seq)
) STRICT;

CREATE TABLE scorecard (
    attempt  TEXT NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    rubric   TEXT NOT NULL REFERENCES bundle (fingerprint),
    engine   TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (attempt, question, rubric, engine)
) STRICT;

CREATE TABLE scoring (
    attempt   TEXT    NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    number    INTEGER NOT NULL,
    scored_at INTEGER NOT NULL,
    score     INTEGER,
    band      INTEGER,
    answered  INTEGER NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (attempt, number)
) STRICT;

CREATE TABLE scored (
    attempt  TEXT    NOT NULL,
    number   INTEGER NOT NULL,
    question TEXT    NOT NULL,
    rubric   TEXT    NOT NULL,
    engine   TEXT    NOT NULL,
    PRIMARY KEY (attempt, number, question),
    FOREIGN KEY (attempt, number) REFERENCES scoring (attempt, number) ON DELETE CASCADE,
    FOREIGN KEY (attempt, question, rubric, engine) REFERENCES scorecard (attempt, question, rubric, engine)
        ON DELETE CASCADE
) STRICT;
