//! Posts in words: what they are for, how they stand, what ends. No word here names whoever holds one.

use chrono::NaiveDate;
use portulan_i18n::{Lang, Words, date, decimal};
use portulan_model::posts::{Alert, Ending, FundingKind, Post, PostKind, PostState};

/// What a post is for.
pub(crate) fn kind_words(words: Words, kind: PostKind) -> String {
    words.get(&format!("poste-type-{}", kind.slug()))
}

/// Whether somebody holds it; until when only where the desk asks.
pub(in crate::pages) fn state_words(words: Words, state: PostState) -> String {
    words.get(&format!("poste-etat-{}", state.word()))
}

/// Hundredths of full time as French people write them: "0,8", "2,5".
pub(in crate::pages) fn share_words(lang: Lang, hundredths: u64) -> String {
    let decimals = match (hundredths % 100, hundredths % 10) {
        (0, _) => 0,
        (_, 0) => 1,
        _ => 2,
    };
    let whole = u32::try_from(hundredths).unwrap_or(u32::MAX);
    decimal(lang, f64::from(whole) / 100.0, decimals)
}

/// How many posts run on a day, each once, and how much time they are; those whose time nobody said are told apart.
pub(in crate::pages) fn total_words<'a>(
    words: Words,
    posts: impl Iterator<Item = &'a Post>,
    today: NaiveDate,
) -> String {
    let (mut known, mut unknown, mut hundredths) = (0_usize, 0_usize, 0_u64);
    for post in posts {
        match post.fte_on(today) {
            Some(share) => {
                known += 1;
                hundredths += u64::from(share.hundredths());
            }
            None => unknown += 1,
        }
    }
    let mut told = words.with("poste-count", &[("n", (known + unknown).into())]);
    if known > 0 {
        let share = share_words(words.lang(), hundredths);
        let full_times = hundredths / 100;
        let filled = [("etp", share.into()), ("n", full_times.into())];
        told.push_str(&words.with("poste-count-etp", &filled));
    }
    if unknown > 0 {
        told.push_str(&words.with("poste-count-unknown", &[("n", unknown.into())]));
    }
    told
}

/// Under which rule money comes.
pub(super) fn funding_words(words: Words, kind: FundingKind) -> String {
    words.get(&format!("fin-type-{}", kind.slug()))
}

/// What is to be seen to.
pub(super) fn alert_words(words: Words, alert: Alert) -> String {
    let lang = words.lang();
    let what = |ending| match ending {
        Ending::Funding => "fonds",
        Ending::Contract => "contrat",
    };
    let (id, on) = match alert {
        Alert::Ends { on, what: ending } => (format!("poste-fin-{}", what(ending)), on),
        Alert::Ended { on, what: ending } => (format!("poste-passe-{}", what(ending)), on),
        Alert::Vacant { since } => ("poste-vacant-depuis".to_owned(), since),
    };
    words.with(&id, &[("date", date(lang, on).into())])
}
