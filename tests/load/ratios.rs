//! What a look-up costs does not grow with the register: 10,000 companies beside 1,000, in turns, so that whatever else the
//! machine does slows down both. And with the statistics of 10,000 every search still goes through its indexes.

use super::records::{self, Sample};
use super::register::add_contacts;
use crate::register_plans::goes_through_indexes;
use crate::support::TestApp;
use chrono::NaiveDateTime;
use diesel::prelude::*;
use kohtaanto::companies::search::{Search, search};
use kohtaanto::companies::ytj::{self, Input, Options};
use kohtaanto::db::{Conn, settle_bulk};
use kohtaanto::people::store::{self as people, Details};
use kohtaanto::schema::companies;
use std::time::{Duration, Instant};

const SMALL: usize = 1_000;
const LARGE: usize = 10_000;
const TRIES: usize = 12;
const ROUNDS: usize = 100;
const MOST: f64 = 1.5;
/// With three companies.
const CONTACTS_OF_THREE: usize = 5;
const PEOPLE: i64 = 200;

#[actix_web::test]
async fn look_ups_cost_the_same_at_any_size_and_go_through_indexes() {
    let (small, large) = (register(SMALL).await, register(LARGE).await);
    let look_up = |of: &[Sample]| Search { text: of[3].business_id.clone(), limit: 10, ..Search::default() };
    let first_page = |_: &[Sample]| Search { limit: 50, ..Search::default() };
    assert_ratio("a business id", &small, &large, look_up);
    assert_ratio("the first page", &small, &large, first_page);
    goes_through_indexes(&large.0).await;
}

async fn register(size: usize) -> (TestApp, Vec<Sample>) {
    let test = TestApp::start().await;
    let file = test.dir.path().join("register.json");
    let samples = records::write(&file, size, 0x1000);
    let mut conn = test.app.db.writer().expect("a connection");
    let report = ytj::import(&mut conn, &[Input::File(file)], &Options::default(), test.app.now(), |_| {}).expect("the database takes it");
    assert!(report.is_complete(), "{report}");
    add_contacts(&mut conn, size * CONTACTS_OF_THREE / 3, (test.cast.host, test.cast.handler.id)).expect("contacts");
    add_people(&mut conn, (test.cast.host, test.cast.handler.id), test.app.now()).expect("people");
    settle_bulk(&mut conn).expect("the database settles");
    drop(conn);
    (test, samples)
}

/// A contact person each, in some of the companies.
fn add_people(conn: &mut Conn, author: (i64, i64), now: NaiveDateTime) -> QueryResult<()> {
    let some: Vec<i64> = companies::table.order(companies::id).limit(PEOPLE).select(companies::id).load(conn)?;
    for company_id in some {
        let details =
            Details { name: format!("Henkilö {company_id}"), phones: vec![format!("050 {:07}", company_id)], ..Details::default() };
        people::add(conn, company_id, &details, author, now)?;
    }
    Ok(())
}

/// The quickest of many rounds; what is slow for once is tried again, what grows stays slow. Each try has connections of its
/// own: a server's process that shares its core with us answers twice as fast as one on another core.
fn assert_ratio(kind: &str, small: &(TestApp, Vec<Sample>), large: &(TestApp, Vec<Sample>), wanted: impl Fn(&[Sample]) -> Search) {
    let mut found = Vec::new();
    for _ in 0..TRIES {
        let mut conns = [small, large].map(|(test, samples)| (test.app.db.connection().expect("a connection"), wanted(samples)));
        let mut best = [Duration::MAX; 2];
        for _ in 0..ROUNDS {
            for (best, (conn, wanted)) in best.iter_mut().zip(&mut conns) {
                let begun = Instant::now();
                assert!(!search(conn, wanted).expect("an answer").hits.is_empty());
                *best = (*best).min(begun.elapsed());
            }
        }
        if best[1].as_secs_f64() <= best[0].as_secs_f64() * MOST {
            return;
        }
        found.push(best);
    }
    panic!("{kind} at {SMALL} and at {LARGE} companies: {found:?}");
}
