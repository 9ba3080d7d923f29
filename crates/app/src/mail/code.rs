//! The code of six digits that follows a password: computed from a number with the key of the installation, so that
//! neither the outbox nor whoever reads the database holds it.

use crate::secret::Key;

/// Names the use of the key.
const CONTEXT: &str = "portulan/code/1";
/// How many codes there are: 20 bits nearly, with few tries (ASVS 5.0, 6.5.4 and 6.6.3).
const CODES: u64 = 1_000_000;

/// The code of a number.
pub(crate) fn of(key: &Key, number: &str) -> String {
    digits(&key.derive(CONTEXT), number)
}

/// Whether it is what somebody typed, with or without spaces, in a time that tells nothing of the right one.
pub(crate) fn is_right(key: &Key, number: &str, typed: &str) -> bool {
    let typed: String = typed.split_whitespace().collect();
    let key = key.derive(CONTEXT);
    let right = key.code(digits(&key, number).as_bytes());
    key.agrees(typed.as_bytes(), &right)
}

/// The whole of the code of the number counts, so that all codes are as likely.
fn digits(key: &Key, number: &str) -> String {
    let bytes = key.code(number.as_bytes());
    let fold = |value: u64, byte: u8| (value * 256 + u64::from(byte)) % CODES;
    let value = bytes.into_iter().fold(0, fold);
    format!("{value:06}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::KEY_BYTES;

    #[test]
    fn a_code_has_six_digits_and_is_right_for_its_number_and_its_key_alone() {
        let (key, other) = (
            Key::from_bytes([7; KEY_BYTES]),
            Key::from_bytes([8; KEY_BYTES]),
        );
        let mut seen = std::collections::HashSet::new();
        for number in 0..200 {
            let number = number.to_string();
            let code = of(&key, &number);
            assert!(code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit()));
            assert!(is_right(&key, &number, &code));
            let (head, tail) = code.split_at(3);
            assert!(is_right(&key, &number, &format!(" {head} {tail}\u{A0}")));
            assert!(!is_right(&key, &format!("{number}-"), &code));
            assert!(!is_right(&other, &number, &code));
            assert!(!is_right(&key, &number, ""));
            seen.insert(code);
        }
        assert!(seen.len() > 195, "{} codes of 200", seen.len());
    }
}
