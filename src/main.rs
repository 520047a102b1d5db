//! The `hotseat` command: a thin door to the library.

fn main() -> std::process::ExitCode {
    hotseat::cli::main()
}
