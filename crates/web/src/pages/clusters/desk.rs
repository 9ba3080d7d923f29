//! `/espace/grappes…`: a cluster is made by one of the levels to which it is attached, and changed by those who co-ordinate
//! it.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::settled::Settled;
use portulan_app::{clusters, rights};
use portulan_model::clusters::Cluster;
use portulan_model::{Place, TerritoryKind};
use portulan_policy::actions::ManageClusters;
use portulan_policy::{Capability, allow};

use super::{form, own};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Button, Cell, Field, Form, Head, Line, Part, Table, desk_page};
use crate::pages::typed::{Reading, faults, period_words, territory_name};

type Pairs = Vec<(String, String)>;

/// What was read when the form was opened.
const READ: &str = "lu";
/// The place that is added or taken away.
const PLACE: &str = "grappe-lieu";

/// `GET /espace/grappes`.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let own = |one: &&Cluster| {
        allow::<ManageClusters>(desk.actor(), rights::cluster(directory, one)).is_ok()
    };
    let mut all: Vec<&Cluster> = directory.levels.world().clusters.iter().collect();
    all.retain(own);
    all.sort_by(|a, b| (&a.name, &a.slug).cmp(&(&b.name, &b.slug)));
    let row = |one: &&Cluster| {
        let levels = one.levels.iter().map(|key| territory_name(directory, key));
        let levels = portulan_i18n::listed(desk.visit.lang, levels.collect::<Vec<_>>());
        let unlinked = !one.is_linked_to(TerritoryKind::Epci);
        let warning = if unlinked {
            words.get("grappe-unlinked")
        } else {
            String::new()
        };
        vec![
            Cell::to(&one.name, addresses::cluster_desk(&one.slug)),
            Cell::of(levels).and(warning),
            Cell::of(period_words(desk.visit.lang, one.period).unwrap_or_default()),
        ]
    };
    let rows: Vec<Vec<Cell>> = all.iter().map(row).collect();
    let mut parts = vec![Part::Ways(vec![(
        addresses::NEW_CLUSTER.to_owned(),
        words.get("grappe-nouvelle"),
    )])];
    parts.push(if rows.is_empty() {
        Part::Text(words.get("grappe-desk-none"))
    } else {
        let heads = ["grappe-nom", "grappe-niveaux-name", "disp-quand"];
        Part::Table(Table {
            caption: words.get("grappe-desk-title"),
            heads: heads.map(|id| words.get(id)).into(),
            rows,
        })
    });
    let page = desk.page(words.get("grappe-desk-title"), "grappes");
    let head = Head {
        lead: words.get("grappe-desk-lead"),
        ..Head::default()
    };
    Ok(desk_page(page, head, parts))
}

/// `GET /espace/grappes/nouvelle`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    Ok(new(&desk, &Answers::default()))
}

/// `POST /espace/grappes/nouvelle`.
pub(super) async fn create(desk: Desk, Sent(pairs): Sent<Pairs>) -> Result<Response, Refused> {
    let mut answers = Answers::of(pairs);
    let mut reading = Reading {
        desk: &desk,
        answers: &mut answers,
    };
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
    let words = desk.words();
    let sheet = Form {
        id: "grappe",
        title: None,
        action: addresses::NEW_CLUSTER.to_owned(),
        faults: faults(words, answers),
        fields: form::fields(desk, answers, None),
        submit: words.get("desk-save"),
        plain: false,
    };
    let page = desk.page(words.get("grappe-nouvelle"), "grappes");
    desk_page(page, head(desk), vec![Part::Form(sheet)])
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
        .first(READ)
        .and_then(|text| serde_json::from_str::<Cluster>(text).ok());
    let before = before.map(|before| form::over(known.clone(), before));
    let with = |known| form::over(known, typed);
    match clusters::change(desk.app(), &may, &slug, before.as_ref(), with).await? {
        Settled::Saved(_) => Ok(done(&addresses::cluster_desk(&slug), "disp-saved")),
        Settled::Same => Ok(done(&addresses::cluster_desk(&slug), "place-same")),
        Settled::Moved(theirs) => {
            answers.drop(READ);
            answers.fault("grappe-nom", desk.words().get("typed-moved"));
            Ok(shown(&desk, &theirs, &answers))
        }
        Settled::Refused(never) => match never {},
    }
}

/// `POST /espace/grappes/{slug}/lieux`.
pub(super) async fn places(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let belongs = !answers.has("geste", "retirer");
    let mut reading = Reading {
        desk: &desk,
        answers: &mut answers,
    };
    let Some(place) = reading.place(PLACE) else {
        let cluster = clusters::read(desk.app(), &may, &slug).await?;
        form::fill(&desk, &cluster, &mut answers);
        return Ok(shown(&desk, &cluster, &answers));
    };
    clusters::set_place(desk.app(), &may, &slug, (place, belongs)).await?;
    let note = if belongs {
        "disp-lieu-added"
    } else {
        "disp-lieu-removed"
    };
    Ok(done(&addresses::cluster_desk(&slug), note))
}

fn shown(desk: &Desk, cluster: &Cluster, answers: &Answers) -> Response {
    let words = desk.words();
    let of_place = answers.wrong(PLACE).is_some();
    let read = answers.first(READ).map(str::to_owned);
    let read = read.unwrap_or_else(|| serde_json::to_string(cluster).unwrap_or_default());
    let mut fields = vec![Field::Hidden(READ.to_owned(), read)];
    fields.extend(form::fields(desk, answers, Some(cluster)));
    let slug = &cluster.slug;
    let mut parts = vec![Part::Ways(vec![
        (
            desk.visit.link(&addresses::cluster(slug)),
            words.get("disp-see"),
        ),
        (
            addresses::cluster_baseline_desk(slug),
            words.get("socle-title"),
        ),
        (
            addresses::sectors(&format!("grappe-{slug}")),
            words.get("secteur-title"),
        ),
        (
            addresses::harmony(&format!("grappe-{slug}")),
            words.get("harmony-way"),
        ),
    ])];
    if !cluster.is_linked_to(TerritoryKind::Epci) {
        parts.push(Part::Warning(words.get("grappe-unlinked")));
    }
    parts.push(Part::Form(Form {
        id: "grappe",
        title: Some(words.get("disp-form-title")),
        action: addresses::cluster_desk(slug),
        faults: faults(words, answers).filter(|_| !of_place),
        fields,
        submit: words.get("desk-save"),
        plain: false,
    }));
    parts.extend(place_parts(desk, cluster, answers));
    let page = desk.page(cluster.name.clone(), "grappes");
    desk_page(page, head(desk), parts)
}

fn place_parts(desk: &Desk, cluster: &Cluster, answers: &Answers) -> Vec<Part> {
    let words = desk.words();
    let action = format!("{}/lieux", addresses::cluster_desk(&cluster.slug));
    let line = |place: &Place| {
        let told = [("name", place.record.name.as_str().into())];
        Line {
            words: place.record.name.clone(),
            address: Some(desk.visit.link(&addresses::place(&place.slug))),
            more: String::new(),
            button: Some(Button {
                action: action.clone(),
                hidden: vec![
                    (PLACE, place.slug.to_string()),
                    ("geste", "retirer".to_owned()),
                ],
                words: words.get("edit-org-remove"),
                label: words.with("edit-org-remove-this", &told),
            }),
        }
    };
    let all = clusters::places(&desk.visit.directory, cluster);
    let ask = Ask { words, answers };
    let count = words.with("disp-lieux", &[("n", all.len().into())]);
    vec![
        Part::Title("lieux", count),
        Part::Lines(all.into_iter().map(line).collect()),
        Part::Form(Form {
            id: "ajouter-lieu",
            title: None,
            action,
            faults: answers.wrong(PLACE).and_then(|_| faults(words, answers)),
            fields: vec![ask.text(PLACE, "text")],
            submit: words.get("edit-org-attach"),
            plain: false,
        }),
    ]
}

fn head(desk: &Desk) -> Head {
    let list = (
        addresses::CLUSTER_DESK.to_owned(),
        desk.words().get("grappe-desk-title"),
    );
    Head {
        crumbs: vec![list],
        lead: String::new(),
    }
}
