//! A page as its user has it: mouse, keys, waiting for what must appear. Whatever the console complains of fails the test.

use super::chromium::chromium;
use crate::support::{Person, TestApp};
use chromiumoxide::cdp::browser_protocol::browser::BrowserContextId;
use chromiumoxide::cdp::browser_protocol::input::{DispatchKeyEventParams, DispatchKeyEventType, InsertTextParams};
use chromiumoxide::cdp::browser_protocol::log::{EventEntryAdded, LogEntryLevel, LogEntrySource};
use chromiumoxide::cdp::browser_protocol::network::CookieParam;
use chromiumoxide::cdp::browser_protocol::page::EventFrameNavigated;
use chromiumoxide::cdp::browser_protocol::target::{CreateBrowserContextParams, CreateTargetParams};
use chromiumoxide::cdp::js_protocol::runtime::{ConsoleApiCalledType, EvaluateParams, EventConsoleApiCalled, EventExceptionThrown};
use chromiumoxide::keys::get_key_definition;
use chromiumoxide::layout::Point;
use chromiumoxide::listeners::EventStream;
use futures::{FutureExt, StreamExt};
use serde::de::DeserializeOwned;
use std::time::{Duration, Instant};

/// How long a condition may take; generous, since the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(20);
const KEY_ALT: i64 = 1;

/// What a user spent since `start_counting`. Names, numbers and free texts (`write`) don't count as keystrokes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    pub page_loads: usize,
    pub clicks: usize,
    pub keystrokes: usize,
}

pub struct Page {
    pub(super) cdp: chromiumoxide::Page,
    context: BrowserContextId,
    base_url: String,
    effort: Effort,
    navigations: EventStream<EventFrameNavigated>,
    /// Documents that were loaded: an answer such as 422 to one of them is no error of the page.
    documents: Vec<String>,
    /// The session ends: that a script is told so (401) is no error of the page.
    is_signed_out: bool,
    log: EventStream<EventEntryAdded>,
    console: EventStream<EventConsoleApiCalled>,
    exceptions: EventStream<EventExceptionThrown>,
}

impl Page {
    /// Nobody has signed in.
    pub async fn visitor(test: &TestApp) -> Self {
        let browser = &chromium().browser;
        let context = browser.create_browser_context(CreateBrowserContextParams::default()).await.expect("a context");
        let blank = CreateTargetParams::builder().url("about:blank").browser_context_id(context.clone()).build().expect("a target");
        let cdp = browser.new_page(blank).await.expect("a page");
        cdp.enable_log().await.expect("the log");
        let mut page = Self {
            navigations: cdp.event_listener().await.expect("events"),
            log: cdp.event_listener().await.expect("events"),
            console: cdp.event_listener().await.expect("events"),
            exceptions: cdp.event_listener().await.expect("events"),
            documents: Vec::new(),
            is_signed_out: false,
            effort: Effort::default(),
            base_url: test.base_url.clone(),
            context,
            cdp,
        };
        page.set_width(1280).await;
        page
    }

    pub async fn signed_in(test: &TestApp, person: &Person) -> Self {
        let page = Self::visitor(test).await;
        let token = test.session(person).await;
        let cookie = CookieParam::builder().name("session").value(token).url(&test.base_url).http_only(true).build().expect("a cookie");
        page.cdp.set_cookie(cookie).await.expect("the cookie is set");
        page
    }

    /// Types the address.
    pub async fn go(&mut self, path: &str) {
        let address = format!("{}{path}", self.base_url);
        self.cdp.goto(address).await.unwrap_or_else(|error| panic!("{path}: {error}"));
    }

    /// Clicks what the selector finds once it is visible and nothing lies over it.
    pub async fn click(&mut self, selector: &str) {
        self.click_element(selector, &format!("document.querySelector({})", literal(selector))).await;
    }

    /// Clicks the link, button, option or label with this text.
    pub async fn click_text(&mut self, text: &str) {
        const CLICKABLE: &str = "a, button, summary, label, [role=option]";
        let found = format!(
            "[...document.querySelectorAll('{CLICKABLE}')].find(e => e.innerText.trim() === {} && e.checkVisibility())",
            literal(text)
        );
        self.click_element(text, &found).await;
    }

    /// Again if the page moved beneath the pointer meanwhile, as a person would.
    async fn click_element(&mut self, name: &str, element: &str) {
        let script = format!(
            "(() => {{ const e = {element}; if (!e) return null; e.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             const box = e.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
             window.missed = true; e.addEventListener('click', () => {{ window.missed = false; }}, {{ capture: true, once: true }});
             return box.width && e.contains(document.elementFromPoint(x, y)) ? [x, y] : null; }})()"
        );
        self.effort.clicks += 1;
        for _ in 0..5 {
            let (x, y) = self.until_some::<(f64, f64)>(&format!("{name} to click on"), &script).await;
            self.cdp.click(Point { x, y }).await.expect("a click");
            if !self.holds("window.missed === true").await {
                return;
            }
        }
    }

    /// A key by its name (`Enter`, `Tab`, `ArrowDown`, `a`).
    pub async fn press(&mut self, key: &str) {
        self.stroke(key, 0).await;
    }

    /// A shortcut such as Alt+S.
    pub async fn press_alt(&mut self, key: &str) {
        self.stroke(key, KEY_ALT).await;
    }

    async fn stroke(&mut self, key: &str, modifiers: i64) {
        self.effort.keystrokes += 1;
        let key = get_key_definition(key).unwrap_or_else(|| panic!("no key {key}"));
        let text = key.text.or((key.key.len() == 1).then_some(key.key)).filter(|_| modifiers != KEY_ALT);
        let down = if text.is_some() { DispatchKeyEventType::KeyDown } else { DispatchKeyEventType::RawKeyDown };
        for (kind, text) in [(down, text), (DispatchKeyEventType::KeyUp, None)] {
            let mut event = DispatchKeyEventParams::new(kind);
            event.key = Some(key.key.to_owned());
            event.code = Some(key.code.to_owned());
            event.windows_virtual_key_code = Some(key.key_code);
            event.modifiers = Some(modifiers);
            event.text = text.map(str::to_owned);
            self.cdp.execute(event).await.expect("a key stroke");
        }
    }

    /// Types into the focused field, a keystroke a character: searching, choosing.
    pub async fn type_keys(&mut self, text: &str) {
        self.effort.keystrokes += text.chars().count();
        self.insert_by_character(text).await;
    }

    /// Types a name, a number or a free text into the focused field: not counted.
    pub async fn write(&mut self, text: &str) {
        self.insert_by_character(text).await;
    }

    async fn insert_by_character(&self, text: &str) {
        for character in text.chars() {
            self.cdp.execute(InsertTextParams::new(character)).await.expect("typing");
        }
    }

    /// Presses Tab until the element has the focus.
    pub async fn tab_to(&mut self, selector: &str) {
        self.tab_until(selector, &format!("document.activeElement.matches({})", literal(selector))).await;
    }

    /// Presses Tab until the focus is where this condition in JavaScript holds.
    pub async fn tab_until(&mut self, wanted: &str, condition: &str) {
        for _ in 0..80 {
            if self.holds(condition).await {
                return;
            }
            self.press("Tab").await;
        }
        panic!("{wanted} is not reached by Tab; {}", self.situation().await);
    }

    pub async fn wait_for(&self, selector: &str) {
        self.until(selector, &format!("!!document.querySelector({})?.checkVisibility()", literal(selector))).await;
    }

    /// Waits for a visible text in the page's content.
    pub async fn wait_text(&self, text: &str) {
        self.until(text, &format!("document.body.innerText.includes({})", literal(text))).await;
    }

    /// Waits until the page at this path (without query) has been loaded.
    pub async fn wait_path(&self, path: &str) {
        self.until(path, &format!("location.pathname === {} && document.readyState === 'complete'", literal(path))).await;
    }

    /// Waits for a condition in JavaScript.
    pub async fn until(&self, wanted: &str, condition: &str) {
        self.until_some::<bool>(wanted, &format!("({condition}) || null")).await;
    }

    async fn until_some<T: DeserializeOwned>(&self, wanted: &str, script: &str) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            // While a page is being left, its scripts can't be asked.
            if let Ok(value) = self.evaluate::<Option<T>>(script).await
                && let Some(value) = value
            {
                return value;
            }
            assert!(Instant::now() < end, "waited in vain for {wanted}; {}", self.situation().await);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    pub async fn holds(&self, condition: &str) -> bool {
        self.evaluate(condition).await.unwrap_or(false)
    }

    /// The value of a script; a promise is awaited.
    pub async fn evaluate<T: DeserializeOwned>(&self, script: &str) -> Result<T, String> {
        let params = EvaluateParams::builder().expression(script).await_promise(true).return_by_value(true).build()?;
        let result = self.cdp.evaluate_expression(params).await.map_err(|error| error.to_string())?;
        result.into_value().map_err(|error| error.to_string())
    }

    async fn situation(&self) -> String {
        let text = self.evaluate::<String>("location.href + '\\n' + document.body.innerText").await;
        format!("the page is {}", text.unwrap_or_else(|error| error))
    }

    pub fn start_counting(&mut self) {
        self.follow();
        self.effort = Effort::default();
    }

    pub fn effort(&mut self) -> Effort {
        self.follow();
        self.effort
    }

    fn follow(&mut self) {
        while let Some(Some(event)) = self.navigations.next().now_or_never() {
            if event.frame.parent_id.is_none() {
                self.documents.push(event.frame.url.clone());
                self.effort.page_loads += 1;
            }
        }
    }

    /// The session ends now.
    pub fn expect_sign_out(&mut self) {
        self.is_signed_out = true;
    }

    /// What the console has complained of since the last call.
    pub async fn complaints(&mut self) -> Vec<String> {
        // What happened before this answer has been told before it.
        self.evaluate::<bool>("true").await.expect("the page can be asked");
        self.told_complaints()
    }

    fn told_complaints(&mut self) -> Vec<String> {
        self.follow();
        let mut complaints = Vec::new();
        while let Some(Some(event)) = self.log.next().now_or_never() {
            let entry = &event.entry;
            let answer = entry.source == LogEntrySource::Network && entry.url.as_ref().is_some_and(|url| self.documents.contains(url));
            let told_so = self.is_signed_out && entry.source == LogEntrySource::Network && entry.text.contains("401");
            if entry.level == LogEntryLevel::Error && !answer && !told_so {
                complaints.push(format!("{}: {}", entry.url.as_deref().unwrap_or_default(), entry.text));
            }
        }
        while let Some(Some(event)) = self.console.next().now_or_never() {
            if matches!(event.r#type, ConsoleApiCalledType::Error | ConsoleApiCalledType::Assert) {
                complaints.push(format!("console: {:?}", event.args));
            }
        }
        while let Some(Some(event)) = self.exceptions.next().now_or_never() {
            complaints.push(format!("exception: {:?}", event.exception_details));
        }
        complaints
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let context = self.context.clone();
        // The browser may be gone already, with everything in it.
        chromium().runtime.spawn(async move { chromium().browser.dispose_browser_context(context).await.ok() });
        if !std::thread::panicking() {
            let complaints = self.told_complaints();
            assert!(complaints.is_empty(), "the browser complains:\n{}", complaints.join("\n"));
        }
    }
}

/// A text as JavaScript writes it.
pub(super) fn literal(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
