//! Whose attempts these are, and what to say to a name that nobody goes by.

use super::failure::Failure;
use crate::report::harmless;
use crate::store::Store;

/// Whose attempts they are where nobody was named.
pub const DEFAULT: &str = "default";

/// Whether somebody goes by a name; nobody being named, or nobody being here yet, is no mistake.
pub fn check(name: Option<&str>, store: &Store) -> anyhow::Result<()> {
    let Some(name) = name else { return Ok(()) };
    let known = store.profiles()?;
    if known.is_empty() || known.iter().any(|known| known == name) {
        return Ok(());
    }
    let message = format!("no attempts by '{}'; profiles: {}", harmless(name), harmless(&known.join(", ")));
    Err(Failure::new(message, "`hotseat data profiles` lists them with their attempts").into())
}
