//! Installations of the bench, in folders that go when it ends.

use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use portulan_app::{
    App, DatabaseUrl, Directory, Error, SeededChance, SystemClock, demonstration, import,
};
use portulan_model::{Place, PlaceRecord};
use portulan_policy::{Actor, Node, allow};
use serde::Serialize;

use crate::outcome::Failure;

/// A folder of the machine's temporary ones, removed with all it holds.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(what: &str) -> Result<Self, Failure> {
        let path =
            std::env::temp_dir().join(format!("portulan-bench-{what}-{}", std::process::id()));
        std::fs::create_dir_all(&path)
            .map_err(|error| Failure::internal("dossier temporaire", &error))?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _best_effort = std::fs::remove_dir_all(&self.0);
    }
}

/// Opens what a folder holds.
pub(crate) async fn open(folder: &Folder) -> Result<Arc<App>, Failure> {
    let url = DatabaseUrl::in_dir(folder.path());
    Ok(App::open(&url, Arc::new(SystemClock), Arc::new(SeededChance::new(1))).await?)
}

/// The demonstration and the reference, from which places are generated.
pub(crate) async fn demonstration() -> Result<Arc<Directory>, Failure> {
    let folder = Folder::new("models")?;
    let app = open(&folder).await?;
    let capability = allow(&Actor::Job("bench"), &Node::Installation).map_err(Error::from)?;
    demonstration::load(&app, &capability).await?;
    Ok(app.directory())
}

/// The shape in which a list of places is imported.
#[derive(Serialize)]
struct File<'a> {
    source: &'static str,
    places: Vec<&'a PlaceRecord>,
}

/// An installation that holds some places, taken in as an operator would.
pub(crate) async fn installation(places: &[Arc<Place>]) -> Result<Folder, Failure> {
    let folder = Folder::new("served")?;
    let app = open(&folder).await?;
    let capability = allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let file = File {
        source: "banc-d-essai",
        places: places.iter().map(|place| &place.record).collect(),
    };
    let bytes = serde_json::to_vec(&file).map_err(|error| Failure::internal("JSON", &error))?;
    let report = import::places(
        &app,
        &capability,
        "banc-d-essai.json",
        Cursor::new(bytes),
        None,
    )
    .await?;
    if report.created != places.len() {
        let what = format!("{} lieux sur {} pris", report.created, places.len());
        return Err(Failure::Internal(what));
    }
    Ok(folder)
}
