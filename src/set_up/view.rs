//! The list of steps as its page shows it.

use super::steps::{Standing, State, Step};
use crate::i18n::{self, Args, Lang};
use serde::Serialize;

#[derive(Serialize)]
pub struct ListView {
    steps: Vec<StepView>,
    /// How many steps need nothing more, of all.
    settled: usize,
    /// Required steps still to be done.
    missing: usize,
}

#[derive(Serialize)]
struct StepView {
    code: &'static str,
    title: String,
    /// done · missing · skipped
    state: &'static str,
    is_required: bool,
    /// The first step that is missing, required ones before optional ones.
    is_next: bool,
    /// What is there, or what to do.
    says: String,
    href: String,
}

impl ListView {
    /// `host` is the employment area's organisation.
    pub fn new(standings: &[Standing], host: i64, lang: Lang) -> Self {
        let is_missing = |standing: &&Standing| standing.state == State::Missing;
        let missing: Vec<Step> = standings.iter().filter(is_missing).map(|standing| standing.step).collect();
        let next = missing.iter().find(|step| step.is_required()).or(missing.first());
        let steps = standings.iter().map(|standing| StepView {
            code: standing.step.code(),
            title: i18n::text(lang, &format!("set-up-step-{}", standing.step.code())),
            state: match standing.state {
                State::Done => "done",
                State::Missing => "missing",
                State::Skipped => "skipped",
            },
            is_required: standing.step.is_required(),
            is_next: next == Some(&standing.step),
            says: i18n::text_with(lang, standing.says, &Args::from([("count".into(), standing.count.into())])),
            href: href(standing.step, host),
        });
        Self {
            steps: steps.collect(),
            settled: standings.len() - missing.len(),
            missing: missing.iter().filter(|step| step.is_required()).count(),
        }
    }
}

/// Where a step is done: a quick form of its own, or the page that is there for it anyway.
fn href(step: Step, host: i64) -> String {
    match step {
        Step::Area => format!("/admin/organisations/{host}"),
        Step::Teams => "/setup/teams".to_owned(),
        Step::Topics => "/setup/topics".to_owned(),
        Step::Routing => "/setup/routing".to_owned(),
        Step::Mail => "/setup/mail".to_owned(),
        Step::PhoneLines => "/admin/teams".to_owned(),
        Step::Import => "/admin/imports".to_owned(),
        Step::Invitations => "/admin/staff/new".to_owned(),
    }
}
