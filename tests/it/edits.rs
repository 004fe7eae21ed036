//! Two people edit the same row in two browsers: what differs merges, what clashes is shown to the second, nothing is lost.

mod administration;

use crate::companies::add;
use crate::support::{Answer, Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::Facts;
use kohtaanto::people::store::{self as people, Details, Person};
use kohtaanto::routing::{self, rules::Row};
use kohtaanto::schema::companies;
use reqwest::StatusCode;
use serde_json::{Map, Value};

/// Someone who opened the form, and sends it with these fields changed.
struct Editor {
    browser: Browser,
    form: Answer,
    action: String,
}

impl Editor {
    async fn open(browser: Browser, page: &str, action: &str) -> Self {
        let form = browser.get(page).await;
        form.page();
        Self { browser, form, action: action.to_owned() }
    }

    async fn send(&self, typed: &[(&str, &str)]) -> Answer {
        self.send_from(&self.form, typed).await
    }

    /// Sends the whole form as a browser does, changed in these fields.
    async fn send_changed(&self, shown: &Answer, changes: &[(&str, &str)]) -> Answer {
        let mut fields: Vec<(String, String)> = Vec::new();
        for (name, value) in row_of(shown) {
            match (changes.iter().find(|change| change.0 == name), value) {
                (Some(change), _) => fields.push((name, change.1.to_owned())),
                (None, Value::Array(ticks)) => {
                    fields.extend(ticks.iter().filter_map(|tick| Some((name.clone(), tick.as_str()?.to_owned()))));
                }
                (None, value) => fields.push((name, value.as_str().expect("a text").to_owned())),
            }
        }
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        self.send_from(shown, &fields).await
    }

    /// Sends the form as `shown` has it.
    async fn send_from(&self, shown: &Answer, typed: &[(&str, &str)]) -> Answer {
        let (base, once) = (shown.value("base").expect("the values as they were"), shown.once());
        self.browser.post(&self.action, &[&[("base", base.as_str()), ("once", once.as_str())], typed].concat()).await
    }
}

/// The values of the row that a form was drawn with.
fn row_of(shown: &Answer) -> Map<String, Value> {
    serde_json::from_str(&shown.value("base").expect("the values as they were")).expect("an object")
}

/// A contact person, and the handler and the colleague with the same form open.
async fn two_at_a_person(test: &TestApp) -> (i64, Editor, Editor) {
    let company = add(test, Facts { name: "Öljynen Oy".into(), ..Facts::default() }).await;
    let (author, now) = ((test.cast.host, test.cast.handler.id), test.app.now());
    let details = Details { name: "Maija".into(), role: "johtaja".into(), phones: vec!["040 1234567".into()], ..Details::default() };
    let id = test.write(move |conn| Ok(people::add(conn, company, &details, author, now)?)).await;
    let (page, action) = (format!("/people/{id}/edit"), format!("/people/{id}"));
    let mine = Editor::open(test.browser(&test.cast.handler).await, &page, &action).await;
    let theirs = Editor::open(test.browser(&test.cast.colleague).await, &page, &action).await;
    (id, mine, theirs)
}

async fn person(test: &TestApp, id: i64) -> Person {
    test.read(move |conn| Ok(people::find(conn, id)?.expect("the person"))).await
}

#[actix_web::test]
async fn different_fields_merge_without_a_word() {
    let test = TestApp::start().await;
    let (id, mine, theirs) = two_at_a_person(&test).await;
    theirs.send(&[("name", "Maija"), ("role", "toimitusjohtaja"), ("phone", "040 1234567")]).await.location();
    mine.send(&[("name", "Maija Uusi"), ("role", "johtaja"), ("phone", "040 1234567"), ("language", "sv")]).await.location();
    let saved = person(&test, id).await;
    assert_eq!((saved.name.as_str(), saved.role.as_str(), saved.language.as_str()), ("Maija Uusi", "toimitusjohtaja", "sv"));
}

#[actix_web::test]
async fn the_same_field_is_shown_side_by_side() {
    let test = TestApp::start().await;
    let (id, mine, theirs) = two_at_a_person(&test).await;
    theirs.send(&[("name", "Maija & Co"), ("role", "johtaja"), ("phone", "050 7654321"), ("language", "sv")]).await.location();
    let typed = [("name", "Maija Uusi"), ("role", "rehtori"), ("phone", "040 1234567"), ("language", "fi")];
    let answer = mine.send(&typed).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    for shown in ["Toinen tallensi samoja kohtia", "Kimmo Kollega, pe 20.11.2026 klo 10.00", "Maija &amp; Co", "ruotsi"] {
        assert!(answer.body.contains(shown), "{shown}: {}", answer.body);
    }
    assert_eq!(answer.body.matches("Toinen tallensi tällä välin:").count(), 2, "name and language");
    let kept = ["name", "role", "phone"].map(|name| answer.value(name).unwrap_or_default());
    assert_eq!(kept, ["Maija Uusi", "rehtori", "050 7654321"], "mine, mine, and what only the other changed");
    assert_eq!(person(&test, id).await.name, "Maija & Co", "nothing is written halfway");
    // Sending again is a choice: here for the own name and the other's language.
    let chosen = [("name", "Maija Uusi"), ("role", "rehtori"), ("phone", "050 7654321"), ("language", "sv")];
    mine.send_from(&answer, &chosen).await.location();
    let saved = person(&test, id).await;
    let phones: Vec<&str> = saved.phones.iter().map(|number| number.phone.as_str()).collect();
    assert_eq!([&saved.row.name, &saved.row.role, phones[0], &saved.row.language], ["Maija Uusi", "rehtori", "050 7654321", "sv"]);
}

#[actix_web::test]
async fn a_third_is_noticed_again() {
    let test = TestApp::start().await;
    let (id, mine, theirs) = two_at_a_person(&test).await;
    theirs.send(&[("name", "Toinen"), ("role", "johtaja"), ("phone", "040 1234567")]).await.location();
    let typed = [("name", "Minun"), ("role", "johtaja"), ("phone", "040 1234567")];
    let answer = mine.send(&typed).await;
    let third = Editor::open(test.browser(&test.cast.lead).await, &format!("/people/{id}/edit"), &format!("/people/{id}")).await;
    third.send(&[("name", "Kolmas"), ("role", "johtaja"), ("phone", "040 1234567")]).await.location();
    let again = mine.send_from(&answer, &typed).await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("Kolmas") && again.body.contains("Veera Vetäjä"));
    mine.send_from(&again, &typed).await.location();
    assert_eq!(person(&test, id).await.name, "Minun");
}

#[actix_web::test]
async fn errors_and_warnings_keep_the_base() {
    let test = TestApp::start().await;
    let (id, mine, theirs) = two_at_a_person(&test).await;
    theirs.send(&[("name", "Maija"), ("role", "rehtori"), ("phone", "040 1234567")]).await.location();
    let refused = mine.send(&[("name", ""), ("role", "johtaja"), ("phone", "040 1234567")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    mine.send_from(&refused, &[("name", "Minun"), ("role", "johtaja"), ("phone", "040 1234567")]).await.location();
    let saved = person(&test, id).await;
    assert_eq!((saved.name.as_str(), saved.role.as_str()), ("Minun", "rehtori"));
}

#[actix_web::test]
async fn a_company_is_settled_field_by_field() {
    let test = TestApp::start().await;
    let facts = Facts { name: "Öljynen Oy".into(), municipality: "734".into(), industry: "62100".into(), ..Facts::default() };
    let id = add(&test, facts).await;
    let (page, action) = (format!("/companies/{id}/edit"), format!("/companies/{id}"));
    let mine = Editor::open(test.browser(&test.cast.handler).await, &page, &action).await;
    let theirs = Editor::open(test.browser(&test.cast.partner).await, &page, &action).await;
    let industry = mine.form.value("industry").expect("the industry in words");
    let same = [("name", "Öljynen Oy"), ("industry", industry.as_str()), ("industry_code", "62100")];
    theirs
        .send(
            &[&same[..1], &[("municipality", "761"), ("industry", "10710"), ("industry_code", "10710"), ("phone", "040 1234567")]].concat(),
        )
        .await
        .location();
    mine.send(&[&same[..], &[("municipality", "734"), ("email", "posti@oljynen.example")]].concat()).await.location();
    let saved = test
        .read(move |conn| {
            Ok(companies::table
                .find(id)
                .select((companies::municipality, companies::industry, companies::phone, companies::email))
                .first::<(String, String, String, String)>(conn)?)
        })
        .await;
    assert_eq!(saved, ("761".into(), "10710".into(), "040 1234567".into(), "posti@oljynen.example".into()));
    // The same select by both: the other's choice is named in words.
    let clash = mine.send(&[&same[..], &[("municipality", "020"), ("phone", "040 1234567")]].concat()).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert!(clash.body.contains("Pirjo Partneri") || clash.body.contains("Heli Hoitaja"));
    assert!(clash.body.contains(r#"<span class="as-written">Somero</span>"#));
}

#[actix_web::test]
async fn a_routing_row_is_settled_field_by_field() {
    let test = TestApp::start().await;
    let cast = test.cast.clone();
    let id = test
        .write(move |conn| {
            let row = Row {
                topic_id: Some(cast.subsidy),
                team_id: cast.subsidy_team,
                backup_team_id: None,
                response_minutes: 240,
                urgent_response_minutes: 60,
                ..Row::default()
            };
            Ok(routing::store::add(conn, &row)?)
        })
        .await;
    let page = format!("/admin/routing/{id}");
    let admin = &test.cast.administrator;
    let (mine, theirs) =
        (Editor::open(test.browser(admin).await, &page, &page).await, Editor::open(test.browser(admin).await, &page, &page).await);
    let (topic, team, other) = (test.cast.subsidy.to_string(), test.cast.subsidy_team.to_string(), test.cast.employer_team.to_string());
    let row = |team: &str, response: &str| {
        [("topic", topic.clone()), ("team", team.to_owned()), ("response", response.to_owned()), ("urgent_response", "1 h".to_owned())]
    };
    let send = async |editor: &Editor, fields: [(&str, String); 4]| {
        editor.send(&fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await
    };
    send(&theirs, row(&team, "6 h")).await.location();
    send(&mine, row(&other, "4 h")).await.location();
    let saved = test.read(move |conn| Ok(routing::store::rows(conn)?.into_iter().find(|row| row.id == id).expect("the row"))).await;
    assert_eq!((saved.team_id, saved.response_minutes), (test.cast.employer_team, 360));
    assert_eq!(send(&mine, row(&other, "2 h")).await.status, StatusCode::CONFLICT);
}
