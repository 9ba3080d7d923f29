//! Finds a message and fills it. What a language lacks is said in French; what French lacks shows its own id.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use portulan_model::{Filling, Told};
use unic_langid::LanguageIdentifier;

use crate::figures;
use crate::lang::Lang;
use crate::typography;

include!(concat!(env!("OUT_DIR"), "/locales.rs"));

type Bundle = FluentBundle<FluentResource>;

/// The words of one language. Copy it freely: the messages are read once per process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
}

/// What a message is filled with.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A text, put in as it is.
    Text(Cow<'a, str>),
    /// A number: written as the language writes numbers, and choosing between singular and plural.
    Number(f64),
}

impl Words {
    /// The words of a language.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// A message without arguments. `id.attribute` names an attribute. An unknown id is answered by itself.
    #[must_use]
    pub fn get(self, id: &str) -> String {
        self.with(id, &[])
    }

    /// A message filled with arguments.
    #[must_use]
    pub fn with(self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_owned())
    }

    /// A message that may not exist, in this language or in French.
    #[must_use]
    pub fn find(self, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        format(bundle(self.lang), id, args).or_else(|| format(bundle(Lang::Fr), id, args))
    }

    /// What was told, in words.
    #[must_use]
    pub fn told(self, told: &Told) -> String {
        let args: Vec<(&str, Arg<'_>)> = told
            .with
            .iter()
            .map(|(name, filling)| (name.as_ref(), Arg::from(filling)))
            .collect();
        self.with(&told.id, &args)
    }

    /// Whether this very language has the message, French apart.
    #[must_use]
    pub fn has(self, id: &str) -> bool {
        format(bundle(self.lang), id, &[]).is_some()
    }
}

/// A message, for callers that hold no [`Words`].
#[must_use]
pub fn text(lang: Lang, id: &str) -> String {
    Words::new(lang).get(id)
}

/// A message filled with arguments, for callers that hold no [`Words`].
#[must_use]
pub fn text_with(lang: Lang, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    Words::new(lang).with(id, args)
}

fn format(bundle: &Bundle, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let (id, attribute) = id
        .split_once('.')
        .map_or((id, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        None => message.value()?,
        Some(attribute) => message.get_attribute(attribute)?.value(),
    };
    let mut given = FluentArgs::with_capacity(args.len());
    for (name, arg) in args {
        given.set(*name, arg.value());
    }
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(&given), &mut errors)
            .into_owned(),
    )
}

impl Arg<'_> {
    fn value(&self) -> FluentValue<'_> {
        match self {
            Arg::Text(text) => FluentValue::from(text.as_ref()),
            Arg::Number(number) => FluentValue::from(*number),
        }
    }
}

fn bundle(lang: Lang) -> &'static Bundle {
    static FR: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Fr));
    static EN: LazyLock<Bundle> = LazyLock::new(|| load(Lang::En));
    static BR: LazyLock<Bundle> = LazyLock::new(|| load(Lang::Br));
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
        Lang::Br => &BR,
    }
}

/// Reads all files of a language. Files are part of the program: a test refuses those that do not parse and ids
/// given twice, so what remains unread here is nothing.
fn load(lang: Lang) -> Bundle {
    let identifier: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::Fr => |value: &FluentValue<'_>, _: &_| written(Lang::Fr, value),
        Lang::En => |value: &FluentValue<'_>, _: &_| written(Lang::En, value),
        Lang::Br => |value: &FluentValue<'_>, _: &_| written(Lang::Br, value),
    }));
    for (_, _, source) in FILES.iter().filter(|(code, _, _)| *code == lang.code()) {
        let source = typography::set(lang, source);
        let resource =
            FluentResource::try_new(source).unwrap_or_else(|(readable, _errors)| readable);
        let _ids_given_twice = bundle.add_resource(resource);
    }
    bundle
}

fn written(lang: Lang, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(figures::plain(lang, number.value)),
        _ => None,
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a Filling> for Arg<'a> {
    fn from(filling: &'a Filling) -> Self {
        match filling {
            Filling::Number(number) => Self::from(*number),
            Filling::Text(text) => Self::from(text),
        }
    }
}

impl From<f64> for Arg<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

macro_rules! whole_numbers {
    ($($type:ty),+) => { $(
        impl From<$type> for Arg<'_> {
            #[expect(clippy::cast_precision_loss, reason = "counts of things on a page stay far below 2^53")]
            fn from(number: $type) -> Self {
                Self::Number(number as f64)
            }
        }
    )+ };
}

whole_numbers!(u64, usize, i64);

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_id_is_answered_by_itself_and_never_panics() {
        assert_eq!(
            Words::new(Lang::En).get("no-such-message"),
            "no-such-message"
        );
        assert_eq!(Words::new(Lang::En).get(""), "");
        assert_eq!(Words::new(Lang::En).get("a.b.c"), "a.b.c");
    }

    #[test]
    fn numbers_are_written_and_declined_as_the_language_does() {
        let places = |lang, n: u64| Words::new(lang).with("count-places", &[("n", n.into())]);
        assert_eq!(places(Lang::Fr, 0), "0 lieu");
        assert_eq!(places(Lang::Fr, 1), "1 lieu");
        assert_eq!(places(Lang::Fr, 15_250), "15\u{202F}250 lieux");
        assert_eq!(places(Lang::En, 0), "0 places");
        assert_eq!(places(Lang::En, 15_250), "15,250 places");
    }
}
