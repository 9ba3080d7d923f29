//! What is asked of the directory. An empty set or list asks nothing.

use portulan_model::{
    Access, Care, Fee, Label, Mobility, Position, Programme, Public, Service, Slug, Support,
    TerritoryKey, ValueSet,
};

use crate::cursor::Cursor;
use crate::when::When;

/// A question. Values of one field are joined by "or", fields by "and".
#[derive(Debug, Clone, PartialEq)]
pub struct Query {
    /// Words of the name, the address or the presentation; typing mistakes allowed.
    pub text: Option<String>,
    /// Within any of these.
    pub territories: Vec<TerritoryKey>,
    /// Within a distance.
    pub around: Option<Around>,
    /// Within a ring of at most 200 points.
    pub polygon: Option<Vec<Position>>,
    /// At this moment.
    pub when: Option<When>,
    /// With `when`: which places.
    pub openness: Openness,
    /// Services.
    pub needs: ValueSet<Service>,
    /// Publics that a place works for in particular. A place that names none works for everybody and is not among them.
    pub publics: ValueSet<Public>,
    /// Particular care.
    pub care: ValueSet<Care>,
    /// Fees.
    pub fees: ValueSet<Fee>,
    /// How to reach the help.
    pub access: ValueSet<Access>,
    /// Forms of help.
    pub support: ValueSet<Support>,
    /// Fixed or roving.
    pub mobility: ValueSet<Mobility>,
    /// National programmes.
    pub programmes: ValueSet<Programme>,
    /// Trainings and labels.
    pub labels: ValueSet<Label>,
    /// Networks.
    pub networks: Vec<Slug>,
    /// Kinds of structure.
    pub kinds: Vec<String>,
    /// Sources.
    pub sources: Vec<Slug>,
    /// Order.
    pub sort: Sort,
    /// Most places in the answer.
    pub limit: usize,
    /// Where the last answer ended.
    pub cursor: Option<Cursor>,
    /// Whether the values are counted.
    pub facets: bool,
}

impl Query {
    /// Places of an answer when nothing else is said.
    pub const DEFAULT_LIMIT: usize = 20;
}

impl Default for Query {
    fn default() -> Self {
        Self {
            text: None,
            territories: Vec::new(),
            around: None,
            polygon: None,
            when: None,
            openness: Openness::Open,
            needs: ValueSet::EMPTY,
            publics: ValueSet::EMPTY,
            care: ValueSet::EMPTY,
            fees: ValueSet::EMPTY,
            access: ValueSet::EMPTY,
            support: ValueSet::EMPTY,
            mobility: ValueSet::EMPTY,
            programmes: ValueSet::EMPTY,
            labels: ValueSet::EMPTY,
            networks: Vec::new(),
            kinds: Vec::new(),
            sources: Vec::new(),
            sort: Sort::Utility,
            limit: Self::DEFAULT_LIMIT,
            cursor: None,
            facets: false,
        }
    }
}

/// A circle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Around {
    /// Its centre.
    pub centre: Position,
    /// Its radius, in kilometres.
    pub radius_km: f64,
}

/// Which places answer when a moment is asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Openness {
    /// Those surely open then.
    #[default]
    Open,
    /// Those of which nobody knows.
    Unknown,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sort {
    /// The most useful first.
    #[default]
    Utility,
    /// The nearest first.
    Distance,
    /// By name.
    Name,
    /// The last confirmed first.
    Freshness,
}
