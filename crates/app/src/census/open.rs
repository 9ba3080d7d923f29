//! Opening a census, and what is known of its communes: how many places of each kind are in the directory already.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::{Months, NaiveDate};
use portulan_model::census::{Body, Census, Presence, State, Town};
use portulan_model::journal::{Deed, Entry};
use portulan_model::proposals::Prose;
use portulan_model::{CensusId, CommuneCode, Place, TerritoryKey};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Actor, Capability, allow};
use serde_json::json;

use super::{Said, bodies_of, entry, machine, missing, target, today};
use crate::clock::draw;
use crate::import::author;
use crate::{App, Directory, Error, day, rights};

/// A census is over within two years: what was said earlier is old.
const LONGEST: Months = Months::new(24);

/// The form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    /// How it is called.
    pub title: String,
    /// The day by which all have answered.
    pub target: String,
    /// Codes of the communes that are ticked.
    pub communes: Vec<String>,
    /// Words of the bodies that are ticked.
    pub bodies: Vec<String>,
}

/// What is wrong with a field: its name in the form, and the message that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field.
    pub field: &'static str,
    /// Id of the message.
    pub message: &'static str,
}

/// A census to open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wish {
    /// How it is called.
    pub title: String,
    /// The territory that asks.
    pub territory: TerritoryKey,
    /// Communes of it.
    pub communes: Vec<CommuneCode>,
    /// Bodies that are looked for.
    pub bodies: Vec<Body>,
    /// The day by which all have answered.
    pub target: NaiveDate,
}

/// Reads the form of a census on a territory.
pub fn read(app: &App, territory: &TerritoryKey, typed: &Typed) -> Result<Wish, Vec<Fault>> {
    let mut faults = Vec::new();
    let mut fault = |field, message| faults.push(Fault { field, message });
    let title = Prose::line(&typed.title, Census::LONGEST_TITLE);
    match &title {
        Err(_too_long) => fault("titre", "census-title-long"),
        Ok(None) => fault("titre", "census-title-missing"),
        Ok(Some(_)) => {}
    }
    let day = target_day(app, &typed.target);
    if let Err(wrong) = day {
        fault(wrong.field, wrong.message);
    }
    let own = app.directory().reference.communes_of(territory);
    let ticked = |code: &CommuneCode| typed.communes.iter().any(|one| one == code.as_str());
    let communes: Vec<CommuneCode> = own.into_iter().filter(ticked).collect();
    if communes.is_empty() {
        fault("communes", "census-communes-missing");
    }
    if communes.len() > Census::MOST_COMMUNES {
        fault("communes", "census-communes-many");
    }
    let ticked = |body: &Body| typed.bodies.iter().any(|one| one == body.slug());
    let bodies: Vec<Body> = Body::ALL.into_iter().filter(ticked).collect();
    if bodies.is_empty() {
        fault("organismes", "census-bodies-missing");
    }
    match (title, day) {
        (Ok(Some(title)), Ok(target)) if faults.is_empty() => Ok(Wish {
            title,
            territory: territory.clone(),
            communes,
            bodies,
            target,
        }),
        _ => Err(faults),
    }
}

/// Reads the day by which all have answered.
pub fn target_day(app: &App, typed: &str) -> Result<NaiveDate, Fault> {
    let fault = |message| Fault {
        field: "echeance",
        message,
    };
    let now = today(app);
    let last = now.checked_add_months(LONGEST).unwrap_or(now);
    let read = typed.trim().parse();
    let day: NaiveDate = read.map_err(|_no_day| fault("census-target-wrong"))?;
    if day <= now || day > last {
        return Err(fault("census-target-far"));
    }
    Ok(day)
}

/// An id for a new form: sent twice, it is one census.
#[must_use]
pub fn new_id(app: &App) -> CensusId {
    let (millis, random) = draw(app.now(), app.chance());
    CensusId::from_parts(millis, random)
}

/// Opens a census. The same form again is the same census.
pub async fn create(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    wish: Wish,
) -> Result<Census, Error> {
    let here = rights::territory(&app.directory(), &wish.territory);
    rights::covers(capability, &here)?;
    let mut write = app.store().begin_census(capability).await?;
    if let Some(known) = write.census(id).await? {
        rights::covers(capability, &target(&app.directory(), &known))?;
        return Ok(known);
    }
    let by = author(capability.actor());
    let mut communes = wish.communes;
    communes.sort_unstable();
    communes.dedup();
    let census = Census {
        id,
        title: wish.title,
        territory: wish.territory,
        communes,
        bodies: wish.bodies,
        target: wish.target,
        by: by.clone(),
        created: app.now(),
    };
    let told = json!({
        "title": census.title, "territory": census.territory.to_string(), "target": census.target,
        "communes": census.communes.len(),
    });
    let line = Entry {
        deed: Deed::Created,
        after: Some(told.to_string()),
        ..entry(app, &census, &Said::Desk(by), "opened")
    };
    write.put_census(&census, &line).await?;
    for code in &census.communes {
        let town = Town::new(census.id, *code);
        let forget = day::evening(Some(*code), census.forgets());
        write.put_census_town(&town, forget).await?;
    }
    write.commit().await?;
    Ok(census)
}

/// A census of the list, and how many of its communes are in each state, by its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The census.
    pub census: Census,
    /// How many, by the word of the state.
    pub states: BTreeMap<String, u64>,
}

/// The censuses that an actor conducts, the newest first.
pub async fn list(app: &App, actor: &Actor) -> Result<Vec<Listed>, Error> {
    let may = machine()?;
    let directory = app.directory();
    let all = app.store().censuses(&may).await?;
    let counted = app.store().census_states(&may).await?;
    let theirs = |census: &Census| allow::<RunCampaign>(actor, target(&directory, census)).is_ok();
    let listed = |census: Census| {
        let id = census.id.to_string();
        let own = counted.iter().filter(|(of, _, _)| *of == id);
        Listed {
            states: own.map(|(_, state, n)| (state.clone(), *n)).collect(),
            census,
        }
    };
    Ok(all.into_iter().filter(theirs).map(listed).collect())
}

/// A census, and the capability to conduct it; a refusal for whoever may not.
pub async fn open(
    app: &App,
    actor: &Actor,
    id: CensusId,
) -> Result<(Census, Capability<RunCampaign>), Error> {
    let found = app.store().census(&machine()?, id).await?;
    let census = found.ok_or_else(|| missing(id))?;
    let may = allow::<RunCampaign>(actor, target(&app.directory(), &census))?;
    Ok((census, may))
}

/// Whether a body that is looked for is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// So many places of the directory are one.
    Known(usize),
    /// The town hall says that there is one, which is not in the directory.
    Told(String),
    /// The town hall says that there is none.
    Absent,
    /// Nobody knows yet.
    Missing,
}

/// A commune of a census, with what the directory knows of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// What the census knows.
    pub town: Town,
    /// Its name.
    pub name: String,
    /// How many places are known there.
    pub places: usize,
    /// How many of them are of each kind of body.
    pub bodies: BTreeMap<Body, usize>,
}

impl Known {
    /// Whether a body that is looked for is there.
    #[must_use]
    pub fn found(&self, body: Body) -> Found {
        match (self.bodies.get(&body), self.town.bodies.get(&body)) {
            (Some(count), _) if *count > 0 => Found::Known(*count),
            (_, Some(Presence::Here { which })) => Found::Told(which.clone()),
            (_, Some(Presence::None)) => Found::Absent,
            _ if self.has_nothing() => Found::Absent,
            _ => Found::Missing,
        }
    }

    fn has_nothing(&self) -> bool {
        matches!(
            self.town.state,
            State::NothingHere { .. } | State::Verified { nothing: true, .. }
        )
    }
}

/// The communes of a census, with what the directory knows of each, by their names.
pub async fn towns(
    app: &App,
    capability: &Capability<RunCampaign>,
    census: &Census,
) -> Result<Vec<Known>, Error> {
    let directory = app.directory();
    rights::covers(capability, &target(&directory, census))?;
    let rows = app.store().census_towns(capability, census.id).await?;
    let mut places: HashMap<CommuneCode, Vec<&Arc<Place>>> = HashMap::new();
    for place in directory.snapshot.places() {
        if let Some(code) = place.record.address.insee {
            places.entry(code).or_default().push(place);
        }
    }
    let known = |town: Town| {
        let own = places.get(&town.code).map(Vec::as_slice);
        known(&directory, town, own.unwrap_or_default())
    };
    let mut towns: Vec<Known> = rows.into_iter().map(known).collect();
    towns.sort_by_cached_key(|one| portulan_text::fold(&one.name));
    Ok(towns)
}

/// One commune of a census, with what the directory knows of it.
pub async fn town(
    app: &App,
    capability: &Capability<RunCampaign>,
    census: &Census,
    code: CommuneCode,
) -> Result<Known, Error> {
    let directory = app.directory();
    rights::covers(capability, &target(&directory, census))?;
    let row = app.store().census_town(capability, census.id, code).await?;
    let town = row.ok_or_else(|| missing(census.id))?;
    let places = places_of(&directory, code);
    Ok(known(&directory, town, &places.iter().collect::<Vec<_>>()))
}

/// The places that are shown of a commune, by their names.
#[must_use]
pub fn places_of(directory: &Directory, code: CommuneCode) -> Vec<Arc<Place>> {
    let all = directory.snapshot.places().iter();
    let own = all.filter(|place| place.record.address.insee == Some(code));
    let mut own: Vec<Arc<Place>> = own.cloned().collect();
    own.sort_by_cached_key(|place| portulan_text::fold(&place.record.name));
    own
}

fn known(directory: &Directory, town: Town, places: &[&Arc<Place>]) -> Known {
    let mut bodies = BTreeMap::new();
    for body in places.iter().flat_map(|place| bodies_of(&place.record)) {
        *bodies.entry(body).or_insert(0) += 1;
    }
    Known {
        name: name_of(directory, town.code),
        town,
        places: places.len(),
        bodies,
    }
}

/// How a commune is called; its code where nobody knows it any more.
pub(super) fn name_of(directory: &Directory, code: CommuneCode) -> String {
    let found = directory.reference.commune(&code);
    found.map_or_else(|| code.to_string(), |one| one.name.clone())
}
