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
        self.about_matter()
            .or_else(|| self.about_money())
            .unwrap_or_else(|| Told::new(self.message()))
    }

    fn about_matter(&self) -> Option<Told> {
        let number = |id, name, number: u64| Told::new(id).number(name, number);
        let text = |id, name, text: &str| Told::new(id).text(name, text);
        Some(match self {
            Self::Communes { shared } => number("overlap-evidence-communes", "count", *shared),
            Self::Months { shared } => number("overlap-evidence-months", "count", *shared),
            Self::Need { need } => text("overlap-evidence-need", "need", need.national()),
            Self::Service { service } => {
                text("overlap-evidence-service", "service", service.national())
            }
            Self::Public { public } => text("overlap-evidence-public", "public", public.national()),
            Self::Reference { reference } => {
                text("overlap-evidence-reference", "reference", reference)
            }
            Self::PostReference { reference } => {
                text("overlap-evidence-post-reference", "reference", reference)
            }
            Self::FullTime { hundredths } => {
                number("overlap-evidence-full-time", "percent", *hundredths)
            }
            Self::Quantity { number: many } => number("overlap-evidence-quantity", "number", *many),
            Self::Words { words } => {
                let some: Vec<&str> = words.iter().take(WORDS).map(String::as_str).collect();
                text("overlap-evidence-words", "words", &some.join(", "))
            }
            _ => return None,
        })
    }

    fn about_money(&self) -> Option<Told> {
        Some(match self {
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
            _ => return None,
        })
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
