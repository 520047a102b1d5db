//! Which answers are English enough to be scored.

use hotseat::text::{Document, Language};

const ENGLISH: [&str; 6] = [
    "I look at the error rate next to the deploy marker and roll back if the canary breaches its SLO.",
    "k8s, helm, argocd, prometheus, grafana, loki, terraform, ansible, vault, docker, jenkins, gitlab, nexus, sonarqube, trivy, falco",
    "- kubectl rollout undo\n- check grafana p99, 5xx\n- page oncall\n- helm rollback\n- postmortem, blameless\n- fix pipeline, add smoke test",
    "main is protect, need PR with 1 aproval and pipline green in gtilab, must be fast like 10 min or people will skip it",
    "istio mTLS STRICT, kiali, cert-manager, SPIFFE, spire, envoy sidecar; linkerd lighter; cilium eBPF no sidecar, kubeproxy gone",
    "nein",
];

const OTHER: [&str; 8] = [
    "Zuerst schaue ich in Grafana auf die Fehlerrate, dann mache ich mit Helm einen Rollback auf die letzte Version und informiere das Team.",
    "D'abord je regarde le taux d'erreur dans Grafana, puis je fais un rollback avec Helm vers la version précédente et je préviens l'équipe.",
    "Primero miro la tasa de errores en Grafana y después hago un rollback con Helm a la versión anterior, y aviso al equipo por Slack.",
    "Primeiro vejo a taxa de erros no Grafana e depois faço um rollback com Helm para a versão anterior, e aviso a equipa no Slack.",
    "Eerst kijk ik in Grafana naar het foutpercentage, daarna doe ik een rollback met Helm naar de vorige versie en informeer ik het team.",
    "Najpierw patrzę w Grafanie na liczbę błędów, potem robię rollback przez Helm do poprzedniej wersji i informuję zespół na Slacku.",
    "Prima guardo il tasso di errori in Grafana, poi faccio un rollback con Helm alla versione precedente e avviso la squadra su Slack.",
    "Wir haben keine eigene Cloud, sondern nutzen Terraform und Ansible fuer die Server und Jenkins fuer die Pipeline, das reicht uns.",
];

#[test]
fn english_is_recognised_terse_or_not() {
    for text in ENGLISH {
        assert_eq!(Document::parse(text).language(), Language::English, "{text}");
    }
}

#[test]
fn other_languages_are_recognised_in_spite_of_tool_names() {
    for text in OTHER {
        assert_eq!(Document::parse(text).language(), Language::OtherLanguage, "{text}");
    }
}

#[test]
fn other_scripts_are_recognised() {
    for text in ["Я откатываю релиз через Helm.", "デプロイに失敗したら helm rollback します", "אני מחזיר את הגרסה"]
    {
        assert_eq!(Document::parse(text).language(), Language::OtherScript, "{text}");
    }
}

#[test]
fn an_english_answer_with_a_foreign_quotation_is_english() {
    let text = "The customer wrote »es funktioniert nicht mehr«, so we looked at the logs and found that the certificate had expired the night before.";
    assert_eq!(Document::parse(text).language(), Language::English);
}
