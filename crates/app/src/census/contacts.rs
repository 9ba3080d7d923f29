//! Where town halls are written to: typed one by one, or pasted as lines `INSEE or name;address`.
//!
//! A line that cannot be read is told and given back: those that can are kept.

use portulan_geo::CommuneName;
use portulan_model::census::{Census, Said, Town};
use portulan_model::people::Email;
use portulan_model::{CensusId, CommuneCode};
use portulan_policy::Capability;
use portulan_policy::actions::RunCampaign;

use super::{missing, opened, put, target};
use crate::import::author;
use crate::{App, Directory, Error, rights};

/// Signs that stand between a commune and its address, in what people copy from a spreadsheet.
const BETWEEN: [char; 3] = [';', '\t', ','];
/// Most lines read at once.
const MOST_LINES: usize = 2 * Census::MOST_COMMUNES;

/// A line that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub number: usize,
    /// As it was pasted.
    pub text: String,
    /// Id of the message that says why.
    pub message: &'static str,
}

/// What came of lines.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pasted {
    /// How many communes have a contact of these lines.
    pub kept: usize,
    /// The lines that were not read.
    pub bad: Vec<BadLine>,
}

/// Keeps the contact of a commune, or forgets it.
pub async fn set_contact(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    code: CommuneCode,
    contact: Option<Email>,
) -> Result<(), Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let (census, before) = opened(app, &mut write, capability, id, code).await?;
    let after = Town {
        contact,
        ..before.clone()
    };
    put(app, &mut write, &census, (&before, &after), &by).await?;
    write.commit().await?;
    Ok(())
}

/// Keeps the contacts that lines give.
pub async fn paste(
    app: &App,
    capability: &Capability<RunCampaign>,
    id: CensusId,
    text: &str,
) -> Result<Pasted, Error> {
    let by = Said::Desk(author(capability.actor()));
    let mut write = app.store().begin_census(capability).await?;
    let census = write.census(id).await?.ok_or_else(|| missing(id))?;
    let directory = app.directory();
    rights::covers(capability, &target(&directory, &census))?;
    let (read, bad) = read_lines(&directory, &census, text);
    let mut kept = Vec::new();
    for (code, contact) in read {
        let Some(before) = write.census_town(id, code).await? else {
            continue;
        };
        let after = Town {
            contact: Some(contact),
            ..before.clone()
        };
        put(app, &mut write, &census, (&before, &after), &by).await?;
        kept.push(code);
    }
    write.commit().await?;
    kept.sort_unstable();
    kept.dedup();
    Ok(Pasted {
        kept: kept.len(),
        bad,
    })
}

/// What lines say, and those that say nothing.
fn read_lines(
    directory: &Directory,
    census: &Census,
    text: &str,
) -> (Vec<(CommuneCode, Email)>, Vec<BadLine>) {
    let (mut read, mut bad) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        let found = if at < MOST_LINES {
            read_line(directory, census, line)
        } else {
            Err("census-line-many")
        };
        match found {
            Ok(one) => read.push(one),
            Err(message) => bad.push(BadLine {
                number: at + 1,
                text: line.to_owned(),
                message,
            }),
        }
    }
    (read, bad)
}

fn read_line(
    directory: &Directory,
    census: &Census,
    line: &str,
) -> Result<(CommuneCode, Email), &'static str> {
    let (commune, address) = line.rsplit_once(BETWEEN).ok_or("census-line-shape")?;
    let unquoted = |text: &str| text.trim().trim_matches('"').trim().to_owned();
    let address = unquoted(address).parse::<Email>();
    let address = address.map_err(|_not_an_email| "census-line-address")?;
    // Columns in between, as the name after the code, are left out: the first one that names a commune counts.
    let mut columns = commune.split(BETWEEN).map(unquoted);
    let named = columns.find_map(|column| commune_of(directory, census, &column));
    Ok((named.ok_or("census-line-commune")?, address))
}

/// The commune of the census that a code or a name names; nothing where several bear the name.
fn commune_of(directory: &Directory, census: &Census, text: &str) -> Option<CommuneCode> {
    let reference = &directory.reference;
    let own = |code: &CommuneCode| census.communes.contains(code);
    if let Ok(code) = text.parse::<CommuneCode>() {
        return reference.resolve(&code).filter(own);
    }
    let name = CommuneName::new(text);
    if name.is_empty() {
        return None;
    }
    let mut called = reference.communes_called(&name).into_iter().filter(own);
    let first = called.next()?;
    called.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn census() -> Census {
        Census {
            id: CensusId::from_parts(1, [1; 10]),
            title: "Essai".to_owned(),
            territory: "epci-243500139".parse().unwrap(),
            communes: ["35024", "35047", "35240"]
                .map(|code| code.parse().unwrap())
                .to_vec(),
            bodies: Vec::new(),
            target: "2027-01-31".parse().unwrap(),
            by: portulan_model::journal::Author::Operator,
            created: chrono::DateTime::UNIX_EPOCH,
        }
    }

    #[tokio::test]
    async fn lines_are_read_one_by_one_and_those_that_say_nothing_are_told() {
        let database = portulan_testkit::TestDatabase::new(portulan_testkit::Engine::Sqlite);
        let app = App::open(
            &database.url,
            std::sync::Arc::new(crate::SystemClock),
            std::sync::Arc::new(crate::SeededChance::new(1)),
        );
        let app = app.await.unwrap();
        let text = "35024;mairie@betton.exemple.fr\r\n\
            Bruz\tmairie@bruz.exemple.fr\n\n\
            35240,Le Rheu,\"mairie@rheu.exemple.fr\"\n\
            BETTON , autre@betton.exemple.fr\n\
            Brest;mairie@brest.exemple.fr\n\
            35047;mairie.bruz\n\
            une ligne sans rien";
        let (read, bad) = read_lines(&app.directory(), &census(), text);
        let read: Vec<String> = read
            .iter()
            .map(|(code, to)| format!("{code} {to}"))
            .collect();
        assert_eq!(
            read,
            [
                "35024 mairie@betton.exemple.fr",
                "35047 mairie@bruz.exemple.fr",
                "35240 mairie@rheu.exemple.fr",
                "35024 autre@betton.exemple.fr",
            ]
        );
        let bad: Vec<_> = bad.iter().map(|line| (line.number, line.message)).collect();
        assert_eq!(
            bad,
            [
                (6, "census-line-commune"),
                (7, "census-line-address"),
                (8, "census-line-shape"),
            ]
        );
    }
}
