//! Profiles and what is remembered about each: small settings under a key.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use uuid::Uuid;

use super::Store;
use super::error::StoreError;
use super::value::millis;

impl Store {
    /// What is remembered for a profile under a key (`composing-wpm`, `warm-up-seen`); none where nothing is.
    pub fn setting(&self, profile: &str, key: &str) -> Result<Option<String>, StoreError> {
        let sql = "SELECT s.value FROM setting s JOIN profile p ON p.id = s.profile WHERE p.name = $1 AND s.key = $2";
        Ok(self.connection.query_row(sql, [profile, key], |row| row.get(0)).optional()?)
    }

    /// Remembers a value for a profile, which is created where it does not exist.
    pub fn remember(&mut self, profile: &str, key: &str, value: &str, wall: Timestamp) -> Result<(), StoreError> {
        let transaction = self.write()?;
        let profile = ensure(&transaction, profile, wall)?;
        let sql = "INSERT INTO setting (profile, key, value) VALUES ($1, $2, $3) \
                   ON CONFLICT (profile, key) DO UPDATE SET value = excluded.value";
        transaction.execute(sql, params![profile, key, value])?;
        Ok(transaction.commit()?)
    }

    /// Names of all profiles, sorted.
    pub fn profiles(&self) -> Result<Vec<String>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT name FROM profile ORDER BY name")?;
        let names = statement.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }
}

/// The id of a profile, which is created where it does not exist.
pub(super) fn ensure(transaction: &Transaction<'_>, name: &str, wall: Timestamp) -> Result<String, StoreError> {
    let sql = "INSERT INTO profile (id, name, created_at) VALUES ($1, $2, $3) ON CONFLICT (name) DO NOTHING";
    transaction.execute(sql, params![Uuid::now_v7().to_string(), name, millis(wall)])?;
    find(transaction, name)?.ok_or_else(|| StoreError::Garbled(format!("profile {name}")))
}

fn find(connection: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    let sql = "SELECT id FROM profile WHERE name = $1";
    Ok(connection.query_row(sql, [name], |row| row.get(0)).optional()?)
}
