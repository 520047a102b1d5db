//! Lists: what was finished, what was interrupted, what was asked lately; and finding an attempt by what people type.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Row, params};
use uuid::Uuid;

use super::error::StoreError;
use super::value::{column, integer, millis};
use super::{Store, labels};
use crate::attempt::{AttemptKind, Drilled, Summary, Unfinished};
use crate::content::Level;
use crate::plan::{ExtraTime, Plan};
use crate::scoring::scorecard::Mille;

/// Which finished attempts a list is about.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// Of these kinds.
    pub kinds: [AttemptKind; 2],
    /// At this interview.
    pub interview: Option<&'a str>,
    /// At this level.
    pub level: Option<Level>,
    /// With this tag.
    pub tag: Option<&'a str>,
    /// Whose note or title holds these words, in any case.
    pub text: Option<&'a str>,
    /// Begun then or later.
    pub since: Option<Timestamp>,
    /// Begun before.
    pub until: Option<Timestamp>,
    /// At most so many.
    pub limit: u32,
}

impl Default for Filter<'_> {
    fn default() -> Self {
        Filter {
            kinds: [AttemptKind::Mock; 2],
            interview: None,
            level: None,
            tag: None,
            text: None,
            since: None,
            until: None,
            limit: u32::MAX,
        }
    }
}

impl Store {
    /// Finished mock interviews of a profile, newest first, at most `limit`.
    pub fn attempts(&self, profile: &str, limit: u32) -> Result<Vec<Summary>, StoreError> {
        self.history(profile, &Filter { limit, ..Filter::default() })
    }

    /// Finished attempts of a profile that a filter lets through, newest first.
    pub fn history(&self, profile: &str, filter: &Filter<'_>) -> Result<Vec<Summary>, StoreError> {
        // Chosen first, by the index alone where nothing else is asked for: rows of attempts are long.
        let sql = "WITH chosen AS ( \
                     SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
                     WHERE p.name = $1 AND a.kind IN ($2, $3) AND a.state = 'finished' \
                       AND ($4 IS NULL OR a.interview = $4) AND ($5 IS NULL OR a.level = $5) \
                       AND ($6 IS NULL OR EXISTS (SELECT 1 FROM tag t WHERE t.attempt = a.id AND t.name = $6)) \
                       AND ($7 IS NULL OR a.started_at >= $7) AND ($8 IS NULL OR a.started_at < $8) \
                       AND ($9 IS NULL OR lower(a.title) LIKE $9 ESCAPE '!' OR EXISTS \
                         (SELECT 1 FROM note n WHERE n.attempt = a.id AND lower(n.text) LIKE $9 ESCAPE '!')) \
                     ORDER BY a.started_at DESC, a.id DESC LIMIT $10) \
                   SELECT a.id, a.kind, a.started_at, a.ended_at, a.interview, a.title, a.level, a.minutes, a.extra_time, \
                          a.questions, a.plan_fingerprint, a.plan, s.score, s.band, s.answered, n.text AS note, q.question AS drilled, r.topic \
                   FROM chosen c JOIN attempt a ON a.id = c.id JOIN scoring s ON s.attempt = a.id AND s.number = a.scoring \
                   LEFT JOIN note n ON n.attempt = a.id \
                   LEFT JOIN asked q ON a.kind = 'drill' AND q.attempt = a.id AND q.position = 0 \
                   LEFT JOIN result r ON r.attempt = q.attempt AND r.position = q.position ORDER BY a.started_at DESC, a.id DESC";
        let [one, other] = filter.kinds.map(AttemptKind::name);
        let level = filter.level.map(Level::name);
        let (since, until) = (filter.since.map(millis), filter.until.map(millis));
        let text = filter.text.map(containing);
        let mut statement = self.connection.prepare_cached(sql)?;
        let values =
            params![profile, one, other, filter.interview, level, filter.tag, since, until, text, filter.limit];
        let rows = statement.query_map(values, read_summary)?;
        let mut found = rows.collect::<Result<Vec<_>, _>>()?;
        for attempt in &mut found {
            attempt.tags = labels::tags(&self.connection, attempt.id)?;
        }
        Ok(found)
    }

    /// Interrupted attempts of a profile and kind, newest first: open, and run by no live process.
    pub fn unfinished(&self, profile: &str, kind: AttemptKind) -> Result<Vec<Unfinished>, StoreError> {
        let sql = "SELECT a.id, a.started_at, a.interview, a.title, a.level, a.minutes, a.extra_time, a.clock_ms, \
                          a.clock_wall, a.questions, \
                          (SELECT count(q.reached_ms) FROM asked q WHERE q.attempt = a.id) AS reached \
                   FROM profile p JOIN attempt a ON a.profile = p.id \
                   WHERE p.name = $1 AND a.kind = $2 AND a.state = 'open' ORDER BY a.started_at DESC, a.id DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let open: Vec<Unfinished> =
            statement.query_map([profile, kind.name()], read_unfinished)?.collect::<Result<_, _>>()?;
        Ok(open.into_iter().filter(|attempt| !self.leases.is_held(attempt.id)).collect())
    }

    /// Questions that were shown in the last `attempts` attempts of a profile, however these ended; sorted.
    pub fn recent_questions(&self, profile: &str, attempts: u32) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT DISTINCT q.question FROM asked q JOIN \
                   (SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
                    WHERE p.name = $1 AND a.kind IN ('mock', 'drill') ORDER BY a.started_at DESC, a.id DESC LIMIT $2) recent ON recent.id = q.attempt \
                   WHERE q.reached_ms IS NOT NULL ORDER BY q.question";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(params![profile, attempts], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Finds an attempt of a profile: `last` and `last~N` count finished mock interviews back from the newest; anything else is the beginning of an
    /// id, of an attempt in any state.
    ///
    /// # Errors
    /// [`StoreError::UnknownProfile`], [`StoreError::TooFewAttempts`], [`StoreError::UnknownAttempt`], [`StoreError::Ambiguous`].
    pub fn find(&self, profile: &str, name: &str) -> Result<Uuid, StoreError> {
        self.require_profile(profile)?;
        match steps_back(name) {
            Some(steps) => self.nth_last(profile, name, steps),
            None => self.by_prefix(profile, name),
        }
    }

    fn nth_last(&self, profile: &str, name: &str, steps: u32) -> Result<Uuid, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
             WHERE p.name = $1 AND a.kind = 'mock' AND a.state = 'finished' \
             ORDER BY a.started_at DESC, a.id DESC LIMIT $2",
        )?;
        let limit = integer(u64::from(steps) + 1);
        let rows = statement.query_map(params![profile, limit], |row| column(row, "id"))?;
        let ids: Vec<Uuid> = rows.collect::<Result<_, _>>()?;
        let found = ids.get(steps as usize).copied();
        found.ok_or_else(|| StoreError::TooFewAttempts { asked: name.to_owned(), kept: ids.len() })
    }

    fn by_prefix(&self, profile: &str, name: &str) -> Result<Uuid, StoreError> {
        let prefix = name.to_ascii_lowercase();
        let unknown = || StoreError::UnknownAttempt(name.to_owned());
        if prefix.is_empty() || !prefix.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-') {
            return Err(unknown());
        }
        // Ids are hexadecimal, so everything that begins with the prefix sorts before the prefix followed by a 'g'.
        let mut statement = self.connection.prepare_cached(
            "SELECT a.id FROM profile p JOIN attempt a ON a.profile = p.id \
             WHERE p.name = $1 AND a.id >= $2 AND a.id < $3 ORDER BY a.started_at DESC, a.id DESC",
        )?;
        let rows = statement.query_map(params![profile, prefix, format!("{prefix}g")], |row| column(row, "id"))?;
        let candidates: Vec<Uuid> = rows.collect::<Result<_, _>>()?;
        match candidates.as_slice() {
            [] => Err(unknown()),
            [only] => Ok(*only),
            _ => Err(StoreError::Ambiguous { prefix: name.to_owned(), candidates }),
        }
    }
}

/// How many attempts before the last one a name means (`last` 0, `last~2` 2); none: it is no such name.
fn steps_back(name: &str) -> Option<u32> {
    match name.strip_prefix("last")? {
        "" => Some(0),
        rest => rest.strip_prefix('~')?.parse().ok(),
    }
}

/// A pattern for texts that hold these words, in lower case.
fn containing(words: &str) -> String {
    let plain = words.to_lowercase().replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

fn read_summary(row: &Row<'_>) -> rusqlite::Result<Summary> {
    let score: Option<u32> = row.get("score")?;
    Ok(Summary {
        id: column(row, "id")?,
        kind: column(row, "kind")?,
        started: column(row, "started_at")?,
        finished: column(row, "ended_at")?,
        interview: row.get("interview")?,
        title: row.get("title")?,
        level: column(row, "level")?,
        minutes: row.get("minutes")?,
        extra_time: ExtraTime(row.get("extra_time")?),
        score: score.map(Mille),
        band: row.get("band")?,
        answered: row.get("answered")?,
        questions: row.get("questions")?,
        plan: row.get("plan_fingerprint")?,
        // A list names attempts whose plan is damaged as well.
        topics: column(row, "plan").map_or_else(|_| Vec::new(), |plan: Plan| plan.topics),
        tags: Vec::new(),
        note: row.get("note")?,
        drilled: read_drilled(row)?,
    })
}

fn read_drilled(row: &Row<'_>) -> rusqlite::Result<Option<Drilled>> {
    let topic = row.get("topic")?;
    Ok(row.get::<_, Option<String>>("drilled")?.map(|question| Drilled { question, topic }))
}

fn read_unfinished(row: &Row<'_>) -> rusqlite::Result<Unfinished> {
    Ok(Unfinished {
        id: column(row, "id")?,
        started: column(row, "started_at")?,
        interview: row.get("interview")?,
        title: row.get("title")?,
        level: column(row, "level")?,
        minutes: row.get("minutes")?,
        extra_time: ExtraTime(row.get("extra_time")?),
        clock: Duration::from_millis(column(row, "clock_ms")?),
        last_seen: column(row, "clock_wall")?,
        reached: row.get("reached")?,
        questions: row.get("questions")?,
    })
}
