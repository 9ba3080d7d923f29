//! The side of whoever is asked: a link that needs no account shows their places, and each is answered once.
//!
//! What is said is the place's own word: it is kept with the place, and the journal says that the link did it. A place
//! that is no more goes to those who examine, as anything that takes a place away.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use portulan_model::campaigns::{Ask, AskState, Campaign, Reply};
use portulan_model::proposals::{Prose, Wrong};
use portulan_model::{AskId, Place, PlaceId};
use portulan_policy::{Actor, Node, actions::EditPlace, allow};
use portulan_store::Write;

use super::{LINK, reader};
use crate::editing::{Word, place_says};
use crate::mail::List;
use crate::proposals::of_place;
use crate::proposals::read::Draft;
use crate::signed::{Link, LinkError, Purpose};
use crate::{App, Error, Lead};

/// Somebody who is asked, opened by their link.
#[derive(Debug, Clone, PartialEq)]
pub struct Pass {
    /// Who.
    pub ask: Ask,
    /// By which campaign.
    pub campaign: Campaign,
    /// Their places that are still shown, by name.
    pub places: Vec<Asked>,
}

/// A place that somebody is asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// As it was asked about.
    pub id: PlaceId,
    /// The place that stands for it now.
    pub place: Arc<Place>,
    /// What was answered, and when.
    pub reply: Option<(Reply, DateTime<Utc>)>,
}

impl Pass {
    /// Places without an answer.
    pub fn waiting(&self) -> impl Iterator<Item = &Asked> {
        self.places.iter().filter(|one| one.reply.is_none())
    }
}

/// What is answered.
#[derive(Debug, Clone)]
pub enum Said {
    /// All is right, for these places.
    Right(Vec<PlaceId>),
    /// Something is put right; what is not is right.
    Corrected(PlaceId, Box<Draft>),
    /// The place is no more.
    Gone(PlaceId, Option<Prose>),
}

/// Opens a link. Nothing is done yet.
pub async fn open(app: &App, text: &str) -> Result<Pass, Error> {
    let id = signed(app, text)?;
    let found = app.store().ask(&reader()?, id).await?;
    // Signed here, and not there any more: the rows are older than the link.
    let (ask, asked) = found.ok_or(LinkError::Expired)?;
    let campaign = app.store().campaign(&reader()?, ask.campaign).await?;
    let campaign = campaign.ok_or(LinkError::Expired)?;
    let directory = app.directory();
    let place = |id: &PlaceId| match directory.lead(&id.to_string()) {
        Lead::Here(place) | Lead::Moved(place) => Some(Arc::clone(place)),
        Lead::Gone(_) | Lead::Nowhere => None,
    };
    let mut places: Vec<Asked> = asked
        .into_iter()
        .filter_map(|one| {
            Some(Asked {
                id: one.place,
                place: place(&one.place)?,
                reply: one.reply,
            })
        })
        .collect();
    places.sort_by(|a, b| {
        let name = |one: &Asked| (one.place.record.name.clone(), one.id);
        name(a).cmp(&name(b))
    });
    Ok(Pass {
        ask,
        campaign,
        places,
    })
}

/// Answers; says for how many places. Those that have their answer keep it.
pub async fn answer(app: &App, text: &str, said: Said) -> Result<usize, Error> {
    let id = signed(app, text)?;
    let may = allow::<EditPlace>(&Actor::Job(LINK), &Node::Installation)?;
    let mut write = app.store().begin_edit(&may).await?;
    let Some((ask, _)) = write.ask(id).await? else {
        return Err(LinkError::Expired.into());
    };
    let reply = match &said {
        Said::Right(_) => Reply::Right,
        Said::Corrected(..) => Reply::Corrected,
        Said::Gone(..) => Reply::Gone,
    };
    let places = match &said {
        Said::Right(places) => places.clone(),
        Said::Corrected(place, _) | Said::Gone(place, _) => vec![*place],
    };
    let mut done = 0;
    for place in places {
        if write.reply(ask.id, place, (reply, app.now())).await? {
            write = keep(app, write, &ask, place, &said).await?;
            done += 1;
        }
    }
    if done == 0 {
        return Ok(0);
    }
    let now = write.ask(id).await?;
    if now.is_some_and(|(_, places)| places.iter().all(|one| one.reply.is_some())) {
        write
            .settle_ask(ask.id, AskState::Answered, app.now())
            .await?;
    }
    write.commit().await?;
    app.refresh().await?;
    Ok(done)
}

/// Whoever is asked wants no more of it, by mail or by short messages; doing it twice changes nothing.
pub async fn refuse(app: &App, text: &str) -> Result<(), Error> {
    let id = signed(app, text)?;
    let found = app.store().ask(&reader()?, id).await?;
    let (ask, _) = found.ok_or(LinkError::Expired)?;
    let list = List::Campaigns.word();
    Ok(app.store().refuse_mail(&ask.hash, list, app.now()).await?)
}

/// The one of whom a link speaks, its signature verified.
fn signed(app: &App, text: &str) -> Result<AskId, Error> {
    let link = Link::open(text, Purpose::Campaign, app.key()?, app.now())?;
    let id = link.subject.parse();
    Ok(id.map_err(|_shape| LinkError::Forged)?)
}

async fn keep(
    app: &App,
    mut write: Write,
    ask: &Ask,
    place: PlaceId,
    said: &Said,
) -> Result<Write, Error> {
    let (draft, words) = match said {
        Said::Gone(_, words) => {
            examined(app, &mut write, place, Wrong::Closed, words.clone()).await?;
            return Ok(write);
        }
        Said::Right(_) => (None, None),
        Said::Corrected(_, draft) => (Some(&**draft), draft.words().cloned()),
    };
    let word = Word {
        place,
        link: LINK,
        reason: format!("campaign {}", ask.campaign),
        draft,
    };
    write = place_says(app, write, word).await?;
    if words.is_some() {
        examined(app, &mut write, place, Wrong::Other, words).await?;
    }
    Ok(write)
}

/// What only a person can decide goes to the queue of the place; nothing where the place is nowhere any more.
async fn examined(
    app: &App,
    write: &mut Write,
    place: PlaceId,
    wrong: Wrong,
    words: Option<Prose>,
) -> Result<(), Error> {
    let directory = app.directory();
    let place = match directory.lead(&place.to_string()) {
        Lead::Here(place) | Lead::Moved(place) => place,
        Lead::Gone(_) | Lead::Nowhere => return Ok(()),
    };
    of_place(app, write, place, wrong, words).await
}
