//! Phrases that people write instead of the grammar's words: "7j/7", "sur rendez-vous", "school holidays".

/// Words of several signs, longest first where one begins another. A blank stands for a blank or `_`.
const PHRASES: &[(&str, &str)] = &[
    ("24 hours 7 days a week", "24/7"),
    ("24 hours", "00:00-24:00"),
    ("24x7", "24/7"),
    ("7 days a week", "Mo-Su"),
    ("7 days/week", "Mo-Su"),
    ("7days/week", "Mo-Su"),
    ("7j/7", "Mo-Su"),
    ("7/7", "Mo-Su"),
    ("always open", "24/7"),
    ("always closed", "closed"),
    ("all day", "24/7"),
    ("all days", "Mo-Su"),
    ("every day", "Mo-Su"),
    ("tous les jours", "Mo-Su"),
    ("on work days", "Mo-Fr"),
    ("on work day", "Mo-Fr"),
    ("school holidays", "SH"),
    ("school holiday", "SH"),
    ("vacances scolaires", "SH"),
    ("public holidays", "PH"),
    ("public holiday", "PH"),
    ("jours fériés", "PH"),
    ("day after public holiday", "PH +1 day"),
    ("one day after public holiday", "PH +1 day"),
    ("day before public holiday", "PH -1 day"),
    ("one day before public holiday", "PH -1 day"),
    ("sonn- und feiertags", "PH,Su"),
    ("sonn- und feiertage", "PH,Su"),
    ("sonn- und feiertagen", "PH,Su"),
    ("sonn und feiertags", "PH,Su"),
    ("an feiertagen", "PH"),
    ("on appointment", "\"on appointment\""),
    ("on appointments", "\"on appointment\""),
    ("by appointment", "\"by appointment\""),
    ("by appointments", "\"by appointment\""),
    ("nach vereinbarung", "\"Nach Vereinbarung\""),
    ("nach absprache", "\"Nach Absprache\""),
    ("sur rendez vous", "\"Sur rendez-vous\""),
    ("sur rendez-vous", "\"Sur rendez-vous\""),
    ("sur rendezvous", "\"Sur rendez-vous\""),
    ("sur rdv", "\"Sur rendez-vous\""),
    ("bis open end", "+"),
    ("till open end", "+"),
    ("til open end", "+"),
    ("- open end", "+"),
    ("-open end", "+"),
    ("-openend", "+"),
    ("– open end", "+"),
    ("–open end", "+"),
    ("open end", "+"),
    ("bis late", "+"),
    ("till late", "+"),
    ("til late", "+"),
    ("- late", "+"),
    ("-late", "+"),
    ("a.m.", "am"),
    ("p.m.", "pm"),
];

/// What phrases begin with, in lower case.
const PHRASES_BEGIN: [char; 15] = [
    '2', '7', '-', '–', 'a', 'b', 'd', 'e', 'j', 'n', 'o', 'p', 's', 't', 'v',
];

/// The phrase at the start of a text: what it stands for and how many characters it takes.
pub(crate) fn phrase(text: &str) -> Option<(&'static str, usize)> {
    // Asked at every sign of every text: most begin no phrase.
    let first = text.chars().next()?;
    if !PHRASES_BEGIN.contains(&first.to_ascii_lowercase()) {
        return None;
    }
    PHRASES
        .iter()
        .filter_map(|&(phrase, stands_for)| Some((stands_for, prefix(text, phrase)?)))
        .max_by_key(|&(_, length)| length)
}

/// Length in characters of a phrase at the start of a text, in any case, where no word goes on after it.
fn prefix(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in phrase.chars() {
        let given = rest.next()?;
        let same = match expected {
            ' ' => given.is_whitespace() || given == '_',
            _ => same_letter(given, expected),
        };
        if !same {
            return None;
        }
    }
    let goes_on = rest.next().is_some_and(char::is_alphanumeric);
    (!goes_on).then(|| phrase.chars().count())
}

/// Whether two letters differ in case at most.
fn same_letter(given: char, expected: char) -> bool {
    given.eq_ignore_ascii_case(&expected)
        || (!given.is_ascii() && given.to_lowercase().eq(expected.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_read_in_any_case_and_never_as_the_beginning_of_a_word() {
        for (text, stands_for) in PHRASES {
            let length = text.chars().count();
            assert_eq!(phrase(text), Some((*stands_for, length)), "{text}");
            assert_eq!(phrase(&text.to_uppercase()), Some((*stands_for, length)));
            let longer = format!("{text}x");
            assert!(
                phrase(&longer).is_none_or(|(_, read)| read < length),
                "{longer}"
            );
        }
        assert_eq!(phrase("Mo-Fr"), None);
        assert_eq!(phrase("09:00"), None);
    }
}
