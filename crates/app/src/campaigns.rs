//! Campaigns: the people of places are asked whether what is known of them is still right.
//!
//! Whoever runs one chooses places ([`choose()`]) and sends ([`send()`]): one mail for each organisation or address, never
//! one for each place. A link answers without an account ([`open`], [`answer`]); what it says is the place's own word. A
//! job reminds those who did not answer ([`keep`]). Addresses stand nowhere but in the rows of those who are asked.

mod answer;
mod bounces;
mod choose;
mod delivery_status;
mod figures;
mod groups;
mod order;
mod remind;
mod send;

use portulan_model::CampaignId;
use portulan_model::campaigns::{Campaign, Within};
use portulan_model::journal::{Author, Deed, Entry};
use portulan_policy::actions::RunCampaign;
use portulan_policy::{Actor, Capability, Node, Target, allow};
use serde_json::json;

use crate::{App, Directory, Error, rights};

pub use answer::{Asked, Pass, Said, answer, open, refuse};
pub(crate) use bounces::address_bounced;
pub use bounces::{Returned, bounce};
pub use choose::{Chosen, choose};
pub use figures::{Figures, Overview, Silent, list, overview, silent};
pub use groups::{Group, Reach};
pub use order::{Fault, Order, Typed};
pub use remind::keep;
pub use send::{Sent, close, new_id, send};

/// A place that was asked about is not asked about again for so many days, whatever the campaign.
pub const ASKED_AGAIN_AFTER_DAYS: i64 = 30;
/// How long a campaign lasts when nobody says until when, in days: two reminders, and time to answer them.
pub const LASTS_DAYS: u64 = 45;
/// Most days between the first mail and the last one, and of a campaign: a link must not serve for ever.
pub const LONGEST_DAYS: u64 = 180;
/// Most reminders: more is pestering.
pub const MOST_REMINDERS: usize = 3;
/// Reminders that are offered, in days after the first mail.
pub const REMINDERS: [u32; 2] = [7, 14];

/// The program, where it reads rows that it then shows to those who may see them, and where it reminds.
const JOB: Actor = Actor::Job("campaigns");
/// Who answers, in the journal.
const LINK: &str = "campagne";

/// The node of a choice.
#[must_use]
pub fn node(within: &Within) -> Node {
    match within {
        Within::Territory(key) => Node::Territory(key.clone()),
        Within::Organisation(slug) => Node::Organisation(slug.clone()),
    }
}

/// Where a choice stands among the nodes; nothing where it is nowhere.
#[must_use]
pub fn target(directory: &Directory, within: &Within) -> Option<Target> {
    rights::node(directory, &node(within))
}

/// A campaign, with the right to run it.
pub async fn read(
    app: &App,
    actor: &Actor,
    id: CampaignId,
) -> Result<(Campaign, Capability<RunCampaign>), Error> {
    let missing = || Error::NotFound(format!("campaign {id}"));
    let found = app.store().campaign(&reader()?, id).await?;
    let campaign = found.ok_or_else(missing)?;
    let target = target(&app.directory(), &campaign.choice.within);
    let target = target.unwrap_or_else(|| Node::Installation.into());
    let may = allow::<RunCampaign>(actor, target)?;
    Ok((campaign, may))
}

/// The capability by which the program reads rows for itself.
fn reader() -> Result<Capability<RunCampaign>, Error> {
    Ok(allow::<RunCampaign>(&JOB, &Node::Installation)?)
}

/// A line of the journal: which campaign, and how far it reaches; no address.
fn entry(app: &App, by: Author, campaign: &Campaign, deed: Deed, reason: &str) -> Entry {
    let told = json!({
        "name": campaign.name, "within": node(&campaign.choice.within).to_string(),
        "ends": campaign.ends, "closed": campaign.closed,
    });
    Entry {
        at: app.now(),
        author: by,
        behalf: None,
        subject: None,
        object: format!("campagne-{}", campaign.id),
        deed,
        reason: reason.to_owned(),
        request: format!("campagnes-{}", app.now().timestamp_millis()),
        before: None,
        after: Some(told.to_string()),
    }
}
