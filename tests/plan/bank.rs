//! A bank made for the purpose: twelve topics of seven to ten questions, and two of stories.

use std::collections::BTreeMap;

use hotseat::content::interview::{Competency, Weight};
use hotseat::content::{Interview, Kind, Level, Library, Probe, ProbeWhen, Question, Section, Slot, SlotLevel};

use Kind::{Behavioural, Design, Technical};
use Level::{Junior, Mid, Senior, Staff};
use Section::{Core, Hardest, Opener};
use SlotLevel::{Above, Below, Own};

const TOPICS: [&str; 12] = [
    "automation",
    "ci-cd",
    "cloud",
    "containers",
    "databases",
    "deployments",
    "iac",
    "kubernetes",
    "monitoring",
    "networking",
    "security",
    "testing",
];
const STORIES: [&str; 2] = ["collaboration", "leadership"];

/// Level, kind and minutes of each topic's questions; topics with an even number have the second part too.
const QUESTIONS: [(Level, Kind, u32); 7] = [
    (Junior, Technical, 3),
    (Junior, Technical, 4),
    (Mid, Technical, 4),
    (Mid, Technical, 5),
    (Senior, Technical, 5),
    (Senior, Technical, 5),
    (Senior, Design, 6),
];
const MORE: [(Level, Kind, u32); 3] = [(Mid, Design, 5), (Staff, Technical, 6), (Staff, Design, 7)];
const STORY: [(Level, Kind, u32); 5] = [
    (Junior, Behavioural, 4),
    (Mid, Behavioural, 5),
    (Senior, Behavioural, 5),
    (Senior, Behavioural, 6),
    (Staff, Behavioural, 6),
];

pub fn library() -> Library {
    let mut library = Library {
        interviews: BTreeMap::new(),
        questions: BTreeMap::new(),
        rubrics: BTreeMap::new(),
        terms: BTreeMap::new(),
        cues: BTreeMap::new(),
        scale: toml::from_str(include_str!("../../rubrics/scale.toml")).unwrap(),
        places: BTreeMap::new(),
        own: hotseat::content::Own::default(),
    };
    for (number, topic) in TOPICS.into_iter().enumerate() {
        let more = if number % 2 == 0 { &MORE[..] } else { &[] };
        add_topic(&mut library, topic, &[&QUESTIONS, more].concat());
    }
    for topic in STORIES {
        add_topic(&mut library, topic, &STORY);
    }
    let engineer = interview("devops-engineer", &[&TOPICS[..], &STORIES].concat(), slots());
    library.interviews.insert(engineer.id.clone(), engineer);
    library
}

pub fn add_topic(library: &mut Library, topic: &str, questions: &[(Level, Kind, u32)]) {
    for (number, (level, kind, minutes)) in questions.iter().enumerate() {
        let id = format!("{topic}-{}-{}{number}", level.name(), initial(*kind));
        library.questions.insert(id.clone(), question(&id, topic, *level, *kind, *minutes));
    }
    let mut alone = interview(topic, &[], BTreeMap::new());
    alone.questions = library.questions.values().filter(|one| one.topic == topic).map(|one| one.id.clone()).collect();
    library.interviews.insert(topic.to_owned(), alone);
}

fn initial(kind: Kind) -> char {
    match kind {
        Technical => 't',
        Design => 'd',
        Behavioural => 'b',
    }
}

pub fn question(id: &str, topic: &str, level: Level, kind: Kind, minutes: u32) -> Question {
    let probe = |ask: &str| Probe { when_missing: ProbeWhen::Always, ask: ask.into() };
    Question {
        id: id.into(),
        topic: topic.into(),
        level,
        kind,
        minutes,
        prompt: "How would you do this, which takes sixteen words to ask, and why not in another way?".into(),
        rephrased: vec![],
        probes: vec![probe("What else?"), probe("What would it cost?")],
    }
}

fn interview(id: &str, topics: &[&str], slots: BTreeMap<Level, Vec<Slot>>) -> Interview {
    let competency = |topic: &&str| Competency {
        id: format!("about-{topic}"),
        title: (*topic).into(),
        topics: vec![(*topic).into()],
        weight: Weight::default(),
    };
    Interview {
        id: id.into(),
        title: id.into(),
        summary: String::new(),
        minutes: 45,
        opening: String::new(),
        closing: String::new(),
        questions: vec![],
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        competencies: topics.iter().map(competency).collect(),
        slots,
    }
}

pub fn slot(section: Section, kinds: &[Kind], level: SlotLevel, minutes: (u32, u32), probes: u32) -> Slot {
    Slot { section, kinds: kinds.to_vec(), level, minutes, probes, question: None }
}

/// Like the shipped interview's: junior many short, staff few long.
fn slots() -> BTreeMap<Level, Vec<Slot>> {
    let story = |minutes| slot(Section::Behavioural, &[Behavioural], Own, minutes, 1);
    let core = |minutes| slot(Core, &[Technical], Own, minutes, 1);
    let junior = [vec![slot(Opener, &[Technical], Own, (3, 4), 1)], vec![core((3, 4)); 5], vec![story((4, 5))]];
    let mid = [
        vec![slot(Opener, &[Technical], Below, (3, 4), 0)],
        vec![core((4, 5)); 3],
        vec![slot(Hardest, &[Technical, Design], Above, (5, 5), 1), story((5, 5))],
    ];
    let senior = [
        vec![slot(Opener, &[Technical], Below, (4, 5), 0)],
        vec![core((5, 5)); 2],
        vec![slot(Hardest, &[Design], Own, (6, 7), 2), story((5, 6))],
    ];
    let staff = [
        vec![slot(Opener, &[Technical], Below, (5, 5), 0), core((5, 6))],
        vec![slot(Hardest, &[Design], Own, (7, 7), 2), slot(Core, &[Design, Technical], Own, (5, 7), 1)],
        vec![story((5, 6))],
    ];
    BTreeMap::from([(Junior, junior.concat()), (Mid, mid.concat()), (Senior, senior.concat()), (Staff, staff.concat())])
}
