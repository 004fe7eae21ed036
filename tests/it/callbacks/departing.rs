//! Who leaves or is away holds nothing for others to wait for; who has left is told nothing.

use super::Stage;
use diesel::prelude::*;
use kohtaanto::organisations::duty;
use kohtaanto::schema::{callbacks, organisations};
use kohtaanto::staff::store::add_membership;
use kohtaanto::web::Role;
use reqwest::StatusCode;

impl Stage {
    /// A call-back of the employer team that the partner has taken as its backup.
    async fn taken_as_backup(&self) -> String {
        let address = self.log(&self.cast.logger.clone(), &[]).await;
        self.set_backup(&address, self.cast.partner_team).await;
        self.at("2026-11-20T12:00:00").await;
        self.browser(&self.cast.partner).await.post(&format!("{address}/claim"), &[]).await.location();
        address
    }

    async fn holder(&self) -> Option<i64> {
        self.read(|conn| Ok(callbacks::table.select(callbacks::holder_id).first(conn)?)).await
    }
}

#[actix_web::test]
async fn what_was_taken_as_a_backup_comes_back_too() {
    for leaves_team in [true, false] {
        let stage = Stage::set().await;
        stage.taken_as_backup().await;
        let (partner, organisation) = (stage.cast.partner.id, stage.cast.partner_organisation);
        assert_eq!(stage.holder().await, Some(partner));
        let (admin, browser) = (stage.browser(&stage.cast.administrator).await, stage.browser(&stage.cast.partner).await);
        let (once, person) = (browser.get("/absences").await.once(), partner.to_string());
        let told = browser.post("/absences", &[("once", &once), ("person", &person), ("from_on", "20.11.2026")]).await;
        assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(told.body.contains("Yksi otettu soittopyyntö"), "{}", told.body);
        let leaving = if leaves_team {
            format!("/admin/teams/{}/members/{partner}/removal", stage.cast.partner_team)
        } else {
            format!("/admin/staff/{partner}/memberships/{organisation}/ending")
        };
        let admin = if leaves_team { stage.browser(&stage.cast.partner_administrator).await } else { admin };
        admin.post(&leaving, &[]).await.location();
        assert_eq!(stage.holder().await, None, "{leaving}");
        stage.leave_mail();
    }
}

#[actix_web::test]
async fn what_is_held_for_another_organisation_stays() {
    let stage = Stage::set().await;
    stage.taken_as_backup().await;
    let (partner, organisation, host) = (stage.cast.partner.id, stage.cast.partner_organisation, stage.cast.host);
    stage.write(move |conn| Ok(add_membership(conn, partner, host, &[Role::EmployerTeam])?)).await;
    let admin = stage.browser(&stage.cast.administrator).await;
    admin.post(&format!("/admin/staff/{partner}/memberships/{organisation}/ending"), &[]).await.location();
    assert_eq!(stage.holder().await, Some(partner), "it is of a team of the host, for which they still act");
    stage.leave_mail();
}

#[actix_web::test]
async fn a_team_without_access_is_told_nothing() {
    let stage = Stage::set().await;
    let address = stage.log(&stage.cast.logger, &[]).await;
    stage.set_backup(&address, stage.cast.partner_team).await;
    let (organisation, ended) = (stage.cast.partner_organisation, stage.app.today().pred_opt());
    stage
        .write(move |conn| {
            Ok(diesel::update(organisations::table.find(organisation)).set(organisations::ends_on.eq(ended)).execute(conn)?)
        })
        .await;
    stage.at("2026-11-20T12:00:00").await;
    assert_eq!(stage.told("callback_still_not_taken").await, ["kalle.koordinaattori@alue.example"]);
    stage.leave_mail();
}

#[actix_web::test]
async fn who_is_on_duty_when_the_mail_leaves_is_told() {
    let stage = Stage::set().await;
    let cast = stage.cast.clone();
    let monday = "2026-11-23".parse().expect("a day");
    stage.write(move |conn| Ok(duty::assign(conn, cast.employer_team, monday, cast.colleague.id)?)).await;
    // It is late on Friday, but the service was down until Saturday.
    stage.set_clock("2026-11-20T09:30:00".parse().expect("an instant"));
    stage.log(&stage.cast.logger, &[]).await;
    stage.at("2026-11-21T10:00:00").await;
    assert_eq!(stage.told("callback_not_taken").await, ["kimmo.kollega@alue.example", "veera.vetaja@alue.example"]);
    stage.leave_mail();
}
