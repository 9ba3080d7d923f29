//! Checkers of credentials: passwords, providers of OpenID Connect, passkeys.
//!
//! Nothing here knows accounts, sessions or pages: what is given is checked and comes back as an answer, or as a state
//! that the caller keeps on the server between two requests. Rates per address and per account are the caller's too.

pub mod oidc;
pub mod passkey;
pub mod password;

/// Bytes as small hexadecimal digits: what any address and any column can hold.
fn hexadecimal(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}
