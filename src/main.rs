//! The command line's entry.

/// A page is many small allocations, of which the system's allocator makes a fifth of its cost.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    kohtaanto::cli::run()
}
