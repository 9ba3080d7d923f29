//! A row of the national schema, of any version, as a place.

use portulan_model::{
    Address, CommuneCode, Contact, ExternalId, PlaceRecord, Position, Provenance, Session,
    SessionAccess, SessionAudience, SessionMode, SessionTime, Slug, ValueSet,
};
use serde_json::{Map, Value};

use crate::cells::{Cells, JsonCells};
use crate::fields::{self, NO_DATE, Notes};
use crate::hours::valid_hours;
use crate::limits::{LINE, Limited};
use crate::national::lists::Lists;
use crate::national::write::{NO_PIVOT, NO_POSTCODE};
use crate::report::{IssueKind, RejectReason, RowIssue};
use crate::resolver::CommuneResolver;

/// Longest short presentation, in characters (schema, `maxLength`).
pub(crate) const SUMMARY_LEN: usize = 280;

/// What reading a row needs besides the row.
pub(crate) struct Context<'a> {
    /// The source of rows that do not name theirs.
    pub(crate) source: &'a Slug,
    /// Whether that source was said by who reads the file, and not told from the name of the file.
    pub(crate) source_said: bool,
    pub(crate) resolver: &'a dyn CommuneResolver,
}

/// A place and what was left out of it, or why the row is none.
pub(crate) type Reading = Result<(PlaceRecord, Vec<RowIssue>), RejectReason>;

/// Reads a row with the columns of the national schema.
pub(crate) fn place(cells: &dyn Cells, context: &Context<'_>) -> Reading {
    let cells = Limited(cells);
    place_of(external(&cells, context)?, &cells, context)
}

/// The place behind a plain row under national names, such as a harvested one. Its identity is its `id` under the source
/// given, whatever its column `source` says: that one is who made the list.
pub fn record_of_fields(
    fields: &Map<String, Value>,
    source: &Slug,
    resolver: &dyn CommuneResolver,
) -> Result<(PlaceRecord, Vec<RowIssue>), RejectReason> {
    let cells = JsonCells::new(fields);
    let cells = Limited(&cells);
    let external = identity(source.clone(), cells.cell("id"))?;
    let context = Context {
        source,
        source_said: true,
        resolver,
    };
    place_of(external, &cells, &context)
}

/// Reads a row whose identity is known already.
pub(crate) fn place_of(
    external: ExternalId,
    cells: &Limited<'_>,
    context: &Context<'_>,
) -> Reading {
    let name = fields::line(cells.cell("nom")).ok_or(RejectReason::NoName)?;
    let mut notes = Notes::default();
    cells.tell(&mut notes);
    let (address, position) = whereabouts(cells, context.resolver, &mut notes)?;
    let dated = match cells.cell("date_maj") {
        NO_DATE => None,
        cell => fields::date(cell, &mut notes),
    };
    let mut record = blank(external, name, address, dated);
    record.position = position;
    record.pivot = match cells.first_of(&["pivot", "siret"]) {
        NO_PIVOT => None,
        cell => fields::pivot(cell, &mut notes),
    };
    contact(cells, &mut record, &mut notes);
    hours(cells.cell("horaires"), &mut record, &mut notes);
    presentation(cells, &mut record, &mut notes);
    lists(cells, &mut record, &mut notes);
    conseiller(&mut record, &mut notes);
    Ok((record, notes.0))
}

/// A place of which only the least is known.
pub(crate) fn blank(
    external: ExternalId,
    name: String,
    address: Address,
    dated: Option<chrono::NaiveDate>,
) -> PlaceRecord {
    let provenance = Provenance::of_record(external.source.clone(), dated);
    PlaceRecord {
        external,
        name,
        pivot: None,
        address,
        position: None,
        kinds: Vec::new(),
        contact: Contact::default(),
        hours: None,
        hours_text: None,
        summary: None,
        detail: None,
        producer: None,
        mobility: ValueSet::EMPTY,
        parent: None,
        services: ValueSet::EMPTY,
        publics: ValueSet::EMPTY,
        care: ValueSet::EMPTY,
        fees: ValueSet::EMPTY,
        programmes: ValueSet::EMPTY,
        labels: ValueSet::EMPTY,
        other_labels: Vec::new(),
        access: ValueSet::EMPTY,
        support: ValueSet::EMPTY,
        accessibility_url: None,
        booking_url: None,
        networks: Vec::new(),
        sessions: Vec::new(),
        provenance,
    }
}

/// Words before a colon that are no source but the kind of an id.
const NO_SOURCES: [&str; 4] = ["urn", "uuid", "http", "https"];

/// The identity of a row. Our own exports write `source:id`, since two sources may use one id. The source in the id
/// counts where the column `source` says the same, or where nobody says anything else: a list must not pass for
/// another one by the look of its ids.
fn external(cells: &dyn Cells, context: &Context<'_>) -> Result<ExternalId, RejectReason> {
    let id = cells.cell("id");
    let source = source_of(cells.cell("source"), context.source);
    let silent = !context.source_said && !cells.names("source");
    let named = id.split_once(':').and_then(|(named, id)| {
        let named: Slug = named.parse().ok()?;
        let agreed = silent || agrees(cells.cell("source"), &named);
        let known = agreed && !NO_SOURCES.contains(&named.as_str());
        (known && !id.trim().is_empty()).then_some((named, id))
    });
    let (source, id) = named.unwrap_or((source, id));
    identity(source, id)
}

/// Whether the column `source` names a source: by its slug, or behind the name of who made the list.
fn agrees(cell: &str, source: &Slug) -> bool {
    let by_slug = portulan_text::slug(cell).is_some_and(|slug| slug == source.as_str());
    by_slug || cell.ends_with(&source_behind(source))
}

/// What our own exports write behind a producer whose name does not tell the source.
pub(crate) fn source_behind(source: &Slug) -> String {
    format!(" ({source})")
}

/// Who made the list; nothing where that is the bare source.
fn producer(cell: &str, source: &Slug) -> Option<String> {
    let name = cell.strip_suffix(&source_behind(source)).unwrap_or(cell);
    let bare = name.len() == cell.len() && name == source.as_str();
    fields::line(name).filter(|_| !bare)
}

/// An id that is not empty and not a text.
pub(crate) fn identity(source: Slug, id: &str) -> Result<ExternalId, RejectReason> {
    if id.chars().nth(LINE).is_some() {
        return Err(RejectReason::Unreadable {
            reason: format!("an id of more than {LINE} characters"),
        });
    }
    ExternalId::new(source, id).map_err(|_empty| RejectReason::NoId)
}

/// The slug of the source that a row names, or the source given for rows that name none.
pub(crate) fn source_of(cell: &str, given: &Slug) -> Slug {
    portulan_text::slug(cell)
        .and_then(|slug| slug.parse().ok())
        .unwrap_or_else(|| given.clone())
}

/// The name of a commune. Our own CSV writes a code where no name is known.
fn commune_name(cell: &str) -> String {
    let name = fields::line(cell).unwrap_or_default();
    let code = name.bytes().all(|byte| byte.is_ascii_digit());
    if code { String::new() } else { name }
}

/// Address and position, with the commune of today where the reference finds it.
pub(crate) fn whereabouts(
    cells: &dyn Cells,
    resolver: &dyn CommuneResolver,
    notes: &mut Notes,
) -> Result<(Address, Option<Position>), RejectReason> {
    let commune = commune_name(cells.cell("commune"));
    let postcode = match cells.cell("code_postal") {
        NO_POSTCODE => None,
        cell => fields::postcode(cell, notes),
    };
    let given = fields::insee(cells.cell("code_insee"), notes);
    if commune.is_empty() && postcode.is_none() && given.is_none() {
        return Err(RejectReason::NoCommune);
    }
    let position = fields::position(cells.cell("latitude"), cells.cell("longitude"), notes);
    let insee = resolver.resolve(&commune, postcode.as_ref(), given.as_ref(), position);
    if insee.is_none() {
        let said = [
            cells.cell("code_insee"),
            cells.cell("code_postal"),
            &commune,
        ]
        .join(" ");
        notes.add("commune", said.trim(), IssueKind::UnknownCommune);
    }
    let street = fields::line(cells.cell("adresse"))
        .filter(|street| portulan_text::fold(street) != portulan_text::fold(&commune));
    let complement = fields::line(cells.cell("complement_adresse"));
    let address = Address {
        street,
        complement,
        postcode,
        commune,
        insee,
    };
    Ok((address, position))
}

fn contact(cells: &dyn Cells, record: &mut PlaceRecord, notes: &mut Notes) {
    let department = record.address.insee.map(|insee| insee.department());
    let department = department
        .as_ref()
        .map(portulan_model::DepartmentCode::as_str);
    record.contact = Contact {
        phones: fields::phones(cells.cell("telephone"), department, notes),
        emails: fields::emails(cells.first_of(&["courriels", "courriel"]), notes),
        websites: fields::urls(cells.cell("site_web"), "site_web", notes),
    };
    let accessibility = cells.first_of(&["fiche_acces_libre", "accessibilite"]);
    record.accessibility_url = fields::url(accessibility, "fiche_acces_libre", notes);
    record.booking_url = fields::url(cells.cell("prise_rdv"), "prise_rdv", notes);
}

/// Hours that are read, or their text.
pub(crate) fn hours(cell: &str, record: &mut PlaceRecord, notes: &mut Notes) {
    let Some(text) = fields::line(cell) else {
        return;
    };
    if readable(&text, record.address.insee) {
        record.hours = Some(text);
    } else {
        notes.add("horaires", &text, IssueKind::HoursAsText);
        record.hours_text = Some(text);
    }
}

pub(crate) fn readable(text: &str, commune: Option<CommuneCode>) -> bool {
    valid_hours(text, commune)
}

/// Hours of a conseiller numérique are when the conseiller is there, never when the building is open. Hours that no
/// program reads would pass for those of the building: they are left out.
fn conseiller(record: &mut PlaceRecord, notes: &mut Notes) {
    if !record.external.source.as_str().contains("conseiller") {
        return;
    }
    if let Some(osm) = record.hours.take() {
        let title = "Permanence du conseiller numérique".to_owned();
        record.sessions.push(permanence(osm, Some(title)));
    }
    if let Some(text) = record.hours_text.take() {
        notes.0.retain(|issue| issue.kind != IssueKind::HoursAsText);
        notes.add("horaires", &text, IssueKind::Malformed);
    }
}

/// Help given again and again, to everybody, for whatever the place does.
pub(crate) fn permanence(osm: String, title: Option<String>) -> Session {
    Session {
        key: "permanence".to_owned(),
        title,
        services: ValueSet::EMPTY,
        publics: ValueSet::EMPTY,
        time: SessionTime::Recurring {
            osm,
            from: None,
            until: None,
            except: Vec::new(),
        },
        mode: SessionMode::OnSite,
        access: SessionAccess::Unknown,
        audience: SessionAudience::Residents,
        capacity: None,
    }
}

/// Both presentations: a short one that is too long is cut, and kept whole as the long one when there is none.
pub(crate) fn presentation(cells: &dyn Cells, record: &mut PlaceRecord, notes: &mut Notes) {
    record.detail = fields::paragraphs(cells.cell("presentation_detail"));
    let Some(summary) = fields::line(cells.cell("presentation_resume")) else {
        return;
    };
    if summary.chars().count() <= SUMMARY_LEN {
        record.summary = Some(summary);
        return;
    }
    notes.add("presentation_resume", &summary, IssueKind::TooLong);
    let cut: String = summary.chars().take(SUMMARY_LEN - 1).collect();
    record.summary = Some(format!("{}…", cut.trim_end()));
    record.detail.get_or_insert(summary);
}

fn lists(cells: &dyn Cells, record: &mut PlaceRecord, notes: &mut Notes) {
    record.kinds = fields::list(cells.cell("typologie"), &['|', ';']);
    record.producer = producer(cells.cell("source"), &record.external.source);
    record.parent = fields::line(cells.cell("structure_parente"));
    let lists = Lists::read(cells, notes);
    record.mobility = lists.mobility;
    record.services = lists.services;
    record.publics = lists.publics;
    record.care = lists.care;
    record.fees = lists.fees;
    record.programmes = lists.programmes;
    record.labels = lists.labels;
    record.other_labels = lists.other_labels;
    record.access = lists.access;
    record.support = lists.support;
}
