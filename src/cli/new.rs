//! `hotseat new`: starts an interview, a question or a rubric in a folder of one's own, with comments that guide.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Subcommand, ValueEnum};

use super::context::{explained, quoted};
use super::failure::Failure;
use super::output;
use crate::content::file::schema;
use crate::content::nearest::suggest;
use crate::content::template::{self, NewQuestion};
use crate::content::{Kind, Level, Library};
use crate::session::Pace;

/// Start an interview, a question or a rubric of your own
///
/// Each file begins with comments that guide, and names a schema, written into the folder as well, by which an editor such as Tombi
/// or Even Better TOML completes keys and explains them, without a network.
#[derive(Debug, Args)]
pub struct NewArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Start an interview that draws from the shipped topics
    Interview {
        /// Its name: small letters, digits and hyphens
        #[arg(value_parser = id)]
        name: String,
        #[command(flatten)]
        place: FolderArgs,
    },
    /// Add a question to a topic of yours; the topic is started where there is none
    Question(QuestionArgs),
    /// Start the rubric of a question of yours
    Rubric {
        /// The question's id
        #[arg(value_parser = id)]
        question: String,
        #[command(flatten)]
        place: FolderArgs,
    },
}

#[derive(Debug, Args)]
struct FolderArgs {
    /// Your content folder; it is made where there is none
    #[arg(long = "in", value_name = "FOLDER", default_value = "my-content")]
    folder: PathBuf,
}

#[derive(Debug, Args)]
struct QuestionArgs {
    /// Its id: small letters, digits and hyphens
    #[arg(value_parser = id)]
    name: String,
    /// The topic or interview of yours that asks it
    #[arg(long, value_parser = id)]
    topic: String,
    /// The level it is for; one level below, it may be asked as a stretch, and one above as an opener
    #[arg(long, value_parser = super::levels(), default_value = "mid")]
    level: Level,
    /// What sort of answer it asks for
    #[arg(long, value_enum, default_value_t = KindName::Technical)]
    kind: KindName,
    /// Time box of the answer, in minutes
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=30), default_value_t = 5)]
    minutes: u32,
    /// As it is asked; can be written later
    #[arg(long, value_name = "TEXT", default_value = "What do you want to know?")]
    prompt: String,
    #[command(flatten)]
    place: FolderArgs,
}

/// A kind of question, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum KindName {
    Technical,
    Design,
    Behavioural,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Kind {
        match name {
            KindName::Technical => Kind::Technical,
            KindName::Design => Kind::Design,
            KindName::Behavioural => Kind::Behavioural,
        }
    }
}

fn id(name: &str) -> Result<String, String> {
    let problem = "write it in small letters, digits and hyphens, for example web-platform";
    template::is_id(name).then(|| name.to_owned()).ok_or_else(|| problem.to_owned())
}

/// Prints the file on standard output, and what to do next on standard error.
///
/// # Errors
/// The name is taken, the question is unknown, or the file cannot be written.
pub fn run(args: &NewArgs) -> anyhow::Result<ExitCode> {
    let (file, next) = match &args.what {
        What::Interview { name, place } => interview(name, &place.folder)?,
        What::Question(args) => question(args)?,
        What::Rubric { question, place } => rubric(question, &place.folder)?,
    };
    output::emit(&format!("{}\n", file.display()))?;
    output::note(&next);
    Ok(ExitCode::SUCCESS)
}

type Written = (PathBuf, String);

fn interview(name: &str, folder: &Path) -> anyhow::Result<Written> {
    let library = own(folder)?;
    if library.interviews.contains_key(name) {
        return Err(Failure::new(format!("there is an interview `{name}` already"), "choose another name").into());
    }
    let file = folder.join("interviews").join(format!("{name}.toml"));
    write(folder, &file, &template::interview(name))?;
    let folder = quoted(&folder.to_string_lossy());
    Ok((file, format!("Edit it; then `hotseat check {folder}` and `hotseat plan {name} --content {folder}`.")))
}

fn question(args: &QuestionArgs) -> anyhow::Result<Written> {
    let folder = &args.place.folder;
    let library = own(folder)?;
    if library.questions.contains_key(&args.name) {
        return Err(Failure::new(format!("there is a question `{}` already", args.name), "choose another id").into());
    }
    let file = folder.join("interviews").join(format!("{}.toml", args.topic));
    if !file.exists() {
        if library.interviews.contains_key(&args.topic) {
            let message = format!("`{}` is a shipped topic, and stays as it is", args.topic);
            return Err(Failure::new(message, "give your topic a name of its own").into());
        }
        write(folder, &file, &template::topic(&args.topic))?;
    }
    let new = NewQuestion {
        id: args.name.clone(),
        level: args.level,
        kind: args.kind.into(),
        minutes: args.minutes,
        prompt: args.prompt.clone(),
    };
    let text = template::question(&new);
    let appended = File::options().append(true).open(&file).and_then(|mut file| file.write_all(text.as_bytes()));
    appended.map_err(|error| Failure::new(format!("cannot write {}: {error}", file.display()), ""))?;
    Ok((file, format!("Edit it; then `hotseat new rubric {} --in {}`.", args.name, quoted(&folder.to_string_lossy()))))
}

fn rubric(question: &str, folder: &Path) -> anyhow::Result<Written> {
    let library = own(folder)?;
    let Some(asked) = library.questions.get(question) else {
        let near = suggest(question, library.questions.keys().map(String::as_str));
        let add = format!("`hotseat new question {question} --topic TOPIC` adds it");
        let hint = if near.starts_with("did you mean") { format!("{near} Otherwise {add}") } else { add };
        return Err(Failure::new(format!("there is no question `{question}` in {}", folder.display()), hint).into());
    };
    if library.rubrics.contains_key(question) {
        return Err(Failure::new(format!("`{question}` has a rubric already"), "edit that one").into());
    }
    let time_box = Duration::from_secs(u64::from(asked.minutes) * 60);
    let words = Pace::default().words_in(time_box, asked.kind);
    let file = folder.join("rubrics").join(&asked.topic).join(format!("{question}.toml"));
    write(folder, &file, &template::rubric(question, asked.level, asked.minutes, words))?;
    let folder = quoted(&folder.to_string_lossy());
    Ok((file, format!("Edit it; then `hotseat check {folder}` and `hotseat run {} --content {folder}`.", asked.topic)))
}

/// The shipped bank, and what the folder holds so far.
fn own(folder: &Path) -> anyhow::Result<Library> {
    let holds = |name: &str| folder.join(name).is_dir();
    let folders = if holds("interviews") || holds("rubrics") { vec![folder.to_owned()] } else { Vec::new() };
    explained(Library::load(&folders))
}

/// Writes a file of a content folder, and the schemas that its first line names, as they are in this version.
fn write(folder: &Path, file: &Path, text: &str) -> Result<(), Failure> {
    file.parent().map_or(Ok(()), make)?;
    output::write_new(file, text)?;
    let schemas = folder.join("schemas");
    make(&schemas)?;
    for (name, schema) in [("interview", &*schema::INTERVIEW), ("rubric", &*schema::RUBRIC)] {
        output::replace(&schemas.join(format!("{name}.schema.json")), &format!("{schema:#}\n"))?;
    }
    Ok(())
}

fn make(folder: &Path) -> Result<(), Failure> {
    let made = fs::create_dir_all(folder);
    made.map_err(|error| Failure::new(format!("cannot make {}: {error}", folder.display()), ""))
}
