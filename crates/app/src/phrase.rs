//! Understands "imprimer près de République à Rennes samedi matin" typed in the one field of the home page.
//!
//! Only used when the whole text is no place of its own. What is understood is taken out of the text, the rest is
//! the place; everything understood is shown, so that nothing is guessed silently.

use chrono::Weekday;
use portulan_model::{Service, ValueSet};
use portulan_search::{Part, When};
use portulan_text::tokens;

/// What a phrase says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Phrase {
    /// Services named.
    pub needs: ValueSet<Service>,
    /// Moment named.
    pub when: Option<When>,
    /// What remains: a place, perhaps empty.
    pub place: String,
}

impl Phrase {
    /// Whether anything but a place was understood.
    #[must_use]
    pub fn says_more_than_a_place(&self) -> bool {
        !self.needs.is_empty() || self.when.is_some()
    }
}

/// Words that name a service, in the folded form of [`tokens`]; a prefix match from four letters on.
const NEED_WORDS: &[(&str, Service)] = &[
    ("imprimer", Service::Connection),
    ("impression", Service::Connection),
    ("imprimante", Service::Connection),
    ("scanner", Service::Connection),
    ("scan", Service::Connection),
    ("photocopie", Service::Connection),
    ("photocopier", Service::Connection),
    ("wifi", Service::Connection),
    ("internet", Service::Connection),
    ("connexion", Service::Connection),
    ("ordinateur", Service::Connection),
    ("ordinateurs", Service::Connection),
    ("impots", Service::Paperwork),
    ("impot", Service::Paperwork),
    ("caf", Service::Paperwork),
    ("rsa", Service::Paperwork),
    ("apl", Service::Paperwork),
    ("ameli", Service::Paperwork),
    ("cpam", Service::Paperwork),
    ("retraite", Service::Paperwork),
    ("demarche", Service::Paperwork),
    ("demarches", Service::Paperwork),
    ("papiers", Service::Paperwork),
    ("administratif", Service::Paperwork),
    ("administratives", Service::Paperwork),
    ("apprendre", Service::Basics),
    ("initiation", Service::Basics),
    ("smartphone", Service::Basics),
    ("emploi", Service::Work),
    ("cv", Service::Work),
    ("arnaque", Service::Safety),
    ("arnaques", Service::Safety),
    ("piratage", Service::Safety),
    ("reconditionne", Service::Equipment),
];

const DAYS: &[(&str, Weekday)] = &[
    ("lundi", Weekday::Mon),
    ("mardi", Weekday::Tue),
    ("mercredi", Weekday::Wed),
    ("jeudi", Weekday::Thu),
    ("vendredi", Weekday::Fri),
    ("samedi", Weekday::Sat),
    ("dimanche", Weekday::Sun),
];

/// Words that join the parts of a phrase and name nothing. They fall only from the ends of what remains, and
/// "a", "de", "la" inside a name ("La Poterie", "rue de Nantes") stay.
const JOINING: &[&str] = &[
    "pres",
    "proche",
    "autour",
    "vers",
    "cote",
    "de",
    "du",
    "des",
    "d",
    "a",
    "au",
    "aux",
    "la",
    "le",
    "les",
    "l",
    "en",
    "dans",
    "pour",
    "je",
    "veux",
    "voudrais",
    "cherche",
    "ou",
    "mon",
    "ma",
    "mes",
    "un",
    "une",
    "faire",
    "aide",
    "sur",
    "gratuit",
    "gratuitement",
    "ici",
];

/// Reads a phrase. `tomorrow` is the weekday of tomorrow where the person is.
#[must_use]
pub fn read(text: &str, tomorrow: Weekday) -> Phrase {
    let mut phrase = Phrase::default();
    let mut kept: Vec<String> = Vec::new();
    let mut day = None;
    let mut part = Part::All;
    let mut now = false;
    for word in tokens(text) {
        if let Some((_, service)) = NEED_WORDS.iter().find(|(name, _)| *name == word) {
            phrase.needs.insert(*service);
        } else if let Some((_, weekday)) = DAYS.iter().find(|(name, _)| *name == word) {
            day = Some(*weekday);
        } else {
            match word.as_str() {
                "matin" => part = Part::Morning,
                "midi" if kept.last().is_some_and(|last| last == "apres") => {
                    kept.pop();
                    part = Part::Afternoon;
                }
                "soir" => part = Part::Evening,
                "demain" => day = Some(tomorrow),
                "maintenant" => now = true,
                _ => kept.push(word),
            }
        }
    }
    phrase.when = match (day, part, now) {
        (Some(day), part, _) => Some(When::Weekday(day, part)),
        (None, Part::All, true) => Some(When::Now),
        (None, _, _) => None,
    };
    phrase.place = place_of(&kept);
    phrase
}

fn place_of(words: &[String]) -> String {
    let joins = |word: &&String| JOINING.contains(&word.as_str());
    let start = words.iter().take_while(joins).count();
    let end = words.len() - words.iter().rev().take_while(joins).count();
    let mut place: Vec<&str> = words
        .get(start..end.max(start))
        .unwrap_or_default()
        .iter()
        .map(String::as_str)
        .collect();
    // "republique a rennes" names a spot and its commune: the comma is what the geocoder understands.
    if let Some(at) = place.iter().rposition(|word| *word == "a")
        && at > 0
        && at + 1 < place.len()
        && let Some(joint) = place.get_mut(at)
    {
        *joint = ",";
    }
    place.join(" ").replace(" ,", ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_phrase_of_a_new_user_is_understood() {
        let phrase = read(
            "imprimer près de République à Rennes samedi matin",
            Weekday::Wed,
        );
        assert!(phrase.needs.contains(Service::Connection));
        assert_eq!(
            phrase.when,
            Some(When::Weekday(Weekday::Sat, Part::Morning))
        );
        assert_eq!(phrase.place, "republique, rennes");
    }

    #[test]
    fn a_plain_place_says_nothing_more() {
        for place in [
            "Villejean, Rennes",
            "35000",
            "La Poterie",
            "rue de Nantes, Rennes",
        ] {
            assert!(
                !read(place, Weekday::Wed).says_more_than_a_place(),
                "{place}"
            );
        }
        assert_eq!(
            read("Impôts demain après-midi", Weekday::Wed).when,
            Some(When::Weekday(Weekday::Wed, Part::Afternoon))
        );
        assert_eq!(read("Impôts demain", Weekday::Wed).place, "");
    }
}
