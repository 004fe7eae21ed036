//! Does the company live, and which registers it is in.

use crate::classifications::situations;
use crate::companies::store::Company;
use crate::companies::{BANKRUPT, BY_HAND};
use crate::i18n::Lang;
use chrono::NaiveDate;
use serde::Serialize;

#[derive(Serialize)]
pub struct Standing {
    /// ended · bankrupt · dead · alive
    pub state: &'static str,
    pub ended_on: Option<NaiveDate>,
    /// Reorganisation or liquidation, in words; bankruptcy is a state.
    pub situation: Option<&'static str>,
    pub vat_liable: bool,
    pub employer_registered: bool,
    pub prepayment_registered: bool,
    /// A person added it; the registers are then unknown.
    pub by_hand: bool,
}

impl Standing {
    pub fn of(company: &Company, lang: Lang) -> Self {
        let bankrupt = company.situation == BANKRUPT;
        let state = match (company.ended_on, bankrupt, company.alive) {
            (Some(_), _, _) => "ended",
            (None, true, _) => "bankrupt",
            (None, false, false) => "dead",
            (None, false, true) => "alive",
        };
        Self {
            state,
            ended_on: company.ended_on,
            situation: situations::name(&company.situation, lang).filter(|_| !bankrupt),
            vat_liable: company.vat_liable,
            employer_registered: company.employer_registered,
            prepayment_registered: company.prepayment_registered,
            by_hand: company.source == BY_HAND,
        }
    }
}
