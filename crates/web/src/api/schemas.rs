//! The shapes of answers, as JSON Schemas of the OpenAPI document. The national fields are those of `formats`.

use portulan_formats::national;
use portulan_freshness::Group;
use portulan_model::{
    Access, Care, ClosedList, Fee, Label, Mobility, OrganisationKind, Programme, Public, Service,
    Standing, Support, TerritoryKind,
};
use serde_json::{Map, Value, json};

/// Every schema, by its name.
pub(crate) fn all(problems: &[&str]) -> Value {
    json!({
        "Lieu": place(),
        "Lieux": list(),
        "Ouverture": opening(),
        "Fraicheurs": standings(),
        "Provenance": provenance(),
        "Structure": organisation(),
        "Image": picture(),
        "Feature": feature(),
        "FeatureCollection": {
            "type": "object",
            "required": ["type", "features"],
            "properties": {
                "type": { "const": "FeatureCollection" },
                "features": { "type": "array", "items": { "$ref": "#/components/schemas/Feature" } },
            },
        },
        "Territoire": territory(),
        "Territoires": {
            "type": "object",
            "required": ["territoires", "total", "suivant"],
            "properties": {
                "territoires": { "type": "array", "items": { "$ref": "#/components/schemas/Territoire" } },
                "total": { "type": "integer", "minimum": 0 },
                "suivant": { "type": ["string", "null"] },
            },
        },
        "Gouvernance": super::governance::schema(),
        "Horaires": hours(),
        "Sante": {
            "type": "object",
            "required": ["etat", "revision", "lieux"],
            "properties": {
                "etat": { "const": "ok" },
                "revision": { "type": "integer" },
                "lieux": { "type": "integer", "minimum": 0 },
            },
        },
        "Document": { "type": "object", "required": ["openapi", "info", "paths"] },
        "Probleme": problem(problems),
    })
}

fn place() -> Value {
    let mut properties: Map<String, Value> = national::COLUMNS
        .iter()
        .map(|column| ((*column).to_owned(), national_field(column)))
        .collect();
    for (name, schema) in [
        ("id", json!({ "type": "string", "format": "uuid" })),
        ("nom", json!({ "type": "string", "minLength": 1 })),
        ("slug", json!({ "type": "string" })),
        (
            "distance_m",
            json!({ "type": ["number", "null"], "minimum": 0 }),
        ),
        (
            "ouverture",
            json!({ "$ref": "#/components/schemas/Ouverture" }),
        ),
        ("fraicheur", standing()),
        (
            "fraicheurs",
            json!({ "$ref": "#/components/schemas/Fraicheurs" }),
        ),
        (
            "reseaux",
            json!({ "type": "array", "items": { "type": "string" } }),
        ),
        (
            "provenance",
            json!({ "$ref": "#/components/schemas/Provenance" }),
        ),
        (
            "permanences",
            json!({ "type": "array", "items": { "type": "object" } }),
        ),
        (
            "structures",
            json!({ "type": "array", "items": { "$ref": "#/components/schemas/Structure" } }),
        ),
        (
            "images",
            json!({ "type": "array", "items": { "$ref": "#/components/schemas/Image" } }),
        ),
    ] {
        properties.insert(name.to_owned(), schema);
    }
    json!({
        "type": "object",
        "required": ["id", "nom", "slug", "distance_m", "ouverture", "fraicheur", "fraicheurs", "provenance"],
        "properties": properties,
    })
}

fn organisation() -> Value {
    let mut kinds: Vec<Option<&str>> = vec![None];
    kinds.extend(OrganisationKind::ALL.map(|kind| Some(kind.slug())));
    json!({
        "type": "object",
        "required": ["nom", "type", "pivot", "site_web"],
        "additionalProperties": false,
        "properties": {
            "nom": { "type": "string", "minLength": 1 },
            "type": { "enum": kinds },
            "pivot": { "type": ["string", "null"] },
            "site_web": { "type": ["string", "null"] },
        },
    })
}

fn picture() -> Value {
    json!({
        "type": "object",
        "required": ["adresse", "petite", "largeur", "hauteur", "description", "credit"],
        "additionalProperties": false,
        "properties": {
            "adresse": { "type": "string" },
            "petite": { "type": "string" },
            "largeur": { "type": "integer", "minimum": 1 },
            "hauteur": { "type": "integer", "minimum": 1 },
            "description": { "type": ["string", "null"] },
            "credit": { "type": "string", "minLength": 1 },
        },
    })
}

fn standing() -> Value {
    json!({ "enum": Standing::ALL.map(Standing::slug) })
}

/// Each group of fields that the place gives.
fn standings() -> Value {
    let group = json!({
        "type": "object",
        "required": ["etat", "date"],
        "properties": { "etat": standing(), "date": { "type": ["string", "null"], "format": "date" } },
    });
    let groups = Group::ALL.map(|group_of| (group_of.slug().to_owned(), group.clone()));
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": Map::from_iter(groups),
    })
}

/// The form of a national field: closed lists and lists are arrays, degrees are numbers, the rest is text.
fn national_field(column: &str) -> Value {
    match column {
        "latitude" | "longitude" => json!({ "type": "number" }),
        Service::FIELD => values::<Service>(),
        Public::FIELD => values::<Public>(),
        Care::FIELD => values::<Care>(),
        Fee::FIELD => values::<Fee>(),
        Mobility::FIELD => values::<Mobility>(),
        Access::FIELD => values::<Access>(),
        Support::FIELD => values::<Support>(),
        Programme::FIELD => values::<Programme>(),
        Label::FIELD => values::<Label>(),
        "typologie" | "autres_formations_labels" | "telephone" | "courriels" | "site_web" => {
            json!({ "type": ["array", "string"], "items": { "type": "string" } })
        }
        _ => json!({ "type": "string" }),
    }
}

fn values<L: ClosedList>() -> Value {
    let texts: Vec<&str> = L::ALL.iter().map(|value| value.national()).collect();
    json!({ "type": "array", "items": { "enum": texts } })
}

fn list() -> Value {
    json!({
        "type": "object",
        "required": ["lieux", "total", "suivant", "revision"],
        "properties": {
            "lieux": { "type": "array", "items": { "$ref": "#/components/schemas/Lieu" } },
            "total": { "type": "integer", "minimum": 0 },
            "suivant": { "type": ["string", "null"] },
            "revision": { "type": "integer" },
            "horaires_inconnus": { "type": "integer", "minimum": 0 },
            "ici": { "type": "object", "required": ["libelle"] },
            "facettes": {
                "type": "object",
                "additionalProperties": {
                    "anyOf": [
                        { "type": "integer", "minimum": 0 },
                        { "type": "object", "additionalProperties": { "type": "integer", "minimum": 0 } },
                    ],
                },
            },
        },
    })
}

fn opening() -> Value {
    json!({
        "type": "object",
        "required": ["etat", "prochain_changement"],
        "properties": {
            "etat": state(),
            "prochain_changement": { "type": ["string", "null"], "format": "date-time" },
            "d_apres": { "enum": ["permanences", "horaires", null] },
            "au_moment_voulu": {
                "type": "object",
                "required": ["etat", "plages"],
                "properties": { "etat": state(), "plages": { "type": "array", "items": { "type": "object" } } },
            },
        },
    })
}

fn state() -> Value {
    json!({ "enum": ["ouvert", "ferme", "inconnu"] })
}

fn provenance() -> Value {
    json!({
        "type": "object",
        "required": ["source", "date", "id", "champs"],
        "properties": {
            "source": { "type": "string" },
            "date": { "type": ["string", "null"], "format": "date" },
            "confirme_par_le_lieu": { "type": "boolean" },
            "id": { "type": "string" },
            "champs": { "type": "object", "additionalProperties": { "type": "object" } },
        },
    })
}

fn feature() -> Value {
    json!({
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {
            "type": { "const": "Feature" },
            "geometry": {
                "type": ["object", "null"],
                "properties": {
                    "type": { "const": "Point" },
                    "coordinates": { "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 },
                },
            },
            "properties": { "type": "object", "required": ["nom"] },
        },
    })
}

fn territory() -> Value {
    let kinds: Vec<&str> = TerritoryKind::ALL.iter().map(|kind| kind.word()).collect();
    json!({
        "type": "object",
        "required": ["cle", "type", "code", "nom"],
        "properties": {
            "cle": { "type": "string" },
            "type": { "enum": kinds },
            "code": { "type": "string" },
            "nom": { "type": "string", "minLength": 1 },
            "population": { "type": ["integer", "null"], "minimum": 0 },
            "lat": { "type": ["number", "null"] },
            "lon": { "type": ["number", "null"] },
            "codes_postaux": { "type": "array", "items": { "type": "string" } },
            "parents": { "type": "array", "items": { "$ref": "#/components/schemas/Territoire" } },
            "enfants": { "type": "integer", "minimum": 0 },
            "communes": { "type": "integer", "minimum": 0 },
            "lieux": { "type": "integer", "minimum": 0 },
        },
    })
}

fn hours() -> Value {
    json!({
        "type": "object",
        "required": ["osm", "a", "etat", "prochain_changement", "semaine"],
        "properties": {
            "osm": { "type": "string" },
            "a": { "type": "string", "format": "date-time" },
            "etat": state(),
            "prochain_changement": { "type": ["string", "null"], "format": "date-time" },
            "semaine": {
                "type": "array",
                "minItems": 7,
                "maxItems": 7,
                "items": {
                    "type": "object",
                    "required": ["date", "jour", "ferie", "plages"],
                    "properties": {
                        "date": { "type": "string", "format": "date" },
                        "jour": { "type": "string" },
                        "ferie": { "type": "boolean" },
                        "plages": { "type": "array", "items": { "type": "object" } },
                    },
                },
            },
        },
    })
}

fn problem(kinds: &[&str]) -> Value {
    let types: Vec<String> = kinds
        .iter()
        .map(|kind| format!("/api/v1#probleme-{kind}"))
        .collect();
    json!({
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "enum": types },
            "title": { "type": "string" },
            "status": { "type": "integer", "minimum": 400, "maximum": 599 },
            "detail": { "type": "string" },
            "erreurs": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["parametre", "valeur", "message", "permises"],
                    "properties": {
                        "parametre": { "type": "string" },
                        "valeur": { "type": "string" },
                        "message": { "type": "string" },
                        "permises": { "type": "array", "items": { "type": "string" } },
                    },
                },
            },
            "choix": { "type": "array", "items": { "type": "string" } },
        },
    })
}
