//! `/espace/postes/<id>/titulaire`: who holds a post, where they agreed to be known here. Nobody else's page, list or export
//! says it; the name goes when the contract is over.

use axum::extract::{Form as Sent, Path};
use axum::response::Response;
use portulan_app::posts;
use portulan_model::people::{Email, PersonName};
use portulan_model::posts::{ContractKind, Holder, Post, PostFile};
use portulan_model::{PostId, Private};
use portulan_policy::actions::{ManagePosts, ReadHolder};
use portulan_policy::allow;

use super::words::kind_words;
use crate::auth::{Desk, Refused, done, named};
use crate::pages::addresses;
use crate::pages::editing::answers::Answers;
use crate::pages::parts::{Ask, Form, Head, Part, desk_page};
use crate::pages::typed::{Reading, faults, organisation_name};

const NAME: &str = "titulaire-nom";
const EMAIL: &str = "titulaire-courriel";
const CONTRACT: &str = "titulaire-contrat";
const SINCE: &str = "titulaire-depuis";
const UNTIL: &str = "titulaire-jusque";

/// `GET /espace/postes/{id}/titulaire`.
pub(super) async fn show(desk: Desk, Path(id): Path<String>) -> Result<Response, Refused> {
    let id: PostId = named(&id)?;
    let (post, may) = posts::read::<ReadHolder>(desk.app(), desk.actor(), id).await?;
    let file = posts::holder(desk.app(), &may, &post).await?;
    let mut answers = Answers::default();
    if let Some(holder) = &file.holder {
        fill(holder.open(&may), &mut answers);
    }
    Ok(shown(&desk, &post, &answers))
}

/// `POST /espace/postes/{id}/titulaire`: says who, or nobody.
pub(super) async fn put(
    desk: Desk,
    Path(id): Path<String>,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let id: PostId = named(&id)?;
    let (post, manage) = posts::read::<ManagePosts>(desk.app(), desk.actor(), id).await?;
    let target = posts::target(&desk.visit.directory, &post);
    let read_right = allow::<ReadHolder>(desk.actor(), target)?;
    let mut answers = Answers::of(pairs);
    let holder = read(&desk, &mut answers);
    if answers.faults() > 0 {
        return Ok(shown(&desk, &post, &answers));
    }
    let file = PostFile {
        post: post.id,
        holder: holder.map(Private::new),
    };
    posts::set_holder(desk.app(), (&manage, &read_right), (&post, &file)).await?;
    Ok(done(&addresses::post_holder(id), "titulaire-saved"))
}

fn fill(holder: &Holder, answers: &mut Answers) {
    let email = holder.email.as_ref().map(ToString::to_string);
    let until = holder.until.map(|day| day.to_string());
    answers.put(NAME, holder.name.to_string());
    answers.put(EMAIL, email.unwrap_or_default());
    answers.put(CONTRACT, holder.contract.map_or("", ContractKind::slug));
    answers.put(SINCE, holder.since.to_string());
    answers.put(UNTIL, until.unwrap_or_default());
}

/// What is typed; nobody where no name is.
fn read(desk: &Desk, answers: &mut Answers) -> Option<Holder> {
    let mut reading = Reading { desk, answers };
    let name = reading.line(NAME, PersonName::LONGEST)?;
    let name: Option<PersonName> = name.parse().ok();
    if name.is_none() {
        reading.fault(NAME, "typed-name-missing");
    }
    let typed = reading.line(EMAIL, 254);
    let email: Option<Email> = typed.as_deref().and_then(|text| text.parse().ok());
    if let Some(typed) = typed.filter(|_| email.is_none()) {
        let told = [("text", typed.into())];
        let words = reading.words().with("edit-courriel-wrong", &told);
        reading.answers.fault(EMAIL, words);
    }
    let contract = reading.one_of(CONTRACT, ContractKind::ALL, ContractKind::from_slug);
    let until = reading.day(UNTIL);
    let since = reading.needed_day(SINCE);
    if until.zip(since).is_some_and(|(until, since)| until < since) {
        reading.fault(UNTIL, "typed-period-backwards");
    }
    Some(Holder {
        name: name?,
        email,
        contract,
        since: since?,
        until,
    })
}

fn shown(desk: &Desk, post: &Post, answers: &Answers) -> Response {
    let words = desk.words();
    let target = posts::target(&desk.visit.directory, post);
    let manages = allow::<ManagePosts>(desk.actor(), target).is_ok();
    let what = if manages {
        Part::Form(sheet(desk, post, answers))
    } else {
        told(desk, answers)
    };
    let parts = vec![Part::Text(words.get("titulaire-lead")), what];
    let host = organisation_name(&desk.visit.directory, &post.host);
    let back = format!("{}, {host}", kind_words(words, post.kind));
    let way = if manages {
        addresses::post(post.id)
    } else {
        addresses::SPACE.to_owned()
    };
    let head = Head {
        crumbs: vec![(way, back)],
        lead: String::new(),
    };
    desk_page(
        desk.page(words.get("titulaire-title"), "postes"),
        head,
        parts,
    )
}

fn sheet(desk: &Desk, post: &Post, answers: &Answers) -> Form {
    let words = desk.words();
    let ask = Ask { words, answers };
    let contracts: Vec<&str> = ContractKind::ALL.iter().map(|kind| kind.slug()).collect();
    Form {
        id: "titulaire",
        title: None,
        action: addresses::post_holder(post.id),
        faults: faults(words, answers),
        fields: vec![
            ask.text(NAME, "text"),
            ask.text(EMAIL, "email"),
            ask.one_of(CONTRACT, &contracts),
            ask.day(SINCE),
            ask.day(UNTIL),
        ],
        submit: words.get("desk-save"),
        plain: false,
    }
}

/// What is known, for those who may read it and not change it.
fn told(desk: &Desk, answers: &Answers) -> Part {
    let words = desk.words();
    let fact = |id: &str| {
        let value = answers.text(id);
        let value = if value.is_empty() {
            words.get("not-known")
        } else {
            value.to_owned()
        };
        (words.get(id), value)
    };
    Part::Facts([NAME, EMAIL, SINCE, UNTIL].map(fact).into())
}
