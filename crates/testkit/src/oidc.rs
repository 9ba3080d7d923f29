//! A provider of OpenID Connect on a socket of this machine: real keys, real tokens, a page with a button.
//!
//! It keeps the rules that a relying party leans on (client secret, PKCE, one use per code) and breaks one on demand
//! ([`Misbehaviour`]). Browsers walk it as they walk any other; [`OidcProvider::walk`] does so for tests without one.

mod http;
mod pages;
mod tokens;

use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard};

use chrono::{DateTime, Utc};
use url::Url;

use http::Request;
use tokens::Key;

/// How this installation is known there.
pub const CLIENT_ID: &str = "portulan";
/// The secret of that name. Its odd characters must survive the way.
pub const CLIENT_SECRET: &str = "très secret & +%";

/// A rule that the provider breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Misbehaviour {
    /// The token answers another sign-in.
    WrongNonce,
    /// The token answers no sign-in at all.
    NoNonce,
    /// The token is for another client.
    WrongAudience,
    /// The token is for us and for another client.
    SharedAudience,
    /// The token is not signed by its key.
    WrongSignature,
    /// The token is signed with the secret of the client, which is no proof of its author.
    SharedSecret,
    /// The token ended a minute ago.
    Expired,
    /// The token comes from somebody else.
    OtherIssuer,
    /// The token speaks of another access.
    OtherAccess,
    /// The userinfo is that of another person.
    OtherPerson,
    /// The userinfo is not signed by its key.
    WrongUserinfoSignature,
    /// The userinfo is for another client.
    WrongUserinfoAudience,
    /// The page about itself names another issuer.
    DiscoversOther,
    /// What comes back names another issuer.
    AnswersAsOther,
    /// A new proof is asked for, and an old one is taken.
    OldProof,
    /// Nothing but errors of its own.
    Broken,
}

/// Who signs in there.
#[derive(Debug, Clone)]
pub struct Person {
    /// Name of the account.
    pub subject: String,
    /// E-mail address.
    pub email: String,
    /// Whether it was checked, when the provider says.
    pub email_verified: Option<bool>,
    /// First name.
    pub given_name: String,
    /// Last name in use.
    pub usual_name: String,
    /// Employer.
    pub siret: String,
    /// Level of the sign-in.
    pub level: Option<String>,
}

impl Default for Person {
    fn default() -> Self {
        Self {
            subject: "b3a1-7f".to_owned(),
            email: "camille@mairie.exemple.fr".to_owned(),
            email_verified: Some(true),
            given_name: "Camille".to_owned(),
            usual_name: "Exemple".to_owned(),
            siret: "21350210700013".to_owned(),
            level: None,
        }
    }
}

/// When the person proves there who they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Proof {
    /// Each time that they go on.
    #[default]
    Now,
    /// At an instant; since then the provider lets them through, unless it is asked not to.
    At(DateTime<Utc>),
    /// The provider does not say.
    Untold,
}

/// How the provider plays.
#[derive(Debug, Clone, Default)]
pub struct Play {
    /// Who signs in.
    pub person: Person,
    /// Whether its userinfo is a signed token.
    pub signed_userinfo: bool,
    /// Whether it has no userinfo at all.
    pub no_userinfo: bool,
    /// Whether it takes the secret in the body only, as ProConnect does.
    pub secret_in_body: bool,
    /// The rule that it breaks.
    pub breaks: Option<Misbehaviour>,
    /// When the person proves there who they are.
    pub proof: Proof,
    /// Its clock, when it is not that of the machine.
    pub now: Option<DateTime<Utc>>,
}

/// A provider that answers until the end of the program.
pub struct OidcProvider {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
}

/// What a code stands for.
#[derive(Debug, Clone)]
struct Grant {
    nonce: Option<String>,
    challenge: String,
    redirect: String,
    /// Whether the person was to prove again who they are.
    again: bool,
}

struct State {
    issuer: String,
    play: Play,
    key: Key,
    codes: HashMap<String, Grant>,
    accesses: Vec<String>,
    count: usize,
    asked: Vec<String>,
}

impl OidcProvider {
    /// Listens on a free port.
    #[must_use]
    pub fn start(play: Play) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(Mutex::new(State {
            issuer: format!("http://{address}/agents"),
            play,
            key: Key::new("premiere"),
            codes: HashMap::new(),
            accesses: Vec::new(),
            count: 0,
            asked: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (mut stream, shared) = (stream.unwrap(), Arc::clone(&shared));
                std::thread::spawn(move || {
                    // A client that has left is nobody's fault.
                    if let Some(request) = Request::read(&mut stream) {
                        let answer = pages::answer(&mut shared.lock().unwrap(), &request);
                        answer.write(&mut stream);
                    }
                });
            }
        });
        Self { address, state }
    }

    /// The address that it is known by.
    #[must_use]
    pub fn issuer(&self) -> String {
        format!("http://{}/agents", self.address)
    }

    /// Changes how it plays from now on.
    pub fn play(&self, change: impl FnOnce(&mut Play)) {
        change(&mut self.state().play);
    }

    /// Signs with a new key from now on, and forgets the old one.
    pub fn change_key(&self) {
        let key = Key::new("seconde");
        self.state().key = key;
    }

    /// The paths that it was asked for, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.state().asked.clone()
    }

    /// Does what a browser does: opens the page, presses "continuer", and gives the address it is led back to.
    #[must_use]
    pub fn walk(&self, address: &Url) -> Url {
        self.press(address, "continuer")
    }

    /// Opens the page and presses "refuser".
    #[must_use]
    pub fn refuse(&self, address: &Url) -> Url {
        self.press(address, "refuser")
    }

    fn press(&self, address: &Url, button: &str) -> Url {
        let page = http::send(self.address, "GET", &path_of(address), "");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        let body = format!("{}&choix={button}", address.query().unwrap_or_default());
        let answer = http::send(self.address, "POST", address.path(), &body);
        http::location(&answer)
    }

    /// Follows an address of the provider that leads on at once, such as that of leaving.
    #[must_use]
    pub fn follow(&self, address: &Url) -> Url {
        let answer = http::send(self.address, "GET", &path_of(address), "");
        http::location(&answer)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }
}

impl State {
    fn breaks(&self, rule: Misbehaviour) -> bool {
        self.play.breaks == Some(rule)
    }

    /// A name that was never given before.
    fn fresh(&mut self, kind: &str) -> String {
        self.count += 1;
        format!("{kind}-{}", self.count)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "a machine of its own has a clock of its own"
    )]
    fn now(&self) -> DateTime<Utc> {
        self.play.now.unwrap_or_else(Utc::now)
    }
}

fn path_of(address: &Url) -> String {
    let query = address.query().map(|query| format!("?{query}"));
    format!("{}{}", address.path(), query.unwrap_or_default())
}
