//! What was typed in the forms of proposals, read field by field: values that are right, or what is wrong beside each.

use portulan_hours::french::read_text;
use portulan_model::people::Email;
use portulan_model::proposals::{About, OfCensus, Prose, Tie, Wanted, Wrong};
use portulan_model::{Address, ClosedList as _, CommuneCode, Place, Service};
use portulan_text::{Phone, WebUrl, is_mobile, is_own_email};

use crate::Directory;

/// Longest name, in characters.
const NAME: usize = 120;
/// Longest street, commune or hours, in characters.
const LINE: usize = 300;

/// The forms, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the field of the form")]
pub struct Typed {
    pub wrong: Vec<String>,
    pub name: String,
    pub street: String,
    pub postcode: String,
    pub commune: String,
    pub services: Vec<String>,
    pub hours: String,
    pub phone: String,
    pub email: String,
    pub website: String,
    pub tie: String,
    pub words: String,
    pub contact: String,
    /// Whether the person whose number or address it is wants it published.
    pub publish: bool,
}

/// What is wrong with a field: its name in the form, and the message that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field.
    pub field: &'static str,
    /// Id of the message.
    pub message: &'static str,
}

/// A proposal before it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub(super) about: About,
    pub(super) name: String,
    pub(super) commune: Option<CommuneCode>,
    pub(super) wanted: Wanted,
    pub(super) words: Option<Prose>,
    pub(super) contact: Option<Email>,
    pub(super) of_census: Option<OfCensus>,
}

impl Draft {
    /// What the town hall said in a census, where somebody who conducts it writes it down.
    #[must_use]
    pub fn in_census(self, of_census: Option<OfCensus>) -> Self {
        Self { of_census, ..self }
    }

    /// What goes with it, in words.
    pub(crate) const fn words(&self) -> Option<&Prose> {
        self.words.as_ref()
    }
}

/// Reads a correction of a place.
pub fn correction(
    directory: &Directory,
    place: &Place,
    typed: &Typed,
) -> Result<Draft, Vec<Fault>> {
    let mut reader = Reader::new(directory, typed);
    let known = &place.record.address;
    let mut wanted = reader.wanted(Some(known));
    wanted.name = None;
    let words = reader.words();
    let mut wrong: Vec<Wrong> = Wrong::ALL
        .iter()
        .copied()
        .filter(|one| typed.wrong.iter().any(|slug| slug == one.slug()) || told(*one, &wanted))
        .collect();
    if wrong.is_empty() && words.is_some() {
        wrong.push(Wrong::Other);
    }
    if wrong.is_empty() && reader.faults.is_empty() {
        reader.fault("probleme", "proposal-wrong-missing");
    }
    if wrong == [Wrong::Other] && words.is_none() && reader.faults.is_empty() {
        reader.fault("texte", "proposal-words-missing");
    }
    let contact = reader.contact();
    let about = About::Place {
        place: place.id,
        wrong,
    };
    reader.end(Draft {
        of_census: None,
        about,
        name: place.record.name.clone(),
        commune: known.insee,
        wanted,
        words,
        contact,
    })
}

/// Reads a place that is missing.
pub fn new_place(directory: &Directory, typed: &Typed) -> Result<Draft, Vec<Fault>> {
    let mut reader = Reader::new(directory, typed);
    let wanted = reader.wanted(None);
    if wanted.name.is_none() {
        reader.fault_once("nom", "proposal-name-missing");
    }
    let words = reader.words();
    let contact = reader.contact();
    let tie = Tie::from_slug(&typed.tie).unwrap_or(Tie::Visitor);
    reader.end(Draft {
        of_census: None,
        about: About::NewPlace { tie },
        name: wanted.name.clone().unwrap_or_default(),
        commune: wanted.address.as_ref().and_then(|address| address.insee),
        wanted,
        words,
        contact,
    })
}

/// Whether a value was given for a group.
fn told(wrong: Wrong, wanted: &Wanted) -> bool {
    match wrong {
        Wrong::Hours => wanted.hours.is_some() || wanted.hours_text.is_some(),
        Wrong::Contact => {
            wanted.phone.is_some() || wanted.email.is_some() || wanted.website.is_some()
        }
        Wrong::Address => wanted.address.is_some(),
        Wrong::Services => !wanted.services.is_empty(),
        Wrong::Closed | Wrong::Other => false,
    }
}

struct Reader<'a> {
    directory: &'a Directory,
    typed: &'a Typed,
    faults: Vec<Fault>,
}

impl<'a> Reader<'a> {
    const fn new(directory: &'a Directory, typed: &'a Typed) -> Self {
        Self {
            directory,
            typed,
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, field: &'static str, message: &'static str) {
        self.faults.push(Fault { field, message });
    }

    fn fault_once(&mut self, field: &'static str, message: &'static str) {
        if self.faults.iter().all(|one| one.field != field) {
            self.fault(field, message);
        }
    }

    fn end(self, draft: Draft) -> Result<Draft, Vec<Fault>> {
        if self.faults.is_empty() {
            Ok(draft)
        } else {
            Err(self.faults)
        }
    }

    fn line(&mut self, field: &'static str, text: &str, most: usize) -> Option<String> {
        match Prose::line(text, most) {
            Ok(line) => line,
            Err(_too_long) => {
                self.fault(field, "proposal-too-long");
                None
            }
        }
    }

    fn words(&mut self) -> Option<Prose> {
        match Prose::read(&self.typed.words) {
            Ok(words) => words,
            Err(_too_long) => {
                self.fault("texte", "proposal-words-too-long");
                None
            }
        }
    }

    fn contact(&mut self) -> Option<Email> {
        self.parsed(
            "contact",
            &self.typed.contact,
            "proposal-email-wrong",
            |text| text.parse().ok(),
        )
    }

    /// A value of one line that a parser must take; nothing where nothing was typed.
    fn parsed<T>(
        &mut self,
        field: &'static str,
        text: &str,
        message: &'static str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let line = self.line(field, text, LINE)?;
        let value = read(&line);
        if value.is_none() {
            self.fault(field, message);
        }
        value
    }

    /// What reads as one person's own is not taken unless they want it published: what is not shown is of no use here.
    fn own(&mut self, reads_as_own: bool, field: &'static str) {
        if reads_as_own && !self.typed.publish {
            self.fault_once(field, "contact-own");
        }
    }

    fn wanted(&mut self, known: Option<&Address>) -> Wanted {
        let typed = self.typed;
        let address = self.address(known);
        let department = address
            .as_ref()
            .or(known)
            .and_then(|address| address.insee)
            .map(|commune| commune.department().to_string());
        let phone = self.parsed("telephone", &typed.phone, "proposal-phone-wrong", |text| {
            Phone::parse(text, department.as_deref()).ok()
        });
        let email = self.parsed("courriel", &typed.email, "proposal-email-wrong", |text| {
            text.parse::<Email>().ok()
        });
        self.own(phone.as_ref().is_some_and(is_mobile), "telephone");
        let letters = email.as_ref().map(ToString::to_string);
        let letters = letters.and_then(|text| portulan_text::Email::parse(&text).ok());
        self.own(letters.as_ref().is_some_and(is_own_email), "courriel");
        let website = self.parsed("site", &typed.website, "proposal-website-wrong", |text| {
            WebUrl::parse(text).ok()
        });
        let (hours, hours_text) = self.hours();
        Wanted {
            name: self.line("nom", &typed.name, NAME),
            address,
            services: typed
                .services
                .iter()
                .filter_map(|slug| Service::from_slug(slug).ok())
                .collect(),
            hours,
            hours_text,
            phone: phone.map(|phone| phone.as_str().to_owned()),
            email: email.map(|email| email.to_string()),
            website: website.map(|site| site.as_str().to_owned()),
        }
    }

    /// Hours that are read whole, or else the text as it is: a person of the desk will see it.
    fn hours(&mut self) -> (Option<String>, Option<String>) {
        let Some(text) = self.line("horaires", &self.typed.hours, LINE) else {
            return (None, None);
        };
        let reading = read_text(&text);
        match reading.osm {
            Some(osm) if reading.rest.is_empty() && reading.doubts.is_empty() => (Some(osm), None),
            _ => (None, Some(text)),
        }
    }

    /// An address whose commune is known; what is not typed stays as it is known.
    fn address(&mut self, known: Option<&Address>) -> Option<Address> {
        let typed = self.typed;
        let street = self.line("rue", &typed.street, LINE);
        let commune = self.line("commune", &typed.commune, LINE);
        let postcode = self.parsed(
            "code_postal",
            &typed.postcode,
            "proposal-postcode-wrong",
            |text| text.replace(' ', "").parse().ok(),
        );
        if known.is_some() && street.is_none() && commune.is_none() && postcode.is_none() {
            return None;
        }
        let moved = commune.is_some() || postcode.is_some();
        let name = commune.or_else(|| known.map(|address| address.commune.clone()));
        let Some(name) = name else {
            self.fault_once("commune", "proposal-commune-missing");
            return None;
        };
        let own = known.filter(|_| !moved);
        let postcode = postcode.or_else(|| own.and_then(|address| address.postcode));
        let reference = &self.directory.reference;
        let insee = own
            .and_then(|address| address.insee)
            .or_else(|| reference.resolve_commune(&name, postcode.as_ref(), None, None));
        let Some(code) = insee else {
            self.fault_once("commune", "proposal-commune-unknown");
            return None;
        };
        let called = reference
            .commune(&code)
            .map(|territory| territory.name.clone());
        Some(Address {
            street: street.or_else(|| known.and_then(|address| address.street.clone())),
            complement: None,
            postcode,
            commune: called.unwrap_or(name),
            insee,
        })
    }
}
