//! Bytes as text, as the web writes them.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// With padding (RFC 4648, 4).
pub(crate) fn base64(bytes: &[u8]) -> String {
    let mut text = digits(bytes);
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

/// For addresses, without padding (RFC 4648, 5).
pub(crate) fn base64url(bytes: &[u8]) -> String {
    digits(bytes).replace('+', "-").replace('/', "_")
}

fn digits(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let number = chunk
            .iter()
            .fold(0_u32, |number, byte| (number << 8) | u32::from(*byte));
        let number = number << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            let digit = (number >> (18 - 6 * place)) & 63;
            let sign = DIGITS.get(digit as usize).unwrap();
            text.push(char::from(*sign));
        }
    }
    text
}

/// What [`base64url`] wrote.
pub(crate) fn from_base64url(text: &str) -> Vec<u8> {
    let (mut bytes, mut bits, mut held) = (Vec::new(), 0_u32, 0);
    for sign in text.replace('-', "+").replace('_', "/").bytes() {
        let digit = DIGITS.iter().position(|digit| *digit == sign).unwrap();
        bits = (bits << 6) | u32::try_from(digit).unwrap();
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 255).unwrap());
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_the_text_of_the_standard_and_come_back() {
        let cases: [(&[u8], &str); 5] = [
            (b"", ""),
            (b"f", "Zg=="),
            (b"fo", "Zm8="),
            (b"foobar", "Zm9vYmFy"),
            (&[251, 255, 190], "+/++"),
        ];
        for (bytes, text) in cases {
            assert_eq!(base64(bytes), text);
            assert_eq!(from_base64url(&base64url(bytes)), bytes);
        }
    }
}
