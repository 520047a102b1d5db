//! How long lists of very many attempts take: `cargo bench --bench attempts`. Makes a store of ten thousand attempts of ten answers
//! (`HOTSEAT_ATTEMPTS` says how many; `HOTSEAT_STORE` names a folder to keep it in, and to find it in the next time), then runs
//! the real program on it. Prints the median and the slowest of its runs; asserts nothing. Attempts that were judged by other
//! rules stand in a store of their own, for they can be judged anew only once.
//!
//! A few dozen interviews are really sat, typed in bursts of words from the samples of the bank's rubrics; these are copied with
//! ids and instants of their own, and other scores of their questions, spread over three years. The score of the whole stays: where
//! it is not that of the scorecards, an attempt is damaged, and left out of exports.
#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hotseat::archive::{Body, KeptAttempt, KeptBundle};
use hotseat::attempt::{AttemptKind, QuestionResult, Settings, results};
use hotseat::content::{Level, Library};
use hotseat::plan::{ExtraTime, Options, Plan, Step, draw};
use hotseat::scoring::ENGINE;
use hotseat::scoring::scorecard::Mille;
use hotseat::session::{Event, Screen};
use hotseat::sitting::{Beginning, Sitting};
use hotseat::store::{FILE, Incoming, Store};
use jiff::{SignedDuration, Timestamp};

/// Runs of each command.
const RUNS: usize = 20;
/// Interviews that are really sat.
const TEMPLATES: u64 = 32;
/// Questions of each.
const QUESTIONS: usize = 10;
/// Words that are typed before they are recorded.
const BURST: usize = 4;
/// Over which attempts are spread.
const DAYS: i64 = 3 * 365;

const COMMANDS: &[&[&str]] = &[
    &["history"],
    &["history", "--limit", "1000"],
    &["history", "--tag", "tired"],
    &["history", "--search", "slept"],
    &["compare", "last", "last~1"],
    &["progress"],
    &["report"],
    &["data"],
];

/// Look at every attempt: run once.
const LONG: &[&[&str]] = &[&["rescore", "--dry-run"], &["export", "--format", "csv"], &["export"], &["data", "check"]];

/// Attempts that other rules have judged.
const STALE: usize = 300;
/// The version of those rules.
const EARLIER: &str = "0";
/// Judge these anew: the first stores nothing, the second does, and the third finds nothing to do.
const RESCORE: &[&[&str]] = &[&["rescore", "--dry-run"], &["rescore"], &["rescore"]];

fn main() -> anyhow::Result<()> {
    let count = std::env::var("HOTSEAT_ATTEMPTS").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000);
    let temporary = tempfile::tempdir()?;
    let folder = std::env::var_os("HOTSEAT_STORE").map_or_else(|| temporary.path().to_owned(), PathBuf::from);
    let made = templates()?;
    if !folder.join(FILE).exists() {
        let start = Instant::now();
        fill(&folder, &made, count)?;
        println!("made in {:.1} s", start.elapsed().as_secs_f64());
    }
    let store = Store::open(&folder)?;
    let (attempts, bytes) = (store.ids(None)?.len(), std::fs::metadata(folder.join(FILE))?.len());
    drop(store);
    println!("{attempts} attempts of {QUESTIONS} answers, {:.2} GB", bytes as f64 / 1e9);
    COMMANDS.iter().try_for_each(|arguments| time(&folder, arguments))?;
    LONG.iter().try_for_each(|arguments| time_all(&folder, arguments, attempts))?;
    let stale = tempfile::tempdir()?;
    fill(stale.path(), &judged_by_other_rules(made)?, STALE)?;
    println!("{STALE} attempts that other rules have judged");
    RESCORE.iter().try_for_each(|arguments| time_all(stale.path(), arguments, STALE))
}

/// Runs a command several times, and prints how long it took.
fn time(folder: &Path, arguments: &[&str]) -> anyhow::Result<()> {
    let mut times = (0..RUNS).map(|_| run(folder, arguments)).collect::<anyhow::Result<Vec<_>>>()?;
    times.sort();
    let [median, slowest] = [times[RUNS / 2], times[RUNS - 1]].map(|time| time.as_secs_f64() * 1000.0);
    println!("{:<36} {median:>9.1} ms   slowest {slowest:>9.1} ms", named(arguments));
    Ok(())
}

/// Runs a command that looks at so many attempts once, and prints how long it took.
fn time_all(folder: &Path, arguments: &[&str], attempts: usize) -> anyhow::Result<()> {
    let seconds = run(folder, arguments)?.as_secs_f64();
    let rate = attempts as f64 / seconds;
    println!("{:<36} {:>9.1} ms   {rate:>9.0} attempts a second", named(arguments), seconds * 1000.0);
    Ok(())
}

fn named(arguments: &[&str]) -> String {
    format!("hotseat {}", arguments.join(" "))
}

fn run(folder: &Path, arguments: &[&str]) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hotseat"));
    command.args(arguments).env("HOTSEAT_DATA", folder).env_remove("HOTSEAT_PROFILE");
    let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    anyhow::ensure!(status.success(), "{} ended with {status}", named(arguments));
    Ok(start.elapsed())
}

/// Attempts to copy, and the bundles that they name.
type Made = (Vec<Template>, Vec<KeptBundle>);

/// An attempt to copy.
struct Template {
    attempt: KeptAttempt,
    results: Vec<QuestionResult>,
}

fn fill(folder: &Path, (templates, bundles): &Made, count: usize) -> anyhow::Result<()> {
    let mut store = Store::open(folder)?;
    let bundles = bundles.iter().map(|bundle| (bundle.fingerprint.as_str(), bundle)).collect();
    let end = Timestamp::now();
    let numbers: Vec<usize> = (0..count).collect();
    store.remember("default", "warm-up-seen", "yes", end)?;
    let profile = store.kept_profiles()?[0].id;
    for batch in numbers.chunks(100) {
        let copied = batch.iter().map(|number| copy(templates, *number, count, end));
        let mut copied = copied.collect::<anyhow::Result<Vec<Incoming>>>()?;
        copied.iter_mut().for_each(|one| one.attempt.profile = profile);
        for taken in store.take_in(&copied, &bundles)? {
            taken?;
        }
    }
    Ok(())
}

/// Interviews that are sat at every level, with the bundles that they use.
fn templates() -> anyhow::Result<Made> {
    let (library, folder) = (Library::builtin()?, tempfile::tempdir()?);
    let mut templates = Vec::new();
    for seed in 0..TEMPLATES {
        templates.push(sit(&library, folder.path(), seed)?);
    }
    let store = Store::open(folder.path())?;
    let ids: Vec<_> = templates.iter().map(|template| template.attempt.id).collect();
    let bundles = store.bundles_of(&ids)?.into_iter().map(|name| store.kept_bundle(name));
    Ok((templates, bundles.collect::<Result<_, _>>()?))
}

/// The same, as an earlier version of the program would have judged them.
fn judged_by_other_rules((mut templates, bundles): Made) -> anyhow::Result<Made> {
    let engine = |name: &str| format!("\"engine\":\"{name}\"");
    for attempt in templates.iter_mut().map(|template| &mut template.attempt) {
        let names = attempt.scorings.iter_mut().flat_map(|scoring| &mut scoring.scorecards);
        names.for_each(|name| name.engine = EARLIER.into());
        for card in &mut attempt.scorecards {
            card.engine = EARLIER.into();
            card.body = Body::of(card.body.text().replace(&engine(ENGINE), &engine(EARLIER)))?;
        }
    }
    Ok((templates, bundles))
}

fn sit(library: &Library, folder: &Path, seed: u64) -> anyhow::Result<Template> {
    let plan = plan(library, seed)?;
    let bundles = plan.questions().filter_map(|asked| library.bundle(&asked.question)).collect();
    let competencies = library.interviews.get(&plan.interview).map(|one| one.competencies.clone());
    let settings = Settings { competencies: competencies.unwrap_or_default(), ..Settings::default() };
    let beginning = Beginning { kind: AttemptKind::Mock, profile: "default".into(), plan, bundles, settings };
    let mut sitting = Sitting::begin(Store::open(folder)?, beginning)?;
    type_answers(&mut sitting, library, seed)?;
    let attempt = sitting.finish()?;
    let kept = Store::open(folder)?.kept_attempt(attempt.id)?;
    Ok(Template { results: results(&attempt), attempt: kept })
}

fn plan(library: &Library, seed: u64) -> anyhow::Result<Plan> {
    let level = Level::ALL[seed as usize % Level::ALL.len()];
    let options =
        Options { level, minutes: Some(120), topics: vec![], seed, extra_time: ExtraTime::default(), seen: vec![] };
    let mut plan = draw(library, "devops-engineer", &options)?;
    let mut questions = 0;
    plan.steps.retain(|step| {
        questions += usize::from(matches!(step, Step::Question(_)));
        questions <= QUESTIONS
    });
    Ok(plan)
}

/// Answers every question with one of its samples, in bursts, a word in half a second.
fn type_answers(sitting: &mut Sitting, library: &Library, seed: u64) -> anyhow::Result<()> {
    sitting.set_probing(false);
    let mut at = 0;
    sitting.record(Event::Started, at)?;
    loop {
        let question = match sitting.view(at).screen {
            Screen::Question(view) => sitting.transcript().answers[view.index].question.clone(),
            Screen::Done => return Ok(()),
            Screen::NotScorable { .. } => {
                sitting.record(Event::Finished, at)?;
                continue;
            }
            _ => {
                sitting.record(Event::Continued, at)?;
                continue;
            }
        };
        let samples = &library.rubrics[&question].samples;
        let sample = &samples[mixed(seed, at) as usize % samples.len()].answer;
        let words: Vec<&str> = sample.split_inclusive(' ').collect();
        at += 20_000;
        for typed in (BURST..words.len()).step_by(BURST).chain([words.len()]) {
            at += 500 * BURST as u64;
            sitting.set_text(&words[..typed].concat(), at)?;
        }
        sitting.record(Event::Finished, at)?;
    }
}

/// A copy of one of the templates with an identity, instants and scores of questions of its own.
fn copy(templates: &[Template], number: usize, count: usize, end: Timestamp) -> anyhow::Result<Incoming> {
    let chance = mixed(number as u64, 7);
    let template = &templates[chance as usize % templates.len()];
    let mut attempt = template.attempt.clone();
    let before = SignedDuration::from_secs(DAYS * 86_400 * (count - number) as i64 / count as i64);
    let started = end.checked_sub(before)?;
    let shift = started.duration_since(attempt.started);
    let millis = u64::try_from(started.as_millisecond())?;
    attempt.id = uuid::Builder::from_unix_timestamp_millis(millis, &spread(chance)).into_uuid();
    move_by(&mut attempt, shift)?;
    let nudge = |share: u32| (share + (chance % 100) as u32).saturating_sub(50).min(1000);
    if chance.is_multiple_of(9) {
        attempt.tags = vec!["tired".into()];
        attempt.note = Some(hotseat::archive::KeptNote { text: "slept badly, twice".into(), made: started });
    }
    let mut results = template.results.clone();
    for result in &mut results {
        result.score = result.score.map(|score| Mille(nudge(score.0)));
    }
    Ok(Incoming { attempt, results })
}

fn move_by(attempt: &mut KeptAttempt, shift: SignedDuration) -> anyhow::Result<()> {
    let instants = [&mut attempt.started, &mut attempt.clock_wall].into_iter().chain(&mut attempt.ended);
    let instants = instants.chain(attempt.events.iter_mut().map(|event| &mut event.wall));
    for instant in instants.chain(attempt.scorings.iter_mut().map(|scoring| &mut scoring.scored)) {
        *instant = instant.checked_add(shift)?;
    }
    Ok(())
}

/// A number that looks like chance, and is the same each time (splitmix64).
fn mixed(seed: u64, salt: u64) -> u64 {
    let mut z = seed.wrapping_add(salt).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn spread(chance: u64) -> [u8; 10] {
    let mut bytes = [0; 10];
    bytes[..8].copy_from_slice(&chance.to_be_bytes());
    bytes
}
