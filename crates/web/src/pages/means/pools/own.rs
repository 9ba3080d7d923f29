//! `/espace/structures/<slug>/mutualisations`: the pools in which an organisation has a part; of each its share, and whether it
//! agrees.

use axum::extract::{Form as Sent, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::pools::{self, Given, Held};
use portulan_app::rights;
use portulan_i18n::amount;
use portulan_model::Slug;
use portulan_model::people::Organisation;
use portulan_policy::actions::{JoinPools, ReadPool};
use portulan_policy::{Alone, Capability};

use super::acts::version;
use super::{Pairs, VERSION, body, draw, followed, list as table, of_organisation, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Field, Form, Head, Part, desk_page};

/// The tab of the desk.
pub(super) const TAB: &str = "structures";

/// An organisation of an address, and a right over it.
pub(super) fn speaking<'a, A: Alone>(
    desk: &'a Desk,
    slug: &str,
) -> Result<(&'a Organisation, Capability<A>), Refused> {
    let slug: Slug = named(slug)?;
    let directory = &desk.visit.directory;
    let known = directory.organisations.get(&slug);
    let organisation = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
    let may = desk.may_on(rights::organisation(directory, organisation))?;
    Ok((organisation, may))
}

/// A pool in which an organisation has a part, or had one.
pub(super) async fn held(
    desk: &Desk,
    organisation: &Organisation,
    pool: &str,
) -> Result<Held, Refused> {
    let reads: Capability<ReadPool> =
        desk.may_on(rights::organisation(&desk.visit.directory, organisation))?;
    let pool: Slug = named(pool)?;
    Ok(pools::find(desk.app(), &reads, &pool).await?)
}

/// `GET /espace/structures/{slug}/mutualisations`.
pub(super) async fn list(desk: Desk, Path(slug): Path<String>) -> Result<Response, Refused> {
    let (organisation, may) = speaking::<ReadPool>(&desk, &slug)?;
    let words = desk.words();
    let all = pools::of_organisation(desk.app(), &may).await?;
    let (stand, over): (Vec<Held>, Vec<Held>) =
        all.into_iter().partition(|one| one.record.stage.stands());
    let at = |pool: &Slug| of_organisation(&organisation.slug, pool.as_str());
    let mut parts = vec![Part::Title("en-cours", words.get("mut-en-cours"))];
    parts.push(table::table(&desk, "mut-en-cours", &stand, at)?);
    if !over.is_empty() {
        parts.push(Part::Title("finies", words.get("mut-finies")));
        parts.push(table::table(&desk, "mut-finies", &over, at)?);
    }
    let head = Head {
        crumbs: Vec::new(),
        lead: words.get("mut-own-lead"),
    };
    let told = [("name", organisation.name.as_str().into())];
    let page = desk.page(words.with("mut-title-of", &told), TAB);
    Ok(desk_page(page, head, parts))
}

/// `GET /espace/structures/{slug}/mutualisations/{pool}`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (organisation, _may) = speaking::<ReadPool>(&desk, &slug)?;
    let held = held(&desk, organisation, &pool).await?;
    page(&desk, (organisation, &held), &Answers::default()).await
}

/// `POST /espace/structures/{slug}/mutualisations/{pool}`.
pub(super) async fn agree(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (organisation, may) = speaking::<JoinPools>(&desk, &slug)?;
    let held = held(&desk, organisation, &pool).await?;
    let mut answers = Answers::of(pairs);
    let given = Given {
        pool: &held.record.slug,
        version: version(&answers),
        why: None,
    };
    match pools::agree(desk.app(), &may, given).await {
        Ok(()) => {
            let here = of_organisation(&organisation.slug, held.record.slug.as_str());
            Ok(done(&here, "mut-accepter"))
        }
        Err(error) => {
            let told = told::refusal(&desk, error)?;
            answers.fault(VERSION, told);
            page(&desk, (organisation, &held), &answers).await
        }
    }
}

async fn page(
    desk: &Desk,
    (organisation, held): (&Organisation, &Held),
    answers: &Answers,
) -> Result<Response, Refused> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let here = |end: &str| {
        let pool = &held.record.slug;
        of_organisation(&organisation.slug, &format!("{pool}{end}"))
    };
    let mut parts = Vec::new();
    let shares = draw::counted(held.shares(directory))?;
    if let Some(share) = shares.get(&organisation.slug) {
        let lang = desk.visit.lang;
        let told = [
            ("total", amount(lang, share.total).into()),
            ("own", amount(lang, share.own).into()),
            ("common", amount(lang, share.common).into()),
        ];
        parts.push(Part::Text(words.with("mut-votre-part", &told)));
    }
    if held.awaited(directory).contains(&organisation.slug) {
        parts.push(Part::Form(agreement(desk, held, here(""), answers)));
    }
    let mut ways = body::ways(desk, held);
    if held.record.stage.stands() && shares.contains_key(&organisation.slug) {
        let leave = desk.visit.link(&here("/quitter"));
        ways.push((leave, words.get("mut-quitter")));
    }
    if !ways.is_empty() {
        parts.push(Part::Ways(ways));
    }
    let after = followed::parts(desk, held).await?;
    parts.extend(draw::pool(desk, held, after)?);
    let told = [("name", organisation.name.as_str().into())];
    let list = desk.visit.link(&of_organisation(&organisation.slug, ""));
    let head = Head {
        crumbs: vec![(list, words.with("mut-title-of", &told))],
        lead: body::lead(desk, held),
    };
    let page = desk.page(held.record.title.clone(), TAB);
    Ok(desk_page(page, head, parts))
}

/// The button by which an organisation agrees to what the page shows, and to nothing else.
fn agreement(desk: &Desk, held: &Held, action: String, answers: &Answers) -> Form {
    let words = desk.words();
    Form {
        id: "accord",
        title: Some(words.get("mut-accord")),
        action,
        faults: answers.wrong(VERSION),
        fields: vec![
            Field::Note(words.with("mut-accord-aide", &[("version", held.version().into())])),
            Field::Hidden(VERSION.to_owned(), held.version().to_string()),
        ],
        submit: words.get("mut-accepter"),
        plain: false,
    }
}
