-- Criteria that a candidate says were met, with the words that should have counted. Nothing is scored by them.
-- probe: the segment of a probe that was answered with "already said"; the words may be marked later, or never.

CREATE TABLE contest (
    attempt    TEXT    NOT NULL,
    number     INTEGER NOT NULL,
    question   TEXT    NOT NULL,
    criterion  TEXT    NOT NULL,
    probe      INTEGER,
    segment    INTEGER,
    span_start INTEGER,
    span_end   INTEGER,
    words      TEXT,
    note       TEXT,
    made_at    INTEGER NOT NULL,
    PRIMARY KEY (attempt, number),
    FOREIGN KEY (attempt, question) REFERENCES asked (attempt, question) ON DELETE CASCADE,
    CHECK (words IS NOT NULL OR probe IS NOT NULL),
    CHECK ((words IS NULL) = (segment IS NULL)),
    CHECK ((words IS NULL) = (span_start IS NULL)),
    CHECK ((words IS NULL) = (span_end IS NULL))
) STRICT;
