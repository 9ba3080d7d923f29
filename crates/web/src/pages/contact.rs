//! Phones, sites and messages as people read them.

/// "+33299000000" as "02 99 00 00 00"; a foreign number as it is.
pub(crate) fn phone_display(phone: &str) -> String {
    let Some(national) = phone.strip_prefix("+33").filter(|digits| digits.len() == 9) else {
        return phone.to_owned();
    };
    let digits: Vec<char> = std::iter::once('0').chain(national.chars()).collect();
    let pairs: Vec<String> = digits.chunks(2).map(|pair| pair.iter().collect()).collect();
    pairs.join("\u{A0}")
}

/// A site without what people do not say: "rennes.fr/lieux".
pub(crate) fn site_display(address: &str) -> String {
    let bare = address
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    bare.trim_start_matches("www.")
        .trim_end_matches('/')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_sites_are_written_for_people() {
        assert_eq!(
            phone_display("+33299000000").replace('\u{A0}', " "),
            "02 99 00 00 00"
        );
        assert_eq!(phone_display("+32470000000"), "+32470000000");
        assert_eq!(site_display("https://www.rennes.fr/"), "rennes.fr");
    }
}
