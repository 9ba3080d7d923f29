//! The two lists that the national platform of *gouvernances* gives: the contacts of members, and the posts.
//!
//! Columns as its exports write them. Of the contacts only the organisations are read: names and addresses of people are
//! left where they are. Amounts are whole cents; a row that cannot be read is told by its number.

use chrono::NaiveDate;
use portulan_model::Cents;

use crate::cells::{Cells, Header};
use crate::delimiter::delimiter;
use crate::error::FormatError;
use crate::limits::LINE;

/// The columns of the list of members.
pub const MEMBER_COLUMNS: [&str; 8] = [
    "Structure",
    "Typologie",
    "Nom",
    "Prénom",
    "Email",
    "Téléphone",
    "Fonction",
    "Referent FNE",
];
/// The columns of the list of posts.
pub const POST_COLUMNS: [&str; 11] = [
    "ID Poste",
    "Structure",
    "Département",
    "Statut",
    "Coordinateur",
    "Sources financement",
    "Fin de convention",
    "Fin de contrat",
    "Bonification",
    "Total conventionné",
    "Total versé",
];
/// Most rows: the list of the whole country has 2 200 members and 4 000 posts.
const MOST: usize = 20_000;

/// A member, as the list names it. Once, however many contacts it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemberRow {
    /// Its name.
    pub name: String,
    /// What kind of body it is, in the words of the platform.
    pub kind: String,
    /// Whether one of its contacts is the referent of the programme.
    pub referent: bool,
}

/// Whether somebody holds a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PostStanding {
    /// Somebody does.
    Filled,
    /// Nobody.
    Vacant,
    /// It was given back.
    Returned,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostRow {
    /// Its number on the platform.
    pub number: String,
    /// Who employs.
    pub organisation: String,
    /// The code of its département.
    pub department: String,
    /// Whether somebody holds it.
    pub standing: PostStanding,
    /// Whether it co-ordinates others.
    pub coordinates: bool,
    /// The last day of what was agreed with the State.
    pub agreed_until: Option<NaiveDate>,
    /// The last day of the contract.
    pub contract_until: Option<NaiveDate>,
    /// What was agreed.
    pub agreed: Option<Cents>,
    /// What was paid.
    pub paid: Option<Cents>,
}

/// A list of the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NationalList {
    /// Of members.
    Members(Vec<MemberRow>),
    /// Of posts.
    Posts(Vec<PostRow>),
}

/// A list, and the rows that are nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NationalFile {
    /// What was read.
    pub list: NationalList,
    /// Numbers of the rows that could not be read, the headers being the first.
    pub unread: Vec<usize>,
}

/// Reads a list; which one it is, its columns say.
pub fn read_national_list(text: &str) -> Result<NationalFile, FormatError> {
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Err(FormatError::Empty);
    }
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut records = reader.records();
    let names = records.next().and_then(Result::ok).unwrap_or_default();
    let header = Header::new(names.iter());
    let rows = records.take(MOST).zip(2..);
    let mut unread = Vec::new();
    let has = |columns: &[&str]| {
        let lower: Vec<String> = columns.iter().map(|one| one.to_lowercase()).collect();
        let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
        header.has_all(&lower)
    };
    let list = if has(&["ID Poste", "Structure", "Statut"]) {
        let mut posts = Vec::new();
        for (record, number) in rows {
            let read = record.ok().and_then(|record| post(&header.row(&record)));
            match read {
                Some(row) => posts.push(row),
                None => unread.push(number),
            }
        }
        NationalList::Posts(posts)
    } else if has(&["Structure", "Typologie"]) {
        let mut members: Vec<MemberRow> = Vec::new();
        for (record, number) in rows {
            let read = record.ok().and_then(|record| member(&header.row(&record)));
            match read {
                Some(row) => merge(&mut members, row),
                None => unread.push(number),
            }
        }
        NationalList::Members(members)
    } else {
        let headers: Vec<String> = names.iter().take(8).map(cut).collect();
        return Err(FormatError::UnknownShape {
            headers: headers.join(", "),
        });
    };
    Ok(NationalFile { list, unread })
}

fn cut(text: &str) -> String {
    text.chars().take(40).collect()
}

/// A text of a sound length.
fn line(cells: &impl Cells, column: &str) -> Option<String> {
    let text = cells.cell(column);
    (!text.is_empty() && text.chars().count() <= LINE).then(|| text.to_owned())
}

fn member(cells: &impl Cells) -> Option<MemberRow> {
    Some(MemberRow {
        name: line(cells, "structure")?,
        kind: line(cells, "typologie").unwrap_or_default(),
        referent: cells.cell("referent fne").eq_ignore_ascii_case("oui"),
    })
}

fn merge(members: &mut Vec<MemberRow>, row: MemberRow) {
    let mut same = members
        .iter_mut()
        .filter(|one| one.name == row.name && one.kind == row.kind);
    match same.next() {
        Some(known) => known.referent |= row.referent,
        None => members.push(row),
    }
}

fn post(cells: &impl Cells) -> Option<PostRow> {
    let standing = match cells.cell("statut").to_lowercase().as_str() {
        "occupé" | "occupe" => PostStanding::Filled,
        "vacant" => PostStanding::Vacant,
        "rendu" => PostStanding::Returned,
        _ => return None,
    };
    let day = |column| NaiveDate::parse_from_str(cells.cell(column), "%d/%m/%Y").ok();
    Some(PostRow {
        number: line(cells, "id poste")?,
        organisation: line(cells, "structure")?,
        department: line(cells, "département").unwrap_or_default(),
        standing,
        coordinates: cells.cell("coordinateur").eq_ignore_ascii_case("oui"),
        agreed_until: day("fin de convention"),
        contract_until: day("fin de contrat"),
        agreed: amount(cells.cell("total conventionné")),
        paid: amount(cells.cell("total versé")),
    })
}

/// An amount as programs write it: `17500` or `17500.5`. Finer than a cent is no amount.
fn amount(text: &str) -> Option<Cents> {
    let (euros, fraction) = text.split_once('.').unwrap_or((text, ""));
    let cents = match fraction.len() {
        0 => 0,
        1 => fraction.parse::<i64>().ok()?.checked_mul(10)?,
        2 => fraction.parse::<i64>().ok()?,
        _ => return None,
    };
    let euros = euros.parse::<i64>().ok().filter(|euros| *euros >= 0)?;
    euros.checked_mul(100)?.checked_add(cents).map(Cents::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_read_once_whatever_its_contacts_and_no_person_is_kept() {
        let text = "\u{feff}Structure,Typologie,Nom,Prénom,Email,Téléphone,Fonction,Referent FNE\n\
            Préfecture d'Ille-et-Vilaine,Préfecture départementale,D.,Camille,c@example.org,,chargée,Non\n\
            Préfecture d'Ille-et-Vilaine,Préfecture départementale,B.,Sacha,s@example.org,,directeur,Oui\n\
            \"Commune de Rennes, ville\",Commune,,,,,,\n\
            ,Commune,,,,,,\n";
        let file = read_national_list(text).unwrap();
        assert_eq!(file.unread, [5]);
        let NationalList::Members(members) = file.list else {
            panic!("members")
        };
        let names: Vec<(&str, bool)> = members
            .iter()
            .map(|one| (one.name.as_str(), one.referent))
            .collect();
        assert_eq!(
            names,
            [
                ("Préfecture d'Ille-et-Vilaine", true),
                ("Commune de Rennes, ville", false)
            ]
        );
        let all = format!("{members:?}");
        assert!(!all.contains("Camille") && !all.contains("example.org"));
    }

    #[test]
    fn posts_are_read_with_their_days_and_amounts() {
        let text = "ID Poste;Structure;Département;Statut;Coordinateur;Sources financement;Fin de convention;Fin de contrat;Bonification;Total conventionné;Total versé\n\
            41;CCAS de Rennes;35;Occupé;Non;DGCL;31/12/2026;30/06/2027;Non;50000;17500.5\n\
            42;CCAS de Rennes;35;Vacant;Oui;;;;Non;0;0\n\
            43;CCAS de Rennes;35;Perdu;Oui;;;;Non;0;0\n";
        let file = read_national_list(text).unwrap();
        assert_eq!(file.unread, [4]);
        let NationalList::Posts(posts) = file.list else {
            panic!("posts")
        };
        assert_eq!(posts[0].standing, PostStanding::Filled);
        assert_eq!(posts[0].agreed_until, "2026-12-31".parse().ok());
        assert_eq!(posts[0].paid, Some(Cents::new(1_750_050)));
        assert!(posts[1].coordinates && posts[1].agreed_until.is_none());
    }

    #[test]
    fn another_file_is_refused_with_its_columns() {
        assert!(matches!(read_national_list(" \n"), Err(FormatError::Empty)));
        let other = read_national_list("id,nom\n1,a\n");
        assert!(
            matches!(other, Err(FormatError::UnknownShape { headers }) if headers == "id, nom")
        );
        for (text, cents) in [
            ("17500", Some(1_750_000)),
            ("0.05", Some(5)),
            ("1.234", None),
            ("-5", None),
            ("", None),
        ] {
            assert_eq!(amount(text), cents.map(Cents::new), "{text}");
        }
    }
}
