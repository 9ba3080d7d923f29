//! National lists ↔ data·inclusion v1, one table a list, each an exhaustive `match`.
//!
//! `docs/data-inclusion.md` shows them and says why; a test keeps it true.

use portulan_model::{Access, Fee, Public, Support};

use super::vocabulary::{Audience, Cost, Form, Reach};

/// The audience of a public.
#[must_use]
pub const fn audience_of(public: Public) -> Audience {
    match public {
        Public::Young => Audience::Jeunes,
        Public::Students => Audience::Etudiants,
        Public::Families => Audience::Familles,
        Public::Seniors => Audience::Seniors,
        Public::Women => Audience::Femmes,
    }
}

/// What an audience says in the national lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// For everybody: the empty list.
    Everybody,
    /// A public of the list.
    Public(Public),
    /// The national lists have no word for it: it is left out, and named.
    Wordless,
}

/// What an audience says in the national lists.
#[must_use]
pub const fn public_of(audience: Audience) -> Heard {
    match audience {
        Audience::TousPublics => Heard::Everybody,
        Audience::Etudiants => Heard::Public(Public::Students),
        Audience::Familles => Heard::Public(Public::Families),
        Audience::Femmes => Heard::Public(Public::Women),
        Audience::Jeunes => Heard::Public(Public::Young),
        Audience::Seniors => Heard::Public(Public::Seniors),
        Audience::Actifs
        | Audience::BeneficiairesDesMinimasSociaux
        | Audience::DemandeursEmploi
        | Audience::PersonnesEnSituationDeHandicap
        | Audience::PersonnesEnSituationDurgence
        | Audience::PersonnesEnSituationJuridiqueSpecifique
        | Audience::PersonnesExilees
        | Audience::ResidentsQpvFrr => Heard::Wordless,
    }
}

/// The cost behind a fee. "Gratuit sous condition" is free for some: the condition goes into the precisions.
#[must_use]
pub const fn cost_of(fee: Fee) -> Cost {
    match fee {
        Fee::Free | Fee::FreeOnCondition => Cost::Gratuit,
        Fee::Paying => Cost::Payant,
    }
}

/// The fee behind a cost.
#[must_use]
pub const fn fee_of(cost: Cost) -> Fee {
    match cost {
        Cost::Gratuit => Fee::Free,
        Cost::Payant => Fee::Paying,
    }
}

/// The way to ask for a service; nothing for a place that receives nobody.
#[must_use]
pub const fn reach_of(access: Access) -> Option<Reach> {
    match access {
        Access::WalkIn => Some(Reach::SePresenter),
        Access::Call => Some(Reach::Telephoner),
        Access::Mail | Access::Prescription => Some(Reach::EnvoyerUnCourriel),
        Access::OnlineBooking => Some(Reach::UtiliserLienMobilisation),
        Access::NoPublic => None,
    }
}

/// The way of access behind a way to ask, for somebody who may ask without a professional.
#[must_use]
pub const fn access_of(reach: Reach) -> Access {
    match reach {
        Reach::EnvoyerUnCourriel => Access::Mail,
        Reach::SePresenter => Access::WalkIn,
        Reach::Telephoner => Access::Call,
        Reach::UtiliserLienMobilisation => Access::OnlineBooking,
    }
}

/// The form of a way of helping; nothing where data·inclusion has another field or none for it.
#[must_use]
pub const fn form_of(support: Support) -> Option<Form> {
    match support {
        Support::Individual => Some(Form::Accompagnement),
        Support::Workshop => Some(Form::Atelier),
        Support::Alone | Support::Remote => None,
    }
}

/// The way of helping behind a form.
#[must_use]
pub const fn support_of(form: Form) -> Option<Support> {
    match form {
        Form::Accompagnement => Some(Support::Individual),
        Form::Atelier | Form::Formation => Some(Support::Workshop),
        Form::AideFinanciere | Form::AideMaterielle | Form::Information => None,
    }
}

#[cfg(test)]
mod tests {
    use portulan_model::ClosedList;

    use super::*;

    #[test]
    fn every_public_comes_back_as_itself() {
        for public in Public::ALL {
            assert_eq!(public_of(audience_of(*public)), Heard::Public(*public));
        }
    }

    #[test]
    fn every_way_of_access_but_two_comes_back_as_itself() {
        for access in Access::ALL {
            let back = reach_of(*access).map(access_of);
            let expected = match access {
                Access::NoPublic => None,
                Access::Prescription => Some(Access::Mail),
                other => Some(*other),
            };
            assert_eq!(back, expected, "{access:?}");
        }
    }

    #[test]
    fn a_cost_and_a_form_come_back_as_themselves() {
        for cost in Cost::ALL {
            assert_eq!(cost_of(fee_of(*cost)), *cost);
        }
        for support in [Support::Individual, Support::Workshop] {
            assert_eq!(form_of(support).and_then(support_of), Some(support));
        }
    }
}
