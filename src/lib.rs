//! Kohtaanto, the employer-services CRM of a Finnish employment area. This list is the map.

// What every noun stands on.

/// Everything a request or a job needs, built once.
pub mod app;
/// Who did or saw what.
pub mod audit;
/// Office hours, payment days, the sending window.
pub mod calendar;
/// Municipalities, industries, company forms: code tables and their names.
pub mod classifications;
/// Enums that are stored by their code.
mod codes;
/// All settings from the environment.
pub mod config;
/// Both databases behind one seam.
pub mod db;
/// The five errors and what they mean.
pub mod error;
/// Texts, dates and numbers in three languages.
pub mod i18n;
/// Business ids, phone numbers, names, the guard against personal identity codes.
pub mod identifiers;
/// How background work is run.
pub mod jobs;
/// Messages, the outbox, the sender.
pub mod mail;
/// One diesel schema for both databases.
pub mod schema;
/// What an employment area decides for itself.
pub mod settings;
/// What happened with a company, as users read it.
pub mod timeline;
/// What every page shares.
pub mod web;

// The nouns, each below the ones that use it.

/// Who is away, and who does their duty meanwhile.
pub mod absences;
/// Answer links: somebody without an account answers from a mail.
pub mod answers;
/// Companies that are called one after another.
pub mod call_lists;
/// Call-back requests.
pub mod callbacks;
/// The company register.
pub mod companies;
/// The contact log.
pub mod contacts;
/// Calendars that other programs read.
pub mod feeds;
/// Groups of companies that belong together.
pub mod groups;
/// Imports of the company register from the browser.
pub mod imports;
/// What employers need, in answers that can be counted.
pub mod needs;
/// Organisations, teams, phone lines, topics, duty.
pub mod organisations;
/// Contact persons.
pub mod people;
/// When somebody is reminded of a task or of a call that was agreed upon.
pub mod reminders;
/// Which team a call-back goes to.
pub mod routing;
/// Sites of the companies.
pub mod sites;
/// Accounts, sign-in and sessions.
pub mod staff;
/// Duty shifts that change hands.
pub mod swaps;
/// Dated promises.
pub mod tasks;

// What stands above the nouns that it touches.

/// Something for several companies at once.
pub mod company_batches;
/// Companies that are in the register twice: finding, merging, undoing.
pub mod duplicates;
/// Tables that come in and go out: CSV and XLSX.
pub mod transfers;

// What gathers them.

/// The command line.
pub mod cli;
/// A made-up employment area to try the product on.
pub mod demo;
/// The pages that gather from every noun: my day, the company page, health.
pub mod overview;
/// Counts over a period.
pub mod reports;
/// Every URL and who may call it.
pub mod routes;
/// Every background job.
pub mod schedule;
/// The web server and its layers.
pub mod server;
/// From an empty installation to the first call-back.
pub mod set_up;
