//! What a change to an account, its rights or its teams means for the way in and for what the person holds.

use super::stage::{PASSWORD, sign_in};
use crate::support::{Browser, Person, TestApp};
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::schema::{callbacks, tasks, team_members, teams};
use kohtaanto::staff::{memberships, store};
use kohtaanto::web::Role;
use reqwest::StatusCode;

fn page_of(person: &Person) -> String {
    format!("/admin/staff/{}", person.id)
}

async fn move_to(browser: &Browser, person: &Person, email: &str) -> StatusCode {
    browser.post(&page_of(person), &[("name", &person.name), ("email", email), ("language", "fi")]).await.status
}

#[actix_web::test]
async fn a_new_address_shuts_out_who_came_in_before() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.partner).await;
    let (inside, guest) = (test.browser(&test.cast.partner).await, test.browser(&test.cast.partner_administrator).await);
    assert_eq!(move_to(&guest, &test.cast.partner, &test.cast.partner.email).await, StatusCode::SEE_OTHER);
    assert!(inside.get("/").await.page().contains("Pirjo"), "the same address changes nothing");
    assert_eq!(move_to(&guest, &test.cast.partner, "toinen@alue.example").await, StatusCode::SEE_OTHER);
    assert_eq!(inside.get("/").await.location(), "/login");
    let refused = sign_in(&test.visitor(), "toinen@alue.example", PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(test.newest_mail("invitation").await.0, "toinen@alue.example");
    let (to, text, _) = test.newest_mail("address_changed").await;
    assert_eq!(to, test.cast.partner.email);
    assert!(text.contains("Ossi Omahallinto vaihtoi") && !text.contains("toinen@alue.example"), "{text}");
    assert_eq!(test.drain_mail().await.sent, 2);
}

#[actix_web::test]
async fn the_last_administrators_address_stays() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.administrator).await;
    let admin = test.browser(&test.cast.administrator).await;
    assert_eq!(move_to(&admin, &test.cast.administrator, "uusi@alue.example").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(sign_in(&test.visitor(), &test.cast.administrator.email, PASSWORD).await.location(), "/");
}

#[actix_web::test]
async fn the_host_lets_in_who_reads_the_mail() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let join = async |person: &Person, organisation: i64, role: &str| {
        let fields = [("organisation", organisation.to_string()), ("roles", role.to_owned())];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        admin.post(&format!("{}/memberships", page_of(person)), &fields).await.location().to_owned()
    };
    for person in [&test.cast.partner, &test.cast.logger] {
        test.give_password(person).await;
    }
    let inside = test.browser(&test.cast.partner).await;
    join(&test.cast.partner, test.cast.host, "staff").await;
    assert_eq!(inside.get("/").await.location(), "/login");
    assert_eq!(sign_in(&test.visitor(), &test.cast.partner.email, PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(test.newest_mail("invitation").await.0, test.cast.partner.email);
    join(&test.cast.logger, test.cast.partner_organisation, "reader").await;
    assert_eq!(test.newest_mail("membership_added").await.0, test.cast.logger.email);
    assert_eq!(sign_in(&test.visitor(), &test.cast.logger.email, PASSWORD).await.location(), "/");
    // Who never came: the first invitation may be over.
    join(&test.cast.reader, test.cast.partner_organisation, "reader").await;
    assert_eq!(test.newest_mail("invitation").await.0, test.cast.reader.email);
    assert_eq!(test.drain_mail().await.sent, 3);
}

#[actix_web::test]
async fn a_link_is_sent_by_who_manages_the_account_and_not_twice_at_once() {
    let test = TestApp::start().await;
    let (host, id, path) = (test.cast.host, test.cast.partner.id, format!("{}/links", page_of(&test.cast.partner)));
    test.write(move |conn| Ok(store::add_membership(conn, id, host, &[Role::Staff])?)).await;
    let guest = test.browser(&test.cast.partner_administrator).await;
    assert_eq!(guest.post(&path, &[]).await.status, StatusCode::FORBIDDEN);
    assert!(!guest.get(&page_of(&test.cast.partner)).await.page().contains("/links\""));
    let admin = test.browser(&test.cast.administrator).await;
    for _ in 0..2 {
        admin.post(&path, &[]).await.location();
    }
    assert_eq!(test.drain_mail().await.sent, 1);
    test.set_clock(test.app.now() + TimeDelta::minutes(5));
    admin.post(&path, &[]).await.location();
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn what_the_host_closed_a_partner_does_not_open() {
    let test = TestApp::start().await;
    let (admin, guest) = (test.browser(&test.cast.administrator).await, test.browser(&test.cast.partner_administrator).await);
    let person = page_of(&test.cast.partner);
    let [closing, opening] = ["deactivation", "reactivation"].map(|deed| format!("{person}/{deed}"));
    admin.post(&closing, &[]).await.location();
    assert_eq!(guest.post(&opening, &[]).await.status, StatusCode::FORBIDDEN);
    let shown = guest.get(&person).await;
    assert!(shown.page().contains("Suljettu") && shown.body.contains("Vain työllisyysalueen") && !shown.body.contains(&opening));
    admin.post(&opening, &[]).await.location();
    guest.post(&closing, &[]).await.location();
    guest.post(&opening, &[]).await.location();
    assert!(test.browser(&test.cast.partner).await.get("/").await.page().contains("Pirjo"));
}

#[actix_web::test]
async fn what_the_rights_no_longer_cover_goes_back() {
    let test = TestApp::start().await;
    test.leave_mail();
    crate::routes::Samples::enter(&test).await;
    let (admin, handler) = (test.browser(&test.cast.administrator).await, test.cast.handler.clone());
    let (path, team) = (format!("{}/memberships/{}", page_of(&handler), test.cast.host), test.cast.employer_team.to_string());
    let held = async || {
        test.read(move |conn| {
            let open = callbacks::table.filter(callbacks::holder_id.eq(handler.id).and(callbacks::closed_at.is_null()));
            let own = tasks::table.filter(tasks::owner_id.eq(handler.id));
            Ok((open.count().get_result::<i64>(conn)?, own.count().get_result::<i64>(conn)?))
        })
        .await
    };
    admin.post(&path, &[("roles", "employer_team"), ("leads", &team)]).await.location();
    assert_eq!(held().await, (1, 1), "the team stays");
    admin.post(&path, &[("roles", "employer_team")]).await.location();
    assert_eq!(held().await, (0, 1), "the team is left");
    admin.post(&path, &[("roles", "reader"), ("teams", &team)]).await.location();
    assert_eq!(held().await, (0, 0), "nothing to work with");
}

#[actix_web::test]
async fn an_ended_team_keeps_its_people_until_they_leave() {
    let test = TestApp::start().await;
    let (team, today, id) = (test.cast.employer_team, test.app.today(), test.cast.handler.id);
    test.write(move |conn| Ok(diesel::update(teams::table.find(team)).set(teams::ended_on.eq(today)).execute(conn)?)).await;
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("{}/memberships/{}", page_of(&test.cast.handler), test.cast.host);
    let places = async || {
        test.read(move |conn| Ok(team_members::table.filter(team_members::staff_id.eq(id)).count().get_result::<i64>(conn)?)).await
    };
    admin.post(&path, &[("roles", "employer_team")]).await.location();
    assert_eq!(places().await, 1);
    admin.post(&format!("{path}/ending"), &[]).await.location();
    assert_eq!(places().await, 0);
}

#[actix_web::test]
async fn who_never_came_is_no_administrator_yet() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.administrator).await;
    let (invited, person) = (test.cast.coordinator.membership_id, page_of(&test.cast.administrator));
    test.write(move |conn| Ok(memberships::set_roles(conn, invited, &[Role::Administrator])?)).await;
    let rival = test.browser(&test.cast.coordinator).await;
    assert_eq!(rival.post(&format!("{person}/deactivation"), &[]).await.status, StatusCode::CONFLICT);
    let rights = format!("{person}/memberships/{}", test.cast.host);
    assert_eq!(rival.post(&rights, &[("roles", "reader")]).await.status, StatusCode::CONFLICT);
}
