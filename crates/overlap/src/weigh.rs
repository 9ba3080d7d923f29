//! How much speaks for one doing told twice: points of `data/weights.toml` for each agreement, added up.

use portulan_model::Cents;

use crate::agree::{Agreed, Places};
use crate::compared::{Evidence, Weighed};
use crate::matter::Agreement;
use crate::money::Cost;
use crate::weights::WEIGHTS;

/// All that weighs; the words in common are told later, where somebody reads them.
pub(crate) fn weighed(agreed: &Agreed, promise_apart: bool) -> Vec<Weighed> {
    let mut all = Vec::new();
    let mut add = |evidence: Evidence, points: f64| all.push(Weighed { evidence, points });
    let (of, said) = (&WEIGHTS.said, agreed.said);
    let told = [quantity(agreed), cost(agreed), place(agreed)];
    for (evidence, points) in told.into_iter().flatten() {
        add(evidence, points);
    }
    if said.bearers_named > 0 {
        add(Evidence::Bearer, of.bearer * f64::from(said.bearers_named));
    }
    if said.seeking > 0 {
        add(Evidence::Seeking, of.seeking * f64::from(said.seeking));
    }
    if let Some(reference) = &agreed.reference {
        let reference = reference.clone();
        add(Evidence::Reference { reference }, of.reference);
    }
    let flags = [
        (said.commune_named, Evidence::CommuneNamed, of.commune),
        (said.same_bearer, Evidence::SameBearer, of.same_bearer),
        (agreed.extent.nested, Evidence::Nested, of.nested),
        (agreed.extent.part, Evidence::Part, of.part),
        (said.closed, Evidence::Closed, of.closed),
        (promise_apart, Evidence::PromiseApart, of.promise_apart),
    ];
    for (holds, evidence, points) in flags {
        if holds {
            add(evidence, points);
        }
    }
    let words = Vec::new();
    add(Evidence::Words { words }, likeness(agreed));
    all
}

/// The points of it all, before it is told.
pub(crate) fn points(weighed: &[Weighed]) -> f64 {
    WEIGHTS.bias + weighed.iter().map(|one| one.points).sum::<f64>()
}

/// From points to a score between 0 and 1.
pub(crate) fn score(points: f64) -> f64 {
    1.0 / (1.0 + (-points - WEIGHTS.lead).exp())
}

fn likeness(agreed: &Agreed) -> f64 {
    WEIGHTS.words.likeness * (agreed.likeness - WEIGHTS.words.usual)
}

fn quantity(agreed: &Agreed) -> Option<(Evidence, f64)> {
    match (agreed.quantity, agreed.quantity_told) {
        (Agreement::Shared, Some(number)) => {
            let number = u64::from(number);
            Some((Evidence::Quantity { number }, WEIGHTS.quantity.shared))
        }
        // A part has fewer than the whole.
        (Agreement::Differ, _) if !agreed.extent.part => {
            Some((Evidence::OtherQuantity, WEIGHTS.quantity.other))
        }
        _ => None,
    }
}

fn place(agreed: &Agreed) -> Option<(Evidence, f64)> {
    match agreed.places {
        Places::Shared => Some((Evidence::Place, WEIGHTS.place.shared)),
        Places::Named => Some((Evidence::Place, WEIGHTS.place.named)),
        Places::Differ => Some((Evidence::OtherPlace, WEIGHTS.place.other)),
        Places::Untold => None,
    }
}

fn cost(agreed: &Agreed) -> Option<(Evidence, f64)> {
    let of = &WEIGHTS.cost_of;
    let told = |cents: i64| Cents::new(cents);
    Some(match agreed.cost {
        Cost::Untold => return None,
        Cost::Other if agreed.extent.part => return None,
        Cost::Equal(cents) => (Evidence::SameCost { cents: told(cents) }, of.equal),
        Cost::Close => (Evidence::CloseCost, of.close),
        Cost::Share(percent) => {
            let percent = u64::from(percent);
            (Evidence::ShareOfCost { percent }, of.share)
        }
        Cost::Within(cents) => (Evidence::ToldCost { cents: told(cents) }, of.within),
        Cost::Told(cents) => (Evidence::ToldCost { cents: told(cents) }, of.told),
        Cost::Other => (Evidence::OtherCost, of.other),
    })
}
