//! `/espace/dispositifs…`: a scheme is made by the level that leads it, and changed by those who co-ordinate it.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::editing::Outcome;
use portulan_app::{Directory, rights, schemes};
use portulan_model::Place;
use portulan_model::schemes::{Scheme, SchemeField};
use portulan_policy::actions::{EditBaseline, ManageSchemes};
use portulan_policy::{Action, allow};

use super::{documents, form, own};
use crate::auth::{Desk, Refused, done};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::editing::clash;
use crate::pages::kept::{Kept, Shown};
use crate::pages::parts::{Cell, Part};
use crate::pages::typed::{Reading, organisation_name, period_words, territory_name};

type Pairs = Vec<(String, String)>;

const KEPT: Kept = Kept {
    id: "dispositif",
    tab: "dispositifs",
    list: addresses::SCHEME_DESK,
    list_words: ["disp-desk-title", "disp-desk-lead", "disp-desk-none"],
    new: (addresses::NEW_SCHEME, "disp-nouveau"),
    name: "disp-nom",
    place: "disp-lieu",
};

/// `GET /espace/dispositifs`: those that whoever looks may work on.
pub(super) async fn list(desk: Desk) -> Result<Response, Refused> {
    let directory = &desk.visit.directory;
    let own = |scheme: &&Scheme| {
        allow::<EditBaseline>(desk.actor(), rights::scheme(directory, scheme)).is_ok()
    };
    let mut all: Vec<&Scheme> = directory.levels.world().schemes.iter().collect();
    all.retain(own);
    all.sort_by(|a, b| (&a.name, &a.slug).cmp(&(&b.name, &b.slug)));
    let heads = ["disp-nom", "disp-niveau", "disp-pilote", "disp-quand"];
    let rows = all.iter().map(|scheme| row(&desk, scheme)).collect();
    let adds = desk.actor().may_somewhere(<ManageSchemes as Action>::NAME);
    Ok(KEPT.list(&desk, adds, (&heads, rows)))
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
    let mut reading = Reading::of(&desk, &mut answers);
    let (may, level) = reading.level(form::LEVEL);
    let scheme = form::read(&desk, &mut answers, level);
    match (may, scheme) {
        (Some(may), Some(scheme)) if answers.faults() == 0 => {
            let slug = schemes::create(desk.app(), &may, scheme).await?;
            Ok(done(&addresses::scheme_desk(&slug), "disp-saved"))
        }
        _ => Ok(new(&desk, &answers)),
    }
}

fn new(desk: &Desk, answers: &Answers) -> Response {
    KEPT.blank(desk, answers, form::fields(desk, answers, None))
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
    let value = |field, of: &Scheme| form::told(&desk, field, of);
    let name = |field: SchemeField| desk.words().get(field.slug());
    let words = clash::Words {
        word: SchemeField::slug,
        name: &name,
        value: &value,
    };
    // Documents and places have their own forms: what changes there does not stand in the way.
    let mine = form::over(known.clone(), typed);
    let change = words.change(&answers, (SchemeField::ALL, &known, mine));
    let here = addresses::scheme_desk(&slug);
    Ok(
        match schemes::revise(desk.app(), &may, &slug, &change).await? {
            Outcome::Saved(_) => done(&here, "disp-saved"),
            Outcome::Same => done(&here, "place-same"),
            Outcome::Clash { fields, theirs } => {
                let ways = (here.clone(), here);
                words.choose((&desk, &answers), ways, (&fields, &theirs, &change))
            }
        },
    )
}

/// `POST /espace/dispositifs/{slug}/lieux`: a place belongs to it, or no longer.
pub(super) async fn places(
    desk: Desk,
    Path(slug): Path<String>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (slug, may) = own(&desk, &slug)?;
    let mut answers = Answers::of(pairs);
    let Some(place) = KEPT.asked(&desk, &mut answers) else {
        let scheme = schemes::read(desk.app(), &may, &slug).await?;
        form::fill(&desk, &scheme, &mut answers);
        return Ok(shown(&desk, &scheme, &answers));
    };
    schemes::set_place(desk.app(), &may, &slug, place).await?;
    Ok(KEPT.told(&slug, place.1))
}

/// The desk of a scheme: each form shows its own faults.
pub(super) fn shown(desk: &Desk, scheme: &Scheme, answers: &Answers) -> Response {
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let at = Shown {
        desk,
        slug: &scheme.slug,
        answers,
    };
    let fields = form::fields(desk, answers, Some(scheme));
    let of_document = documents::is_wrong(answers);
    let mut parts = vec![
        Part::Ways(ways(&at)),
        KEPT.form((&at, scheme), fields, of_document),
    ];
    // Those that it names can be taken away, the others come from their own records.
    let by_record = |place: &Place| {
        let mut named = scheme.places.iter().map(|id| directory.survivor(id));
        (!named.any(|id| id == place.id)).then(|| words.get("disp-lieu-by-record"))
    };
    parts.extend(KEPT.places(&at, &schemes::places(directory, scheme), by_record));
    parts.extend(documents::parts(desk, scheme, answers));
    KEPT.page(desk, scheme.name.clone(), parts)
}

fn ways(at: &Shown<'_>) -> Vec<(String, String)> {
    let (words, slug) = (at.desk.words(), at.slug);
    let public = at.desk.visit.link(&addresses::scheme(slug));
    let mut ways = vec![
        (public, words.get("disp-see")),
        (addresses::scheme_posts(slug), words.get("poste-desk-title")),
        (
            addresses::scheme_baseline_desk(slug),
            words.get("socle-title"),
        ),
    ];
    ways.extend(KEPT.ways(at));
    ways
}
