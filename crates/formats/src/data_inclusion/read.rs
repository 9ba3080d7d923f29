//! data·inclusion: a file of structures and a file of services, joined into places.
//!
//! A structure becomes a place when one of its services has a digital theme, or when it says itself (older files)
//! that it gives digital help. Services are read first and folded by structure; structures then follow one by one.

mod values;

use std::collections::HashMap;
use std::io::BufRead;

use portulan_model::{PlaceRecord, Slug, Support};

use crate::cells::{Cells, JsonCells};
use crate::elements::Elements;
use crate::error::FormatError;
use crate::fields::{self, Notes};
use crate::input::Text;
use crate::limits::Limited;
use crate::national::lists::Lists;
use crate::national::read::{self, Context, Reading};
use crate::reader::Book;
use crate::report::{IssueKind, RejectReason, Row};
use crate::resolver::CommuneResolver;
use crate::table::Table;

/// Reads structures and their services, each as CSV or JSON, plain or gzipped. Rows are the structures that give
/// digital help, and the broken ones; structures without any digital service are no rows of this list.
pub fn read_data_inclusion(
    structures: impl BufRead + Send + 'static,
    services: impl BufRead + Send + 'static,
    source: Option<Slug>,
    resolver: &dyn CommuneResolver,
) -> Result<Vec<Row>, FormatError> {
    let said = source.is_some();
    let source = match source {
        Some(source) => source,
        None => "data-inclusion"
            .parse()
            .map_err(|_slug| FormatError::NoSource)?,
    };
    let offers = read_offers(Box::new(services))?;
    let mut book = Book::new(source, said, resolver);
    let mut rows = Vec::new();
    let mut entered = Ok(());
    each_row(Box::new(structures), &["id", "nom"], |cells| {
        let reading = match cells {
            Err(reason) => Err(reason),
            Ok(cells) => {
                let offer = offers.get(cells.cell("id"));
                if offer.is_none() && cells.cell("services").is_empty() {
                    return;
                }
                place(cells, offer, &book.context())
            }
        };
        if entered.is_ok() {
            entered = book.enter(reading).map(|row| rows.push(row));
        }
    })?;
    entered.map(|()| rows)
}

/// The digital services, folded by structure.
fn read_offers(services: Box<dyn BufRead + Send>) -> Result<HashMap<String, Offer>, FormatError> {
    let mut offers: HashMap<String, Offer> = HashMap::new();
    each_row(services, &["structure_id", "thematiques"], |cells| {
        let Ok(cells) = cells else { return };
        if themes(cells).iter().any(|theme| values::is_digital(theme)) {
            let structure = cells.cell("structure_id").to_owned();
            offers.entry(structure).or_default().add(cells);
        }
    })?;
    Ok(offers)
}

fn place(cells: &dyn Cells, offer: Option<&Offer>, context: &Context<'_>) -> Reading {
    let (mut record, issues) = read::place(&Structure(cells), context)?;
    let mut notes = Notes(issues);
    for network in fields::list(cells.cell("reseaux_porteurs"), LIST) {
        if let Some(programme) = values::programme(&network) {
            record.programmes.insert(programme);
        }
        if let Ok(slug) = network.parse() {
            record.networks.push(slug);
        }
    }
    if let Some(offer) = offer {
        offer.give(&mut record);
        notes.0.extend(offer.notes.0.iter().cloned());
    }
    Ok((record, notes.0))
}

/// CSV files of data·inclusion write lists as `a,b`, `a|b`, `{a,b}` or as JSON.
const LIST: &[char] = &[',', '|', ';', '{', '}', '[', ']', '"', '\''];

fn themes(cells: &dyn Cells) -> Vec<String> {
    fields::list(cells.cell("thematiques"), LIST)
}

/// What the digital services of one structure say together.
#[derive(Debug, Default)]
struct Offer {
    lists: Lists,
    booking: Option<String>,
    hours: Option<String>,
    count: usize,
    notes: Notes,
}

impl Offer {
    fn add(&mut self, cells: &dyn Cells) {
        self.count += 1;
        for theme in themes(cells) {
            match values::service(&theme) {
                Some(service) => self.lists.services.insert(service),
                None if theme.starts_with("numerique--") => {
                    self.notes.add("services", &theme, IssueKind::Unlisted);
                }
                None => {}
            }
        }
        for value in fields::list(cells.first_of(&["publics", "profils"]), LIST) {
            match values::public(&value) {
                Some(became) => self.lists.put(became),
                None => self.notes.add(
                    "publics_specifiquement_adresses",
                    &value,
                    IssueKind::Unlisted,
                ),
            }
        }
        for value in fields::list(cells.cell("frais"), LIST) {
            match values::fee(&value) {
                Some(fee) => self.lists.fees.insert(fee),
                None => self
                    .notes
                    .add("frais_a_charge", &value, IssueKind::Unlisted),
            }
        }
        self.reach(cells);
    }

    fn reach(&mut self, cells: &dyn Cells) {
        for value in fields::list(cells.cell("modes_mobilisation"), LIST) {
            match values::access(&value) {
                Some(access) => self.lists.access.insert(access),
                None => self
                    .notes
                    .add("modalites_acces", &value, IssueKind::Unlisted),
            }
        }
        for kind in fields::list(cells.first_of(&["type", "types"]), LIST) {
            if let Some(support) = values::support(&kind) {
                self.lists.support.insert(support);
            }
        }
        if cells.cell("modes_accueil").contains("a-distance") {
            self.lists.support.insert(Support::Remote);
        }
        if self.booking.is_none() {
            self.booking = fields::url(
                cells.cell("lien_mobilisation"),
                "prise_rdv",
                &mut self.notes,
            );
        }
        let hours = fields::line(cells.cell("horaires_accueil"));
        self.hours = hours.or(self.hours.take());
    }

    /// Adds to a place what its services say. Hours of its only service are kept as a permanence, never as
    /// building hours; of several services each would need its own, and none is kept.
    fn give(&self, record: &mut PlaceRecord) {
        record.services = record
            .services
            .iter()
            .chain(self.lists.services.iter())
            .collect();
        record.publics = record
            .publics
            .iter()
            .chain(self.lists.publics.iter())
            .collect();
        record.care = record.care.iter().chain(self.lists.care.iter()).collect();
        record.fees = record.fees.iter().chain(self.lists.fees.iter()).collect();
        record.access = record
            .access
            .iter()
            .chain(self.lists.access.iter())
            .collect();
        record.support = record
            .support
            .iter()
            .chain(self.lists.support.iter())
            .collect();
        record.booking_url = record.booking_url.take().or_else(|| self.booking.clone());
        let only = self.hours.as_ref().filter(|_| self.count == 1);
        if let Some(osm) = only.filter(|osm| read::readable(osm, record.address.insee)) {
            record.sessions.push(read::permanence(osm.clone(), None));
        }
    }
}

/// A structure under the names of the national schema.
struct Structure<'a>(&'a dyn Cells);

impl Cells for Structure<'_> {
    fn cell(&self, column: &str) -> &str {
        match column {
            "horaires" => self.0.first_of(&["horaires_accueil", "horaires"]),
            "presentation_detail" => self.0.first_of(&["description", "presentation_detail"]),
            "fiche_acces_libre" => self.0.first_of(&["accessibilite_lieu", "accessibilite"]),
            "pivot" => self.0.first_of(&["siret", "pivot"]),
            other => self.0.cell(other),
        }
    }

    fn names(&self, column: &str) -> bool {
        self.0.names(column)
    }
}

/// Gives each row of a file, CSV or JSON, to a function.
fn each_row(
    reader: Box<dyn BufRead + Send>,
    wanted: &[&str],
    mut take: impl FnMut(Result<&dyn Cells, RejectReason>),
) -> Result<(), FormatError> {
    let mut text = Text::open(reader)?;
    let start = text.peek()?;
    if start.starts_with(['{', '[']) {
        return each_object(text.into_reader(), &mut take);
    }
    let mut table = Table::open(&start, text.into_reader())?;
    if !table.header().has_all(wanted) {
        return Err(table.unknown_shape());
    }
    while let Some(row) = table.next()? {
        match row {
            Ok(cells) => take(Ok(&Limited(&cells))),
            Err(reason) => take(Err(reason)),
        }
    }
    Ok(())
}

fn each_object(
    reader: impl BufRead,
    take: &mut impl FnMut(Result<&dyn Cells, RejectReason>),
) -> Result<(), FormatError> {
    let mut elements = Elements::new(reader);
    while let Some(element) = elements.next()? {
        match element.object() {
            Ok(fields) => take(Ok(&Limited(&JsonCells::new(fields)))),
            Err(reason) => take(Err(reason)),
        }
    }
    Ok(())
}
