//! What a table of each kind may tell, and the headings by which its columns are recognised.

use super::Kind;
use crate::i18n::{self, Lang};
use crate::identifiers::name;
use crate::web::Choice;

/// Something that a column can hold. Its name in the interface is the text `transfer-field-{code}`.
#[derive(Debug)]
pub struct Field {
    pub code: &'static str,
    /// Headings in the three languages, folded; the first one that fits a column wins.
    headings: &'static [&'static str],
}

macro_rules! fields {
    ($($code:literal [$($heading:literal),* $(,)?]),* $(,)?) => { &[$(Field { code: $code, headings: &[$($heading),*] }),*] };
}

static COMPANIES: &[Field] = fields! {
    "business_id" ["y tunnus", "ytunnus", "yritystunnus", "liike ja yhteisotunnus", "fo nummer", "foretags och organisationsnummer", "business id", "vat", "alv tunnus"],
    "name" ["nimi", "yritys", "yrityksen nimi", "toiminimi", "virallinen nimi", "tyonantaja", "namn", "foretag", "foretagets namn", "firma", "name", "company", "company name", "organisation"],
    "company_form" ["yritysmuoto", "yhtiomuoto", "yhteisomuoto", "foretagsform", "bolagsform", "company form", "legal form"],
    "industry" ["toimiala", "toimialakoodi", "tol", "tol 2025", "naringsgren", "bransch", "industry"],
    "municipality" ["kunta", "kotikunta", "kotipaikka", "kuntakoodi", "sijaintikunta", "kommun", "hemkommun", "hemort", "municipality"],
    "street_address" ["kayntiosoite", "katuosoite", "osoite", "lahiosoite", "besoksadress", "gatuadress", "adress", "street address", "address"],
    "post_code" ["postinumero", "postinro", "postinumero ja toimipaikka", "postinumero ja postitoimipaikka", "postnummer", "postnummer och ort", "post code", "postal code", "zip", "post code and city"],
    "post_office" ["postitoimipaikka", "toimipaikka", "kaupunki", "paikkakunta", "postanstalt", "postort", "ort", "city", "post office"],
    "postal_address" ["postiosoite", "postadress", "postal address"],
    "website" ["verkkosivut", "verkkosivu", "kotisivut", "kotisivu", "www", "webbplats", "hemsida", "website", "web"],
    "phone" ["puhelin", "puhelinnumero", "puh", "telefon", "telefonnummer", "tel", "phone", "telephone"],
    "email" ["sahkoposti", "sahkopostiosoite", "e post", "epost", "email", "e mail"],
    "size_class" ["henkilosto", "henkilostomaara", "henkilosto luokka", "suuruusluokka", "kokoluokka", "tyontekijoita", "henkilotyovuodet", "htv", "personal", "personalantal", "storleksklass", "size", "employees", "size class"],
};

static PEOPLE: &[Field] = fields! {
    "business_id" ["y tunnus", "ytunnus", "yritystunnus", "fo nummer", "business id"],
    "company" ["yritys", "yrityksen nimi", "tyonantaja", "organisaatio", "foretag", "foretagets namn", "company", "company name", "organisation"],
    "name" ["nimi", "yhteyshenkilo", "yhteyshenkilon nimi", "henkilo", "namn", "kontaktperson", "name", "contact person", "contact"],
    "role" ["rooli", "tehtava", "asema", "nimike", "titteli", "roll", "uppgift", "titel", "role", "title", "position"],
    "phone" ["puhelin", "puhelinnumero", "puh", "matkapuhelin", "gsm", "telefon", "telefonnummer", "mobil", "tel", "phone", "mobile", "telephone"],
    "phone_2" ["puhelin 2", "toinen puhelin", "puhelinnumero 2", "matkapuhelin", "telefon 2", "andra telefon", "phone 2", "second phone", "mobile"],
    "email" ["sahkoposti", "sahkopostiosoite", "e post", "epost", "email", "e mail"],
    "language" ["kieli", "asiointikieli", "sprak", "language"],
};

static CONTACTS: &[Field] = fields! {
    "business_id" ["y tunnus", "ytunnus", "yritystunnus", "fo nummer", "business id"],
    "company" ["yritys", "yrityksen nimi", "nimi", "tyonantaja", "foretag", "foretagets namn", "company", "company name", "name"],
    "day" ["paiva", "paivays", "paivamaara", "pvm", "ajankohta", "aika", "datum", "dag", "tidpunkt", "date", "day", "time and date"],
    "time" ["kello", "kellonaika", "klo", "klockslag", "kl", "time"],
    "kind" ["tapa", "yhteydenottotapa", "laji", "tyyppi", "kanava", "satt", "typ", "kanal", "kind", "type", "channel"],
    "outcome" ["tulos", "lopputulos", "resultat", "utfall", "outcome", "result"],
    "person" ["yhteyshenkilo", "henkilo", "kontaktperson", "person", "contact person"],
    "topic" ["aihe", "asia", "teema", "amne", "arende", "topic", "subject"],
    "note" ["muistiinpano", "kuvaus", "teksti", "huomiot", "lisatiedot", "kommentti", "anteckning", "beskrivning", "note", "notes", "description", "comment"],
    "visibility" ["nakyvyys", "kenelle", "synlighet", "visibility"],
};

/// In the order in which a person would expect them.
pub fn of(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Companies => COMPANIES,
        Kind::People => PEOPLE,
        Kind::Contacts => CONTACTS,
    }
}

pub fn is_known(kind: Kind, code: &str) -> bool {
    of(kind).iter().any(|field| field.code == code)
}

/// Whether the code is one of any kind.
pub fn is_named(code: &str) -> bool {
    Kind::ALL.into_iter().any(|kind| is_known(kind, code))
}

pub fn label(code: &str, lang: Lang) -> String {
    i18n::text(lang, &format!("transfer-field-{code}"))
}

pub fn choices(kind: Kind, lang: Lang) -> Vec<Choice> {
    of(kind).iter().map(|field| Choice { value: field.code.to_owned(), label: label(field.code, lang) }).collect()
}

/// For each column the field that it seems to hold, or nothing; no field twice.
pub fn guess(kind: Kind, columns: &[String]) -> Vec<String> {
    let folded: Vec<String> = columns.iter().map(|column| name::fold(column)).collect();
    let mut guessed = vec![String::new(); columns.len()];
    for field in of(kind) {
        let own = Lang::ALL.map(|lang| name::fold(&label(field.code, lang)));
        let fits = |heading: &String| field.headings.contains(&heading.as_str()) || own.contains(heading);
        let free = |at: &usize| guessed[*at].is_empty();
        if let Some(at) = (0..folded.len()).filter(free).find(|at| fits(&folded[*at])) {
            field.code.clone_into(&mut guessed[at]);
        }
    }
    guessed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(kind: Kind, columns: &[&str]) -> Vec<String> {
        guess(kind, &columns.iter().map(|column| (*column).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn headings_in_three_languages_are_recognised() {
        for columns in
            [["Y-tunnus", "Yrityksen nimi", "Kotikunta"], ["FO-nummer", "Företag", "Hemkommun"], ["Business ID", "Company", "Municipality"]]
        {
            assert_eq!(guessed(Kind::Companies, &columns), ["business_id", "name", "municipality"]);
        }
    }

    #[test]
    fn a_field_is_guessed_once_and_the_unknown_is_left() {
        assert_eq!(guessed(Kind::Companies, &["Nimi", "Yritys", "Väri"]), ["name", "", ""]);
        assert_eq!(guessed(Kind::People, &["Nimi", "Puhelin", "Puhelin (2)"]), ["name", "phone", "phone_2"]);
        assert_eq!(guessed(Kind::People, &["Yritys", "Yhteyshenkilö", "Matkapuhelin", "Puhelin"]), ["company", "name", "phone", ""]);
    }
}
