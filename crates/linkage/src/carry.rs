//! Ids of groups from one run to the next: an id stays with the group that keeps most of its members.

use std::collections::{BTreeMap, BTreeSet};

/// The id of each group of `now`, given the groups of the previous run by their ids.
///
/// Each earlier id goes to the group with which it shares most members, once; between equals, the smaller ids first. A
/// group without one takes the smallest id among its members that no other group has.
#[must_use]
pub fn carry_ids(
    previous: &BTreeMap<String, BTreeSet<String>>,
    now: &[Vec<String>],
) -> Vec<String> {
    let homes: BTreeMap<&str, &str> = previous
        .iter()
        .flat_map(|(id, members)| {
            members
                .iter()
                .map(move |member| (member.as_str(), id.as_str()))
        })
        .collect();
    let mut shared: BTreeMap<(&str, usize), usize> = BTreeMap::new();
    for (at, members) in now.iter().enumerate() {
        for home in members.iter().filter_map(|id| homes.get(id.as_str())) {
            *shared.entry((home, at)).or_default() += 1;
        }
    }
    let first = |at: usize| now.get(at).and_then(|members| members.iter().min());
    let mut claims: Vec<_> = shared.into_iter().collect();
    claims.sort_by(|((id_a, at_a), count_a), ((id_b, at_b), count_b)| {
        let ids = id_a.cmp(id_b).then_with(|| first(*at_a).cmp(&first(*at_b)));
        count_b.cmp(count_a).then(ids)
    });
    let mut ids: Vec<Option<String>> = vec![None; now.len()];
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for ((id, at), _) in claims {
        if let Some(slot @ None) = ids.get_mut(at)
            && taken.insert(id.to_owned())
        {
            *slot = Some(id.to_owned());
        }
    }
    name_the_new(now, &mut ids, &mut taken);
    ids.into_iter().map(Option::unwrap_or_default).collect()
}

fn name_the_new(now: &[Vec<String>], ids: &mut [Option<String>], taken: &mut BTreeSet<String>) {
    let mut order: Vec<usize> = (0..now.len()).collect();
    order.sort_by_key(|at| now.get(*at).and_then(|members| members.iter().min()));
    for at in order {
        let (Some(slot @ None), Some(members)) = (ids.get_mut(at), now.get(at)) else {
            continue;
        };
        let members: BTreeSet<&String> = members.iter().collect();
        let free = members.iter().find(|id| !taken.contains(**id));
        let id = free.map_or_else(|| beside(&members, taken), |id| (**id).clone());
        taken.insert(id.clone());
        *slot = Some(id);
    }
}

/// When the ids of all members name other groups: the smallest, with a number.
fn beside(members: &BTreeSet<&String>, taken: &BTreeSet<String>) -> String {
    let first = members.first().map(|id| id.as_str()).unwrap_or_default();
    let mut number = 2;
    loop {
        let id = format!("{first}~{number}");
        if !taken.contains(&id) {
            return id;
        }
        number += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    fn before(groups: &[(&str, &[&str])]) -> BTreeMap<String, BTreeSet<String>> {
        let owned =
            |(id, ids): &(&str, &[&str])| ((*id).to_owned(), group(ids).into_iter().collect());
        groups.iter().map(owned).collect()
    }

    #[test]
    fn an_unseen_member_changes_no_id_even_when_its_own_is_smaller() {
        let previous = before(&[("r2", &["r2", "r5"])]);
        assert_eq!(carry_ids(&previous, &[group(&["r1", "r2", "r5"])]), ["r2"]);
    }

    #[test]
    fn a_group_that_parts_leaves_its_id_to_the_larger_side() {
        let previous = before(&[("r1", &["r1", "r2", "r3"])]);
        let now = [group(&["r1", "r9"]), group(&["r2", "r3"])];
        assert_eq!(carry_ids(&previous, &now), ["r9", "r1"]);
    }

    #[test]
    fn two_groups_that_join_keep_the_id_of_the_larger_one() {
        let previous = before(&[("r1", &["r1", "r2"]), ("r3", &["r3", "r4", "r5"])]);
        let now = [group(&["r1", "r2", "r3", "r4", "r5"])];
        assert_eq!(carry_ids(&previous, &now), ["r3"]);
    }

    #[test]
    fn no_two_groups_have_one_id() {
        let previous = before(&[("r1", &["r2", "r3"]), ("r2", &["r1", "r4"])]);
        let now = [group(&["r2", "r3"]), group(&["r4", "r5"]), group(&["r1"])];
        let ids = carry_ids(&previous, &now);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), 3, "{ids:?}");
    }
}
