//! The main job from end to end, as its people live it: an employer phones, and someone who can help calls back.

use super::{Effort, Page};
use crate::independent_smtp::MailServer;
use crate::support::{Person, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::{self, Facts, store::NewCompany};
use kohtaanto::config::Transport;
use kohtaanto::mail::worker::Worker;
use kohtaanto::organisations::duty;
use kohtaanto::routing::{self, rules::Row};
use kohtaanto::schema::staff;
use kohtaanto::staff::passwords;

const COMPANY: &str = "Äänekosken Öljy & \"Kumi\" <script>alert(1)</script> 🚒 Oy";
const CALLER: &str = "Sisko Soittaja";
const PHONE: &str = "040 123 4567";
const NOTE: &str = "Kaksi hitsaajaa tammikuuksi, <b>heti</b>.";
const ENDING: &str = "Sovittiin käynti tiistaiksi.";
const PASSWORD: &str = "kolme pientä porsasta";

/// One goes this far at most from the shortcut to the confirmation.
const MOST: Effort = Effort { page_loads: 3, clicks: 6, keystrokes: 25 };

/// A service with a real mail server behind it; the handler is on duty.
struct Stage {
    test: TestApp,
    mail: MailServer,
    worker: Worker,
    company: i64,
}

impl Stage {
    async fn set() -> Self {
        let mail = MailServer::start();
        let smtp = Box::new(mail.config());
        let test = TestApp::start_with(|config| config.mail.transport = Transport::Smtp(smtp)).await;
        let (cast, now, today) = (test.cast.clone(), test.app.now(), test.app.today());
        let company = test
            .write(move |conn| {
                duty::assign(conn, cast.employer_team, today, cast.handler.id)?;
                let row = Row {
                    id: 0,
                    topic_id: None,
                    municipality: None,
                    industry: None,
                    language: None,
                    team_id: cast.employer_team,
                    backup_team_id: None,
                    response_minutes: 240,
                    urgent_response_minutes: 60,
                };
                routing::store::add(conn, &row)?;
                let facts = Facts { name: COMPANY.to_owned(), municipality: "992".to_owned(), ..Facts::default() };
                let new = NewCompany { business_id: None, facts: &facts, organisation_id: cast.host, staff_id: cast.handler.id };
                Ok(companies::store::add(conn, &new, now)?)
            })
            .await;
        let worker = Worker::start(test.app.clone());
        Self { test, mail, worker, company }
    }

    /// A person's page after signing in with a password.
    async fn sign_in(&self, person: &Person) -> Page {
        let id = person.id;
        self.test
            .write(move |conn| {
                let hash = passwords::hash(PASSWORD).expect("a hash");
                diesel::update(staff::table.find(id)).set(staff::password_hash.eq(hash)).execute(conn)?;
                Ok(())
            })
            .await;
        let mut page = Page::visitor(&self.test).await;
        page.go("/login").await;
        page.tab_to("#email").await;
        page.write(&person.email).await;
        page.tab_to("#password").await;
        page.write(PASSWORD).await;
        page.press("Enter").await;
        page.wait_path("/").await;
        page
    }
}

/// From the shortcut to the confirmation. `choose` fills the company's field.
async fn log_callback(page: &mut Page, choose: impl AsyncFnOnce(&mut Page)) {
    page.start_counting();
    page.press_alt("s").await;
    page.wait_for("dialog[open] #callback-company:focus").await;
    choose(page).await;
    page.tab_to("#callback-caller_name").await;
    page.write(CALLER).await;
    page.tab_to("#callback-caller_phone").await;
    page.write(PHONE).await;
    page.tab_to("#callback-topic").await;
    page.press("R").await;
    page.wait_text("Pyynnön saa Työnantajapalvelut. Päivystäjä tänään: Heli Hoitaja.").await;
    page.tab_to("#callback-note").await;
    page.write(NOTE).await;
    page.click("dialog[open] button[type=submit]").await;
    page.wait_text("Soittopyyntö on kirjattu").await;
    let effort = page.effort();
    let within = effort.page_loads <= MOST.page_loads && effort.clicks <= MOST.clicks && effort.keystrokes <= MOST.keystrokes;
    assert!(within, "{effort:?} is more than {MOST:?}");
}

#[actix_web::test]
async fn an_employer_phones_and_is_called_back() {
    let stage = Stage::set().await;
    let mut handler = stage.sign_in(&stage.test.cast.handler).await;
    handler.go("/callbacks").await;
    handler.wait_text("Jono on tyhjä").await;

    let mut logger = stage.sign_in(&stage.test.cast.logger).await;
    log_callback(&mut logger, async |page: &mut Page| {
        page.type_keys("aaneko").await;
        page.wait_for("#callback-company-list [role=option]").await;
        page.press("ArrowDown").await;
        page.press("Enter").await;
    })
    .await;
    logger.examine("callback-logged").await;

    let told = stage.mail.wait_for(2).await;
    for mail in &told {
        assert!(mail.text.contains(COMPANY) && mail.text.contains("Rekrytointi") && mail.text.contains("/callbacks/"), "{mail:?}");
        for secret in [CALLER, PHONE, "1234567", "hitsaaja"] {
            assert!(!format!("{mail:?}").contains(secret), "{secret} is in a mail");
        }
    }
    let recipients = told.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>().join(", ");
    assert!(recipients.contains("tyonantajat@alue.example") && recipients.contains("heli.hoitaja@alue.example"), "{recipients}");

    // The open page shows it by itself, and its title counts.
    handler.wait_text("Äänekosken Öljy").await;
    handler.until("a title that counts", "/1/.test(document.title)").await;
    handler.examine("callback-queue").await;
    call_back(&mut handler).await;

    let ended = stage.mail.wait_for(3).await.pop().expect("the third mail");
    assert!(ended.to.contains("niina.neuvo@alue.example") && ended.text.contains(COMPANY), "{ended:?}");
    assert!(!format!("{ended:?}").contains("tiistaiksi"), "the note is in a mail");
    logger.go("/callbacks?view=mine").await;
    logger.wait_text("Autettiin").await;
    logger.examine("callback-mine").await;
    logger.go(&format!("/companies/{}", stage.company)).await;
    logger.wait_text(ENDING).await;
    logger.examine("company").await;
    stage.worker.stop().await;
}

/// The duty person takes it, tries once in vain, then helps.
async fn call_back(page: &mut Page) {
    page.click("td a[href^='/callbacks/']").await;
    page.wait_text(NOTE).await;
    page.click_text("Otan tämän").await;
    page.wait_text("Soittopyyntö on nyt sinulla.").await;
    page.examine("callback-taken").await;
    page.click_text("Ei vastannut").await;
    page.click_text("Kirjaa soittoyritys").await;
    page.wait_text("Soittoyritys on kirjattu.").await;
    page.click_text("Päätä soittopyyntö").await;
    page.wait_for("#outcome").await;
    page.examine("callback-closure").await;
    page.click_text("Autettiin").await;
    page.click("#note").await;
    page.write(ENDING).await;
    page.click("main form button[type=submit]").await;
    page.wait_text("Soittopyyntö on päätetty.").await;
    page.examine("callback-closed").await;
}

#[actix_web::test]
async fn a_company_outside_the_register_costs_no_more() {
    let stage = Stage::set().await;
    let mut page = stage.sign_in(&stage.test.cast.logger).await;
    log_callback(&mut page, async |page: &mut Page| page.write("Uusi Toiminimi Tmi").await).await;
    page.wait_text("Uusi Toiminimi Tmi").await;
    page.wait_text("Ei rekisterissä").await;
    stage.mail.wait_for(2).await;
    stage.worker.stop().await;
}
