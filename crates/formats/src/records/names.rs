//! The names of columns: each its own, none empty.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Gives every column a name of its own: `nom`, `nom_2`, and `colonne 5` where the file gives none.
pub(super) fn name_columns<'a>(headers: impl Iterator<Item = &'a str>) -> Vec<Arc<str>> {
    let written: Vec<&str> = headers
        .map(|header| header.trim_matches('\u{feff}').trim())
        .collect();
    let mut taken: HashSet<Arc<str>> = HashSet::new();
    let mut times: HashMap<&str, usize> = HashMap::new();
    let reserved: HashSet<&str> = written.iter().copied().collect();
    let columns = written.iter().enumerate().map(|(rank, header)| {
        let count = times.entry(header).or_insert(0);
        let mut name = first_name(header, rank);
        while taken.contains(name.as_str()) || (*count > 0 && reserved.contains(name.as_str())) {
            *count = (*count).max(1) + 1;
            name = format!("{}_{count}", first_name(header, rank));
        }
        *count = (*count).max(1);
        let name: Arc<str> = Arc::from(name);
        taken.insert(Arc::clone(&name));
        name
    });
    columns.collect()
}

fn first_name(header: &str, rank: usize) -> String {
    if header.is_empty() {
        format!("colonne {}", rank + 1)
    } else {
        header.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(headers: &[&str]) -> Vec<String> {
        let names = name_columns(headers.iter().copied());
        names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn doubles_are_numbered_and_empty_headers_named_by_their_rank() {
        assert_eq!(
            named(&[" nom ", "nom", "", "nom", ""]),
            ["nom", "nom_2", "colonne 3", "nom_3", "colonne 5"]
        );
        assert_eq!(named(&["x", "x", "x_2"]), ["x", "x_3", "x_2"]);
        assert_eq!(named(&["colonne 2", ""]), ["colonne 2", "colonne 2_2"]);
    }

    #[test]
    fn twenty_thousand_columns_of_one_name_are_named_at_once() {
        let names = named(&vec!["x"; 20_000]);
        assert_eq!(names.last().map(String::as_str), Some("x_20000"));
    }

    proptest! {
        #[test]
        fn no_two_columns_share_a_name(headers in prop::collection::vec("(x|x_2|x_3|colonne 2| )?", 0..12)) {
            let names = name_columns(headers.iter().map(String::as_str));
            let all: HashSet<&Arc<str>> = names.iter().collect();
            prop_assert_eq!(all.len(), headers.len());
        }
    }
}
