//! Town halls are asked: by a mail with their link, or by the link alone, to be handed over by other means.

use portulan_model::census::{Census, Said, State, Step, Ticket, Town};
use portulan_model::{CensusId, CommuneCode};
use portulan_policy::Capability;
use portulan_policy::actions::RunCampaign;
use portulan_store::Write;

use super::open::name_of;
use super::{is_over, missing, opened, put, signed, target, today};
use crate::import::author;
use crate::mail::{self, Message};
use crate::{App, Error, rights};

/// The language of the letters: town halls of France are written to in French.
const LANG: &str = "fr";

/// What came of a request to send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sent {
    /// A mail leaves.
    Mailed,
    /// There is no address.
    NoContact,
    /// The same mail left today already.
    Already,
    /// The census is over: a link would open nothing.
    Over,
}

/// Sends its link to a town hall that was not asked yet.
pub async fn send(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<Sent, Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let (census, before) = opened(app, &mut write, capability, id, code).await?;
    let sent = send_one(app, &mut write, &census, before, &by).await?;
    write.commit().await?;
    Ok(sent)
}

/// Sends its link to each town hall that was not asked yet and has an address; how many.
pub async fn send_all(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
) -> Result<usize, Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let census = write.census(id).await?.ok_or_else(|| missing(id))?;
    rights::covers(capability, &target(&app.directory(), &census))?;
    let mut sent = 0;
    for code in &census.communes {
        let Some(town) = write.census_town(id, *code).await? else {
            continue;
        };
        if town.state == State::ToContact && town.contact.is_some() {
            let one = send_one(app, &mut write, &census, town, &by).await?;
            sent += usize::from(one == Sent::Mailed);
        }
    }
    write.commit().await?;
    Ok(sent)
}

async fn send_one(
    app: &App,
    write: &mut Write,
    census: &Census,
    before: Town,
    by: &Said,
) -> Result<Sent, Error> {
    if before.contact.is_none() {
        return Ok(Sent::NoContact);
    }
    if is_over(app, census) {
        return Ok(Sent::Over);
    }
    let after = before.clone().asked(by.clone(), app.now())?;
    put(app, write, census, (&before, &after), by).await?;
    letter(app, write, census, &after, "demande").await?;
    Ok(Sent::Mailed)
}

/// Makes the link of a town hall without a mail: whoever conducts the census hands it over.
pub async fn hand_over(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<(), Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let (census, before) = opened(app, &mut write, capability, id, code).await?;
    if is_over(app, &census) {
        return Err(Error::Conflict("the census is over".to_owned()));
    }
    let after = before.clone().asked(by.clone(), app.now())?;
    put(app, &mut write, &census, (&before, &after), &by).await?;
    write.commit().await?;
    Ok(())
}

/// The text of the link that a town hall has, for whoever conducts the census; nothing where it has none that serves.
pub fn link_of(
    app: &App,
    capability: &Capability<RunCampaign>,
    census: &Census,
    town: &Town,
) -> Result<Option<String>, Error> {
    rights::covers(capability, &target(&app.directory(), census))?;
    match town.state {
        State::Asked { link, .. } if !is_over(app, census) => {
            Ok(Some(signed(census, town.code, link).sign(app.key()?)))
        }
        _ => Ok(None),
    }
}

/// Reminds a town hall that was asked and has not answered, with the same link: once a day at most.
pub async fn remind(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
) -> Result<Sent, Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let (census, before) = opened(app, &mut write, capability, id, code).await?;
    if !matches!(before.state, State::Asked { .. }) {
        return Err(Error::Conflict("nobody waits for an answer".to_owned()));
    }
    if before.contact.is_none() {
        return Ok(Sent::NoContact);
    }
    if is_over(app, &census) {
        return Ok(Sent::Over);
    }
    let occasion = format!("relance-{}", today(app));
    let new = letter(app, &mut write, &census, &before, &occasion).await?;
    if !new {
        return Ok(Sent::Already);
    }
    let after = reminded(app, before.clone(), by.clone());
    put(app, &mut write, &census, (&before, &after), &by).await?;
    write.commit().await?;
    Ok(Sent::Mailed)
}

/// A commune with a reminder among its steps.
pub(super) fn reminded(app: &App, mut town: Town, by: Said) -> Town {
    let (to, at) = (Step::REMINDED.to_owned(), app.now());
    town.steps.push(Step { to, by, at });
    town
}

/// Writes the mail that asks, or reminds; `false` where the same left already, or there is nobody to write to.
pub(super) async fn letter(
    app: &App,
    write: &mut Write,
    census: &Census,
    town: &Town,
    occasion: &str,
) -> Result<bool, Error> {
    let (Some(to), State::Asked { link, .. }) = (&town.contact, &town.state) else {
        return Ok(false);
    };
    let message = message(app, census, town, *link, occasion != "demande");
    let key = format!("census-{}-{}-{}-{occasion}", census.id, town.code, link.0);
    let mail = mail::outgoing(app, to, LANG, &message, &key)?;
    Ok(write.put_mail(&mail).await?)
}

fn message(app: &App, census: &Census, town: &Town, ticket: Ticket, reminds: bool) -> Message {
    let directory = app.directory();
    let territory = directory.reference.territory(&census.territory);
    let territory = territory.map_or_else(|| census.title.clone(), |one| one.name.clone());
    let commune = name_of(&directory, town.code);
    let (day, link) = (census.target, signed(census, town.code, ticket));
    if reminds {
        Message::CensusReminder {
            territory,
            commune,
            day,
            link,
        }
    } else {
        Message::CensusRequest {
            territory,
            commune,
            day,
            link,
        }
    }
}
