//! Looks by meaning. Colour is never the only sign: whatever has a tone also says so in words.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of the screen means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// What is read.
    Plain,
    /// What stands back.
    Muted,
    /// What leads: titles, keys, the choice under the cursor.
    Accent,
    /// A clock with time left.
    Calm,
    /// A clock from 80 %.
    Closing,
    /// A clock from 100 %, and anything that went wrong.
    Over,
    /// A question of the program that waits for a key.
    Ask,
}

/// How tones look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colours, or with bold, dim and reversed text alone.
    pub fn new(colour: bool) -> Self {
        Theme { colour }
    }

    /// As the environment wishes: no colours when `NO_COLOR` is set to anything.
    pub fn from_env() -> Self {
        Theme::new(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()))
    }

    /// The look of a tone.
    pub fn style(self, tone: Tone) -> Style {
        let style = Style::new();
        let coloured = |colour| if self.colour { style.fg(colour) } else { style };
        match tone {
            Tone::Plain => style,
            Tone::Muted => style.add_modifier(Modifier::DIM),
            Tone::Accent => coloured(Color::Cyan).add_modifier(Modifier::BOLD),
            Tone::Calm => coloured(Color::Green),
            Tone::Closing => coloured(Color::Yellow).add_modifier(Modifier::BOLD),
            Tone::Over if self.colour => style.fg(Color::Red).add_modifier(Modifier::BOLD),
            Tone::Over | Tone::Ask => style.add_modifier(Modifier::BOLD | Modifier::REVERSED),
        }
    }
}
