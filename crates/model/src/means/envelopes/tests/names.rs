//! Names that changed or were typed otherwise: a request, a territory, a beneficiary counts once, whatever it was called.

use super::*;

#[test]
fn a_request_is_one_however_its_name_is_typed_and_is_shown_as_it_was() {
    let reference = |text: &str| text.parse::<Reference>().unwrap();
    for (one, other) in [
        ("Dossier 12", "dossier 12 "),
        ("Dossier 12", "DOSSIER-12"),
        ("dossier12", "dossier  12"),
        ("Été 2026", "ete 2026"),
        ("Cœur", "coeur"),
    ] {
        assert_eq!(reference(one), reference(other), "{one} {other}");
    }
    for (one, other) in [
        ("dossier 12", "dossier 1 2"),
        ("dossier 12", "dossier 112"),
        ("2026-3", "2026-33"),
        ("—", "…"),
    ] {
        assert_ne!(reference(one), reference(other), "{one} {other}");
    }
    let typed = reference(" DOSSIER-12");
    assert_eq!(typed.to_string(), "DOSSIER-12");
    assert_eq!(serde_json::to_string(&typed).unwrap(), "\"DOSSIER-12\"");
}

#[test]
fn a_share_of_a_cost_is_had_once_whatever_the_request_is_called() {
    let mut envelope = envelope();
    envelope.rate.share = Some("40 %".parse().unwrap());
    let mut ledger = Ledger::default();
    let mut order = order(Move::Promise, 400);
    order.cost = Some(Cents::euros(1_000));
    order.account.request = "Dossier 12".parse().unwrap();
    ledger.take(&envelope, order.clone(), hand()).unwrap();
    order.account.request = "dossier 12 ".parse().unwrap();
    let refused = ledger.take(&envelope, order, hand()).unwrap_err();
    let limit = Limit::Rate;
    assert!(
        matches!(&refused, Refusal::Beyond { limit: told, .. } if *told == limit),
        "{refused:?}"
    );
}

#[test]
fn a_ceiling_and_what_was_taken_under_it_follow_the_territories_of_today() {
    // 35001 became a part of 35238.
    let today = |key: &TerritoryKey| {
        if *key == territory("commune-35001") {
            territory("commune-35238")
        } else {
            key.clone()
        }
    };
    let mut envelope = envelope();
    envelope.ceilings.territories = BTreeMap::from([
        (territory("commune-35001"), Cents::euros(100)),
        (territory("commune-35238"), Cents::euros(200)),
    ]);
    let mut there = order(Move::Grant, 100);
    there.account.territory = territory("commune-35001");
    let mut ledger = Ledger::default();
    ledger.take(&envelope, there, hand()).unwrap();
    let envelope = envelope.today(today);
    let mut ledger = ledger.today(|_slug| None, today);
    let named = envelope.ceilings.territories.clone();
    let both = BTreeMap::from([(territory("commune-35238"), Cents::euros(300))]);
    assert_eq!(named, both);
    assert_eq!(envelope.holds(&ledger), Ok(()));
    let beyond = ledger.take(&envelope, order(Move::Grant, 201), hand());
    assert!(beyond.is_err(), "what was granted before counts");
    ledger
        .take(&envelope, order(Move::Grant, 200), hand())
        .unwrap();
    let mut wide = envelope;
    let all = &mut wide.ceilings.territories;
    all.insert(territory("commune-35001"), wide.amount);
    let wide = wide.today(today);
    assert_eq!(wide.check(), Ok(()), "never beyond all there is");
}
