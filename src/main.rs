//! The command line's entry.

fn main() -> std::process::ExitCode {
    kohtaanto::cli::run()
}
