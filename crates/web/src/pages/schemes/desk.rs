//! `/espace/dispositifs…`: a scheme is made by the level that leads it, and changed by those who co-ordinate it.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::schemes;
use portulan_app::settled::Settled;
use portulan_app::{Directory, rights};
use portulan_model::TerritoryKey;
use portulan_model::schemes::Scheme;
use portulan_policy::actions::{EditBaseline, ManageSchemes};
use portulan_policy::{Action, allow};

use super::{documents, form, own};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Button, Cell, Field, Form, Head, Line, Part, Table, desk_page};
use crate::pages::typed::{Reading, faults, organisation_name, period_words, territory_name};

type Pairs = Vec<(String, String)>;

/// What was read when the form was opened.
const READ: &str = "lu";
/// The place that is added or taken away.
const PLACE: &str = "disp-lieu";

/// `GET /espace/dispositifs`: those that whoever looks may work on.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let own = |scheme: &&Scheme| {
        allow::<EditBaseline>(desk.actor(), rights::scheme(directory, scheme)).is_ok()
    };
    let mut all: Vec<&Scheme> = directory.levels.world().schemes.iter().collect();
    all.retain(own);
    all.sort_by(|a, b| (&a.name, &a.slug).cmp(&(&b.name, &b.slug)));
    let heads = ["disp-nom", "disp-niveau", "disp-pilote", "disp-quand"];
    let rows = all.iter().map(|scheme| row(&desk, scheme)).collect();
    let mut parts = Vec::new();
    if desk.actor().may_somewhere(<ManageSchemes as Action>::NAME) {
        let new = (addresses::NEW_SCHEME.to_owned(), words.get("disp-nouveau"));
        parts.push(Part::Ways(vec![new]));
    }
    if all.is_empty() {
        parts.push(Part::Text(words.get("disp-desk-none")));
    } else {
        parts.push(Part::Table(Table {
            caption: words.get("disp-desk-title"),
            heads: heads.map(|id| words.get(id)).into(),
            rows,
        }));
    }
    let page = desk.page(words.get("disp-desk-title"), "dispositifs");
    let head = Head {
        lead: words.get("disp-desk-lead"),
        ..Head::default()
    };
    Ok(desk_page(page, head, parts))
}

fn row(desk: &Desk, scheme: &Scheme) -> Vec<Cell> {
    let directory: &Directory = &desk.visit.directory;
    let manages = allow::<ManageSchemes>(desk.actor(), rights::scheme(directory, scheme)).is_ok();
    let address = if manages {
        addresses::scheme_desk(&scheme.slug)
    } else {
        addresses::scheme_baseline_desk(&scheme.slug)
    };
    let lead = scheme.lead.as_ref();
    vec![
        Cell::to(&scheme.name, address),
        Cell::of(territory_name(directory, &scheme.level)),
        Cell::of(lead.map_or_else(String::new, |slug| organisation_name(directory, slug))),
        Cell::of(period_words(desk.visit.lang, scheme.period).unwrap_or_default()),
    ]
}

/// `GET /espace/dispositifs/nouveau`.
pub(super) async fn blank(desk: Desk) -> Result<Response, Refused> {
    Ok(new(&desk, &Answers::default()))
}

/// `POST /espace/dispositifs/nouveau`.
pub(super) async fn create(desk: Desk, Sent(pairs): Sent<Pairs>) -> Result<Response, Refused> {
    let mut answers = Answers::of(pairs);
    let mut reading = Reading {
        desk: &desk,
        answers: &mut answers,
    };
    let level = reading.territory(form::LEVEL);
    let target = level
        .as_ref()
        .map(|key| rights::territory(&desk.visit.directory, key));
    let may = target.map(|target| desk.may_on::<ManageSchemes>(target));
    if let Some(Err(_)) = may {
        reading.fault(form::LEVEL, "disp-niveau-other");
    }
    let level = level.unwrap_or_else(TerritoryKey::france);
    let scheme = form::read(&desk, &mut answers, level);
    match (may, scheme) {
        (Some(Ok(may)), Some(scheme)) if answers.faults() == 0 => {
            let slug = schemes::create(desk.app(), &may, scheme).await?;
            Ok(done(&addresses::scheme_desk(&slug), "disp-saved"))
        }
        _ => Ok(new(&desk, &answers)),
    }
}

fn new(desk: &Desk, answers: &Answers) -> Response {
    let words = desk.words();
    let sheet = Form {
        id: "dispositif",
        title: None,
        action: addresses::NEW_SCHEME.to_owned(),
        faults: faults(words, answers),
        fields: form::fields(desk, answers, None),
        submit: words.get("desk-save"),
        plain: false,
    };
    let page = desk.page(words.get("disp-nouveau"), "dispositifs");
    desk_page(page, head(desk), vec![Part::Form(sheet)])
}

/// `GET /espace/dispositifs/{slug}`.
pub(super) async fn show(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let scheme = schemes::read(desk.app(), &may, &slug).await?;
    let mut answers = Answers::default();
    form::fill(&desk, &scheme, &mut answers);
    Ok(shown(&desk, &scheme, &answers))
}

/// `POST /espace/dispositifs/{slug}`.
pub(super) async fn change(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let known = schemes::read(desk.app(), &may, &slug).await?;
    let mut answers = Answers::of(pairs);
    let typed = form::read(&desk, &mut answers, known.level.clone());
    let Some(typed) = typed.filter(|_| answers.faults() == 0) else {
        return Ok(shown(&desk, &known, &answers));
    };
    let before = answers
        .first(READ)
        .and_then(|text| serde_json::from_str::<Scheme>(text).ok());
    // Documents and places have their own forms: what changes there does not stand in the way.
    let before = before.map(|before| form::over(known.clone(), before));
    let with = |known| form::over(known, typed);
    match schemes::change(desk.app(), &may, &slug, before.as_ref(), with).await? {
        Settled::Saved(_) => Ok(done(&addresses::scheme_desk(&slug), "disp-saved")),
        Settled::Same => Ok(done(&addresses::scheme_desk(&slug), "place-same")),
        Settled::Moved(theirs) => {
            answers.drop(READ);
            answers.fault("disp-nom", desk.words().get("typed-moved"));
            Ok(shown(&desk, &theirs, &answers))
        }
        Settled::Refused(never) => match never {},
    }
}

/// `POST /espace/dispositifs/{slug}/lieux`: a place belongs to it, or no longer.
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
        let scheme = schemes::read(desk.app(), &may, &slug).await?;
        form::fill(&desk, &scheme, &mut answers);
        return Ok(shown(&desk, &scheme, &answers));
    };
    schemes::set_place(desk.app(), &may, &slug, (place, belongs)).await?;
    let note = if belongs {
        "disp-lieu-added"
    } else {
        "disp-lieu-removed"
    };
    Ok(done(&addresses::scheme_desk(&slug), note))
}

/// The desk of a scheme: each form shows its own faults.
pub(super) fn shown(desk: &Desk, scheme: &Scheme, answers: &Answers) -> Response {
    let words = desk.words();
    let wrong = |names: &[&str]| names.iter().any(|name| answers.wrong(name).is_some());
    let of_place = wrong(&[PLACE]);
    let of_document = documents::is_wrong(answers);
    let read = answers.first(READ).map(str::to_owned);
    let read = read.unwrap_or_else(|| serde_json::to_string(scheme).unwrap_or_default());
    let mut fields = vec![Field::Hidden(READ.to_owned(), read)];
    fields.extend(form::fields(desk, answers, Some(scheme)));
    let own_faults = faults(words, answers).filter(|_| !of_place && !of_document);
    let mut parts = vec![Part::Ways(ways(desk, scheme))];
    parts.push(Part::Form(Form {
        id: "dispositif",
        title: Some(words.get("disp-form-title")),
        action: addresses::scheme_desk(&scheme.slug),
        faults: own_faults,
        fields,
        submit: words.get("desk-save"),
        plain: false,
    }));
    parts.extend(place_parts(desk, scheme, answers));
    parts.extend(documents::parts(desk, scheme, answers));
    let page = desk.page(scheme.name.clone(), "dispositifs");
    desk_page(page, head(desk), parts)
}

fn ways(desk: &Desk, scheme: &Scheme) -> Vec<(String, String)> {
    let words = desk.words();
    let slug = &scheme.slug;
    vec![
        (
            desk.visit.link(&addresses::scheme(slug)),
            words.get("disp-see"),
        ),
        (addresses::scheme_posts(slug), words.get("poste-desk-title")),
        (
            addresses::scheme_baseline_desk(slug),
            words.get("socle-title"),
        ),
        (
            addresses::sectors(&format!("dispositif-{slug}")),
            words.get("secteur-title"),
        ),
        (
            addresses::harmony(&format!("dispositif-{slug}")),
            words.get("harmony-way"),
        ),
    ]
}

/// Its places: those that it names can be taken away, the others come from their own records.
fn place_parts(desk: &Desk, scheme: &Scheme, answers: &Answers) -> Vec<Part> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let action = format!("{}/lieux", addresses::scheme_desk(&scheme.slug));
    let line = |place: &portulan_model::Place| {
        let named = scheme
            .places
            .iter()
            .any(|id| directory.survivor(id) == place.id);
        let name = place.record.name.clone();
        let button = named.then(|| Button {
            action: action.clone(),
            hidden: vec![
                (PLACE, place.slug.to_string()),
                ("geste", "retirer".to_owned()),
            ],
            words: words.get("edit-org-remove"),
            label: words.with("edit-org-remove-this", &[("name", name.as_str().into())]),
        });
        Line {
            address: Some(desk.visit.link(&addresses::place(&place.slug))),
            more: if named {
                String::new()
            } else {
                words.get("disp-lieu-by-record")
            },
            words: name,
            button,
        }
    };
    let all = schemes::places(directory, scheme);
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
        addresses::SCHEME_DESK.to_owned(),
        desk.words().get("disp-desk-title"),
    );
    Head {
        crumbs: vec![list],
        lead: String::new(),
    }
}
