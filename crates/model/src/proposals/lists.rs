//! The closed lists of proposals, each value with its word.

use crate::words::worded;

worded! {
    /// What is wrong with a place, group by group.
    Wrong {
        /// It closed for good.
        Closed = "ferme",
        /// Its hours.
        Hours = "horaires",
        /// Its phone, e-mail or site.
        Contact = "contact",
        /// Where it is.
        Address = "adresse",
        /// What is found there.
        Services = "services",
        /// Something else.
        Other = "autre",
    }
}

worded! {
    /// Who proposes a place, to that place.
    Tie {
        /// Somebody who went there.
        Visitor = "usager",
        /// Somebody of its team.
        Team = "equipe",
        /// A town hall, a network, a partner.
        Partner = "partenaire",
    }
}

worded! {
    /// Why a proposal is refused.
    RefusalReason {
        /// It was checked, and is not so.
        Untrue = "inexact",
        /// It cannot be checked.
        Unverifiable = "inverifiable",
        /// The place helps nobody with digital matters.
        OutOfScope = "hors-sujet",
        /// The place is not on this territory.
        Elsewhere = "ailleurs",
        /// It is about persons, or insults.
        Improper = "deplace",
    }
}

worded! {
    /// What is examined before a place is published.
    CheckItem {
        /// Its address is in the territory.
        Address = "adresse",
        /// What is found there is described.
        Services = "services",
        /// Its hours are known.
        Hours = "horaires",
        /// Somebody answers there.
        Contact = "contact",
        /// It was looked for among the places known.
        Duplicates = "doublons",
    }
}
