//! Applications are led to the levels that they concern: each of these says what it thinks, with its motive, by somebody
//! who co-ordinates, examines or answers for that very level.

use std::collections::HashMap;

use portulan_model::means::applications::{Application, Stage};
use portulan_model::means::calls::Call;
use portulan_model::means::examination::{Advice, Advised, Examination, Panel};
use portulan_model::means::forms::{Answer, Form, Revision};
use portulan_model::proposals::Prose;
use portulan_model::{ApplicationId, TerritoryKey};
use portulan_policy::actions::Advise;
use portulan_policy::{Actor, Capability, Node, allow};

use super::say::said;
use super::{ExamError, Held, is_party, told};
use crate::{App, Directory, Error, rights};

/// An application that somebody may advise on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routed {
    /// The call.
    pub call: Call,
    /// The application.
    pub application: Application,
    /// Its examination.
    pub examination: Examination,
    /// The questions that it answers.
    pub revision: Revision,
    /// The levels for which they speak.
    pub levels: Vec<TerritoryKey>,
}

/// Where an application is from: the territory that it names, or that of the organisation that carries it.
#[must_use]
pub fn whereabouts(directory: &Directory, application: &Application) -> Option<TerritoryKey> {
    let mut answers = application.answers.iter();
    let named = answers.find_map(|(_, answer)| match answer {
        Answer::Territory(key) => Some(key.clone()),
        _ => None,
    });
    named.or_else(|| {
        let lead = directory.organisations.get(application.parties.lead());
        lead.map(|one| one.territory.clone())
    })
}

/// The levels that an application concerns, the nearest first: all that hold the whole of where it is from, but the country.
#[must_use]
pub fn levels(directory: &Directory, application: &Application) -> Vec<TerritoryKey> {
    let Some(place) = whereabouts(directory, application) else {
        return Vec::new();
    };
    let key = |node| match node {
        Node::Territory(key) => Some(key),
        _ => None,
    };
    let all = rights::around(directory, &place)
        .into_iter()
        .filter_map(key);
    all.filter(|one| *one != TerritoryKey::france()).collect()
}

/// Those of the levels that an application concerns for which somebody speaks: a role on a level above does not speak for it.
#[must_use]
pub fn own_levels(
    directory: &Directory,
    actor: &Actor,
    application: &Application,
) -> Vec<TerritoryKey> {
    let mut all = levels(directory, application);
    all.retain(|level| speaks(directory, actor, level));
    all
}

/// Whether somebody speaks for a level.
fn speaks(directory: &Directory, actor: &Actor, level: &TerritoryKey) -> bool {
    if matches!(actor, Actor::Operator | Actor::Job(_)) {
        return true;
    }
    let node = Node::Territory(level.clone());
    // Whoever operates the installation stands for every level, as the operator without an account does.
    let of = [node, Node::Installation];
    let held = actor.grants().iter().any(|grant| of.contains(grant.node()));
    held && allow::<Advise>(actor, rights::territory(directory, level)).is_ok()
}

/// The applications on which somebody may advise, the last that came first.
pub async fn to_advise(app: &App, actor: &Actor) -> Result<Vec<Routed>, Error> {
    let directory = app.directory();
    let store = app.store();
    let mut examined: HashMap<ApplicationId, Examination> = HashMap::new();
    for one in store.kept::<Examination>().await? {
        examined.insert(one.application, one);
    }
    let mut all = Vec::new();
    for application in store.kept::<Application>().await? {
        let Some(examination) = examined.remove(&application.id) else {
            continue;
        };
        let one = route(app, &directory, actor, (application, examination)).await?;
        all.extend(one);
    }
    all.reverse();
    Ok(all)
}

/// One of them; any other is not found.
pub async fn routed(app: &App, actor: &Actor, id: ApplicationId) -> Result<Routed, Error> {
    let directory = app.directory();
    let unknown = || Error::NotFound(format!("candidature {id}"));
    let application = app.store().kept_one::<Application>(&id).await?;
    let examination = app.store().kept_one::<Examination>(&id).await?;
    let both = application.zip(examination).ok_or_else(unknown)?;
    let found = route(app, &directory, actor, both).await?;
    found.ok_or_else(unknown)
}

/// An application is led to the levels once it is admissible.
async fn route(
    app: &App,
    directory: &Directory,
    actor: &Actor,
    (application, examination): (Application, Examination),
) -> Result<Option<Routed>, Error> {
    let admissible = examination.admissible.as_ref().is_some_and(|one| one.holds);
    let levels = own_levels(directory, actor, &application);
    let open = application.stage() == Stage::Submitted && admissible;
    if !open || levels.is_empty() || is_party(actor, &application) {
        return Ok(None);
    }
    let store = app.store();
    let call = store.kept_one::<Call>(&application.call).await?;
    let form = store.kept_one::<Form>(&application.call).await?;
    let revision = form.and_then(|form| form.revision(application.revision).cloned());
    let routed = |(call, revision)| Routed {
        call,
        application,
        examination,
        revision,
        levels,
    };
    Ok(call.zip(revision).map(routed))
}

/// Says what the level of the capability thinks of an application.
pub async fn advise(
    app: &App,
    may: &Capability<Advise>,
    id: ApplicationId,
    (advice, why): (Advice, Prose),
) -> Result<(), ExamError> {
    let Node::Territory(level) = may.node() else {
        return Err(ExamError::NotConcerned);
    };
    let found = app.store().kept_one::<Application>(&id).await?;
    let found = found.ok_or_else(|| Error::NotFound(format!("candidature {id}")))?;
    let mut write = app.store().begin_governance(may).await?;
    let held = Held::take(&mut write, may.actor(), (&found.call, id)).await?;
    if !levels(&app.directory(), &held.application).contains(level) {
        return Err(ExamError::NotConcerned);
    }
    let said = said(app, may, why);
    let before = held.examination.clone();
    let after = before.advise(level.clone(), Advised { advice, said })?;
    if after == held.examination {
        return Ok(());
    }
    let line = told(app, may.actor(), &held, &format!("advice of {level}"));
    write.keep_told(&after, &line).await?;
    write.commit().await?;
    Ok(())
}

/// Whether the results of a call are public.
pub(super) fn is_public(panel: &Panel) -> bool {
    panel.published.is_some()
}
