//! Ten thousand random ledgers: nothing is ever overspent, every sum is that of its lines, and what is undone is as before.

use proptest::prelude::*;

use super::*;

/// Ledgers that are drawn for each property.
const LEDGERS: u32 = 10_000;

/// A step on a ledger: an order, or the reversal of a line.
#[derive(Debug, Clone)]
enum Step {
    Take(Order),
    Undo(u64),
}

fn an_account() -> impl Strategy<Value = Account> {
    (0..3_u8, 0..3_u8, 0..2_u8, 2024..=2026).prop_map(|(request, who, place, year)| Account {
        request: format!("demande-{request}").parse().unwrap(),
        beneficiary: slug(&format!("structure-{who}")),
        territory: territory(&format!("commune-3523{place}")),
        year,
    })
}

fn an_order() -> impl Strategy<Value = Order> {
    let what = prop::sample::select(Move::ALL);
    let cost = prop::option::of(0..40_000_i64);
    let parts = (what, an_account(), 0..12_000_i64, cost);
    parts.prop_map(|(what, account, amount, cost)| Order {
        what,
        account,
        amount: Cents::new(amount),
        cost: cost.map(Cents::new),
        decision: None,
    })
}

fn a_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => an_order().prop_map(Step::Take),
        1 => (1..20_u64).prop_map(Step::Undo),
    ]
}

/// Small enough that orders meet its ceilings often.
fn an_envelope() -> impl Strategy<Value = Envelope> {
    let amount = 1..60_000_i64;
    let parts = prop::option::of((0..30_000_i64, 0..30_000_i64));
    let each = prop::option::of(0..25_000_i64);
    let own = prop::option::of(0..40_000_i64);
    let share = prop::option::weighted(0.3, 1..=Share::WHOLE);
    (amount, parts, each, own, share).prop_map(|(amount, parts, each, own, share)| {
        let mut one = envelope();
        one.amount = Cents::new(amount);
        if let Some((here, there)) = parts {
            let named = [("commune-35230", here), ("commune-35231", there)];
            let named = named.map(|(key, cents)| (territory(key), Cents::new(cents)));
            one.ceilings.territories.extend(named);
        }
        one.ceilings.each = each.map(Cents::new);
        let own = own.map(|cents| (slug("structure-0"), Cents::new(cents)));
        one.ceilings.beneficiaries.extend(own);
        one.rate.share = share.map(|share| share.try_into().unwrap());
        one
    })
}

fn run(envelope: &Envelope, steps: &[Step]) -> Ledger {
    let mut ledger = Ledger::default();
    for step in steps {
        let before = ledger.clone();
        let done = match step {
            Step::Take(order) => ledger.take(envelope, order.clone(), hand()),
            Step::Undo(number) => ledger.reverse(envelope, *number, hand()),
        };
        if done.is_err() {
            assert_eq!(ledger, before, "a refusal writes nothing");
        }
    }
    ledger
}

fn used(sums: Sums) -> Cents {
    sums.used().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(LEDGERS))]

    #[test]
    fn no_ceiling_is_ever_exceeded_and_no_more_is_paid_than_granted(
        envelope in an_envelope(),
        steps in prop::collection::vec(a_step(), 0..24),
    ) {
        let mut seen = Ledger::default();
        for line in run(&envelope, &steps).lines() {
            let mut lines = seen.lines().to_vec();
            lines.push(line.clone());
            seen = Ledger::of(lines);
            let whole = seen.whole().unwrap();
            prop_assert!(whole.is_sound());
            prop_assert!(used(whole) <= envelope.amount);
            prop_assert!(whole.paid <= whole.granted);
            for (key, sums) in seen.by(|line| line.account.territory.clone()).unwrap() {
                let ceiling = envelope.ceilings.of_territory(&key);
                prop_assert!(ceiling.is_none_or(|most| used(sums) <= most));
            }
            for (slug, sums) in seen.by(|line| line.account.beneficiary.clone()).unwrap() {
                let ceiling = envelope.ceilings.of_beneficiary(&slug);
                prop_assert!(ceiling.is_none_or(|most| used(sums) <= most));
            }
            for (account, sums) in seen.by(|line| line.account.clone()).unwrap() {
                prop_assert!(sums.is_sound(), "{:?}", account);
            }
            let requests = seen.by(|line| line.account.request.clone()).unwrap();
            if let What::Moved(Move::Promise | Move::Grant) = line.what {
                let most = envelope.rate.most(line.cost).unwrap();
                let own = used(requests[&line.account.request]);
                prop_assert!(most.is_none_or(|most| own <= most));
            }
        }
        prop_assert_eq!(envelope.holds(&seen), Ok(()));
    }

    #[test]
    fn the_sums_of_any_parts_add_up_to_the_whole_to_the_cent(
        envelope in an_envelope(),
        steps in prop::collection::vec(a_step(), 0..24),
    ) {
        let ledger = run(&envelope, &steps);
        let whole = ledger.whole().unwrap();
        let total = |parts: Vec<Sums>| parts.into_iter().try_fold(Sums::default(), Sums::plus);
        let years = ledger.by(|line| line.account.year).unwrap();
        prop_assert_eq!(total(years.into_values().collect()), Ok(whole));
        let accounts = ledger.by(|line| line.account.clone()).unwrap();
        prop_assert_eq!(total(accounts.into_values().collect()), Ok(whole));
        let places = ledger.by_territory().unwrap();
        prop_assert_eq!(total(places.values().map(|one| one.sums).collect()), Ok(whole));
        let left = whole.left_of(envelope.amount).unwrap();
        prop_assert_eq!(used(whole).plus(left), Ok(envelope.amount));
    }

    #[test]
    fn a_line_that_is_undone_leaves_what_was_before_it(
        envelope in an_envelope(),
        steps in prop::collection::vec(a_step(), 0..16),
        last in an_order(),
    ) {
        let mut ledger = run(&envelope, &steps);
        let before = ledger.by(|line| line.account.clone()).unwrap();
        let gives = last.what != Move::Release;
        if let Ok(line) = ledger.take(&envelope, last, hand())
            && gives
        {
            ledger.reverse(&envelope, line.number, hand()).unwrap();
            let mut after = ledger.by(|line| line.account.clone()).unwrap();
            after.retain(|account, sums| before.contains_key(account) || *sums != Sums::default());
            prop_assert_eq!(after, before);
        }
    }

    #[test]
    fn what_only_adds_comes_to_the_same_in_any_order_of_requests(
        envelope in an_envelope(),
        orders in prop::collection::vec(an_order(), 0..24),
    ) {
        let adds = orders.into_iter().filter(|order| order.what != Move::Release);
        let mut ledger = Ledger::default();
        let obeyed: Vec<Order> = adds
            .filter(|order| ledger.take(&envelope, order.clone(), hand()).is_ok())
            .collect();
        // The same, request by request, last request first: each keeps its own order.
        let mut otherwise = obeyed;
        otherwise.sort_by(|one, other| other.account.request.cmp(&one.account.request));
        let mut other = Ledger::default();
        for order in otherwise {
            let taken = other.take(&envelope, order, hand());
            prop_assert!(taken.is_ok(), "{:?}", taken);
        }
        let by = |ledger: &Ledger| ledger.by(|line| line.account.clone()).unwrap();
        prop_assert_eq!(by(&other), by(&ledger));
    }

    #[test]
    fn what_is_withheld_is_never_of_one_or_two(
        parts in prop::collection::btree_map(0..8_u8, prop::collection::btree_set(0..6_u8, 1..5), 0..8),
    ) {
        let groups: BTreeMap<u8, Group> = parts
            .iter()
            .map(|(key, authors)| {
                let names: Vec<String> = authors.iter().map(|one| format!("s-{one}")).collect();
                let names: Vec<&str> = names.iter().map(String::as_str).collect();
                (*key, group(1, &names))
            })
            .collect();
        let mut hidden = BTreeSet::new();
        for (key, sums) in shown(&groups).unwrap() {
            match sums {
                Some(_) => prop_assert!(groups[&key].is_many()),
                None => hidden.extend(groups[&key].authors().cloned()),
            }
        }
        // Nothing to subtract from, or three at least.
        let whole = shown_whole(&groups).unwrap();
        prop_assert!(hidden.is_empty() || hidden.len() >= FEWEST_AUTHORS || whole.is_none());
    }
}
