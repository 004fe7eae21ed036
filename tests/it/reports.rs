//! The report of hand-overs.

use crate::callbacks::Stage;
use crate::support::TestApp;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::schema::{callback_handovers, callbacks};
use reqwest::StatusCode;

const PAGE: &str = "/reports/handovers";

/// A call-back logged at this time that went to these teams one after another; `0` is a body outside.
async fn logged(stage: &Stage, at: &str, topic: i64, teams: &[i64]) {
    stage.log(&stage.cast.logger, &[("topic", &topic.to_string())]).await;
    let at: NaiveDateTime = at.parse().expect("an instant");
    let (teams, staff) = (teams.to_vec(), stage.cast.handler.id);
    stage
        .write(move |conn| {
            let (id, mut from): (i64, i64) =
                callbacks::table.order(callbacks::id.desc()).select((callbacks::id, callbacks::team_id)).first(conn)?;
            for to in teams.iter().copied() {
                diesel::insert_into(callback_handovers::table)
                    .values((
                        callback_handovers::callback_id.eq(id),
                        callback_handovers::from_team_id.eq(from),
                        callback_handovers::to_team_id.eq((to != 0).then_some(to)),
                        callback_handovers::outside_body.eq(if to == 0 { "Salainen Kela" } else { "" }),
                        callback_handovers::reason.eq(if to == 0 { "help_elsewhere" } else { "wrong_topic" }),
                        callback_handovers::note.eq("Salainen viesti"),
                        callback_handovers::staff_id.eq(staff),
                        callback_handovers::handed_over_at.eq(at),
                    ))
                    .execute(conn)?;
                from = if to == 0 { from } else { to };
            }
            let moved = (callbacks::created_at.eq(at), callbacks::team_id.eq(from), callbacks::handover_count.eq(teams.len() as i32));
            diesel::update(callbacks::table.find(id)).set(moved).execute(conn)?;
            Ok(())
        })
        .await;
}

/// The cells of the row that begins with this name, in the first table that has one.
fn row(page: &str, name: &str) -> Vec<String> {
    let (_, rest) = page.split_once(&format!(">{name}</td>")).unwrap_or_else(|| panic!("no row {name}: {page}"));
    let row = rest.split("</tr>").next().unwrap_or_default();
    row.split("<td")
        .skip(1)
        .map(|cell| cell.split_once('>').map_or("", |cell| cell.1).split("</td>").next().unwrap_or_default().to_owned())
        .collect()
}

#[actix_web::test]
async fn works() {
    let stage = Stage::set().await;
    stage.leave_mail();
    let cast = stage.cast.clone();
    let (employers, subsidy) = (cast.employer_team, cast.subsidy_team);
    logged(&stage, "2026-11-02T08:00:00", cast.recruitment, &[]).await;
    logged(&stage, "2026-11-03T08:00:00", cast.recruitment, &[subsidy, employers, cast.partner_team]).await;
    // The last day of the month, late in the evening in Finland.
    logged(&stage, "2026-11-30T21:59:59", cast.subsidy, &[0]).await;
    logged(&stage, "2026-11-30T22:00:00", cast.subsidy, &[employers]).await;
    logged(&stage, "2026-10-15T08:00:00", cast.subsidy, &[employers, subsidy]).await;
    let coordinator = stage.browser(&cast.coordinator).await;
    let page = coordinator.get(PAGE).await;
    assert!(page.page().contains("1.–30.11.2026"));
    assert_eq!(row(page.page(), "Rekrytointi"), ["2", "50 % (1)", "0", "0", "1"]);
    assert_eq!(row(page.page(), "Palkkatuki"), ["1", "0 % (0)", "1", "0", "0"]);
    assert_eq!(row(page.page(), "Työnantajapalvelut"), ["2", "50 % (1)", "0", "0", "1"], "by the team that had it first");
    assert_eq!(row(page.page(), "Työnantajapalvelut → Palkkatuki ja starttiraha"), ["1", "Aihe kuuluu toiselle tiimille: 1"]);
    assert_eq!(row(page.page(), "Palkkatuki ja starttiraha → muualle ohjattu"), ["1", "Apu löytyy muualta: 1"]);
    assert!(!page.page().contains("Salainen"), "counts only");
    let before = coordinator.get(&format!("{PAGE}?period=last-month")).await;
    assert_eq!(row(before.page(), "Palkkatuki"), ["1", "0 % (0)", "0", "1", "0"]);
    let half = coordinator.get(&format!("{PAGE}?period=half-year")).await;
    assert_eq!(row(half.page(), "Palkkatuki"), ["2", "0 % (0)", "1", "1", "0"]);
    let own = coordinator.get(&format!("{PAGE}?period=own&from=1.12.2026&until=1.12.2026")).await;
    assert_eq!(row(own.page(), "Palkkatuki"), ["1", "0 % (0)", "1", "0", "0"]);
}

#[actix_web::test]
async fn says_when_there_is_nothing() {
    let test = TestApp::start().await;
    let reader = test.browser(&test.cast.reader).await;
    let page = reader.get(PAGE).await;
    assert!(page.page().contains("Ei soittopyyntöjä 1.–30.11.2026 (n = 0)"));
    assert!(page.page().contains(r#"href="/reports/handovers" aria-current="page""#), "it is in the navigation");
}

#[actix_web::test]
async fn rejects_bad_input() {
    let test = TestApp::start().await;
    let reader = test.browser(&test.cast.reader).await;
    let backwards = reader.get(&format!("{PAGE}?period=own&from=2.11.2026&until=1.11.2026")).await;
    assert!(backwards.page().contains("Viimeisen päivän pitää olla sama kuin") && backwards.body.contains(r#"value="2.11.2026""#));
    assert!(!reader.get(&format!("{PAGE}?period=own")).await.page().contains("class=\"field-error\""), "nothing was typed yet");
    for query in ["period=own&from=x&until=%00", "period=own&from=31.12.2199&until=31.12.2199", "period=%00", "from=1&until=2"] {
        assert_eq!(reader.get(&format!("{PAGE}?{query}")).await.status, StatusCode::OK, "{query}");
    }
}
