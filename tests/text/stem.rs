//! Inflection off, meaning kept.

use hotseat::text::{stem::stem, variant::fold};

fn base(word: &str) -> String {
    stem(&fold(word))
}

#[test]
fn all_forms_of_a_word_share_one_base() {
    let families = "
        deploy deploys deployed deploying
        canary canaries
        retry retries retried retrying
        release releases released releasing
        cache caches cached caching
        fix fixes fixed fixing
        push pushes pushed pushing
        process processes processed processing
        code codes coded coding
        use uses used using
        scale scales scaled scaling
        autoscale autoscales autoscaled autoscaling
        stage stages staged staging
        plan plans planned planning
        roll rolls rolled rolling
        add adds added adding
        miss misses missed missing
        stop stops stopped stopping
        cancel cancels cancelled canceled cancelling canceling
        label labels labelled labeled labelling
        travel travelled traveled travelling
        focus focuses focused focusing
        monitor monitors monitored monitoring
        sing sings sang sung singing
        agree agrees agreed agreeing
        change changes changed changing
        go goes went gone going
        run runs ran running
        break breaks broke broken breaking
        build builds built building
        write writes wrote written writing
        rewrite rewrote rewritten rewriting
        cut cuts cutting
        keep kept keeping
        tell told telling
        find found finding findings
        think thought thinking
        choose chose chosen choosing
        begin began begun beginning
        fall fell fallen falling
        rise rose risen rising
        spin spun spinning
        shut shuts shutting
        send sent sending
        take took taken taking
        make made making
        do does did done doing
        have has had having
        get got getting
        be is are was were been being
        lose lost losing
        drive drove driven driving
        catch caught catching
        die dies died dying
        index indexes indices indexed indexing
        analysis analyses
        datum data
        criterion criteria
        analyse analyze analysed analyzed analysing analyzing
        organise organize organised organized organising organizes
        prioritise prioritize prioritised prioritizing
        containerise containerize containerised containerized containerising
        behaviour behavior behaviours behaviors
        colour color coloured colored
        centre center centres centers centred centered centring centering
        artefact artifact artefacts artifacts
        catalogue catalog catalogues catalogs
        licence license licences licenses licensed
        practise practice practised practicing
        defence defense
        programme program programmes programs programmed programming
        grey gray
        judgement judgment
        microservice microservices
        playbook playbooks
        proxy proxies
        pod pods
        vm vms
        pr prs
        api apis
        cpu cpus
        regex regexes
        status statuses
        person people
        team team's teams
        debug debugs debugged debugging
        ship ships shipped shipping
        template templates templated templating
        provision provisions provisioned provisioning
        tag tags tagged tagging
        log logs logged logging";
    let mut wrong = Vec::new();
    for family in families.lines() {
        let mut words = family.split_whitespace();
        let Some(first) = words.next() else { continue };
        for word in words.filter(|word| base(word) != base(first)) {
            wrong.push(format!("{word}: {} is not {}", base(word), base(first)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn words_that_only_look_alike_stay_apart() {
    let mut wrong = Vec::new();
    for (one, other) in [
        ("note", "not"),
        ("use", "us"),
        ("care", "car"),
        ("code", "cod"),
        ("hoping", "hopping"),
        ("planing", "planning"),
        ("staring", "starring"),
        ("deploy", "deployment"),
        ("alert", "alertness"),
        ("organise", "organisation"),
        ("evening", "even"),
        ("morning", "morn"),
        ("nothing", "noth"),
        ("string", "str"),
        ("news", "new"),
        ("speed", "spe"),
        ("need", "nee"),
        ("this", "thi"),
        ("its", "it"),
        ("as", "a"),
        ("always", "alway"),
        ("four", "for"),
        ("hour", "hor"),
        ("analysis", "analyze"),
        ("founded", "found"),
        ("boring", "bear"),
        ("lives", "life"),
        ("bits", "bite"),
        ("promise", "promize"),
    ] {
        if base(one) == base(other) {
            wrong.push((one, other, base(one)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn names_and_abbreviations_are_kept_whole() {
    for word in [
        "jenkins",
        "kubernetes",
        "status",
        "dns",
        "aws",
        "redis",
        "postgres",
        "analysis",
        "canvas",
        "https",
        "devops",
        "nats",
        "k8s",
        "advise",
        "exercise",
        "precise",
        "raise",
        "noise",
        "rise",
        "promise",
        "enterprise",
        "otherwise",
    ] {
        assert_eq!(base(word), word);
    }
}
