//! Web domains: what a web address, an e-mail address and a search text have in common.

use super::is_invisible;

/// Mailboxes that anybody can have: their domain tells nothing of the company.
const PUBLIC_MAIL: [&str; 25] = [
    "gmail.com",
    "googlemail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.fi",
    "outlook.com",
    "live.com",
    "live.fi",
    "msn.com",
    "yahoo.com",
    "icloud.com",
    "me.com",
    "proton.me",
    "elisanet.fi",
    "kolumbus.fi",
    "saunalahti.fi",
    "inet.fi",
    "pp.inet.fi",
    "luukku.com",
    "suomi24.fi",
    "luukku.fi",
    "welho.com",
    "dnainternet.net",
    "protonmail.com",
    "netti.fi",
];
/// The longest domain of the DNS.
const MOST_CHARS: usize = 253;

/// The domain of a web address as people and registers write it: `https://www.Kone.fi/fi` is `kone.fi`.
pub fn of_website(text: &str) -> Option<String> {
    let text: String = text.trim().chars().filter(|c| !is_invisible(*c)).collect::<String>().to_lowercase();
    let address = text.split_once("://").map_or(text.as_str(), |(_, rest)| rest);
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or_default().trim_end_matches('.');
    let domain = host.strip_prefix("www.").unwrap_or(host);
    is_domain(domain).then(|| domain.to_owned())
}

/// The domain of an e-mail address, if it is the company's own.
pub fn of_email(text: &str) -> Option<String> {
    let (_, domain) = text.trim().rsplit_once('@')?;
    of_website(domain).filter(is_own)
}

/// The domains of a company's web and e-mail address, each once, if they are its own.
pub fn of_company(website: &str, email: &str) -> Vec<String> {
    let mut domains: Vec<String> = of_website(website).filter(is_own).into_iter().chain(of_email(email)).collect();
    domains.dedup();
    domains
}

/// The domain that a search text stands for: a domain, a web address or an e-mail address.
pub fn from_search(text: &str) -> Option<String> {
    if text.contains('@') { of_email(text) } else { of_website(text) }
}

#[expect(clippy::ptr_arg, reason = "what Option::filter hands over")]
fn is_own(domain: &String) -> bool {
    !PUBLIC_MAIL.contains(&domain.as_str())
}

fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let has_end = text.rsplit_once('.').is_some_and(|(_, end)| end.chars().count() >= 2 && end.starts_with(char::is_alphabetic));
    has_end && text.len() <= MOST_CHARS && text.split('.').all(is_label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_domain_in_every_spelling() {
        for text in [
            "kone.fi",
            "www.kone.fi",
            "WWW.Kone.FI",
            "http://kone.fi",
            "https://www.kone.fi/fi/etusivu?a=1#b",
            "kone.fi:8080",
            "kone.fi.",
            " kone.fi/ ",
            "ko\u{200B}ne.fi",
        ] {
            assert_eq!(of_website(text).as_deref(), Some("kone.fi"), "{text}");
        }
        assert_eq!(of_website("äiti.fi").as_deref(), Some("äiti.fi"));
        assert_eq!(of_website("kauppa.kone.co.uk").as_deref(), Some("kauppa.kone.co.uk"));
    }

    #[test]
    fn other_texts_have_none() {
        for text in
            ["", "www", "kone", "Kone Oy", "kone fi.fi", "2.0", "a..fi", ".fi", "www.", "040.123.4567", "javascript:alert(1)", "ei ole"]
        {
            assert_eq!(of_website(text), None, "{text}");
        }
        assert_eq!(of_website(&format!("{}.fi", "a".repeat(300))), None);
    }

    #[test]
    fn an_email_address_tells_the_domain_if_it_is_the_companys_own() {
        assert_eq!(of_email("Maija@Kone.fi").as_deref(), Some("kone.fi"));
        assert_eq!(from_search("maija@www.kone.fi").as_deref(), Some("kone.fi"));
        for text in ["maija@gmail.com", "maija", "@", "maija@"] {
            assert_eq!(of_email(text), None, "{text}");
        }
    }
}
