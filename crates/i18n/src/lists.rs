//! The words of values: each closed list has a prefix, and `<prefix>-<slug>` is the message of a value.

use portulan_model::orientation::{Situation, Theme};
use portulan_model::roadmaps::Need;
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, Programme, Public, Service, Standing, Support,
};

use crate::lang::Lang;
use crate::words::{Words, text};

/// A closed list whose values have words.
pub trait ListWords: ClosedList {
    /// What begins the ids of its messages: `need` for services.
    const PREFIX: &'static str;

    /// The value in plain words: "Faire une démarche en ligne".
    fn words(self, lang: Lang) -> String {
        text(lang, &format!("{}-{}", Self::PREFIX, self.slug()))
    }

    /// A few examples under the words, where the list has them: "impôts, CAF, papiers, retraite…".
    fn hint(self, lang: Lang) -> Option<String> {
        Words::new(lang).find(&format!("{}-{}-hint", Self::PREFIX, self.slug()), &[])
    }

    /// The value in very few words, for a chip: "Démarches". The whole words where there is no shorter form.
    fn short(self, lang: Lang) -> String {
        Words::new(lang)
            .find(&format!("{}-{}-short", Self::PREFIX, self.slug()), &[])
            .unwrap_or_else(|| self.words(lang))
    }
}

macro_rules! prefixes {
    ($($list:ty = $prefix:literal),+ $(,)?) => { $(
        impl ListWords for $list {
            const PREFIX: &'static str = $prefix;
        }
    )+ };
}

prefixes!(
    Service = "need",
    Public = "public",
    Care = "care",
    Fee = "fee",
    Mobility = "mobility",
    Access = "access",
    Support = "support",
    Programme = "programme",
    Label = "label",
    Need = "roadmap-need",
);

/// A network by its slug; the slug spelt as words where the network has no message.
#[must_use]
pub fn network(lang: Lang, slug: &str) -> String {
    Words::new(lang)
        .find(&format!("network-{slug}"), &[])
        .unwrap_or_else(|| spelt(slug))
}

/// A kind of structure by its code of the national list (`CCAS`, `BIB`); the code where it has no message.
#[must_use]
pub fn kind(lang: Lang, code: &str) -> String {
    let id = format!("kind-{}", code.to_lowercase());
    Words::new(lang)
        .find(&id, &[])
        .unwrap_or_else(|| code.to_owned())
}

/// A situation: its title.
#[must_use]
pub fn situation(lang: Lang, situation: Situation) -> String {
    text(lang, &format!("situation-{}", situation.slug()))
}

/// A theme: its title, and what to bring.
#[must_use]
pub fn theme(lang: Lang, theme: Theme) -> (String, String) {
    let id = format!("theme-{}", theme.slug());
    (text(lang, &id), text(lang, &format!("{id}-bring")))
}

/// A standing in words: "confirmé", "probable", "à vérifier, appelez avant".
#[must_use]
pub fn standing(lang: Lang, standing: Standing) -> String {
    text(lang, &format!("standing-{}", standing.slug()))
}

fn spelt(slug: &str) -> String {
    let text = slug.replace('-', " ");
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(signs).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_values_have_words<L: ListWords>() {
        for lang in Lang::ALL {
            for value in L::ALL {
                let id = format!("{}-{}", L::PREFIX, value.slug());
                assert!(Words::new(lang).has(&id), "{lang} lacks {id}");
            }
        }
    }

    #[test]
    fn every_value_of_every_list_has_words_in_every_language() {
        all_values_have_words::<Service>();
        all_values_have_words::<Public>();
        all_values_have_words::<Care>();
        all_values_have_words::<Fee>();
        all_values_have_words::<Mobility>();
        all_values_have_words::<Access>();
        all_values_have_words::<Support>();
        all_values_have_words::<Programme>();
        all_values_have_words::<Label>();
        all_values_have_words::<Need>();
    }

    #[test]
    fn every_need_has_a_hint_and_every_theme_says_what_to_bring() {
        for lang in Lang::ALL {
            for need in Service::ALL {
                assert!(need.hint(lang).is_some(), "{lang} {}", need.slug());
            }
            for value in Theme::ALL {
                let (title, bring) = theme(lang, value);
                assert!(
                    !title.starts_with("theme-") && !bring.starts_with("theme-"),
                    "{lang} {}",
                    value.slug()
                );
            }
            for value in Situation::ALL {
                assert!(!situation(lang, value).starts_with("situation-"));
            }
            for value in Standing::ALL {
                assert!(!standing(lang, value).starts_with("standing-"));
            }
        }
    }

    #[test]
    fn an_unknown_network_is_spelt_from_its_slug() {
        assert_eq!(network(Lang::Fr, "les-bons-voisins"), "Les bons voisins");
        assert_eq!(
            network(Lang::Fr, "espaces-sociaux-communs"),
            "Espaces sociaux communs"
        );
        assert_eq!(kind(Lang::Fr, "BIB"), "Bibliothèque, médiathèque");
        assert_eq!(kind(Lang::Fr, "XYZ"), "XYZ");
    }
}
