//! Marks on companies: coordinate first, do not contact, no marketing. It is Friday 20.11.2026.

use crate::contacts::company;
use crate::support::{Browser, TestApp};
use diesel::prelude::*;
use kohtaanto::companies::marks::{Purpose, store};
use kohtaanto::companies::search::{Search, search};
use kohtaanto::schema::{audit_entries, company_marks, organisations, tasks, timeline_events};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn set(browser: &Browser, company: i64, fields: &[(&str, &str)]) -> crate::support::Answer {
    let once = once::new_key();
    let fields: Vec<_> = fields.iter().copied().chain([("once", once.as_str())]).collect();
    browser.post(&format!("/companies/{company}/marks"), &fields).await
}

const DO_NOT: [(&str, &str); 2] = [("kind", "do_not_contact"), ("reason", "Pyysi rauhaa MERKKI")];

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let company = company(&test, "Rauhallinen Oy").await;
    let (path, partner) = (format!("/companies/{company}"), test.browser(&test.cast.partner).await);
    assert_eq!(set(&partner, company, &DO_NOT).await.location(), path);
    let handler = test.browser(&test.cast.handler).await;
    let warned = |body: &str| body.contains("Älä ota yhteyttä") && body.contains("Pyysi rauhaa MERKKI");
    let told = |body: &str| body.contains("Pirjo Partneri, Jokilaakson yrityskeskus · 20.11.2026");
    let lookup = format!("/callbacks/open-matches?company_id={company}");
    for form in [path.as_str(), &format!("{path}/contacts/new"), &format!("/callbacks/new?company={company}"), &lookup] {
        let answer = handler.get(form).await;
        assert!(warned(answer.page()) && told(&answer.body), "{form}: {}", answer.body);
    }
    assert!(handler.get(&lookup).await.page().contains("Jos työnantaja itse pyysi soittoa"));
    for list in ["/companies", "/companies?q=rauhallinen", "/companies/suggestions?q=rauhallinen"] {
        assert!(handler.get(list).await.page().contains("Älä ota yhteyttä"), "{list}");
    }
    assert!(handler.get(&path).await.page().contains("Merkintä: älä ota yhteyttä"), "the timeline tells");
    let told: Vec<(Option<i64>, Option<i64>)> = test
        .read(move |conn| {
            let events = timeline_events::table.filter(timeline_events::kind.eq("do_not_contact_set"));
            Ok(events.select((timeline_events::contact_id, timeline_events::staff_id)).load(conn)?)
        })
        .await;
    assert_eq!(told, [(None, Some(test.cast.partner.id))]);
    let audited = audit_entries::table.filter(audit_entries::subject.eq("company_marks"));
    let audited: Vec<String> = test.read(move |conn| Ok(audited.select(audit_entries::action).load(conn)?)).await;
    assert_eq!(audited, ["set"]);
}

#[actix_web::test]
async fn coordinate_first_names_somebody() {
    let test = TestApp::start().await;
    let company = company(&test, "Hanke Oy").await;
    let (handler, partner) = (test.browser(&test.cast.handler).await, test.browser(&test.cast.partner).await);
    let of = |person: i64| person.to_string();
    let (theirs, ours) = (of(test.cast.partner.id), of(test.cast.handler.id));
    let first = |person| [("kind", "coordinate_first"), ("person", person), ("reason", "Laaja hanke"), ("ends_on", "30.11.2026")];
    let offered = handler.get(&format!("/companies/{company}/marks/new")).await;
    assert!(offered.page().contains("Pirjo Partneri, Jokilaakson yrityskeskus"), "the employment area names anyone");
    let offered = partner.get(&format!("/companies/{company}/marks/new")).await;
    assert!(!offered.page().contains("Heli Hoitaja"), "a partner names its own people");
    assert_eq!(set(&partner, company, &first(&ours)).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    set(&handler, company, &first(&theirs)).await.location();
    let page = partner.get(&format!("/companies/{company}")).await;
    for words in ["Sovi ensin: Pirjo Partneri", "mailto:pirjo.partneri@alue.example", "voimassa 30.11.2026 asti"] {
        assert!(page.page().contains(words), "{words}: {}", page.body);
    }
    // Their organisation's last day is over: nobody there to write to.
    let theirs = test.cast.partner_organisation;
    let ends = async |day: Option<&'static str>| {
        let day: Option<chrono::NaiveDate> = day.map(|day| day.parse().expect("a day"));
        test.write(move |conn| Ok(diesel::update(organisations::table.find(theirs)).set(organisations::ends_on.eq(day)).execute(conn)?))
            .await
    };
    ends(Some("2026-11-19")).await;
    let page = handler.get(&format!("/companies/{company}")).await;
    assert!(page.page().contains("Sovi ensin: Pirjo Partneri") && !page.body.contains("mailto:pirjo"), "{}", page.body);
    ends(None).await;
    test.set_clock("2026-11-30T21:59:00".parse().expect("an instant"));
    assert!(test.browser(&test.cast.partner).await.get(&format!("/companies/{company}")).await.page().contains("Sovi ensin: Pirjo"));
    test.set_clock("2026-11-30T22:00:00".parse().expect("an instant"));
    assert!(!test.browser(&test.cast.partner).await.get(&format!("/companies/{company}")).await.page().contains("Sovi ensin: Pirjo"));
}

#[actix_web::test]
async fn is_ended_by_who_set_it() {
    let test = TestApp::start().await;
    let company = company(&test, "Rauhallinen Oy").await;
    set(&test.browser(&test.cast.handler).await, company, &DO_NOT).await.location();
    let id: i64 = test.read(|conn| Ok(company_marks::table.select(company_marks::id).first(conn)?)).await;
    let (path, page) = (format!("/companies/{company}/marks/{id}/ending"), format!("/companies/{company}"));
    let partner = test.browser(&test.cast.partner).await;
    assert!(!partner.get(&page).await.page().contains(&path), "no button where it would be refused");
    assert_eq!(partner.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
    let other = crate::contacts::company(&test, "Toinen Oy").await;
    let colleague = test.browser(&test.cast.colleague).await;
    assert_eq!(colleague.post(&format!("/companies/{other}/marks/{id}/ending"), &[]).await.status, StatusCode::NOT_FOUND);
    assert!(colleague.get(&page).await.page().contains(&path));
    assert_eq!(colleague.post(&path, &[]).await.location(), page);
    assert_eq!(colleague.post(&path, &[]).await.location(), page, "twice is once");
    let audited = audit_entries::table.filter(audit_entries::subject.eq("company_marks"));
    let audited: Vec<String> = test.read(move |conn| Ok(audited.select(audit_entries::action).load(conn)?)).await;
    assert_eq!(audited, ["set", "end"]);
    assert!(!colleague.get("/companies").await.page().contains("Älä ota yhteyttä</span>"));
    // What the partner set, its own people and the employment area's coordinators end.
    set(&partner, company, &DO_NOT).await.location();
    let id: i64 = test.read(|conn| Ok(company_marks::table.order(company_marks::id.desc()).select(company_marks::id).first(conn)?)).await;
    let path = format!("/companies/{company}/marks/{id}/ending");
    assert_eq!(colleague.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(test.browser(&test.cast.coordinator).await.post(&path, &[]).await.location(), page);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let company = company(&test, "Rauhallinen Oy").await;
    let handler = test.browser(&test.cast.handler).await;
    let refused =
        set(&handler, company, &[("kind", "coordinate_first"), ("person", "999"), ("reason", " "), ("ends_on", "19.11.2026")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Valitse henkilö, jonka kanssa", "Täytä tämä kohta", "Päivä on jo mennyt", r#"value="19.11.2026""#] {
        assert!(refused.body.contains(words), "{words}");
    }
    assert_eq!(set(&handler, company, &[("kind", "x\0"), ("reason", "x")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    set(&handler, company, &DO_NOT).await.location();
    let again = set(&handler, company, &DO_NOT).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("Yrityksellä on jo tämä merkintä"));
    assert_eq!(set(&handler, 999_999, &DO_NOT).await.status, StatusCode::NOT_FOUND);
    assert_eq!(test.read(|conn| Ok(company_marks::table.count().get_result::<i64>(conn)?)).await, 1);
}

/// The one function for lists and the filter of the search say the same of every mark, in force or over.
#[actix_web::test]
async fn lists_obey() {
    let test = TestApp::start().await;
    let handler = test.browser(&test.cast.handler).await;
    let mut ids = Vec::new();
    for (name, kind, ends_on) in [
        ("Vapaa Oy", "", ""),
        ("Sovittava Oy", "coordinate_first", ""),
        ("Rauhallinen Oy", "do_not_contact", "20.11.2026"),
        ("Mainokseton Oy", "no_marketing", ""),
        ("Entinen Oy", "do_not_contact", "21.11.2026"),
    ] {
        let id = company(&test, name).await;
        ids.push(id);
        let person = test.cast.handler.id.to_string();
        if !kind.is_empty() {
            set(&handler, id, &[("kind", kind), ("person", &person), ("reason", "x"), ("ends_on", ends_on)]).await.location();
        }
    }
    let former = ids[4];
    test.write(move |conn| {
        let row = company_marks::table.filter(company_marks::company_id.eq(former));
        Ok(diesel::update(row).set(company_marks::ended_at.eq(crate::support::friday_morning())).execute(conn)?)
    })
    .await;
    let [free, coordinated, quiet, unadvertised, former] = ids[..] else { panic!("five companies") };
    for (day, purpose, expected) in [
        ("2026-11-20", Purpose::Call, vec![free, coordinated, unadvertised, former]),
        ("2026-11-20", Purpose::Marketing, vec![free, coordinated, former]),
        ("2026-11-21", Purpose::Call, vec![free, coordinated, quiet, unadvertised, former]),
    ] {
        let (today, all) = (day.parse().expect("a day"), ids.clone());
        let (listed, found) = test
            .read(move |conn| {
                let wanted = Search { open_to: Some((purpose, today)), limit: 50, ..Search::default() };
                let mut found: Vec<i64> = search(conn, &wanted)?.hits.iter().map(|hit| hit.company.id).collect();
                found.sort_unstable();
                Ok((store::open_to(conn, &all, purpose, today)?, found))
            })
            .await;
        assert_eq!((&listed, &found), (&expected, &expected), "{day} {purpose:?}");
    }
    // A task is no call, but whoever has it must know; of several at once such companies are left out.
    let about = |id: i64| format!("/tasks/new?company={id}");
    assert!(handler.get(&about(quiet)).await.page().contains("Älä ota yhteyttä"));
    let task = [("company_id", quiet.to_string()), ("company", "Rauhallinen Oy".to_owned()), ("title", "Soita".to_owned())];
    let (one, other) = (once::new_key(), once::new_key());
    let more = [("when", "other"), ("due_on", "20.11.2026"), ("once", one.as_str())];
    let holder = format!("staff-{}", test.cast.handler.id);
    let fields: Vec<(&str, &str)> =
        task.iter().map(|(name, value)| (*name, value.as_str())).chain(more).chain([("holder", holder.as_str())]).collect();
    handler.post("/tasks", &fields).await.location();
    for path in ["/", "/tasks"] {
        assert!(handler.get(path).await.page().contains("Älä ota yhteyttä"), "{path}");
    }
    let all = [free, quiet].map(|id| id.to_string()).join(",");
    let several = [
        ("once", other.as_str()),
        ("deed", "task"),
        ("companies", &all),
        ("title", "Kysy kesästä"),
        ("due_on", "20.11.2026"),
        ("holder", &holder),
    ];
    handler.post("/companies/batches", &several).await.location();
    let made = tasks::table.filter(tasks::title.eq("Kysy kesästä")).select(tasks::company_id);
    assert_eq!(test.read(move |conn| Ok(made.load::<Option<i64>>(conn)?)).await, [Some(free)]);
    let list = handler.get("/companies?open_to=call").await;
    assert!(list.page().contains("Vapaa Oy") && !list.body.contains("Rauhallinen Oy") && list.body.contains("Saa ottaa yhteyttä"));
    assert!(handler.get("/companies?open_to=nonsense").await.page().contains("Rauhallinen Oy"));
}
