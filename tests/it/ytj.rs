//! The company register from the open data's bulk file.

mod command;
pub mod files;
mod generated;
pub mod generator;
mod hand_edits;
mod known;
mod lookup;
mod rows;
pub mod server;

use crate::support::TestApp;
use diesel::prelude::*;
use kohtaanto::companies::store::{Company, Name, id_of, names};
use kohtaanto::companies::ytj::{self, Input, Options, Report};
use kohtaanto::schema::{companies, company_names};
use std::path::PathBuf;

/// Writes a file of this content and returns its path.
fn file(test: &TestApp, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = test.dir.path().join(name);
    std::fs::write(&path, content).expect("the file is written");
    path
}

fn import(test: &TestApp, paths: &[PathBuf]) -> Report {
    import_with(test, paths, &Options::default())
}

fn import_with(test: &TestApp, paths: &[PathBuf], options: &Options) -> Report {
    let inputs: Vec<Input> = paths.iter().cloned().map(Input::from).collect();
    let mut conn = test.app.db.writer().expect("a connection");
    ytj::import(&mut conn, &inputs, options, test.app.now(), |_| {}).expect("the database takes it")
}

/// Imports a list of these records.
pub fn import_records(test: &TestApp, records: &[&str]) -> Report {
    let path = file(test, "companies.json", format!("[{}]", records.join(",\n")));
    import(test, &[path])
}

async fn company(test: &TestApp, business_id: &'static str) -> Option<Company> {
    test.read(move |conn| Ok(companies::table.filter(companies::business_id.eq(business_id)).first(conn).optional()?)).await
}

async fn names_of(test: &TestApp, business_id: &'static str) -> Vec<(String, String)> {
    let rows: Vec<Name> = test
        .read(move |conn| {
            let id = id_of(conn, business_id)?.expect("it is in the register");
            Ok(names(conn, id)?)
        })
        .await;
    let mut names: Vec<(String, String)> = rows.into_iter().map(|row| (row.name_type, row.name)).collect();
    names.sort();
    names
}

/// Every row of the register, as text: what an import that writes nothing leaves as it is.
async fn snapshot(test: &TestApp) -> Vec<String> {
    type NameRow = (i64, i64, String, String, String, Option<chrono::NaiveDate>, Option<chrono::NaiveDate>);
    test.read(|conn| {
        let rows: Vec<Company> = companies::table.order(companies::id).load(conn)?;
        let names: Vec<NameRow> = company_names::table.order(company_names::id).load(conn)?;
        Ok(rows.iter().map(|row| format!("{row:?}")).chain(names.iter().map(|row| format!("{row:?}"))).collect())
    })
    .await
}
