//! What matching looks at in a record.

use chrono::NaiveDate;
use portulan_model::Position;

/// What records are of. Two of different subjects are never compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Subject {
    /// Places where help is given: one door, one place, whatever bodies stand behind it.
    #[default]
    Place,
    /// Organisations and their establishments: one SIRET, one establishment, whoever else is behind the door.
    Organisation,
}

/// A place or an organisation, as far as matching is concerned. Texts are as the source writes them: folding is done
/// here. Absent is `None` or empty, never a filler.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Record {
    /// What it is of.
    pub subject: Subject,
    /// Unique among the records compared.
    pub id: String,
    /// List it comes from; two records of one list are more rarely the same thing.
    pub source: String,
    /// Name.
    pub name: String,
    /// Codes of kinds: `RFS`, `MUNI`.
    pub kinds: Vec<String>,
    /// Number and street.
    pub street: Option<String>,
    /// Complement of the address.
    pub complement: Option<String>,
    /// Five digits.
    pub postcode: Option<String>,
    /// Name of the commune.
    pub commune: Option<String>,
    /// INSEE code of the commune.
    pub insee: Option<String>,
    /// Where it stands.
    pub position: Option<Position>,
    /// International numbers where readable.
    pub phones: Vec<String>,
    /// E-mail addresses.
    pub emails: Vec<String>,
    /// Addresses of the web.
    pub websites: Vec<String>,
    /// SIRET, RNA or RIDET.
    pub pivot: Option<String>,
    /// RNA, beside a SIRET; read for organisations only.
    pub rna: Option<String>,
    /// Programmes, labels, schemes.
    pub networks: Vec<String>,
    /// When it was last known true.
    pub dated: Option<NaiveDate>,
}
