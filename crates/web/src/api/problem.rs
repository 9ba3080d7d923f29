//! Refusals of the API, as RFC 9457 problem documents, in French like the rest of the contract.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use portulan_i18n::{Arg, Lang, Words};
use serde::Serialize;

use crate::errors::Fault;

/// One parameter that could not be taken, with what would have been.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct WrongParameter {
    /// Its name.
    pub(crate) parametre: String,
    /// What was given.
    pub(crate) valeur: String,
    /// What is wrong, in French.
    pub(crate) message: String,
    /// What is allowed: the values of a closed list, or one sentence on the form.
    pub(crate) permises: Vec<String>,
}

/// A problem document (RFC 9457) with our extensions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Problem {
    /// A stable name of the kind of problem, relative to the API's page.
    #[serde(rename = "type")]
    pub(crate) kind: Box<str>,
    /// What happened, in French.
    pub(crate) title: Box<str>,
    /// The HTTP status.
    pub(crate) status: u16,
    /// What to do, in French.
    pub(crate) detail: Box<str>,
    /// Parameters at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) erreurs: Vec<WrongParameter>,
    /// Spots among which to choose, when a text names several.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) choix: Vec<String>,
}

/// Kinds of problems: the anchor of each on the page of the API, and its messages `problem-<kind>-…`.
pub(crate) const KINDS: [&str; 13] = [
    "parametre",
    "introuvable",
    "reserve",
    "conflit",
    "methode",
    "format",
    "contradiction",
    "lieu-ambigu",
    "taille",
    "adresse-trop-longue",
    "frequence",
    "indisponible",
    "interne",
];

impl Problem {
    fn new(status: StatusCode, kind: &str, args: &[(&str, Arg<'_>)]) -> Self {
        let words = Words::new(Lang::Fr);
        Self {
            kind: format!("/api/v1#probleme-{kind}").into(),
            title: words.get(&format!("problem-{kind}")).into(),
            status: status.as_u16(),
            detail: words.with(&format!("problem-{kind}-detail"), args).into(),
            erreurs: Vec::new(),
            choix: Vec::new(),
        }
    }

    /// 400: parameters that are unknown or hold a value that is not allowed.
    pub(crate) fn parameters(erreurs: Vec<WrongParameter>) -> Self {
        let names: Vec<&str> = erreurs
            .iter()
            .map(|error| error.parametre.as_str())
            .collect();
        let problem = Self::new(
            StatusCode::BAD_REQUEST,
            "parametre",
            &[("names", names.join(", ").into())],
        );
        Self { erreurs, ..problem }
    }

    /// 404.
    pub(crate) fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "introuvable", &[])
    }

    /// 406: none of the formats of the `Accept` header is served.
    pub(crate) fn not_acceptable(formats: &[&str]) -> Self {
        Self::new(
            StatusCode::NOT_ACCEPTABLE,
            "format",
            &[("formats", formats.join(", ").into())],
        )
    }

    /// 409: each parameter is right, but not together.
    pub(crate) fn conflict(message: &str) -> Self {
        let problem = Self::new(StatusCode::CONFLICT, "contradiction", &[]);
        Self {
            detail: Words::new(Lang::Fr).get(message).into(),
            ..problem
        }
    }

    /// 409: a text names several spots.
    pub(crate) fn ambiguous(text: &str, choix: Vec<String>) -> Self {
        Self {
            choix,
            ..Self::new(
                StatusCode::CONFLICT,
                "lieu-ambigu",
                &[("text", text.to_owned().into())],
            )
        }
    }

    /// What the server itself refuses.
    pub(crate) fn of(fault: &Fault) -> Self {
        let status = fault.status();
        match fault {
            Fault::NotFound | Fault::FileMissing | Fault::FileAltered => Self::not_found(),
            Fault::Forbidden
            | Fault::SignIn { .. }
            | Fault::SignInAgain { .. }
            | Fault::HeldBack
            | Fault::NoRole => Self::new(status, "reserve", &[]),
            Fault::Conflict => Self::new(status, "conflit", &[]),
            Fault::Method => Self::new(status, "methode", &[]),
            Fault::TooLarge { .. } | Fault::MediaType => Self::new(status, "taille", &[]),
            Fault::AddressTooLong => Self::new(status, "adresse-trop-longue", &[]),
            Fault::TooMany { seconds } => {
                let seconds = usize::try_from(*seconds).unwrap_or(usize::MAX);
                Self::new(status, "frequence", &[("seconds", seconds.into())])
            }
            Fault::Timeout | Fault::Unavailable | Fault::FilesAway => {
                Self::new(status, "indisponible", &[])
            }
            Fault::Internal { request } => {
                Self::new(status, "interne", &[("request", request.clone().into())])
            }
            Fault::BadRequest => {
                Self::new(status, "parametre", &[("names", String::from("—").into())])
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_string(&self).unwrap_or_default();
        let kind = HeaderValue::from_static("application/problem+json");
        (status, [(header::CONTENT_TYPE, kind)], body).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_problem_has_its_words() {
        let words = Words::new(Lang::Fr);
        for kind in KINDS {
            assert!(words.has(&format!("problem-{kind}")), "{kind}");
        }
    }

    #[test]
    fn a_problem_says_what_happened_and_what_is_allowed() {
        let wrong = WrongParameter {
            parametre: "besoin".to_owned(),
            valeur: "rien".to_owned(),
            message: "Valeur inconnue".to_owned(),
            permises: vec!["acces".to_owned()],
        };
        let problem = serde_json::to_value(Problem::parameters(vec![wrong])).unwrap();
        assert_eq!(problem["status"], 400);
        assert_eq!(problem["type"], "/api/v1#probleme-parametre");
        assert_eq!(problem["erreurs"][0]["permises"][0], "acces");
        assert!(problem["detail"].as_str().unwrap().contains("besoin"));
    }
}
