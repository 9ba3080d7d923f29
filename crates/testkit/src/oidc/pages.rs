//! What the provider answers at each of its addresses.

use std::fmt::Write;

use base64::prelude::{BASE64_STANDARD, Engine};
use openidconnect::{PkceCodeChallenge, PkceCodeVerifier};
use serde_json::json;
use url::{Url, form_urlencoded};

use super::http::{Answer, Request};
use super::{CLIENT_ID, CLIENT_SECRET, Grant, Misbehaviour, State, tokens};

pub(super) fn answer(state: &mut State, request: &Request) -> Answer {
    state.asked.push(request.path.clone());
    if state.breaks(Misbehaviour::Broken) {
        return Answer::new(
            "500 Internal Server Error",
            "text/plain",
            "en panne".to_owned(),
        );
    }
    match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/agents/.well-known/openid-configuration") => discovery(state),
        ("GET", "/agents/keys") => Answer::json("200 OK", &json!({ "keys": [state.key.public()] })),
        ("GET", "/agents/authorize") => page(request),
        ("POST", "/agents/authorize") => decision(state, request),
        ("POST", "/agents/token") => token(state, request),
        ("GET", "/agents/userinfo") => userinfo(state, request),
        ("GET", "/agents/logout") => logout(request),
        _ => Answer::new("404 Not Found", "text/plain", "absent".to_owned()),
    }
}

fn discovery(state: &State) -> Answer {
    let issuer = &state.issuer;
    let named = if state.breaks(Misbehaviour::DiscoversOther) {
        "https://ailleurs.exemple.fr"
    } else {
        issuer
    };
    let methods = if state.play.secret_in_body {
        json!(["client_secret_post"])
    } else {
        json!(["client_secret_basic", "client_secret_post"])
    };
    let mut about = json!({
        "issuer": named,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "end_session_endpoint": format!("{issuer}/logout"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "HS256"],
        "token_endpoint_auth_methods_supported": methods,
        "code_challenge_methods_supported": ["S256"],
        "authorization_response_iss_parameter_supported": true,
    });
    if state.play.no_userinfo {
        about.as_object_mut().unwrap().remove("userinfo_endpoint");
    }
    Answer::json("200 OK", &about)
}

/// A page as small as it can be, that axe finds nothing to say about.
fn page(request: &Request) -> Answer {
    if let Err(fault) = checked(request) {
        return Answer::new("400 Bad Request", "text/plain", fault);
    }
    let mut hidden = String::new();
    for (name, value) in &request.fields {
        let value = value.replace('&', "&amp;").replace('"', "&quot;");
        write!(
            hidden,
            r#"<input type="hidden" name="{name}" value="{value}">"#
        )
        .unwrap();
    }
    let page = format!(
        r#"<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Compte d'essai</title>
<meta name="viewport" content="width=device-width"></head><body><main><h1>Compte d'essai</h1>
<form method="post" action="authorize">{hidden}
<button name="choix" value="continuer">continuer</button> <button name="choix" value="refuser">refuser</button>
</form></main></body></html>"#
    );
    Answer::new("200 OK", "text/html; charset=utf-8", page)
}

/// Where to lead back to, when everything is there that a careful client sends.
fn checked(request: &Request) -> Result<Url, String> {
    let expected = [
        ("response_type", "code"),
        ("client_id", CLIENT_ID),
        ("code_challenge_method", "S256"),
    ];
    for (name, value) in expected {
        if request.field(name) != value {
            return Err(format!("{name} is not {value}"));
        }
    }
    for (name, shortest) in [("state", 22), ("nonce", 22), ("code_challenge", 43)] {
        if request.field(name).len() < shortest {
            return Err(format!("{name} is too short"));
        }
    }
    if !request
        .field("scope")
        .split(' ')
        .any(|scope| scope == "openid")
    {
        return Err("no scope openid".to_owned());
    }
    Url::parse(request.field("redirect_uri")).map_err(|error| error.to_string())
}

fn decision(state: &mut State, request: &Request) -> Answer {
    let mut back = match checked(request) {
        Ok(back) => back,
        Err(fault) => return Answer::new("400 Bad Request", "text/plain", fault),
    };
    let issuer = if state.breaks(Misbehaviour::AnswersAsOther) {
        "https://ailleurs.exemple.fr"
    } else {
        state.issuer.as_str()
    };
    back.query_pairs_mut()
        .append_pair("state", request.field("state"))
        .append_pair("iss", issuer);
    if request.field("choix") != "continuer" {
        back.query_pairs_mut().append_pair("error", "access_denied");
        return Answer::leading_to(&back);
    }
    let code = state.fresh("code");
    back.query_pairs_mut().append_pair("code", &code);
    let grant = Grant {
        nonce: request.fields.get("nonce").cloned(),
        challenge: request.field("code_challenge").to_owned(),
        redirect: request.field("redirect_uri").to_owned(),
        again: request.field("prompt") == "login" && request.field("max_age") == "0",
    };
    state.codes.insert(code, grant);
    Answer::leading_to(&back)
}

fn token(state: &mut State, request: &Request) -> Answer {
    let refused = |error: &str| Answer::json("400 Bad Request", &json!({ "error": error }));
    if !knows(state, request) {
        return Answer::json("401 Unauthorized", &json!({ "error": "invalid_client" }));
    }
    if request.field("grant_type") != "authorization_code" {
        return refused("unsupported_grant_type");
    }
    // Taken out whatever follows: one code, one try.
    let Some(grant) = state.codes.remove(request.field("code")) else {
        return refused("invalid_grant");
    };
    let verifier = PkceCodeVerifier::new(request.field("code_verifier").to_owned());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    if challenge.as_str() != grant.challenge || request.field("redirect_uri") != grant.redirect {
        return refused("invalid_grant");
    }
    let access = state.fresh("access");
    state.accesses.push(access.clone());
    let id_token = tokens::id_token(state, &grant, &access);
    let answer = json!({
        "access_token": access,
        "token_type": "Bearer",
        "expires_in": 60,
        "id_token": id_token,
    });
    Answer::json("200 OK", &answer)
}

/// Whether the client proves who it is, in the way that the provider takes.
fn knows(state: &State, request: &Request) -> bool {
    if state.play.secret_in_body {
        return request.field("client_id") == CLIENT_ID
            && request.field("client_secret") == CLIENT_SECRET;
    }
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let both = format!("{}:{}", encoded(CLIENT_ID), encoded(CLIENT_SECRET));
    let sent = request.authorization.as_deref();
    sent.and_then(|sent| sent.strip_prefix("Basic ")) == Some(&BASE64_STANDARD.encode(both))
}

fn userinfo(state: &State, request: &Request) -> Answer {
    let access = request.authorization.as_deref();
    let access = access.and_then(|text| text.strip_prefix("Bearer "));
    if !access.is_some_and(|access| state.accesses.iter().any(|known| known == access)) {
        return Answer::json("401 Unauthorized", &json!({ "error": "invalid_token" }));
    }
    let claims = tokens::userinfo(state);
    if state.play.signed_userinfo {
        let token = tokens::signed_userinfo(state, claims);
        return Answer::new("200 OK", "application/jwt", token);
    }
    Answer::json("200 OK", &serde_json::to_value(claims).unwrap())
}

fn logout(request: &Request) -> Answer {
    let after = Url::parse(request.field("post_logout_redirect_uri"));
    match after {
        Ok(after) if !request.field("id_token_hint").is_empty() => Answer::leading_to(&after),
        _ => Answer::new(
            "400 Bad Request",
            "text/plain",
            "qui part, et vers où ?".to_owned(),
        ),
    }
}
