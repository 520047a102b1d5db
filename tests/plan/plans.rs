//! Plans as people see them. All of the same bank and seed, so that they can be compared.

use hotseat::content::Level;
use hotseat::plan::{ExtraTime, Options, draw};

use super::bank::library;
use super::{compact, options};

fn shown(interview: &str, options: &Options) -> String {
    compact(&draw(&library(), interview, options).unwrap())
}

#[test]
fn forty_five_minutes_at_each_level() {
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Junior, 45, 1)), @r"
    00:00 intro
    02:00 opener      ci-cd-junior-t0 (at junior, 3 min + 1 probes)
    06:06 core        databases-junior-t1 (at junior, 4 min + 1 probes)
    11:12 core        monitoring-junior-t1 (at junior, 4 min + 1 probes)
    16:18 core        networking-junior-t1 (at junior, 4 min + 1 probes)
    21:24 core        iac-junior-t1 (at junior, 4 min + 1 probes)
    26:30 core        containers-junior-t1 (at junior, 4 min + 1 probes)
    31:36 behavioural collaboration-junior-b0 (at junior, 4 min + 1 probes)
    36:42 your questions
    40:42 close
    41:42 of 45:00
    pool: 52 of 52 not seen yet
    ");
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Mid, 45, 1)), @r"
    00:00 intro
    02:00 opener      security-junior-t1 (at mid, 4 min + 0 probes)
    06:21 core        kubernetes-mid-t2 (at mid, 4 min + 1 probes)
    11:42 core        cloud-mid-t2 (at mid, 4 min + 1 probes)
    17:03 hardest     ci-cd-senior-t5 (at senior, 5 min + 1 probes)
    23:24 core        deployments-mid-t3 (at mid, 5 min + 1 probes)
    29:45 behavioural collaboration-mid-b1 (at mid, 5 min + 1 probes)
    36:06 your questions
    40:06 close
    41:06 of 45:00
    pool: 98 of 98 not seen yet
    ");
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Senior, 45, 1)), @r"
    00:00 intro
    02:00 opener      cloud-mid-t3 (at senior, 5 min + 0 probes)
    07:21 core        networking-senior-t4 (at senior, 5 min + 1 probes)
    13:42 core        automation-senior-t5 (at senior, 5 min + 1 probes)
    20:03 hardest     containers-senior-d6 (at senior, 6 min + 2 probes)
    28:24 behavioural collaboration-senior-b3 (at senior, 6 min + 1 probes)
    35:45 your questions
    39:45 close
    40:45 of 45:00
    pool: 110 of 110 not seen yet
    ");
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Staff, 45, 1)), @r"
    00:00 intro
    02:00 opener      security-senior-t4 (at staff, 5 min + 0 probes)
    07:21 core        databases-staff-t8 (at staff, 6 min + 1 probes)
    14:42 core        cloud-staff-t8 (at staff, 6 min + 0 probes)
    21:03 hardest     monitoring-staff-d9 (at staff, 7 min + 2 probes)
    30:24 behavioural collaboration-staff-b4 (at staff, 6 min + 1 probes)
    37:45 your questions
    41:45 close
    42:45 of 45:00
    pool: 78 of 78 not seen yet
    ");
}

#[test]
fn short_and_long_ones() {
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Senior, 15, 1)), @r"
    00:00 intro
    00:40 behavioural leadership-senior-b2 (at senior, 5 min + 0 probes)
    06:01 hardest     containers-senior-d6 (at senior, 6 min + 0 probes)
    12:22 your questions
    13:42 close
    14:02 of 15:00
    pool: 110 of 110 not seen yet
    ");
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Junior, 15, 1)), @r"
    00:00 intro
    00:40 opener      ci-cd-junior-t0 (at junior, 3 min + 1 probes)
    04:46 behavioural collaboration-junior-b0 (at junior, 4 min + 1 probes)
    09:52 your questions
    11:12 close
    11:32 of 15:00
    pool: 52 of 52 not seen yet
    ");
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Senior, 30, 1)), @r"
    00:00 intro
    01:20 opener      cloud-mid-t3 (at senior, 5 min + 0 probes)
    06:41 behavioural collaboration-senior-b3 (at senior, 6 min + 1 probes)
    14:02 hardest     containers-senior-d6 (at senior, 6 min + 2 probes)
    22:23 your questions
    25:03 close
    25:43 of 30:00
    pool: 110 of 110 not seen yet
    ");
    insta::assert_snapshot!(shown("devops-engineer", &options(Level::Senior, 90, 1)), @r"
    00:00 intro
    02:00 opener      cloud-mid-t3 (at senior, 5 min + 0 probes)
    07:21 core        networking-senior-t4 (at senior, 5 min + 1 probes)
    13:42 core        automation-senior-t5 (at senior, 5 min + 1 probes)
    20:03 core        iac-senior-t4 (at senior, 5 min + 1 probes)
    26:24 core        monitoring-senior-t5 (at senior, 5 min + 1 probes)
    32:45 core        testing-senior-t4 (at senior, 5 min + 1 probes)
    39:06 core        security-senior-t5 (at senior, 5 min + 1 probes)
    45:27 hardest     containers-senior-d6 (at senior, 6 min + 2 probes)
    53:48 core        ci-cd-senior-t5 (at senior, 5 min + 1 probes)
    60:09 core        databases-senior-t5 (at senior, 5 min + 1 probes)
    66:30 core        deployments-senior-t4 (at senior, 5 min + 1 probes)
    72:51 behavioural collaboration-senior-b3 (at senior, 6 min + 1 probes)
    80:12 your questions
    84:12 close
    85:12 of 90:00
    pool: 110 of 110 not seen yet
    ");
}

#[test]
fn one_topic() {
    let kubernetes = |level, minutes| Options { topics: vec!["kubernetes".into()], ..options(level, minutes, 1) };
    insta::assert_snapshot!(shown("devops-engineer", &kubernetes(Level::Mid, 45)), @r"
    00:00 intro
    02:00 opener      kubernetes-junior-t0 (at mid, 3 min + 0 probes)
    05:21 core        kubernetes-junior-t1 (at mid, 4 min + 1 probes)
    10:42 core        kubernetes-mid-t2 (at mid, 4 min + 1 probes)
    16:03 hardest     kubernetes-senior-d6 (at senior, 6 min + 1 probes)
    23:24 core        kubernetes-mid-t3 (at mid, 5 min + 1 probes)
    29:45 core        kubernetes-senior-t4 (at senior, 5 min + 1 probes)
    36:06 your questions
    40:06 close
    41:06 of 45:00
    pool: 7 of 7 not seen yet
    ");
    insta::assert_snapshot!(shown("iac", &options(Level::Senior, 45, 1)), @r"
    00:00 intro
    02:00 opener      iac-mid-d7 (at senior, 5 min + 0 probes)
    07:21 core        iac-senior-t4 (at senior, 5 min + 1 probes)
    13:42 core        iac-senior-t5 (at senior, 5 min + 1 probes)
    20:03 hardest     iac-staff-t8 (at staff, 6 min + 1 probes)
    27:24 core        iac-senior-d6 (at senior, 6 min + 1 probes)
    34:45 your questions
    38:45 close
    39:45 of 45:00
    pool: 10 of 10 not seen yet
    ");
    insta::assert_snapshot!(shown("iac", &options(Level::Mid, 15, 1)), @r"
    00:00 intro
    00:40 opener      iac-junior-t0 (at mid, 3 min + 0 probes)
    04:01 hardest     iac-senior-d6 (at senior, 6 min + 1 probes)
    11:22 your questions
    12:42 close
    13:02 of 15:00
    pool: 8 of 8 not seen yet
    ");
    insta::assert_snapshot!(shown("leadership", &options(Level::Mid, 30, 1)), @r"
    00:00 intro
    01:20 opener      leadership-junior-b0 (at mid, 4 min + 0 probes)
    05:41 core        leadership-mid-b1 (at mid, 5 min + 1 probes)
    12:02 hardest     leadership-senior-b3 (at senior, 6 min + 1 probes)
    19:23 core        leadership-senior-b2 (at senior, 5 min + 0 probes)
    24:44 your questions
    27:24 close
    28:04 of 30:00
    pool: 4 of 4 not seen yet
    ");
}

#[test]
fn extra_time_stretches_everything_and_changes_nothing_else() {
    let stretched = Options { extra_time: ExtraTime(150), ..options(Level::Senior, 45, 1) };
    insta::assert_snapshot!(shown("devops-engineer", &stretched), @r"
    00:00 intro
    03:00 opener      cloud-mid-t3 (at senior, 7 min + 0 probes)
    11:01 core        networking-senior-t4 (at senior, 7 min + 1 probes)
    20:32 core        automation-senior-t5 (at senior, 7 min + 1 probes)
    30:03 hardest     containers-senior-d6 (at senior, 9 min + 2 probes)
    42:34 behavioural collaboration-senior-b3 (at senior, 9 min + 1 probes)
    53:35 your questions
    59:35 close
    61:05 of 67:30
    pool: 110 of 110 not seen yet
    ");
}
