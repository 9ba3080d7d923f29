//! `bench levels`: the processor time of the page of levels over that of the page of a place, in one run.
//!
//! A directory of places is served with governance at three sizes. Both pages are asked in turn, over many communes and
//! many places, so that hardly any answer is one made a moment ago.

use std::sync::Arc;

use portulan_app::exchange::{Exchange, import};
use portulan_app::{App, Clock, Directory, Error, SystemClock};
use portulan_geo::Reference;
use portulan_i18n::{Lang, decimal};
use portulan_model::{TerritoryCode, TerritoryKind};
use portulan_policy::actions::Restore;
use portulan_policy::{Actor, Capability, Node, allow};
use serde::Serialize;
use serde_json::{Value, json};

use super::generate::Generator;
use super::governed::Governance;
use super::loaded::{self, Folder};
use super::served::{First, Pages, pages};
use super::timing::{exponent, float, rounded};
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Fewest bodies: a sixteenth of them must still be some.
const FEWEST: usize = 160;
/// Places that are served beside: as many as fill the towns of several départements.
const PLACES: usize = 2_000;
/// Communes, and places, that are asked for.
const ASKED: usize = 400;
/// Pages that tell of the whole country.
const WIDEST: [&str; 3] = [
    "/niveaux/pays-fr",
    "/ecosysteme?territoire=pays-fr",
    "/territoires/pays-fr/chiffres",
];
/// Roadmaps of one document: all of them at once would fill the memory.
const AT_ONCE: usize = 500;

/// One size.
#[derive(Debug, Serialize)]
struct Sized {
    bodies: usize,
    members: usize,
    roadmaps: usize,
    actions: usize,
    levels_cpu_us: f64,
    place_cpu_us: f64,
    ratio: f64,
    bytes: usize,
    widest: Vec<First>,
}

/// Everything measured, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Report {
    seed: u64,
    places: usize,
    communes: usize,
    /// Of the largest size: the bar is 5.
    ratio: f64,
    /// Growth of the time of the page of levels, from a sixteenth of the bodies to all.
    exponent: Option<f64>,
    /// The same of each of the widest pages.
    widest_exponents: Vec<Option<f64>>,
    sizes: Vec<Sized>,
}

/// What is measured.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(crate) struct LevelsArgs {
    /// How many bodies; members, roadmaps and actions are in proportion.
    #[arg(long, default_value = "2000")]
    bodies: usize,
    /// Seed of the places.
    #[arg(long, default_value = "1")]
    seed: u64,
    /// Print one JSON object.
    #[arg(long)]
    json: bool,
}

/// Measures and prints.
pub(crate) async fn levels(args: LevelsArgs) -> Result<(), Failure> {
    let LevelsArgs { bodies, seed, json } = args;
    if bodies < FEWEST {
        let text = words().with("bench-levels-too-few", &[("fewest", FEWEST.into())]);
        return Err(Failure::Usage(text));
    }
    let directory = loaded::demonstration().await?;
    let generated = Generator::new(directory.snapshot.places(), &directory.reference)
        .map(|generator| generator.places(PLACES, seed))
        .ok_or_else(|| Failure::Internal("aucun lieu de démonstration".to_owned()))?;
    let folder = Arc::new(loaded::installation(&generated).await?);
    let communes = communes(&directory.reference);
    let mut sizes = Vec::new();
    for part in [16, 4, 1] {
        sizes.push(size(&folder, &directory, bodies / part, &communes).await?);
    }
    let growth: Vec<(f64, f64)> = sizes
        .iter()
        .map(|size| (float(size.bodies), size.levels_cpu_us))
        .collect();
    let widest_exponents = (0..WIDEST.len())
        .map(|rank| growth_of(&sizes, rank))
        .collect();
    let report = Report {
        seed,
        places: PLACES,
        communes: communes.len(),
        ratio: sizes.last().map_or(f64::NAN, |size| size.ratio),
        exponent: exponent(&growth).map(|exponent| rounded(exponent, 3)),
        widest_exponents,
        sizes,
    };
    if json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

/// How the time of one of the widest pages grows with the number of bodies.
fn growth_of(sizes: &[Sized], rank: usize) -> Option<f64> {
    let points: Option<Vec<(f64, f64)>> = sizes
        .iter()
        .map(|size| Some((float(size.bodies), size.widest.get(rank)?.cpu_ms)))
        .collect();
    exponent(&points?).map(|exponent| rounded(exponent, 3))
}

/// Writes the governance of one size, serves it, and measures.
async fn size(
    folder: &Arc<Folder>,
    directory: &Arc<Directory>,
    bodies: usize,
    communes: &[String],
) -> Result<Sized, Failure> {
    let today = SystemClock.now().date_naive();
    let governance = Governance::of(&directory.reference, bodies, today)
        .ok_or_else(|| Failure::Internal("gouvernance inventée".to_owned()))?;
    write(folder, &governance).await?;
    let (folder, communes) = (Arc::clone(folder), communes.to_vec());
    let measuring = tokio::task::spawn_blocking(move || pages(&folder, &communes, ASKED, &WIDEST));
    let measured: Pages = measuring
        .await
        .map_err(|error| Failure::internal("mesure par HTTP", &error))??;
    Ok(Sized {
        bodies: governance.bodies.len(),
        members: governance.members.len(),
        roadmaps: governance.roadmaps.len(),
        actions: governance.actions(),
        levels_cpu_us: rounded(measured.one_us, 1),
        place_cpu_us: rounded(measured.other_us, 1),
        ratio: rounded(measured.one_us / measured.other_us, 2),
        bytes: measured.bytes,
        widest: measured.widest,
    })
}

/// Adds what is not there yet, as a territory takes in the governance of another.
async fn write(folder: &Folder, governance: &Governance) -> Result<(), Failure> {
    let app = loaded::open(folder).await?;
    let organisation =
        |slug| json!({ "slug": slug, "name": format!("Structure {slug}"), "territory": "pays-fr" });
    let organisations: Vec<Value> = governance.organisations().map(organisation).collect();
    let first = json!({
        "organisations": organisations,
        "bodies": governance.bodies,
        "members": governance.members,
    });
    take(&app, first).await?;
    for roadmaps in governance.roadmaps.chunks(AT_ONCE) {
        take(&app, json!({ "roadmaps": roadmaps })).await?;
    }
    Ok(())
}

/// Takes a document in; every record must be taken.
async fn take(app: &App, mut document: Value) -> Result<(), Failure> {
    let heading = [
        ("portulan", json!("gouvernance")),
        ("version", json!(1)),
        ("territory", json!("pays-fr")),
    ];
    if let Some(fields) = document.as_object_mut() {
        fields.extend(heading.map(|(name, value)| (name.to_owned(), value)));
    }
    let exchange = Exchange::from_value(document).map_err(Error::from)?;
    let may: Capability<Restore> =
        allow(&Actor::Operator, &Node::Installation).map_err(Error::from)?;
    let report = import(app, &may, &exchange).await?;
    if report.refused > 0 {
        let first = report.refusals().next();
        return Err(Failure::Internal(format!(
            "{} refus : {first:?}",
            report.refused
        )));
    }
    Ok(())
}

/// Communes all over the country, a fixed step apart.
fn communes(reference: &Reference) -> Vec<String> {
    let mut codes: Vec<String> = reference
        .of_kind(TerritoryKind::Commune)
        .filter_map(|one| match one.key.code() {
            TerritoryCode::Commune(code) => Some(code.to_string()),
            _ => None,
        })
        .collect();
    codes.sort_unstable();
    let step = (codes.len() / ASKED).max(1);
    let asked = codes.into_iter().step_by(step);
    asked
        .map(|code| format!("/niveaux/commune-{code}"))
        .collect()
}

fn tell(report: &Report) {
    let words = words();
    let figure = |number: f64, decimals: usize| decimal(Lang::Fr, number, decimals);
    for size in &report.sizes {
        say(&words.with(
            "bench-levels-size",
            &[
                ("bodies", size.bodies.into()),
                ("members", size.members.into()),
                ("roadmaps", size.roadmaps.into()),
                ("actions", size.actions.into()),
                ("ours", figure(size.levels_cpu_us, 0).into()),
                ("place", figure(size.place_cpu_us, 0).into()),
                ("ratio", figure(size.ratio, 2).into()),
            ],
        ));
    }
    let largest = report.sizes.last().map_or(&[][..], |size| &size.widest);
    for (page, exponent) in largest.iter().zip(&report.widest_exponents) {
        say(&words.with(
            "bench-levels-widest",
            &[
                ("address", page.address.into()),
                ("time", figure(page.cpu_ms, 1).into()),
                ("kilobytes", figure(float(page.bytes) / 1_024.0, 0).into()),
                ("exponent", figure(exponent.unwrap_or(f64::NAN), 2).into()),
            ],
        ));
    }
    let exponent = report.exponent.unwrap_or(f64::NAN);
    say(&words.with(
        "bench-levels-growth",
        &[
            ("communes", report.communes.into()),
            ("ratio", figure(report.ratio, 2).into()),
            ("exponent", figure(exponent, 2).into()),
        ],
    ));
}
