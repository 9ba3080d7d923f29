//! Kinds, programmes and labels → the networks of data·inclusion v1, and back where only one leads there.

use portulan_model::{ClosedList, Label, Programme};

use super::vocabulary::{Kind, Network};

/// The network of a programme.
#[must_use]
pub const fn network_of_programme(programme: Programme) -> Option<Network> {
    match programme {
        Programme::AidantsConnect => Some(Network::AidantsConnect),
        Programme::ConseillersNumeriques => Some(Network::ConseillersNumeriques),
        Programme::EmmausConnect | Programme::EmmausRelay => Some(Network::Emmaus),
        Programme::FranceServices => Some(Network::FranceService),
        Programme::GrandeEcole => Some(Network::GrandesEcolesDuNumerique),
        Programme::RedCross => Some(Network::CroixRouge),
        Programme::ReferenceLibraries
        | Programme::Pix
        | Programme::CafPoint
        | Programme::PromeneursDuNet => None,
    }
}

/// The network of a label.
#[must_use]
pub const fn network_of_label(label: Label) -> Option<Network> {
    match label {
        Label::Fabriques => Some(Network::FabriqueDeTerritoire),
        Label::EtapesNumeriques => Some(Network::LaPoste),
        Label::MonEspaceSante
        | Label::Duplex
        | Label::Arnia
        | Label::Reuse
        | Label::Eclaireurs
        | Label::MesPapiers
        | Label::Ordi3
        | Label::SudLabs => None,
    }
}

/// The networks of a kind. A kind that only says a trade (association, library, social centre) tells no network.
#[must_use]
pub const fn networks_of_kind(kind: Kind) -> &'static [Network] {
    match kind {
        Kind::Aci | Kind::Aciphc => &[Network::Aci],
        Kind::Afpa => &[Network::Afpa],
        Kind::Ai => &[Network::Ai],
        Kind::Ase => &[Network::Ase],
        Kind::Avip => &[Network::CrechesAvip],
        Kind::Caarud => &[Network::Caarud],
        Kind::Cada => &[Network::Cada],
        Kind::Caf => &[Network::Caf],
        Kind::CapEmploi => &[Network::CapEmploiReseauCheops],
        Kind::Cava => &[Network::Cava],
        Kind::Cc | Kind::Epci | Kind::Muni => &[Network::Communes],
        Kind::Ccas | Kind::Cias => &[Network::CcasCias],
        Kind::Ccons => &[Network::ChambresConsulaires],
        Kind::Cd | Kind::Cdas | Kind::Dept | Kind::Udaf => &[Network::Departements],
        Kind::Chrs => &[Network::Chrs],
        Kind::Chu => &[Network::Chu],
        Kind::Cidff => &[Network::Cidff],
        Kind::Cmp => &[Network::Cmp],
        Kind::Cms => &[Network::Cms],
        Kind::Cpam => &[Network::Cpam],
        Kind::Cph => &[Network::Cph],
        Kind::Csapa => &[Network::Csapa],
        Kind::Deets | Kind::Pref | Kind::Reg => &[Network::Regions],
        Kind::E2c => &[Network::EcolesDeLaDeuxiemeChance],
        Kind::Ea => &[Network::Ea],
        Kind::Eatt => &[Network::Eatt],
        Kind::Ei => &[Network::Ei],
        Kind::Eiti => &[Network::Eiti],
        Kind::Epide => &[Network::Epide],
        Kind::Epn => &[Network::EspacesPublicsNumeriques],
        Kind::Esat => &[Network::Esat],
        Kind::Etti => &[Network::Etti],
        Kind::Fabrique => &[Network::FabriqueDeTerritoire],
        Kind::Ft => &[Network::FranceTravail],
        Kind::Geiq => &[Network::Geiq],
        Kind::Huda => &[Network::Huda],
        Kind::LaPoste => &[Network::LaPoste],
        Kind::Mde | Kind::Mdef => &[Network::MaisonsDeLEmploi],
        Kind::Mdph => &[Network::Mdph],
        Kind::Mds => &[Network::MaisonsDesSolidarites, Network::Departements],
        Kind::Mjc => &[Network::Mjc],
        Kind::Ml => &[Network::MissionLocale],
        Kind::Msa => &[Network::MutualiteSocialeAgricole],
        Kind::Msap => &[Network::Msap],
        Kind::Odc => &[Network::DelegataireConseilDepartemental],
        Kind::Pad => &[Network::PointsJustice],
        Kind::PijBij => &[Network::ReseauInformationJeunesse],
        Kind::Pimms => &[Network::PimmsMediation],
        Kind::Pjj => &[Network::Pjj],
        Kind::Plie => &[Network::Plie],
        Kind::Ressourcerie => &[Network::Ressourceries],
        Kind::Rfs => &[Network::FranceService],
        Kind::RsFjt => &[Network::ResidencesFjt],
        Kind::Spip => &[Network::Spip],
        Kind::Asso
        | Kind::AssoChomeur
        | Kind::Autre
        | Kind::Bib
        | Kind::Cfp
        | Kind::Citmet
        | Kind::Cs
        | Kind::Csc
        | Kind::Diplp
        | Kind::Enm
        | Kind::Epi
        | Kind::Es
        | Kind::Ess
        | Kind::Evs
        | Kind::Fablab
        | Kind::Fais
        | Kind::Mdh
        | Kind::Mq
        | Kind::Oacas
        | Kind::Of
        | Kind::Oil
        | Kind::Opcs
        | Kind::Pension
        | Kind::Pi
        | Kind::Prevention
        | Kind::RelaisLecture
        | Kind::Scp
        | Kind::TiersLieux => &[],
    }
}

/// The programme that a network is, where no two programmes share it.
#[must_use]
pub fn programme_of(network: Network) -> Option<Programme> {
    only(Programme::ALL, |programme| {
        network_of_programme(*programme) == Some(network)
    })
}

/// The kind that a network is, where no two kinds share it.
#[must_use]
pub fn kind_of(network: Network) -> Option<Kind> {
    only(Kind::ALL, |kind| networks_of_kind(*kind).contains(&network))
}

fn only<T: Copy>(all: &[T], is: impl Fn(&T) -> bool) -> Option<T> {
    let mut found = all.iter().copied().filter(|one| is(one));
    found.next().filter(|_| found.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_shared_by_two_says_neither() {
        assert_eq!(programme_of(Network::Emmaus), None);
        assert_eq!(kind_of(Network::CcasCias), None);
        assert_eq!(kind_of(Network::Caf), Some(Kind::Caf));
        assert_eq!(
            programme_of(Network::FranceService),
            Some(Programme::FranceServices)
        );
    }
}
