//! A bulk file of invented companies in the shape, size and mixture of the open data's own: housing companies, sole traders,
//! parallel and former names, entries, addresses and their descriptions in three languages.

use crate::support::Chance;
use kohtaanto::classifications::{industries, municipalities};
use kohtaanto::identifiers::business_id::check_digit;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// A company that the requests ask for.
pub struct Sample {
    pub business_id: String,
    pub name: String,
    pub municipality: &'static str,
    /// Two digits.
    pub division: &'static str,
}

/// So many companies apart are the samples.
const SAMPLED: usize = 97;

const SYLLABLES: [&str; 24] = [
    "ka", "le", "mi", "no", "pu", "ra", "si", "tu", "va", "he", "jo", "ky", "lä", "mö", "nii", "poi", "rau", "saa", "tee", "vuo", "äy",
    "öl", "kor", "vil",
];
const STARTS: [&str; 20] = [
    "Lehto", "Niemi", "Mäki", "Koivu", "Ranta", "Järvi", "Salo", "Harju", "Kallio", "Haapa", "Kangas", "Laakso", "Saari", "Korpi", "Pelto",
    "Suo", "Vuori", "Joki", "Kuusi", "Åker",
];
const ENDS: [&str; 10] = ["nen", "la", "mäki", "ranta", "lahti", "kari", "vaara", "saari", "lund", "ström"];
const FIRST_NAMES: [&str; 12] = ["Anna", "Matti", "Pirjo", "Juhani", "Åsa", "Erkki", "Päivi", "Olli", "Sirpa", "Göran", "Veera", "Antti"];
const FIELDS: [&str; 30] = [
    "Rakennus",
    "Kuljetus",
    "Kampaamo",
    "Konepaja",
    "Leipomo",
    "Sähkö",
    "Putki",
    "Maalaus",
    "Siivous",
    "Hoiva",
    "Kiinteistö",
    "Konsultointi",
    "Maatila",
    "Metsä",
    "Autohuolto",
    "Kahvila",
    "Ravintola",
    "Tilitoimisto",
    "Valokuvaus",
    "Hieronta",
    "Ohjelmisto",
    "Energia",
    "Puutarha",
    "Eläinhoitola",
    "Kello",
    "Lakiasiat",
    "Taksi",
    "Logistiikka",
    "Metalli",
    "Muotoilu",
];

fn word(chance: &mut Chance) -> String {
    let text: String = (0..3 + chance.below(2)).map(|_| *chance.pick(&SYLLABLES)).collect();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// A name, and the number of its company form.
fn name(chance: &mut Chance) -> (String, &'static str) {
    let (start, end, field) = (*chance.pick(&STARTS), *chance.pick(&ENDS), *chance.pick(&FIELDS));
    match chance.below(100) {
        0..25 => (format!("Asunto Oy {}n {start}{end}", word(chance)), "2"),
        25..45 => (format!("{start}{end} {}", *chance.pick(&FIRST_NAMES)), "26"),
        45..55 => (format!("Tmi {} {start}{end}", *chance.pick(&FIRST_NAMES)), "26"),
        55..65 => (format!("{field} {start}{end} Ky"), "13"),
        65..85 => (format!("{} {field} Oy", word(chance)), "16"),
        _ => (format!("{start}{end}n {field} {} Oy", word(chance)), "16"),
    }
}

/// Writes `count` companies; the same seed gives the same file.
pub fn write(path: &Path, count: usize, seed: u64) -> Vec<Sample> {
    let mut chance = Chance::new(seed);
    let mut file = BufWriter::new(File::create(path).expect("a file"));
    let classes: Vec<&str> = industries::classes().map(|class| class.code).collect();
    let mut samples = Vec::new();
    let mut numbers = (1_000_000..).filter_map(|number: u32| Some(format!("{number}-{}", check_digit(&number.to_string())?)));
    file.write_all(b"[").expect("the file is written");
    for index in 0..count {
        let business_id = numbers.next().expect("there are numbers enough");
        let (name, form) = name(&mut chance);
        let class = *chance.pick(&classes);
        // A few towns have most of the companies.
        let towns = municipalities::all();
        let town = &towns[chance.below(towns.len()) * chance.below(towns.len()) / towns.len()];
        let separator = if index > 0 { ",\n" } else { "" };
        let names = names(&mut chance, &name);
        let rest = rest(&mut chance, class, form, town.code);
        write!(
            file,
            r#"{separator}{{"businessId":{{"value":"{business_id}","registrationDate":"1998-03-15","source":"3"}},{names},{rest}}}"#
        )
        .expect("the file is written");
        if index % SAMPLED == 0 {
            samples.push(Sample { business_id, name, municipality: town.code, division: &class[..2] });
        }
    }
    file.write_all(b"]").and_then(|()| file.flush()).expect("the file is written");
    samples
}

/// One in ten has an auxiliary name, one in twelve a former one.
fn names(chance: &mut Chance, name: &str) -> String {
    let entry = |name: &str, kind: &str, end: &str| {
        format!(r#"{{"name":"{name}","type":"{kind}","registrationDate":"1998-03-15",{end}"version":1,"source":"1"}}"#)
    };
    let mut entries = vec![entry(name, "1", "")];
    if chance.below(10) == 0 {
        entries.push(entry(&word(chance), "3", ""));
    }
    if chance.below(12) == 0 {
        entries.push(entry(&format!("{} Oy", word(chance)), "1", r#""endDate":"2009-05-01","#));
    }
    format!(r#""names":[{}]"#, entries.join(","))
}

fn rest(chance: &mut Chance, class: &str, form: &str, municipality: &str) -> String {
    let described = |text: &str| {
        format!(
            r#""descriptions":[{{"languageCode":"3","description":"{text}"}},{{"languageCode":"1","description":"{text}"}},{{"languageCode":"2","description":"{text}"}}]"#
        )
    };
    let entry = |kind: &str, register: &str, chance: &mut Chance| {
        let end = if chance.below(6) == 0 { r#""endDate":"2015-12-31","# } else { "" };
        let text = described("Rekisterissä");
        format!(r#"{{"type":"{kind}","registrationDate":"1998-04-01",{end}"register":"{register}","authority":"1",{text}}}"#)
    };
    let entries = [entry("80", "6", chance), entry("41", "7", chance), entry("55", "5", chance)].join(",");
    let (street, number) = (format!("{}tie", *chance.pick(&STARTS)), 1 + chance.below(120));
    let (post_code, city) = (format!("{:05}", chance.below(99_999)), "SALO");
    let office = format!(r#"[{{"city":"{city}","languageCode":"1","municipalityCode":"{municipality}"}}]"#);
    let website =
        if chance.below(5) == 0 { format!(r#""website":{{"url":"www.{}.example"}},"#, word(chance).to_lowercase()) } else { String::new() };
    format!(
        r#""mainBusinessLine":{{"type":"{class}","typeCodeSet":"TOIMI4","registrationDate":"2026-01-01","source":"2",{}}},{website}"companyForms":[{{"type":"{form}","version":1,"source":"1",{}}}],"companySituations":[],"registeredEntries":[{entries}],"addresses":[{{"type":1,"street":"{street}","postCode":"{post_code}","buildingNumber":"{number}","registrationDate":"2025-09-29","source":"0","postOffices":{office}}},{{"type":2,"street":"{street}","postCode":"{post_code}","buildingNumber":"{number}","registrationDate":"2025-09-29","source":"0","postOffices":{office}}}],"tradeRegisterStatus":"1","status":"2","registrationDate":"1998-03-15","lastModified":"2026-01-02T03:04:05""#,
        described("Toimiala ja sen kuvaus"),
        described("Yritysmuoto"),
    )
}
