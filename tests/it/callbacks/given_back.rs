//! What comes back to a queue: its response time begins again, and only a backup that has to do with the team is told.

use super::Stage;
use super::ladder::{id, moment};
use diesel::prelude::*;
use kohtaanto::db::Conn;
use kohtaanto::schema::{callbacks, routing_rows, teams};

impl Stage {
    async fn backup_of(&self, address: &str) -> Option<i64> {
        let id = id(address);
        self.read(move |conn| Ok(callbacks::table.find(id).select(callbacks::backup_team_id).first(conn)?)).await
    }

    /// Of the row that leads to the employer team the partner team is the backup.
    async fn with_backup(&self) -> i64 {
        let (team, backup) = (self.cast.employer_team, self.cast.partner_team);
        let change = move |conn: &mut Conn| {
            let row = routing_rows::table.filter(routing_rows::team_id.eq(team));
            Ok(diesel::update(row).set(routing_rows::backup_team_id.eq(backup)).execute(conn)?)
        };
        self.write(change).await;
        backup
    }

    async fn hand_over(&self, address: &str, team: i64) {
        let (team, once) = (team.to_string(), kohtaanto::web::once::new_key());
        let fields = [("team", team.as_str()), ("reason", "wrong_topic"), ("note", "Kuuluu teille"), ("once", &once)];
        self.browser(&self.cast.coordinator).await.post(&format!("{address}/handovers"), &fields).await.location();
    }
}

#[actix_web::test]
async fn released_after_two_days_it_has_its_response_time_again() {
    let stage = Stage::set().await;
    let (address, _) = stage.taken_by(&stage.cast.handler.clone()).await;
    stage.set_clock(moment("2026-11-24T07:00:00").expect("an instant"));
    let arrived = stage.told("callback_arrived").await.len();
    stage.browser(&stage.cast.handler).await.post(&format!("{address}/release"), &[]).await.location();
    stage.run_jobs().await;
    assert_eq!(stage.steps(&address).await, Vec::<String>::new());
    assert_eq!(stage.next_step(&address).await, (Some("not_taken".to_owned()), moment("2026-11-24T09:00:00")));
    assert_eq!(stage.told("callback_arrived").await.len(), arrived, "the team sees its queue; a click writes no mail");
    stage.at("2026-11-24T09:00:00").await;
    assert_eq!(stage.steps(&address).await, ["not_taken mailed"]);
    assert!(stage.told("callback_not_taken").await.contains(&"veera.vetaja@alue.example".to_owned()));
    stage.leave_mail();
}

#[actix_web::test]
async fn left_behind_after_two_days_it_is_told_and_has_its_response_time_again() {
    let stage = Stage::set().await;
    let (address, _) = stage.taken_by(&stage.cast.handler.clone()).await;
    stage.set_clock(moment("2026-11-24T07:00:00").expect("an instant"));
    let arrived = stage.told("callback_arrived").await.len();
    let (app, handler) = (stage.app.clone(), stage.cast.handler.id);
    stage.write(move |conn| kohtaanto::callbacks::release_all_of(conn, &app, handler, None)).await;
    stage.run_jobs().await;
    assert_eq!(stage.steps(&address).await, Vec::<String>::new());
    assert_eq!(stage.next_step(&address).await, (Some("not_taken".to_owned()), moment("2026-11-24T09:00:00")));
    assert!(stage.told("callback_arrived").await[arrived..].contains(&"tyonantajat@alue.example".to_owned()));
    stage.leave_mail();
}

#[actix_web::test]
async fn a_backup_belongs_to_the_team_that_the_row_leads_to() {
    let stage = Stage::set().await;
    let backup = stage.with_backup().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    assert_eq!(stage.backup_of(&address).await, Some(backup));
    stage.hand_over(&address, stage.cast.subsidy_team).await;
    assert_eq!(stage.backup_of(&address).await, None);
    stage.at("2026-11-20T14:00:00").await;
    assert_eq!(stage.told("callback_still_not_taken").await, ["kalle.koordinaattori@alue.example"], "nobody without a part in it");
    let partner = stage.browser(&stage.cast.partner).await;
    assert_eq!(partner.get(&address).await.status, reqwest::StatusCode::NOT_FOUND);
    stage.hand_over(&address, stage.cast.employer_team).await;
    assert_eq!(stage.backup_of(&address).await, Some(backup), "where the row leads, its backup is back");
    stage.leave_mail();
}

#[actix_web::test]
async fn what_is_reopened_has_the_backup_of_its_team() {
    let stage = Stage::set().await;
    let backup = stage.with_backup().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    let logger = stage.browser(&stage.cast.logger).await;
    let again = async || {
        logger.post(&format!("{address}/cancellation"), &[]).await.location();
        logger.post(&format!("{address}/reopening"), &[]).await.location();
        stage.backup_of(&address).await
    };
    assert_eq!(again().await, Some(backup), "the same team");
    stage.hand_over(&address, stage.cast.subsidy_team).await;
    assert_eq!(again().await, None, "the same team, to which no row leads");
    let (ended, today) = (stage.cast.subsidy_team, stage.app.today());
    stage.write(move |conn| Ok(diesel::update(teams::table.find(ended)).set(teams::ended_on.eq(today)).execute(conn)?)).await;
    assert_eq!(again().await, Some(backup), "by the rows to another team");
    stage.leave_mail();
}
