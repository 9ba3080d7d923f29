//! Schemes, clusters, posts and baselines through the real router: every form in three languages, nothing typed is lost,
//! what is private is on no public page.

use axum::http::StatusCode;

use super::desk::{FORM, Operator, TABLE, form};
use super::reader::Html;
use super::{LIGHT, in_language};

const NEW: &str = "/espace/dispositifs/nouveau";
const DESK: &str = "/espace/dispositifs/espaces-sociaux-communs";
const PUBLIC: &str = "/dispositifs/espaces-sociaux-communs";

/// Two organisations, a scheme of two places of the demonstration; their names.
struct Scheme {
    operator: Operator,
    places: Vec<(String, String)>,
}

impl Scheme {
    async fn begin() -> Self {
        let operator = Operator::enter().await;
        for name in ["Les Bateliers", "Le Phare associatif"] {
            let typed = [
                ("org-nom", name),
                ("org-niveau", "Rennes"),
                ("org-type", "association"),
            ];
            operator
                .post("/espace/structures/nouvelle", FORM, form(&typed))
                .await;
        }
        let typed = [
            ("disp-nom", "Espaces sociaux communs"),
            ("disp-type", "reseau"),
            ("disp-niveau", "Rennes"),
            ("disp-zone", "Rennes, 35047"),
            ("disp-pilote", "Les Bateliers"),
            ("disp-partenaires", "le phare associatif"),
            ("disp-debut", "2018-01-01"),
            ("disp-resume", "Aider près de chez soi."),
        ];
        let (to, page) = operator.send(NEW, &typed).await;
        assert!(to.starts_with(DESK), "{to}");
        assert!(page.text().contains("C’est enregistré"), "{}", page.text());
        let directory = operator.site.app.directory();
        let places = directory.snapshot.places().iter().take(2);
        let places: Vec<_> = places
            .map(|one| (one.slug.to_string(), one.record.name.clone()))
            .collect();
        drop(directory);
        for (slug, _) in &places {
            let address = format!("https://exemple.fr/lieux/{slug}");
            let add = [("disp-lieu", address.as_str())];
            operator.send(&format!("{DESK}/lieux"), &add).await;
        }
        Self { operator, places }
    }

    async fn post(&self, address: &str, pairs: &[(&str, &str)]) -> (StatusCode, Html) {
        let (status, _, body) = self.operator.post(address, FORM, form(pairs)).await;
        (status, Html::read(&body))
    }

    /// Opens a post; its address.
    async fn open_post(&self) -> String {
        let new = format!("{DESK}/postes/nouveau");
        self.operator.page(&new, TABLE).await;
        let (_, body) = self.operator.get(&new).await;
        let (_, rest) = body.split_once("name=\"poste\" value=\"").unwrap();
        let id = rest.split('"').next().unwrap();
        let sites = format!("{} ; 50 %", self.places[0].1);
        let typed = [
            ("poste", id),
            ("poste-type", "conseiller-numerique"),
            ("poste-niveau", "Rennes"),
            ("poste-accueil", "Les Bateliers"),
            ("poste-lieux", &sites),
            ("poste-ouvert", "2021-09-01"),
            ("poste-temps", "80 %"),
            ("poste-etat", "occupe"),
            ("poste-jusque", "2027-01-31"),
            ("fin-qui", "Le Phare associatif"),
            ("fin-type", "v1"),
            ("fin-montant", "17 500"),
            ("fin-debut", "2021-09-01"),
            ("fin-fin", "2026-12-31"),
        ];
        let (first, _) = self.operator.send(&new, &typed).await;
        let (second, page) = self.operator.send(&new, &typed).await;
        assert_eq!(first, second, "sent twice, it is one post");
        for words in ["Le financement s’arrête", "Le contrat s’arrête", "17 500"] {
            let text = page.text().replace(['\u{a0}', '\u{202f}'], " ");
            assert!(text.contains(words), "{words}: {text}");
        }
        first.split('?').next().unwrap().to_owned()
    }
}

#[tokio::test]
async fn a_scheme_is_made_with_its_places_and_shown_to_everybody() {
    let scheme = Scheme::begin().await;
    let operator = &scheme.operator;
    for address in ["/espace/dispositifs", NEW, DESK] {
        operator.page(address, TABLE).await;
        assert_eq!(operator.site.get(address).await.0, StatusCode::FORBIDDEN);
    }
    let wrong = [
        ("disp-nom", " "),
        ("disp-niveau", "nulle part"),
        ("disp-zone", "Rennes, 99999"),
        ("disp-pilote", "Personne"),
        ("disp-debut", "2026-01-01"),
        ("disp-fin", "2025-01-01"),
    ];
    let (status, page) = scheme.post(NEW, &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = page.text();
    for words in ["nulle part", "99999", "Personne", "La fin doit venir"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let document = [
        ("doc-type", "charte"),
        ("doc-titre", "Charte des espaces"),
        ("doc-date", "2003-05-12"),
    ];
    operator.send(&format!("{DESK}/documents"), &document).await;
    for lang in ["fr", "en", "br"] {
        for address in ["/dispositifs", PUBLIC] {
            let address = in_language(address, lang);
            let page = operator.site.page(&address).await;
            page.check(&address, lang, LIGHT);
            assert_eq!(page.unworded(), Vec::<String>::new(), "{address}");
        }
    }
    let page = operator.site.page(PUBLIC).await;
    let names = scheme.places.iter().map(|(_, name)| name.as_str());
    for words in names.chain([
        "Les Bateliers",
        "Le Phare associatif",
        "Charte des espaces",
        "2 lieux",
    ]) {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let away = [
        ("disp-lieu", scheme.places[0].0.as_str()),
        ("geste", "retirer"),
    ];
    operator.send(&format!("{DESK}/lieux"), &away).await;
    assert!(operator.site.page(PUBLIC).await.text().contains("1 lieu"));
}

#[tokio::test]
async fn a_post_is_extended_counted_once_and_shown_without_whoever_holds_it() {
    let scheme = Scheme::begin().await;
    let operator = &scheme.operator;
    let post = scheme.open_post().await;
    let holder = format!("{post}/titulaire");
    let named = [
        ("titulaire-nom", "Dominique Essai"),
        ("titulaire-contrat", "cdd"),
        ("titulaire-depuis", "2024-01-01"),
    ];
    let (_, page) = operator.send(&holder, &named).await;
    assert!(
        page.text().contains("Rien n’en est public"),
        "{}",
        page.text()
    );
    let extension = [
        ("geste", "prolonger"),
        ("prolonge-le", "2027-01-01"),
        ("fin-qui", "Le Phare associatif"),
        ("fin-type", "v2"),
        ("fin-debut", "2027-01-01"),
        ("fin-fin", "2029-12-31"),
    ];
    for _ in 0..2 {
        operator.send(&post, &extension).await;
    }
    let early = [("geste", "rendre"), ("rendu-le", "2020-01-01")];
    let (status, page) = scheme.post(&post, &early).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text().contains("Pas avant le"), "{}", page.text());
    let public = operator.site.page(PUBLIC).await;
    assert!(public.text().contains("1 poste, 0,8"), "{}", public.text());
    let own = format!("{DESK}/postes");
    let page = operator.page(&own, TABLE).await;
    assert!(page.text().contains("1 poste, 0,8"), "{}", page.text());
    for list in ["/espace/postes", "/espace/postes?territoire=Rennes"] {
        let page = operator.page(list, TABLE).await;
        assert!(page.text().contains("Les Bateliers"), "{list}");
    }
    for address in [PUBLIC, own.as_str(), post.as_str(), "/espace/postes"] {
        let (_, body) = operator.get(address).await;
        assert!(!body.contains("Dominique"), "{address}");
    }
    let (_, body) = operator.get(&holder).await;
    assert!(body.contains("Dominique Essai"));
    for address in [own.as_str(), &post, &holder, "/espace/postes/nouveau"] {
        assert_eq!(operator.site.get(address).await.0, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_baseline_is_pasted_and_everybody_sees_only_what_is_offered() {
    let scheme = Scheme::begin().await;
    let operator = &scheme.operator;
    let desk = format!("{DESK}/socle");
    operator.page(&desk, TABLE).await;
    for name in ["Wifi", "Impression"] {
        let service = [("geste", "service"), ("service-nom", name)];
        operator.send(&desk, &service).await;
    }
    let (first, second) = (&scheme.places[0].1, &scheme.places[1].1);
    let wrong = format!(";Wifi;Fax\n{first};peut-être;oui");
    let pasted = [("geste", "coller"), ("coller-texte", wrong.as_str())];
    let (status, page) = scheme.post(&desk, &pasted).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["Ligne 1, colonne 3", "Ligne 2, colonne 2", "peut-être;oui"] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let right = format!(";Wifi;Impression\n{first};oui;souhaité\n{second};non : travaux secrets;");
    let pasted = [
        ("geste", "coller"),
        ("coller-texte", right.as_str()),
        ("coller-par", "Les Bateliers"),
    ];
    operator.send(&desk, &pasted).await;
    let can = [
        ("geste", "savoir"),
        ("savoir-qui", "Le Phare associatif"),
        ("savoir-service", "impression"),
        ("savoir-quoi", "sait-faire"),
    ];
    let (_, page) = operator.send(&desk, &can).await;
    for words in [
        "travaux secrets",
        "manque dans 2 lieux.",
        "Pourraient aider",
        "Le Phare associatif (Sait faire)",
    ] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    let address = format!("{PUBLIC}/socle");
    let public = operator.site.page(&address).await;
    public.check(&address, "fr", LIGHT);
    assert!(public.text().contains("Wifi"), "{}", public.text());
    for secret in ["travaux", "souhaité", "Bateliers", "Phare"] {
        assert!(
            !public.text().contains(secret),
            "{secret}: {}",
            public.text()
        );
    }
    let csv = format!("{desk}.csv");
    let (_, body) = operator.get(&csv).await;
    assert!(body.contains("non : travaux secrets"), "{body}");
    for address in [desk, csv] {
        assert_eq!(operator.site.get(&address).await.0, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_cluster_is_attached_to_levels_and_parted_in_sectors() {
    let scheme = Scheme::begin().await;
    let operator = &scheme.operator;
    let typed = [
        ("grappe-nom", "Nord de la ville"),
        ("grappe-niveaux", "Rennes"),
        ("grappe-niveaux", "epci-243500139"),
        ("grappe-zone", "Rennes, 35047"),
        ("grappe-structures", "Les Bateliers"),
    ];
    let (to, _) = operator.send("/espace/grappes/nouvelle", &typed).await;
    let desk = to.split('?').next().unwrap();
    assert_eq!(desk, "/espace/grappes/nord-de-la-ville");
    let add = [("grappe-lieu", scheme.places[0].0.as_str())];
    operator.send(&format!("{desk}/lieux"), &add).await;
    let sectors = "/espace/secteurs/grappe-nord-de-la-ville";
    operator.page(sectors, TABLE).await;
    let sector = [
        ("secteur-nom", "Ouest"),
        ("secteur-zone", "35047"),
        ("secteur-structure", "Les Bateliers"),
    ];
    let (_, page) = operator.send(sectors, &sector).await;
    assert!(
        page.text().contains("Dans aucun secteur"),
        "{}",
        page.text()
    );
    let address = "/grappes/nord-de-la-ville";
    for lang in ["fr", "en", "br"] {
        let address = in_language(address, lang);
        operator
            .site
            .page(&address)
            .await
            .check(&address, lang, LIGHT);
    }
    let page = operator.site.page(address).await;
    for words in ["Les Bateliers", "Ouest", scheme.places[0].1.as_str()] {
        assert!(page.text().contains(words), "{words}: {}", page.text());
    }
    for address in ["/espace/grappes", desk] {
        operator.page(address, TABLE).await;
        assert_eq!(operator.site.get(address).await.0, StatusCode::FORBIDDEN);
    }
    let away = [("geste", "retirer"), ("secteur", "ouest")];
    let (_, page) = operator.send(sectors, &away).await;
    assert!(
        page.text().contains("Le secteur est retiré"),
        "{}",
        page.text()
    );
}
