//! One Chromium for the whole test process, spoken to from a thread of its own; each test has a context (cookies, cache) of its own.

use chromiumoxide::Browser;
use chromiumoxide::handler::HandlerConfig;
use futures::StreamExt;
use std::path::{Path, PathBuf};
use std::process::{ChildStdin, Command, Stdio};
use std::sync::{OnceLock, mpsc};
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Handle};

pub struct Chromium {
    pub browser: Browser,
    /// Where the browser's messages are read; also for work that outlives a test.
    pub runtime: Handle,
    _leash: ChildStdin,
}

static CHROMIUM: OnceLock<Chromium> = OnceLock::new();

pub fn chromium() -> &'static Chromium {
    CHROMIUM.get_or_init(start)
}

/// The shell waits until this process has gone, however it went, and takes the browser along.
const LEASH: &str = r#""$@" >/dev/null 2>&1 & browser=$!; cat >/dev/null; kill $browser; wait $browser; rm -rf "$PROFILE""#;

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--accept-lang=fi",
    "--remote-debugging-port=0",
];

#[expect(clippy::zombie_processes, reason = "the shell lives as long as this process and goes with it")]
fn start() -> Chromium {
    let profile = std::env::temp_dir().join(format!("kohtaanto_chromium_{}", std::process::id()));
    let mut shell = Command::new("sh")
        .args(["-c", LEASH, "leash", "chromium"])
        .args(FLAGS)
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg("about:blank")
        .env("PROFILE", &profile)
        .stdin(Stdio::piped())
        .spawn()
        .expect("a shell");
    let leash = shell.stdin.take().expect("its input");
    let address = debugger_address(&profile);
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let config = HandlerConfig { viewport: None, ..HandlerConfig::default() };
            let (browser, handler) = Browser::connect_with_config(address, config).await.expect("Chromium answers");
            sender.send((browser, Handle::current())).expect("someone waits for the browser");
            // A message that this library's protocol version doesn't know is not our concern.
            handler.for_each(|_| async {}).await;
        });
    });
    let (browser, runtime) = receiver.recv().expect("the browser's thread lives");
    Chromium { browser, runtime, _leash: leash }
}

/// Chromium writes its port and path into its profile.
fn debugger_address(profile: &Path) -> String {
    let file: PathBuf = profile.join("DevToolsActivePort");
    let patience = Instant::now() + Duration::from_secs(60);
    loop {
        let written = std::fs::read_to_string(&file).unwrap_or_default();
        if let Some((port, path)) = written.split_once('\n') {
            return format!("ws://127.0.0.1:{port}{}", path.trim());
        }
        assert!(Instant::now() < patience, "Chromium does not start: is it installed? tests/run does that");
        std::thread::sleep(Duration::from_millis(20));
    }
}
