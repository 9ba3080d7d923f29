//! Keys of devices: what the script of passkeys asks, in JSON, and the list of one's own.

use std::sync::Arc;

use axum::Json;
use axum::extract::Form;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{AppendHeaders, IntoResponse as _, Response};
use portulan_app::identity::passkey::{PasskeyError, Passkeys};
use portulan_app::people::{self, PeopleError};
use portulan_i18n::Words;
use portulan_model::OnceId;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{browser, cookies};
use crate::auth::{Barred, Refused, Signed, done};
use crate::pages::addresses;
use crate::pages::visit::Visit;

/// The beginning of a ceremony: what the form holds beside the button.
#[derive(Deserialize)]
pub(super) struct Begun {
    fields: Map<String, Value>,
}

/// Its end.
#[derive(Deserialize)]
pub(super) struct Ended {
    fields: Map<String, Value>,
    id: OnceId,
    answer: Value,
}

fn field<'a>(fields: &'a Map<String, Value>, name: &str) -> &'a str {
    let found = fields.get(name).and_then(Value::as_str);
    found.unwrap_or_default()
}

fn passkeys(visit: &Visit) -> Result<Arc<Passkeys>, PeopleError> {
    let keys = visit.state.doors.passkeys.clone();
    Ok(keys.ok_or(PasskeyError::Address)?)
}

/// What went wrong, in words that the script shows beside the button.
fn told(visit: &Visit, error: PeopleError) -> Result<Response, Refused> {
    let PeopleError::Passkey(error) = error else {
        return Err(error.into());
    };
    let message = Words::new(visit.lang).told(&error.told());
    let status = StatusCode::BAD_REQUEST;
    Ok((status, Json(json!({ "message": message }))).into_response())
}

/// The person must sign in again first: said where the script shows it.
fn stale(signed: &Signed) -> Response {
    let message = signed.words().get("account-not-fresh");
    (StatusCode::FORBIDDEN, Json(json!({ "message": message }))).into_response()
}

/// `POST /connexion/cle/debut`.
pub(super) async fn begin(visit: Visit, Json(begun): Json<Begun>) -> Result<Response, Refused> {
    let _no_field_is_needed = begun.fields;
    let begun = match passkeys(&visit) {
        Ok(keys) => people::begin_by_key(&visit.state.app, &keys).await,
        Err(error) => Err(error),
    };
    match begun {
        Ok((id, options)) => Ok(Json(json!({ "id": id, "options": options })).into_response()),
        Err(error) => told(&visit, error),
    }
}

/// `POST /connexion/cle/fin`.
pub(super) async fn open(
    visit: Visit,
    headers: HeaderMap,
    Json(ended): Json<Ended>,
) -> Result<Response, Refused> {
    let settings = &visit.state.settings;
    let (browser, answer) = (browser(settings, &headers), ended.answer.to_string());
    let opened = match passkeys(&visit) {
        Ok(keys) => {
            people::open_by_key(&visit.state.app, &keys, (ended.id, &answer), &browser).await
        }
        Err(error) => Err(error),
    };
    match opened {
        Ok(opened) => {
            let next = addresses::next(Some(field(&ended.fields, addresses::NEXT)));
            let cookies = cookies(settings, &opened).map(|cookie| (header::SET_COOKIE, cookie));
            let body = Json(json!({ "location": next }));
            Ok((AppendHeaders(cookies), body).into_response())
        }
        Err(error) => told(&visit, error),
    }
}

/// `POST /compte/cles/debut`: only a short time after signing in.
pub(super) async fn begin_own(
    signed: Signed,
    Json(begun): Json<Begun>,
) -> Result<Response, Refused> {
    if !signed.me.is_fresh() {
        return Ok(stale(&signed));
    }
    let _no_field_is_needed = begun.fields;
    let begun = match passkeys(&signed.visit) {
        Ok(keys) => people::begin_enrolment(signed.app(), &signed.me, &keys).await,
        Err(error) => Err(error),
    };
    match begun {
        Ok((id, options)) => Ok(Json(json!({ "id": id, "options": options })).into_response()),
        Err(error) => told(&signed.visit, error),
    }
}

/// `POST /compte/cles/fin`.
pub(super) async fn add(signed: Signed, Json(ended): Json<Ended>) -> Result<Response, Refused> {
    if !signed.me.is_fresh() {
        return Ok(stale(&signed));
    }
    let answer = ended.answer.to_string();
    let ceremony = (ended.id, answer.as_str(), field(&ended.fields, "nom"));
    let added = match passkeys(&signed.visit) {
        Ok(keys) => people::finish_enrolment(signed.app(), &signed.me, &keys, ceremony).await,
        Err(error) => Err(error),
    };
    match added {
        Ok(()) => {
            let next = addresses::noted(addresses::ACCOUNT, "key-added");
            Ok(Json(json!({ "location": next })).into_response())
        }
        Err(error) => told(&signed.visit, error),
    }
}

/// `POST /compte/cles/retirer`.
pub(super) async fn remove(
    signed: Signed,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Barred> {
    signed.freshly()?;
    let id = pairs.iter().find(|(name, _)| name == "cle");
    let id = id.map(|(_, value)| value.as_str()).unwrap_or_default();
    match people::remove_key(signed.app(), &signed.me, id).await {
        Ok(_removed_or_was_before) => Ok(done(addresses::ACCOUNT, "key-removed")),
        Err(PeopleError::LastDoor) => Ok(done(addresses::ACCOUNT, "last-door")),
        Err(error) => Err(error.into()),
    }
}
