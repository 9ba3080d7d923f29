//! Phrases that were not read but restrict those that were: hours beside them are not sure.

use chrono::Weekday;

use super::months;
use super::tokens::{Kind, tokens};

/// Words, without accents, that take back or limit what is said beside them.
const RESTRICTING: &[&str] = &[
    "sauf",
    "hors",
    "hormis",
    "excepte",
    "exceptes",
    "exception",
    "ferme",
    "fermee",
    "fermes",
    "fermeture",
    "pas",
    "plus",
    "ne",
    "jamais",
    "aucun",
    "aucune",
    "jusqu",
    "jusque",
    "partir",
    "paire",
    "paires",
    "impaire",
    "impaires",
    "vacances",
    "vac",
    "periode",
    "sco",
    "scolaire",
    "ete",
    "hiver",
    "saison",
    "fois",
    "quinzaine",
    "quinze",
    "alternance",
    "provisoire",
    "temporaire",
    "temporairement",
    "exceptionnelle",
    "exceptionnellement",
    "travaux",
];

/// Whether a phrase that was not read limits the hours beside it.
pub(super) fn restricts(phrase: &str) -> bool {
    if is_of_holidays(phrase) {
        return false;
    }
    let folded = fold(phrase);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let every_other = words
        .windows(2)
        .any(|pair| matches!(pair, ["sur" | "les", "2" | "deux" | "15"]));
    let once = words.windows(2).any(|pair| matches!(pair, ["par", "mois"])) && words.len() <= 5;
    let named = words
        .iter()
        .any(|word| RESTRICTING.contains(word) || months::is_month(word));
    named || every_other || once || changes_a_day(phrase)
}

/// "17h pendant les vacances scolaires": other hours at another time of the year; those of the plain week hold.
fn is_of_holidays(phrase: &str) -> bool {
    let kinds: Vec<Kind> = tokens(phrase).into_iter().map(|token| token.kind).collect();
    let known = kinds.iter().all(|kind| {
        matches!(
            kind,
            Kind::Time(_) | Kind::SchoolHolidays | Kind::Noise | Kind::To | Kind::And
        )
    });
    known
        && kinds.contains(&Kind::SchoolHolidays)
        && kinds.iter().any(|kind| matches!(kind, Kind::Time(_)))
}

/// "16h le vendredi", "1er lundi du mois": of days that were read.
fn changes_a_day(phrase: &str) -> bool {
    let kinds: Vec<Kind> = tokens(phrase).into_iter().map(|token| token.kind).collect();
    let has = |wanted: fn(&Kind) -> bool| kinds.iter().any(wanted);
    let times = kinds
        .iter()
        .filter(|kind| matches!(kind, Kind::Time(_)))
        .count();
    let ranked = has(|kind| matches!(kind, Kind::Nth(_)));
    let short = kinds.len() <= 6;
    short && (ranked || (times == 1 && has(|kind| matches!(kind, Kind::Day(_)))))
}

fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'û' | 'ù' => 'u',
        'î' => 'i',
        'ô' => 'o',
        other => other,
    };
    text.to_lowercase().chars().map(plain).collect()
}

/// Whether a text of the grammar has a range that no place keeps: none, or back through the night to the day.
pub(super) fn impossible(osm: &str) -> bool {
    osm.split([' ', ',', ';'])
        .filter_map(|word| word.split_once('-'))
        .filter_map(|(start, end)| Some((hours(start)?, hours(end)?)))
        .any(|(start, end)| start == end || (start > end && (start.0 < 16 || end.0 >= 6)))
}

fn hours(time: &str) -> Option<(u16, u16)> {
    let (hour, minutes) = time.split_once(':')?;
    Some((hour.parse().ok()?, minutes.parse().ok()?))
}

/// A cell and its day, as a phrase.
pub(super) fn named(day: Weekday, cell: &str) -> String {
    format!("{} : {cell}", super::tokens::day_name(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_limits_the_hours_is_told_from_what_stands_beside_them() {
        for phrase in [
            "La structure n est plus ouverte au public",
            "fermé en août",
            "sauf le 24 décembre",
            "hors vacances",
            "16h le vendredi",
            "tous les 15 jours",
            "1 mardi sur 2",
            "1er et 3ème",
            "à partir du 13 juin",
            "août : sur demande",
        ] {
            assert!(restricts(phrase), "{phrase}");
        }
        for phrase in [
            "relais La Poste",
            "journée continue",
            "De nombreux services offerts",
            "Antenne d Epernay",
        ] {
            assert!(!restricts(phrase), "{phrase}");
        }
        assert!(impossible("Mo-Fr 14:00-12:00") && impossible("Mo 14:00-14:00"));
        assert!(!impossible("Mo-Fr 09:00-12:00; Sa 22:00-02:00"));
    }
}
