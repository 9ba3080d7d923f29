//! The intentions of the demonstration: invented organisations that want the same things in neighbouring communes. What is
//! there already stays.

use portulan_model::means::intentions::Intention;
use portulan_policy::actions::WriteIntentions;
use portulan_policy::{Actor, Capability, Node, allow};

use super::governance::entry;
use crate::{App, Error};

static FILE: &str = include_str!("../../data/intentions-demonstration.json");

/// Takes in those that are missing.
pub(super) async fn load(app: &App, actor: &Actor) -> Result<(), Error> {
    let all: Vec<Intention> = serde_json::from_str(FILE)
        .map_err(|error| Error::internal("intentions-demonstration.json", error))?;
    let may: Capability<WriteIntentions> = allow(actor, &Node::Installation)?;
    let mut write = app.store().begin_governance(&may).await?;
    let mut added = 0;
    for one in &all {
        let object = Node::Organisation(one.organisation.clone()).to_string();
        let line = entry(app, actor, object);
        added += usize::from(write.add_kept(one, &line).await?);
    }
    if added == 0 {
        return Ok(());
    }
    write.commit().await?;
    app.refresh().await
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use portulan_model::Slug;
    use portulan_model::means::intentions::{Visibility, groups};
    use portulan_model::means::secrecy::shown;

    use super::*;

    fn read() -> Vec<Intention> {
        serde_json::from_str(FILE).unwrap()
    }

    #[test]
    fn nothing_is_wished_by_anybody_real() {
        let invented = |slug: &Slug| slug.as_str().starts_with("exemple-");
        for one in read() {
            assert_eq!(one.check(), Ok(()), "{}", one.title);
            assert!(one.title.ends_with("(exemple)"), "{}", one.title);
            assert!(invented(&one.organisation) && invented(&one.slug));
            assert!(one.alliance.named().iter().all(invented));
            assert!(one.envelope.iter().all(invented));
        }
    }

    #[test]
    fn some_of_them_meet_and_members_read_sums_of_others() {
        let all = read();
        let shows = |one: &&Intention| one.visibility != Visibility::Us;
        let authors: BTreeSet<Slug> = all
            .iter()
            .filter(shows)
            .map(|one| one.organisation.clone())
            .collect();
        assert_eq!(authors.len(), 5);
        let hidden = all.iter().filter(shows);
        let hidden = hidden.filter(|one| !one.visibility.includes_members());
        let sums = shown(&groups(hidden).unwrap()).unwrap();
        assert_eq!(sums.len(), 2);
        assert!(sums.values().all(Option::is_some));
    }
}
