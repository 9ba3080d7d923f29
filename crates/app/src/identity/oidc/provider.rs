//! The providers that this installation trusts, as its operator lists them in a TOML file.
//!
//! ```toml
//! [[provider]]
//! slug = "proconnect"                 # in addresses: never change it
//! label = "ProConnect"                # on the button
//! issuer = "https://auth.exemple.fr/api/v2"
//! client_id = "…"
//! client_secret_file = "proconnect.secret"    # beside this file, or an absolute path; left out for a public client
//! scopes = ["given_name", "usual_name", "email", "siret"]
//! acr_values = ["eidas1"]             # levels to ask for
//! acr_required = false                # whether another level is refused
//! signed_userinfo = true              # whether an unsigned userinfo is refused
//! email_trusted = true                # whether its addresses count as verified when it does not say
//! ```

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use thiserror::Error;
use url::Url;
use zeroize::Zeroizing;

/// Longest slug, in characters.
const LONGEST_SLUG: usize = 32;

/// One provider of OpenID Connect.
#[derive(Clone)]
pub struct Provider {
    /// Its name in addresses.
    pub slug: String,
    /// Its name on the button.
    pub label: String,
    /// Who it says it is; discovery starts there.
    pub issuer: Url,
    /// Whether its addresses count as verified when it does not say.
    pub email_trusted: bool,
    pub(super) issuer_text: String,
    pub(super) client_id: String,
    pub(super) client_secret: Option<Zeroizing<String>>,
    pub(super) scopes: Vec<String>,
    pub(super) acr_values: Vec<String>,
    pub(super) acr_required: bool,
    pub(super) signed_userinfo: bool,
}

impl Provider {
    /// Who it says it is, letter for letter: the issuer of its identities.
    #[must_use]
    pub fn issuer_name(&self) -> &str {
        &self.issuer_text
    }
}

/// Why the list of providers cannot be used. Nothing starts with half of one.
#[derive(Debug, Error)]
pub enum ProvidersError {
    /// A file cannot be read.
    #[error("{path}: {source}")]
    Io {
        /// Which one.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file is no such list.
    #[error(transparent)]
    Toml(#[from] toml::de::Error),
    /// A slug that does not go into an address.
    #[error("`{0}` is no slug: small letters, digits and hyphens, {LONGEST_SLUG} at most")]
    Slug(String),
    /// Two providers of one name.
    #[error("two providers are called `{0}`")]
    Twice(String),
    /// The issuer is no address of the web.
    #[error("provider `{0}`: the issuer is no http or https address without parameters")]
    Issuer(String),
    /// Nothing that it can be called by.
    #[error("provider `{0}`: `label` and `client_id` cannot be empty")]
    Empty(String),
    /// The file of the secret is empty.
    #[error("provider `{slug}`: {path} holds no secret")]
    NoSecret {
        /// Whose.
        slug: String,
        /// Which file.
        path: PathBuf,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listing {
    #[serde(default)]
    provider: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slug: String,
    label: String,
    issuer: String,
    client_id: String,
    client_secret_file: Option<PathBuf>,
    #[serde(default = "usual_scopes")]
    scopes: Vec<String>,
    #[serde(default)]
    acr_values: Vec<String>,
    #[serde(default)]
    acr_required: bool,
    #[serde(default)]
    signed_userinfo: bool,
    #[serde(default)]
    email_trusted: bool,
}

/// What most providers understand (OpenID Connect Core 1.0, 5.4).
fn usual_scopes() -> Vec<String> {
    vec!["profile".to_owned(), "email".to_owned()]
}

/// Reads the list and the secrets that it names.
pub fn read(file: &Path) -> Result<Vec<Provider>, ProvidersError> {
    let text = text_of(file)?;
    let Listing { provider } = toml::from_str(&text)?;
    let beside = file.parent().unwrap_or(Path::new(""));
    let mut slugs = HashSet::new();
    let mut providers = Vec::new();
    for entry in provider {
        if !slugs.insert(entry.slug.clone()) {
            return Err(ProvidersError::Twice(entry.slug));
        }
        providers.push(provider_of(entry, beside)?);
    }
    Ok(providers)
}

fn provider_of(entry: Entry, beside: &Path) -> Result<Provider, ProvidersError> {
    let slug = entry.slug;
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if slug.is_empty() || slug.len() > LONGEST_SLUG || !slug.chars().all(plain) {
        return Err(ProvidersError::Slug(slug));
    }
    let issuer = Url::parse(&entry.issuer).ok().filter(is_issuer);
    let issuer = issuer.ok_or_else(|| ProvidersError::Issuer(slug.clone()))?;
    if entry.label.trim().is_empty() || entry.client_id.trim().is_empty() {
        return Err(ProvidersError::Empty(slug));
    }
    let secret = entry.client_secret_file.map(|path| beside.join(path));
    let secret = secret.map(|path| secret_of(&slug, path)).transpose()?;
    Ok(Provider {
        slug,
        label: entry.label,
        issuer,
        issuer_text: entry.issuer,
        email_trusted: entry.email_trusted,
        client_id: entry.client_id,
        client_secret: secret,
        scopes: entry.scopes,
        acr_values: entry.acr_values,
        acr_required: entry.acr_required,
        signed_userinfo: entry.signed_userinfo,
    })
}

/// "A URL using the https scheme with no query or fragment" (OpenID Connect Discovery 1.0, 3). Whether `http` is taken
/// depends on where the operator lets requests go.
fn is_issuer(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https")
        && url.query().is_none()
        && url.fragment().is_none()
        && url.username().is_empty()
        && url.password().is_none()
}

fn secret_of(slug: &str, path: PathBuf) -> Result<Zeroizing<String>, ProvidersError> {
    let text = text_of(&path)?;
    let secret = Zeroizing::new(text.trim().to_owned());
    if secret.is_empty() {
        let slug = slug.to_owned();
        return Err(ProvidersError::NoSecret { slug, path });
    }
    Ok(secret)
}

fn text_of(path: &Path) -> Result<Zeroizing<String>, ProvidersError> {
    let text = std::fs::read_to_string(path).map_err(|source| ProvidersError::Io {
        path: path.to_owned(),
        source,
    })?;
    Ok(Zeroizing::new(text))
}

#[cfg(test)]
impl Provider {
    /// For tests: a provider without wishes.
    pub(super) fn at(issuer: &str, client_id: &str, secret: &str) -> Self {
        Self {
            slug: "essai".to_owned(),
            label: "Essai".to_owned(),
            issuer: Url::parse(issuer).unwrap(),
            issuer_text: issuer.to_owned(),
            email_trusted: false,
            client_id: client_id.to_owned(),
            client_secret: Some(Zeroizing::new(secret.to_owned())),
            scopes: usual_scopes(),
            acr_values: Vec::new(),
            acr_required: false,
            signed_userinfo: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const ENTRY: &str = r#"
        [[provider]]
        slug = "agents"
        label = "Compte des agents"
        issuer = "https://compte.exemple.fr/realms/agents"
        client_id = "portulan"
        client_secret_file = "agents.secret"
    "#;

    fn read_text(text: &str, secret: &str) -> Result<Vec<Provider>, ProvidersError> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("agents.secret"), secret).unwrap();
        let file = folder.path().join("oidc.toml");
        std::fs::write(&file, text).unwrap();
        read(&file)
    }

    #[test]
    fn a_provider_is_read_with_its_secret_beside_the_list() {
        let providers = read_text(ENTRY, "très secret\n").unwrap();
        let provider = providers.first().unwrap();
        assert_eq!(provider.slug, "agents");
        assert_eq!(
            provider.client_secret.as_deref().map(String::as_str),
            Some("très secret")
        );
        assert_eq!(provider.scopes, ["profile", "email"]);
        assert!(!provider.email_trusted && !provider.signed_userinfo && !provider.acr_required);
        assert!(read_text("", "").unwrap().is_empty());
    }

    #[rstest]
    #[case("slug = \"agents\"", "slug = \"Agents\"", "no slug")]
    #[case("slug = \"agents\"", "slug = \"a/b\"", "no slug")]
    #[case("slug = \"agents\"", "slug = \"\"", "no slug")]
    #[case("https://", "ftp://", "no http or https")]
    #[case("realms/agents", "realms?a=b", "no http or https")]
    #[case("https://", "https://moi:secret@", "no http or https")]
    #[case("\"portulan\"", "\" \"", "cannot be empty")]
    #[case("agents.secret", "absent.secret", "absent.secret")]
    #[case("client_id", "client-id", "unknown field")]
    fn a_list_that_cannot_be_used_says_why(
        #[case] part: &str,
        #[case] by: &str,
        #[case] expected: &str,
    ) {
        let error = read_text(&ENTRY.replacen(part, by, 1), "secret")
            .err()
            .unwrap();
        assert!(error.to_string().contains(expected), "{error}");
    }

    #[test]
    fn two_providers_of_one_name_and_an_empty_secret_are_refused() {
        let twice = read_text(&ENTRY.repeat(2), "secret").err().unwrap();
        assert!(matches!(twice, ProvidersError::Twice(slug) if slug == "agents"));
        let empty = read_text(ENTRY, " \n").err().unwrap();
        assert!(matches!(empty, ProvidersError::NoSecret { .. }), "{empty}");
    }
}
