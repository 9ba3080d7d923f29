//! The needs to which actions answer: the national list of 11, what the earlier platform added, and "other".

use crate::lists::{ClosedList, closed_list};
use serde::{Deserialize, Serialize};

closed_list!(
    /// A need. The first eleven are those of the national platform, word for word; the two of training and "other" come
    /// from the survey of the end of 2023.
    Need, "besoins", {
    Diagnosis = "diagnostic", "Établir un diagnostic territorial";
    BuildTogether = "co-construire", "Co-construire la feuille de route avec les membres";
    Write = "rediger", "Rédiger la feuille de route";
    Legal = "appui-juridique", "Appui juridique dédié à la gouvernance";
    LocalFund = "fonds-local", "Structurer un fonds local";
    Grants = "dossiers-de-subvention", "Monter des dossiers de subvention complexes";
    Run = "animer", "Animer et mettre en œuvre la gouvernance et la feuille de route";
    Refurbishing = "reconditionnement", "Structurer une filière de reconditionnement locale";
    Data = "donnees", "Collecter des données territoriales";
    Awareness = "sensibiliser", "Sensibiliser les acteurs aux outils existants";
    Qualiopi = "qualiopi", "Appuyer la certification Qualiopi de structures privées";
    TrainAgents = "former-agents-publics", "Former les agents publics";
    TrainAssociations = "former-salaries-associatifs", "Former les salariés associatifs";
    Other = "autre", "Autre";
});

/// The categories under which the national platform shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NeedCategory {
    /// To write the roadmap.
    Formalise,
    /// To pay for the deployment.
    Finance,
    /// To equip the actors.
    Equip,
    /// To train professionals.
    Train,
    /// None of them.
    Other,
}

impl Need {
    /// Its category.
    #[must_use]
    pub const fn category(self) -> NeedCategory {
        match self {
            Self::Diagnosis | Self::BuildTogether | Self::Write | Self::Legal => {
                NeedCategory::Formalise
            }
            Self::LocalFund | Self::Grants | Self::Run => NeedCategory::Finance,
            Self::Refurbishing | Self::Data | Self::Awareness => NeedCategory::Equip,
            Self::Qualiopi | Self::TrainAgents | Self::TrainAssociations => NeedCategory::Train,
            Self::Other => NeedCategory::Other,
        }
    }

    /// Whether it is one of the eleven that the national form takes.
    #[must_use]
    pub const fn is_national(self) -> bool {
        !matches!(
            self,
            Self::TrainAgents | Self::TrainAssociations | Self::Other
        )
    }
}

/// How many people are to be trained.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Trained {
    /// Public agents.
    pub agents: u32,
    /// Employees of associations.
    pub association_staff: u32,
}

impl Trained {
    /// Whether nobody is.
    #[must_use]
    pub fn is_nobody(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_needs_are_national_in_four_categories() {
        let national = Need::ALL.iter().filter(|need| need.is_national());
        assert_eq!(national.count(), 11);
        for (category, count) in [
            (NeedCategory::Formalise, 4),
            (NeedCategory::Finance, 3),
            (NeedCategory::Equip, 3),
            (NeedCategory::Train, 3),
            (NeedCategory::Other, 1),
        ] {
            let of = Need::ALL.iter().filter(|need| need.category() == category);
            assert_eq!(of.count(), count, "{category:?}");
        }
        for (rank, need) in (0..).zip(Need::ALL) {
            assert_eq!(need.rank(), rank);
            assert_eq!(Need::from_slug(need.slug()).unwrap(), *need);
            assert_eq!(Need::from_national(need.national()).unwrap(), *need);
        }
    }
}
