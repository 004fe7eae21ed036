//! Tables that the coordinator brought in.

use super::{Scene, marker};
use kohtaanto::transfers::store::{self as transfers, NewTransfer};
use kohtaanto::transfers::table::{self, LIMITS};
use kohtaanto::transfers::{Kind, State};

impl Scene {
    /// One that waits for its confirmation, and one that came in.
    pub(super) async fn tables(&self) {
        let (author, now) = ((self.test.cast.host, self.test.cast.coordinator.id), self.test.app.now());
        self.test
            .write(move |conn| {
                for (number, state) in [("37", State::Checked), ("38", State::Done)] {
                    let content = format!("Yritys;Nimi\nEsimerkki Oy;{}\n", marker(number));
                    let table = table::read(content.as_bytes(), &LIMITS).expect("a table");
                    let new = NewTransfer { author, kind: Kind::People, file_name: marker(number), table: &table };
                    let id = transfers::add(conn, &new, now)?;
                    transfers::set_state(conn, id, state)?;
                }
                Ok(())
            })
            .await;
    }
}
