//! Truth rules above the national schema: what has the right shape and still cannot be, or hardly.
//!
//! The schema takes latitude 999, a telephone of another region and a town set in another. Each rule here is a named
//! [`Check`] with an outcome. A check changes nothing and drops nothing: it speaks once, and never repeats what the
//! cleaning of the same row said. What only the network could tell (whether a site answers) is not asked.

mod contacts;
mod days;
mod emails;
mod ground;
mod texts;
mod twins;

use chrono::NaiveDate;
use portulan_geo::Reference;

use crate::{Draft, Field, Line, Rule, Severity};

use twins::Twins;

/// How sure a check is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// It cannot be.
    Error,
    /// It may be, and a person should look.
    Doubt,
}

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident = $rule:literal, $outcome:ident;)+) => {
        /// A truth rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Check {
            $($(#[$doc])* $name,)+
        }

        impl Check {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in reports; the words are in `i18n` (`harvest-rule-<slug>`).
            #[must_use]
            pub const fn rule(self) -> Rule {
                match self {
                    $(Self::$name => $rule,)+
                }
            }

            /// How sure it is.
            #[must_use]
            pub const fn outcome(self) -> Outcome {
                match self {
                    $(Self::$name => Outcome::$outcome,)+
                }
            }
        }
    };
}

checks! {
    /// The position is in another town than the commune.
    PositionFar = "position-far", Error;
    /// The position is far from the centre of the commune.
    PositionOutside = "position-outside-commune", Doubt;
    /// The position is in no French territory, and no commune is known to set it against.
    PositionAbroad = "position-abroad", Doubt;
    /// The postcode and the commune are of different départements.
    PostcodeElsewhere = "postcode-elsewhere", Doubt;
    /// Fourteen digits that are no SIRET.
    SiretWrong = "siret-wrong-check", Error;
    /// A telephone of another region or territory.
    PhoneElsewhere = "phone-elsewhere", Doubt;
    /// An e-mail address that is one slip away from what was meant.
    EmailDoubtful = "email-doubtful", Doubt;
    /// Hours that no program can read.
    HoursUnreadable = "hours-unreadable", Error;
    /// Open day and night, or `09:00-09:00`, which means the same.
    HoursRoundTheClock = "hours-round-the-clock", Doubt;
    /// Never open in a year.
    HoursNeverOpen = "hours-never-open", Doubt;
    /// More hours a week than such a place keeps.
    HoursTooLong = "hours-too-long", Doubt;
    /// A day that is not in the calendar.
    DateImpossible = "date-impossible", Error;
    /// A day that has not come.
    DateFuture = "date-future", Doubt;
    /// A telephone, an e-mail address or a site where a name or a street should stand.
    WrongColumn = "text-in-wrong-column", Doubt;
    /// A name that names no place.
    NameOdd = "name-odd", Doubt;
    /// A short presentation that is not short.
    SummaryTooLong = "summary-too-long", Error;
    /// Letters that a wrong encoding ate.
    LettersLost = "letters-lost", Doubt;
    /// Another row of the same list is the same place.
    TwinInSource = "twin-in-source", Doubt;
}

/// The checks of one list: they remember its rows, to see which come twice.
pub struct Checks<'a> {
    reference: &'a Reference,
    today: Option<NaiveDate>,
    twins: Twins,
    weeks: days::Known,
}

impl<'a> Checks<'a> {
    /// `today` tells which days have not come; without it no day is in the future.
    #[must_use]
    pub fn new(reference: &'a Reference, today: Option<NaiveDate>) -> Self {
        Self {
            reference,
            today,
            twins: Twins::default(),
            weeks: days::Known::default(),
        }
    }

    /// What there is to say of a finished draft that its own lines do not say yet.
    pub fn place(&mut self, draft: &Draft) -> Vec<Line> {
        let mut findings = Findings::of(draft);
        ground::check(self.reference, &mut findings);
        contacts::check(&mut findings);
        emails::check(&mut findings);
        days::check(self.today, &mut self.weeks, &mut findings);
        texts::check(&mut findings);
        self.twins.check(&mut findings);
        findings.lines
    }
}

/// The checks of one draft, on their way.
struct Findings<'a> {
    draft: &'a Draft,
    lines: Vec<Line>,
}

impl<'a> Findings<'a> {
    const fn of(draft: &'a Draft) -> Self {
        Self {
            draft,
            lines: Vec::new(),
        }
    }

    fn get(&self, field: Field) -> Option<&'a str> {
        self.draft.get(field)
    }

    fn report(&mut self, check: Check, field: Field, raw: &str, result: &str) {
        let same = |line: &Line| line.rule == check.rule() && line.field == field.name();
        if !self.draft.lines.iter().chain(&self.lines).any(same) {
            let line = Line::new(field.name(), raw, result, check.rule(), Severity::Doubt);
            self.lines.push(line);
        }
    }
}

#[cfg(test)]
mod tests;
