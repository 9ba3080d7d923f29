//! The postal address, and the point that stands for it on maps: found again when asked, never moved unseen.

use portulan_charts::{MapInput, MapPoint, PointState, svg_map};
use portulan_geo::{Found, Spot};
use portulan_i18n::{Words, distance};
use portulan_model::{Mobility, PlaceRecord, Position, Postcode, TerritoryKey};
use portulan_text::{clean, fold};

use super::answers::Answers;
use super::blocks::{Block, Maker, Note, tick, ticked};
use super::presentation::line;
use crate::auth::Desk;

const STREET: &str = "rue";
const COMPLEMENT: &str = "complement";
const POSTCODE: &str = "code-postal";
const COMMUNE: &str = "commune";
const MOBILITY: &str = "itinerance";
/// Whether the point stays or follows what was found.
const POINT: &str = "point";
const KEPT: &str = "garder";
const TAKEN: &str = "prendre";
/// The point that was found: latitude and longitude.
const FOUND: &str = "trouve";
/// Longest line, in characters.
const LINE: usize = 200;

pub(super) fn fill(record: &PlaceRecord, answers: &mut Answers) {
    let address = &record.address;
    answers.add(STREET, address.street.clone().unwrap_or_default());
    answers.add(COMPLEMENT, address.complement.clone().unwrap_or_default());
    let postcode = address.postcode.as_ref().map(ToString::to_string);
    answers.add(POSTCODE, postcode.unwrap_or_default());
    answers.add(COMMUNE, &address.commune);
    answers.add(POINT, KEPT);
    tick(answers, MOBILITY, record.mobility);
}

pub(super) fn read(desk: &Desk, answers: &mut Answers, record: &mut PlaceRecord) {
    let words = desk.words();
    let before = record.address.insee;
    record.mobility = ticked(answers, MOBILITY, words);
    record.address.street = line(answers, words, STREET, LINE);
    record.address.complement = line(answers, words, COMPLEMENT, LINE);
    record.address.postcode = postcode(answers, words);
    let named = line(answers, words, COMMUNE, LINE);
    let reference = &desk.visit.directory.reference;
    let commune = named.as_ref().and_then(|name| {
        let same = fold(name) == fold(&record.address.commune);
        let code = record.address.insee.filter(|_| same);
        let postcode = record.address.postcode.as_ref();
        reference.resolve_commune(name, postcode, code.as_ref(), None)
    });
    match (named, commune) {
        (Some(name), Some(code)) => {
            record.address.commune = name;
            record.address.insee = Some(code);
        }
        (None, _) => answers.fault(COMMUNE, words.get("edit-commune-missing")),
        (Some(_), None) => answers.fault(COMMUNE, words.get("edit-commune-unknown")),
    }
    match answers.text(POINT) {
        TAKEN => match found(answers) {
            Some(point) => record.position = Some(point),
            None => answers.fault(POINT, words.get("edit-point-lost")),
        },
        _ if record.address.insee != before => {
            answers.fault(POINT, words.get("edit-point-elsewhere"));
        }
        _ => {}
    }
}

fn postcode(answers: &mut Answers, words: Words) -> Option<Postcode> {
    let text: String = answers.text(POSTCODE).split_whitespace().collect();
    let read = text.parse().ok();
    if read.is_none() && !text.is_empty() {
        answers.fault(POSTCODE, words.get("edit-code-postal-wrong"));
    }
    read
}

fn found(answers: &Answers) -> Option<Position> {
    let (lat, lon) = answers.text(FOUND).split_once(';')?;
    Position::new(lat.parse().ok()?, lon.parse().ok()?).ok()
}

/// Looks for the address as it is typed; what is found waits to be taken.
pub(super) fn look_for(desk: &Desk, answers: &mut Answers) {
    let parts = [STREET, POSTCODE, COMMUNE].map(|name| clean(answers.text(name)));
    let told: Vec<&str> = parts
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let spots = match desk.visit.directory.geocoder.find(&told.join(" ")) {
        Found::One(spot) => vec![spot],
        Found::Several(spots) => spots,
        Found::Nothing => Vec::new(),
    };
    let spot = spots
        .into_iter()
        .find_map(|spot: Spot| Some((spot.position?, spot)));
    let Some((point, spot)) = spot else {
        answers.drop(FOUND);
        answers.put(POINT, KEPT);
        answers.fault(STREET, desk.words().get("edit-point-nothing"));
        return;
    };
    answers.put(FOUND, format!("{};{}", point.lat(), point.lon()));
    answers.put("trouve-nom", spot.label);
    answers.put(POINT, TAKEN);
}

pub(super) fn blocks(desk: &Desk, maker: &Maker<'_>, record: &PlaceRecord) -> Vec<Block> {
    let words = maker.words;
    let mut blocks = vec![
        maker.text(STREET, "text"),
        maker.text(COMPLEMENT, "text"),
        maker.text(POSTCODE, "text"),
        maker.text(COMMUNE, "text"),
        Block::Button("chercher", words.get("edit-point-find")),
    ];
    let spot = found(maker.answers);
    if let Some(point) = spot {
        blocks.push(Block::Hidden(
            FOUND.to_owned(),
            format!("{};{}", point.lat(), point.lon()),
        ));
        let name = maker.answers.text("trouve-nom").to_owned();
        blocks.push(Block::Note(Note {
            title: words.get("edit-point-found"),
            lines: vec![name.clone()],
        }));
        blocks.push(Block::Hidden("trouve-nom".to_owned(), name));
    }
    blocks.extend(map(desk, record, spot).map(Block::Map));
    if spot.is_some() {
        blocks.push(maker.one_of(POINT, &[TAKEN, KEPT]));
    } else if let Some(wrong) = maker.answers.wrong(POINT) {
        blocks.push(Block::Note(Note {
            title: words.get("edit-point"),
            lines: vec![wrong],
        }));
    }
    blocks.push(maker.list::<Mobility>(MOBILITY));
    blocks
}

/// The point over its commune: the one that was found, else the one that is kept.
fn map(desk: &Desk, record: &PlaceRecord, spot: Option<Position>) -> Option<String> {
    let position = spot.or(record.position)?;
    let directory = &desk.visit.directory;
    let commune = directory.geocoder.nearest_commune(position)?;
    let outline = crate::pages::results::outline(&desk.visit, &TerritoryKey::commune(commune));
    let words = desk.words();
    let point = MapPoint {
        position,
        label: record.name.clone(),
        rank: 1,
        state: PointState::Open,
    };
    let told = [("name", record.name.as_str().into())];
    let outlines: Vec<_> = outline.into_iter().collect();
    Some(svg_map(&MapInput {
        id: "carte",
        outlines: &outlines,
        points: &[point],
        you: None,
        width: 480,
        height: 300,
        title: &words.with("place-map-title", &told),
        desc: &record.address.commune,
        length: &|metres| distance(words.lang(), metres),
    }))
}
