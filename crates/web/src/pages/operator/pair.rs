//! `/exploitation/doublons/{a}/{b}`: two places side by side, what speaks for one and for two, and the decision.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use chrono::NaiveDate;
use portulan_app::field_text;
use portulan_app::review::{self, SideBySide};
use portulan_model::links::{Decision, Link, PairEvidence, PairKey, Relation};
use portulan_model::{Place, PlaceField, PlaceId};
use portulan_policy::Capability;
use portulan_policy::actions::ReviewLinks;

use super::queue::{TERRITORY, comparison, likeness, territory};
use super::values::{field_name, shown};
use super::{addresses, reach};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses as public;
use crate::pages::page::{Page, html};

#[derive(Template)]
#[template(path = "operator/pair.html")]
struct PairPage {
    page: Page,
    back: String,
    action: String,
    territory: String,
    a: Side,
    b: Side,
    likeness: String,
    /// What speaks for one place, then for two.
    apart: Vec<String>,
    together: Vec<String>,
    rows: Vec<Row>,
    decided: Option<String>,
    /// The next pair of the queue, to be looked at without a decision on this one.
    next: Option<String>,
}

/// A place, at the head of its column.
struct Side {
    name: String,
    address: String,
    story: String,
    source: String,
    known: String,
}

/// A field in both.
struct Row {
    name: String,
    a: Vec<String>,
    b: Vec<String>,
    /// Both say something, and not the same.
    differs: bool,
}

/// `GET /exploitation/doublons/{a}/{b}`.
pub(super) async fn show(
    desk: Desk,
    Path((a, b)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let key = key(&a, &b)?;
    let side = review::pair(desk.app(), &reached(&desk, key)?, key).await?;
    let typed = desk.visit.value(TERRITORY).unwrap_or_default().to_owned();
    let next = following(&desk, &typed, key).await?;
    Ok(html(&page(&desk, &side, typed, next)))
}

/// The right on the first of the places; the use case asks for the same on the other.
fn reached(desk: &Desk, key: PairKey) -> Result<Capability<ReviewLinks>, Refused> {
    reach::place(desk, &key.a().to_string())
}

fn key(a: &str, b: &str) -> Result<PairKey, Refused> {
    let (a, b): (PlaceId, PlaceId) = (named(a)?, named(b)?);
    PairKey::new(a, b).map_err(|_one_place| Refused(StatusCode::NOT_FOUND))
}

/// The pair of the queue behind one; the first other one where that one is the last, or does not wait.
async fn following(desk: &Desk, typed: &str, after: PairKey) -> Result<Option<PairKey>, Refused> {
    let Ok(territory) = territory(desk, typed) else {
        return Ok(None);
    };
    let Ok(may) = reach::territory(desk, &territory) else {
        return Ok(None);
    };
    let (mut first, mut met) = (None, false);
    for page in 0.. {
        let queue = review::queue(desk.app(), &may, &territory, page).await?;
        for link in &queue.pairs {
            if met {
                return Ok(Some(link.pair));
            }
            if link.pair == after {
                met = true;
            } else {
                first = first.or(Some(link.pair));
            }
        }
        if queue.pairs.len() < review::PAIRS_A_PAGE {
            break;
        }
    }
    Ok(first)
}

fn page(desk: &Desk, side: &SideBySide, territory: String, next: Option<PairKey>) -> PairPage {
    let words = desk.words();
    let (together, apart) = evidence(desk, &side.link);
    let address = addresses::pair(side.link.pair);
    PairPage {
        page: desk.page(words.get("pair-title"), "doublons"),
        back: public::with_query(addresses::QUEUE, [(TERRITORY, territory.as_str())]),
        action: address,
        a: column(desk, &side.a),
        b: column(desk, &side.b),
        likeness: likeness(words, side.link.probability),
        together,
        apart,
        rows: rows(desk, side),
        decided: side
            .link
            .decision
            .as_ref()
            .map(|one| decided(desk, side, one)),
        next: next.map(|key| comparison(key, &territory)),
        territory,
    }
}

fn column(desk: &Desk, place: &Place) -> Side {
    let (lang, today) = (desk.visit.lang, desk.visit.today());
    Side {
        name: place.record.name.clone(),
        address: public::place(&place.slug),
        story: addresses::place(&place.slug),
        source: place.record.external.source.to_string(),
        known: crate::pages::sure::of_place(lang, place, today),
    }
}

/// Sentences, the weightiest first; what weighs nothing is left out.
fn evidence(desk: &Desk, link: &Link) -> (Vec<String>, Vec<String>) {
    let mut sorted: Vec<&PairEvidence> = link.evidence.iter().collect();
    sorted.sort_by(|a, b| b.weight.abs().total_cmp(&a.weight.abs()));
    let said = |one: &&PairEvidence| desk.words().get(&format!("linkage-{}", one.level));
    let of = |sign: f64| -> Vec<String> {
        let same_way = sorted.iter().filter(|one| one.weight * sign > 0.05);
        same_way.map(said).collect()
    };
    (of(1.0), of(-1.0))
}

fn rows(desk: &Desk, side: &SideBySide) -> Vec<Row> {
    let lang = desk.visit.lang;
    let of = |field, place: &Place| shown(lang, field, &field_text::of(field, &place.record));
    let row = |field: PlaceField| Row {
        name: field_name(lang, field),
        a: of(field, &side.a),
        b: of(field, &side.b),
        differs: !field.is_absent(&side.a.record)
            && !field.is_absent(&side.b.record)
            && !field.same(&side.a.record, &side.b.record),
    };
    let filled = |row: &Row| !row.a.is_empty() || !row.b.is_empty();
    PlaceField::ALL
        .into_iter()
        .map(row)
        .filter(filled)
        .collect()
}

fn decided(desk: &Desk, side: &SideBySide, decision: &Decision) -> String {
    let name = |id: &PlaceId| {
        let place = if *id == side.a.id { &side.a } else { &side.b };
        place.record.name.clone()
    };
    let named = match &decision.relation {
        Relation::Same | Relation::Different => String::new(),
        Relation::Hosted { host } => name(host),
        Relation::Moved { to, .. } => name(to),
    };
    let told = [
        ("name", named.into()),
        ("date", desk.instant(decision.at).into()),
    ];
    let who = if decision.by_person() {
        "person"
    } else {
        "machine"
    };
    desk.words().with(
        &format!("decided-{}-{who}", decision.relation.slug()),
        &told,
    )
}

/// What a person says of two places.
#[derive(serde::Deserialize)]
pub(super) struct Said {
    decision: String,
    #[serde(default)]
    depuis: String,
    #[serde(default)]
    motif: String,
    #[serde(default)]
    territoire: String,
}

impl Said {
    /// Nothing where the answer is none of those offered, or its date is no date.
    fn relation(&self, key: PairKey) -> Option<Relation> {
        let on = match self.depuis.trim() {
            "" => None,
            text => Some(text.parse::<NaiveDate>().ok()?),
        };
        Some(match self.decision.as_str() {
            "meme" => Relation::Same,
            "different" => Relation::Different,
            "a-heberge" => Relation::Hosted { host: key.a() },
            "b-heberge" => Relation::Hosted { host: key.b() },
            "vers-a" => Relation::Moved { to: key.a(), on },
            "vers-b" => Relation::Moved { to: key.b(), on },
            _ => return None,
        })
    }
}

/// `POST /exploitation/doublons/{a}/{b}`: decides, and goes on with the next pair.
pub(super) async fn decide(
    desk: Desk,
    Path((a, b)): Path<(String, String)>,
    Form(said): Form<Said>,
) -> Result<Response, Refused> {
    let key = key(&a, &b)?;
    let may = reached(&desk, key)?;
    let relation = said.relation(key).ok_or(Refused(StatusCode::BAD_REQUEST))?;
    let note = format!("pair-{}", relation.slug());
    let next = following(&desk, &said.territoire, key).await?;
    review::decide(desk.app(), &may, key, relation, said.motif.trim()).await?;
    let address = match next {
        Some(next) => comparison(next, &said.territoire),
        None => public::with_query(addresses::QUEUE, [(TERRITORY, &said.territoire)]),
    };
    Ok(done(&address, &note))
}
