//! What a look-up costs does not grow with the register: the quickest of many rounds at 10,000 companies beside 1,000.

use super::records::{self, Sample};
use crate::support::TestApp;
use kohtaanto::companies::search::{Search, search};
use kohtaanto::companies::ytj::{self, Input, Options};
use kohtaanto::db::{Conn, settle_bulk};
use std::time::{Duration, Instant};

const SMALL: usize = 1_000;
const LARGE: usize = 10_000;
const ROUNDS: usize = 100;
const SEED: u64 = 0x1000;

#[actix_web::test]
async fn look_ups_and_the_first_page_cost_the_same_at_any_size() {
    let test = TestApp::start().await;
    let file = test.dir.path().join("register.json");
    let mut rounds = Vec::new();
    for size in [SMALL, LARGE] {
        let samples = records::write(&file, size, SEED);
        let mut conn = test.app.db.writer().expect("a connection");
        let input = Input::File(file.clone());
        let report = ytj::import(&mut conn, &[input], &Options::default(), test.app.now(), |_| {}).expect("the database takes it");
        assert!(report.is_complete(), "{report}");
        drop(conn);
        rounds.push(test.read(move |conn| Ok(measure(conn, &samples)?)).await);
    }
    for (kind, (small, large)) in ["a business id", "the first page"].iter().zip(rounds[0].iter().zip(&rounds[1])) {
        let ratio = large.as_secs_f64() / small.as_secs_f64();
        assert!(ratio <= 1.5, "{kind}: {large:?} at {LARGE} companies, {small:?} at {SMALL}");
    }
}

/// The quickest round of each kind.
fn measure(conn: &mut Conn, samples: &[Sample]) -> diesel::QueryResult<[Duration; 2]> {
    settle_bulk(conn)?;
    let look_up = Search { text: samples[3].business_id.clone(), limit: 10, ..Search::default() };
    let wanted = [look_up, Search { limit: 50, ..Search::default() }];
    let mut best = [Duration::MAX; 2];
    for _ in 0..ROUNDS {
        for (best, wanted) in best.iter_mut().zip(&wanted) {
            let begun = Instant::now();
            assert!(!search(conn, wanted)?.hits.is_empty());
            *best = (*best).min(begun.elapsed());
        }
    }
    Ok(best)
}
