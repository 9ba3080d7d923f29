//! Fields that hold together, answers read all at once, revisions that never change what was begun, and one text for one set
//! of answers.

use proptest::prelude::*;

use super::*;
use crate::ids::{PlaceId, PostId};
use crate::money::{AmountError, Cents};
use crate::territories::TerritoryKey;

/// Nothing is known but what the tests name.
struct Nowhere;

impl Known for Nowhere {
    fn territory(&self, text: &str) -> Option<TerritoryKey> {
        text.parse().ok()
    }
    fn siret(&self, text: &str) -> Option<String> {
        (text == "21350238800019").then(|| text.to_owned())
    }
    fn place(&self, _text: &str) -> Option<PlaceId> {
        None
    }
    fn post(&self, _text: &str) -> Option<PostId> {
        None
    }
    fn day(&self, text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }
}

fn id(number: u32) -> FieldId {
    FieldId::new(number)
}

fn field(number: u32, kind: FieldKind) -> Field {
    Field {
        id: id(number),
        label: format!("Question {number}"),
        help: None,
        required: true,
        when: None,
        kind,
    }
}

fn choice(options: &[&str], several: bool) -> FieldKind {
    let options = options.iter().map(|one| (*one).to_owned()).collect();
    FieldKind::Choice { options, several }
}

fn shown_for(mut field: Field, on: u32, is: &str) -> Field {
    field.when = Some(Condition {
        field: id(on),
        is: is.to_owned(),
    });
    field
}

fn typed(pairs: &[(u32, &str)]) -> Typed {
    let mut typed = Typed::new();
    for (number, text) in pairs {
        typed
            .entry(id(*number))
            .or_default()
            .push((*text).to_owned());
    }
    typed
}

fn read(fields: &Fields, pairs: &[(u32, &str)]) -> Reading {
    fields.read(&typed(pairs), (&Answers::none(), None), &Nowhere)
}

fn all_sorts() -> Fields {
    Fields::new(vec![
        field(1, FieldKind::Text { long: false }),
        field(
            2,
            FieldKind::Number {
                most: Some(Hundredths::new(1_000)),
            },
        ),
        field(
            3,
            FieldKind::Amount {
                most: Some(Cents::euros(5_000)),
            },
        ),
        field(4, FieldKind::Date),
        field(5, choice(&["seul", "à plusieurs"], false)),
        field(6, FieldKind::Territory),
        field(7, FieldKind::Organisation),
        field(8, FieldKind::Place),
        field(9, FieldKind::Post),
        field(10, FieldKind::Commitment),
    ])
    .unwrap()
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let long = "é".repeat(Fields::LABEL + 1);
    let reading = read(
        &all_sorts(),
        &[
            (1, &long),
            (2, "10,01"),
            (3, "5 000,01"),
            (4, "demain"),
            (5, "autrement"),
            (6, "nulle-part"),
            (7, "21350238800018"),
            (8, "ici"),
            (9, "là"),
            (10, "non"),
        ],
    );
    assert!(reading.answers.is_empty());
    let wrong: Vec<Wrong> = reading.wrong.iter().map(|(_, wrong)| *wrong).collect();
    assert_eq!(
        wrong,
        [
            Wrong::TooLong(Fields::LABEL),
            Wrong::Above(Hundredths::new(1_000)),
            Wrong::Beyond(Cents::euros(5_000)),
            Wrong::NotADay,
            Wrong::NoSuchChoice,
            Wrong::NoSuchTerritory,
            Wrong::NotASiret,
            Wrong::NoSuchPlace,
            Wrong::NoSuchPost,
            Wrong::NoSuchChoice,
        ]
    );
    let unit = read(&all_sorts(), &[(2, "3 €")]);
    assert_eq!(
        unit.wrong,
        [(id(2), Wrong::Amount(AmountError::NotANumber))]
    );
}

#[test]
fn what_is_right_is_kept_and_what_lacks_is_named() {
    let fields = all_sorts();
    let reading = read(
        &fields,
        &[
            (1, "  Un projet  "),
            (2, "0,5"),
            (3, "1 234,50 €"),
            (4, "2026-03-31"),
            (5, "seul"),
            (10, "oui"),
        ],
    );
    assert_eq!(reading.wrong, []);
    assert_eq!(
        reading.answers.get(id(3)),
        Some(&Answer::Amount(Cents::new(123_450)))
    );
    assert_eq!(
        fields.missing(&reading.answers),
        [id(6), id(7), id(8), id(9)]
    );
    for (hundredths, shown) in [(50, "0,5"), (100, "1"), (1_205, "12,05"), (0, "0")] {
        assert_eq!(Hundredths::new(hundredths).to_string(), shown);
    }
}

#[test]
fn an_answer_to_a_hidden_field_is_dropped_and_said() {
    let fields = Fields::new(vec![
        field(1, choice(&["oui", "non"], false)),
        shown_for(field(2, choice(&["a", "b"], true)), 1, "oui"),
        shown_for(field(3, FieldKind::Text { long: true }), 2, "b"),
    ])
    .unwrap();
    let seen = read(&fields, &[(1, "oui"), (2, "b"), (2, "a"), (3, "dit")]);
    assert_eq!(seen.dropped, []);
    let both = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(seen.answers.get(id(2)), Some(&Answer::Choice(both)));
    let hidden = read(&fields, &[(1, "non"), (2, "b"), (3, "dit")]);
    assert_eq!(hidden.dropped, [id(2), id(3)]);
    assert_eq!(fields.missing(&hidden.answers), []);
    assert_eq!(fields.shown(&hidden.answers).len(), 1);
    let two = read(&fields, &[(1, "oui"), (1, "non")]);
    assert_eq!(two.wrong, [(id(1), Wrong::NoSuchChoice)]);
}

#[test]
fn fields_that_were_not_returned_keep_their_answer() {
    let fields = Fields::new(vec![
        field(1, FieldKind::Text { long: false }),
        field(2, FieldKind::Text { long: false }),
    ])
    .unwrap();
    let before = read(&fields, &[(1, "un"), (2, "deux")]).answers;
    let open = [id(2)].into();
    let after = fields.read(
        &typed(&[(1, "autre"), (2, "corrigé")]),
        (&before, Some(&open)),
        &Nowhere,
    );
    assert_eq!(after.answers.differing(&before), open);
}

#[test]
fn fields_hold_together_or_do_not_exist() {
    let text = || FieldKind::Text { long: false };
    let yes = || choice(&["oui", "non"], false);
    for (fields, refused) in [
        (
            vec![field(1, text()), field(1, text())],
            FieldsError::Twice(id(1)),
        ),
        (
            vec![field(1, choice(&["oui"], false))],
            FieldsError::NoChoice(id(1)),
        ),
        (
            vec![field(1, choice(&["oui", "oui"], false))],
            FieldsError::NoChoice(id(1)),
        ),
        (
            vec![shown_for(field(2, text()), 1, "oui"), field(1, yes())],
            FieldsError::Unfounded(id(2)),
        ),
        (
            vec![field(1, yes()), shown_for(field(2, text()), 1, "peut-être")],
            FieldsError::Unfounded(id(2)),
        ),
        (
            vec![field(1, text()), shown_for(field(2, text()), 1, "oui")],
            FieldsError::Unfounded(id(2)),
        ),
    ] {
        let stored = serde_json::to_string(&fields).unwrap();
        assert_eq!(Fields::new(fields), Err(refused));
        assert!(serde_json::from_str::<Fields>(&stored).is_err());
    }
    let many = (1..=81).map(|number| field(number, text())).collect();
    assert_eq!(Fields::new(many), Err(FieldsError::TooMany));
}

#[test]
fn a_revision_never_changes_and_numbers_are_given_once() {
    let day: NaiveDate = "2026-03-01".parse().unwrap();
    let text = |id| Field {
        id,
        ..field(0, FieldKind::Text { long: false })
    };
    let form = Form::empty("appel".parse().unwrap());
    assert_eq!(form.clone().open(day), Err(FormError::Empty));
    let form = form
        .asking(text)
        .unwrap()
        .asking(text)
        .unwrap()
        .open(day)
        .unwrap();
    assert!(!form.is_ahead());
    let first = form.latest().unwrap().clone();
    let again = form.clone().open(day).unwrap();
    assert_eq!(again.revisions().len(), 1, "the same again opens nothing");
    let form = form.remove(id(2)).unwrap().asking(text).unwrap();
    assert_eq!(
        form.fields().all().last().unwrap().id,
        id(3),
        "no number comes back"
    );
    let form = form.shift(id(3), Way::Up).unwrap().open(day).unwrap();
    assert_eq!(form.revision(1), Some(&first), "what was opened stays");
    assert_eq!(form.latest().unwrap().number, 2);
    assert_eq!(
        form.clone().shift(id(9), Way::Up),
        Err(FormError::NoField(id(9)))
    );
    let stored = serde_json::to_string(&form).unwrap();
    assert_eq!(serde_json::from_str::<Form>(&stored).unwrap(), form);
}

fn answers() -> impl Strategy<Value = Answers> {
    let one = prop_oneof![
        "[a-z0-9 \n]{1,12}".prop_filter_map("blank", |text| Said::read(&text).map(Answer::Text)),
        (0_i64..100_000).prop_map(|cents| Answer::Amount(Cents::new(cents))),
        (0_i64..100_000).prop_map(|number| Answer::Number(Hundredths::new(number))),
        prop::collection::vec("[a-z0-9 \n]{1,6}", 1..4).prop_map(Answer::Choice),
        Just(Answer::Commitment),
    ];
    prop::collection::vec((1_u32..6, one), 0..6).prop_map(|all| {
        all.into_iter()
            .map(|(number, answer)| (id(number), answer))
            .collect()
    })
}

proptest! {
    #[test]
    fn two_sets_of_answers_have_one_text_where_they_are_the_same(one in answers(), other in answers()) {
        prop_assert_eq!(one == other, one.canonical() == other.canonical());
        let stored = serde_json::to_string(&one).unwrap();
        prop_assert_eq!(serde_json::from_str::<Answers>(&stored).unwrap(), one);
    }

    #[test]
    fn whatever_is_typed_is_read_without_losing_a_field(texts in prop::collection::vec((1_u32..12, ".{0,20}"), 0..20)) {
        let pairs: Vec<(u32, &str)> = texts.iter().map(|(number, text)| (*number, text.as_str())).collect();
        let reading = read(&all_sorts(), &pairs);
        for field in all_sorts().all() {
            let right = reading.answers.get(field.id).is_some();
            let wrong = reading.wrong.iter().any(|(id, _)| *id == field.id);
            prop_assert!(!(right && wrong));
        }
    }
}
