//! The OpenAPI 3.1 document, written from the tables of routes and parameters.

use portulan_app::Directory;
use portulan_i18n::{Lang, Words};
use serde_json::{Map, Value, json};

use super::negotiation::Format;
use super::parameters::{Form, Parameter, REPEATED};
use super::problem::KINDS;
use super::{ROOT, Route, schemas};

/// The document.
pub(crate) fn document(routes: &[Route], directory: &Directory) -> Value {
    let words = Words::new(Lang::Fr);
    let paths: Map<String, Value> = routes
        .iter()
        .map(|route| {
            (
                route.path.to_owned(),
                json!({ "get": operation(route, directory, words) }),
            )
        })
        .collect();
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": words.get("api-title"),
            "description": words.get("api-about"),
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "Licence Ouverte 2.0", "identifier": "etalab-2.0" },
        },
        "servers": [{ "url": ROOT }],
        "paths": paths,
        "components": { "schemas": schemas::all(&KINDS), "responses": refusals(words) },
    })
}

fn operation(route: &Route, directory: &Directory, words: Words) -> Value {
    let in_path = route
        .in_path
        .iter()
        .map(|parameter| described(parameter, "path", directory));
    let in_query = route
        .parameters
        .iter()
        .map(|parameter| described(parameter, "query", directory));
    json!({
        "operationId": route.name,
        "summary": words.get(&format!("api-route-{}", route.name)),
        "description": words.get(&format!("api-route-{}-about", route.name)),
        "parameters": in_path.chain(in_query).collect::<Vec<_>>(),
        "responses": responses(route, words),
    })
}

fn described(parameter: &Parameter, place: &str, directory: &Directory) -> Value {
    let value = schema(parameter, directory);
    let mut described = Map::new();
    described.insert("name".to_owned(), json!(parameter.name));
    described.insert("in".to_owned(), json!(place));
    described.insert("description".to_owned(), json!(parameter.about()));
    described.insert("required".to_owned(), json!(parameter.required));
    if parameter.many {
        described.insert("style".to_owned(), json!("form"));
        described.insert("explode".to_owned(), json!(true));
        let list = json!({ "type": "array", "items": value, "minItems": 1, "maxItems": REPEATED });
        described.insert("schema".to_owned(), list);
    } else {
        described.insert("schema".to_owned(), value);
    }
    if !parameter.example.is_empty() {
        let example = if parameter.many {
            json!([parameter.example])
        } else {
            typed(parameter)
        };
        described.insert("example".to_owned(), example);
    }
    Value::Object(described)
}

/// The example in the type of its schema.
fn typed(parameter: &Parameter) -> Value {
    match parameter.form {
        Form::Integer(..) | Form::Number(..) => {
            parameter.example.parse().map_or(Value::Null, Value::Number)
        }
        _ => json!(parameter.example),
    }
}

fn schema(parameter: &Parameter, directory: &Directory) -> Value {
    match parameter.form {
        Form::Text(longest) => json!({ "type": "string", "maxLength": longest }),
        Form::Integer(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Form::Number(min, max) => json!({ "type": "number", "minimum": min, "maximum": max }),
        Form::Pattern(pattern) => json!({ "type": "string", "pattern": pattern }),
        Form::Named(format) => json!({ "type": "string", "format": format, "minLength": 1 }),
        Form::OneOf(values) => match values(directory) {
            none if none.is_empty() => json!({ "type": "string", "minLength": 1 }),
            some => json!({ "type": "string", "enum": some }),
        },
    }
}

fn responses(route: &Route, words: Words) -> Value {
    let content: Map<String, Value> = route
        .formats
        .iter()
        .map(|format| (format.media_type().to_owned(), body(route, *format)))
        .collect();
    let mut responses = Map::new();
    responses.insert(
        "200".to_owned(),
        json!({ "description": words.get("api-answer"), "content": content }),
    );
    if route.formats.len() > 1 || route.name == "openapi" {
        responses.insert(
            "304".to_owned(),
            json!({ "description": words.get("api-answer-unchanged") }),
        );
    }
    if route.name == "territoire" {
        responses.insert(
            "308".to_owned(),
            json!({ "description": words.get("api-answer-moved") }),
        );
    }
    for status in ["400", "404", "406", "409", "429", "default"] {
        responses.insert(
            status.to_owned(),
            json!({ "$ref": format!("#/components/responses/{}", refusal_name(status)) }),
        );
    }
    Value::Object(responses)
}

fn body(route: &Route, format: Format) -> Value {
    match format {
        Format::Json => {
            json!({ "schema": { "$ref": format!("#/components/schemas/{}", route.answer) } })
        }
        Format::Geojson if route.in_path.is_some() => {
            json!({ "schema": { "$ref": "#/components/schemas/Feature" } })
        }
        Format::Geojson => {
            json!({ "schema": { "$ref": "#/components/schemas/FeatureCollection" } })
        }
        Format::Csv | Format::Ndjson => json!({ "schema": { "type": "string" } }),
    }
}

fn refusal_name(status: &str) -> &'static str {
    match status {
        "400" => "Parametre",
        "404" => "Introuvable",
        "406" => "Format",
        "409" => "Contradiction",
        "429" => "Frequence",
        _ => "Probleme",
    }
}

fn refusals(words: Words) -> Value {
    let refusal = |id: &str| {
        json!({
            "description": words.get(id),
            "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Probleme" } } },
        })
    };
    json!({
        "Parametre": refusal("problem-parametre"),
        "Introuvable": refusal("problem-introuvable"),
        "Format": refusal("problem-format"),
        "Contradiction": refusal("problem-contradiction"),
        "Frequence": refusal("problem-frequence"),
        "Probleme": refusal("api-answer-problem"),
    })
}
