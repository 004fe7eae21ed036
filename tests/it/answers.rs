//! Answer links: a partner's team without accounts is asked by mail and answers by a link.

mod answering;
mod asking;
mod leaving;

use crate::callbacks::Stage;
use crate::support::{Answer, TestApp};
use diesel::prelude::*;
use kohtaanto::i18n::Lang;
use kohtaanto::organisations::store::{self as organisations, NewTeam, Opens};
use kohtaanto::routing::{self, rules::Row};
use kohtaanto::schema::{callbacks, mails};
use std::ops::Deref;

pub const MAILBOX: &str = "elinkeino@kumppani.example";

/// Recruitment goes to a partner by mail, with the employer team as its backup.
pub struct Post {
    pub stage: Stage,
    pub team: i64,
}

impl Deref for Post {
    type Target = Stage;

    fn deref(&self) -> &Stage {
        &self.stage
    }
}

impl Post {
    pub async fn set() -> Self {
        let stage = Stage::set().await;
        stage.leave_mail();
        let cast = stage.cast.clone();
        let team = stage.write(move |conn| {
            let new = NewTeam {
                organisation_id: cast.partner_organisation,
                name: "Elinkeinoasiamies",
                mailbox: MAILBOX,
                language: Lang::Fi,
                by_mail: true,
            };
            let team = organisations::add_team(conn, &new)?;
            for weekday in 1..=5 {
                organisations::add_opening_hours(conn, Opens::Team(team), weekday, 8 * 60, 16 * 60)?;
            }
            organisations::add_phone_line(conn, cast.employer_team, "Työnantajien linja", "02 000 9055", "+35820009055")?;
            let row = Row {
                topic_id: Some(cast.recruitment),
                team_id: team,
                backup_team_id: Some(cast.employer_team),
                response_minutes: 120,
                urgent_response_minutes: 30,
                ..Row::default()
            };
            routing::store::add(conn, &row)?;
            Ok(team)
        });
        let team = team.await;
        Self { stage, team }
    }

    /// Logs a call-back that goes to the partner; gives its address and the link.
    pub async fn asked(&self) -> (String, String) {
        let address = self.log(&self.cast.logger, &[]).await;
        (address, self.link().await)
    }

    /// The path of the link in the newest mail that has one.
    pub async fn link(&self) -> String {
        let text = newest(self, None).await.2;
        let (_, link) = text.split_once(&format!("{}/a/", self.base_url)).expect("a link");
        format!("/a/{}", link.split_whitespace().next().expect("a token"))
    }

    pub async fn answer(&self, link: &str, answer: &str, note: &str) -> Answer {
        self.visitor().post(link, &[("answer", answer), ("note", note)]).await
    }
}

/// Recipient, subject and text of the newest mail, of this kind or of any kind with an answer link.
pub async fn newest(test: &TestApp, kind: Option<&'static str>) -> (String, String, String) {
    let kinds = kind.map_or_else(|| vec!["answer_asked", "answer_reminder"], |kind| vec![kind]);
    test.read(move |conn| {
        let of_kind = mails::table.filter(mails::kind.eq_any(kinds)).order(mails::id.desc());
        Ok(of_kind.select((mails::recipient_address, mails::subject, mails::body_text)).first(conn)?)
    })
    .await
}

/// State, team and outcome of the newest call-back.
pub async fn standing(test: &TestApp) -> (String, i64, Option<String>) {
    test.read(|conn| {
        let columns = (callbacks::state, callbacks::team_id, callbacks::outcome);
        Ok(callbacks::table.order(callbacks::id.desc()).select(columns).first(conn)?)
    })
    .await
}
