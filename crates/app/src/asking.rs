//! Mails to the accounts that speak for organisations, or answer for something: who they are is read from the roles that are
//! held on that day.
//!
//! One mail for each person and occasion: an occasion that is told again is told once.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use portulan_model::people::Person;
use portulan_model::{PersonId, Slug, TerritoryKind};
use portulan_policy::actions::GiveOpinion;
use portulan_policy::{Actor, Alone, Holder, Node, Role, Target, allow};
use portulan_store::Write;

use crate::mail::{self, Message};
use crate::{App, Error, rights};

/// What organisations are asked.
pub(crate) struct Asked {
    /// What it is about: a roadmap, a scheme.
    pub title: String,
    /// Who asks, where it is not the thing itself.
    pub body: Option<String>,
    /// Until when, that day included.
    pub until: NaiveDate,
    /// What is told once: the same for all that are asked.
    pub occasion: String,
    /// Who is asked.
    pub organisations: Vec<Slug>,
}

/// Writes to the accounts that speak for those who are asked.
pub(crate) async fn write(
    app: &App,
    write: &mut Write,
    (asked, held): (&Asked, &Accounts),
) -> Result<(), Error> {
    let directory = app.directory();
    for slug in &asked.organisations {
        let Some(organisation) = directory.organisations.get(slug) else {
            continue;
        };
        let message = Message::OpinionAsked {
            organisation: organisation.name.clone(),
            title: asked.title.clone(),
            body: asked.body.clone(),
            until: asked.until,
            slug: slug.clone(),
        };
        let target = rights::organisation(&directory, organisation);
        for person in held.nearest::<GiveOpinion>(&target) {
            let Some(email) = &person.email else {
                continue;
            };
            let key = format!("opinion-{}-{slug}-{}", asked.occasion, person.id);
            let mail = mail::outgoing(app, email, &person.lang, &message, &key)?;
            write.put_mail(&mail).await?;
        }
    }
    Ok(())
}

/// The accounts and the roles that they hold now.
pub(crate) struct Accounts {
    people: HashMap<PersonId, Person>,
    /// A role alone, as somebody who holds it and nothing else.
    roles: Vec<(PersonId, Node, Actor)>,
}

impl Accounts {
    pub(crate) async fn read(app: &App) -> Result<Self, Error> {
        let people = app.store().people().await?;
        let people = people.into_iter().map(|one| (one.id, one)).collect();
        let now = app.now();
        let mut roles = Vec::new();
        for given in app.store().all_grants().await? {
            let (id, node) = (given.person, given.grant.node().clone());
            // Whoever runs the installation may do everything, and is written to about nothing of it.
            if given.grant.role() != Role::Operator {
                let holder = Holder::at(id, vec![given.grant], now);
                roles.push((id, node, Actor::Person(Arc::new(holder))));
            }
        }
        Ok(Self { people, roles })
    }

    /// Those who may do something, by the roles that are held nearest to it: a co-ordination of a commune is told what is its
    /// own, and the one of the region is not.
    pub(crate) fn nearest<A: Alone>(&self, target: &Target) -> Vec<&Person> {
        let roles = self.roles.iter();
        let able = roles.filter(|(.., actor)| allow::<A>(actor, target).is_ok());
        let able: Vec<(PersonId, Near)> = able.map(|(id, node, _)| (*id, near(node))).collect();
        let nearest = able.iter().map(|(_, near)| *near).max();
        let own = able.iter().filter(|(_, near)| Some(*near) == nearest);
        let ids: BTreeSet<PersonId> = own.map(|(id, _)| *id).collect();
        ids.iter().filter_map(|id| self.people.get(id)).collect()
    }

    /// Those who may do something for an organisation by a role that they hold on it, with that organisation.
    pub(crate) fn on_organisations<A: Alone>(&self) -> impl Iterator<Item = (&Slug, &Person)> {
        self.roles
            .iter()
            .filter_map(move |(id, node, actor)| match node {
                Node::Organisation(slug) if allow::<A>(actor, node).is_ok() => {
                    Some((slug, self.people.get(id)?))
                }
                _ => None,
            })
    }
}

/// How near a role is held: on the installation, on a territory, on a thing itself.
type Near = (u8, Option<TerritoryKind>);

const fn near(node: &Node) -> Near {
    match node {
        Node::Installation => (0, None),
        Node::Territory(key) => (1, Some(key.kind())),
        _ => (2, None),
    }
}
