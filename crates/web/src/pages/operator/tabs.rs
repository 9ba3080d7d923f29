//! The ways from one list of the desk to the others: those that somebody may open.

use portulan_i18n::Words;
use portulan_policy::actions::{
    Diagnose, EditBaseline, EditOrganisation, Instruct, ManageClusters, ManagePosts, ReadBody,
    ReadEnvelope, ReadHarvest, ReadJournal, ReadMail, ReviewLinks, RunCampaign,
};
use portulan_policy::{Action, Actor};

use super::addresses;
use crate::pages::addresses::{self as base, SPACE};

/// A way to a list.
pub(crate) struct Tab {
    pub(crate) address: &'static str,
    pub(crate) words: String,
    pub(crate) current: bool,
}

/// The word of each list, its address, its title, and what whoever opens it must be allowed to do somewhere.
const LISTS: [(&str, &str, &str, &str); 17] = [
    ("etat", addresses::DESK, "desk-state", Diagnose::NAME),
    (
        "sources",
        addresses::SOURCES,
        "sources-title",
        ReadHarvest::NAME,
    ),
    (
        "moissonnages",
        addresses::RUNS,
        "runs-title",
        ReadHarvest::NAME,
    ),
    (
        "doublons",
        addresses::QUEUE,
        "queue-title",
        ReviewLinks::NAME,
    ),
    (
        "a-verifier",
        addresses::GONE,
        "gone-title",
        ReviewLinks::NAME,
    ),
    (
        "propositions",
        base::TO_EXAMINE,
        "proposals-title",
        Instruct::NAME,
    ),
    ("appels", base::CALLS, "calls-title", RunCampaign::NAME),
    (
        "recensements",
        base::CENSUSES,
        "census-list-title",
        RunCampaign::NAME,
    ),
    (
        "structures",
        base::ORGANISATIONS,
        "orgs-title",
        EditOrganisation::NAME,
    ),
    (
        "dispositifs",
        base::SCHEME_DESK,
        "disp-desk-title",
        EditBaseline::NAME,
    ),
    (
        "grappes",
        base::CLUSTER_DESK,
        "grappe-desk-title",
        ManageClusters::NAME,
    ),
    ("postes", base::POSTS, "poste-title", ManagePosts::NAME),
    (
        "gouvernances",
        base::BODIES_DESK,
        "bodies-title",
        ReadBody::NAME,
    ),
    (
        "enveloppes",
        base::ENVELOPES,
        "env-title",
        ReadEnvelope::NAME,
    ),
    (
        "campagnes",
        base::CAMPAIGNS,
        "campaigns-title",
        RunCampaign::NAME,
    ),
    (
        "lieux",
        addresses::PLACES,
        "story-find-title",
        ReadJournal::NAME,
    ),
    (
        "messages",
        addresses::MESSAGES,
        "mails-title",
        ReadMail::NAME,
    ),
];

/// The lists that an actor may open, under the one that is shown; whoever has an account also finds back home.
pub(crate) fn tabs(actor: &Actor, words: Words, current: &str) -> Vec<Tab> {
    let home = matches!(actor, Actor::Person(_)).then(|| Tab {
        address: SPACE,
        words: words.get("space-title"),
        current: false,
    });
    let open = LISTS
        .into_iter()
        .filter(|(_, _, _, action)| actor.may_somewhere(action));
    let tab = |(word, address, title, _): (&str, _, &str, &str)| Tab {
        address,
        words: words.get(title),
        current: word == current,
    };
    home.into_iter().chain(open.map(tab)).collect()
}
