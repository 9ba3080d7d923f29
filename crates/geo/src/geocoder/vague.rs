//! Words that people add to a name and that name nothing: "quartier", "métro", "cedex 7", "12e".

/// First words that say what kind of spot it is.
const HEADS: [&str; 8] = [
    "quartier", "metro", "station", "arret", "commune", "ville", "de", "a",
];

/// Drops a vague first word, "cedex" and what follows, or a last number of one or two digits. False when nothing is
/// vague, or nothing else would be left.
pub(super) fn drop_a_word(words: &mut Vec<String>) -> bool {
    let left = words.len().saturating_sub(1);
    if let Some(at) = words.iter().skip(1).position(|word| word == "cedex") {
        words.truncate(at + 1);
        return true;
    }
    if left > 0
        && words
            .first()
            .is_some_and(|word| HEADS.contains(&word.as_str()))
    {
        words.remove(0);
        return true;
    }
    let short = |word: &String| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    if left > 0 && words.last().is_some_and(short) {
        words.truncate(left);
        return true;
    }
    false
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("rennes cedex 7", Some("rennes"))]
    #[case("quartier maurepas", Some("maurepas"))]
    #[case("paris 12", Some("paris"))]
    #[case("rennes", None)]
    #[case("quartier", None)]
    #[case("cedex", None)]
    fn vague_words_are_dropped_and_names_kept(#[case] text: &str, #[case] left: Option<&str>) {
        let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let dropped = drop_a_word(&mut words);
        assert_eq!(dropped.then(|| words.join(" ")).as_deref(), left);
    }
}
