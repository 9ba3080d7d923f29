//! Passkeys, with a device that is really there: ceremonies that end well, and each way in which one can lie.

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::identity::passkey::{
    Enrolment, LONGEST_CEREMONY, MOST_KEYS, Owner, Passkey, PasskeyError, Passkeys, SignIn,
};
use portulan_i18n::{Lang, Words};
use portulan_model::PlaceId;
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::passkey::Device;
use rstest::rstest;
use serde::Serialize;
use serde::de::DeserializeOwned;
use url::Url;

const HERE: &str = "https://portulan.exemple.fr";

fn site(address: &str) -> Result<Passkeys, PasskeyError> {
    Passkeys::at(&Url::parse(address).unwrap(), "Portulan")
}

fn owner() -> Owner<'static> {
    Owner {
        account: PlaceId::from_parts(1, [7; 10]).uuid(),
        address: "camille@mairie.exemple.fr",
        name: "Camille Exemple",
    }
}

fn now() -> DateTime<Utc> {
    saturday_morning()
}

/// There and back through the text that is kept.
fn kept<T: Serialize + DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

fn enrol(passkeys: &Passkeys, device: &mut Device) -> Result<Passkey, PasskeyError> {
    let (options, enrolment) = passkeys.begin_enrolment(owner(), &[], now()).unwrap();
    let enrolment: Enrolment = kept(&enrolment);
    let answer = device.enrol(&options);
    passkeys.finish_enrolment(&enrolment, owner().account, &answer, now())
}

fn sign_in(passkeys: &Passkeys, device: &Device, key: &mut Passkey) -> Result<bool, PasskeyError> {
    let (options, state) = passkeys.begin_sign_in(now()).unwrap();
    let state: SignIn = kept(&state);
    let claim = passkeys.claim(&device.sign_in(&options))?;
    passkeys.finish_sign_in(state, &claim, owner().account, key, now())
}

#[rstest]
#[case("https://portulan.exemple.fr", true)]
#[case("https://portulan.exemple.fr:8443/", true)]
#[case("http://localhost:8080", true)]
#[case("http://portulan.exemple.fr", false)]
#[case("http://127.0.0.1:8080", false)]
#[case("https://192.168.1.10", false)]
fn keys_belong_to_a_name_on_a_secure_page(#[case] address: &str, #[case] works: bool) {
    let outcome = site(address).err();
    assert_eq!(outcome, (!works).then_some(PasskeyError::Address));
    if works {
        let origin = Url::parse(address).unwrap().origin().ascii_serialization();
        let (passkeys, mut device) = (site(address).unwrap(), Device::browsing(&origin, 1));
        let mut key = enrol(&passkeys, &mut device).unwrap();
        assert_eq!(
            sign_in(&passkeys, &device, &mut key),
            Ok(false),
            "{address}"
        );
    }
}

#[test]
fn a_key_enrolled_once_opens_the_door_without_an_address_and_counts_its_uses() {
    let (passkeys, mut device) = (site(HERE).unwrap(), Device::browsing(HERE, 1));
    let mut key = kept(&enrol(&passkeys, &mut device).unwrap());
    assert_eq!(sign_in(&passkeys, &device, &mut key), Ok(false));
    device.count = 3;
    assert_eq!(sign_in(&passkeys, &device, &mut key), Ok(true));
    let mut key = kept(&key);
    for copy in [3, 2, 0] {
        device.count = copy;
        let outcome = sign_in(&passkeys, &device, &mut key);
        assert_eq!(outcome, Err(PasskeyError::Copied), "{copy} after 3");
    }
    device.count = 4;
    assert_eq!(sign_in(&passkeys, &device, &mut key), Ok(true));
}

#[test]
fn options_ask_for_a_verified_owner_and_a_key_that_knows_its_account() {
    let passkeys = site(HERE).unwrap();
    let mut device = Device::browsing(HERE, 1);
    let present = enrol(&passkeys, &mut device).unwrap();
    let (options, _) = passkeys
        .begin_enrolment(owner(), &[present], now())
        .unwrap();
    let wishes = &options["authenticatorSelection"];
    assert_eq!(wishes["residentKey"], "required");
    assert_eq!(wishes["userVerification"], "required");
    assert_eq!(options["rp"]["id"], "portulan.exemple.fr");
    assert_eq!(options["rp"]["name"], "Portulan");
    assert_eq!(options["attestation"], "none");
    assert_eq!(options["excludeCredentials"].as_array().unwrap().len(), 1);
    let (options, _) = passkeys.begin_sign_in(now()).unwrap();
    assert_eq!(options["userVerification"], "required");
    assert_eq!(options["rpId"], "portulan.exemple.fr");
    assert_eq!(
        options["allowCredentials"].as_array().map(Vec::len),
        Some(0)
    );
}

#[rstest]
#[case(HERE, None, false, PasskeyError::Unverified)]
#[case("https://portulan.exemple.com", None, true, PasskeyError::Elsewhere)]
#[case(
    "https://faux.portulan.exemple.fr",
    None,
    true,
    PasskeyError::Elsewhere
)]
#[case(
    "https://portulan.exemple.fr:8443",
    None,
    true,
    PasskeyError::Elsewhere
)]
#[case("http://portulan.exemple.fr", None, true, PasskeyError::Elsewhere)]
#[case(HERE, Some("exemple.fr"), true, PasskeyError::Elsewhere)]
fn each_lie_is_refused_at_enrolment_and_at_sign_in(
    #[case] origin: &str,
    #[case] answers_for: Option<&str>,
    #[case] verifies: bool,
    #[case] expected: PasskeyError,
) {
    let (passkeys, mut device) = (site(HERE).unwrap(), Device::browsing(HERE, 1));
    let mut key = enrol(&passkeys, &mut device).unwrap();
    device.origin = origin.to_owned();
    device.site = answers_for.map(str::to_owned);
    device.verifies = verifies;
    assert_eq!(enrol(&passkeys, &mut device).err(), Some(expected.clone()));
    assert_eq!(sign_in(&passkeys, &device, &mut key), Err(expected));
}

#[test]
fn another_key_another_account_and_another_question_are_refused() {
    let (passkeys, mut device) = (site(HERE).unwrap(), Device::browsing(HERE, 1));
    let mut key = enrol(&passkeys, &mut device).unwrap();
    let mut other_device = Device::browsing(HERE, 2);
    let mut other_key = enrol(&passkeys, &mut other_device).unwrap();
    assert_ne!(key.id(), other_key.id());
    let outcome = sign_in(&passkeys, &device, &mut other_key);
    assert_eq!(outcome, Err(PasskeyError::Unknown));

    let (options, state) = passkeys.begin_sign_in(now()).unwrap();
    let claim = passkeys.claim(&device.sign_in(&options)).unwrap();
    assert_eq!((claim.account, &claim.key), (owner().account, &key.id()));
    let someone = PlaceId::from_parts(2, [7; 10]).uuid();
    let outcome = passkeys.finish_sign_in(state.clone(), &claim, someone, &mut key, now());
    assert_eq!(outcome, Err(PasskeyError::Unknown), "another account");
    let (_, other_state) = passkeys.begin_sign_in(now()).unwrap();
    let account = owner().account;
    let outcome = passkeys.finish_sign_in(other_state, &claim, account, &mut key, now());
    assert_eq!(outcome, Err(PasskeyError::Stale), "another question");
    let late = now() + LONGEST_CEREMONY + TimeDelta::seconds(1);
    let outcome = passkeys.finish_sign_in(state.clone(), &claim, account, &mut key, late);
    assert_eq!(outcome, Err(PasskeyError::Stale), "too late");
    let outcome = passkeys.finish_sign_in(state, &claim, account, &mut key, now());
    assert_eq!(outcome, Ok(false));
}

#[test]
fn a_signature_by_another_key_of_the_same_name_is_refused() {
    let (passkeys, mut device) = (site(HERE).unwrap(), Device::browsing(HERE, 1));
    let mut key = enrol(&passkeys, &mut device).unwrap();
    let (options, state) = passkeys.begin_sign_in(now()).unwrap();
    let mut answer: serde_json::Value = serde_json::from_str(&device.sign_in(&options)).unwrap();
    let (other, _) = passkeys.begin_sign_in(now()).unwrap();
    let stolen: serde_json::Value = serde_json::from_str(&device.sign_in(&other)).unwrap();
    answer["response"]["signature"] = stolen["response"]["signature"].clone();
    let claim = passkeys.claim(&answer.to_string()).unwrap();
    let outcome = passkeys.finish_sign_in(state, &claim, owner().account, &mut key, now());
    assert!(
        matches!(outcome, Err(PasskeyError::Refused(_))),
        "{outcome:?}"
    );
}

#[test]
fn an_enrolment_ends_in_time_in_its_own_account_and_within_bounds() {
    let (passkeys, mut device) = (site(HERE).unwrap(), Device::browsing(HERE, 1));
    let (options, enrolment) = passkeys.begin_enrolment(owner(), &[], now()).unwrap();
    let answer = device.enrol(&options);
    let late = now() + LONGEST_CEREMONY + TimeDelta::seconds(1);
    let outcome = passkeys.finish_enrolment(&enrolment, owner().account, &answer, late);
    assert_eq!(outcome.err(), Some(PasskeyError::Stale));
    let someone = PlaceId::from_parts(2, [7; 10]).uuid();
    let outcome = passkeys.finish_enrolment(&enrolment, someone, &answer, now());
    assert_eq!(outcome.err(), Some(PasskeyError::Unknown));
    for broken in ["", "{}", "null", "{\"id\":\"é\"}"] {
        let outcome = passkeys.finish_enrolment(&enrolment, owner().account, broken, now());
        assert_eq!(outcome.err(), Some(PasskeyError::Malformed), "{broken}");
        assert_eq!(passkeys.claim(broken).err(), Some(PasskeyError::Malformed));
    }
    let key = passkeys.finish_enrolment(&enrolment, owner().account, &answer, now());
    let many = vec![key.unwrap(); MOST_KEYS];
    let outcome = passkeys.begin_enrolment(owner(), &many, now());
    assert_eq!(outcome.err(), Some(PasskeyError::TooMany));
    let again = passkeys.begin_enrolment(owner(), &many[..1], now());
    let (options, enrolment) = again.unwrap();
    let answer = device.enrol(&options);
    let outcome = passkeys.finish_enrolment(&enrolment, owner().account, &answer, now());
    assert_eq!(outcome.err(), Some(PasskeyError::Already));
}

#[test]
fn every_failure_is_worded_in_every_language() {
    let errors = [
        PasskeyError::Address,
        PasskeyError::Malformed,
        PasskeyError::Stale,
        PasskeyError::Unknown,
        PasskeyError::Unverified,
        PasskeyError::Elsewhere,
        PasskeyError::Copied,
        PasskeyError::Already,
        PasskeyError::TooMany,
        PasskeyError::Refused(String::new()),
    ];
    for (lang, error) in Lang::ALL
        .into_iter()
        .flat_map(|lang| errors.iter().map(move |e| (lang, e)))
    {
        let text = Words::new(lang).told(&error.told());
        assert!(
            text.len() > 20 && !text.contains('{'),
            "{lang:?} {error}: {text}"
        );
    }
}
