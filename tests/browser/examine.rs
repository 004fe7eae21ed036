//! What every page must keep, at both widths: axe-core finds nothing, the page's own structure is sound, nothing sticks out.
//! Each examined page leaves its picture. The short run of all tests takes no pictures and asks axe-core at the width of a
//! phone only, where targets are closest together.

use super::Page;
use crate::support::is_long;
use chromiumoxide::cdp::browser_protocol::emulation::SetDeviceMetricsOverrideParams;
use chromiumoxide::cdp::browser_protocol::page::{CaptureScreenshotParams, Viewport};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

const PHONE: i64 = 390;
const WIDTHS: [i64; 2] = [1280, PHONE];

/// In the long run, and when certain tests are asked for.
fn is_thorough() -> bool {
    is_long() || std::env::var_os("KOHTAANTO_PICTURES").is_some()
}

/// axe runs the rules of these tags only; target size is in the last.
const TAGS: &str = r#"["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]"#;

/// What axe lets pass.
const STRUCTURE: &str = r#"(() => {
    const wrong = [], all = (selector) => [...document.querySelectorAll(selector)];
    if (all("h1").length !== 1) wrong.push(`${all("h1").length} main headings`);
    const levels = all("h1, h2, h3, h4").map((heading) => +heading.tagName[1]);
    levels.forEach((level, i) => { if (level > (levels[i - 1] ?? 0) + 1) wrong.push(`heading level ${level} after ${levels[i - 1] ?? 0}`); });
    if (document.title.trim().startsWith("·")) wrong.push("no title");
    for (const field of all("input:not([type=hidden]), select, textarea"))
        if (!field.labels?.length && !field.ariaLabel && !field.getAttribute("aria-labelledby")) wrong.push(`${field.name} has no label`);
    const ids = all("[id]").map((element) => element.id);
    for (const id of new Set(ids.filter((id, i) => ids.indexOf(id) !== i))) wrong.push(`the id ${id} twice`);
    for (const element of all("[aria-describedby], [aria-labelledby], [aria-controls]"))
        for (const name of ["aria-describedby", "aria-labelledby"])
            for (const id of (element.getAttribute(name) ?? "").split(" ").filter(Boolean))
                if (!document.getElementById(id)) wrong.push(`${name} leads to ${id}, which is not there`);
    if (document.documentElement.scrollWidth > innerWidth) wrong.push(`${document.documentElement.scrollWidth} pixels wide in ${innerWidth}`);
    const bare = document.body.innerText.match(/\b(error|flash|nav|parts|warning)-[a-z][a-z-]+/);
    if (bare) wrong.push(`the text key ${bare[0]} is shown`);
    return wrong;
})()"#;

impl Page {
    /// Checks the page at both widths and takes its pictures, `target/screenshots/<name>-<width>.png`.
    pub async fn examine(&mut self, name: &str) {
        let mut wrong = Vec::new();
        for width in WIDTHS {
            self.set_width(width).await;
            let mut findings = self.evaluate::<Vec<String>>(STRUCTURE).await.expect("the page can be asked");
            if is_thorough() || width == PHONE {
                findings.extend(self.axe().await);
            }
            wrong.extend(findings.into_iter().map(|finding| format!("at {width}: {finding}")));
            if is_thorough() {
                self.take_picture(&format!("{name}-{width}")).await;
            }
        }
        self.set_width(WIDTHS[0]).await;
        wrong.extend(self.complaints().await);
        assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
    }

    /// What axe-core finds, in words.
    pub async fn axe(&self) -> Vec<String> {
        if !self.holds("!!window.axe").await {
            self.evaluate::<bool>(&format!("{};true", axe_source())).await.expect("axe-core loads");
        }
        let script = format!(
            "axe.run(document, {{ runOnly: {{ type: 'tag', values: {TAGS} }}, resultTypes: ['violations'] }}).then((result) =>
             result.violations.flatMap((rule) => rule.nodes.map((node) => `${{rule.id}}: ${{rule.help}}; ${{node.target}}: ${{node.failureSummary}}`)))"
        );
        self.evaluate(&script).await.expect("axe-core runs")
    }

    /// Sets the window's width; narrow is a phone.
    pub async fn set_width(&mut self, width: i64) {
        self.cdp.execute(SetDeviceMetricsOverrideParams::new(width, 844, 1.0, width < 600)).await.expect("a window");
    }

    async fn take_picture(&self, name: &str) {
        let (width, height) = self
            .evaluate::<(f64, f64)>("[innerWidth, Math.max(innerHeight, document.documentElement.scrollHeight)]")
            .await
            .expect("the page's size");
        let whole = Viewport { x: 0.0, y: 0.0, width, height, scale: 1.0 };
        let params = CaptureScreenshotParams::builder().clip(whole).capture_beyond_viewport(true).build();
        let picture = self.cdp.screenshot(params).await.expect("a picture");
        let directory = target().join("screenshots");
        std::fs::create_dir_all(&directory).expect("a directory");
        std::fs::write(directory.join(format!("{name}.png")), picture).expect("the picture is written");
    }
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from)
}

fn axe_source() -> &'static str {
    static SOURCE: OnceLock<String> = OnceLock::new();
    SOURCE.get_or_init(|| {
        let path = std::env::var_os("AXE_JS").map_or_else(|| target().join("tools/axe.min.js"), PathBuf::from);
        std::fs::read_to_string(path).expect("axe-core is there once tests/run has fetched it")
    })
}
