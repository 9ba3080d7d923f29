//! Forms read back as they are filled, and say all that is wrong at once.

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use portulan_app::Directory;
use portulan_app::roadmaps::form::{Context, fill, measure, measured, read, read_progress};
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{
    Action, ActionState, BudgetYear, CoFunding, Content, Indicator, Measure, Need, Observation,
    Progress, Roadmap, Trained, UpperLink,
};
use portulan_model::{
    ActionId, Cents, ClosedList, IndicatorId, ObjectiveId, Period, PlaceId, PostId, Public,
    Service, ValueSet,
};
use portulan_testkit::{Engine, TestDatabase};
use proptest::prelude::*;

/// The directory of an empty installation, opened once.
fn directory() -> Arc<Directory> {
    static KNOWN: OnceLock<Arc<Directory>> = OnceLock::new();
    let open = || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let database = TestDatabase::new(Engine::Sqlite);
            crate::open(&database).await.directory()
        })
    };
    Arc::clone(KNOWN.get_or_init(open))
}

fn roadmap() -> Roadmap {
    Roadmap::draft(
        "esc-2023-2026".parse().unwrap(),
        "esc".parse().unwrap(),
        "Feuille de route des ESC".to_owned(),
        Period::years(2023, 2026).unwrap(),
        "35001-35363".parse().unwrap(),
        "2023-10-01".parse().unwrap(),
    )
}

fn draw() -> impl FnMut() -> IndicatorId {
    let mut n = 100;
    move || {
        n += 1;
        IndicatorId::from_parts(n, [9; 10])
    }
}

fn any_observation() -> impl Strategy<Value = Observation> {
    (0_i64..2_000, -9_999_999_i64..9_999_999, "[a-zé]{1,9}").prop_map(|(days, value, source)| {
        let start: NaiveDate = "2023-01-01".parse().unwrap();
        Observation {
            on: start + chrono::Days::new(u64::try_from(days).unwrap()),
            value: Measure(value),
            source,
        }
    })
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    (
        any::<u8>(),
        "[a-z]{1,9}",
        prop::option::of(any_observation()),
        prop::option::of(-9_999_999_i64..9_999_999),
        prop::collection::vec(any_observation(), 0..3),
    )
        .prop_map(|(n, name, baseline, target, mut observations)| {
            observations.sort_by_key(|one| one.on);
            Indicator {
                id: IndicatorId::from_parts(u64::from(n), [n; 10]),
                unit: name.clone(),
                name,
                baseline,
                target: target.map(Measure),
                observations,
            }
        })
}

fn any_year(year: u16) -> impl Strategy<Value = BudgetYear> {
    (
        0_i64..10_000_000,
        0_i64..100,
        prop::collection::vec((0_i64..100, any::<bool>()), 0..3),
    )
        .prop_map(move |(more, asked, paid)| {
            let funding: Vec<CoFunding> = paid
                .into_iter()
                .map(|(cents, agreed)| CoFunding {
                    funder: "caf".parse().unwrap(),
                    amount: Cents::new(cents),
                    agreed,
                })
                .collect();
            let paid: i64 = funding.iter().map(|one| one.amount.get()).sum();
            BudgetYear {
                year,
                total: Cents::new(more + asked + paid),
                asked: Cents::new(asked),
                funding,
            }
        })
}

fn any_state() -> impl Strategy<Value = ActionState> {
    prop_oneof![
        Just(ActionState::Planned),
        Just(ActionState::Underway),
        Just(ActionState::Done),
        "[a-z]{1,9}".prop_map(|reason| ActionState::Abandoned { reason }),
    ]
}

fn any_action() -> impl Strategy<Value = Action> {
    let words = (
        "[A-Z][a-zé]{0,9}",
        prop::option::of("[A-Z][a-z]{0,9}\n[a-z]{1,5}"),
    );
    let sets = (1_u64..(1 << 14), 0_u64..32, 0_u64..512, any::<(u16, u16)>());
    let who = (
        any::<bool>(),
        any::<bool>(),
        any::<bool>(),
        prop::option::of(2023_i32..2026),
    );
    let more = (
        prop::collection::vec(any_indicator(), 0..3),
        prop::option::of(any_year(2024)),
        prop::option::of(any_year(2026)),
        any_state(),
    );
    (words, sets, who, more).prop_map(|(words, sets, who, more)| {
        fn set<L: ClosedList>(bits: u64) -> ValueSet<L> {
            let all = L::ALL.iter().copied();
            all.filter(|one| bits & (1 << one.rank()) != 0).collect()
        }
        let needs: ValueSet<Need> = set(sets.0);
        let one =
            |said: bool, slug: &str| said.then(|| slug.parse().unwrap()).into_iter().collect();
        Action {
            context: words
                .1
                .as_deref()
                .and_then(|text| Prose::read(text).unwrap()),
            needs,
            other_need: needs
                .contains(Need::Other)
                .then(|| "Autre chose".to_owned()),
            trained: Trained {
                agents: sets.3.0.into(),
                association_staff: sets.3.1.into(),
            },
            publics: set::<Public>(sets.1),
            services: set::<Service>(sets.2),
            area: who.0.then(|| "35238 35360".parse().unwrap()),
            places: who
                .1
                .then(|| PlaceId::from_parts(1, [1; 10]))
                .into_iter()
                .collect(),
            posts: who
                .2
                .then(|| PostId::from_parts(1, [1; 10]))
                .into_iter()
                .collect(),
            leads: one(who.0, "ccas"),
            partners: one(who.1, "caf"),
            period: who.3.and_then(|year| Period::years(year, 2026)),
            budget: more.1.into_iter().chain(more.2).collect(),
            indicators: more.0,
            state: more.3,
            serves: who
                .2
                .then(|| UpperLink {
                    roadmap: "ille-et-vilaine".parse().unwrap(),
                    objective: ObjectiveId::from_parts(1, [1; 10]),
                })
                .into_iter()
                .collect(),
            ..Action::new(ActionId::from_parts(1, [1; 10]), words.0)
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn an_action_reads_back_from_the_form_that_it_fills(action in any_action()) {
        let directory = directory();
        let mut roadmap = roadmap();
        roadmap.content = Content::of_one(action.clone());
        let context = Context {
            directory: &directory,
            roadmap: &roadmap,
            today: "2026-11-30".parse().unwrap(),
        };
        let pairs = fill(context, &action);
        prop_assert_eq!(read(context, &action, &pairs, &mut draw()), Ok(action));
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once_where_it_is() {
    let (directory, roadmap) = (directory(), roadmap());
    let context = Context {
        directory: &directory,
        roadmap: &roadmap,
        today: "2026-11-30".parse().unwrap(),
    };
    let typed = [
        ("titre", ""),
        ("communes", "Vannes, Nulle-Part-sur-Rien"),
        ("lieux", "/lieux/inconnu"),
        ("porteurs", "Personne de connu"),
        ("du", "2024-06-01"),
        ("au", "2024-01-01"),
        ("annee-2024-cout", "1.234"),
        ("annee-2025-cout", "100"),
        ("annee-2025-demande", "200"),
        ("annee-2030-cout", "1"),
        ("annee-2026-cout", "1"),
        ("annee-2026-partenaires", "Inconnue ; 4"),
        ("etat", "abandonnee"),
        ("indicateur-0-nom", "Personnes"),
        ("indicateur-0-cible", "beaucoup"),
        ("indicateur-0-releves", "hier ; 3 ; moi"),
        ("indicateur-1-unite", "personnes"),
    ];
    let pairs: Vec<_> = typed
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into();
    let before = Action::new(ActionId::from_parts(1, [1; 10]), String::new());
    let wrong = read(context, &before, &pairs, &mut draw()).unwrap_err();
    let fields: Vec<&str> = wrong.iter().map(|fault| fault.field.as_str()).collect();
    assert_eq!(
        fields,
        [
            "titre",
            "communes",
            "lieux",
            "porteurs",
            "au",
            "motif",
            "annee-2024-cout",
            "annee-2026-partenaires",
            "indicateur-0-cible",
            "indicateur-0-releves",
            "indicateur-1-nom",
            "besoins",
            "annee-2025-cout",
            "annee-2030-cout",
        ]
    );
    let communes = wrong.iter().find(|fault| fault.field == "communes");
    assert_eq!(
        communes.unwrap().text,
        "Nulle-Part-sur-Rien",
        "Vannes is one"
    );
}

#[test]
fn a_measure_is_read_as_it_is_written() {
    for (text, hundredths, again) in [
        ("120", 12_000, "120"),
        ("12,5", 1_250, "12,5"),
        ("1 200", 120_000, "1200"),
        ("-3,25", -325, "-3,25"),
        ("0", 0, "0"),
        ("100", 10_000, "100"),
    ] {
        assert_eq!(measure(text), Some(Measure(hundredths)), "{text}");
        assert_eq!(measured(Measure(hundredths)), again);
    }
    assert_eq!(measure("beaucoup"), None);
}

#[test]
fn progress_is_read_for_the_indicators_for_which_something_is_typed() {
    let mut action = Action::new(ActionId::from_parts(1, [1; 10]), "Ouvrir".to_owned());
    let id = IndicatorId::from_parts(3, [3; 10]);
    action.indicators.push(Indicator {
        id,
        name: "Personnes".to_owned(),
        unit: String::new(),
        baseline: None,
        target: None,
        observations: Vec::new(),
    });
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let state = pair("etat", "en-cours");
    let told = read_progress(&action, std::slice::from_ref(&state)).unwrap();
    assert_eq!(
        told,
        Progress {
            state: ActionState::Underway,
            seen: Vec::new()
        }
    );
    let name = format!("releve-{id}");
    let alone = [state.clone(), pair(&name, "12")];
    let wrong = read_progress(&action, &alone).unwrap_err();
    assert_eq!(wrong[0].field, format!("{name}-jour"));
    let whole = [
        state,
        pair(&name, "12"),
        pair(&format!("{name}-jour"), "2026-01-31"),
        pair(&format!("{name}-source"), "enquête"),
    ];
    let told = read_progress(&action, &whole).unwrap();
    assert_eq!(told.seen[0].1.value, Measure(1_200));
}
