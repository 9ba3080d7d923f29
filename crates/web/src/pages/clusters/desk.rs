//! `/espace/grappes…`: a cluster is made by one of the levels to which it is attached, and changed by those who co-ordinate
//! it.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::{clusters, rights};
use portulan_model::TerritoryKind;
use portulan_model::clusters::Cluster;
use portulan_policy::actions::ManageClusters;
use portulan_policy::{Capability, allow};

use super::{form, own};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::kept::{Kept, Shown};
use crate::pages::parts::{Cell, Part};
use crate::pages::typed::{Reading, period_words, territory_name};

type Pairs = Vec<(String, String)>;

const KEPT: Kept = Kept {
    id: "grappe",
    tab: "grappes",
    list: addresses::CLUSTER_DESK,
    list_words: ["grappe-desk-title", "grappe-desk-lead", "grappe-desk-none"],
    new: (addresses::NEW_CLUSTER, "grappe-nouvelle"),
    name: "grappe-nom",
    place: "grappe-lieu",
};

/// `GET /espace/grappes`.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let directory = &desk.visit.directory;
    let own = |one: &&Cluster| {
        allow::<ManageClusters>(desk.actor(), rights::cluster(directory, one)).is_ok()
    };
    let mut all: Vec<&Cluster> = directory.levels.world().clusters.iter().collect();
    all.retain(own);
    all.sort_by(|a, b| (&a.name, &a.slug).cmp(&(&b.name, &b.slug)));
    let heads = ["grappe-nom", "grappe-niveaux-name", "disp-quand"];
    let rows = all.iter().map(|one| row(&desk, one)).collect();
    Ok(KEPT.list(&desk, true, (&heads, rows)))
}

fn row(desk: &Desk, one: &Cluster) -> Vec<Cell> {
    let lang = desk.visit.lang;
    let levels = one.levels.iter();
    let levels = levels.map(|key| territory_name(&desk.visit.directory, key));
    let levels = portulan_i18n::listed(lang, levels.collect::<Vec<_>>());
    vec![
        Cell::to(&one.name, addresses::cluster_desk(&one.slug)),
        Cell::of(levels).and(unlinked(desk, one).unwrap_or_default()),
        Cell::of(period_words(lang, one.period).unwrap_or_default()),
    ]
}

/// A cluster is asked to be linked to the communes that work together.
fn unlinked(desk: &Desk, one: &Cluster) -> Option<String> {
    (!one.is_linked_to(TerritoryKind::Epci)).then(|| desk.words().get("grappe-unlinked"))
}

/// `GET /espace/grappes/nouvelle`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    Ok(new(&desk, &Answers::default()))
}

/// `POST /espace/grappes/nouvelle`.
pub(super) async fn create(desk: Desk, Sent(pairs): Sent<Pairs>) -> Result<Response, Refused> {
    let mut answers = Answers::of(pairs);
    let mut reading = Reading::of(&desk, &mut answers);
    let levels = reading.territories(form::LEVELS);
    if levels.is_empty() {
        reading.fault(form::LEVELS, "grappe-niveaux-missing");
    }
    let directory = &desk.visit.directory;
    let over = |key| {
        desk.may_on::<ManageClusters>(rights::territory(directory, key))
            .ok()
    };
    let may: Option<Capability<ManageClusters>> = levels.iter().find_map(over);
    if may.is_none() {
        reading.fault(form::LEVELS, "disp-niveau-other");
    }
    let cluster = form::read(&desk, &mut answers);
    match (may, cluster) {
        (Some(may), Some(cluster)) if answers.faults() == 0 => {
            let cluster = Cluster { levels, ..cluster };
            let slug = clusters::create(desk.app(), &may, cluster).await?;
            Ok(done(&addresses::cluster_desk(&slug), "disp-saved"))
        }
        _ => Ok(new(&desk, &answers)),
    }
}

fn new(desk: &Desk, answers: &Answers) -> Response {
    KEPT.blank(desk, answers, form::fields(desk, answers, None))
}

/// `GET /espace/grappes/{slug}`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let cluster = clusters::read(desk.app(), &may, &slug).await?;
    let mut answers = Answers::default();
    form::fill(&desk, &cluster, &mut answers);
    Ok(shown(&desk, &cluster, &answers))
}

/// `POST /espace/grappes/{slug}`.
pub(super) async fn change(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let known = clusters::read(desk.app(), &may, &slug).await?;
    let mut answers = Answers::of(pairs);
    let typed = form::read(&desk, &mut answers);
    let Some(typed) = typed.filter(|_| answers.faults() == 0) else {
        return Ok(shown(&desk, &known, &answers));
    };
    let before = answers
        .before()
        .map(|before| form::over(known.clone(), before));
    let with = |known| form::over(known, typed);
    let settled = clusters::change(desk.app(), &may, &slug, before.as_ref(), with).await?;
    Ok(KEPT.settled((&desk, &slug), settled, answers, shown))
}

/// `POST /espace/grappes/{slug}/lieux`.
pub(super) async fn places(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let Some(place) = KEPT.asked(&desk, &mut answers) else {
        let cluster = clusters::read(desk.app(), &may, &slug).await?;
        form::fill(&desk, &cluster, &mut answers);
        return Ok(shown(&desk, &cluster, &answers));
    };
    clusters::set_place(desk.app(), &may, &slug, place).await?;
    Ok(KEPT.told(&slug, place.1))
}

fn shown(desk: &Desk, cluster: &Cluster, answers: &Answers) -> Response {
    let (words, slug) = (desk.words(), &cluster.slug);
    let at = Shown {
        desk,
        slug,
        answers,
    };
    let mut ways = vec![
        (
            desk.visit.link(&addresses::cluster(slug)),
            words.get("disp-see"),
        ),
        (
            addresses::cluster_baseline_desk(slug),
            words.get("socle-title"),
        ),
    ];
    ways.extend(KEPT.ways(&at));
    let mut parts = vec![Part::Ways(ways)];
    parts.extend(unlinked(desk, cluster).map(Part::Warning));
    let fields = form::fields(desk, answers, Some(cluster));
    parts.push(KEPT.form((&at, cluster), fields, false));
    let all = clusters::places(&desk.visit.directory, cluster);
    parts.extend(KEPT.places(&at, &all, |_place| None));
    KEPT.page(desk, cluster.name.clone(), parts)
}
