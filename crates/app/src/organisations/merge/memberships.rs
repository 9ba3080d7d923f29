//! Where both organisations sit in one body, one membership stays: that by right, then that of a member, then that of a
//! candidate; of two that are alike, that of the organisation that stays. The other ends, and its mandates with it.

use chrono::NaiveDate;
use portulan_model::governance::{MemberError, Membership, Standing, Tenure};
use portulan_model::renames::Renamed;
use portulan_store::Write;

use crate::Error;

/// The memberships that are not over of both in one body: ours, then theirs.
pub(super) fn both<'a>(
    ours: &'a [Membership],
    theirs: &'a [Membership],
) -> impl Iterator<Item = (&'a Membership, &'a Membership)> {
    let open = |one: &&Membership| one.standing() != Standing::Left;
    theirs.iter().filter(open).filter_map(move |their| {
        let mut ours = ours.iter().filter(open);
        let our = ours.find(|our| our.who().body == their.who().body)?;
        Some((our, their))
    })
}

/// Ends one membership of each two.
pub(super) async fn settle(
    write: &mut Write,
    with: Renamed<'_>,
    (today, reason): (NaiveDate, &str),
) -> Result<(), Error> {
    let ours = write.memberships_of(with.to).await?;
    let theirs = write.memberships_of(with.from).await?;
    for (our, their) in both(&ours, &theirs) {
        let ends = if rank(their) > rank(our) { our } else { their };
        let left = ended(ends.clone(), today, reason);
        let left = left.map_err(|error| Error::Conflict(error.to_string()))?;
        write.change_kept_quietly(&left).await?;
    }
    Ok(())
}

fn rank(membership: &Membership) -> u8 {
    match membership {
        Membership::Confirmed(one) if one.tenure() == Tenure::ByRight => 3,
        Membership::Confirmed(_) => 2,
        Membership::Candidate(_) => 1,
        Membership::Left(_) => 0,
    }
}

fn ended(
    membership: Membership,
    today: NaiveDate,
    reason: &str,
) -> Result<Membership, MemberError> {
    Ok(Membership::Left(match membership {
        Membership::Candidate(one) => {
            let on = today.max(one.since());
            one.withdraw(on)?
        }
        Membership::Confirmed(one) => {
            let on = today.max(one.since());
            one.relieve(on, reason.to_owned())?
        }
        Membership::Left(one) => one,
    }))
}
