//! Which states each step may leave, and what dates decide.

use chrono::TimeZone as _;

use super::*;

fn at(day: i64) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 1, 9, 0, 0).unwrap() + TimeDelta::days(day)
}

fn place() -> PlaceId {
    PlaceId::from_parts(1, [1; 10])
}

fn motive(day: i64) -> Motive {
    Motive {
        by: Author::Operator,
        at: at(day),
        words: String::new(),
    }
}

fn new(about: About, state: State) -> Proposal {
    Proposal {
        id: ProposalId::from_parts(1, [1; 10]),
        about,
        name: "Lieu".to_owned(),
        commune: None,
        wanted: Wanted::default(),
        words: None,
        lang: "fr".to_owned(),
        contact: "a@exemple.fr".parse().ok(),
        by: None,
        of_census: None,
        created: at(0),
        state,
        exchanges: Vec::new(),
        steps: Vec::new(),
        assigned: None,
        comments: Vec::new(),
        checks: Vec::new(),
    }
}

/// One of each state.
fn states() -> Vec<State> {
    let question = || "où ?".to_owned();
    vec![
        State::Unproven,
        State::Waiting,
        State::AskedBack {
            question: question(),
        },
        State::Answered {
            question: question(),
            answer: "là".to_owned(),
        },
        State::Agreed {
            on: at(3).date_naive(),
            networks: Vec::new(),
            motive: motive(1),
        },
        State::Accepted {
            place: place(),
            taken: Taken::default(),
            motive: motive(1),
        },
        State::Refused {
            reason: RefusalReason::Untrue,
            motive: motive(1),
        },
        State::Merged {
            place: place(),
            motive: motive(1),
        },
    ]
}

type Move = fn(Proposal) -> Result<Proposal, NotNow>;

#[test]
fn each_step_leaves_only_the_states_that_it_may() {
    let moves: [(&str, Move, [u8; 8]); 7] = [
        ("prove", |p| p.prove(at(2)), [1, 0, 0, 0, 0, 0, 0, 0]),
        (
            "ask",
            |p| p.ask("où ?".to_owned(), Author::Operator, at(2)),
            [0, 1, 0, 1, 0, 0, 0, 0],
        ),
        (
            "answer",
            |p| p.answer("là".to_owned(), at(2)),
            [0, 0, 1, 0, 0, 0, 0, 0],
        ),
        (
            "accept",
            |p| p.accept(place(), Taken::default(), motive(2)),
            [0, 1, 1, 1, 1, 0, 0, 0],
        ),
        (
            "agree",
            |p| p.agree(at(9).date_naive(), Vec::new(), motive(2)),
            [0, 1, 1, 1, 0, 0, 0, 0],
        ),
        (
            "refuse",
            |p| p.refuse(RefusalReason::Untrue, motive(2)),
            [0, 1, 1, 1, 0, 0, 0, 0],
        ),
        (
            "merge",
            |p| p.merge(place(), motive(2)),
            [0, 1, 1, 1, 0, 0, 0, 0],
        ),
    ];
    assert!(states().iter().map(State::word).eq(State::WORDS));
    for (name, take, allowed) in moves {
        for (state, allowed) in states().into_iter().zip(allowed) {
            let from = state.word();
            let about = About::NewPlace { tie: Tie::Team };
            let moved = take(new(about, state));
            assert_eq!(moved.is_ok(), allowed == 1, "{name} from {from}");
            if let Ok(moved) = moved {
                let step = moved.steps.last().unwrap();
                assert_eq!((step.to.as_str(), step.at), (moved.state.word(), at(2)));
            }
        }
    }
}

#[test]
fn nobody_is_asked_back_without_a_contact_and_a_known_place_is_not_merged() {
    let wrong = vec![Wrong::Hours];
    let mut proposal = new(
        About::Place {
            place: place(),
            wrong,
        },
        State::Waiting,
    );
    assert!(proposal.clone().merge(place(), motive(1)).is_err());
    proposal.contact = None;
    assert!(
        proposal
            .ask(String::new(), Author::Operator, at(1))
            .is_err()
    );
}

#[test]
fn a_contact_is_erased_thirty_days_after_the_decision_and_not_before() {
    let about = About::NewPlace { tie: Tie::Visitor };
    let waiting = new(about, State::Waiting);
    assert!(!waiting.has_served(at(364)), "not decided");
    let mut refused = waiting.refuse(RefusalReason::Untrue, motive(10)).unwrap();
    refused.words = Prose::read("Vu.").unwrap();
    refused.comments.push(Comment {
        by: Author::Operator,
        at: at(5),
        words: "À appeler.".to_owned(),
    });
    for (day, served) in [(10, false), (39, false), (40, true), (400, true)] {
        assert_eq!(refused.has_served(at(day)), served, "day {day}");
    }
    let without = Proposal {
        contact: None,
        ..refused.clone()
    };
    assert!(without.has_served(at(40)), "words without a contact too");
    let erased = refused.served();
    assert_eq!(erased.contact, None);
    assert_eq!(erased.words, None);
    assert_eq!(erased.comments, []);
    assert!(!erased.has_served(at(400)), "nothing left to erase");
}

#[test]
fn an_open_proposal_loses_its_contact_a_year_after_it_was_made_and_keeps_its_words() {
    for state in states() {
        let open = state.is_open();
        let mut proposal = new(About::NewPlace { tie: Tie::Visitor }, state);
        proposal.words = Prose::read("Vu.").unwrap();
        if open {
            assert!(!proposal.has_served(at(364)), "{}", proposal.state.word());
            assert!(proposal.has_served(at(365)), "{}", proposal.state.word());
            let served = proposal.served();
            assert_eq!(served.contact, None);
            assert!(served.words.is_some());
        }
    }
}

#[test]
fn a_place_that_waits_for_its_day_is_not_decided_and_keeps_its_contact() {
    for state in states() {
        let decided = !state.is_open() && state != State::Unproven;
        let agreed = matches!(state, State::Agreed { .. });
        let proposal = new(About::NewPlace { tie: Tie::Visitor }, state);
        assert_eq!(proposal.decided().is_some(), decided && !agreed);
        if agreed {
            assert!(!proposal.has_served(at(400)));
        }
    }
}

#[test]
fn of_a_proposal_refused_as_improper_nothing_that_was_typed_is_kept() {
    let wrong = vec![Wrong::Other];
    let known = About::Place {
        place: place(),
        wrong,
    };
    for (about, name) in [
        (known, "Lieu"),
        (About::NewPlace { tie: Tie::Visitor }, "—"),
    ] {
        let mut proposal = new(about, State::Waiting);
        proposal.words = Prose::read("Une insulte.").unwrap();
        proposal.wanted.name = Some("Une insulte".to_owned());
        let untrue = proposal.clone().refuse(RefusalReason::Untrue, motive(1));
        let kept = untrue.unwrap();
        assert_eq!(
            (&kept.words, &kept.wanted),
            (&proposal.words, &proposal.wanted)
        );
        let improper = proposal.refuse(RefusalReason::Improper, motive(1)).unwrap();
        assert_eq!(improper.words, None);
        assert_eq!(improper.wanted, Wanted::default());
        assert_eq!(improper.name, name);
    }
}

#[test]
fn a_proposal_whose_address_nobody_proves_is_forgotten_after_a_week() {
    let about = || About::NewPlace { tie: Tie::Visitor };
    let unproven = new(about(), State::Unproven);
    for (day, forgotten) in [(0, false), (6, false), (7, true)] {
        assert_eq!(unproven.is_forgotten(at(day)), forgotten, "day {day}");
    }
    assert!(!new(about(), State::Waiting).is_forgotten(at(400)));
}

#[test]
fn a_proposal_reads_back_from_its_text() {
    for state in states() {
        let proposal = new(About::NewPlace { tie: Tie::Partner }, state);
        let text = serde_json::to_string(&proposal).unwrap();
        assert_eq!(serde_json::from_str::<Proposal>(&text).unwrap(), proposal);
    }
}

#[test]
fn asking_twice_keeps_the_first_answer_until_the_words_are_erased() {
    let ask = |proposal: Proposal, text: &str| {
        let asked = proposal.ask(text.to_owned(), Author::Operator, at(1));
        asked.unwrap()
    };
    let answer = |proposal: Proposal, text: &str| proposal.answer(text.to_owned(), at(1)).unwrap();
    let first = ask(
        new(About::NewPlace { tie: Tie::Visitor }, State::Waiting),
        "où ?",
    );
    let second = ask(answer(first, "là"), "quand ?");
    let thread = |proposal: &Proposal| -> Vec<(String, String)> {
        let told = proposal.exchanges.iter();
        told.map(|one| (one.question.clone(), one.answer.clone()))
            .collect()
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(thread(&second), [pair("où ?", "là")]);
    let both = answer(second, "le mardi");
    assert_eq!(
        thread(&both),
        [pair("où ?", "là")],
        "the state holds the last"
    );
    let decided = both
        .clone()
        .accept(place(), Taken::default(), motive(2))
        .unwrap();
    assert_eq!(
        thread(&decided),
        [pair("où ?", "là"), pair("quand ?", "le mardi")]
    );
    assert!(decided.has_served(at(40)));
    assert_eq!(decided.served().exchanges, []);
    let improper = both.refuse(RefusalReason::Improper, motive(2)).unwrap();
    assert_eq!(improper.exchanges, [], "nothing that was typed is kept");
}

#[test]
fn a_proposal_of_before_exchanges_reads_back() {
    let proposal = new(About::NewPlace { tie: Tie::Team }, State::Waiting);
    let text = serde_json::to_string(&proposal).unwrap();
    assert!(!text.contains("exchanges"), "{text}");
    assert_eq!(serde_json::from_str::<Proposal>(&text).unwrap(), proposal);
}
