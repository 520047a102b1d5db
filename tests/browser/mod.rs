//! Pages as a browser shows them: headless Chromium where there is one. The pages have no scripts; a copy is given one that
//! measures it, in a frame as wide as a phone or a desk, and writes what it found into the document.

use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// As pages declare it.
const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\"";

/// A browser with a profile of its own.
pub struct Browser {
    program: PathBuf,
    folder: TempDir,
}

/// Which colours the reader has asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    Light,
    Dark,
}

impl Browser {
    /// None where there is none, with a note.
    pub fn find() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
        let programs = names.iter().flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
        let program = programs.into_iter().find(|program| program.is_file());
        if program.is_none() {
            eprintln!("left out: there is no Chromium in PATH to look at pages with");
        }
        Some(Browser { program: program?, folder: tempfile::tempdir().unwrap() })
    }

    /// What the browser complains of when it shows a page as it is: scripts, requests, mistakes of its policy.
    pub fn complaints(&self, page: &str) -> Vec<String> {
        let file = self.write("page.html", page);
        let (_, log) = self.run(&["--enable-logging=stderr", "--dump-dom"], &file);
        log.lines().filter(|line| line.contains(":CONSOLE")).map(str::to_owned).collect()
    }

    /// What is wrong with a page of some width (CSS pixels): what sticks out of it, and text that is hard to read.
    pub fn faults(&self, page: &str, width: u32, scheme: Scheme) -> Vec<String> {
        let (before, rest) = page.split_once(POLICY).expect("pages say what they may load");
        let (_, after) = rest.split_once('>').unwrap();
        let probe = include_str!("probe.js");
        let probed = format!("{before}{}", after.replace("</body>", &format!("<script>{probe}</script></body>")));
        self.write("probed.html", &probed);
        // A window has a least width; a frame has none.
        let frame = format!(
            "<!doctype html><html style=\"color-scheme: light dark\"><ol id=\"found\"></ol>\
             <iframe src=\"probed.html\" style=\"border: 0; width: {width}px; height: 900px\"></iframe>"
        );
        let file = self.write("frame.html", &frame);
        let preferred = format!("--blink-settings=preferredColorScheme={}", u8::from(scheme == Scheme::Light));
        let (document, log) = self
            .run(&[&preferred, "--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom"], &file);
        let marker = format!("looked at: {width} px, {}", if scheme == Scheme::Dark { "dark" } else { "light" });
        assert!(document.contains(&marker), "the probe did not run: {document}\n{log}");
        let found = document.split("<li>").skip(1).filter_map(|item| item.split_once("</li>"));
        found.map(|(fault, _)| fault.to_owned()).collect()
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Standard output and standard error.
    fn run(&self, arguments: &[&str], page: &Path) -> (String, String) {
        let mut command = Command::new(&self.program);
        command.args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]);
        command.args(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);
        command.arg(format!("--user-data-dir={}", self.folder.path().join("profile").display()));
        let output = command.args(arguments).arg(format!("file://{}", page.display())).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (text(&output.stdout), text(&output.stderr))
    }
}

#[test]
fn the_probe_finds_what_is_wrong() {
    let Some(browser) = Browser::find() else { return };
    let page = |style: &str, body: &str| {
        format!(
            "<!doctype html><html>{POLICY} content=\"default-src 'none'; style-src 'unsafe-inline'\"><style>{style}</style><body>{body}</body></html>"
        )
    };
    let good = page(
        "p { color: #333; background: #fff }",
        "<p>plain</p><details><summary>more</summary><p>text</p></details>",
    );
    assert_eq!(browser.faults(&good, 360, Scheme::Light), Vec::<String>::new());
    assert!(browser.complaints(&good).is_empty());
    let faint = browser.faults(&page("p { color: #aaa }", "<p>faint</p>"), 1280, Scheme::Light);
    assert!(faint.len() == 1 && faint[0].contains("faint"), "{faint:?}");
    let wide = browser.faults(&page("", "<p style=\"width: 700px\">wide</p>"), 360, Scheme::Light);
    assert!(wide.iter().any(|fault| fault.contains("sticks out")), "{wide:?}");
    let scrolled = |more: &str| {
        page("", &format!("<div style=\"overflow-x: auto\"{more}><p style=\"width: 700px\">wide</p></div>"))
    };
    assert_eq!(browser.faults(&scrolled(" tabindex=\"0\""), 360, Scheme::Light), Vec::<String>::new());
    let unreached = browser.faults(&scrolled(""), 360, Scheme::Light);
    assert!(unreached.len() == 1 && unreached[0].contains("keyboard"), "{unreached:?}");
    let night = "@media (prefers-color-scheme: dark) { p { color: #444; background: #000 } }";
    assert_eq!(browser.faults(&page(night, "<p>night</p>"), 1280, Scheme::Light), Vec::<String>::new());
    assert_eq!(browser.faults(&page(night, "<p>night</p>"), 1280, Scheme::Dark).len(), 1);
    assert!(!browser.complaints(&page("", "<script>1</script>")).is_empty(), "scripts are refused, and that is told");
}
