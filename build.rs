//! Rebuilds when content changes: `include_dir` alone does not notice a new file.

fn main() {
    println!("cargo:rerun-if-changed=interviews");
    println!("cargo:rerun-if-changed=rubrics");
}
