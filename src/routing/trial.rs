//! "Try it" on the page of the routing rows: who would get a call-back, and why. It changes nothing, and its address can be
//! kept and sent to a colleague.

use super::arithmetic::{Due, Sum};
use super::rules::{Condition, Question, Row, Verdict, verdicts};
use super::view::{self, Names};
use crate::classifications::municipalities;
use crate::companies;
use crate::companies::store::Summary;
use crate::db::Conn;
use crate::i18n::{self, Args, Lang, helsinki};
use crate::organisations::{duty, store as organisations};
use crate::web::Errors;
use crate::web::forms::Fields;
use chrono::{NaiveDate, NaiveDateTime};
use diesel::QueryResult;
use serde::{Deserialize, Serialize};

/// What is asked, in the page's address.
#[derive(Clone, Debug, Deserialize, Serialize, Default)]
#[serde(default)]
pub struct TrialForm {
    pub topic: String,
    pub company: String,
    pub company_id: String,
    pub language: String,
    pub urgent: String,
}

/// What is asked, typed.
#[derive(Clone, Copy, Debug)]
pub struct Trial {
    topic_id: i64,
    language: Lang,
    urgent: bool,
}

impl TrialForm {
    /// Nothing is asked yet. The form always sends a language.
    pub fn is_empty(&self) -> bool {
        [&self.topic, &self.company, &self.language].iter().all(|raw| raw.trim().is_empty())
    }

    pub fn typed(&self, topics: &[i64], today: NaiveDate) -> Result<Trial, Errors> {
        let mut fields = Fields::new(today);
        let topic_id = fields.choice("topic", &self.topic, |raw| raw.parse().ok().filter(|id| topics.contains(id)));
        fields.line("company", &self.company);
        let language = fields.choice("language", &self.language, Lang::from_code);
        let urgent = self.urgent == "true";
        let trial = topic_id.zip(language).map(|(topic_id, language)| Trial { topic_id, language, urgent });
        fields.errors.finish(trial, "yes")
    }
}

/// Who would get it.
#[derive(Serialize)]
pub struct Outcome {
    team: String,
    organisation: String,
    by_mail: bool,
    mailbox: String,
    /// On duty today.
    duty: Option<String>,
    /// Empty if the row has none.
    backup: String,
    #[serde(flatten)]
    due: Due,
    open_now: bool,
    /// What the rows were asked with: company, municipality, industry. Empty without a company.
    asked: String,
    /// A name was typed that no company has, or several have: it was asked without one.
    is_unknown: bool,
    /// Of each row.
    #[serde(skip)]
    pub verdicts: Vec<Verdict>,
    #[serde(skip)]
    pub reasons: Vec<String>,
}

/// None while nothing is set up.
pub fn run(
    conn: &mut Conn,
    (form, trial): (&TrialForm, Trial),
    (rows, names): (&[Row], &Names),
    lang: Lang,
    now: NaiveDateTime,
) -> QueryResult<Option<Outcome>> {
    let company = match companies::chosen(conn, &form.company_id, &form.company)? {
        Some(id) => companies::store::summary(conn, id)?,
        None => None,
    };
    let (municipality, industry) =
        company.as_ref().map(|company| (company.municipality.clone(), company.industry_2025.clone())).unwrap_or_default();
    let language = trial.language.code();
    let question = Question { topic_id: trial.topic_id, municipality: &municipality, industry: &industry, language };
    let verdicts = verdicts(rows, names.live_teams(), &question);
    let Some(row) = rows.iter().zip(&verdicts).find(|(_, verdict)| **verdict == Verdict::Decides).map(|(row, _)| row) else {
        return Ok(None);
    };
    let reasons = rows.iter().zip(&verdicts).map(|(row, verdict)| reason(row, *verdict, &question, names, lang)).collect();
    let hours = organisations::office_hours(conn, row.team_id)?;
    let minutes = if trial.urgent { row.urgent_response_minutes } else { row.response_minutes };
    let (team, organisation) = names.team(row.team_id);
    let on_duty = duty::on_duty(conn, row.team_id, helsinki(now).date_naive())?;
    Ok(Some(Outcome {
        team: team.to_owned(),
        organisation: organisation.to_owned(),
        by_mail: names.is_by_mail(row.team_id),
        mailbox: organisations::team(conn, row.team_id)?.map(|team| team.mailbox).unwrap_or_default(),
        duty: on_duty.map(|person| person.name),
        backup: row.backup_team_id.map(|id| names.team(id).0.to_owned()).unwrap_or_default(),
        due: Sum { from: now, response_minutes: minutes, reachable: None }.due(&hours, lang),
        open_now: hours.is_open(now),
        is_unknown: company.is_none() && !form.company.trim().is_empty(),
        asked: company.map(|company| asked(&company, lang)).unwrap_or_default(),
        verdicts,
        reasons,
    }))
}

fn asked(company: &Summary, lang: Lang) -> String {
    let parts = [company.name.clone(), municipality_name(&company.municipality, lang), industry_name(&company.industry_2025, lang)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// Why a row didn't decide: "Municipality Somero ≠ Salo". Empty for the row that did and those below it.
fn reason(row: &Row, verdict: Verdict, question: &Question, names: &Names, lang: Lang) -> String {
    let Verdict::Differs(condition) = verdict else {
        return if verdict == Verdict::Over { i18n::text(lang, "routing-trial-over") } else { String::new() };
    };
    let language = |code: &str| if code.is_empty() { String::new() } else { i18n::text(lang, &format!("lang-{code}")) };
    let of = |value: &Option<String>| value.clone().unwrap_or_default();
    let (key, wanted, given) = match condition {
        Condition::Topic => {
            ("topic", row.topic_id.map(|id| names.topic(id).to_owned()).unwrap_or_default(), names.topic(question.topic_id).to_owned())
        }
        Condition::Municipality => {
            ("municipality", municipality_name(&of(&row.municipality), lang), municipality_name(question.municipality, lang))
        }
        Condition::Industry => ("industry", industry_name(&of(&row.industry), lang), industry_name(question.industry, lang)),
        Condition::Language => ("language", language(&of(&row.language)), language(question.language)),
    };
    let given = if given.is_empty() { i18n::text(lang, "routing-trial-unknown") } else { given };
    let args = [("condition", i18n::text(lang, &format!("routing-{key}"))), ("wanted", wanted), ("given", given)];
    let args: Args = args.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
    i18n::text_with(lang, "routing-trial-differs", &args)
}

fn municipality_name(code: &str, lang: Lang) -> String {
    municipalities::name(code, lang).unwrap_or(code).to_owned()
}

fn industry_name(code: &str, lang: Lang) -> String {
    if code.is_empty() { String::new() } else { view::industry(code, lang) }
}
