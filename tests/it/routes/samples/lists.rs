//! A call list and a saved filter.

use super::Samples;
use kohtaanto::call_lists;
use kohtaanto::companies::marks::Purpose;
use kohtaanto::companies::saved_filters::store::{self as filters, NewFilter};
use kohtaanto::db::Conn;
use kohtaanto::error::Error;
use kohtaanto::web::{Viewer, once};

/// The handler calls the company for a list, and has saved a filter for all.
pub fn enter(conn: &mut Conn, handler: &Viewer, company: i64, samples: &mut Samples) -> Result<(), Error> {
    let details = call_lists::store::Details {
        name: "Kevätkierros".to_owned(),
        purpose: Purpose::Call,
        topic_id: None,
        script: "Kysy kesätyöpaikoista.".to_owned(),
        callers: vec![handler.staff_id],
    };
    let now = crate::support::friday_morning();
    let id = call_lists::store::add(conn, handler, &details, now)?;
    let list = call_lists::store::find(conn, handler, id)?;
    call_lists::companies::put(conn, &list, &[company], now.date())?;
    samples.add("call_list", id);
    samples.add("call_entry", call_lists::turns::take_next(conn, handler, &list, now)?.expect("the company waits"));
    let filter = NewFilter { name: format!("Rajaus {}", once::new_key()), query: "q=x".to_owned(), shared: true };
    samples.add("saved_filter", filters::add(conn, handler, &filter, now)?);
    Ok(())
}
