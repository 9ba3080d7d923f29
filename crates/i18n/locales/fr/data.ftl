# Open data.

data-title = Données ouvertes
data-lead = Tout ce que ce site publie se télécharge, se réutilise et se relie à d'autres outils, sans compte et sans clé.
data-files = Télécharger les lieux
data-files-text = Les fichiers sont fabriqués au moment où vous les demandez. Ils contiennent tous les lieux :
data-revision = version { $n }
data-csv = Tableur (CSV)
data-csv-about = Schéma national des lieux de médiation numérique 1.0.2, UTF-8
data-geojson = Carte (GeoJSON)
data-geojson-about = RFC 7946 : une forme par lieu, avec toutes ses propriétés
data-ndjson = Programmes (NDJSON)
data-ndjson-about = Un objet JSON par ligne
data-inclusion-text = Les mêmes lieux au schéma de data·inclusion, version 1 : les structures, leurs services, et ce qui n'y trouve pas de place.
data-inclusion-structures-json = structures (JSON)
data-inclusion-services-json = services (JSON)
data-inclusion-structures-csv = structures (CSV)
data-inclusion-services-csv = services (CSV)
data-inclusion-ecartes-json = lieux qui ne seraient pas valides, et pourquoi
data-inclusion-pertes-json = valeurs que ce schéma ne sait pas écrire, lieu par lieu
data-api = Interroger les données
data-api-text = L'API répond aux mêmes questions que la page de recherche, avec les mêmes noms. Tout se lit avec GET.
data-api-guide = Mode d'emploi de l'API
data-api-openapi = Description OpenAPI 3.1
data-licence = Licence
data-licence-text = Les données publiées ici sont sous Licence Ouverte 2.0 : réutilisez-les en citant ce site, la source de chaque fiche et sa date. Le programme est libre, sous licence AGPL 3.0 ou suivante.
data-sources = Sources
data-sources-text = Chaque fiche garde l'identifiant de sa source, et chaque valeur sa date quand la source la donne. Ce qui n'est pas connu est absent : rien n'est inventé.
data-sources-caption = Lieux par source
data-source = Source
data-places = Lieux
data-reference = Référentiels
data-reference-text = Territoires : code officiel géographique de l'Insee au 1er janvier 2026 (Licence Ouverte). Positions de communes : GeoNames (CC BY 4.0). Lieux nommés de Rennes : saisis pour ce site.

api-contents = Sommaire
api-required = (nécessaire)
api-repeatable = (plusieurs fois possible)
