//! What an answer becomes: places that are right have the word of the commune, those that are gone or missing become
//! proposals.

use portulan_model::census::{Census, Response, Said, Taken, Town, What, Word};
use portulan_model::journal::Author;
use portulan_model::proposals::OfCensus;
use portulan_model::{PlaceId, TerritoryKey};
use portulan_store::Write;

use super::writer;
use crate::proposals::census::{addition, closed, propose};
use crate::{App, Error, Lead, editing};

/// Takes what a commune typed: what is left of it is what it says of bodies, and the list of what was taken.
pub(super) async fn take(
    app: &App,
    mut write: Write,
    census: &Census,
    mut town: Town,
    by: &Said,
) -> Result<(Write, Town), Error> {
    let Response {
        places,
        bodies,
        added,
    } = std::mem::take(&mut town.response);
    let person = match by {
        Said::Desk(Author::Person(person)) => Some(*person),
        Said::TownHall | Said::Desk(_) => None,
    };
    let of = OfCensus {
        census: census.id,
        commune: town.code,
        body: None,
    };
    let at = app.now();
    for (place, word) in places {
        let what = match word {
            Word::Right => {
                write = vouch(app, write, place, &town, by).await?;
                What::Confirmed { place }
            }
            Word::ToCorrect => What::ToCorrect { place },
            Word::Gone => {
                let directory = app.directory();
                let (Lead::Here(known) | Lead::Moved(known)) = directory.lead(&place.to_string())
                else {
                    continue;
                };
                let draft = closed(known);
                let proposal = propose(app, &mut write, draft, of, person).await?;
                What::Gone { place, proposal }
            }
        };
        town.taken.push(Taken { at, what });
    }
    for one in added.iter().filter(|one| !one.name.is_empty()) {
        let draft = addition(&app.directory(), town.code, one);
        let of = OfCensus {
            body: one.body,
            ..of
        };
        let proposal = propose(app, &mut write, draft, of, person).await?;
        let what = What::Added { proposal };
        town.taken.push(Taken { at, what });
    }
    town.bodies.extend(bodies);
    Ok((write, town))
}

async fn vouch(
    app: &App,
    write: Write,
    place: PlaceId,
    town: &Town,
    by: &Said,
) -> Result<Write, Error> {
    let behalf = TerritoryKey::commune(town.code).to_string();
    editing::town_hall::vouch(app, write, place, writer(by), behalf).await
}
