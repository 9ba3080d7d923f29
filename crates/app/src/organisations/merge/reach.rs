//! What hangs on an organisation and gives rights to those who manage it: a merge hands it to those who manage another, so
//! whoever merges must have the right to hand over each of them.

use std::collections::BTreeSet;

use portulan_model::clusters::Cluster;
use portulan_model::governance::{Membership, Standing};
use portulan_model::means::envelopes::{Envelope, Funder};
use portulan_model::people::Organisation;
use portulan_model::schemes::Scheme;
use portulan_model::{PlaceId, Slug};
use portulan_policy::actions::{
    GrantRoles, ManageClusters, ManageEnvelopes, ManageMembers, ManageOrganisations, ManageSchemes,
    RunCampaign,
};
use portulan_policy::{Actor, Alone, Node, Target, allow};
use portulan_store::{GivenRole, Store, StoreError, Write};

use super::super::missing::makes;
use crate::means::envelopes::target;
use crate::{Directory, rights};

/// What whoever merges has no right over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blocked {
    /// A place that would follow.
    Place(PlaceId),
    /// A body in which the other sits.
    Body(Slug),
    /// A scheme that the other leads, or of which it is a partner.
    Scheme(Slug),
    /// A cluster in which the other is.
    Cluster(Slug),
    /// An envelope of which the other brings the money: its people grant.
    Envelope(Slug),
    /// The campaigns among the places of the other.
    Campaigns,
    /// The roles in the other.
    Roles,
}

/// What hangs on it.
pub(super) struct There {
    pub(super) places: Vec<PlaceId>,
    pub(super) memberships: Vec<Membership>,
    pub(super) roles: Vec<GivenRole>,
    schemes: Vec<Scheme>,
    clusters: Vec<Cluster>,
    envelopes: Vec<Envelope>,
    campaigns: usize,
}

impl There {
    /// As it is stored.
    pub(super) async fn in_store(store: &Store, lost: &Organisation) -> Result<Self, StoreError> {
        let all = store.organisation_places().await?.into_iter();
        let own = all.filter(|(organisation, _)| *organisation == lost.slug);
        Ok(Self {
            places: own.map(|(_, place)| place).collect(),
            memberships: store.memberships_of(&lost.slug).await?,
            roles: store.grants_on(&node(lost)).await?,
            schemes: store.kept().await?,
            clusters: store.kept().await?,
            envelopes: store.kept().await?,
            campaigns: store.campaigns_of_organisation(&lost.slug).await?,
        }
        .of(lost))
    }

    /// As it is in the transaction that hands it over.
    pub(super) async fn in_write(
        write: &mut Write,
        lost: &Organisation,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            places: write.places_of_organisation(&lost.slug).await?,
            memberships: write.memberships_of(&lost.slug).await?,
            roles: write.grants_on(&node(lost)).await?,
            schemes: write.kept_all().await?,
            clusters: write.kept_all().await?,
            envelopes: write.kept_all().await?,
            campaigns: write.campaigns_of_organisation(&lost.slug).await?,
        }
        .of(lost))
    }

    fn of(mut self, lost: &Organisation) -> Self {
        let named = |scheme: &Scheme| scheme.organisations().any(|one| *one == lost.slug);
        self.schemes.retain(named);
        self.clusters
            .retain(|one| one.organisations.contains(&lost.slug));
        let funder = Funder::Organisation(lost.slug.clone());
        self.envelopes.retain(|one| one.funder == funder);
        self
    }

    /// What an actor has no right over.
    pub(super) fn blocked(
        &self,
        directory: &Directory,
        actor: &Actor,
        lost: &Organisation,
    ) -> Vec<Blocked> {
        let everywhere = allow::<ManageOrganisations>(actor, &Node::Installation).is_ok();
        let closed = |id: &&PlaceId| {
            let place = directory.snapshot.by_id(&directory.survivor(id));
            let commune = place.and_then(|place| place.record.address.insee);
            !everywhere && !commune.is_some_and(|commune| makes(directory, actor, commune))
        };
        let places = self.places.iter().filter(closed).copied();
        let schemes = self.schemes.iter();
        let schemes = schemes
            .filter(|one| refused::<ManageSchemes>(actor, rights::scheme(directory, one)))
            .map(|one| Blocked::Scheme(one.slug.clone()));
        let clusters = self.clusters.iter();
        let clusters = clusters
            .filter(|one| refused::<ManageClusters>(actor, rights::cluster(directory, one)))
            .map(|one| Blocked::Cluster(one.slug.clone()));
        let envelopes = self.envelopes.iter();
        let envelopes = envelopes
            .filter(|one| refused::<ManageEnvelopes>(actor, target(directory, one)))
            .map(|one| Blocked::Envelope(one.slug.clone()));
        let own = || rights::organisation(directory, lost);
        let asks = self.campaigns > 0 && refused::<RunCampaign>(actor, own());
        let roles = !self.roles.is_empty() && refused::<GrantRoles>(actor, own());
        let mut all: Vec<Blocked> = places.map(Blocked::Place).collect();
        all.extend(self.bodies(directory, actor));
        all.extend(schemes.chain(clusters).chain(envelopes));
        all.extend(asks.then_some(Blocked::Campaigns));
        all.extend(roles.then_some(Blocked::Roles));
        all
    }

    /// The bodies whose members an actor does not choose.
    fn bodies(&self, directory: &Directory, actor: &Actor) -> impl Iterator<Item = Blocked> {
        let sits = self.memberships.iter();
        let sits = sits.filter(|one| one.standing() != Standing::Left);
        let bodies: BTreeSet<&Slug> = sits.map(|one| &one.who().body).collect();
        let closed = |slug: &&Slug| {
            let body = directory.levels.body(slug);
            let target = body.map(|body| rights::body(directory, body));
            let target = target.unwrap_or_else(|| Node::Installation.into());
            refused::<ManageMembers>(actor, target)
        };
        bodies
            .into_iter()
            .filter(closed)
            .map(|slug| Blocked::Body(slug.clone()))
            .collect::<Vec<_>>()
            .into_iter()
    }
}

fn node(organisation: &Organisation) -> Node {
    Node::Organisation(organisation.slug.clone())
}

fn refused<A: Alone>(actor: &Actor, target: Target) -> bool {
    allow::<A>(actor, target).is_err()
}
