//! Notes typed in haste say something in every fragment; lists of terms do not, however they are dressed.

use hotseat::content::Level;
use hotseat::scoring::{AnswerFlag, Scorecard, Status};

use super::bench::score;

const NOTES: &[&str] = &[
    "alert on 5xx -> check grafana dashboard, compare previous release. mitigate first = helm rollback, root cause later. tell support, status page every 30 min. read logs + diff. postmortem <1 week, add smoke test",
    "1 detect: error rate alert, p99 vs baseline 2 restore: helm rollback, max 5 min 3 cause: read logs, diff release 4 prevent: postmortem, write test, add canary gate",
    "error rate up -> rollback w helm, previous image. db migrated = no rollback, fix forward instead. tell support channel. logs (loki / elastic / splunk), traces, git bisect. after: postmortem, test for it",
    "alerts: latency, 5xx, smoke test. canary bad -> rollback automatic. inform stakeholders, update status page. check traces, find root cause later. conn pool exhausted, index missing, disk full. runbook reviewed monthly",
];

const LISTS: &[&str] = &[
    "Jenkins, GitLab CI, Docker, Kubernetes, Helm, Terraform, Ansible, Prometheus, Grafana, canary, rollback, SLO, postmortem",
    "Jenkins -> GitLab CI -> Docker -> Kubernetes -> Helm -> Terraform -> Prometheus -> Grafana -> canary -> rollback -> postmortem",
    "Jenkins -> Docker, Helm -> Kubernetes, Terraform -> Ansible, Prometheus -> Grafana, canary -> rollback, SLO -> error rate, postmortem -> runbook",
    "Tools: Jenkins, Docker, Helm. Metrics: latency, error rate, SLO. Restore: rollback, canary, feature flags. Later: postmortem, runbook, smoke test, root cause.",
    "- Jenkins\n- Docker\n- Helm\n- rollback\n- canary\n- latency\n- error rate\n- postmortem\n- root cause\n- status page\n- runbook\n- smoke test",
    "and Jenkins and Docker and Helm and rollback and canary and also latency and error rate and postmortem and root cause and runbook",
    "Jenkins, 12-factor, Docker, 5 whys, Helm, lessons learned, canary, use rollback, SLO, better latency, error rate, postmortem, root cause, runbook, status page, smoke test, dashboards, health checks, blue/green, Grafana, alerts",
];

fn judged(answer: &str) -> Scorecard {
    score("deploy-failure", Level::Mid, answer)
}

fn listed(card: &Scorecard) -> usize {
    let withheld = card.criteria.iter().flat_map(|criterion| &criterion.withheld);
    withheld.filter(|hit| hit.status == Status::Listed).count()
}

#[test]
fn notes_in_haste_are_no_lists() {
    for answer in NOTES {
        let card = judged(answer);
        assert_eq!((listed(&card), card.flags.as_slice()), (0, [].as_slice()), "{answer}\n{card:#?}");
        assert!(card.band >= Some(2), "{answer}\n{:?}", card.caps);
    }
}

#[test]
fn lists_are_lists_whatever_joins_their_items() {
    for answer in LISTS {
        let card = judged(answer);
        assert!(card.flags.contains(&AnswerFlag::KeywordList), "{answer}\n{card:#?}");
        assert_eq!(card.band, Some(1));
    }
}

#[test]
fn a_list_behind_notes_earns_no_band() {
    let notes = "error rate up -> rollback w helm, previous image. tell support channel.";
    let terms =
        "postmortem, root cause, runbook, SLO, canary, latency, alerts, Grafana, Prometheus, Kubernetes, Docker";
    assert_eq!(judged(&format!("{notes} {terms}")).band, judged(notes).band);
}
