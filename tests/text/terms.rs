//! Terms, groups, cues: names that are words, names that imply others.

use hotseat::text::{Pattern, TermForms, Vocabulary};

use super::notation::hits_with;

fn term(id: &str, aliases: &[&str], groups: &[&str]) -> TermForms {
    let strings = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    TermForms { id: id.into(), aliases: strings(aliases), groups: strings(groups), ..TermForms::default() }
}

fn vocabulary() -> Vocabulary {
    let context = ["cookbook*", "recipe*", "knife", "puppet"].map(|source| Pattern::parse(source).unwrap()).to_vec();
    let chef = TermForms { is_word: true, context, ..term("chef", &["chef", "chef infra"], &["config"]) };
    let kubernetes =
        TermForms { implied_by: vec!["eks".into()], ..term("kubernetes", &["kubernetes", "k8s"], &["orchestration"]) };
    let eks =
        TermForms { implied_by: vec!["kubernetes".into()], ..term("eks", &["EKS", "elastic kubernetes service"], &[]) };
    let gitlab = term("gitlab-ci", &["gitlab ci", "gitlab-ci", "gitlab pipelines"], &["ci"]);
    let jenkins = term("jenkins", &["jenkins"], &["ci"]);
    Vocabulary {
        terms: vec![chef, kubernetes, eks, gitlab, jenkins],
        cues: vec![
            ("alternative".into(), vec![Pattern::parse("instead of").unwrap(), Pattern::parse("rather than").unwrap()]),
            ("loop".into(), vec![Pattern::parse("cue:loop").unwrap(), Pattern::parse("round").unwrap()]),
        ],
        other_words: Vec::new(),
    }
}

#[test]
fn references_find_their_words() {
    for (pattern, text, expected) in [
        ("@kubernetes", "K8s and EKS and Kubernetes", vec!["K8s", "EKS", "Kubernetes"]),
        ("@gitlab-ci", "GitLab CI, gitlab-ci, GitLab pipeline", vec!["GitLab CI", "gitlab-ci", "GitLab pipeline"]),
        ("@group:ci", "Jenkins or GitLab CI", vec!["Jenkins", "GitLab CI"]),
        ("@group:orchestration", "we run on EKS", vec!["EKS"]),
        ("cue:alternative ~2 @group:ci", "instead of Jenkins", vec!["instead of Jenkins"]),
        ("cue:loop", "round and round", vec!["round", "round"]),
        ("@unknown", "unknown", vec![]),
        ("@chef", "the chef cooked dinner", vec![]),
        ("@chef", "Chef is what we use", vec![]),
        ("@chef", "we use Chef there", vec!["Chef"]),
        ("@chef", "chef cookbooks for the web tier", vec!["chef"]),
        ("@chef", "chef infra is fine", vec!["chef infra"]),
        ("@chef", "MY CHIEF USES CHEF FOR THE DRAFT", vec![]),
        ("@chef", "my chief helped with the draft", vec![]),
        ("@chef", "My Chef Cooked Dinner", vec![]),
    ] {
        assert_eq!(hits_with(&vocabulary(), pattern, text), expected, "{pattern} in {text}");
    }
}
