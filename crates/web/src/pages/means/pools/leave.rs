//! `…/mutualisations/<pool>/quitter`: an organisation leaves a pool. What each of the others would have is told before.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::means::pools::{self, Given, Held, Parting, PoolError};
use portulan_model::Slug;
use portulan_model::people::Organisation;
use portulan_policy::actions::JoinPools;

use super::acts::{refuse, version};
use super::own::{TAB, held as found, speaking};
use super::{Pairs, VERSION, WHY, draw, of_organisation, told};
use crate::auth::{Desk, Refused, done};
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Field, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults};

const NEXT: &str = "mut-suivant";

/// `GET …/{pool}/quitter`.
pub(super) async fn ask(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (organisation, _may) = speaking::<JoinPools>(&desk, &slug)?;
    let held = found(&desk, organisation, &pool).await?;
    let mut answers = Answers::default();
    answers.put(VERSION, held.version().to_string());
    page(&desk, (organisation, &held), &answers)
}

/// `POST …/{pool}/quitter`.
pub(super) async fn leave(
    desk: Desk,
    Path((slug, pool)): Path<(String, String)>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Refused> {
    let (organisation, may) = speaking::<JoinPools>(&desk, &slug)?;
    let held = found(&desk, organisation, &pool).await?;
    let mut answers = Answers::of(pairs);
    let why = Reading::of(&desk, &mut answers).prose(WHY);
    if why.is_none() {
        answers.fault(WHY, desk.words().get("mut-refus-motif"));
    }
    let next: Option<Slug> = answers.text(NEXT).parse().ok();
    if answers.faults() > 0 {
        return page(&desk, (organisation, &held), &answers);
    }
    let given = Given {
        pool: &held.record.slug,
        version: version(&answers),
        why: why.as_ref(),
    };
    match pools::leave(desk.app(), &may, given, next.as_ref()).await {
        Ok(()) => {
            let here = of_organisation(&organisation.slug, held.record.slug.as_str());
            Ok(done(&here, "mut-quitter"))
        }
        Err(error) => {
            refuse(&desk, &mut answers, error)?;
            page(&desk, (organisation, &held), &answers)
        }
    }
}

fn page(
    desk: &Desk,
    (organisation, held): (&Organisation, &Held),
    answers: &Answers,
) -> Result<Response, Refused> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let slug = &organisation.slug;
    let stay = held.next_leads(directory, slug);
    let leads = held
        .lead()
        .is_some_and(|lead| pools::today(directory, lead) == *slug);
    let parting = pools::parting(desk.app(), desk.actor(), held, (slug, stay.first()));
    let mut parts = match parting {
        Ok(parting) => consequences(desk, held, &parting)?,
        Err(PoolError::Other(error)) => return Err(error.into()),
        Err(error) => vec![Part::Warning(told::refusal(desk, error)?)],
    };
    let ask = Ask { words, answers };
    let mut fields = Vec::new();
    if leads && stay.len() > 1 {
        let named = |slug: &Slug| (slug.to_string(), told::named(desk, slug));
        fields.push(ask.select(NEXT, stay.iter().map(named)));
    }
    fields.push(ask.area(WHY, 3));
    let version = answers.text(VERSION).to_owned();
    fields.push(Field::Hidden(VERSION.to_owned(), version));
    let here = of_organisation(slug, held.record.slug.as_str());
    parts.push(Part::Form(Form {
        id: "depart",
        title: None,
        action: format!("{here}/quitter"),
        faults: faults(words, answers),
        fields,
        submit: words.get("mut-quitter"),
        plain: true,
    }));
    let head = Head {
        crumbs: vec![(desk.visit.link(&here), held.record.title.clone())],
        lead: words.get("mut-quitter-aide"),
    };
    Ok(desk_page(
        desk.page(words.get("mut-quitter"), TAB),
        head,
        parts,
    ))
}

/// What leaving changes, for whoever leaves and for the others.
fn consequences(desk: &Desk, held: &Held, parting: &Parting) -> Result<Vec<Part>, Refused> {
    let words = desk.words();
    let directory = &desk.visit.directory;
    let freed: Vec<String> = parting.freed.iter().map(draw::title).collect();
    let freed = portulan_i18n::listed(desk.visit.lang, freed);
    let mut parts = vec![Part::Text(
        words.with("mut-depart-libres", &[("wants", freed.into())]),
    )];
    if parting.rest.is_none() {
        parts.push(Part::Warning(words.get("mut-depart-defaite")));
        return Ok(parts);
    }
    let now = draw::counted(held.shares(directory))?;
    let then = draw::counted(parting.shares(directory))?;
    parts.push(Part::Text(words.get("mut-depart-suite")));
    parts.push(Part::Table(draw::beside(desk, &now, &then)));
    Ok(parts)
}
