//! data·inclusion: a file of structures and a file of services, joined into places.
//!
//! A structure becomes a place when one of its services has a digital theme, or when it says itself (older files)
//! that it gives digital help. Services are read first and folded by structure; structures then follow one by one.

use std::collections::HashMap;
use std::io::BufRead;

use portulan_model::Slug;

use super::networks::kind_of;
use super::offer::Offer;
use super::values;
use super::vocabulary::Network;
use crate::cells::{Cells, JsonCells};
use crate::elements::Elements;
use crate::error::FormatError;
use crate::fields::{self, Notes};
use crate::input::Text;
use crate::limits::Limited;
use crate::national::read::{self, Context, Reading};
use crate::reader::Book;
use crate::report::{RejectReason, Row};
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
    let unkinded = record.kinds.is_empty();
    for network in fields::list(cells.cell("reseaux_porteurs"), LIST) {
        if let Some(programme) = values::programme(&network) {
            record.programmes.insert(programme);
        }
        let kind = Network::from_value(&network).and_then(kind_of);
        if let Some(kind) = kind.filter(|_| unkinded) {
            record.kinds.push(kind.value().to_owned());
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
pub(crate) const LIST: &[char] = &[',', '|', ';', '{', '}', '[', ']', '"', '\''];

pub(crate) fn themes(cells: &dyn Cells) -> Vec<String> {
    fields::list(cells.cell("thematiques"), LIST)
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
