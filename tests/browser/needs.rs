//! What employers need: asked within a contact by keyboard alone, read on the company page and in the report.

use super::Page;
use crate::support::{TestApp, friday_morning};
use chrono::Days;
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{NewCompany, add as add_company};
use kohtaanto::contacts::{self, Kind, NewContact, Outcome, Visibility};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::i18n::Lang;
use kohtaanto::needs::Value;
use kohtaanto::needs::answers::{self, Occasion};
use kohtaanto::needs::asking::Given;
use kohtaanto::needs::questions::{defaults, store};

const COMPANIES: [(&str, &str, &str); 6] = [
    ("Kone & Pojat Oy", "28990", "734"),
    ("Uskelan Leipä Oy", "10710", "734"),
    ("Someron Rakennus Oy", "41000", "761"),
    ("Hoivakoti Kuusela Oy", "87201", "734"),
    ("Kosken Taimitarha", "01131", "284"),
    ("Marttilan Soft Oy", "62100", "480"),
];

/// The companies, each of which has answered some of what it was asked. Gives the first one.
fn enter(conn: &mut Conn, organisation_id: i64, staff_id: i64) -> Result<i64, Error> {
    let now = friday_morning();
    defaults::enter(conn, Lang::Fi, None, now)?;
    let mut first = None;
    for (turn, (name, industry, municipality)) in COMPANIES.into_iter().enumerate() {
        let facts = Facts { name: name.into(), industry: industry.into(), municipality: municipality.into(), ..Facts::default() };
        let company_id = add_company(conn, &NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, now)?;
        let at = now - Days::new(turn as u64 * 9 + 1);
        let contact = NewContact {
            company_id,
            person_id: None,
            callback_id: None,
            organisation_id,
            staff_id,
            kind: Kind::Visit,
            outcome: Outcome::Agreed,
            topic_id: None,
            note: "",
            visibility: Visibility::Shared,
            happened_at: at,
        };
        let contact_id = contacts::store::add(conn, &contact, at)?;
        let given: Vec<Given> = store::asked(conn, industry)?
            .into_iter()
            .enumerate()
            .filter(|(place, _)| turn == 0 || (place + turn) % 3 > 0)
            .map(|(place, question)| Given {
                question_id: question.id,
                version_id: question.version_id,
                value: match question.kind() {
                    kohtaanto::needs::Kind::YesNo => Value::YesNo((place + turn) % 2 == 0),
                    kohtaanto::needs::Kind::Number => Value::Number(turn as i32 + 1),
                    kohtaanto::needs::Kind::Occupations => {
                        Value::Occupations(vec!["7212".into(), ["7223", "5321", "2512"][turn % 3].into()])
                    }
                    kohtaanto::needs::Kind::Text => Value::Text("Robottien ohjelmointi".into()),
                },
            })
            .collect();
        answers::record(conn, &Occasion { company_id, contact_id, organisation_id, staff_id, at }, &given)?;
        first.get_or_insert(company_id);
    }
    first.ok_or(Error::NotFound)
}

#[actix_web::test]
async fn needs_are_asked_by_keyboard_and_add_up() {
    let test = TestApp::start().await;
    let (host, handler) = (test.cast.host, test.cast.handler.id);
    let company = test.write(move |conn| enter(conn, host, handler)).await;
    let mut page = Page::signed_in(&test, &test.cast.handler).await;
    page.go(&format!("/companies/{company}/contacts/new")).await;
    page.examine("contact-needs-folded").await;
    page.tab_to(".needs summary").await;
    page.press("Enter").await;
    page.wait_for(".needs[open]").await;
    page.tab_to(".needs input[type=radio]:checked").await;
    page.press("ArrowDown").await;
    page.until("the arrow goes round to yes", "document.querySelector('.needs input[type=radio]').checked").await;
    page.tab_to(".needs .combobox input").await;
    page.type_keys("hitsa").await;
    page.wait_for("[role=option]").await;
    page.examine("contact-needs-open").await;
    page.press("ArrowDown").await;
    page.press("Enter").await;
    page.until("the occupation is in the list", "document.querySelectorAll('.needs .several-list li').length === 1").await;
    page.tab_to("main button[type=submit].button-primary").await;
    page.press("Enter").await;
    page.wait_for(".summary").await;
    page.examine("contact-needs-refused").await;
    page.go(&format!("/companies/{company}")).await;
    page.examine("company-needs").await;
    page.go("/reports/needs").await;
    page.examine("report-needs").await;
    page.click_text("Hitsaajat ja kaasuleikkaajat").await;
    page.wait_text("Jokilaakson työllisyysalue").await;
    page.examine("report-needs-companies").await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/needs").await;
    page.examine("need-questions").await;
    page.click_text("Rekrytoi lähikuukausina").await;
    page.wait_text("uusi versio").await;
    page.examine("need-question").await;
}
