//! `user`: accounts of people and their roles, for whoever operates.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_app::people::{self, NewInvitation, NewPerson, PeopleError, Seen};
use portulan_app::{App, Error, rights, sources};
use portulan_model::people::{Email, Person, PersonName};
use portulan_policy::actions::{GrantRoles, ManagePeople};
use portulan_policy::{Action, Actor, Alone, Capability, Node, Role, Target, allow};
use serde_json::{Value, json};

use crate::args::{RoleArgs, UserCommand};
use crate::commands::open;
use crate::outcome::{Failure, print_json, say};
use crate::words::words;

/// Runs one of them.
pub(crate) async fn run(command: &UserCommand) -> Result<(), Failure> {
    match command {
        UserCommand::List { place, json } => {
            let app = open(place).await?;
            list(&app, *json).await
        }
        UserCommand::Add {
            email,
            name,
            public,
            place,
        } => {
            let app = open(place).await?;
            let new = NewPerson {
                email: Some(read(email, "cli-not-an-email")?),
                name: name
                    .parse()
                    .map_err(|_wrong| refused("cli-not-a-name", name))?,
            };
            let person = people::open_account(&app, &may()?, new).await?;
            print_link(&app, &person, &public.public_url).await
        }
        UserCommand::Invite {
            email,
            role,
            public,
            place,
        } => {
            let app = open(place).await?;
            let invitation = NewInvitation {
                email: read(email, "cli-not-an-email")?,
                name: None::<PersonName>,
                role: role_of(role)?,
                until: until(role)?,
            };
            let capability = allow::<GrantRoles>(&Actor::Operator, node(&app, &role.node).await?);
            let capability = capability.map_err(Error::from)?;
            let link = people::invite(&app, &capability, invitation).await?;
            say(&format!(
                "{}/invitation/{link}",
                public.public_url.trim_end_matches('/')
            ));
            Ok(())
        }
        UserCommand::Give {
            person,
            role,
            place,
        } => {
            let app = open(place).await?;
            let person = find(&app, person).await?;
            let capability = allow::<GrantRoles>(&Actor::Operator, node(&app, &role.node).await?);
            let capability = capability.map_err(Error::from)?;
            let until = until(role)?;
            let id = people::give(&app, &capability, person.id, role_of(role)?, until).await?;
            say(&id.to_string());
            Ok(())
        }
        UserCommand::TakeBack { id, place } => {
            let app = open(place).await?;
            take_back(&app, id).await
        }
        UserCommand::Link {
            person,
            public,
            place,
        } => {
            let app = open(place).await?;
            let person = find(&app, person).await?;
            print_link(&app, &person, &public.public_url).await
        }
        UserCommand::SignOut { person, place } => {
            let app = open(place).await?;
            let person = find(&app, person).await?;
            people::close_all(&app, &may()?, person.id).await?;
            say(&words().get("cli-user-signed-out"));
            Ok(())
        }
        UserCommand::ForgetKeys { person, place } => {
            let app = open(place).await?;
            let person = find(&app, person).await?;
            people::forget_keys(&app, &may()?, person.id).await?;
            say(&words().get("cli-user-keys-forgotten"));
            Ok(())
        }
        UserCommand::Erase { person, place } => {
            let app = open(place).await?;
            let person = find(&app, person).await?;
            people::erase(&app, &may()?, person.id).await?;
            say(&words().get("cli-user-erased"));
            Ok(())
        }
    }
}

fn may<A: Alone + Action>() -> Result<Capability<A>, Failure> {
    Ok(allow::<A>(&Actor::Operator, &Node::Installation).map_err(Error::from)?)
}

async fn list(app: &App, as_json: bool) -> Result<(), Failure> {
    let all = people::list(app, &may::<ManagePeople>()?).await?;
    if as_json {
        return print_json(&all.iter().map(as_value).collect::<Vec<_>>());
    }
    for Seen { person, roles } in &all {
        let email = person.email.as_ref().map_or("–", Email::as_str);
        say(&format!("{}  {}  {email}", person.id, person.name));
        for given in roles {
            let until = given.grant.until().map(|until| format!(" → {until}"));
            let (role, node) = (given.grant.role(), given.grant.node());
            say(&format!(
                "    {}  {role} {node}{}",
                given.id,
                until.unwrap_or_default()
            ));
        }
    }
    Ok(())
}

fn as_value(seen: &Seen) -> Value {
    let role = |given: &people::GivenRole| {
        json!({
            "id": given.id, "role": given.grant.role().word(), "node": given.grant.node().to_string(),
            "until": given.grant.until(), "given_by": given.given_by,
        })
    };
    let roles: Vec<Value> = seen.roles.iter().map(role).collect();
    json!({ "account": seen.person, "roles": roles })
}

async fn take_back(app: &App, id: &str) -> Result<(), Failure> {
    let all = people::list(app, &may::<ManagePeople>()?).await?;
    let mut roles = all.iter().flat_map(|seen| &seen.roles);
    let found = roles.find(|given| given.id.to_string() == id);
    let found = found.ok_or_else(|| refused("cli-no-role", id))?;
    // A role on what is no more is taken back from the installation.
    let target = node(app, &found.grant.node().to_string()).await;
    let target = target.unwrap_or_else(|_gone| Node::Installation.into());
    let capability = allow::<GrantRoles>(&Actor::Operator, target).map_err(Error::from)?;
    Ok(people::take_back(app, &capability, found.id).await?)
}

async fn print_link(app: &Arc<App>, person: &Person, site: &str) -> Result<(), Failure> {
    let link = people::link_of(app, &may()?, person.id).await?;
    say(&format!(
        "{}/connexion/lien/{link}",
        site.trim_end_matches('/')
    ));
    Ok(())
}

/// The person of an address or an id.
async fn find(app: &App, text: &str) -> Result<Person, Failure> {
    let all = people::list(app, &may::<ManagePeople>()?).await?;
    let mut people = all.into_iter().map(|seen| seen.person);
    let email = Email::parse(text).ok();
    let found = people
        .find(|person| person.id.to_string() == text || (email.is_some() && person.email == email));
    found.ok_or_else(|| refused("cli-no-person", text))
}

async fn node(app: &App, text: &str) -> Result<Target, Failure> {
    let node: Node = read(text, "cli-no-node")?;
    let found = match &node {
        Node::Source(slug) => sources::target(app, slug).await?,
        other => rights::node(&app.directory(), other),
    };
    found.ok_or_else(|| refused("cli-no-node", text))
}

fn until(role: &RoleArgs) -> Result<Option<DateTime<Utc>>, Failure> {
    let Some(day) = role.until else {
        return Ok(None);
    };
    let end = people::end_of_day(day);
    end.map(Some)
        .ok_or_else(|| refused("cli-not-a-day", &day.to_string()))
}

fn role_of(role: &RoleArgs) -> Result<Role, Failure> {
    read(&role.role, "cli-not-a-role")
}

fn read<T: std::str::FromStr>(text: &str, message: &str) -> Result<T, Failure> {
    text.parse().map_err(|_wrong| refused(message, text))
}

fn refused(message: &str, value: &str) -> Failure {
    Failure::Refused(words().with(message, &[("value", value.into())]))
}

impl From<PeopleError> for Failure {
    fn from(error: PeopleError) -> Self {
        let id = match error {
            PeopleError::Other(error) => return error.into(),
            PeopleError::Taken => "cli-user-taken",
            PeopleError::NotYoursToGive => "cli-user-misplaced",
            PeopleError::LastOperator => "cli-user-last",
            PeopleError::LastManager => "cli-user-last-manager",
            PeopleError::LastDoor => "cli-user-last-door",
            PeopleError::Forged => "cli-user-forged",
            PeopleError::Expired => "cli-user-expired",
            // No browser asks the command line: none of its links is bound to one.
            PeopleError::Used | PeopleError::OtherBrowser => "cli-user-used",
            PeopleError::Wrong | PeopleError::CodeAsked | PeopleError::WrongCode { .. } => {
                "cli-user-wrong"
            }
            PeopleError::Busy => "cli-user-busy",
            PeopleError::SignInFirst => "cli-user-sign-in-first",
            PeopleError::TooMany { .. } | PeopleError::TooManyInvitations { .. } => {
                "cli-user-too-many"
            }
            PeopleError::Password(error) => return Self::Refused(words().told(&error.told())),
            PeopleError::Passkey(error) => return Self::Refused(words().told(&error.told())),
            PeopleError::Provider(error) => return Self::Refused(words().told(&error.told())),
        };
        Self::Refused(words().get(id))
    }
}
