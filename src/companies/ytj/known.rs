//! What the open data said of each business id when it was last imported, as digests: nearly all records of a refresh say
//! the same again, and those are not read any further.

use crate::companies::FROM_REGISTER;
use crate::db::Conn;
use crate::schema::register_records;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::BigInt;
use sha2::{Digest, Sha256};

/// The edition of the rules that make rows of records: raised when they make other rows of the same record, so that every
/// record is read anew.
const RULES: u32 = 1;

/// The digest of a record as it stands in the file.
pub fn digest(record: &[u8]) -> i64 {
    let digest = Sha256::new().chain_update(RULES.to_be_bytes()).chain_update(record).finalize();
    i64::from_be_bytes(std::array::from_fn(|at| digest[at]))
}

/// The records whose companies are as the register told them, in the order of their digests.
#[derive(Debug, Default)]
pub struct Known(Vec<Row>);

#[derive(Debug, QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    digest: i64,
    /// The first seven digits of the business id.
    #[diesel(sql_type = BigInt)]
    number: i64,
}

impl Known {
    /// Not of companies that a person has added or corrected: there the register's value is compared each time.
    pub fn load(conn: &mut Conn) -> QueryResult<Self> {
        let rows = sql_query(format!(
            "SELECT r.digest, CAST(substr(r.business_id, 1, 7) AS BIGINT) AS number \
             FROM register_records r JOIN companies c ON c.business_id = r.business_id AND c.source = '{FROM_REGISTER}' \
             WHERE NOT EXISTS (SELECT 1 FROM company_field_edits e WHERE e.company_id = c.id) ORDER BY r.digest"
        ));
        rows.load(conn).map(Self)
    }

    /// The number of the business id whose record has this digest.
    pub fn number(&self, digest: i64) -> Option<usize> {
        let at = self.0.binary_search_by_key(&digest, |row| row.digest).ok()?;
        self.0[at].number.try_into().ok()
    }
}

/// Keeps the digests of the records in the stage that companies have come from.
pub fn keep(conn: &mut Conn) -> QueryResult<()> {
    sql_query(
        "INSERT INTO register_records (business_id, digest) \
         SELECT business_id, record_digest FROM ytj_stage WHERE company_id IS NOT NULL AND record_digest IS NOT NULL \
         ON CONFLICT (business_id) DO UPDATE SET digest = excluded.digest",
    )
    .execute(conn)?;
    Ok(())
}

/// The company is not as the register told it last: the next import compares it.
pub fn forget(conn: &mut Conn, business_id: &str) -> QueryResult<()> {
    diesel::delete(register_records::table.find(business_id)).execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::companies::ytj::{mapping, record::Record};

    /// Something for every rule.
    const RECORD: &str = r#"{"businessId":{"value":"2646674-9","registrationDate":"2014-10-07"},
        "names":[{"name":"Ääkkös-Sähkö & Pojat Oy","type":"1","registrationDate":"2014-10-07"},
            {"name":"Vanha Nimi Oy","type":"1","registrationDate":"2010-01-01","endDate":"2014-10-06"},
            {"name":"Elfirman Ååkki","type":"2","registrationDate":"2015-02-03"}],
        "mainBusinessLine":{"type":"43210","typeCodeSet":"TOIMI3"},"website":{"url":"https://www.esimerkki.fi/yritys"},
        "companyForms":[{"type":"16","registrationDate":"2014-10-07"}],
        "companySituations":[{"type":"SANE","registrationDate":"2020-05-06"}],
        "registeredEntries":[{"type":"80","register":"6","registrationDate":"2014-10-07"},{"type":"1","register":"5","endDate":"2019-01-01"}],
        "addresses":[{"type":1,"street":"Koulukatu","buildingNumber":"3","entrance":"B","apartmentNumber":"7","postCode":"61800",
            "postOffices":[{"city":"KAUHAJOKI","languageCode":"1","municipalityCode":"232"}],"registrationDate":"2014-10-07"},
            {"type":2,"postOfficeBox":"12","postCode":"61801","postOffices":[{"city":"KAUHAJOKI","languageCode":"1","municipalityCode":"232"}]}],
        "tradeRegisterStatus":"1","registrationDate":"2014-10-07","lastModified":"2024-03-04 05:06:07"}"#;

    #[test]
    fn other_rows_of_the_same_record_are_another_edition_of_the_rules() {
        let (row, names) = mapping::rows(&Record::parse(RECORD.as_bytes()).expect("a record")).expect("rows");
        let made = serde_json::to_vec(&(row, names)).expect("JSON");
        assert_eq!((RULES, digest(&made)), (1, 7_573_279_883_050_015_993), "raise RULES when rows change, then note both here");
    }
}
