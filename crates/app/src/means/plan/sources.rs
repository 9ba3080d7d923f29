//! Where the lines of a plan come from, one function for each source, and which of them tell one cost.

use std::collections::{BTreeMap, BTreeSet};

use portulan_model::governance::Body;
use portulan_model::means::envelopes::{Account, Envelope, Reference, Sums};
use portulan_model::means::intentions::{Intention, State};
use portulan_model::means::pools::PoolRecord;
use portulan_model::money::TooMuch;
use portulan_model::{Area, Slug, TerritoryKey, TerritoryKind};
use portulan_overlap::Label;
use portulan_plan::{Input, Key, Kind, Line, Pair, Range};
use portulan_policy::actions::SettleOverlaps;
use portulan_policy::{Actor, Node, allow};

use crate::means::envelopes::ledger_of_today;
use crate::means::intentions::Ground;
use crate::means::overlaps::{self, Filter, Origin};
use crate::{App, Directory, Error};

/// What is gathered so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    pub(super) input: Input,
    /// What each thing that is told is called.
    pub(super) names: BTreeMap<Key, String>,
    /// How many intentions there are, and how many of them say no amount.
    pub(super) intentions: [usize; 2],
}

impl Sources {
    /// What stands in the ledgers of envelopes: a line for each account of each request.
    pub(super) async fn ledgers(&mut self, app: &App, envelopes: &[Envelope]) -> Result<(), Error> {
        let beyond = |error| Error::internal("sums of an envelope", error);
        let directory = app.directory();
        for envelope in envelopes {
            let known = portulan_plan::Envelope {
                amount: envelope.amount,
                years: envelope.period.calendar_years(),
            };
            self.input.envelopes.insert(envelope.slug.clone(), known);
            let ledger = app.store().ledger(&envelope.slug).await?;
            let ledger = ledger_of_today(&directory, ledger);
            let accounts = ledger.by(|line| line.account.clone()).map_err(beyond)?;
            for (number, (account, stands)) in accounts.into_iter().enumerate() {
                // Whoever had something and gave all of it back asks for nothing any more.
                if stands == Sums::default() {
                    continue;
                }
                let tells = request(&envelope.slug, &account.request);
                self.names
                    .insert(tells.clone(), account.request.to_string());
                let key = Key::new(format!("{tells}/{number}"));
                let line = of_account((envelope, tells), account, stands);
                self.input.lines.insert(key, line.map_err(beyond)?);
            }
        }
        Ok(())
    }

    /// The intentions that are shown to those who lead the body: a line for each that says an amount.
    pub(super) async fn intentions(&mut self, app: &App, body: &Body) -> Result<(), Error> {
        let directory = app.directory();
        let ground = Ground::of(app, &directory, body);
        let [noted, _withdrawn, pooled, requested] = State::WORDS;
        for word in [noted, pooled, requested] {
            let mut all = app.store().intentions_in(word).await?;
            all.retain(|one| ground.shows(one));
            let [told, unsaid] = &mut self.intentions;
            for one in all {
                *told += 1;
                let tells = intention(&one.slug);
                self.names.insert(tells.clone(), one.title.clone());
                if let Some(line) = of_intention(&directory, &ground, &one) {
                    self.input.lines.insert(tells, line);
                } else {
                    *unsaid += 1;
                }
                self.input.pairs.extend(follows(&self.input, &one));
            }
        }
        Ok(())
    }

    /// The request of a pool tells the cost of the intentions that the pool carries.
    pub(super) async fn pools(&mut self, app: &App, body: &Slug) -> Result<(), Error> {
        for pool in app.store().kept_of::<PoolRecord>(body).await? {
            let Some(asked) = &pool.request else {
                continue;
            };
            for one in &pool.carries {
                let pairs = became(&self.input, one, asked);
                self.input.pairs.extend(pairs);
            }
        }
        Ok(())
    }

    /// What overlaps and was not set aside. It is weighed whole, whoever reads, so that one plan is told to all: whose it is
    /// stays behind what a plan tells.
    pub(super) async fn pairs(&mut self, app: &App, body: &Slug) -> Result<(), Error> {
        let node = Node::Body(body.clone());
        let may = allow::<SettleOverlaps>(&Actor::Operator, node)?;
        let found = overlaps::of_body(app, &may, Filter::default()).await?;
        let open = found.cases.iter().flat_map(|case| &case.pairs);
        let pairs = open.filter_map(|pair| {
            let kind = kind(pair.compared.outcome.label()?)?;
            let [(_, one), (_, other)] = found.both(pair)?;
            Pair::new(told(one)?, told(other)?, kind)
        });
        self.input.pairs.extend(pairs);
        Ok(())
    }
}

/// What names a request of an envelope, however it was typed: the same request in another one is another part of its cost.
fn request(envelope: &Slug, request: &Reference) -> Key {
    Key::new(format!("{envelope}/{}", request.folded()))
}

/// What names an intention.
fn intention(slug: &Slug) -> Key {
    Key::new(format!("intention/{slug}"))
}

fn of_account(
    (envelope, tells): (&Envelope, Key),
    account: Account,
    stands: Sums,
) -> Result<Line, TooMuch> {
    Ok(Line {
        tells,
        organisation: account.beneficiary,
        envelope: Some(envelope.slug.clone()),
        years: [account.year].into(),
        // A ledger does not say for which need.
        needs: BTreeSet::new(),
        territories: [(account.territory, 1)].into(),
        asked: Range::exact(stands.used()?),
        stands,
        pool: None,
        open: false,
    })
}

fn of_intention(directory: &Directory, ground: &Ground<'_>, one: &Intention) -> Option<Line> {
    let amount = one.amount?;
    let now = directory.organisations.led(&one.organisation);
    let organisation = now.map_or(&one.organisation, |now| &now.slug);
    Some(Line {
        tells: intention(&one.slug),
        organisation: organisation.clone(),
        envelope: one.envelope.clone(),
        years: one.years.each().collect(),
        needs: one.needs.iter().collect(),
        territories: grouped(directory, &one.area),
        asked: Range::between(amount.least, amount.most),
        stands: Sums::default(),
        pool: match &one.state {
            State::Pooled { pool, .. } => Some(pool.clone()),
            _ => None,
        },
        open: ground.shows_members(one),
    })
}

/// The communes of an area by intercommunality, each as often as it has some; one that is in none stands by itself.
fn grouped(directory: &Directory, area: &Area) -> BTreeMap<TerritoryKey, u32> {
    let mut all = BTreeMap::new();
    for code in area.touched() {
        let commune = TerritoryKey::commune(code);
        let above = directory.reference.ancestors(&commune).into_iter();
        let mut groups = above.filter(|key| key.kind() == TerritoryKind::Epci);
        *all.entry(groups.next().unwrap_or(commune)).or_insert(0) += 1;
    }
    all
}

/// The requests that an intention became: they tell its cost.
fn follows(input: &Input, one: &Intention) -> Vec<Pair> {
    match &one.state {
        State::Requested { request, .. } => {
            let asked = request.as_str().parse::<Reference>();
            asked.map_or_else(|_none| Vec::new(), |asked| became(input, &one.slug, &asked))
        }
        State::Noted | State::Pooled { .. } | State::Withdrawn { .. } => Vec::new(),
    }
}

/// An intention and a request of its cost, in whichever envelopes that stands.
fn became(input: &Input, one: &Slug, asked: &Reference) -> Vec<Pair> {
    let theirs = input.envelopes.keys().map(|slug| request(slug, asked));
    let pair = |tells| Pair::new(intention(one), tells, Kind::Follows);
    theirs.filter_map(pair).collect()
}

/// Which labels say that one cost is told twice. Two that could be carried together, or one promise counted twice, are two.
const fn kind(label: Label) -> Option<Kind> {
    match label {
        Label::SameAction => Some(Kind::SameAction),
        Label::SameCost => Some(Kind::SameCost),
        Label::SamePost => Some(Kind::SamePost),
        Label::SameCofunding | Label::Complementary => None,
    }
}

/// What a record is called in a plan, where it has a line.
fn told(origin: &Origin) -> Option<Key> {
    match origin {
        Origin::Account {
            envelope,
            request: asked,
        } => Some(request(envelope, asked)),
        Origin::Intention { slug, .. } => Some(intention(slug)),
        Origin::Action { .. } | Origin::Post(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use portulan_model::Cents;
    use portulan_model::journal::Author;
    use portulan_model::means::intentions::{Step, Years};
    use portulan_plan::Plan;

    use super::*;

    fn slug(text: &str) -> Slug {
        text.parse().unwrap()
    }

    #[test]
    fn an_intention_and_the_request_that_it_became_are_one_cost() {
        let step = Step {
            at: portulan_testkit::builders::saturday_morning(),
            by: Author::Operator,
        };
        let names = (slug("former"), slug("ccas"));
        let area = "35238".parse().unwrap();
        let title = "Former".to_owned();
        let mut one = Intention::new(names, title, area, Years::one(2026), step.clone());
        let envelope = portulan_plan::Envelope {
            amount: Cents::euros(9_000),
            years: None,
        };
        let mut input = Input {
            first: 2026,
            envelopes: [(slug("formation"), envelope)].into(),
            ..Input::default()
        };
        let line = |tells: Key, granted: i32| Line {
            tells,
            organisation: slug("ccas"),
            envelope: None,
            years: [2026].into(),
            needs: BTreeSet::new(),
            territories: BTreeMap::new(),
            asked: Range::exact(Cents::euros(4_000)),
            stands: Sums {
                granted: Cents::euros(granted),
                ..Sums::default()
            },
            pool: None,
            open: false,
        };
        let asked = request(&slug("formation"), &"Demande 1".parse().unwrap());
        let lines = [(intention(&one.slug), 0), (asked, 4_000)];
        input
            .lines
            .extend(lines.map(|(key, granted)| (key.clone(), line(key, granted))));
        assert!(follows(&input, &one).is_empty());
        one.state = State::Requested {
            request: slug("demande-1"),
            step,
        };
        input.pairs.extend(follows(&input, &one));
        let all = Plan::of(&input).unwrap().whole.all;
        assert_eq!(all.counted, Range::exact(Cents::euros(4_000)));
        assert_eq!(all.doubled, Range::exact(Cents::euros(4_000)));
        assert_eq!(all.to_find, Range::ZERO);
    }
}
