//! `/espace/personnes/{node}`: who holds a role on a node; inviting, and taking back.

use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;
use axum::response::Response;
use portulan_app::people::{self, Given, NewInvitation, PeopleError};
use portulan_app::{rights, sources};
use portulan_i18n::{Arg, Words};
use portulan_model::people::{Email, PersonName};
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Capability, Grant, Node, Role, Target};

use crate::auth::{Desk, Refused, done, named};
use crate::pages::answer::Answer;
use crate::pages::page::{Page, html_with};
use crate::pages::visit::Visit;

#[derive(Template)]
#[template(path = "account/people.html")]
struct People {
    page: Page,
    action: String,
    held: Vec<Held>,
    /// Invitations: what each is withdrawn by, its address, its role.
    waiting: Vec<(String, String, String)>,
    /// Roles on what is no more, and stood under this node.
    strays: Vec<Held>,
    roles: Vec<(&'static str, String)>,
    form: Typed,
    faults: bool,
}

struct Held {
    id: String,
    name: String,
    role: String,
    until: Option<String>,
    /// Whether whoever looks may take it back.
    theirs: bool,
}

#[derive(Default)]
struct Typed {
    email: Answer,
    name: Answer,
    role: Answer,
    until: Answer,
}

/// "Co-ordinator, Rennes".
pub(super) async fn role_on(visit: &Visit, grant: &Grant) -> Result<String, Refused> {
    let node = node_name(visit, grant.node()).await?;
    Ok(role_at(Words::new(visit.lang), grant.role(), &node))
}

fn role_at(words: Words, role: Role, node: &str) -> String {
    let role = words.get(&format!("role-{role}"));
    words.with(
        "role-on",
        &[("role", Arg::from(role)), ("node", Arg::from(node))],
    )
}

/// How people call a node.
async fn node_name(visit: &Visit, node: &Node) -> Result<String, Refused> {
    let directory = &visit.directory;
    let found = match node {
        Node::Installation => Some(Words::new(visit.lang).get("node-installation")),
        Node::Territory(key) => directory
            .reference
            .territory(key)
            .map(|one| one.name.clone()),
        Node::Organisation(slug) => directory
            .organisations
            .get(slug)
            .map(|one| one.name.clone()),
        Node::Place(slug) => directory
            .snapshot
            .by_slug(slug.as_str())
            .map(|place| place.record.name.clone()),
        Node::Source(slug) => sources::name(&visit.state.app, slug).await?,
        Node::Cluster(_) | Node::Scheme(_) | Node::Body(_) => rights::name(directory, node),
        // No role is held on an envelope.
        Node::Envelope(_) => None,
    };
    Ok(found.unwrap_or_else(|| node.to_string()))
}

/// The node of an address, as it stands among the others: what is not known is not found.
async fn target(desk: &Desk, text: &str) -> Result<Target, Refused> {
    let node: Node = named(text)?;
    let target = match &node {
        Node::Source(slug) => sources::target(desk.app(), slug).await?,
        other => rights::node(&desk.visit.directory, other),
    };
    target.ok_or(Refused(StatusCode::NOT_FOUND))
}

/// `GET /espace/personnes/{node}`.
pub(super) async fn show(desk: Desk, Path(node): Path<String>) -> Result<Response, Refused> {
    let target = target(&desk, &node).await?;
    page(&desk, &target, Typed::default()).await
}

async fn page(desk: &Desk, target: &Target, form: Typed) -> Result<Response, Refused> {
    let capability = desk.may_on::<GrantRoles>(target.clone())?;
    let held = people::held_on(desk.app(), &capability).await?;
    let waiting = people::standing(desk.app(), &capability).await?;
    let strays = people::strays(desk.app(), &capability).await?;
    let words = desk.words();
    let faults = [&form.email, &form.name, &form.role, &form.until];
    let faults = faults.iter().any(|answer| answer.wrong.is_some());
    let name = node_name(&desk.visit, target.node()).await?;
    let title = words.with("people-title", &[("node", name.as_str().into())]);
    let shown = People {
        page: desk.page(title, "espace"),
        action: format!("/espace/personnes/{}", target.node()),
        held: held
            .iter()
            .map(|given| held_row(desk, target, given))
            .collect(),
        strays: strays.iter().map(|given| stray_row(desk, given)).collect(),
        waiting: waiting
            .iter()
            .map(|(id, one)| {
                let role = role_at(words, one.grant.role(), &name);
                (id.to_string(), one.email.to_string(), role)
            })
            .collect(),
        roles: givable(desk, target),
        faults,
        form,
    };
    let status = if faults {
        StatusCode::BAD_REQUEST
    } else {
        StatusCode::OK
    };
    Ok(html_with(status, &shown))
}

fn held_row(desk: &Desk, target: &Target, given: &Given) -> Held {
    let grant = &given.role.grant;
    Held {
        id: given.role.id.to_string(),
        name: given.person.name.to_string(),
        role: desk.words().get(&format!("role-{}", grant.role())),
        until: grant.until().map(|until| desk.instant(until)),
        theirs: desk.actor().may_take_back(&given.role.held(), target),
    }
}

/// A role on what is no more is named with its node, and taken back by whoever sees it here; a refusal is told.
fn stray_row(desk: &Desk, given: &Given) -> Held {
    let grant = &given.role.grant;
    Held {
        id: given.role.id.to_string(),
        name: given.person.name.to_string(),
        role: role_at(desk.words(), grant.role(), &grant.node().to_string()),
        until: grant.until().map(|until| desk.instant(until)),
        theirs: true,
    }
}

/// The roles that whoever looks may give there.
fn givable(desk: &Desk, target: &Target) -> Vec<(&'static str, String)> {
    let may = |role: &&Role| {
        Grant::new(**role, target.node().clone(), Some(desk.visit.now))
            .is_ok_and(|grant| desk.actor().may_give(&grant, target))
    };
    let roles = Role::ALL.iter().filter(may);
    roles
        .map(|role| (role.word(), desk.words().get(&format!("role-{role}"))))
        .collect()
}

/// `POST /espace/personnes/{node}`: invites.
pub(super) async fn invite(
    desk: Desk,
    Path(node): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let target = target(&desk, &node).await?;
    let capability = desk.may_on::<GrantRoles>(target.clone())?;
    let mut typed = Typed::read(pairs);
    let Some(invitation) = typed.checked(desk.words()) else {
        return page(&desk, &target, typed).await;
    };
    if !desk.is_fresh() {
        typed.role.wrong = Some(desk.words().get("note-not-fresh"));
        return page(&desk, &target, typed).await;
    }
    match people::invite(desk.app(), &capability, invitation).await {
        Ok(_link) => Ok(done(&format!("/espace/personnes/{node}"), "invited")),
        Err(PeopleError::NotYoursToGive) => {
            typed.role.wrong = Some(desk.words().get("people-not-yours"));
            page(&desk, &target, typed).await
        }
        Err(PeopleError::TooManyInvitations { most }) => {
            let told = [("n", Arg::from(most.unsigned_abs()))];
            typed.email.wrong = Some(desk.words().with("people-too-many", &told));
            page(&desk, &target, typed).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /espace/personnes/{node}/retirer`.
pub(super) async fn take_back(
    desk: Desk,
    Path(node): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let target = target(&desk, &node).await?;
    let capability: Capability<GrantRoles> = desk.may_on(target)?;
    let id = pairs
        .iter()
        .find(|(name, _)| name == "role")
        .map(|(_, value)| value.as_str());
    if !desk.is_fresh() {
        return Ok(done(&format!("/espace/personnes/{node}"), "not-fresh"));
    }
    let id = named(id.unwrap_or_default())?;
    let note = match people::take_back(desk.app(), &capability, id).await {
        Ok(()) => "role-taken-back",
        Err(PeopleError::LastManager) => "last-manager",
        Err(PeopleError::LastOperator) => "last-operator",
        Err(PeopleError::NotYoursToGive) => "role-not-yours",
        Err(error) => return Err(error.into()),
    };
    Ok(done(&format!("/espace/personnes/{node}"), note))
}

/// `POST /espace/personnes/{node}/annuler`: withdraws an invitation.
pub(super) async fn withdraw(
    desk: Desk,
    Path(node): Path<String>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let target = target(&desk, &node).await?;
    let capability: Capability<GrantRoles> = desk.may_on(target)?;
    let id = pairs.iter().find(|(name, _)| name == "invitation");
    let id = named(id.map(|(_, value)| value.as_str()).unwrap_or_default())?;
    people::withdraw(desk.app(), &capability, id).await?;
    let back = format!("/espace/personnes/{node}");
    Ok(done(&back, "invitation-withdrawn"))
}

impl Typed {
    fn read(pairs: Vec<(String, String)>) -> Self {
        let mut typed = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                "email" => typed.email = Answer::of(value),
                "nom" => typed.name = Answer::of(value),
                "role" => typed.role = Answer::of(value),
                "jusqu_au" => typed.until = Answer::of(value),
                _ => {}
            }
        }
        typed
    }

    fn checked(&mut self, words: Words) -> Option<NewInvitation> {
        let email = Email::parse(self.email.text());
        let email = self
            .email
            .keep(email.map_err(|_wrong| words.get("sign-in-email-wrong")));
        let name = match self.name.text() {
            "" => Some(None),
            text => {
                let read = text.parse::<PersonName>();
                self.name
                    .keep(read.map_err(|_wrong| words.get("person-name-wrong")))
                    .map(Some)
            }
        };
        let role = self.role.text().parse::<Role>();
        let role = self
            .role
            .keep(role.map_err(|_wrong| words.get("people-role-wrong")));
        let until = match self.until.text() {
            "" => Some(None),
            text => {
                let day = text.parse().ok().and_then(people::end_of_day);
                let read = day.ok_or_else(|| words.get("people-until-wrong"));
                self.until.keep(read).map(Some)
            }
        };
        Some(NewInvitation {
            email: email?,
            name: name?,
            role: role?,
            until: until?,
        })
    }
}
