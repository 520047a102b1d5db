//! Places in charts. They are shares of the width or height, so that a chart fits every screen and its text keeps its size.

/// A share of a width or height as SVG has it: `12.34%`, and 100 % at most.
pub fn share(part: u64, whole: u64) -> String {
    let hundredths = part.min(whole).saturating_mul(10_000) / whole.max(1);
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

/// A mark on the axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub x: String,
    /// How the text stands to it: nothing sticks out on the left or on the right, where paper would cut it.
    pub anchor: &'static str,
    /// Minutes.
    pub text: String,
}

/// Full minutes from 0 to `end` (milliseconds), a few of them.
pub fn minutes(end: u64) -> Vec<Tick> {
    /// More would touch each other on a phone.
    const MOST: u64 = 7;
    /// Share of the width, in %, from which half a number sticks out on a phone.
    const EDGE: u64 = 96;
    let whole = end / 60_000;
    let short = [1, 2, 5, 10, 15, 30].into_iter().find(|step| whole / step <= MOST);
    let step = short.unwrap_or(60 * (whole / 60 / MOST + 1));
    let ticks = (0..=whole).step_by(step as usize);
    let tick = |minute: u64| Tick {
        x: share(minute * 60_000, end),
        anchor: match minute * 60_000 {
            0 => "start",
            at if at.saturating_mul(100) > end.saturating_mul(EDGE) => "end",
            _ => "middle",
        },
        text: minute.to_string(),
    };
    ticks.map(tick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_have_two_decimals() {
        assert_eq!([share(0, 9), share(1, 3), share(9, 8), share(5, 0)], ["0.00%", "33.33%", "100.00%", "0.00%"]);
    }

    #[test]
    fn an_axis_has_few_marks_at_round_minutes() {
        let texts = |end: u64| minutes(end * 60_000).into_iter().map(|tick| tick.text).collect::<Vec<_>>().join(" ");
        assert_eq!(texts(0), "0");
        assert_eq!(texts(3), "0 1 2 3");
        assert_eq!(texts(45), "0 10 20 30 40");
        assert_eq!(texts(600), "0 120 240 360 480 600");
    }

    #[test]
    fn no_number_sticks_out() {
        let anchors = |end: u64| minutes(end).into_iter().map(|tick| tick.anchor).collect::<Vec<_>>().join(" ");
        assert_eq!(anchors(20 * 60_000), "start middle middle middle end");
        assert_eq!(anchors(23 * 60_000), "start middle middle middle middle");
    }
}
