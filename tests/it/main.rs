//! One integration binary, one file per noun. With `TEST_DATABASE_URL` it runs on PostgreSQL, without on SQLite.

mod callbacks;
mod companies;
mod contacts;
mod duty;
mod mail;
mod outbox;
mod people;
mod register_search;
mod routes;
mod routing;
mod smtp;
mod smtp_settings;
mod smtp_sink;
mod staff;
mod structure;
mod support;
mod tasks;
mod ytj;
