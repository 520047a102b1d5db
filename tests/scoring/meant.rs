//! How words were meant: an answer, a criterion of the `terms` rubric, and the status that its hit must get.

use hotseat::content::Level;
use hotseat::scoring::{Scorecard, Status};

use super::bench::score;
use Status::{Affirmed, Hypothetical, Negated, Other, Rejected, Weak};

const CASES: &[(&str, &str, Option<Status>)] = &[
    // denied
    ("I have never used Terraform.", "terraform", Some(Negated)),
    ("Terraform I have never touched.", "terraform", Some(Negated)),
    ("Terraform I have never touched, but I know Ansible.", "ansible", Some(Affirmed)),
    ("I have no experience with Docker, Ansible, Chef or Kubernetes.", "docker", Some(Negated)),
    ("I have no experience with Docker, Ansible, Chef or Kubernetes.", "kubernetes", Some(Negated)),
    ("I don't know Helm charts but I know Kubernetes well.", "helm", Some(Negated)),
    ("I don't know Helm charts but I know Kubernetes well.", "kubernetes", Some(Affirmed)),
    ("My Kafka exposure is zero.", "kafka", Some(Negated)),
    ("Kafka isn't something I have used.", "kafka", Some(Negated)),
    ("Docker? No, we run Podman.", "docker", Some(Negated)),
    ("Docker? No, we run Podman.", "podman", Some(Affirmed)),
    ("We did not use Jenkins at that place.", "jenkins", Some(Negated)),
    ("i dont use docker", "docker", Some(Negated)),
    ("We work without Docker there.", "docker", Some(Negated)),
    // denials that are none
    ("Not only Jenkins but also GitLab CI.", "jenkins", Some(Affirmed)),
    ("Not only Jenkins but also GitLab CI.", "gitlab-ci", Some(Affirmed)),
    ("I never deploy without a canary.", "canary", Some(Affirmed)),
    ("There is no reason not to use Terraform.", "terraform", Some(Affirmed)),
    ("We couldn't work without Grafana.", "grafana", Some(Affirmed)),
    ("There is no doubt that Ansible fits.", "ansible", Some(Affirmed)),
    ("With no downtime we moved over to Kubernetes.", "kubernetes", Some(Affirmed)),
    ("K8s isn't rocket science.", "kubernetes", Some(Affirmed)),
    ("The script wasn't idempotent, so I rewrote it with Ansible.", "ansible", Some(Affirmed)),
    ("No manual changes, Terraform runs from the pipeline.", "terraform", Some(Affirmed)),
    ("Nobody gets in, because Kubernetes checks every request.", "kubernetes", Some(Affirmed)),
    // turned down
    ("Instead of Jenkins we chose GitLab CI.", "jenkins", Some(Rejected)),
    ("Instead of Jenkins we chose GitLab CI.", "gitlab-ci", Some(Affirmed)),
    ("We took GitLab CI rather than Jenkins.", "jenkins", Some(Rejected)),
    ("We chose GitLab CI over Jenkins.", "jenkins", Some(Rejected)),
    ("We chose GitLab CI over Jenkins.", "gitlab-ci", Some(Affirmed)),
    ("We replaced Jenkins with GitLab CI.", "jenkins", Some(Rejected)),
    ("We replaced Jenkins with GitLab CI.", "gitlab-ci", Some(Affirmed)),
    ("We migrated from Jenkins to GitLab CI.", "jenkins", Some(Rejected)),
    ("We migrated from Jenkins to GitLab CI.", "gitlab-ci", Some(Affirmed)),
    ("We moved away from Chef to Ansible.", "ansible", Some(Affirmed)),
    ("We considered Pulumi but stayed with Terraform.", "pulumi", Some(Rejected)),
    ("We considered Pulumi but stayed with Terraform.", "terraform", Some(Affirmed)),
    ("We threw Bamboo out last spring.", "bamboo", Some(Rejected)),
    ("Kafka was overkill for us.", "kafka", Some(Rejected)),
    ("Jenkins was replaced last year.", "jenkins", Some(Rejected)),
    ("Bamboo I wouldn't use, it is too slow.", "bamboo", Some(Rejected)),
    // hearsay, others, plans
    ("I have heard of Terraform.", "terraform", Some(Weak)),
    ("I read about Pulumi last week.", "pulumi", Some(Weak)),
    ("The platform team handles Kubernetes.", "kubernetes", Some(Other)),
    ("A colleague of mine set up Jenkins.", "jenkins", Some(Other)),
    ("Jenkins was set up by a colleague.", "jenkins", Some(Other)),
    ("I plan to learn Terraform.", "terraform", Some(Hypothetical)),
    ("I am learning Terraform.", "terraform", Some(Hypothetical)),
    ("I would use Terraform.", "terraform", Some(Affirmed)),
    // names and words
    ("my chief asked for help with the draft", "chef", None),
    ("my chief asked for help with the draft", "helm", None),
    ("my chief asked for help with the draft", "drift", None),
    ("the chef cooked dinner", "chef", None),
    ("chef cookbooks for the web tier", "chef", Some(Affirmed)),
    ("We look at Grafanna.", "grafana", Some(Affirmed)),
    ("Then a rolback, and a postmortum.", "rollback", Some(Affirmed)),
    ("Then a rolback, and a postmortum.", "incident-review", Some(Affirmed)),
    ("we rolled everything back", "rollback", Some(Affirmed)),
    ("it was a roll-back", "rollback", Some(Affirmed)),
    ("it was a roll back", "rollback", Some(Affirmed)),
    ("he rolled the dice and later came back", "rollback", None),
    ("we watch canaries", "canary", Some(Affirmed)),
    ("deployments run at night", "deploying", Some(Affirmed)),
    ("we run EKS", "kubernetes", Some(Affirmed)),
    // denials asked for
    ("We never store secrets in Git.", "pattern-denies", Some(Affirmed)),
    ("We never store secrets in Git.", "no-secrets-in-git", Some(Negated)),
    ("We store our secrets in Git.", "no-secrets-in-git", Some(Status::Excluded)),
];

/// The status of the first hit of a criterion, earned or withheld.
fn status(card: &Scorecard, criterion: &str) -> Option<Status> {
    let criterion = card.criteria.iter().find(|one| one.id == criterion).unwrap();
    let withheld = criterion.withheld.first().map(|hit| hit.status);
    withheld.or(criterion.evidence.first().map(|hit| hit.status))
}

#[test]
fn words_are_taken_as_they_were_meant() {
    let wrong: Vec<String> = (CASES.iter())
        .filter_map(|(answer, criterion, expected)| {
            let found = status(&score("terms", Level::Junior, answer), criterion);
            (found != *expected).then(|| format!("{answer} [{criterion}]: {found:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}

#[test]
fn would_counts_in_part_where_the_question_asks_what_was_done() {
    let card = score("terms-lived", Level::Junior, "I would use Terraform.");
    assert_eq!(status(&card, "terraform"), Some(Hypothetical));
}

#[test]
fn a_withheld_hit_names_the_words_that_withheld_it() {
    let card = score("terms", Level::Junior, "I have never used Terraform.");
    let withheld = &card.criteria.iter().find(|one| one.id == "terraform").unwrap().withheld[0];
    assert_eq!(withheld.text, "Terraform");
    assert_eq!(withheld.because, "'never' denies it");
}
