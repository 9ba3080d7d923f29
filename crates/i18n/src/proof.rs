//! Reads all Fluent files as a proof-reader: nothing missing, no orphan argument, no wrong space, no HTML.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser;

use crate::lang::Lang;
use crate::typography;
use crate::words::FILES;

/// One message as a proof-reader sees it.
#[derive(Debug, Default)]
struct Proof {
    file: &'static str,
    arguments: BTreeSet<String>,
    /// Texts with `…` in the place of what is filled in.
    texts: Vec<String>,
}

type Language = BTreeMap<String, Proof>;

fn language(lang: Lang) -> Language {
    let mut messages = Language::new();
    for (_, file, source) in FILES.iter().filter(|(code, _, _)| *code == lang.code()) {
        let source = typography::set(lang, source);
        let resource = parser::parse(source.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{lang}/{file} does not parse: {errors:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let value = message
                .value
                .map(|value| (message.id.name.to_owned(), value));
            let attributes = message.attributes.into_iter().map(|attribute| {
                (
                    format!("{}.{}", message.id.name, attribute.id.name),
                    attribute.value,
                )
            });
            for (id, pattern) in value.into_iter().chain(attributes) {
                let mut proof = Proof {
                    file,
                    ..Proof::default()
                };
                read(&pattern, &mut proof);
                let twice = messages.insert(id.clone(), proof);
                assert!(
                    twice.is_none(),
                    "{lang}/{file}: {id} is given twice, also in {}",
                    twice.unwrap().file
                );
            }
        }
    }
    messages
}

fn read(pattern: &Pattern<&str>, proof: &mut Proof) {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => {
                text.push_str(&literal(expression).unwrap_or_else(|| "…".to_owned()));
                expression_of(expression, proof);
            }
        }
    }
    proof.texts.push(text);
}

fn literal(expression: &Expression<&str>) -> Option<String> {
    match expression {
        Expression::Inline(InlineExpression::StringLiteral { value }) => {
            Some(value.replace("\\u00A0", "\u{A0}"))
        }
        _ => None,
    }
}

fn expression_of(expression: &Expression<&str>, proof: &mut Proof) {
    match expression {
        Expression::Inline(inline) => inline_of(inline, proof),
        Expression::Select { selector, variants } => {
            inline_of(selector, proof);
            for variant in variants {
                read(&variant.value, proof);
            }
        }
    }
}

fn inline_of(inline: &InlineExpression<&str>, proof: &mut Proof) {
    match inline {
        InlineExpression::VariableReference { id } => {
            proof.arguments.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => expression_of(expression, proof),
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for argument in positional {
                inline_of(argument, proof);
            }
        }
        _ => {}
    }
}

fn names(messages: &Language) -> BTreeSet<&String> {
    messages.keys().collect()
}

#[test]
fn every_message_exists_in_every_language() {
    let french = language(Lang::Fr);
    assert!(french.len() > 200, "the files were found");
    let mut faults = Vec::new();
    for lang in [Lang::En, Lang::Br] {
        let other = language(lang);
        for id in names(&french).difference(&names(&other)) {
            faults.push(format!("{lang} lacks {id} (fr/{})", french[*id].file));
        }
        for id in names(&other).difference(&names(&french)) {
            faults.push(format!("{id} is only in {lang}/{}", other[*id].file));
        }
    }
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn every_language_uses_the_same_arguments() {
    let french = language(Lang::Fr);
    for lang in [Lang::En, Lang::Br] {
        for (id, proof) in language(lang) {
            if let Some(reference) = french.get(&id) {
                // Hours are given padded and not padded: each language takes one.
                let known = |arguments: &BTreeSet<String>| {
                    arguments
                        .iter()
                        .map(|name| {
                            if name == "hh" {
                                "h".to_owned()
                            } else {
                                name.clone()
                            }
                        })
                        .collect::<BTreeSet<_>>()
                };
                assert_eq!(
                    known(&proof.arguments),
                    known(&reference.arguments),
                    "{lang}/{}: {id}",
                    proof.file
                );
            }
        }
    }
}

#[test]
fn french_and_breton_have_their_spaces() {
    for lang in [Lang::Fr, Lang::Br] {
        let faults: Vec<String> = language(lang)
            .into_iter()
            .flat_map(|(id, proof)| {
                let texts = proof.texts.into_iter();
                texts
                    .flat_map(|text| typography::french_faults(&text))
                    .map(move |fault| format!("{id}: {fault}"))
            })
            .collect();
        assert!(faults.is_empty(), "{lang}:\n{}", faults.join("\n"));
    }
}

#[test]
fn messages_hold_no_html_and_no_blank_ends() {
    for lang in Lang::ALL {
        for (id, proof) in language(lang) {
            for text in &proof.texts {
                assert!(
                    !text.contains(['<', '>']) && !text.contains("&nbsp;"),
                    "{lang} {id}: {text:?}"
                );
                assert!(!text.trim().is_empty(), "{lang} {id} is empty");
                assert!(!text.contains("  "), "{lang} {id}: two spaces in {text:?}");
            }
        }
    }
}
