//! What the two forms have in common: who sends them, what was typed, and where they lead once sent.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use portulan_app::operator::Secret;
use portulan_app::people;
use portulan_app::proposals::read::{Draft, Fault, Typed};
use portulan_app::proposals::{self, Submitted};
use portulan_i18n::{ListWords as _, Words};
use portulan_model::{ClosedList as _, Service};
use portulan_policy::actions::Propose;
use portulan_policy::{Actor, Capability, Node, allow};

use crate::auth::Refused;
use crate::auth::cookies::Cookie;
use crate::middleware::client_of;
use crate::pages::addresses;
use crate::pages::visit::Visit;
use crate::state::AppState;

/// A field that people do not see: what fills it is a program.
const TRAP: &str = "surnom";
/// The field that holds the secret of the form.
const FORM: &str = "formulaire";

/// Whoever asks, with an account or without.
pub(super) struct Stranger {
    pub(super) visit: Visit,
    actor: Actor,
    /// Seconds before this network address may propose again.
    wait: Option<u64>,
}

impl FromRequestParts<AppState> for Stranger {
    type Rejection = Refused;

    async fn from_request_parts(parts: &mut Parts, state: &AppState) -> Result<Self, Refused> {
        let secret = Cookie::Session.read(&state.settings, &parts.headers);
        let query = parts.uri.query().unwrap_or_default();
        let posts = parts.method == axum::http::Method::POST;
        let client = client_of(
            &parts.extensions,
            &parts.headers,
            state.settings.trust_proxy,
        );
        let client = client.filter(|_| posts);
        let wait = client.and_then(|client| state.limits.wait_to_propose(client));
        Ok(Self {
            actor: people::who(&state.app, secret.as_ref()).await?.actor(),
            visit: Visit::new(state, &parts.headers, parts.uri.path(), query),
            wait: wait.map(|wait| wait.as_secs().saturating_add(1)),
        })
    }
}

impl Stranger {
    /// The capability to propose, which everybody has.
    pub(super) fn may(&self) -> Result<Capability<Propose>, Refused> {
        Ok(allow::<Propose>(&self.actor, &Node::Installation)?)
    }

    /// Who proposes.
    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    pub(super) fn words(&self) -> Words {
        Words::new(self.visit.lang)
    }

    /// Too many forms from one network address.
    pub(super) fn must_wait(&self) -> Option<Response> {
        let seconds = self.wait?;
        let mut headers = HeaderMap::new();
        headers.insert(header::RETRY_AFTER, seconds.into());
        Some((StatusCode::TOO_MANY_REQUESTS, headers).into_response())
    }

    /// Keeps a proposal and leads to what follows; nothing when too many came today.
    pub(super) async fn keep(
        &self,
        form: &Secret,
        draft: Draft,
    ) -> Result<Option<Response>, Refused> {
        let app = &self.visit.state.app;
        let lang = self.visit.lang.code();
        let to = match proposals::submit(app, &self.may()?, form, draft, lang).await? {
            Submitted::Followed => format!("{}/{}", addresses::PROPOSALS, form.reveal()),
            Submitted::ToProve => format!("{}/courriel", addresses::PROPOSALS),
            Submitted::TooMany => return Ok(None),
        };
        Ok(Some(self.goes(&to)))
    }

    /// What a program is answered: what a person is, and nothing is kept.
    pub(super) fn thanked(&self) -> Response {
        self.goes(&format!("{}/merci", addresses::PROPOSALS))
    }

    fn goes(&self, to: &str) -> Response {
        Redirect::to(&self.visit.link(to)).into_response()
    }

    /// A secret for a form that has none.
    pub(super) fn new_form(&self) -> Secret {
        proposals::form(&self.visit.state.app)
    }
}

/// A form that was sent.
pub(in crate::pages) struct Sent {
    pub(in crate::pages) typed: Typed,
    pub(super) form: Option<Secret>,
    pub(super) trapped: bool,
}

impl Sent {
    pub(in crate::pages) fn read(pairs: Vec<(String, String)>) -> Self {
        let mut sent = Self {
            typed: Typed::default(),
            form: None,
            trapped: false,
        };
        for (name, value) in pairs {
            let typed = &mut sent.typed;
            match name.as_str() {
                "probleme" => typed.wrong.push(value),
                "services" => typed.services.push(value),
                "nom" => typed.name = value,
                "rue" => typed.street = value,
                "code_postal" => typed.postcode = value,
                "commune" => typed.commune = value,
                "horaires" => typed.hours = value,
                "telephone" => typed.phone = value,
                "courriel" => typed.email = value,
                "site" => typed.website = value,
                "qui" => typed.tie = value,
                "texte" => typed.words = value,
                "contact" => typed.contact = value,
                "publier" => typed.publish = value == "oui",
                TRAP => sent.trapped = !value.trim().is_empty(),
                FORM => sent.form = Secret::read(&value),
                _ => {}
            }
        }
        sent
    }
}

/// A field as it was typed, and what is wrong with it.
#[derive(Default)]
pub(in crate::pages) struct Answer {
    pub(in crate::pages) value: String,
    pub(in crate::pages) wrong: Option<String>,
}

/// A box to tick.
pub(in crate::pages) struct Choice {
    pub(in crate::pages) value: &'static str,
    pub(in crate::pages) words: String,
    pub(in crate::pages) chosen: bool,
}

/// The fields of both forms.
pub(super) struct Fields {
    pub(super) form: String,
    pub(super) name: Answer,
    pub(super) street: Answer,
    pub(super) postcode: Answer,
    pub(super) commune: Answer,
    pub(super) services: Vec<Choice>,
    pub(super) hours: Answer,
    pub(super) phone: Answer,
    pub(super) email: Answer,
    pub(super) website: Answer,
    pub(super) words: Answer,
    pub(super) contact: Answer,
    /// Whether the person agrees to be reached.
    pub(super) publish: bool,
    /// How many fields are wrong, in words.
    pub(super) faults: Option<String>,
}

impl Fields {
    pub(super) fn of(stranger: &Stranger, typed: &Typed, form: &Secret, faults: &[Fault]) -> Self {
        let words = stranger.words();
        let answer = |field: &str, value: &str| Answer {
            value: value.to_owned(),
            wrong: wrong(words, faults, field),
        };
        let service = |one: &Service| Choice {
            value: one.slug(),
            words: one.words(stranger.visit.lang),
            chosen: typed.services.iter().any(|slug| slug == one.slug()),
        };
        let count = faults.len();
        Self {
            form: form.reveal().to_owned(),
            name: answer("nom", &typed.name),
            street: answer("rue", &typed.street),
            postcode: answer("code_postal", &typed.postcode),
            commune: answer("commune", &typed.commune),
            services: Service::ALL.iter().map(service).collect(),
            hours: answer("horaires", &typed.hours),
            phone: answer("telephone", &typed.phone),
            email: answer("courriel", &typed.email),
            website: answer("site", &typed.website),
            words: answer("texte", &typed.words),
            contact: answer("contact", &typed.contact),
            publish: typed.publish,
            faults: (count > 0).then(|| words.with("proposal-faults", &[("n", count.into())])),
        }
    }
}

/// What is wrong with a field.
pub(in crate::pages) fn wrong(words: Words, faults: &[Fault], field: &str) -> Option<String> {
    let fault = faults.iter().find(|fault| fault.field == field)?;
    Some(words.get(fault.message))
}
