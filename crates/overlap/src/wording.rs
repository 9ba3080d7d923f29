//! What is told of a label, a reason or a piece of evidence: the id of a message and what fills it.

use portulan_model::{Cents, ClosedList, Told};

use crate::compared::{Evidence, Label, Reason};

/// So many words are told.
const WORDS: usize = 6;

impl Label {
    /// What it is, for people.
    #[must_use]
    pub fn told(self) -> Told {
        plain(&format!("overlap-label-{}", self.slug()))
    }
}

impl Reason {
    /// Why there is no overlap, for people.
    #[must_use]
    pub fn told(self) -> Told {
        plain(&format!("overlap-none-{}", self.slug()))
    }
}

impl Evidence {
    /// What it is, for people.
    #[must_use]
    pub fn told(&self) -> Told {
        match self {
            Self::Communes { shared } => {
                Told::new("overlap-evidence-communes").number("count", *shared)
            }
            Self::Months { shared } => {
                Told::new("overlap-evidence-months").number("count", *shared)
            }
            Self::Need { need } => Told::new("overlap-evidence-need").text("need", need.national()),
            Self::Service { service } => {
                Told::new("overlap-evidence-service").text("service", service.national())
            }
            Self::Public { public } => {
                Told::new("overlap-evidence-public").text("public", public.national())
            }
            Self::Reference { reference } => {
                Told::new("overlap-evidence-reference").text("reference", reference)
            }
            Self::PostReference { reference } => {
                Told::new("overlap-evidence-post-reference").text("reference", reference)
            }
            Self::FullTime { hundredths } => {
                Told::new("overlap-evidence-full-time").number("percent", *hundredths)
            }
            Self::Promise { by, cents, year } => promise(by, *cents, *year),
            Self::Funders { one, other } => Told::new("overlap-evidence-funders")
                .text("one", one)
                .text("other", other),
            Self::Funder { funder } => Told::new("overlap-evidence-funder").text("funder", funder),
            Self::SameCost { cents } => sum("overlap-evidence-same-cost", *cents),
            Self::ToldCost { cents } => sum("overlap-evidence-told-cost", *cents),
            Self::ShareOfCost { percent } => {
                Told::new("overlap-evidence-share-of-cost").number("percent", *percent)
            }
            Self::Quantity { number } => {
                Told::new("overlap-evidence-quantity").number("number", *number)
            }
            Self::Words { words } => {
                let some: Vec<&str> = words.iter().take(WORDS).map(String::as_str).collect();
                Told::new("overlap-evidence-words").text("words", some.join(", "))
            }
            other => Told::new(other.message()),
        }
    }

    /// The message of what nothing fills.
    const fn message(&self) -> &'static str {
        match self {
            Self::Neighbours => "overlap-evidence-neighbours",
            Self::MonthsUntold => "overlap-evidence-months-untold",
            Self::Everybody => "overlap-evidence-everybody",
            Self::PostHost => "overlap-evidence-post-host",
            Self::PostPlace => "overlap-evidence-post-place",
            Self::PostGround => "overlap-evidence-post-ground",
            Self::PromiseApart => "overlap-evidence-promise-apart",
            Self::CloseCost => "overlap-evidence-close-cost",
            Self::OtherCost => "overlap-evidence-other-cost",
            Self::OtherQuantity => "overlap-evidence-other-quantity",
            Self::Place => "overlap-evidence-place",
            Self::OtherPlace => "overlap-evidence-other-place",
            Self::Bearer => "overlap-evidence-bearer",
            Self::SameBearer => "overlap-evidence-same-bearer",
            Self::CommuneNamed => "overlap-evidence-commune-named",
            Self::Part => "overlap-evidence-part",
            Self::Nested => "overlap-evidence-nested",
            Self::Seeking => "overlap-evidence-seeking",
            _ => "overlap-evidence-closed",
        }
    }
}

fn plain(id: &str) -> Told {
    Told {
        id: id.to_owned().into(),
        with: Vec::new(),
    }
}

fn sum(id: &'static str, cents: Cents) -> Told {
    Told::new(id).number("euros", euros(cents))
}

/// Whole euros: what is compared is no account.
fn euros(cents: Cents) -> u64 {
    u64::try_from(cents.get() / 100).unwrap_or_default()
}

fn promise(by: &str, cents: Option<Cents>, year: Option<i32>) -> Told {
    let told = |id| Told::new(id).text("by", by);
    match (cents, year) {
        (Some(cents), Some(year)) => told("overlap-evidence-promise")
            .number("euros", euros(cents))
            .text("year", year.to_string()),
        (Some(cents), None) => {
            told("overlap-evidence-promise-undated").number("euros", euros(cents))
        }
        (None, _) => told("overlap-evidence-promise-unsaid"),
    }
}
