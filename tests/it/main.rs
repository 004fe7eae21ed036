//! One integration binary, one file per noun. With `TEST_DATABASE_URL` it runs on PostgreSQL, without on SQLite.

mod accounts;
mod answers;
mod backup;
#[path = "../browser/mod.rs"]
mod browser;
mod callbacks;
mod callers;
mod closing_days;
mod command_line;
mod companies;
mod company_edits;
mod contacts;
mod demo;
mod drafts;
mod duty;
mod edits;
mod expired_session;
mod imports;
mod independent_smtp;
mod jobs;
#[path = "../load/mod.rs"]
mod load;
mod mail;
mod organisations;
mod outbox;
mod people;
mod register_filters;
mod register_plans;
mod register_search;
mod routes;
mod routing;
mod seasons;
mod set_up;
mod settings;
mod smtp;
mod smtp_settings;
mod smtp_sink;
mod staff;
mod structure;
mod support;
mod tasks;
mod teams;
mod topics;
mod upgrades;
mod visibility;
mod ytj;
