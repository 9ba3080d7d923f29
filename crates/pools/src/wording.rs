//! What is told of a rule, a reason or a cause: the id of a message and what fills it.

use portulan_model::{Cents, ClosedList, Told};

use crate::suggest::{Cause, Evidence, Rule, Saving, Source, Subject};
use crate::want::{Kit, Span};

/// Metres of a kilometre.
const KM: u32 = 1_000;

impl Subject {
    /// In the words of the national lists.
    #[must_use]
    pub fn national(self) -> &'static str {
        match self {
            Self::Need(need) => need.national(),
            Self::Service(service) => service.national(),
        }
    }
}

impl Saving {
    /// What spares how much, for people. Whole euros: nothing here is an account.
    #[must_use]
    pub fn told(&self) -> Told {
        let told = match self.rule {
            Rule::Loan { kit, count } => of_kit("pools-rule-loan", kit, count),
            Rule::GroupedPurchase { kit, count } => of_kit("pools-rule-purchase", kit, count),
            Rule::WholePost {
                posts,
                minutes,
                spared,
            } => Told::new("pools-rule-whole-post")
                .number("posts", posts)
                .number("hours", (minutes + 30) / 60)
                .number("spared", spared),
            Rule::Sessions {
                people,
                apart,
                together,
            } => Told::new("pools-rule-sessions")
                .number("people", people)
                .number("apart", apart)
                .number("together", together),
            Rule::OneStudy { need } => {
                Told::new("pools-rule-one-study").text("need", need.national())
            }
        };
        between(told, self.span)
    }
}

impl Source {
    /// On whose word, for people.
    #[must_use]
    pub const fn told(self) -> Told {
        match self {
            Self::Assumption => Told::new("pools-source-assumption"),
        }
    }
}

impl Evidence {
    /// What it is, for people.
    #[must_use]
    pub fn told(&self) -> Told {
        match self {
            Self::Subject { subject } => {
                let id = match subject {
                    Subject::Need(_) => "pools-evidence-need",
                    Subject::Service(_) => "pools-evidence-service",
                };
                Told::new(id).text("subject", subject.national())
            }
            Self::Commune { commune } => {
                Told::new("pools-evidence-commune").text("commune", commune.as_str())
            }
            Self::Near { metres } => {
                Told::new("pools-evidence-near").number("km", u64::from(metres.div_ceil(KM)))
            }
            Self::Years { years } if years.first == years.last => {
                Told::new("pools-evidence-year").text("year", years.first.to_string())
            }
            Self::Years { years } => Told::new("pools-evidence-years")
                .text("first", years.first.to_string())
                .text("last", years.last.to_string()),
            Self::Public { public } => {
                Told::new("pools-evidence-public").text("public", public.national())
            }
            Self::Wished { by, with } => Told::new("pools-evidence-wished")
                .text("by", by.as_str())
                .text("with", with.as_str()),
            Self::PostAid { first, second } => Told::new("pools-evidence-post-aid")
                .number("firstpublic", euros(first.least))
                .number("firstprivate", euros(first.most))
                .number("secondpublic", euros(second.least))
                .number("secondprivate", euros(second.most)),
        }
    }
}

impl Cause {
    /// Why a want is in no pool, for people.
    #[must_use]
    pub const fn told(&self) -> Told {
        Told::new(match self {
            Self::Alone => "pools-cause-alone",
            Self::NoNeed => "pools-cause-no-need",
            Self::NoPlace => "pools-cause-no-place",
            Self::Nobody => "pools-cause-nobody",
            Self::Nothing => "pools-cause-nothing",
            Self::Outbid { .. } => "pools-cause-outbid",
        })
    }
}

fn of_kit(id: &'static str, kit: Kit, count: u64) -> Told {
    Told::new(id).text("kit", kit.slug()).number("count", count)
}

fn between(told: Told, span: Span) -> Told {
    told.number("least", euros(span.least))
        .number("most", euros(span.most))
}

fn euros(cents: Cents) -> u64 {
    u64::try_from(cents.get() / 100).unwrap_or_default()
}
