//! Asking before something goes for good.

use std::io::{BufRead, IsTerminal};

use super::failure::Failure;
use super::output;

/// Whether to go on: `--yes`, or a yes that is typed. Everything else is a no.
///
/// # Errors
/// There is nobody to ask.
pub fn confirm(question: &str, yes: bool) -> Result<bool, Failure> {
    if yes {
        return Ok(true);
    }
    if !std::io::stdin().is_terminal() {
        return Err(Failure::new("this needs a yes, and nobody is here to give it", "add --yes"));
    }
    output::note(&format!("{question} [y/N]"));
    let mut line = String::new();
    // What cannot be read is no yes.
    let _ = std::io::stdin().lock().read_line(&mut line);
    let agreed = matches!(line.trim().to_lowercase().as_str(), "y" | "yes");
    if !agreed {
        output::note("Nothing was changed.");
    }
    Ok(agreed)
}

/// "1 attempt", "2 attempts".
pub fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
