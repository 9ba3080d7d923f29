//! The nine services ↔ the themes of data·inclusion v1, four of which are digital.
//!
//! Every service has a digital theme, so that what we give is found as digital help. Three of the nine share one: what
//! is lost by that is [`read_back`] against the service itself.

use portulan_model::{Service, ValueSet};

use super::vocabulary::Theme;

/// The digital theme of a service, and the theme of another category that tells it apart.
#[must_use]
pub const fn themes_of(service: Service) -> (Theme, Option<Theme>) {
    const BASICS: Theme = Theme::NumeriqueMaitriserLesFondamentauxDuNumerique;
    match service {
        Service::Paperwork => (
            Theme::NumeriqueAccederADesServicesEnLigne,
            Some(Theme::DifficultesAdministrativesOuJuridiquesAccompagnementAuxDemarchesAdministratives),
        ),
        Service::Basics | Service::Safety | Service::Understanding => (BASICS, None),
        Service::Work => (
            BASICS,
            Some(Theme::PreparerSaCandidatureOrganiserSesDemarchesDeRechercheDemploi),
        ),
        Service::Parenting => (
            BASICS,
            Some(Theme::FamilleSoutienALaParentaliteEtALeducation),
        ),
        Service::Making => (
            BASICS,
            Some(Theme::RemobilisationActivitesSportivesEtCulturelles),
        ),
        Service::Connection => (Theme::NumeriqueAccederAUneConnexionInternet, None),
        Service::Equipment => (Theme::NumeriqueAcquerirUnEquipement, None),
    }
}

/// The service behind a theme of a digital offer. Themes of other categories count only beside a digital one.
#[must_use]
pub const fn service_of(theme: Theme) -> Option<Service> {
    match theme {
        Theme::NumeriqueAccederADesServicesEnLigne
        | Theme::DifficultesAdministrativesOuJuridiquesAccompagnementAuxDemarchesAdministratives => {
            Some(Service::Paperwork)
        }
        Theme::NumeriqueMaitriserLesFondamentauxDuNumerique => Some(Service::Basics),
        Theme::NumeriqueAccederAUneConnexionInternet => Some(Service::Connection),
        Theme::NumeriqueAcquerirUnEquipement => Some(Service::Equipment),
        Theme::PreparerSaCandidatureOrganiserSesDemarchesDeRechercheDemploi => Some(Service::Work),
        Theme::FamilleSoutienALaParentaliteEtALeducation => Some(Service::Parenting),
        Theme::RemobilisationActivitesSportivesEtCulturelles => Some(Service::Making),
        Theme::ChoisirUnMetierConfirmerSonChoixDeMetier
        | Theme::ChoisirUnMetierConnaitreLesOpportunitesDemploi
        | Theme::ChoisirUnMetierDecouvrirUnMetierOuUnSecteurDactivite
        | Theme::ChoisirUnMetierIdentifierSesPointsFortsEtSesCompetences
        | Theme::CreerUneEntrepriseDefinirSonProjetDeCreationDentreprise
        | Theme::CreerUneEntrepriseDevelopperSonEntreprise
        | Theme::CreerUneEntrepriseStructurerSonProjetDeCreationDentreprise
        | Theme::DifficultesAdministrativesOuJuridiquesAccompagnementPourLaccesALaCitoyennete
        | Theme::DifficultesAdministrativesOuJuridiquesAccompagnementPourLaccesAuxDroits
        | Theme::DifficultesAdministrativesOuJuridiquesBeneficierDuneMesureDaccompagnementAdapte
        | Theme::DifficultesAdministrativesOuJuridiquesConnaitreSesDroitsFaceAUneDiscrimination
        | Theme::DifficultesAdministrativesOuJuridiquesPrendreEnCompteUneProblematiqueJudiciaire
        | Theme::DifficultesFinancieresAcquerirUneAutonomieBudgetaire
        | Theme::DifficultesFinancieresAmeliorerSaGestionBudgetaire
        | Theme::DifficultesFinancieresMettreEnPlaceUneMesureDeProtectionFinanciere
        | Theme::DifficultesFinancieresPrevenirUneDegradationDeLaSituationFinanciere
        | Theme::DifficultesFinancieresSituationDendettementSurendettement
        | Theme::EquipementEtAlimentationAideMenagere
        | Theme::EquipementEtAlimentationAlimentation
        | Theme::EquipementEtAlimentationElectromenager
        | Theme::EquipementEtAlimentationHabillement
        | Theme::FamilleGardeDenfants
        | Theme::FamillePriseEnChargePersonneDependante
        | Theme::FamilleSoutienAidants
        | Theme::FamilleSurmonterConflitsSeparationViolence
        | Theme::LectureEcritureCalculMaitriserLeCalcul
        | Theme::LectureEcritureCalculMaitriserLeFrancais
        | Theme::LogementHebergementAcheterUnLogement
        | Theme::LogementHebergementChangerDeLogement
        | Theme::LogementHebergementLouerUnLogement
        | Theme::LogementHebergementRechercherUneSolutionDhebergementTemporaire
        | Theme::LogementHebergementReduireLesImpayesDeLoyer
        | Theme::LogementHebergementSeMaintenirDansLeLogement
        | Theme::LogementHebergementSinformerSurLesDemarchesLieesALaccesAuLogement
        | Theme::MobiliteAccederAUnVehicule
        | Theme::MobiliteEntretenirReparerSonVehicule
        | Theme::MobiliteEtreAccompagneDansSonParcoursMobilite
        | Theme::MobiliteFinancerMaMobilite
        | Theme::MobiliteMobiliteDoucePartageeCollective
        | Theme::MobilitePreparerUnPermis
        | Theme::PreparerSaCandidatureDevelopperSonReseau
        | Theme::PreparerSaCandidatureRealiserUnCvEtOuUneLettreDeMotivation
        | Theme::PreparerSaCandidatureValoriserSesCompetences
        | Theme::RemobilisationBenevolatActionCitoyenne
        | Theme::RemobilisationBienEtreConfianceEnSoi
        | Theme::RemobilisationLienSocial
        | Theme::SanteAccesAuxSoins
        | Theme::SanteAddictions
        | Theme::SanteConstituerUnDossierMdphInvalidite
        | Theme::SanteSanteMentale
        | Theme::SanteSanteSexuelle
        | Theme::SeFormerMonterSonDossierDeFormation
        | Theme::SeFormerTrouverSaFormation
        | Theme::SouvrirALinternationalConnaitreLesOpportunitesDemploiALetranger
        | Theme::SouvrirALinternationalSinformerSurLesAidesPourTravaillerALetranger
        | Theme::SouvrirALinternationalSorganiserSuiteASonRetourEnFrance
        | Theme::TrouverUnEmploiConvaincreUnRecruteurEnEntretien
        | Theme::TrouverUnEmploiFaireDesCandidaturesSpontanees
        | Theme::TrouverUnEmploiMaintienDansLemploi
        | Theme::TrouverUnEmploiRepondreADesOffresDemploi
        | Theme::TrouverUnEmploiSuivreSesCandidaturesEtRelancerLesEmployeurs => None,
    }
}

/// Whether a theme is of the category "numérique".
#[must_use]
pub fn is_digital(theme: Theme) -> bool {
    theme.value().starts_with("numerique--")
}

/// The services that are read back from the themes of one: without it, it was lost; with others, they were added.
#[must_use]
pub fn read_back(service: Service) -> ValueSet<Service> {
    let (digital, other) = themes_of(service);
    [Some(digital), other]
        .into_iter()
        .flatten()
        .filter_map(service_of)
        .collect()
}

#[cfg(test)]
mod tests {
    use portulan_model::ClosedList;

    use super::*;

    #[test]
    fn every_service_reaches_a_digital_theme_and_every_digital_theme_a_service() {
        for service in Service::ALL {
            assert!(is_digital(themes_of(*service).0), "{service:?}");
        }
        for theme in Theme::ALL.iter().filter(|theme| is_digital(**theme)) {
            assert!(service_of(*theme).is_some(), "{theme:?}");
        }
        let digital = Theme::ALL.iter().filter(|theme| is_digital(**theme));
        assert_eq!(digital.count(), 4);
    }

    #[test]
    fn only_safety_and_understanding_do_not_come_back() {
        let lost: Vec<Service> = Service::ALL
            .iter()
            .copied()
            .filter(|service| !read_back(*service).contains(*service))
            .collect();
        assert_eq!(lost, [Service::Safety, Service::Understanding]);
    }

    #[test]
    fn a_theme_of_another_category_that_we_read_is_one_that_we_write() {
        for theme in Theme::ALL.iter().filter(|theme| !is_digital(**theme)) {
            let Some(service) = service_of(*theme) else {
                continue;
            };
            assert_eq!(themes_of(service).1, Some(*theme));
        }
    }
}
