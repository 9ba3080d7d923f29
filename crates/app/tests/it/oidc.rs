//! Signing in by a provider that is really there: whole journeys, and each way in which one can lie.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_app::SeededChance;
use portulan_app::fetch::Limits;
use portulan_app::identity::oidc::{
    self, Back, Identity, LONGEST_STAY, OidcError, Party, Pending, Proof, SignedIn, Wish,
};
use portulan_testkit::builders::saturday_morning;
use portulan_testkit::oidc::{
    CLIENT_ID, CLIENT_SECRET, Misbehaviour, OidcProvider, Person, Play, Proof as Told,
};
use rstest::rstest;
use url::Url;

use crate::server;

/// The provider, and this installation as it sees it.
struct Journey {
    there: OidcProvider,
    party: Party,
}

impl Journey {
    fn new(play: Play, wishes: &str) -> Self {
        Self::with(play, wishes, CLIENT_SECRET, &server::limits())
    }

    fn with(play: Play, wishes: &str, secret: &str, limits: &Limits) -> Self {
        let now = Some(saturday_morning());
        let there = OidcProvider::start(Play { now, ..play });
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("secret"), secret).unwrap();
        let file = folder.path().join("oidc.toml");
        let text = format!(
            "[[provider]]\nslug = \"agents\"\nlabel = \"Agents\"\nissuer = \"{}\"\n\
             client_id = \"{CLIENT_ID}\"\nclient_secret_file = \"secret\"\n{wishes}",
            there.issuer()
        );
        std::fs::write(&file, text).unwrap();
        let provider = oidc::read(&file).unwrap().remove(0);
        let here = Url::parse("http://localhost:8080/connexion/agents/retour").unwrap();
        let party = Party::new(provider, here, limits);
        Self { there, party }
    }

    fn begin(&self) -> Result<(Url, Pending), OidcError> {
        let chance = SeededChance::new(1);
        self.party
            .begin(Wish::default(), saturday_morning(), &chance)
    }

    /// Goes there, continues, and comes back as the store would have it: through text.
    fn sign_in(&self) -> Result<SignedIn, OidcError> {
        let (address, pending) = self.begin()?;
        let kept = serde_json::to_string(&pending).unwrap();
        let back = back(&self.there.walk(&address));
        let pending = serde_json::from_str(&kept).unwrap();
        self.party.finish(pending, back, saturday_morning())
    }
}

fn back(address: &Url) -> Back {
    Back::read(address.query().unwrap())
}

fn camille(journey: &Journey) -> Identity {
    Identity {
        issuer: journey.there.issuer(),
        subject: "b3a1-7f".to_owned(),
        email: Some("camille@mairie.exemple.fr".to_owned()),
        email_verified: true,
        given_name: Some("Camille".to_owned()),
        usual_name: Some("Exemple".to_owned()),
        siret: Some("21350210700013".to_owned()),
    }
}

fn failure(outcome: Result<SignedIn, OidcError>) -> OidcError {
    outcome.err().unwrap()
}

#[rstest]
#[case("plain userinfo, secret in the head", false, false, "")]
#[case("plain userinfo, secret in the body", false, true, "")]
#[case("signed userinfo as it may come", true, false, "")]
#[case(
    "signed userinfo as ProConnect sends it",
    true,
    true,
    "signed_userinfo = true"
)]
fn a_whole_journey_says_who_it_is(
    #[case] name: &str,
    #[case] signed_userinfo: bool,
    #[case] secret_in_body: bool,
    #[case] wishes: &str,
) {
    let play = Play {
        signed_userinfo,
        secret_in_body,
        ..Play::default()
    };
    let journey = Journey::new(play, wishes);
    let signed_in = journey
        .sign_in()
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    assert_eq!(signed_in.identity, camille(&journey), "{name}");
    journey
        .sign_in()
        .unwrap_or_else(|error| panic!("{name}, again: {error}"));
    let asked = journey.there.asked();
    let discoveries = asked.iter().filter(|path| path.ends_with("configuration"));
    assert_eq!(discoveries.count(), 1, "what is published is kept");
}

#[test]
fn a_provider_without_userinfo_says_it_in_its_token() {
    let play = Play {
        no_userinfo: true,
        ..Play::default()
    };
    let journey = Journey::new(play, "");
    let expected = Identity {
        usual_name: None,
        siret: None,
        ..camille(&journey)
    };
    assert_eq!(journey.sign_in().unwrap().identity, expected);
}

#[test]
fn the_browser_is_sent_with_what_the_provider_and_the_operator_want() {
    let wishes = "scopes = [\"email\", \"siret\"]\nacr_values = [\"eidas1\", \"eidas2\"]";
    let journey = Journey::new(Play::default(), wishes);
    let chance = SeededChance::new(1);
    let wish = Wish {
        hint: Some("camille@mairie.exemple.fr"),
        fresh: true,
    };
    let (address, pending) = journey
        .party
        .begin(wish, saturday_morning(), &chance)
        .unwrap();
    let sent: HashMap<_, _> = address.query_pairs().into_owned().collect();
    for (name, value) in [
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        (
            "redirect_uri",
            "http://localhost:8080/connexion/agents/retour",
        ),
        ("scope", "openid email siret"),
        ("acr_values", "eidas1 eidas2"),
        ("login_hint", "camille@mairie.exemple.fr"),
        ("code_challenge_method", "S256"),
        ("prompt", "login"),
        ("max_age", "0"),
        ("state", &pending.state),
    ] {
        assert_eq!(sent.get(name).map(String::as_str), Some(value), "{name}");
    }
    let (_, another) = journey
        .party
        .begin(Wish::default(), saturday_morning(), &chance)
        .unwrap();
    assert_ne!(pending.state, another.state);
}

#[rstest]
#[case("a new proof is always told", Told::Now, None, false, Some(0))]
#[case("an old one is, as it is", Told::At(saturday_morning() - TimeDelta::days(2)), None, false, Some(2))]
#[case("a new one is given where it is asked", Told::At(saturday_morning() - TimeDelta::days(2)), None, true, Some(0))]
#[case("a provider that asks for none says so", Told::At(saturday_morning() - TimeDelta::days(2)),
    Some(Misbehaviour::OldProof), true, Some(2))]
#[case("one that says nothing proves nothing", Told::Untold, None, true, None)]
fn when_the_person_proved_who_they_are_is_what_the_provider_says(
    #[case] name: &str,
    #[case] proof: Told,
    #[case] breaks: Option<Misbehaviour>,
    #[case] fresh: bool,
    #[case] days: Option<i64>,
) {
    let play = Play {
        proof,
        breaks,
        ..Play::default()
    };
    let journey = Journey::new(play, "");
    let wish = Wish { hint: None, fresh };
    let chance = SeededChance::new(1);
    let begun = journey.party.begin(wish, saturday_morning(), &chance);
    let (address, pending) = begun.unwrap();
    let came = back(&journey.there.walk(&address));
    let ended = journey.party.finish(pending, came, saturday_morning());
    let expected = days.map(|days| saturday_morning() - TimeDelta::days(days));
    assert_eq!(ended.unwrap().authenticated, expected, "{name}");
}

#[rstest]
#[case(Misbehaviour::WrongNonce, OidcError::Untrusted(Proof::Nonce))]
#[case(Misbehaviour::NoNonce, OidcError::Untrusted(Proof::Nonce))]
#[case(Misbehaviour::WrongAudience, OidcError::Untrusted(Proof::Audience))]
#[case(Misbehaviour::SharedAudience, OidcError::Untrusted(Proof::Audience))]
#[case(Misbehaviour::WrongSignature, OidcError::Untrusted(Proof::Signature))]
#[case(Misbehaviour::SharedSecret, OidcError::Untrusted(Proof::Signature))]
#[case(Misbehaviour::Expired, OidcError::Untrusted(Proof::Expiry))]
#[case(Misbehaviour::OtherIssuer, OidcError::Untrusted(Proof::Issuer))]
#[case(Misbehaviour::OtherAccess, OidcError::Untrusted(Proof::Access))]
#[case(Misbehaviour::OtherPerson, OidcError::Untrusted(Proof::Subject))]
#[case(
    Misbehaviour::WrongUserinfoSignature,
    OidcError::Untrusted(Proof::Signature)
)]
#[case(
    Misbehaviour::WrongUserinfoAudience,
    OidcError::Untrusted(Proof::Audience)
)]
#[case(Misbehaviour::AnswersAsOther, OidcError::Untrusted(Proof::Issuer))]
fn each_lie_is_refused_for_what_it_is(#[case] rule: Misbehaviour, #[case] expected: OidcError) {
    let play = Play {
        signed_userinfo: true,
        breaks: Some(rule),
        ..Play::default()
    };
    let journey = Journey::new(play, "");
    assert_eq!(failure(journey.sign_in()), expected);
    journey.there.play(|play| play.breaks = None);
    assert!(journey.sign_in().is_ok(), "and the truth is believed again");
}

#[test]
fn another_persons_plain_userinfo_is_refused_too() {
    let journey = Journey::new(Play::default(), "");
    journey
        .there
        .play(|play| play.breaks = Some(Misbehaviour::OtherPerson));
    let failure = failure(journey.sign_in());
    assert_eq!(failure, OidcError::Untrusted(Proof::Subject));
}

#[test]
fn an_unsigned_userinfo_is_refused_where_the_operator_wants_it_signed() {
    let journey = Journey::new(Play::default(), "signed_userinfo = true");
    let failure = failure(journey.sign_in());
    assert_eq!(failure, OidcError::Untrusted(Proof::Signature));
}

#[test]
fn a_code_serves_once_in_the_browser_that_asked_for_it_and_not_for_ever() {
    let journey = Journey::new(Play::default(), "");
    let (address, pending) = journey.begin().unwrap();
    let came = back(&journey.there.walk(&address));
    let finish = |pending: &Pending, back: Back, now: DateTime<Utc>| {
        journey.party.finish(pending.clone(), back, now)
    };
    let now = saturday_morning();
    let other = Back {
        state: "another".to_owned(),
        ..came.clone()
    };
    let no_state = Back::read("code=code-1");
    let twice = Back::read(&format!("state={0}&state={0}&code=code-1", pending.state));
    for back in [other, no_state, twice] {
        assert_eq!(failure(finish(&pending, back, now)), OidcError::WrongState);
    }
    let late = now + LONGEST_STAY + TimeDelta::seconds(1);
    assert_eq!(
        failure(finish(&pending, came.clone(), late)),
        OidcError::Stale
    );
    let nothing = Back {
        code: None,
        ..came.clone()
    };
    let failed = failure(finish(&pending, nothing, now));
    assert!(matches!(failed, OidcError::Answer(_)), "{failed}");
    assert!(finish(&pending, came.clone(), now).is_ok());
    assert_eq!(failure(finish(&pending, came, now)), OidcError::Used);
}

#[test]
fn a_stolen_code_is_worth_nothing_without_the_verifier_of_its_sign_in() {
    let journey = Journey::new(Play::default(), "");
    let (address, _lost) = journey.begin().unwrap();
    let stolen = back(&journey.there.walk(&address)).code;
    let chance = SeededChance::new(2);
    let (_, mine) = journey
        .party
        .begin(Wish::default(), saturday_morning(), &chance)
        .unwrap();
    let back = Back {
        state: mine.state.clone(),
        code: stolen,
        ..Back::default()
    };
    let outcome = journey.party.finish(mine, back, saturday_morning());
    assert_eq!(failure(outcome), OidcError::Used);
}

#[test]
fn a_refusal_there_is_told_as_one() {
    let journey = Journey::new(Play::default(), "");
    let (address, pending) = journey.begin().unwrap();
    let back = back(&journey.there.refuse(&address));
    let outcome = journey.party.finish(pending, back, saturday_morning());
    let expected = OidcError::Refused("access_denied".to_owned());
    assert_eq!(failure(outcome), expected);
}

#[test]
fn faults_of_settings_are_told_apart_from_faults_of_the_provider() {
    let wrong = Journey::with(Play::default(), "", "another secret", &server::limits());
    let failed = failure(wrong.sign_in());
    assert_eq!(failed, OidcError::Client("invalid_client".to_owned()));
    let play = |rule| Play {
        breaks: Some(rule),
        ..Play::default()
    };
    let broken = Journey::new(play(Misbehaviour::Broken), "").begin().err();
    assert!(
        matches!(broken, Some(OidcError::Unreachable(_))),
        "{broken:?}"
    );
    let other = Journey::new(play(Misbehaviour::DiscoversOther), "")
        .begin()
        .err();
    assert!(matches!(other, Some(OidcError::Answer(_))), "{other:?}");
}

#[test]
fn a_provider_in_the_clear_or_in_a_private_network_is_asked_only_when_opened() {
    let closed = Journey::with(Play::default(), "", CLIENT_SECRET, &Limits::default());
    let failed = closed.begin().err();
    assert!(
        matches!(failed, Some(OidcError::Unreachable(_))),
        "{failed:?}"
    );
    assert!(closed.there.asked().is_empty());
}

#[rstest]
#[case(None, false, Ok(()))]
#[case(None, true, Err(OidcError::Level))]
#[case(Some("eidas1"), true, Err(OidcError::Level))]
#[case(Some("eidas2"), true, Ok(()))]
fn a_weaker_sign_in_is_refused_where_the_operator_wants_a_strong_one(
    #[case] level: Option<&str>,
    #[case] required: bool,
    #[case] expected: Result<(), OidcError>,
) {
    let person = Person {
        level: level.map(str::to_owned),
        ..Person::default()
    };
    let play = Play {
        person,
        ..Play::default()
    };
    let wishes = format!("acr_values = [\"eidas2\"]\nacr_required = {required}");
    let journey = Journey::new(play, &wishes);
    assert_eq!(journey.sign_in().map(|_| ()), expected);
}

#[rstest]
#[case(Some(true), false, true)]
#[case(Some(false), false, false)]
#[case(Some(false), true, false)]
#[case(None, false, false)]
#[case(None, true, true)]
fn an_address_is_verified_by_the_provider_or_by_the_operators_trust(
    #[case] said: Option<bool>,
    #[case] trusted: bool,
    #[case] verified: bool,
) {
    let person = Person {
        email_verified: said,
        siret: "21350210700014".to_owned(),
        ..Person::default()
    };
    let play = Play {
        person,
        ..Play::default()
    };
    let journey = Journey::new(play, &format!("email_trusted = {trusted}"));
    let identity = journey.sign_in().unwrap().identity;
    assert_eq!(identity.email_verified, verified);
    assert_eq!(
        identity.siret, None,
        "a number that fails its check is none"
    );
}

#[test]
fn leaving_leads_through_the_provider_and_back() {
    let journey = Journey::new(Play::default(), "");
    let signed_in = journey.sign_in().unwrap();
    let after = Url::parse("http://localhost:8080/").unwrap();
    let address = journey.party.logout(&signed_in.id_token, after.clone());
    let address = address.unwrap().unwrap();
    assert_eq!(journey.there.follow(&address), after);
}
