//! The side of a town hall: its link, what it types, that it is done.
//!
//! A link opens as long as its commune waits for an answer. Each function looks again inside its write: done twice, it
//! is done once.

use portulan_model::census::{Census, Response, Said, State, Ticket, Town};
use portulan_model::{CensusId, CommuneCode};
use portulan_store::Write;

use super::open::{name_of, places_of};
use super::{machine, put, take};
use crate::signed::{Link, LinkError, Purpose};
use crate::{App, Error, day};

/// One commune, opened by its link.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// The census.
    pub census: Census,
    /// The commune.
    pub town: Town,
    /// Its name.
    pub name: String,
}

/// Where a link that was signed here leads.
#[derive(Debug, Clone, PartialEq)]
pub enum Door {
    /// To the list of a commune that waits for an answer.
    Open(Box<Pass>),
    /// To the thanks: the answer was given.
    Finished(Box<Pass>),
    /// To nothing: another link was made since.
    Replaced,
}

/// Opens a link; nothing changes.
pub async fn enter(app: &App, text: &str) -> Result<Door, Error> {
    let (id, code, ticket) = read(app, text)?;
    let (may, store) = (machine()?, app.store());
    let census = store.census(&may, id).await?.ok_or(LinkError::Forged)?;
    let town = store.census_town(&may, id, code).await?;
    let town = town.ok_or(LinkError::Forged)?;
    in_time(app, &census, &town)?;
    Ok(door(app, census, town, ticket))
}

/// Keeps what was typed so far, in the place of what was kept before.
pub async fn keep(app: &App, text: &str, response: Response) -> Result<Door, Error> {
    let (mut write, door) = enter_to_write(app, text).await?;
    let Door::Open(pass) = door else {
        return Ok(door);
    };
    let after = Town {
        response: of_commune(app, &pass, response),
        ..pass.town.clone()
    };
    put(
        app,
        &mut write,
        &pass.census,
        (&pass.town, &after),
        &Said::TownHall,
    )
    .await?;
    write.commit().await?;
    Ok(Door::Open(Box::new(Pass {
        town: after,
        ..*pass
    })))
}

/// Takes what was typed: all is said.
pub async fn finish(app: &App, text: &str, response: Response) -> Result<Door, Error> {
    let (write, door) = enter_to_write(app, text).await?;
    let Door::Open(pass) = door else {
        return Ok(door);
    };
    let (by, now) = (Said::TownHall, app.now());
    let response = of_commune(app, &pass, response);
    let state = pass.town.state.clone().answer(by.clone(), now)?;
    let town = Town {
        response,
        ..pass.town.clone()
    };
    let town = town.moved(state, by.clone(), now);
    let (mut write, after) = take::take(app, write, &pass.census, town, &by).await?;
    put(app, &mut write, &pass.census, (&pass.town, &after), &by).await?;
    write.commit().await?;
    app.refresh().await?;
    Ok(Door::Finished(Box::new(Pass {
        town: after,
        ..*pass
    })))
}

/// There is nothing in the commune. What was typed is left out: it would say the contrary.
pub async fn nothing_here(app: &App, text: &str) -> Result<Door, Error> {
    let (mut write, door) = enter_to_write(app, text).await?;
    let Door::Open(pass) = door else {
        return Ok(door);
    };
    let (by, now) = (Said::TownHall, app.now());
    let state = pass.town.state.clone().nothing(by.clone(), now)?;
    let mut after = pass.town.clone().moved(state, by.clone(), now);
    after.response = Response::default();
    put(app, &mut write, &pass.census, (&pass.town, &after), &by).await?;
    write.commit().await?;
    Ok(Door::Finished(Box::new(Pass {
        town: after,
        ..*pass
    })))
}

/// What a link says, its signature verified. When it ends is said by its census, whose day may have moved.
fn read(app: &App, text: &str) -> Result<(CensusId, CommuneCode, Ticket), Error> {
    let link = Link::open_whenever(text, Purpose::Census, app.key()?)?;
    let mut parts = link.subject.splitn(3, '/');
    let mut next = || parts.next().ok_or(LinkError::Forged);
    let forged = LinkError::Forged;
    let census = next()?.parse().map_err(|_shape| forged)?;
    let code = next()?.parse().map_err(|_shape| forged)?;
    let ticket = next()?.parse().map_err(|_shape| forged)?;
    Ok((census, code, Ticket(ticket)))
}

async fn enter_to_write(app: &App, text: &str) -> Result<(Write, Door), Error> {
    // Before a write is opened: anybody may send anything here.
    let (id, code, ticket) = read(app, text)?;
    let mut write = app.store().begin_census(&machine()?).await?;
    let census = write.census(id).await?.ok_or(LinkError::Forged)?;
    let town = write.census_town(id, code).await?;
    let town = town.ok_or(LinkError::Forged)?;
    in_time(app, &census, &town)?;
    let door = door(app, census, town, ticket);
    Ok((write, door))
}

/// Refuses links of a census that is over.
fn in_time(app: &App, census: &Census, town: &Town) -> Result<(), LinkError> {
    if app.now() > day::evening(Some(town.code), census.last_day()) {
        return Err(LinkError::Expired);
    }
    Ok(())
}

fn door(app: &App, census: Census, town: Town, ticket: Ticket) -> Door {
    if town.state.link() != Some(ticket) {
        return Door::Replaced;
    }
    let open = matches!(town.state, State::Asked { .. });
    let name = name_of(&app.directory(), town.code);
    let pass = Box::new(Pass { census, town, name });
    if open {
        Door::Open(pass)
    } else {
        Door::Finished(pass)
    }
}

/// What is said of the places of the commune and of bodies that are looked for: a form may hold anything.
fn of_commune(app: &App, pass: &Pass, mut response: Response) -> Response {
    let places = places_of(&app.directory(), pass.town.code);
    let known = |id: &portulan_model::PlaceId| places.iter().any(|place| place.id == *id);
    response.places.retain(|id, _| known(id));
    let bodies = &pass.census.bodies;
    response.bodies.retain(|body, _| bodies.contains(body));
    response.added.truncate(Response::MOST_ADDED);
    response
}
