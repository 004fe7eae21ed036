//! The people page: invitations, rights, scope of a partner's administrator.

use super::stage::{PASSWORD, cookie_of, get_with, set_password};
use crate::support::{Answer, Browser, TestApp};
use chrono::TimeDelta;
use diesel::prelude::*;
use kohtaanto::schema::{membership_roles, memberships, staff, team_members};
use kohtaanto::staff::store;
use kohtaanto::web::Role;
use reqwest::StatusCode;

const EMAIL: &str = "ulla.uusi@alue.example";

async fn invite(browser: &Browser, organisation: i64, email: &str, more: &[(&str, &str)]) -> Answer {
    let (organisation, once) = (organisation.to_string(), kohtaanto::web::once::new_key());
    let fields = [("once", once.as_str()), ("organisation", &organisation), ("name", "Ulla Uusi"), ("email", email), ("language", "fi")];
    browser.post("/admin/staff", &[&fields, more].concat()).await
}

async fn roles_of(test: &TestApp, staff_id: i64) -> Vec<String> {
    test.read(move |conn| {
        let rows = membership_roles::table.inner_join(memberships::table).filter(memberships::staff_id.eq(staff_id));
        Ok(rows.order(membership_roles::role).select(membership_roles::role).load(conn)?)
    })
    .await
}

async fn id_of(test: &TestApp, email: &'static str) -> i64 {
    test.read(move |conn| Ok(staff::table.filter(staff::email.eq(email)).select(staff::id).first(conn)?)).await
}

#[actix_web::test]
async fn an_invited_person_comes_in() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let (team, lead) = (test.cast.employer_team.to_string(), test.cast.subsidy_team.to_string());
    let more = [("roles", "employer_team"), ("roles", "reader"), ("teams", team.as_str()), ("leads", &lead)];
    let answer = invite(&admin, test.cast.host, EMAIL, &more).await;
    let page = admin.get(answer.location()).await;
    for shown in ["Ulla Uusi", "Kutsuttu", "työnantajapalvelut, lukija", "Työnantajapalvelut", "Palkkatuki ja starttiraha (vetäjä)"] {
        assert!(page.page().contains(shown), "{shown}");
    }
    let (to, text, _) = test.newest_mail("invitation").await;
    assert_eq!(to, EMAIL);
    assert!(text.contains("Aino Asettaja kutsui sinut") && text.contains("pe 27.11.2026 klo 10.00"), "{text}");
    let link = test.mailed_link("invitation").await;
    assert_eq!(test.drain_mail().await.sent, 1);
    assert_eq!(test.newest_mail("invitation").await.1, "", "what was sent holds no token any more");
    let refused = test.visitor().post("/login", &[("email", EMAIL), ("password", ""), ("next", "/")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "without a password nobody signs in");
    let done = set_password(&test.visitor(), &link, PASSWORD).await;
    assert!(get_with(&test, &cookie_of(&done), "/callbacks").await.page().contains("Ulla Uusi"));
    assert!(admin.get("/admin/staff?q=ulla").await.page().contains("Käytössä"));
}

#[actix_web::test]
async fn an_invitation_speaks_the_persons_language() {
    let test = TestApp::start().await;
    test.leave_mail();
    let admin = test.browser(&test.cast.administrator).await;
    let (host, once) = (test.cast.host.to_string(), kohtaanto::web::once::new_key());
    let fields = [
        ("once", once.as_str()),
        ("organisation", &host),
        ("name", "Åke Ny"),
        ("email", "ake@alue.example"),
        ("language", "sv"),
        ("roles", "staff"),
    ];
    admin.post("/admin/staff", &fields).await.location();
    assert!(test.newest_mail("invitation").await.1.contains("Aino Asettaja har bjudit in dig"));
    // The same form again: one account, one mail.
    admin.post("/admin/staff", &fields).await.location();
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn sending_again_withdraws_the_older_invitation() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let person = invite(&admin, test.cast.host, EMAIL, &[("roles", "staff")]).await.location().to_owned();
    let older = test.mailed_link("invitation").await;
    test.set_clock(test.app.now() + TimeDelta::minutes(5));
    assert_eq!(admin.post(&format!("{person}/links"), &[]).await.location(), person);
    let newer = test.mailed_link("invitation").await;
    assert_eq!(test.visitor().get(&older).await.status, StatusCode::GONE);
    set_password(&test.visitor(), &newer, PASSWORD).await.location();
    assert_eq!(admin.post(&format!("{person}/links"), &[]).await.location(), person);
    assert_eq!(test.newest_mail("password_link").await.0, EMAIL, "with a password it is a link for a new one");
    assert_eq!(test.drain_mail().await.sent, 3);
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let (host, once) = (test.cast.host.to_string(), kohtaanto::web::once::new_key());
    let foreign = test.cast.partner_team.to_string();
    let fields =
        [("once", once.as_str()), ("organisation", host.as_str()), ("name", " "), ("email", "x"), ("language", ""), ("teams", &foreign)];
    let answer = admin.post("/admin/staff", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["name", "email", "language", "roles", "teams"] {
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "{field}");
    }
    let refused = invite(&admin, test.cast.host, EMAIL, &[("roles", "partner")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the partner's right is not for the host");
    let refused = invite(&admin, test.cast.partner_organisation, EMAIL, &[("roles", "case_handler")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "cases are not for partners");
    assert_eq!(invite(&admin, 9_999, EMAIL, &[("roles", "staff")]).await.status, StatusCode::NOT_FOUND);
    assert!(!admin.get("/admin/staff?q=ulla").await.page().contains("Ulla"));
}

#[actix_web::test]
async fn an_address_with_an_account_gets_a_membership_after_a_question() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.partner).await;
    let admin = test.browser(&test.cast.administrator).await;
    let (email, id) = (test.cast.partner.email.clone(), test.cast.partner.id);
    let question = invite(&admin, test.cast.host, &email, &[("roles", "staff")]).await;
    assert_eq!(question.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(question.body.contains("on jo tunnus") && question.body.contains("name=\"existing\" value=\"yes\""));
    assert_eq!(roles_of(&test, id).await, ["partner"]);
    let done = invite(&admin, test.cast.host, &email, &[("roles", "staff"), ("existing", "yes")]).await;
    assert_eq!(done.location(), format!("/admin/staff/{id}"));
    assert_eq!(roles_of(&test, id).await, ["partner", "staff"]);
    assert!(admin.get(done.location()).await.page().contains("Kutsuttu"), "it begins anew where the host lets it in");
    assert!(test.newest_mail("invitation").await.1.contains("Jokilaakson työllisyysalue"));
    assert_eq!(test.drain_mail().await.sent, 1);
    let again = invite(&admin, test.cast.host, &email, &[("roles", "staff"), ("existing", "yes")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("kuuluu jo tähän organisaatioon"));
}

#[actix_web::test]
async fn rights_hold_from_the_next_request_on() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let logger = test.browser(&test.cast.logger).await;
    assert_eq!(logger.get("/duty").await.status, StatusCode::FORBIDDEN);
    let (path, team) =
        (format!("/admin/staff/{}/memberships/{}", test.cast.logger.id, test.cast.host), test.cast.employer_team.to_string());
    assert!(admin.get(&path).await.page().contains("Näkee kaikki soittopyynnöt"), "each right says what it allows");
    let fields = [("roles", "employer_team"), ("teams", team.as_str()), ("leads", &team)];
    admin.post(&path, &fields).await.location();
    assert_eq!(logger.get("/duty").await.status, StatusCode::OK);
    let id = test.cast.logger.id;
    let places = async || {
        test.read(move |conn| {
            let rows = team_members::table.filter(team_members::staff_id.eq(id));
            Ok(rows.select((team_members::team_id, team_members::is_lead)).load::<(i64, bool)>(conn)?)
        })
        .await
    };
    assert_eq!(places().await, [(test.cast.employer_team, true)]);
    admin.post(&path, &[("roles", "staff")]).await.location();
    assert_eq!(logger.get("/duty").await.status, StatusCode::FORBIDDEN);
    assert!(places().await.is_empty());
}

#[actix_web::test]
async fn nobody_takes_the_own_right_to_administer() {
    let test = TestApp::start().await;
    let (admin, id) = (test.browser(&test.cast.administrator).await, test.cast.administrator.id);
    let path = format!("/admin/staff/{id}/memberships/{}", test.cast.host);
    let refused = admin.post(&path, &[("roles", "reader")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("omaa pääkäyttäjän oikeuttasi"));
    assert_eq!(admin.post(&format!("{path}/ending"), &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(admin.get(&format!("/admin/staff/{id}/deactivation")).await.status, StatusCode::CONFLICT);
    assert_eq!(roles_of(&test, id).await, ["administrator"]);
}

#[actix_web::test]
async fn the_host_keeps_an_administrator() {
    let test = TestApp::start().await;
    test.give_password(&test.cast.administrator).await;
    test.give_password(&test.cast.coordinator).await;
    // The only administrator of the host, acting for another organisation of theirs.
    let (guest, id) = (test.cast.partner_organisation, test.cast.administrator.id);
    let membership = test.write(move |conn| Ok(store::add_membership(conn, id, guest, &[Role::Administrator])?)).await;
    let at_guest = test.browser(&crate::support::Person { membership_id: membership, ..test.cast.administrator.clone() }).await;
    let other = test.browser(&test.cast.administrator).await;
    assert_eq!(at_guest.post(&format!("/admin/staff/{id}/deactivation"), &[]).await.status, StatusCode::CONFLICT);
    // Two administrators at once, each taking the other's right: one of them stays.
    let (host, second) = (test.cast.host, test.cast.coordinator.clone());
    let coordinator = second.membership_id;
    test.write(move |conn| Ok(kohtaanto::staff::memberships::set_roles(conn, coordinator, &[Role::Administrator])?)).await;
    let rival = test.browser(&second).await;
    let (of_rival, of_first) = (format!("/admin/staff/{}/memberships/{host}", second.id), format!("/admin/staff/{id}/memberships/{host}"));
    let fields = [("roles", "reader")];
    let (first, second) = futures::join!(other.post(&of_rival, &fields), rival.post(&of_first, &fields));
    let won = [first.status, second.status].iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
    assert_eq!(won, 1, "{:?} {:?}", first.status, second.status);
}

#[actix_web::test]
async fn a_partner_manages_its_own_people_only() {
    let test = TestApp::start().await;
    test.leave_mail();
    let guest = test.browser(&test.cast.partner_administrator).await;
    let list = guest.get("/admin/staff").await;
    assert!(list.page().contains("Pirjo Partneri") && !list.body.contains("Heli") && !list.body.contains("työllisyysalue\n"));
    assert!(!guest.get("/admin/staff?q=heli").await.page().contains("Heli Hoitaja"));
    for path in ["", "/edit", "/deactivation", "/memberships/new"] {
        let path = format!("/admin/staff/{}{path}", test.cast.handler.id);
        assert_eq!(guest.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(invite(&guest, test.cast.host, EMAIL, &[("roles", "staff")]).await.status, StatusCode::NOT_FOUND);
    invite(&guest, test.cast.partner_organisation, EMAIL, &[("roles", "partner")]).await.location();
    let ulla = id_of(&test, EMAIL).await;
    guest.post(&format!("/admin/staff/{ulla}/deactivation"), &[]).await.location();
    // Someone who also belongs to the host: only the own membership.
    let (host, id) = (test.cast.host, test.cast.partner.id);
    test.write(move |conn| Ok(store::add_membership(conn, id, host, &[Role::Staff])?)).await;
    let person = format!("/admin/staff/{id}");
    let page = guest.get(&person).await;
    assert!(page.page().contains("kuuluu myös toiseen organisaatioon") && !page.body.contains("työllisyysalue<"));
    for path in ["", "/deactivation", "/reactivation"] {
        let fields = [("name", "Muu"), ("email", "muu@alue.example"), ("language", "fi")];
        assert_eq!(guest.post(&format!("{person}{path}"), &fields).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert_eq!(guest.post(&format!("{person}/memberships/{host}"), &[("roles", "reader")]).await.status, StatusCode::NOT_FOUND);
    assert_eq!(guest.post(&format!("{person}/memberships/{host}/ending"), &[]).await.status, StatusCode::NOT_FOUND);
    let own = format!("{person}/memberships/{}", test.cast.partner_organisation);
    guest.post(&own, &[("roles", "reader")]).await.location();
    assert_eq!(roles_of(&test, id).await, ["reader", "staff"]);
    assert_eq!(guest.post(&format!("{own}/ending"), &[]).await.location(), "/admin/staff");
    assert_eq!(roles_of(&test, id).await, ["staff"]);
    assert_eq!(guest.get(&person).await.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn a_changed_address_is_checked_and_ends_open_links() {
    let test = TestApp::start().await;
    let admin = test.browser(&test.cast.administrator).await;
    let link = test.link(&test.cast.logger, kohtaanto::staff::links::Purpose::Password).await;
    let person = format!("/admin/staff/{}", test.cast.logger.id);
    let save = async |email: &str| admin.post(&person, &[("name", "Niina Nieminen"), ("email", email), ("language", "en")]).await;
    let taken = save(&test.cast.handler.email).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.body.contains("jo toisella tunnuksella"));
    assert_eq!(save("Niina.Nieminen@alue.example").await.location(), person);
    assert!(admin.get(&person).await.page().contains("niina.nieminen@alue.example"));
    assert_eq!(test.visitor().get(&link).await.status, StatusCode::GONE);
    assert_eq!(test.newest_mail("invitation").await.0, "niina.nieminen@alue.example", "who was only invited is so again");
    assert_eq!(test.drain_mail().await.sent, 1);
}

#[actix_web::test]
async fn closing_tells_first_what_the_person_holds() {
    let test = TestApp::start().await;
    let samples = crate::routes::Samples::enter(&test).await;
    test.drain_mail().await;
    let admin = test.browser(&test.cast.administrator).await;
    let path = format!("/admin/staff/{}/deactivation", test.cast.handler.id);
    let page = admin.get(&path).await;
    assert!(
        page.page().contains("Yksi avoin soittopyyntö") && page.body.contains("Yksi avoin tehtävä palaa tiimin jonoon"),
        "{}",
        page.body
    );
    admin.post(&path, &[]).await.location();
    let callback = test.browser(&test.cast.colleague).await.get(&samples.fill("/callbacks/{taken}")).await;
    assert!(callback.page().contains("Palautui jonoon: Heli Hoitaja ei hoida tätä enää"));
    assert!(test.drain_mail().await.sent > 0, "the team is told");
    let open = admin.get(&format!("/admin/staff/{}", test.cast.handler.id)).await;
    assert!(open.page().contains("Avaa tunnus uudelleen"));
    admin.post(&format!("/admin/staff/{}/reactivation", test.cast.handler.id), &[]).await.location();
    assert!(test.browser(&test.cast.handler).await.get("/").await.page().contains("Heli"));
}
