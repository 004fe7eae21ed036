//! The search of the register: what it finds, in which order, on which pages, and by which indexes.

use crate::support::TestApp;
use kohtaanto::companies::search::{At, Found, Search, search};
use kohtaanto::companies::{Facts, store};
use kohtaanto::db::Conn;
use kohtaanto::identifiers::business_id::BusinessId;
use kohtaanto::people::store as people;
use kohtaanto::schema::{companies, company_names};

const SALO: &str = "734";
const SOMERO: &str = "761";

struct Register {
    test: TestApp,
}

impl Register {
    async fn open() -> Self {
        Self { test: TestApp::start().await }
    }

    /// With companies of these names.
    async fn of(names: &[&str]) -> Self {
        let register = Self::open().await;
        for name in names {
            register.add(Facts { name: (*name).to_owned(), ..Facts::default() }, None).await;
        }
        register
    }

    async fn add(&self, facts: Facts, business_id: Option<&'static str>) -> i64 {
        let (organisation_id, staff_id, now) = (self.test.cast.host, self.test.cast.handler.id, self.test.app.now());
        let add = move |conn: &mut Conn| {
            let business_id = business_id.map(|id| BusinessId::parse(id).expect("an id"));
            let new = store::NewCompany { business_id: business_id.as_ref(), facts: &facts, organisation_id, staff_id };
            Ok(store::add(conn, &new, now)?)
        };
        self.test.write(add).await
    }

    async fn found(&self, wanted: Search) -> Found {
        self.test.read(move |conn| Ok(search(conn, &wanted)?)).await
    }

    async fn names(&self, text: &str) -> Vec<String> {
        names(&self.found(by_text(text)).await)
    }
}

fn by_text(text: &str) -> Search {
    Search { text: text.to_owned(), limit: 50, ..Search::default() }
}

/// Empty is none.
fn one(municipality: &str) -> Vec<String> {
    Some(municipality.to_owned()).filter(|code| !code.is_empty()).into_iter().collect()
}

fn names(found: &Found) -> Vec<String> {
    found.hits.iter().map(|hit| hit.company.name.clone()).collect()
}

#[actix_web::test]
async fn finds_without_marks() {
    let register = Register::of(&["Äänekosken Saha Oy", "Öljynen Ky", "Suomen Åland Oy"]).await;
    assert_eq!(register.names("aanekosken").await, ["Äänekosken Saha Oy"]);
    assert_eq!(register.names("Äänekosken").await, ["Äänekosken Saha Oy"]);
    assert_eq!(register.names("oljynen").await, ["Öljynen Ky"]);
    assert_eq!(register.names("aland").await, ["Suomen Åland Oy"]);
}

#[actix_web::test]
async fn best_names_come_first() {
    let register = Register::of(&["Esikone Oy", "Salon Kone Oy", "Konepaja Oy", "Kone Oyj", "Könepaja Oy"]).await;
    assert_eq!(register.names("kone").await, ["Kone Oyj", "Konepaja Oy", "Könepaja Oy", "Salon Kone Oy", "Esikone Oy"]);
    assert_eq!(register.names("köne").await[0], "Kone Oyj");
    assert_eq!(register.names("könepaja").await, ["Könepaja Oy", "Konepaja Oy"]);
}

#[actix_web::test]
async fn finds_inside_words_from_three_letters() {
    let register = Register::of(&["Esimaalaamo Oy", "Maalaamo Virta", "AA Oy"]).await;
    assert_eq!(register.names("laam").await, ["Esimaalaamo Oy", "Maalaamo Virta"]);
    assert_eq!(register.names("aa").await, ["AA Oy"]);
    assert_eq!(register.names("ma").await, ["Maalaamo Virta"]);
    assert_eq!(register.names("virta maal").await, ["Maalaamo Virta"]);
    assert_eq!(register.names("virta hitsaamo").await, Vec::<String>::new());
}

#[actix_web::test]
async fn odd_names_are_found_unharmed() {
    let odd = ["R&D \"Taitajat\" Oy", "<script>alert(1)</script> Oy", "Kahvila☕ Salo", "O'Leary % _ \\ Oy", "100 % Liha"];
    let register = Register::of(&odd).await;
    for (text, name) in [
        ("r&d", odd[0]),
        ("\"taitajat\"", odd[0]),
        ("<script>", odd[1]),
        ("kahvila☕", odd[2]),
        ("O'Leary", odd[3]),
        ("100 %", odd[4]),
        ("oleary\0", odd[3]),
    ] {
        assert_eq!(register.names(text).await, [name], "{text}");
    }
    for text in ["&", "\"", "%", "'", "AND", "\" OR \"", "*", "_"] {
        assert_eq!(register.names(text).await, Vec::<String>::new(), "{text}");
    }
}

#[actix_web::test]
async fn finds_by_business_id_and_phone_in_any_spelling() {
    let register = Register::open().await;
    let kone = Facts { name: "Kone".into(), phone: "02 778 2055".into(), ..Facts::default() };
    let kone = register.add(kone, Some("1234567-1")).await;
    let paja = register.add(Facts { name: "Paja".into(), ..Facts::default() }, None).await;
    let (author, now) = ((register.test.cast.host, register.test.cast.handler.id), register.test.app.now());
    let person = people::Details { name: "Maija Malli".into(), phones: vec!["040-123 4567".into()], ..people::Details::default() };
    let person = register.test.write(move |conn| Ok(people::add(conn, paja, &person, author, now)?)).await;
    for text in ["1234567-1", "12345671", "FI12345671", "fi 1234567 – 1", "027782055", "+358 2 778 2055", "02-7782055"] {
        assert_eq!(register.names(text).await, ["Kone"], "{text}");
    }
    for text in ["0401234567", "+358 (0)40 123 4567", "358401234567"] {
        assert_eq!(register.names(text).await, ["Paja"], "{text}");
    }
    register.test.write(move |conn| Ok(people::end(conn, person, author, now)?)).await;
    assert_eq!(register.names("0401234567").await, Vec::<String>::new());
    // Eight digits are a telephone number too.
    register.add(Facts { name: "Luuri".into(), phone: "1234 5671".into(), ..Facts::default() }, None).await;
    assert_eq!(register.names("12345671").await, ["Kone", "Luuri"]);
    end(&register, kone).await;
    assert_eq!(register.names("1234567-1").await, ["Kone"], "who asks by number wants to know that it has ended");
}

#[actix_web::test]
async fn finds_by_web_domain() {
    let register = Register::open().await;
    let web = |name: &str, website: &str| Facts { name: name.into(), website: website.into(), ..Facts::default() };
    let kone = register.add(web("Kone", "https://www.Kone.fi/fi?a=1"), None).await;
    register.add(web("Paja", "paja.example"), None).await;
    register.add(web("Paja.example Kerho", ""), None).await;
    for text in ["kone.fi", "www.kone.fi", "WWW.KONE.FI", "http://kone.fi/", "maija@kone.fi"] {
        assert_eq!(register.names(text).await, ["Kone"], "{text}");
    }
    assert_eq!(register.names("paja.example").await, ["Paja"]);
    assert_eq!(register.names("paja.exampl").await, ["Paja.example Kerho"], "no domain is a name");
    for text in ["one.fi", "kone.f", "maija@gmail.com", ".fi", "https://"] {
        assert_eq!(register.names(text).await, Vec::<String>::new(), "{text}");
    }
    let (author, now) = ((register.test.cast.host, register.test.cast.handler.id), register.test.app.now());
    let edit = move |conn: &mut Conn| {
        let company = store::find(conn, kone)?.expect("a company");
        Ok(store::edit(conn, &company, &Facts { website: "uusi.fi".into(), ..company.facts() }, author, now)?)
    };
    register.test.write(edit).await;
    assert_eq!((register.names("uusi.fi").await, register.names("kone.fi").await), (vec!["Kone".to_owned()], Vec::new()));
}

#[actix_web::test]
async fn numbers_in_names_are_found() {
    let register = Register::of(&["Palvelu 2000500 Oy"]).await;
    assert_eq!(register.names("2000500").await, ["Palvelu 2000500 Oy"]);
}

async fn end(register: &Register, id: i64) {
    use diesel::prelude::*;
    let end = move |conn: &mut Conn| {
        diesel::update(companies::table.find(id)).set(companies::alive.eq(false)).execute(conn)?;
        Ok(())
    };
    register.test.write(end).await;
}

#[actix_web::test]
async fn ended_companies_on_request_only() {
    let register = Register::of(&["Alku Oy", "Loppu Oy"]).await;
    let ended = register.found(by_text("loppu")).await.hits[0].company.id;
    end(&register, ended).await;
    assert_eq!(register.names("loppu").await, Vec::<String>::new());
    assert_eq!(register.names("").await, ["Alku Oy"]);
    assert_eq!(names(&register.found(Search { ended: true, ..by_text("loppu") }).await), ["Loppu Oy"]);
    assert_eq!(names(&register.found(Search { ended: true, ..by_text("") }).await), ["Alku Oy", "Loppu Oy"]);
}

#[actix_web::test]
async fn former_and_auxiliary_names_are_told() {
    use diesel::prelude::*;
    let register = Register::of(&["Uusi Nimi Oy"]).await;
    let id = register.found(by_text("uusi")).await.hits[0].company.id;
    let add = move |conn: &mut Conn| {
        for (name, name_type, ended_on) in [("Vanha Nimi Oy", "1", "2020-01-01".parse::<chrono::NaiveDate>().ok()), ("Apunimi", "3", None)]
        {
            diesel::insert_into(company_names::table)
                .values((
                    company_names::company_id.eq(id),
                    company_names::name.eq(name),
                    company_names::name_fold.eq(kohtaanto::identifiers::name::fold(name)),
                    company_names::name_type.eq(name_type),
                    company_names::ended_on.eq(ended_on),
                ))
                .execute(conn)?;
        }
        Ok(())
    };
    register.test.write(add).await;
    for (text, matched, former) in [("vanha", Some("Vanha Nimi Oy"), true), ("apun", Some("Apunimi"), false), ("nimi", None, false)] {
        let hit = register.found(by_text(text)).await.hits.remove(0);
        assert_eq!(
            (hit.company.name.as_str(), hit.matched_name.as_deref(), hit.matched_former),
            ("Uusi Nimi Oy", matched, former),
            "{text}"
        );
    }
    assert_eq!(register.names("nimi").await.len(), 1, "one company, one row");
}

#[actix_web::test]
async fn filters_work_with_and_without_a_text() {
    let register = Register::open().await;
    let company = |name: &str, municipality: &str, industry: &str| Facts {
        name: name.into(),
        municipality: municipality.into(),
        industry: industry.into(),
        ..Facts::default()
    };
    for (name, municipality, industry) in
        [("Leipomo A", SALO, "10710"), ("Leipomo B", SOMERO, "10710"), ("Panimo", SALO, "11050"), ("Koodi", SALO, "62100"), ("Muu", "", "")]
    {
        register.add(company(name, municipality, industry), None).await;
    }
    for (text, municipality, industry, expected) in [
        ("", SALO, "", vec!["Koodi", "Leipomo A", "Panimo"]),
        ("", "", "C", vec!["Leipomo A", "Leipomo B", "Panimo"]),
        ("", "", "10", vec!["Leipomo A", "Leipomo B"]),
        ("", SALO, "C", vec!["Leipomo A", "Panimo"]),
        ("leip", SALO, "", vec!["Leipomo A"]),
        ("omo", "", "C", vec!["Leipomo A", "Leipomo B"]),
        ("p", SALO, "C", vec!["Panimo"]),
        ("", "", "X", vec![]),
        ("", "' OR 1=1", "", vec![]),
        ("", "", "ö", vec![]),
    ] {
        let found = register.found(Search { municipalities: one(municipality), industry: industry.into(), ..by_text(text) }).await;
        assert_eq!(names(&found), expected, "{text} {municipality} {industry}");
        assert_eq!(found.count, expected.len() as i64);
    }
}

#[actix_web::test]
async fn order_is_finnish() {
    let register = Register::of(&["Öljy", "Zeta", "Äiti", "Åbo", "alfa", "\"Beeta\""]).await;
    assert_eq!(register.names("").await, ["alfa", "\"Beeta\"", "Zeta", "Åbo", "Äiti", "Öljy"]);
}

#[actix_web::test]
async fn pages_lose_nothing_at_equal_names() {
    let register = Register::open().await;
    let (organisation_id, staff_id, now) = (register.test.cast.host, register.test.cast.handler.id, register.test.app.now());
    let fill = move |conn: &mut Conn| {
        for _ in 0..60 {
            for name in ["Sama Oy", "Tois Sama Oy"] {
                let facts = Facts { name: name.into(), municipality: SALO.into(), industry: "10710".into(), ..Facts::default() };
                store::add(conn, &store::NewCompany { business_id: None, facts: &facts, organisation_id, staff_id }, now)?;
            }
        }
        Ok(())
    };
    register.test.write(fill).await;
    for wanted in
        [by_text(""), by_text("sama"), Search { industry: "C".into(), municipalities: vec![SALO.into(), SOMERO.into()], ..by_text("") }]
    {
        let wanted = Search { limit: 50, ..wanted };
        let (mut seen, mut pages, mut next) = (Vec::new(), Vec::new(), Some(String::new()));
        while let Some(after) = next {
            let found = register.found(Search { at: At::of(&after, ""), ..wanted.clone() }).await;
            assert_eq!(found.count, 120);
            seen.extend(found.hits.iter().map(|hit| hit.company.id));
            next = found.next.clone();
            pages.push(found);
        }
        assert_eq!((seen.len(), pages.len()), (120, 3));
        let back = register.found(Search { at: At::of("", pages[2].previous.as_deref().expect("a page before")), ..wanted.clone() }).await;
        let ids = |found: &Found| found.hits.iter().map(|hit| hit.company.id).collect::<Vec<_>>();
        assert_eq!(ids(&back), ids(&pages[1]));
        let first = register.found(Search { at: At::of("", back.previous.as_deref().expect("a page before")), ..wanted.clone() }).await;
        assert_eq!((ids(&first), first.previous), (ids(&pages[0]), None));
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 120);
    }
}
