//! The levels of the demonstration: who governs, which schemes, which roadmaps, from the State to a cluster of places.
//!
//! The file has the shape of an exchange of governance and is data alone. Facts and their sources are listed beside it
//! (`data/SOURCES.md`): what is invented bears an invented name, so that no amount, opinion or decision is ever put to a real
//! organisation. A record that is there is left as it is: whoever changed it keeps what they wrote.

use std::collections::HashMap;

use portulan_model::baseline::{Baseline, Matrix};
use portulan_model::clusters::{Cluster, Sector};
use portulan_model::governance::{Body, Committee, Decision, Meeting, Membership};
use portulan_model::journal::{Deed, Entry};
use portulan_model::means::calls::{Call, CallFile};
use portulan_model::people::Organisation;
use portulan_model::posts::Post;
use portulan_model::roadmaps::Roadmap;
use portulan_model::schemes::Scheme;
use portulan_model::{Area, ExternalId, PlaceId, Seat, TerritoryKey};
use portulan_policy::actions::ManageOrganisations;
use portulan_policy::{Actor, Capability, Node, allow};
use portulan_store::{Kept, Name as _, Write};
use serde::Deserialize;

use crate::import::author;
use crate::{App, Directory, Error};

static FILE: &str = include_str!("../../data/gouvernance-demonstration.json");

/// The records of the file.
#[derive(Debug, Deserialize)]
struct Document {
    organisations: Vec<Organisation>,
    schemes: Vec<Scheme>,
    clusters: Vec<Cluster>,
    sectors: Vec<Sector>,
    bodies: Vec<Body>,
    members: Vec<Membership>,
    committees: Vec<Committee>,
    meetings: Vec<Meeting>,
    decisions: Vec<Decision>,
    roadmaps: Vec<Roadmap>,
    calls: Vec<Call>,
    call_files: Vec<CallFile>,
    posts: Vec<Post>,
    baselines: Vec<Baseline>,
}

/// The places that the records name.
#[derive(Debug, Deserialize)]
struct Places {
    places: Vec<Known>,
}

/// A place of the file, as this installation knows it under an id of its own.
#[derive(Debug, Deserialize)]
struct Known {
    id: PlaceId,
    external: ExternalId,
}

/// Takes the records in; those that are there stay as they are.
pub(super) async fn load(app: &App, actor: &Actor) -> Result<(), Error> {
    let may: Capability<ManageOrganisations> = allow(actor, &Node::Installation)?;
    let directory = app.directory();
    let document = document(&directory)?;
    let mut write = app.store().begin_governance(&may).await?;
    let mut added = 0;
    for one in &document.organisations {
        let node = Node::Organisation(one.slug.clone()).to_string();
        let entry = entry(app, actor, node);
        added += usize::from(write.add_organisation(one, &entry).await?);
    }
    let telling = Telling { app, actor };
    added += telling
        .add(&mut write, "dispositif", &document.schemes)
        .await?;
    added += telling
        .add(&mut write, "grappe", &document.clusters)
        .await?;
    added += telling
        .add(&mut write, "secteur", &document.sectors)
        .await?;
    added += telling
        .add(&mut write, "gouvernance", &document.bodies)
        .await?;
    added += telling.add(&mut write, "membre", &document.members).await?;
    added += telling
        .add(&mut write, "comite", &document.committees)
        .await?;
    added += telling
        .add(&mut write, "seance", &document.meetings)
        .await?;
    added += telling
        .add(&mut write, "decision", &document.decisions)
        .await?;
    added += telling
        .add(&mut write, "feuille-de-route", &document.roadmaps)
        .await?;
    added += telling.add(&mut write, "appel", &document.calls).await?;
    added += telling
        .add(&mut write, "appel", &document.call_files)
        .await?;
    added += telling.add(&mut write, "poste", &document.posts).await?;
    added += telling
        .add(&mut write, "socle", &document.baselines)
        .await?;
    if added == 0 {
        return Ok(());
    }
    write.commit().await?;
    app.refresh().await
}

/// Who takes the records in, for the journal.
struct Telling<'a> {
    app: &'a App,
    actor: &'a Actor,
}

impl Telling<'_> {
    /// Adds those that are missing, and says how many.
    async fn add<T: Kept>(
        &self,
        write: &mut Write,
        kind: &str,
        records: &[T],
    ) -> Result<usize, Error> {
        let mut added = 0;
        for record in records {
            let object = format!("{kind}-{}", record.key().texts().join("-"));
            let entry = entry(self.app, self.actor, object);
            added += usize::from(write.add_kept(record, &entry).await?);
        }
        Ok(added)
    }
}

pub(super) fn entry(app: &App, actor: &Actor, object: String) -> Entry {
    Entry {
        at: app.now(),
        author: author(actor),
        behalf: None,
        subject: None,
        object,
        deed: Deed::Created,
        reason: "import of gouvernance-demonstration.json".to_owned(),
        request: format!("demonstration-{}", app.now().timestamp_millis()),
        before: None,
        after: None,
    }
}

/// The records, with the places of this installation and what each covers written out.
fn document(directory: &Directory) -> Result<Document, Error> {
    let broken = |source| Error::internal("the demonstration of governance", source);
    let named: Places = serde_json::from_str(FILE).map_err(broken)?;
    let here: HashMap<&ExternalId, PlaceId> = directory
        .snapshot
        .places()
        .iter()
        .map(|place| (&place.record.external, place.id))
        .collect();
    let mut text = FILE.to_owned();
    for place in named.places {
        if let Some(id) = here.get(&place.external) {
            text = text.replace(&place.id.to_string(), &id.to_string());
        }
    }
    let mut document: Document = serde_json::from_str(&text).map_err(broken)?;
    write_out(directory, &mut document);
    Ok(document)
}

/// A body, a scheme, a roadmap or a call that names no commune covers all those of its territory, as the reference has them today:
/// the list of a country is not typed, and it is kept in full.
fn write_out(directory: &Directory, document: &mut Document) {
    let all = |key: &TerritoryKey| Area::of_communes(directory.reference.communes_of(key));
    for scheme in document
        .schemes
        .iter_mut()
        .filter(|one| one.area.is_empty())
    {
        scheme.area = all(&scheme.level);
    }
    for body in document.bodies.iter_mut().filter(|one| one.area.is_empty()) {
        if let Seat::Territory(key) = &body.seat {
            body.area = all(key);
        }
    }
    for roadmap in document
        .roadmaps
        .iter_mut()
        .filter(|one| one.area.is_empty())
    {
        let mut bodies = document.bodies.iter();
        if let Some(body) = bodies.find(|body| body.slug == roadmap.body) {
            roadmap.area = body.area.clone();
        }
    }
    write_out_calls(document);
    // Cells are sorted by the ids of places, which are not those of the file.
    let baselines = std::mem::take(&mut document.baselines).into_iter();
    let sorted = baselines.map(|mut one| {
        let sort = |matrix: Matrix| matrix.cells().cloned().fold(Matrix::default(), Matrix::say);
        one.matrix = one.matrix.map(sort);
        one
    });
    document.baselines = sorted.collect();
}

/// A call that names no commune is for all that the body that follows it covers.
fn write_out_calls(document: &mut Document) {
    for call in document
        .calls
        .iter_mut()
        .filter(|one| one.terms.area.is_empty())
    {
        let mut bodies = document.bodies.iter();
        if let Some(body) = bodies.find(|body| body.slug == call.followed_by) {
            call.terms.area = body.area.clone();
        }
    }
}

#[cfg(test)]
mod tests;
