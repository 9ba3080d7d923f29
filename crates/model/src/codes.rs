//! Official codes of the geographic code (COG, INSEE) and postcodes, as types that are only ever valid in shape.
//!
//! Whether a code exists today is the business of the reference in `geo`; here only the shape counts.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A code whose shape is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{text:?} is not a {kind} code")]
pub struct CodeError {
    /// Which code was expected: `commune`, `département`, `région`, `EPCI`, `postcode`.
    pub kind: &'static str,
    /// What was given.
    pub text: String,
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $len:literal, $check:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name {
            bytes: [u8; $len],
            len: u8,
        }

        impl $name {
            /// The code as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                let bytes = self.bytes.get(..usize::from(self.len)).unwrap_or_default();
                std::str::from_utf8(bytes).unwrap_or_default()
            }
        }

        impl FromStr for $name {
            type Err = CodeError;

            fn from_str(text: &str) -> Result<Self, CodeError> {
                let error = || CodeError { kind: $kind, text: text.to_owned() };
                let check: fn(&[u8]) -> bool = $check;
                if !check(text.as_bytes()) {
                    return Err(error());
                }
                let mut bytes = [0; $len];
                bytes.get_mut(..text.len()).ok_or_else(error)?.copy_from_slice(text.as_bytes());
                let len = u8::try_from(text.len()).map_err(|_too_long| error())?;
                Ok(Self { bytes, len })
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;

            fn try_from(text: String) -> Result<Self, CodeError> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

fn digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}

/// Two digits, or `2A`/`2B` for Corsica.
fn department_prefix(bytes: &[u8]) -> bool {
    matches!(bytes, [b'2', b'A' | b'B']) || (bytes.len() == 2 && digits(bytes))
}

code!(
    /// INSEE code of a commune: `35238`, `2A004`, `97411`.
    CommuneCode, "commune", 5,
    |b| matches!(b.split_at_checked(2), Some((head, tail)) if department_prefix(head) && tail.len() == 3 && digits(tail))
);
code!(
    /// Code of a département or of an overseas collectivity: `35`, `2B`, `974`, `988`.
    DepartmentCode, "département", 3,
    |b| department_prefix(b) || (b.len() == 3 && digits(b) && b.starts_with(b"9"))
);
code!(
    /// Code of a région, or of an overseas collectivity that stands at that level: `53`, `01`, `988`.
    RegionCode, "région", 3,
    |b| (b.len() == 2 && digits(b)) || (b.len() == 3 && digits(b) && b.starts_with(b"9"))
);
code!(
    /// SIREN of an intercommunality: `243500139`.
    EpciCode, "EPCI", 9,
    |b| b.len() == 9 && digits(b)
);
code!(
    /// Postcode of La Poste: `35000`.
    Postcode, "postcode", 5,
    |b| b.len() == 5 && digits(b)
);

/// What the code of a commune or a postcode begins with for its département or overseas collectivity: three characters
/// of `97…` and `98…`, two of others. Postcodes of Corsica begin with `20`, its communes with `2A` or `2B`.
#[must_use]
pub fn department_part(code: &str) -> Option<&str> {
    let overseas = code.starts_with("97") || code.starts_with("98");
    code.get(..if overseas { 3 } else { 2 })
}

/// A code of five digits as lists write it, without spaces. A spreadsheet takes `01000` for a number and drops its zero:
/// four digits get it back.
#[must_use]
pub fn with_leading_zero(cell: &str) -> String {
    let compact: String = cell.chars().filter(|c| !c.is_whitespace()).collect();
    if compact.len() == 4 && digits(compact.as_bytes()) {
        format!("0{compact}")
    } else {
        compact
    }
}

impl CommuneCode {
    /// Code of the département (or overseas collectivity) that the commune's own code begins with.
    #[must_use]
    pub fn department(&self) -> DepartmentCode {
        let part = department_part(self.as_str()).unwrap_or_default();
        let mut bytes = [0; 3];
        for (to, from) in bytes.iter_mut().zip(part.bytes()) {
            *to = from;
        }
        DepartmentCode {
            bytes,
            len: if part.len() == 3 { 3 } else { 2 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commune_code_knows_its_department() {
        for (commune, department) in [
            ("35238", "35"),
            ("2A004", "2A"),
            ("97411", "974"),
            ("98818", "988"),
        ] {
            assert_eq!(
                commune
                    .parse::<CommuneCode>()
                    .unwrap()
                    .department()
                    .as_str(),
                department
            );
        }
    }

    #[test]
    fn a_zero_that_a_spreadsheet_dropped_comes_back() {
        for (cell, code) in [
            ("1000", "01000"),
            (" 35 000 ", "35000"),
            ("2A04", "2A04"),
            ("", ""),
        ] {
            assert_eq!(with_leading_zero(cell), code);
        }
        assert_eq!(department_part("3"), None);
    }

    #[test]
    fn wrong_shapes_are_refused() {
        for bad in ["", "3523", "352380", "2C004", "3523A", "35 38", "é5238"] {
            assert!(
                bad.parse::<CommuneCode>().is_err(),
                "{bad:?} should be refused"
            );
        }
        assert!("3500".parse::<Postcode>().is_err());
        assert!("2A".parse::<RegionCode>().is_err());
        assert_eq!("988".parse::<RegionCode>().unwrap().as_str(), "988");
    }
}
