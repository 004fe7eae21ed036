//! The people of the office and what they do in a tick, through the functions behind the pages.

use crate::support::{Chance, TestApp};
use chrono::{Datelike, Days, NaiveDateTime, TimeDelta, Timelike, Weekday};
use diesel::prelude::*;
use kohtaanto::app::App;
use kohtaanto::callbacks::form::{Attempt, Closure};
use kohtaanto::callbacks::store::{Callback, NewCallback};
use kohtaanto::callbacks::transition::{self, Deed, HandOver};
use kohtaanto::callbacks::{AttemptResult, Outcome, Reason, Source, State, attempts, closures, pages};
use kohtaanto::companies::Facts;
use kohtaanto::companies::store::{self as companies, NewCompany};
use kohtaanto::contacts::Visibility;
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::i18n::{Lang, helsinki};
use kohtaanto::organisations::duty;
use kohtaanto::organisations::store::{self as organisations, NewTeam};
use kohtaanto::schema::{callback_attempts, callbacks, tasks};
use kohtaanto::staff::sessions;
use kohtaanto::tasks::form::NextTask;
use kohtaanto::tasks::transition as task_deeds;
use kohtaanto::web::Viewer;

/// Call-backs in a tick of office hours: 250 in a week of five days with nine such ticks each.
const LOGGED: (i64, i64) = (4, 7);
/// Of so many call-backs one is taken by nobody, and one by a holder who forgets it.
const UNLOVED: i64 = 25;
const FORGOTTEN: i64 = 14;

pub struct Office {
    pub chance: Chance,
    company: i64,
    topics: [i64; 3],
    logger: Viewer,
    coordinator: Viewer,
    /// Who takes the call-backs of each team.
    members: Vec<(i64, Vec<Viewer>)>,
    teams: Vec<i64>,
}

impl Office {
    /// Three teams, the third of which works by mail; the second is the backup of the first.
    pub async fn open(test: &TestApp) -> Self {
        let (cast, app) = (test.cast.clone(), test.app.clone());
        test.write(move |conn| {
            let now = app.now();
            let new = NewTeam {
                organisation_id: cast.partner_organisation,
                name: "Kauppakamari",
                mailbox: "kamari@kumppani.example",
                language: Lang::Fi,
                by_mail: true,
            };
            let by_mail = organisations::add_team(conn, &new)?;
            let third = organisations::add_topic(conn, "Kansainvälistyminen", 3)?;
            route(conn, None, cast.employer_team, Some(cast.subsidy_team))?;
            route(conn, Some(cast.subsidy), cast.subsidy_team, None)?;
            route(conn, Some(third), by_mail, None)?;
            let facts = Facts { name: "Öljynen & Pojat Oy".to_owned(), email: "info@oljynen.example".to_owned(), ..Facts::default() };
            let new = NewCompany { business_id: None, facts: &facts, organisation_id: cast.host, staff_id: cast.handler.id };
            let company = companies::add(conn, &new, now)?;
            let mut of = |membership_id| viewer(conn, &app, membership_id);
            let employer = vec![of(cast.handler.membership_id)?, of(cast.colleague.membership_id)?, of(cast.lead.membership_id)?];
            let subsidy = vec![of(cast.case_handler.membership_id)?, of(cast.case_lead.membership_id)?];
            Ok(Self {
                chance: Chance::new(734_761),
                company,
                topics: [cast.recruitment, cast.subsidy, third],
                logger: of(cast.logger.membership_id)?,
                coordinator: of(cast.coordinator.membership_id)?,
                members: vec![(cast.employer_team, employer), (cast.subsidy_team, subsidy)],
                teams: vec![cast.employer_team, cast.subsidy_team],
            })
        })
        .await
    }

    /// What everybody does in this tick; at night and at the weekend nobody is there.
    pub fn work(&mut self, conn: &mut Conn, app: &App, now: NaiveDateTime) -> Result<(), Error> {
        let local = helsinki(now);
        if matches!(local.weekday(), Weekday::Sat | Weekday::Sun) || !(8..17).contains(&local.hour()) {
            return Ok(());
        }
        self.plan_duty(conn, now)?;
        for _ in 0..self.chance.between(LOGGED.0, LOGGED.1) {
            self.log(conn, app)?;
        }
        let open: Vec<Callback> = callbacks::table
            .filter(callbacks::state.ne(State::Closed.code()).and(callbacks::created_at.lt(now)))
            .order(callbacks::id)
            .select(Callback::as_select())
            .load(conn)?;
        for callback in open {
            match callback.state() {
                State::New => self.take(conn, app, &callback)?,
                State::Taken => self.go_on(conn, app, &callback, now)?,
                State::Closed => {}
            }
        }
        self.reopen_one(conn, app, now)?;
        self.keep_promises(conn, app, now)?;
        if local.weekday() == Weekday::Wed && local.hour() == 12 {
            // Somebody leaves: what they held comes back.
            let leaver = self.members[0].1[1].staff_id;
            kohtaanto::callbacks::release_of_team(conn, app, leaver, self.teams[0])?;
        }
        Ok(())
    }

    /// Somebody is on duty on most days.
    fn plan_duty(&mut self, conn: &mut Conn, now: NaiveDateTime) -> QueryResult<()> {
        let day = helsinki(now).date_naive();
        if day.day().is_multiple_of(5) {
            return Ok(());
        }
        for (team_id, members) in &self.members {
            duty::assign(conn, *team_id, day, members[day.day() as usize % members.len()].staff_id)?;
        }
        Ok(())
    }

    fn log(&mut self, conn: &mut Conn, app: &App) -> Result<(), Error> {
        let topic = match self.chance.between(1, 10) {
            1..=6 => 0,
            7..=9 => 1,
            _ => 2,
        };
        let new = NewCallback {
            company_id: Some(self.company),
            company_text: String::new(),
            caller_name: "Sirkka Soittaja".to_owned(),
            caller_phone: "040 123 4567".to_owned(),
            caller_phone_e164: "+358401234567".to_owned(),
            topic_id: self.topics[topic],
            language: "fi".to_owned(),
            source: Source::Phone,
            urgent: self.chance.permille(80),
            reachable: self.chance.permille(150).then_some((10 * 60, 12 * 60)),
            note: String::new(),
        };
        pages::log(conn, app, &self.logger, new).map(drop)
    }

    /// Somebody of the team takes it, or it is handed over, or nobody does.
    fn take(&mut self, conn: &mut Conn, app: &App, callback: &Callback) -> Result<(), Error> {
        let make = |conn: &mut Conn, viewer: &Viewer, deed: &Deed| transition::make(conn, app, viewer, callback.id, deed);
        if callback.next_step.is_none() && callback.late {
            // Everybody was told: the coordinator or the backup team sees to it in the end.
            let backup = callback.backup_team_id.filter(|_| self.chance.permille(500));
            let taker =
                self.members.iter().find(|(team_id, _)| Some(*team_id) == backup).map_or(&self.coordinator, |(_, members)| &members[0]);
            return if self.chance.permille(300) { make(conn, taker, &Deed::Claim) } else { Ok(()) };
        }
        let Some((_, members)) = self.members.iter().find(|(team_id, _)| *team_id == callback.team_id) else { return Ok(()) };
        if callback.id % UNLOVED == 0 && callback.handover_count == 0 {
            return Ok(());
        }
        let member = self.chance.pick(members);
        if self.chance.permille(400) {
            make(conn, member, &Deed::Claim)
        } else if self.chance.permille(30) {
            let to_team_id = if callback.team_id == self.teams[0] { self.teams[1] } else { self.teams[0] };
            make(
                conn,
                member,
                &Deed::HandOver(HandOver { to_team_id, reason: Reason::NeedsExpert, note: "Asia vaatii asiantuntijaa.".to_owned() }),
            )
        } else if self.chance.permille(10) {
            make(conn, &self.logger, &Deed::Cancel)
        } else {
            Ok(())
        }
    }

    /// The holder calls, ends it, gives it back, or forgets it.
    fn go_on(&mut self, conn: &mut Conn, app: &App, callback: &Callback, now: NaiveDateTime) -> Result<(), Error> {
        let everybody = || self.members.iter().flat_map(|(_, members)| members).chain([&self.coordinator]);
        let holder = everybody().find(|viewer| Some(viewer.staff_id) == callback.holder_id).expect("a holder of the office").clone();
        let results: Vec<String> = callback_attempts::table
            .filter(callback_attempts::callback_id.eq(callback.id))
            .order(callback_attempts::id.desc())
            .select(callback_attempts::result)
            .load(conn)?;
        if callback.id % FORGOTTEN == 0 && callback.round < 3 {
            return Ok(());
        }
        if callback.next_step_at.is_some_and(|at| at > now + TimeDelta::days(4)) {
            // A call was agreed upon.
            return Ok(());
        }
        let unanswered = results.iter().take_while(|result| *result == "no_answer").count();
        if results.first().is_some_and(|result| result == "reached") || unanswered >= 4 {
            return self.end(conn, app, callback, &holder, unanswered >= 4);
        }
        if self.chance.permille(350) {
            let result = match self.chance.between(1, 10) {
                1..=5 => AttemptResult::Reached,
                6..=8 => AttemptResult::NoAnswer,
                _ => AttemptResult::CallAgain,
            };
            let call_again_at = (result == AttemptResult::CallAgain).then(|| now + TimeDelta::hours(self.chance.between(2, 60)));
            return attempts::add(conn, &holder, callback.id, &Attempt { result, call_again_at, note: String::new() }, now);
        }
        if self.chance.permille(20) {
            return transition::make(conn, app, &holder, callback.id, &Deed::Release);
        }
        Ok(())
    }

    fn end(&mut self, conn: &mut Conn, app: &App, callback: &Callback, holder: &Viewer, gives_up: bool) -> Result<(), Error> {
        let due_on = helsinki(app.now()).date_naive() + Days::new(self.chance.between(0, 9) as u64);
        let closure = Closure {
            outcome: if gives_up { Outcome::NotReached } else { Outcome::Helped },
            referred_to: String::new(),
            note: String::new(),
            visibility: Visibility::Shared,
            next_task: self.chance.permille(300).then(|| NextTask { title: "Kysy, miten meni".to_owned(), due_on }),
            mail_employer: gives_up,
            needs: Vec::new(),
        };
        closures::close(conn, app, holder, callback.id, &closure).map(drop)
    }

    fn reopen_one(&mut self, conn: &mut Conn, app: &App, now: NaiveDateTime) -> Result<(), Error> {
        let ended = callbacks::table.filter(callbacks::state.eq(State::Closed.code()).and(callbacks::closed_at.lt(now)));
        let last: Option<i64> = ended.order(callbacks::id.desc()).select(callbacks::id).first(conn).optional()?;
        match last.filter(|_| self.chance.permille(150)) {
            Some(id) => transition::make(conn, app, &self.logger, id, &Deed::Reopen),
            None => Ok(()),
        }
    }

    /// Tasks are done on their day, moved, or forgotten.
    fn keep_promises(&mut self, conn: &mut Conn, app: &App, now: NaiveDateTime) -> Result<(), Error> {
        let today = helsinki(now).date_naive();
        let due: Vec<(i64, Option<i64>)> = tasks::table
            .filter(tasks::done_at.is_null().and(tasks::due_on.le(today)))
            .order(tasks::id)
            .select((tasks::id, tasks::owner_id))
            .load(conn)?;
        for (id, owner) in due {
            let everybody = self.members.iter().flat_map(|(_, members)| members).chain([&self.coordinator]);
            let Some(owner) = everybody.into_iter().find(|viewer| Some(viewer.staff_id) == owner).cloned() else { continue };
            if self.chance.permille(120) {
                task_deeds::make(conn, app, &owner, id, &task_deeds::Deed::Complete)?;
            } else if self.chance.permille(20) {
                let due_on = today + Days::new(self.chance.between(1, 5) as u64);
                task_deeds::make(conn, app, &owner, id, &task_deeds::Deed::Reschedule { due_on, note: String::new() })?;
            }
        }
        Ok(())
    }
}

fn route(conn: &mut Conn, topic_id: Option<i64>, team_id: i64, backup_team_id: Option<i64>) -> QueryResult<()> {
    let row = kohtaanto::routing::rules::Row {
        id: 0,
        topic_id,
        municipality: None,
        industry: None,
        language: None,
        team_id,
        backup_team_id,
        response_minutes: 120,
        urgent_response_minutes: 30,
    };
    kohtaanto::routing::store::add(conn, &row).map(drop)
}

fn viewer(conn: &mut Conn, app: &App, membership_id: i64) -> Result<Viewer, Error> {
    let token = sessions::begin(conn, membership_id, app.now())?;
    Ok(sessions::viewer(conn, &token, app.now())?.expect("a session that has just begun"))
}
