//! The value of a field of a place as a person reads it, from the JSON text of comparisons and histories.

use chrono::NaiveDate;
use portulan_hours::{Hours, Zone};
use portulan_i18n::{Lang, ListWords, Words, decimal, kind, network};
use portulan_model::{
    Access, Address, Care, ClosedList, Contact, Fee, Label, Mobility, PlaceField, Position,
    Programme, Public, Service, Session, Slug, Support, ValueSet,
};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::pages::contact::{phone_display, site_display};
use crate::pages::opening::monday;
use crate::pages::schedule::sentence;

/// Decimals of a position: about a metre.
const DECIMALS: usize = 5;

/// The name of a field.
pub(in crate::pages) fn field_name(lang: Lang, field: PlaceField) -> String {
    Words::new(lang).get(&format!("place-field-{}", field.slug()))
}

/// The value, a line each where there are several; none where there is nothing.
pub(in crate::pages) fn shown(lang: Lang, field: PlaceField, json: &str) -> Vec<String> {
    let lines = match field {
        PlaceField::Services => set::<Service>(lang, json),
        PlaceField::Publics => set::<Public>(lang, json),
        PlaceField::PriseEnCharge => set::<Care>(lang, json),
        PlaceField::Frais => set::<Fee>(lang, json),
        PlaceField::Itinerance => set::<Mobility>(lang, json),
        PlaceField::Dispositifs => set::<Programme>(lang, json),
        PlaceField::Acces => set::<Access>(lang, json),
        PlaceField::Accompagnement => set::<Support>(lang, json),
        PlaceField::Labels => labels(lang, json),
        PlaceField::Typologie => read::<Vec<String>>(json)
            .map(|codes| codes.iter().map(|code| kind(lang, code)).collect()),
        PlaceField::Reseaux => read::<Vec<Slug>>(json).map(|slugs| {
            slugs
                .iter()
                .map(|slug| network(lang, slug.as_str()))
                .collect()
        }),
        PlaceField::Adresse => read::<Address>(json).map(|address| postal(&address)),
        PlaceField::Position => read::<Position>(json).map(|position| {
            let degrees = |value| decimal(lang, value, DECIMALS);
            vec![format!(
                "{} ; {}",
                degrees(position.lat()),
                degrees(position.lon())
            )]
        }),
        PlaceField::Contact => read::<Contact>(json).map(|contact| contacts(&contact)),
        PlaceField::Horaires => read::<Written>(json).map(|written| vec![written.words(lang)]),
        PlaceField::Presentation => read::<Presentation>(json).map(Presentation::lines),
        PlaceField::Permanences => read::<Vec<Session>>(json).map(|sessions| {
            let count = Words::new(lang).with("desk-sessions", &[("n", sessions.len().into())]);
            if sessions.is_empty() {
                Vec::new()
            } else {
                vec![count]
            }
        }),
        PlaceField::Nom
        | PlaceField::Pivot
        | PlaceField::StructureParente
        | PlaceField::FicheAccesLibre
        | PlaceField::PriseRdv => read::<String>(json).map(|text| vec![text]),
    };
    lines.unwrap_or_default()
}

fn read<T: DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

fn set<L: ListWords + ClosedList>(lang: Lang, json: &str) -> Option<Vec<String>> {
    let set: ValueSet<L> = read(json)?;
    Some(set.iter().map(|value| value.words(lang)).collect())
}

#[derive(Deserialize)]
struct Labels {
    labels: ValueSet<Label>,
    autres: Vec<String>,
}

fn labels(lang: Lang, json: &str) -> Option<Vec<String>> {
    let both: Labels = read(json)?;
    let known = both.labels.iter().map(|label| label.words(lang));
    Some(known.chain(both.autres).collect())
}

#[derive(Deserialize)]
struct Presentation {
    resume: Option<String>,
    detail: Option<String>,
}

impl Presentation {
    fn lines(self) -> Vec<String> {
        self.resume.into_iter().chain(self.detail).collect()
    }
}

fn postal(address: &Address) -> Vec<String> {
    let postcode = address.postcode.as_ref().map(ToString::to_string);
    let town = [postcode, Some(address.commune.clone())];
    let town: Vec<String> = town.into_iter().flatten().collect();
    let lines = [
        address.street.clone(),
        address.complement.clone(),
        Some(town.join(" ")),
    ];
    let lines = lines.into_iter().flatten();
    lines.filter(|line| !line.trim().is_empty()).collect()
}

fn contacts(contact: &Contact) -> Vec<String> {
    let phones = contact.phones.iter().map(|phone| phone_display(phone));
    let sites = contact.websites.iter().map(|site| site_display(site));
    phones
        .chain(contact.emails.iter().cloned())
        .chain(sites)
        .collect()
}

/// Hours that a program reads, or a text that none does.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Hours(String),
    Text { texte: String },
}

impl Written {
    /// Hours as a sentence; those that vary through the year keep their own writing.
    fn words(self, lang: Lang) -> String {
        let text = match self {
            Self::Text { texte } => return texte,
            Self::Hours(text) => text,
        };
        match Hours::parse(&text, Zone::of(None)) {
            Ok(hours) if !hours.summary().varies => {
                sentence(lang, &hours, monday(NaiveDate::default()))
            }
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fr(field: PlaceField, json: &str) -> Vec<String> {
        shown(Lang::Fr, field, json)
    }

    #[test]
    fn nothing_is_no_line_and_what_cannot_be_read_is_none_either() {
        for field in PlaceField::ALL {
            assert_eq!(fr(field, "null"), Vec::<String>::new(), "{field:?}");
            assert_eq!(fr(field, "{\"x\":"), Vec::<String>::new(), "{field:?}");
        }
    }

    #[test]
    fn values_are_read_as_people_say_them() {
        assert_eq!(fr(PlaceField::Services, "[\"acces\"]").len(), 1);
        assert_eq!(
            fr(
                PlaceField::Contact,
                r#"{"phones":["+33299000000"],"websites":["https://a.example/"]}"#
            ),
            ["02\u{A0}99\u{A0}00\u{A0}00\u{A0}00", "a.example"]
        );
        let hours = fr(PlaceField::Horaires, "\"Mo-Fr 09:00-12:00\"").remove(0);
        assert!(hours.starts_with("du lundi au vendredi"), "{hours}");
        assert_eq!(
            fr(PlaceField::Horaires, r#"{"texte":"sur rendez-vous"}"#),
            ["sur rendez-vous"]
        );
    }
}
