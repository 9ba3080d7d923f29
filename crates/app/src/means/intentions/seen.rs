//! Intentions as they are read: by their organisation, by those who lead a body, by its members.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use portulan_model::means::envelopes::{Envelope, Funder};
use portulan_model::means::intentions::{Intention, Span, State, Theme, groups};
use portulan_model::means::secrecy::{shown, shown_whole};
use portulan_model::people::Organisation;
use portulan_model::{Area, Slug};
use portulan_policy::actions::{ReadBody, ReadIntentions, WriteIntentions};
use portulan_policy::{Capability, Node};

use super::{Ground, missing};
use crate::census::today;
use crate::roadmaps::{body, body_of, is_member, organisation_of};
use crate::{App, Directory, Error, areas};

/// What the members of a body see of what is shown to those who lead it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shared {
    /// The intentions that are shown to them too, by title.
    pub read: Vec<Intention>,
    /// What the others come to; `None` where too few have a part in it, or nobody has.
    pub whole: Option<Span>,
    /// The same by need, as far as nobody's part can be told from it. What is withheld is not named: that somebody has such a
    /// need would be told by that.
    pub themes: BTreeMap<Theme, Span>,
}

/// One intention, of the organisation of the capability or shown to those who lead its body.
pub async fn find(
    app: &App,
    may: &Capability<ReadIntentions>,
    slug: &Slug,
) -> Result<Intention, Error> {
    let found = app.store().kept_one::<Intention>(slug).await?;
    let found = found.ok_or_else(|| missing(slug))?;
    let opens = match may.node() {
        Node::Organisation(own) => found.organisation == *own,
        Node::Body(key) => {
            let directory = app.directory();
            let ground = Ground::of(app, &directory, body(&directory, key)?);
            !is_withdrawn(&found) && ground.shows(&found)
        }
        _ => false,
    };
    opens.then_some(found).ok_or_else(|| missing(slug))
}

/// All that an organisation ever noted, last first.
pub async fn of_organisation(
    app: &App,
    may: &Capability<ReadIntentions>,
) -> Result<Vec<Intention>, Error> {
    let own = organisation_of(may)?;
    let mut all = app.store().kept_of::<Intention>(own).await?;
    all.sort_by_key(|one| Reverse(one.noted.at));
    Ok(all)
}

/// The intentions that stand and that those who lead the body of the capability may read, by title.
pub async fn of_body(app: &App, may: &Capability<ReadIntentions>) -> Result<Vec<Intention>, Error> {
    let directory = app.directory();
    let ground = Ground::of(app, &directory, body(&directory, body_of(may)?)?);
    let mut all = all_standing(app).await?;
    all.retain(|one| ground.shows(one));
    Ok(all)
}

/// What the members of the body of the capability may read, and sums of the rest.
pub async fn shared(app: &App, may: &Capability<ReadBody>) -> Result<Shared, Error> {
    let directory = app.directory();
    let ground = Ground::of(app, &directory, body(&directory, body_of(may)?)?);
    let mut all = all_standing(app).await?;
    all.retain(|one| ground.shows(one));
    let (read, others): (Vec<Intention>, Vec<Intention>) =
        all.into_iter().partition(|one| ground.shows_members(one));
    let beyond = |error| Error::internal("sums of intentions", error);
    // What was read one by one is in no sum: the rest could be had by subtraction.
    let groups = groups(&others).map_err(beyond)?;
    let told = shown(&groups).map_err(beyond)?.into_iter();
    Ok(Shared {
        read,
        whole: shown_whole(&groups).map_err(beyond)?,
        themes: told
            .filter_map(|(theme, sum)| Some((theme, sum?)))
            .collect(),
    })
}

/// All intentions that stand, by title, whoever may read them: each caller says to whom they are shown.
pub async fn all_standing(app: &App) -> Result<Vec<Intention>, Error> {
    let mut all = app.store().intentions_in(State::Noted.word()).await?;
    all.sort_by_cached_key(|one| (portulan_text::fold(&one.title), one.slug.clone()));
    Ok(all)
}

/// The envelopes that an organisation may hope for: those of the bodies of which it is a member today, and its own.
pub async fn hoped(app: &App, may: &Capability<WriteIntentions>) -> Result<Vec<Envelope>, Error> {
    let own = organisation_of(may)?;
    let directory = app.directory();
    let day = today(app);
    let funder = Funder::Organisation(own.clone());
    let mut all = app.store().kept::<Envelope>().await?;
    all.retain(|one| one.funder == funder || is_member(&directory, &one.body, own, day));
    all.sort_by_cached_key(|one| (portulan_text::fold(&one.label), one.slug.clone()));
    Ok(all)
}

/// Where an organisation is known to work: the communes of its places, else where it says that it acts, else its level.
#[must_use]
pub fn known_area(directory: &Directory, organisation: &Organisation) -> Area {
    let places = directory.organisations.places_of(&organisation.slug);
    let communes = places.filter_map(|id| {
        let place = directory.snapshot.by_id(&id)?;
        place.record.address.insee
    });
    let own = Area::of_communes(communes);
    if !own.is_empty() {
        return own;
    }
    if !organisation.area.is_empty() {
        return organisation.area.clone();
    }
    areas::of_key(&directory.reference, &organisation.territory)
}

const fn is_withdrawn(one: &Intention) -> bool {
    matches!(one.state, State::Withdrawn { .. })
}
