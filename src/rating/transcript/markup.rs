//! A line of captions without its markup. Only what is known to be markup goes: "p95 <200 ms" stays.

use super::captions::time;

/// Tags of WebVTT, and those that SubRip files borrow from HTML.
const TAGS: [&str; 10] = ["v", "c", "i", "b", "u", "s", "lang", "ruby", "rt", "font"];

/// Words without markup, and who says them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub speaker: Option<String>,
    pub text: String,
}

/// What is said in a line; `voice` is who speaks at its beginning, and then at its end.
pub fn spoken(line: &str, voice: &mut Option<String>) -> Vec<Said> {
    let (mut said, mut rest) = (Vec::new(), line);
    loop {
        let next = rest.match_indices('<').find_map(|(at, _)| Some((at, change_of_voice(&rest[at..])?)));
        let text = plain(&rest[..next.as_ref().map_or(rest.len(), |(at, _)| *at)]);
        if !text.is_empty() {
            said.push(Said { speaker: voice.clone(), text });
        }
        let Some((_, (speaker, after))) = next else { return said };
        (*voice, rest) = (speaker, after);
    }
}

/// Who speaks after `<v Name>` or `</v>`, and what follows the tag.
fn change_of_voice(text: &str) -> Option<(Option<String>, &str)> {
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let (name, speaker) = inside.split_once([' ', '\t']).unwrap_or((inside, ""));
    let is_voice = name.trim_start_matches('/').split('.').next() == Some("v");
    is_voice.then(|| (Some(plain(speaker)).filter(|speaker| !speaker.is_empty()), after))
}

/// The words of a line.
fn plain(line: &str) -> String {
    let mut words = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{', '&']) {
        words.push_str(&rest[..at]);
        let (sign, after) = sign(&rest[at..]);
        words.push_str(&sign);
        rest = after;
    }
    words.push_str(rest);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a sign stands for, and what follows it. The text is not empty.
fn sign(text: &str) -> (String, &str) {
    let markup = tag(text).or_else(|| position(text)).map(|after| (String::new(), after));
    markup.or_else(|| entity(text)).unwrap_or_else(|| {
        let (sign, after) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
        (sign.to_owned(), after)
    })
}

/// What follows `<v Name>`, `</i>`, `<font color="…">` or `<00:01.500>`.
fn tag(text: &str) -> Option<&str> {
    let (inside, after) = text.strip_prefix('<')?.split_once('>')?;
    let name = inside.trim_start_matches('/').split([' ', '\t', '.']).next()?;
    let is_tag = TAGS.contains(&name) || time(inside).is_some();
    is_tag.then_some(after)
}

/// What follows `{\an8}`, which says where on the screen a line stands.
fn position(text: &str) -> Option<&str> {
    text.strip_prefix("{\\").and_then(|inside| inside.split_once('}')).map(|(_, after)| after)
}

/// A character by its name or number in HTML.
fn entity(text: &str) -> Option<(String, &str)> {
    let (name, after) = text.strip_prefix('&')?.split_once(';')?;
    let sign = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "lrm" | "rlm" => return Some((String::new(), after)),
        _ => numbered(name.strip_prefix('#')?)?,
    };
    Some((sign.to_string(), after))
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code)
}
