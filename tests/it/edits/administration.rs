//! Two administrators at the same form: organisations, teams, phone lines, topics, people and their rights.

use super::{Editor, row_of};
use crate::support::{Person, TestApp};
use diesel::prelude::*;
use kohtaanto::calendar::Season;
use kohtaanto::identifiers::phone;
use kohtaanto::organisations::store::{Opens, add_topic};
use kohtaanto::organisations::{phone_lines, seasons};
use kohtaanto::schema::membership_roles;
use kohtaanto::web::Role;
use reqwest::StatusCode;
use serde_json::Value;

/// A form of administration: its page, where it is sent, and two fields with a new value each.
struct Case {
    page: String,
    action: String,
    first: (&'static str, [&'static str; 3]),
    second: Option<(&'static str, &'static str)>,
}

async fn cases(test: &TestApp) -> Vec<Case> {
    let cast = test.cast.clone();
    let (topic, line, season) = test
        .write(move |conn| {
            let details = phone_lines::store::Details {
                name: "Neuvonta".into(),
                phone: phone::parse("02 123 4567").expect("a number"),
                periods: Vec::new(),
            };
            let line = phone_lines::store::add(conn, cast.employer_team, &details)?;
            let (first, last) = ("2027-06-01".parse().expect("a day"), "2027-06-30".parse().ok());
            let season = Season { first, last, periods: Vec::new() };
            Ok((add_topic(conn, "Kausityö", 9)?, line, seasons::store::add(conn, Opens::PhoneLine(line), &season)?))
        })
        .await;
    let case = |page: String, first, second| Case { action: page.trim_end_matches("/edit").to_owned(), page, first, second };
    let cast = &test.cast;
    vec![
        case(
            format!("/admin/organisations/{}", cast.partner_organisation),
            ("name", ["Yksi Oy", "Kaksi Oy", "Kolme Oy"]),
            Some(("ends_on", "31.12.2030")),
        ),
        case(
            format!("/admin/organisations/{}", cast.host),
            ("name", ["Yksi alue", "Kaksi alue", "Kolme alue"]),
            Some(("municipalities", "Salo, Somero")),
        ),
        case(format!("/admin/teams/{}", cast.subsidy_team), ("name", ["Yksi", "Kaksi", "Kolme"]), Some(("friday", "9–12, 13–15"))),
        case(format!("/admin/phone-lines/{line}"), ("monday", ["9–12", "9–13", "9–14"]), Some(("phone", "02 765 4321"))),
        case(format!("/admin/seasons/{season}"), ("last_day", ["1.7.2027", "2.7.2027", "3.7.2027"]), Some(("first_day", "2.6.2027"))),
        case("/admin/settings".to_owned(), ("payment_days", ["5", "6", "7"]), Some(("sending_from", "9"))),
        case(format!("/admin/topics/{topic}"), ("name", ["Yksi", "Kaksi", "Kolme"]), None),
        case(
            format!("/admin/staff/{}/edit", cast.reader.id),
            ("name", ["Yksi Uusi", "Kaksi Uusi", "Kolme Uusi"]),
            Some(("email", "uusi@alue.example")),
        ),
    ]
}

/// A second administrator of the employment area.
async fn second_administrator(test: &TestApp) -> Person {
    let colleague = test.cast.colleague.clone();
    let membership = colleague.membership_id;
    test.write(move |conn| {
        let role = (membership_roles::membership_id.eq(membership), membership_roles::role.eq(Role::Administrator.code()));
        Ok(diesel::insert_into(membership_roles::table).values(role).execute(conn)?)
    })
    .await;
    colleague
}

#[actix_web::test]
async fn every_form_of_administration_is_settled_field_by_field() {
    let test = TestApp::start().await;
    test.leave_mail();
    let second = second_administrator(&test).await;
    for Case { page, action, first: (field, [one, two, three]), second: other } in cases(&test).await {
        let open = async |person: &Person| Editor::open(test.browser(person).await, &page, &action).await;
        let (mine, theirs) = (open(&test.cast.administrator).await, open(&second).await);
        if let Some(other) = other {
            theirs.send_changed(&theirs.form, &[other]).await.location();
        }
        mine.send_changed(&mine.form, &[(field, one)]).await.location();
        let row = row_of(&theirs.browser.get(&page).await);
        assert_eq!(row[field], one, "{page}");
        assert!(other.is_none_or(|(name, value)| row[name] == value), "{page}: {row:?}");
        let (mine, theirs) = (open(&test.cast.administrator).await, open(&second).await);
        theirs.send_changed(&theirs.form, &[(field, two)]).await.location();
        let refused = mine.send_changed(&mine.form, &[(field, three)]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "{page}");
        assert!(refused.body.contains(&format!(r#"<span class="as-written">{two}</span>"#)), "{page}: {}", refused.body);
        assert_eq!(refused.value(field).as_deref(), Some(three), "{page}");
        assert_eq!(row_of(&theirs.browser.get(&page).await)[field], two, "{page}: nothing is written halfway");
        mine.send_changed(&refused, &[(field, three)]).await.location();
        assert_eq!(row_of(&theirs.browser.get(&page).await)[field], three, "{page}: a knowing choice");
    }
}

#[actix_web::test]
async fn rights_and_teams_are_settled_box_by_box() {
    let test = TestApp::start().await;
    let second = second_administrator(&test).await;
    let page = format!("/admin/staff/{}/memberships/{}", test.cast.handler.id, test.cast.host);
    let open = async |person: &Person| Editor::open(test.browser(person).await, &page, &page).await;
    let (mine, theirs) = (open(&test.cast.administrator).await, open(&second).await);
    let before = row_of(&mine.form);
    let (team, role) = (test.cast.subsidy_team.to_string(), before["roles"][0].as_str().expect("a right").to_owned());
    let own_team = before["teams"][0].as_str().expect("a team").to_owned();
    // They take the own team away and give another; I add a right and touch no team.
    theirs.send(&[("roles", &role), ("teams", &team)]).await.location();
    mine.send(&[("roles", "reader"), ("roles", &role), ("teams", &own_team)]).await.location();
    let row = row_of(&theirs.browser.get(&page).await);
    let ticked = |name: &str| row[name].as_array().expect("boxes").iter().filter_map(Value::as_str).collect::<Vec<_>>();
    assert_eq!(ticked("teams"), [team.as_str()]);
    assert!(ticked("roles").contains(&"reader") && ticked("roles").contains(&role.as_str()) && ticked("roles").len() == 2);
}
