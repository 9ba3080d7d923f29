//! What a town hall says in a census, as proposals: a place that is gone, a place that is missing.
//!
//! It was asked by a signed link: no address is to be proven, and the number of its proposals is that of one answer.

use portulan_model::census::Added;
use portulan_model::journal::Author;
use portulan_model::people::Email;
use portulan_model::proposals::{About, OfCensus, Prose, Tie, Wanted, Wrong};
use portulan_model::{Address, CommuneCode, PersonId, Place, ProposalId};
use portulan_policy::Actor;
use portulan_store::Write;
use portulan_text::{Phone, WebUrl};

use super::read::Draft;
use super::submit::proposal;
use super::{JOB, entry};
use crate::import::author;
use crate::{App, Directory, Error};

/// The language in which whoever examines is written to.
const LANG: &str = "fr";

/// A place is gone.
pub(crate) fn closed(place: &Place) -> Draft {
    Draft {
        of_census: None,
        about: About::Place {
            place: place.id,
            wrong: vec![Wrong::Closed],
        },
        name: place.record.name.clone(),
        commune: place.record.address.insee,
        wanted: Wanted::default(),
        words: None,
        contact: None,
    }
}

/// A place is missing. A contact that is neither a number, an address nor a site stays among its words.
pub(crate) fn addition(directory: &Directory, code: CommuneCode, one: &Added) -> Draft {
    let reference = &directory.reference;
    let commune = reference.commune(&code);
    let postcode = commune.and_then(|known| match known.postcodes.as_slice() {
        [only] => Some(*only),
        _ => None,
    });
    let address = Address {
        street: (!one.street.is_empty()).then(|| one.street.clone()),
        complement: None,
        postcode,
        commune: commune.map_or_else(|| code.to_string(), |known| known.name.clone()),
        insee: Some(code),
    };
    let mut wanted = Wanted {
        name: Some(one.name.clone()),
        address: Some(address),
        ..Wanted::default()
    };
    let mut words = vec![one.does.clone()];
    let contact = one.contact.as_str();
    let department = code.department().to_string();
    if let Ok(phone) = Phone::parse(contact, Some(&department)) {
        wanted.phone = Some(phone.as_str().to_owned());
    } else if let Ok(email) = contact.parse::<Email>() {
        wanted.email = Some(email.to_string());
    } else if let Ok(site) = WebUrl::parse(contact) {
        wanted.website = Some(site.as_str().to_owned());
    } else {
        words.push(contact.to_owned());
    }
    words.retain(|line| !line.is_empty());
    Draft {
        of_census: None,
        about: About::NewPlace { tie: Tie::Partner },
        name: one.name.clone(),
        commune: Some(code),
        wanted,
        // Two lines of at most 300 characters are never too long.
        words: Prose::read(&words.join("\n")).ok().flatten(),
        contact: None,
    }
}

/// Puts a proposal of a town hall in the queue, with the change that it comes from.
pub(crate) async fn propose(
    app: &App,
    write: &mut Write,
    draft: Draft,
    of: OfCensus,
    by: Option<PersonId>,
) -> Result<ProposalId, Error> {
    let mut proposal = proposal(app, &Actor::Visitor, draft, LANG);
    proposal.of_census = Some(of);
    proposal.by = by;
    let writer = by.map_or_else(|| author(&JOB), Author::Person);
    let line = entry(app, writer, None, Some(&proposal));
    write.put_proposal(&proposal, &line).await?;
    Ok(proposal.id)
}
