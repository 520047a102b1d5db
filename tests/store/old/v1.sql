-- A data file as schema 1 left it: one finished and one interrupted attempt. It never changes.

PRAGMA application_id = 1752134771;
PRAGMA user_version = 1;

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

INSERT INTO profile VALUES ('018f3c5e-0000-7000-8000-000000000001', 'ada', 1790000000000);
INSERT INTO setting VALUES ('018f3c5e-0000-7000-8000-000000000001', 'composing-wpm', '31');
INSERT INTO bundle VALUES ('fp-canary', 'canary', '{}');
INSERT INTO bundle VALUES ('fp-rollback', 'rollback', '{}');
INSERT INTO attempt VALUES ('019ff000-0000-7000-8000-000000000001', '018f3c5e-0000-7000-8000-000000000001', 'finished', 1, '0.1.0', 1790000000000, 1790002700000, 'devops-engineer', 'DevOps engineer', 'senior', 45, 100, 2, '0123456789abcdef', 1500, 1790000001500, 1, '{"format": 1, "interview": "devops-engineer", "title": "DevOps engineer", "level": "senior", "minutes": 45, "extra_time": 100, "seed": 7, "topics": [], "seen": [], "pool": {"size": 37, "fresh": 37}, "steps": [{"step": "intro", "seconds": 120}, {"step": "question", "question": "canary", "topic": "deployments", "section": "core", "level": "senior", "read_seconds": 10, "answer_seconds": 240, "probes": 1, "probe_seconds": 60}, {"step": "question", "question": "rollback", "topic": "deployments", "section": "core", "level": "senior", "read_seconds": 10, "answer_seconds": 240, "probes": 1, "probe_seconds": 60}, {"step": "candidate-questions", "seconds": 240}, {"step": "close", "seconds": 60}]}', '{"strict":false}');
INSERT INTO attempt VALUES ('019ff001-0000-7000-8000-000000000002', '018f3c5e-0000-7000-8000-000000000001', 'open', 1, '0.1.0', 1790010000000, NULL, 'devops-engineer', 'DevOps engineer', 'senior', 45, 100, 2, '0123456789abcdef', 1500, 1790010001500, NULL, '{"format": 1, "interview": "devops-engineer", "title": "DevOps engineer", "level": "senior", "minutes": 45, "extra_time": 100, "seed": 7, "topics": [], "seen": [], "pool": {"size": 37, "fresh": 37}, "steps": [{"step": "intro", "seconds": 120}, {"step": "question", "question": "canary", "topic": "deployments", "section": "core", "level": "senior", "read_seconds": 10, "answer_seconds": 240, "probes": 1, "probe_seconds": 60}, {"step": "question", "question": "rollback", "topic": "deployments", "section": "core", "level": "senior", "read_seconds": 10, "answer_seconds": 240, "probes": 1, "probe_seconds": 60}, {"step": "candidate-questions", "seconds": 240}, {"step": "close", "seconds": 60}]}', '{"strict":false}');
INSERT INTO asked VALUES ('019ff000-0000-7000-8000-000000000001', 0, 'canary', 'fp-canary', 0);
INSERT INTO asked VALUES ('019ff000-0000-7000-8000-000000000001', 1, 'rollback', 'fp-rollback', 1500);
INSERT INTO asked VALUES ('019ff001-0000-7000-8000-000000000002', 0, 'canary', 'fp-canary', NULL);
INSERT INTO asked VALUES ('019ff001-0000-7000-8000-000000000002', 1, 'rollback', 'fp-rollback', NULL);
INSERT INTO event VALUES ('019ff000-0000-7000-8000-000000000001', 0, 0, 1790000000000, 'shown', 'canary', '{}');
INSERT INTO event VALUES ('019ff000-0000-7000-8000-000000000001', 1, 1500, 1790000001500, 'shown', 'rollback', '{}');
INSERT INTO event VALUES ('019ff001-0000-7000-8000-000000000002', 0, 0, 1790010000000, 'shown', 'canary', '{}');
INSERT INTO event VALUES ('019ff001-0000-7000-8000-000000000002', 1, 1500, 1790010001500, 'shown', 'rollback', '{}');
INSERT INTO scoring VALUES ('019ff000-0000-7000-8000-000000000001', 1, 1790002700000, 640, 3, 2, '{}');
INSERT INTO scorecard VALUES ('019ff000-0000-7000-8000-000000000001', 'canary', 'fp-canary', '1', '{}');
INSERT INTO scorecard VALUES ('019ff000-0000-7000-8000-000000000001', 'rollback', 'fp-rollback', '1', '{}');
INSERT INTO scored VALUES ('019ff000-0000-7000-8000-000000000001', 1, 'canary', 'fp-canary', '1');
INSERT INTO scored VALUES ('019ff000-0000-7000-8000-000000000001', 1, 'rollback', 'fp-rollback', '1');
