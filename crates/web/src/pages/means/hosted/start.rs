//! An application begins: for which organisation, and whether it may, before anything is filled in.

use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::means::{applications, calls};
use portulan_app::rights;
use portulan_model::Slug;
use portulan_model::means::calls::{Call, Gate};
use portulan_policy::actions::Apply;
use portulan_policy::{Capability, Node};

use super::{Applying, Pairs, TAB, told};
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::means::words;
use crate::pages::parts::{Field, Form as Sheet, Head, Line, Part, desk_page};
use crate::pages::typed::faults;
use crate::pages::visit::Visit;

/// The key of the page: an application that is begun twice by one page is one.
const KEY: &str = "formulaire";

/// Where one begins on a call that everybody may read, from its public page.
pub(in crate::pages::means) fn way(visit: &Visit, call: &Call) -> (String, String) {
    let words = portulan_i18n::Words::new(visit.lang);
    let address = format!("/espace/candidater/{}", call.slug);
    (visit.link(&address), words.get("candidature-deposer"))
}

/// A call that everybody may read and that is held here.
fn held_here(desk: &Desk, slug: &str) -> Result<Call, Refused> {
    let slug: Slug = named(slug)?;
    let known = calls::known(&desk.visit.directory, &slug);
    let known = known.filter(|one| one.call.terms.held.is_here());
    let known = known.ok_or(Refused(StatusCode::NOT_FOUND))?;
    Ok(known.call.clone())
}

fn begins(organisation: &Slug, call: &Slug) -> String {
    format!(
        "{}/{call}/candidature",
        addresses::calls_asked(organisation)
    )
}

/// `GET /espace/candidater/{appel}`: the organisations for which one may apply, and what each may do.
pub(super) async fn choose(desk: Desk, Path(call): Path<String>) -> Result<Response, Refused> {
    let call = held_here(&desk, &call)?;
    let (words, directory) = (desk.words(), &desk.visit.directory);
    let mut lines = Vec::new();
    for grant in desk.actor().grants() {
        let Node::Organisation(slug) = grant.node() else {
            continue;
        };
        let Some(known) = directory.organisations.get(slug) else {
            continue;
        };
        let may: Result<Capability<Apply>, _> = desk.may_on(rights::organisation(directory, known));
        if may.is_err() {
            continue;
        }
        let barriers = calls::barriers(directory, &call, known).into_iter();
        let barred: Vec<String> = barriers.map(|one| told::barrier(words, one)).collect();
        let clear = barred.is_empty();
        lines.push(Line {
            words: known.name.clone(),
            address: clear.then(|| desk.visit.link(&begins(slug, &call.slug))),
            more: if clear {
                words.get("candidature-possible")
            } else {
                barred.join(" ")
            },
            button: None,
        });
    }
    let list = if lines.is_empty() {
        Part::Text(words.get("candidature-sans-structure"))
    } else {
        Part::Lines(lines)
    };
    let public = desk.visit.link(&addresses::call(&call.slug));
    let head = Head {
        crumbs: vec![(public, call.terms.title.clone())],
        lead: words.get("candidature-choisir"),
    };
    let page = desk.page(words.get("candidature-deposer"), TAB);
    Ok(desk_page(page, head, vec![list]))
}

/// `GET /espace/structures/{slug}/appels/{appel}/candidature`.
pub(super) async fn show(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
) -> Result<Response, Refused> {
    let applying = Applying::open(&desk, &slug)?;
    let call = held_here(&desk, &call)?;
    let mut answers = Answers::default();
    answers.put(KEY, applications::new_key(desk.app()));
    Ok(page(&desk, &applying, &call, &answers))
}

/// `POST /espace/structures/{slug}/appels/{appel}/candidature`.
pub(super) async fn begin(
    desk: Desk,
    Path((slug, call)): Path<(String, String)>,
    Form(pairs): Form<Pairs>,
) -> Result<Response, Refused> {
    let applying = Applying::open(&desk, &slug)?;
    let call = held_here(&desk, &call)?;
    let mut answers = Answers::of(pairs);
    if answers
        .text(KEY)
        .parse::<portulan_model::ApplicationId>()
        .is_err()
    {
        answers.put(KEY, applications::new_key(desk.app()));
    }
    let key = answers.text(KEY).to_owned();
    match applications::begin(desk.app(), &applying.may, (&call.slug, &key)).await {
        Ok(id) => Ok(done(
            &format!("{}/{id}", applying.list()),
            "candidature-commencee",
        )),
        Err(error) => {
            answers.fault(KEY, told::refusal(&desk, error)?);
            Ok(page(&desk, &applying, &call, &answers))
        }
    }
}

fn page(desk: &Desk, applying: &Applying, call: &Call, answers: &Answers) -> Response {
    let (words, visit) = (desk.words(), &desk.visit);
    let mut parts: Vec<Part> = answers.wrong(KEY).map(Part::Warning).into_iter().collect();
    parts.push(Part::Facts(words::dates(visit, &call.terms.timeline)));
    let ground = applications::ground(
        desk.app(),
        &visit.directory,
        &call.slug,
        &applying.organisation,
    );
    let ground = ground.filter(|_| answers.faults() == 0);
    match ground {
        Some(ground) if ground.is_clear() => {
            parts.push(Part::Text(words.get("candidature-possible")));
            parts.push(Part::Form(Sheet {
                id: "commencer",
                title: None,
                action: begins(&applying.organisation.slug, &call.slug),
                faults: faults(words, answers),
                fields: vec![
                    Field::Note(words.get("candidature-prerempli")),
                    Field::Hidden(KEY.to_owned(), answers.text(KEY).to_owned()),
                ],
                submit: words.get("candidature-commencer"),
                plain: false,
            }));
        }
        Some(ground) => {
            let barred = ground.barriers.iter().map(|one| told::barrier(words, *one));
            parts.extend(barred.map(Part::Warning));
            let shut = match ground.gate {
                Gate::Open => None,
                Gate::Before => Some("candidature-trop-tot"),
                Gate::Soft | Gate::Closed => Some("candidature-close"),
            };
            parts.extend(shut.map(|id| Part::Warning(words.get(id))));
        }
        None => {}
    }
    let public = visit.link(&addresses::call(&call.slug));
    let told = [("name", applying.organisation.name.as_str().into())];
    let head = Head {
        crumbs: vec![(public, call.terms.title.clone())],
        lead: words.with("candidature-pour", &told),
    };
    desk_page(
        desk.page(words.get("candidature-deposer"), TAB),
        head,
        parts,
    )
}
