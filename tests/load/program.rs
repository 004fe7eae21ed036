//! The program built as it is for real use, and the service as a process of its own.

use crate::support::{TempDir, database_url};
use kohtaanto::db::DatabaseUrl;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A build of the profile `dist`.
pub struct Build {
    pub program: PathBuf,
    pub seconds: f64,
    pub cpu_seconds: f64,
}

/// From nothing, or on top of what was built before.
pub fn build(from_nothing: bool) -> Build {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("figures");
    if from_nothing && dir.exists() {
        std::fs::remove_dir_all(&dir).expect("the earlier build goes");
    }
    let (begun, used) = (Instant::now(), children_cpu_seconds());
    // By its name, so that the toolchain is chosen as it was for this very test.
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--profile", "dist", "--quiet", "--features", "postgres", "--target-dir"]).arg(&dir);
    assert!(cargo.current_dir(env!("CARGO_MANIFEST_DIR")).status().expect("cargo runs").success());
    let program = dir.join("dist/kohtaanto");
    Build { program, seconds: begun.elapsed().as_secs_f64(), cpu_seconds: children_cpu_seconds() - used }
}

/// A running service; killed when dropped.
pub struct Service {
    child: Child,
    pub base_url: String,
    /// From the start of the process to the first answered page.
    pub first_page: Duration,
}

impl Service {
    pub fn start(program: &Path, database: &DatabaseUrl, dir: &TempDir) -> Self {
        let address = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let begun = Instant::now();
        let mut command = command(program, database);
        command.arg("serve").env("KOHTAANTO_LISTEN", address.to_string());
        let child = command.env("MAIL_DIR", dir.path().join("mails")).spawn().expect("the service starts");
        let mut service = Self { child, base_url: format!("http://{address}"), first_page: Duration::ZERO };
        while !service.answers(address) {
            assert!(begun.elapsed() < Duration::from_secs(20), "the service doesn't answer");
            std::thread::sleep(Duration::from_millis(2));
        }
        service.first_page = begun.elapsed();
        service
    }

    fn answers(&self, address: std::net::SocketAddr) -> bool {
        use std::io::{Read, Write};
        let Ok(mut stream) = std::net::TcpStream::connect(address) else { return false };
        let mut answer = String::new();
        stream.write_all(b"GET /login HTTP/1.1\r\nHost: kohtaanto\r\nConnection: close\r\n\r\n").expect("the request is sent");
        stream.read_to_string(&mut answer).expect("an answer");
        answer.starts_with("HTTP/1.1 200")
    }

    /// Resident memory now, in megabytes.
    pub fn resident(&self) -> f64 {
        memory(self.child.id(), "VmRSS:").expect("the process lives")
    }

    /// The most that it has been, in megabytes.
    pub fn peak(&self) -> f64 {
        memory(self.child.id(), "VmHWM:").expect("the process lives")
    }

    /// Waits until it does nothing any more: the words of the register are read once, after the first search.
    pub fn settle(&self) {
        loop {
            let used = self.cpu_seconds();
            std::thread::sleep(Duration::from_secs(1));
            if self.cpu_seconds() - used < 0.05 {
                return;
            }
        }
    }

    /// CPU time that the process has used, in seconds.
    pub fn cpu_seconds(&self) -> f64 {
        ticks(&format!("/proc/{}/stat", self.child.id()), 11..13)
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.child.kill().and_then(|()| self.child.wait()).expect("the service ends");
    }
}

/// What an import took.
pub struct Run {
    pub seconds: f64,
    pub cpu_seconds: f64,
    pub peak_megabytes: f64,
}

/// `import ytj FILE` as a process of its own.
pub fn import(program: &Path, database: &DatabaseUrl, file: &Path) -> Run {
    let (begun, used) = (Instant::now(), children_cpu_seconds());
    let mut command = command(program, database);
    let mut child = command.args(["import", "ytj"]).arg(file).spawn().expect("the import starts");
    let mut peak_megabytes = 0.0;
    while child.try_wait().expect("a status").is_none() {
        peak_megabytes = memory(child.id(), "VmHWM:").unwrap_or(peak_megabytes);
        std::thread::sleep(Duration::from_millis(20));
    }
    let seconds = begun.elapsed().as_secs_f64();
    assert!(child.wait().expect("a status").success(), "the import fails");
    Run { seconds, cpu_seconds: children_cpu_seconds() - used, peak_megabytes }
}

/// The program with nothing else in its environment.
fn command(program: &Path, database: &DatabaseUrl) -> Command {
    let mut command = Command::new(program);
    command.env_clear().env("RUST_LOG", "warn").env("DATABASE_URL", database_url(database)).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// A line of a process's status, in megabytes; None once it has ended.
fn memory(process: u32, line: &str) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let kilobytes = status.lines().find_map(|text| text.strip_prefix(line))?.trim().trim_end_matches(" kB");
    Some(kilobytes.parse::<f64>().expect("a number") / 1024.0)
}

/// CPU time of the processes that this one has waited for, in seconds.
fn children_cpu_seconds() -> f64 {
    ticks("/proc/self/stat", 13..15)
}

/// Some fields of a stat file after the program's name, which are counted in hundredths of a second.
fn ticks(file: &str, fields: std::ops::Range<usize>) -> f64 {
    let stat = std::fs::read_to_string(file).expect("the process lives");
    let after_name = stat.rsplit(')').next().expect("fields");
    let fields = after_name.split_whitespace().skip(fields.start).take(fields.len());
    fields.map(|field| field.parse::<f64>().expect("a number")).sum::<f64>() / 100.0
}
