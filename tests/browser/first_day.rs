//! The first day: an empty installation, set up from the console's link to the first call-back that ends, with a real mail
//! server behind it. Nobody touches the console after the link.

use super::Page;
use crate::independent_smtp::MailServer;
use crate::support::TestApp;
use crate::ytj::generator::generate;
use chromiumoxide::cdp::browser_protocol::dom::SetFileInputFilesParams;
use diesel::prelude::*;
use kohtaanto::config::Transport;
use kohtaanto::mail::worker::Worker;
use kohtaanto::schema::callbacks;
use std::path::Path;

const PASSWORD: &str = "kolme pientä porsasta";
const COLLEAGUE: &str = "kaisa@alue.example";

/// Types into a field with the keyboard alone, whatever stands there.
async fn fill(page: &mut Page, field: &str, text: &str) {
    page.tab_to(field).await;
    page.write(text).await;
}

/// Goes to a link or button by Tab and presses it.
async fn enter(page: &mut Page, element: &str) {
    page.tab_to(element).await;
    page.press("Enter").await;
}

async fn choose_file(page: &Page, field: &str, path: &Path) {
    let element = page.cdp.find_element(field).await.expect("the field");
    let chosen = SetFileInputFilesParams::builder().file(path.display().to_string()).backend_node_id(element.backend_node_id);
    page.cdp.execute(chosen.build().expect("a file")).await.expect("the file is chosen");
}

/// The console's link: the area, oneself, and a first mistake.
async fn first_account(page: &mut Page, test: &TestApp) {
    page.go("/login").await;
    page.wait_text("Kohtaantoa ei ole vielä otettu käyttöön").await;
    page.examine("first-day-sign-in").await;
    page.go("/setup/not-the-link").await;
    page.examine("first-day-wrong-link").await;
    page.go(&format!("/setup/{}", test.app.first_token)).await;
    page.examine("first-day-link").await;
    fill(page, "#area", "Jokilaakson työllisyysalue").await;
    fill(page, "#name", "Aino Asettaja").await;
    fill(page, "#email", "aino@alue.example").await;
    page.click_text("Luo tunnus ja jatka").await;
    page.wait_for(".summary").await;
    page.examine("first-day-link-refused").await;
    fill(page, "#password", PASSWORD).await;
    page.tab_to("#password_again").await;
    page.write(PASSWORD).await;
    page.tab_to("#takes_callbacks").await;
    page.press(" ").await;
    enter(page, "main button[type=submit]").await;
    page.wait_path("/setup").await;
    page.wait_text("0/8 vaihetta").await;
    page.examine("first-day-steps").await;
}

/// The municipalities, picked on the organisation's page.
async fn area(page: &mut Page) {
    enter(page, ".step-next h2 a").await;
    page.wait_text("Alueen kunnat").await;
    page.examine("first-day-area").await;
    page.tab_to("#municipalities").await;
    for name in ["Salo", "Somero"] {
        page.type_keys(name).await;
        page.wait_for("[role=option]").await;
        page.press("ArrowDown").await;
        page.press("Enter").await;
    }
    page.until("both are in the list", "document.querySelectorAll('.several-list li').length === 2").await;
    enter(page, "main button[type=submit].button-primary").await;
    page.wait_path("/admin/organisations").await;
    page.go("/setup").await;
    page.wait_text("1/8 vaihetta").await;
}

async fn teams_topics_routing(page: &mut Page) {
    page.go("/setup/routing").await;
    page.wait_text("Lisää ensin tiimi").await;
    page.examine("first-day-routing-no-team").await;
    page.click_text("Lisää tiimejä").await;
    page.wait_path("/setup/teams").await;
    page.click_text("Tallenna tiimit").await;
    page.wait_for(".summary").await;
    page.examine("first-day-teams-refused").await;
    fill(page, "#name_1", "Työnantajapalvelut").await;
    fill(page, "#mailbox_1", "tyonantajat@alue.example").await;
    fill(page, "#name_2", "Palkkatuki ja starttiraha").await;
    fill(page, "#mailbox_2", "palkkatuki@alue.example").await;
    page.press("Enter").await;
    page.wait_path("/setup").await;
    page.go("/setup/teams").await;
    page.examine("first-day-teams").await;
    page.go("/setup/topics").await;
    page.examine("first-day-topics").await;
    enter(page, "main button[type=submit]").await;
    page.wait_path("/setup").await;
    page.go("/setup/routing").await;
    page.examine("first-day-routing").await;
    page.tab_to("#team").await;
    page.press("T").await;
    enter(page, "main button[type=submit]").await;
    page.wait_path("/setup").await;
    page.wait_text("4/8 vaihetta").await;
    page.examine("first-day-steps-half").await;
}

async fn mail(page: &mut Page, server: &MailServer) {
    page.go("/setup/mail").await;
    page.examine("first-day-mail").await;
    page.click_text("Lähetä koeviesti minulle").await;
    page.wait_text("Palvelin otti vastaan").await;
    page.examine("first-day-mail-sent").await;
    let mail = &server.wait_for(1).await[0];
    assert!(mail.to.contains("aino@alue.example") && mail.subject.contains("Koeviesti") && mail.text.contains("/setup"), "{mail:?}");
}

/// The file is of the open data's own shape, oddities and all.
async fn import(page: &mut Page, test: &TestApp) {
    page.go("/admin/imports").await;
    page.click_text("Tuo").await;
    page.wait_for(".summary").await;
    page.examine("first-day-import-refused").await;
    let generated = generate(1_000, 7);
    let path = test.dir.path().join("all_companies.json");
    std::fs::write(&path, &generated.text).expect("a file");
    choose_file(page, "#file", &path).await;
    page.click_text("Tuo").await;
    page.wait_text("Tuonti on valmis").await;
    page.examine("first-day-import-done").await;
    page.go("/admin/imports").await;
    page.examine("first-day-imports").await;
}

async fn log_callback(page: &mut Page) {
    page.go("/callbacks/new").await;
    fill(page, "#callback-company", "Uusi Toiminimi Tmi").await;
    fill(page, "#callback-caller_name", "Sisko Soittaja").await;
    fill(page, "#callback-caller_phone", "040 123 4567").await;
    page.tab_to("#callback-topic").await;
    page.press("R").await;
    page.click("main form button[type=submit]").await;
    page.wait_text("Soittopyyntö on kirjattu").await;
}

/// Invites a colleague to the team, from the list of steps, with the keyboard.
async fn invite(page: &mut Page) {
    page.go("/setup").await;
    enter(page, ".step:last-child h2 a").await;
    page.wait_text("Henkilö saa sähköpostiinsa linkin").await;
    page.examine("first-day-invite").await;
    fill(page, "#name", "Kaisa Kollega").await;
    fill(page, "#email", COLLEAGUE).await;
    page.tab_to("[name=roles][value=employer_team]").await;
    page.press(" ").await;
    const TEAM: &str =
        "document.activeElement.name === 'teams' && document.activeElement.labels[0].innerText.trim() === 'Työnantajapalvelut'";
    page.tab_until("the team", TEAM).await;
    page.press(" ").await;
    page.press("Enter").await;
    page.wait_text("Kutsu on lähetetty").await;
    page.examine("first-day-invited").await;
    page.go("/setup").await;
    page.examine("first-day-steps-done").await;
}

/// The link that the mail server has for this person, as a path.
async fn link_for(server: &MailServer, test: &TestApp) -> String {
    let mails = server.wait_for_one(|mail| mail.to.contains(COLLEAGUE)).await;
    assert!(mails.subject.contains("Kohtaanto") && mails.text.contains("Aino Asettaja"), "{mails:?}");
    let link = mails.text.lines().find_map(|line| line.trim().strip_prefix(&test.base_url)?.split_whitespace().next());
    link.unwrap_or_else(|| panic!("a link: {mails:?}")).to_owned()
}

/// The colleague chooses a password, takes what waits, calls twice and ends it.
async fn second_person(page: &mut Page, link: &str) {
    page.go(link).await;
    page.examine("first-day-invitation").await;
    fill(page, "#password", PASSWORD).await;
    fill(page, "#password_again", PASSWORD).await;
    page.press("Enter").await;
    page.wait_path("/").await;
    page.wait_text("Salasana on tallennettu").await;
    page.examine("first-day-my-day").await;
    page.go("/callbacks").await;
    page.examine("first-day-queue").await;
    page.click("main a[href^='/callbacks/']").await;
    page.wait_text("Sisko Soittaja").await;
    page.click_text("Otan tämän").await;
    page.wait_text("Soittopyyntö on nyt sinulla.").await;
    page.click_text("Ei vastannut").await;
    page.click_text("Kirjaa soittoyritys").await;
    page.wait_text("Soittoyritys on kirjattu.").await;
    page.click_text("Päätä soittopyyntö").await;
    page.wait_for("#outcome").await;
    page.click_text("Autettiin").await;
    page.click("main form button[type=submit]").await;
    page.wait_text("Soittopyyntö on päätetty.").await;
    page.examine("first-day-ended").await;
}

#[actix_web::test]
async fn from_an_empty_database_to_the_first_ended_callback() {
    let server = MailServer::start();
    let smtp = Box::new(server.config());
    let test = TestApp::start_empty(|config| config.mail.transport = Transport::Smtp(smtp)).await;
    let worker = Worker::start(test.app.clone());
    let mut page = Page::visitor(&test).await;
    first_account(&mut page, &test).await;
    area(&mut page).await;
    teams_topics_routing(&mut page).await;
    mail(&mut page, &server).await;
    import(&mut page, &test).await;
    page.go("/setup").await;
    page.click("form[action='/setup/skips'] button").await;
    page.wait_text("Tarvitaan sittenkin").await;
    page.examine("first-day-steps-late").await;
    invite(&mut page).await;
    log_callback(&mut page).await;
    let link = link_for(&server, &test).await;
    let mut colleague = Page::visitor(&test).await;
    second_person(&mut colleague, &link).await;
    page.go("/").await;
    page.examine("first-day-administrator").await;
    let ended: Vec<Option<String>> = test.read(|conn| Ok(callbacks::table.select(callbacks::outcome).load(conn)?)).await;
    assert_eq!(ended, [Some("helped".to_owned())]);
    // The one who logged it is told that it has ended.
    let told = server.wait_for_one(|mail| mail.subject == "Soittopyyntö päättyi: Uusi Toiminimi Tmi").await;
    assert!(told.to.contains("aino@alue.example") && told.text.contains("Autettiin"), "{told:?}");
    worker.stop().await;
}

/// What a server says that takes nothing, and an import under way.
#[actix_web::test]
async fn trouble_is_told_in_words() {
    let closed = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a port").port();
    let smtp = kohtaanto::mail::smtp::SmtpConfig::read(&format!("smtp://localhost:{closed}"), None).expect("an address");
    let test = TestApp::start_with(|config| config.mail.transport = Transport::Smtp(Box::new(smtp))).await;
    test.leave_mail();
    let started_by = test.cast.administrator.id;
    let now = test.app.now();
    let id = test
        .write(move |conn| {
            let new = kohtaanto::imports::store::NewImport {
                source: "all_companies.zip",
                total_bytes: 0,
                municipalities: &[],
                started_by,
                state: kohtaanto::imports::State::Running,
                is_scheduled: false,
            };
            let id = kohtaanto::imports::store::begin(conn, &new, now)?.expect("none is running");
            let progress = kohtaanto::companies::ytj::Progress { records: 340_000, bytes: 41, total_bytes: Some(100) };
            kohtaanto::imports::store::progress(conn, id, progress)?;
            Ok(id)
        })
        .await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go(&format!("/admin/imports/{id}")).await;
    page.wait_text("41 %").await;
    page.examine("import-running").await;
    page.go("/admin/imports").await;
    page.examine("imports-running").await;
    kohtaanto::imports::work::settle_abandoned(&test.app).expect("the database answers");
    page.go(&format!("/admin/imports/{id}")).await;
    page.wait_text("mitään ei katoa").await;
    page.examine("import-interrupted").await;
    page.go("/setup/mail").await;
    page.click_text("Lähetä koeviesti minulle").await;
    page.wait_text("Koeviesti on matkalla").await;
    page.examine("mail-on-its-way").await;
    test.drain_mail().await;
    page.wait_text("Palvelimeen ei saada yhteyttä").await;
    page.examine("mail-refused").await;
}
