//! The pages of teams: what they are, who belongs to them, hours and phone lines. It is Friday 20.11.2026.

mod ending;

use crate::routes::Samples;
use crate::support::TestApp;
use chrono::Days;
use diesel::prelude::*;
use kohtaanto::organisations::store::{self, Opens};
use kohtaanto::organisations::{duty, phone_lines};
use kohtaanto::schema::{audit_entries, callbacks, phone_lines as line_rows};
use kohtaanto::web::once;
use reqwest::StatusCode;

async fn audited(test: &TestApp, subject: &'static str) -> Vec<String> {
    let entries = audit_entries::table.filter(audit_entries::subject.eq(subject)).order(audit_entries::id);
    test.read(move |conn| Ok(entries.select(audit_entries::action).load(conn)?)).await
}

/// What a team's form sends; `more` comes on top of it and wins.
fn fields<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let all =
        [("name", "Neuvonta"), ("mailbox", "neuvonta@alue.example"), ("language", "sv"), ("monday", "9–12, 13–15.30"), ("friday", "10-14")];
    let mut fields: Vec<_> = all.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
    fields.extend(more);
    fields
}

async fn periods(test: &TestApp, whose: Opens) -> Vec<(u32, u32, u32)> {
    let periods = test.read(move |conn| Ok(store::periods(conn, whose)?)).await;
    periods.iter().map(|period| (period.weekday, period.opens_minute, period.closes_minute)).collect()
}

#[actix_web::test]
async fn works() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let form = admin.get("/admin/teams/new").await;
    assert!(form.page().contains(r#"name="monday" value="8–16""#), "a new team begins with office hours");
    let (once, host) = (form.once(), test.cast.host.to_string());
    let new = fields(&[("once", &once), ("organisation", &host)]);
    let location = admin.post("/admin/teams", &new).await.location().to_owned();
    assert_eq!(admin.post("/admin/teams", &new).await.location(), location, "twice is once");
    let id: i64 = location.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    assert_eq!(periods(&test, Opens::Team(id)).await, [(1, 540, 720), (1, 780, 930), (5, 600, 840)]);
    let page = admin.get(&location).await;
    for words in [r#"value="9–12, 13–15.30""#, r#"value="10–14""#, "Tiimissä ei ole vielä jäseniä", "neuvonta@alue.example"] {
        assert!(page.page().contains(words), "{words}");
    }
    let changed = fields(&[("name", "Neuvontapalvelut"), ("monday", "8–16"), ("friday", "")]);
    assert_eq!(admin.post(&location, &changed).await.location(), location);
    assert_eq!(periods(&test, Opens::Team(id)).await, [(1, 480, 960)]);
    let list = admin.get("/admin/teams").await;
    assert!(list.page().contains("Neuvontapalvelut") && list.body.contains("Ei jäseniä") && list.body.contains("Veera Vetäjä"));
    assert_eq!(audited(&test, "teams").await, ["add", "change"]);
}

#[actix_web::test]
async fn monday_is_copied_and_nothing_saved() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("/admin/teams/{}", test.cast.employer_team);
    let before = periods(&test, Opens::Team(test.cast.employer_team)).await;
    for path in [path.as_str(), "/admin/teams"] {
        let copied = admin.post(path, &fields(&[("copy", "monday"), ("name", "Uusi"), ("saturday", "10–12")])).await;
        assert_eq!(copied.page().matches(r#"value="9–12, 13–15.30""#).count(), 5, "{path}");
        assert!(copied.body.contains(r#"value="10–12""#) && copied.body.contains(r#"value="Uusi""#), "what was typed stays");
    }
    assert_eq!(periods(&test, Opens::Team(test.cast.employer_team)).await, before);
    assert!(audited(&test, "teams").await.is_empty());
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("/admin/teams/{}", test.cast.employer_team);
    let bad =
        [("name", ""), ("mailbox", "ei osoite"), ("language", "ru"), ("monday", "aina"), ("tuesday", "15–9"), ("wednesday", "9–12, 11–15")];
    let key = once::new_key();
    for (path, errors) in [(path.as_str(), 6), ("/admin/teams", 7)] {
        let answer = admin.post(path, &fields(&[&bad[..], &[("once", key.as_str())]].concat())).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.body.matches(r#"class="field-error""#).count(), errors, "{path}: {}", answer.body);
        for words in ["muodossa 9–12, 13–15", "Sulkemisajan pitää olla", "Ajat menevät päällekkäin", r#"value="9–12, 11–15""#]
        {
            assert!(answer.body.contains(words), "{words}");
        }
    }
    let closed = admin.post(&path, &fields(&[("monday", ""), ("friday", " ")])).await;
    assert_eq!(closed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(closed.body.contains("Anna vähintään yhden päivän"));
    let taken = admin.post(&path, &fields(&[("name", "palkkatuki ja STARTTIRAHA")])).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.body.contains("samanniminen tiimi"));
    let nobody = admin.post(&format!("{path}/members"), &[("staff", "")]).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.body.contains(r#"id="staff-error""#) && nobody.body.contains(r#"value="Työnantajapalvelut""#));
    assert!(audited(&test, "teams").await.is_empty());
}

#[actix_web::test]
async fn hides_other_organisations() {
    let test = TestApp::start().await;
    let partner = test.browser(&test.cast.partner_administrator).await;
    let list = partner.get("/admin/teams").await;
    assert!(list.page().contains("Yritysneuvonta") && !list.body.contains("Työnantajapalvelut"));
    let own = format!("/admin/teams/{}", test.cast.partner_team);
    assert!(partner.get(&own).await.page().contains("Pirjo Partneri"));
    let others = format!("/admin/teams/{}", test.cast.employer_team);
    assert_eq!(partner.post(&others, &fields(&[])).await.status, StatusCode::NOT_FOUND);
    assert_eq!(partner.post(&format!("{others}/ending"), &[]).await.status, StatusCode::NOT_FOUND);
    // Nobody of another organisation joins, and a new team is the own organisation's whatever is sent.
    let stranger = test.cast.handler.id.to_string();
    assert_eq!(partner.post(&format!("{own}/members"), &[("staff", &stranger)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (key, host) = (once::new_key(), test.cast.host.to_string());
    let location = partner.post("/admin/teams", &fields(&[("once", &key), ("organisation", &host)])).await.location().to_owned();
    let id: i64 = location.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    let team = test.read(move |conn| Ok(store::team(conn, id)?)).await.expect("the team");
    assert_eq!(team.organisation_id, test.cast.partner_organisation);
}

#[actix_web::test]
async fn people_join_lead_and_leave() {
    let test = TestApp::start().await;
    test.leave_mail();
    let samples = Samples::enter(&test).await;
    let admin = test.browser(&test.cast.administrator).await;
    let (team, today) = (test.cast.employer_team, test.app.today());
    let path = format!("/admin/teams/{team}");
    let logger = test.cast.logger.id;
    for _ in 0..2 {
        let joined = admin.post(&format!("{path}/members"), &[("staff", &logger.to_string())]).await;
        assert_eq!(joined.location(), format!("{path}#members"));
    }
    admin.post(&format!("{path}/members/{logger}"), &[("lead", "yes")]).await;
    let members = test.read(move |conn| Ok(store::members(conn, team)?)).await;
    assert_eq!(members.iter().filter(|member| member.staff_id == logger && member.is_lead).count(), 1);
    assert_eq!(admin.post(&format!("{path}/members/999999"), &[("lead", "yes")]).await.status, StatusCode::NOT_FOUND);

    // Who leaves gives back what was held of the team, and is on its duty no more.
    let handler = test.cast.handler.id;
    test.write(move |conn| {
        duty::assign(conn, team, today - Days::new(1), handler)?;
        Ok(duty::assign(conn, team, today, handler)?)
    })
    .await;
    let taken: i64 = samples.fill("{taken}").parse().expect("an id");
    let removal = format!("{path}/members/{handler}/removal");
    for _ in 0..2 {
        assert_eq!(admin.post(&removal, &[]).await.location(), format!("{path}#members"));
    }
    test.read(move |conn| {
        let (state, holder) =
            callbacks::table.find(taken).select((callbacks::state, callbacks::holder_id)).first::<(String, Option<i64>)>(conn)?;
        assert_eq!((state.as_str(), holder), ("new", None));
        let shifts = duty::shifts(conn, &[team], today - Days::new(1), today)?;
        assert_eq!(shifts.iter().map(|shift| shift.duty_on).collect::<Vec<_>>(), [today - Days::new(1)]);
        assert!(store::members(conn, team)?.iter().all(|member| member.staff_id != handler));
        Ok(())
    })
    .await;
    assert_eq!(audited(&test, "teams").await, ["add_member", "change_member", "remove_member"]);
}

#[actix_web::test]
async fn phone_lines_have_their_own_hours() {
    let test = TestApp::start().await;
    let partner = test.browser(&test.cast.partner_administrator).await;
    let team = format!("/admin/teams/{}", test.cast.partner_team);
    let key = partner.get(&format!("{team}/phone-lines/new")).await.once();
    let line = [
        ("once", key.as_str()),
        ("name", "Yrityspuhelin"),
        ("phone", "050 000 9055"),
        ("monday", "9–12, 13–15"),
        ("tuesday", "9–12, 13–15"),
    ];
    for _ in 0..2 {
        assert_eq!(partner.post(&format!("{team}/phone-lines"), &line).await.location(), format!("{team}#lines"));
    }
    let rows: Vec<(i64, String, String)> =
        test.read(|conn| Ok(line_rows::table.select((line_rows::id, line_rows::phone, line_rows::phone_e164)).load(conn)?)).await;
    let [(id, phone, e164)] = rows.as_slice() else { panic!("twice is once: {rows:?}") };
    assert_eq!((phone.as_str(), e164.as_str()), ("050 000 9055", "+358500009055"));
    let page = partner.get(&team).await;
    assert!(page.page().contains("ma–ti 9–12, 13–15") && page.body.contains("tel:+358500009055"));
    let path = format!("/admin/phone-lines/{id}");
    let refused = partner.post(&path, &[("name", ""), ("phone", "ei"), ("sunday", "x")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.body.matches(r#"class="field-error""#).count(), 3);
    assert_eq!(partner.post(&path, &[("name", "Puhelin"), ("phone", "09 123 456")]).await.location(), format!("{team}#lines"));
    assert!(periods(&test, Opens::PhoneLine(*id)).await.is_empty(), "a line may have no hours");
    partner.post(&path, &line[1..]).await;
    assert_eq!(partner.post(&format!("{path}/removal"), &[]).await.location(), format!("{team}#lines"));
    assert_eq!(partner.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(audited(&test, "phone_lines").await, ["add", "change", "change", "remove"]);
    let team = test.cast.partner_team;
    assert!(test.read(move |conn| Ok(phone_lines::store::of_team(conn, team)?)).await.is_empty());
}

#[actix_web::test]
async fn needs_an_administrator() {
    let test = TestApp::start().await;
    let path = format!("/admin/teams/{}", test.cast.employer_team);
    for person in [&test.cast.coordinator, &test.cast.lead, &test.cast.partner] {
        let browser = test.browser(person).await;
        for path in ["/admin", "/admin/teams", path.as_str()] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path} for {}", person.name);
        }
        assert_eq!(ending::end(&browser, test.cast.employer_team).await, StatusCode::FORBIDDEN);
    }
}

#[actix_web::test]
async fn only_a_partners_team_works_by_mail() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let (host, guest) = (test.cast.host.to_string(), test.cast.partner_organisation.to_string());
    let once = once::new_key();
    let hosts = admin.post("/admin/teams", &fields(&[("organisation", &host), ("by_mail", "true"), ("once", &once)])).await;
    assert_eq!(hosts.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(hosts.body.contains("oma tiimi tarvitsee tunnukset"));
    let no_mailbox =
        admin.post("/admin/teams", &fields(&[("organisation", &guest), ("by_mail", "true"), ("mailbox", ""), ("once", &once)])).await;
    assert_eq!(no_mailbox.status, StatusCode::UNPROCESSABLE_ENTITY, "where else would it be asked");
    let location = admin.post("/admin/teams", &fields(&[("organisation", &guest), ("by_mail", "true"), ("once", &once)])).await;
    let team = admin.get(location.location()).await;
    assert!(team.page().contains("Tiimi vastaa sähköpostitse") && team.page().contains(r#"name="by_mail" value="true" checked"#));
    assert!(admin.get("/admin/teams").await.page().contains("vastaa sähköpostitse"));
    let hosts = format!("/admin/teams/{}", test.cast.employer_team);
    assert!(!admin.get(&hosts).await.page().contains("vain sähköpostilla"), "it is not offered there");
    assert_eq!(admin.post(&hosts, &fields(&[("by_mail", "true")])).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let partner = test.browser(&test.cast.partner_administrator).await;
    assert!(partner.get("/admin/teams/new").await.page().contains("vain sähköpostilla"), "a partner sets up its own");
}
