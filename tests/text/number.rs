//! Numbers, shares, times and amounts, in digits or words.

use super::notation::hits;

#[test]
fn number_classes_find_these_words() {
    let mut wrong = Vec::new();
    for (class, text, expected) in [
        ("#num", "from four to one", "four · one"),
        (
            "#num",
            "twenty five services, 1,000 users, 10x, half, two thirds",
            "twenty five · 1,000 · 10x · half · two thirds",
        ),
        ("#num", "one of them, p99, k8s, v1.2, node.js", ""),
        ("#num", "three times, twice, a dozen", "three · twice · a dozen"),
        ("#num", "3-5 people, 1½ of it", "3-5 · 1 · ½"),
        ("#num", "2 million rows, a quarter of it", "2 million · a quarter"),
        (
            "#percent",
            "40%, 40 %, 99.95%, forty percent, ten per cent",
            "40% · 40 % · 99.95% · forty percent · ten per cent",
        ),
        ("#percent", "40 services, half", ""),
        ("#percent", "from 40 to 5 percent", "5 percent"),
        ("#duration", "18 minutes, 300 ms, 300ms, 2h, 1.5 hours", "18 minutes · 300 ms · 300ms · 2h · 1.5 hours"),
        (
            "#duration",
            "an hour, half a day, half an hour, a couple of weeks, a few seconds",
            "an hour · half a day · half an hour · a couple of weeks · a few seconds",
        ),
        (
            "#duration",
            "two to three days, 5-10 minutes, one and a half hours",
            "two to three days · 5-10 minutes · one and a half hours",
        ),
        ("#duration", "from four hours to 20 minutes", "four hours · 20 minutes"),
        ("#duration", "p99 under 300 ms", "300 ms"),
        ("#duration", "40 users, the second one, a server, half of it", ""),
        (
            "#money",
            "$300, €1,000, $5k, 300 dollars, two million euros",
            "$300 · €1,000 · $5k · 300 dollars · two million euros",
        ),
        ("#money", "300 users", ""),
    ] {
        let found = hits(class, text).join(" · ");
        if found != expected {
            wrong.push(format!("{class} in {text}: {found}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
