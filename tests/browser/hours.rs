//! Hours, closing days, settings and the arithmetic of due times: sound in their states, and shown while one chooses.

use super::Page;
use crate::callbacks::Stage;
use crate::routes::Samples;
use crate::support::TestApp;
use kohtaanto::calendar::{Closing, Period, Season, clock::instant};
use kohtaanto::organisations::closing_days::store::{self as closing_days, Scope};
use kohtaanto::organisations::seasons::store as seasons;
use kohtaanto::organisations::store::Opens;

fn season(first: &str, last: Option<&str>, weekdays: std::ops::RangeInclusive<u32>) -> Season {
    let day = |text: &str| text.parse().expect("a day");
    let periods = weekdays.map(|weekday| Period { weekday, opens_minute: 540, closes_minute: 720 }).collect();
    Season { first: day(first), last: last.map(day), periods }
}

#[actix_web::test]
async fn seasons_are_sound_in_every_state() {
    let test = TestApp::start().await;
    let team = test.cast.employer_team;
    test.write(move |conn| {
        let all = [
            season("2026-06-01", Some("2026-07-31"), 1..=5),
            season("2026-11-16", Some("2026-11-20"), 1..=4),
            season("2026-12-23", Some("2026-12-23"), 3..=3),
            #[expect(clippy::reversed_empty_ranges, reason = "no day is open")]
            season("2027-07-01", Some("2027-07-31"), 2..=1),
            season("2028-01-01", None, 1..=5),
        ];
        for season in &all {
            seasons::add(conn, Opens::Team(team), season)?;
        }
        Ok(())
    })
    .await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go(&format!("/admin/teams/{team}")).await;
    page.wait_text("Muuttuvat aukioloajat").await;
    page.examine("team-seasons").await;
    page.go(&format!("/admin/teams/{team}/seasons/new")).await;
    page.click("#closed").await;
    page.click_text("Tallenna").await;
    page.wait_for(".summary").await;
    page.examine("season-refused").await;
    page.click("#first_day").await;
    page.write("24.6.2027").await;
    page.click("#last_day").await;
    page.write("24.6.2027").await;
    page.press("Enter").await;
    page.wait_path(&format!("/admin/teams/{team}")).await;
    page.wait_text("24.6.2027").await;
}

#[actix_web::test]
async fn closing_days_stand_among_the_holidays() {
    let test = TestApp::start().await;
    test.leave_mail();
    Samples::enter(&test).await;
    let (host, team) = (test.cast.host, test.cast.subsidy_team);
    test.write(move |conn| {
        let closing = |first: &str, last: &str, name: &str| Closing {
            first: first.parse().expect("a day"),
            last: last.parse().expect("a day"),
            name: name.to_owned(),
        };
        closing_days::add(conn, Scope::Organisation(host), &closing("2026-10-02", "2026-10-02", "Kehittämispäivä"))?;
        closing_days::add(conn, Scope::Organisation(host), &closing("2026-12-28", "2026-12-31", "Välipäivät"))?;
        Ok(closing_days::add(conn, Scope::Team(team), &closing("2026-11-27", "2026-11-27", "Henkilöstöpäivä"))?)
    })
    .await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/closing-days").await;
    page.examine("closing-days").await;
    page.tab_to("#name").await;
    page.type_keys("Joulu").await;
    page.press("Tab").await;
    page.type_keys("24.12.2026").await;
    page.press("Enter").await;
    page.wait_text("jo kiinni pyhän tai aaton vuoksi").await;
    page.examine("closing-days-refused").await;
    page.click_text("Poista").await;
    page.wait_text("Poistetaanko sulkupäivä").await;
    page.click("#confirm-dialog .button-primary").await;
    page.wait_text("Sulkupäivä on poistettu").await;
}

#[actix_web::test]
async fn settings_are_sound_when_refused() {
    let test = TestApp::start().await;
    let mut page = Page::signed_in(&test, &test.cast.administrator).await;
    page.go("/admin/settings").await;
    page.examine("settings").await;
    page.evaluate::<bool>("for (const field of document.querySelectorAll('main input[type=text]')) field.value = 'x'; true")
        .await
        .expect("the fields are filled");
    page.click_text("Tallenna").await;
    page.wait_for(".summary").await;
    page.examine("settings-refused").await;
}

#[actix_web::test]
async fn a_due_time_is_explained_where_it_is_shown() {
    let stage = Stage::set().await;
    stage.leave_mail();
    stage.set_clock(instant("2026-12-22".parse().expect("a day"), 14 * 60 + 30));
    let address = stage.log(&stage.cast.logger.clone(), &[]).await;
    let mut page = Page::signed_in(&stage.test, &stage.cast.handler).await;
    page.go(&address).await;
    page.wait_text("2 h aukioloaikaa: ti 14.30–15, ke 9–10.30.").await;
    page.examine("callback-sum").await;
    page.go(&format!("{address}/handovers/new")).await;
    page.tab_to("#team").await;
    page.press("ArrowDown").await;
    page.wait_text("Otettava viimeistään").await;
    page.examine("handover-due").await;
}

#[actix_web::test]
async fn a_long_sum_folds() {
    let stage = Stage::set().await;
    stage.leave_mail();
    stage.set_clock(instant("2026-12-22".parse().expect("a day"), 14 * 60 + 30));
    let address = stage.log(&stage.cast.logger.clone(), &[]).await;
    let id: i64 = address.rsplit('/').next().and_then(|id| id.parse().ok()).expect("an id");
    stage
        .write(move |conn| {
            use diesel::prelude::*;
            use kohtaanto::schema::callbacks;
            let callback = kohtaanto::callbacks::store::find(conn, id)?;
            let hours = kohtaanto::organisations::store::office_hours(conn, callback.team_id)?;
            let due = hours.add(callback.counted_from, 20 * 60);
            let row = diesel::update(callbacks::table.find(id));
            Ok(row.set((callbacks::response_minutes.eq(20 * 60), callbacks::due_at.eq(due))).execute(conn)?)
        })
        .await;
    let mut page = Page::signed_in(&stage.test, &stage.cast.handler).await;
    page.go(&address).await;
    page.click(".sum summary").await;
    page.wait_text("ke 23.12. 9–15: 6 h").await;
    page.examine("callback-sum-long").await;
}
