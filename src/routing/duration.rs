//! Response times as people write them: `4 h`, `1 h 30 min`, `90 min`.

/// The longest response time that is taken, in office minutes (100 hours).
pub const LONGEST: i32 = 100 * 60;

/// Minutes as hours and minutes.
pub fn write(minutes: i32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// Reads what `write` writes, and what people write instead: `4 t`, `1h30min`, `1,5 h`. A number without a unit is
/// nothing: it could be either.
pub fn read(text: &str) -> Option<i32> {
    let text = text.trim().to_lowercase().replace(',', ".");
    let (hours, minutes) = match text.find(['h', 't']) {
        Some(end) => (text[..end].trim().parse::<f64>().ok()?, text[end..].trim_start_matches(|c: char| "htim".contains(c)).trim()),
        None => (0.0, text.as_str()),
    };
    let minutes: f64 = match minutes.find('m') {
        Some(end) if matches!(&minutes[end..], "m" | "min") => minutes[..end].trim().parse::<u16>().ok()?.into(),
        None if minutes.is_empty() && !text.is_empty() => 0.0,
        _ => return None,
    };
    let total = hours * 60.0 + minutes;
    (1.0..=f64::from(LONGEST)).contains(&total).then_some(total.round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, minutes) in [
            ("4 h", 240),
            ("4h", 240),
            ("4 t", 240),
            ("4 tim", 240),
            ("90 min", 90),
            ("90m", 90),
            ("1 h 30 min", 90),
            (" 1H30MIN ", 90),
            ("1,5 h", 90),
            ("100 h", 6_000),
        ] {
            assert_eq!(read(text), Some(minutes), "{text}");
        }
    }

    #[test]
    fn refuses_what_says_no_time() {
        for text in [
            "",
            "4",
            "h",
            "min",
            "0 h",
            "0 min",
            "-1 h",
            "101 h",
            "1 h 30",
            "1 h x min",
            "ten min",
            "1.5 min",
            "NaN h",
            "inf h",
            "4 days",
            "h h",
            "å",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn reads_what_it_writes() {
        for minutes in 1..=LONGEST {
            assert_eq!(read(&write(minutes)), Some(minutes));
        }
        assert_eq!((write(30), write(120), write(150)), ("30 min".to_owned(), "2 h".to_owned(), "2 h 30 min".to_owned()));
    }
}
