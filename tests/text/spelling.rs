//! Typing errors that are forgiven, and words that must not be taken for others.

use hotseat::text::{Document, Pattern, PatternSet, TermForms, Vocabulary};

fn found(pattern: &str, typed: &str) -> Option<bool> {
    let vocabulary = Vocabulary { other_words: vec!["podman".into(), "grafana".into()], ..Vocabulary::default() };
    let text = format!("so we had {typed} there");
    let set = PatternSet::compile(&vocabulary, &[Pattern::parse(pattern).unwrap()]);
    set.find(&Document::parse(&text))[0].first().map(|hit| hit.misspelt)
}

#[test]
fn slips_are_forgiven_and_reported() {
    for (pattern, typed) in [
        ("kubernetes", "kuberntes"),
        ("kubernetes", "kubernates"),
        ("kubernetes", "kubenretes"),
        ("prometheus", "promethius"),
        ("terraform", "terrafrom"),
        ("ansible", "anisble"),
        ("docker", "dokcer"),
        ("nagios", "nagois"),
        ("gitlab", "gitlba"),
        ("cloudformation", "cloudfromation"),
        ("redis", "reddis"),
        ("vault", "valut"),
        ("rollback", "rolback"),
        ("rollback", "rolbacks"),
        ("postmortem", "postmortum"),
        ("postmortem", "post-mortum"),
        ("idempotent", "idempotant"),
        ("grafana", "grafanna"),
        ("monitor", "montioring"),
        ("deploy*", "deplyoment"),
        ("deploy*", "deplyoed"),
        ("deployment", "deploymet"),
        ("roll back", "rolback"),
        ("error rate", "eror rate"),
        ("pipeline", "pipline"),
        ("container", "contianers"),
        ("availability", "availabilty"),
        ("feature flag", "featrue flag"),
    ] {
        assert_eq!(found(pattern, typed), Some(true), "{typed} for {pattern}");
    }
}

#[test]
fn other_words_are_not_errors() {
    for (pattern, typed) in [
        ("saturation", "situation"),
        ("monitoring", "mentoring"),
        ("confluence", "confidence"),
        ("slack", "stack"),
        ("drift", "draft"),
        ("docker", "docket"),
        ("packer", "packet"),
        ("jenkins", "jerkins"),
        ("splunk", "slunk"),
        ("cosign", "consign"),
        ("testng", "testing"),
        ("quota", "quote"),
        ("vault", "vaunt"),
        ("tracing", "tracking"),
        ("staging", "staying"),
        ("falco", "falcon"),
        ("canary", "canard"),
        ("helm", "help"),
        ("helm", "hlem"),
        ("chef", "chief"),
        ("helm", "hem"),
        ("pods", "prods"),
        ("loki", "lokki"),
        ("cache", "cash"),
        ("form", "from"),
        ("kafka", "lafka"),
        ("postman", "podman"),
        ("scaling", "scaring"),
        ("deploy*", "destroyed"),
        ("=Terraform", "Terrafrom"),
        ("/terraform/", "terrafrom"),
        ("node.js", "nodes.js"),
    ] {
        assert_eq!(found(pattern, typed), None, "{typed} for {pattern}");
    }
}

#[test]
fn right_spelling_is_not_reported_as_an_error() {
    for (pattern, typed) in
        [("rollback", "roll-back"), ("organise", "organized"), ("deploy*", "deployments"), ("api", "APIs")]
    {
        assert_eq!(found(pattern, typed), Some(false), "{typed} for {pattern}");
    }
}

#[test]
fn cues_are_exact_and_terms_are_not() {
    let vocabulary = Vocabulary {
        terms: vec![TermForms {
            id: "argocd".into(),
            aliases: vec!["Argo CD".into(), "argocd".into()],
            ..TermForms::default()
        }],
        cues: vec![("rejected".into(), vec![Pattern::parse("instead of").unwrap()])],
        other_words: Vec::new(),
    };
    let patterns = ["@argocd", "cue:rejected"].map(|source| Pattern::parse(source).unwrap());
    let set = PatternSet::compile(&vocabulary, &patterns);
    let hits = set.find(&Document::parse("We took agocd and ArgoCD and Argo CD insted of Flux, instead of scripts."));
    assert_eq!(hits[0].iter().map(|hit| hit.misspelt).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(hits[1].len(), 1);
}
