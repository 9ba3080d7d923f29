//! Every mail in every language, with what hostile people type as names.

use chrono::NaiveDate;
use portulan_app::mail::{
    Answer, DoorChange, Letter, List, MeetingNews, MeetingTold, Message, Rendered, Renderer as _,
};
use portulan_app::secret::Key;
use portulan_app::signed::{Link, Purpose};
use portulan_i18n::Lang;
use portulan_model::means::calls::Threshold;
use portulan_model::posts::{Ending, PostKind};
use portulan_model::{ApplicationId, MeetingId, PostId};

use super::Mailer;

const SITE: &str = "https://portulan.exemple.fr";
/// Markup, a header, quotes, a turn of the reading direction, and a name without end.
const HOSTILE: &str = "<script>alert(1)</script>\r\nBcc: autre@exemple.fr\u{202E}\"'&\u{0} { $by }";

fn link(purpose: Purpose) -> Link {
    Link::new(purpose, "42", "2026-12-01T09:00:00Z".parse().unwrap())
}

/// One message of each kind and variant, filled with a text.
fn messages(text: &str) -> Vec<Message> {
    let text = || text.to_owned();
    let places = |count: usize| vec![text(); count];
    let answers = [
        Answer::Accepted,
        Answer::Partly,
        Answer::Merged,
        Answer::Refused,
    ];
    let mut messages = vec![
        Message::SignInLink {
            link: link(Purpose::SignIn),
        },
        Message::SignInCode {
            number: "42".to_owned(),
            expires: "2026-12-01T09:00:00Z".parse().unwrap(),
        },
        Message::Invitation {
            by: text(),
            organisation: Some(text()),
            link: link(Purpose::Invitation),
        },
        Message::Invitation {
            by: text(),
            organisation: None,
            link: link(Purpose::Invitation),
        },
        Message::AddressChanged,
        Message::PasswordChanged,
        Message::Recovery {
            link: link(Purpose::Recovery),
        },
        Message::NewBrowser {
            agent: text(),
            at: "2026-11-25T09:30:00Z".parse().unwrap(),
            link: link(Purpose::Sessions),
        },
        Message::ProposalReceived {
            place: text(),
            link: link(Purpose::Proposal),
        },
        Message::ProposalQuestion {
            place: text(),
            question: text(),
            link: link(Purpose::Proposal),
        },
        Message::ProposalAnswered {
            place: text(),
            answer: Answer::Refused,
            reason: None,
            link: None,
        },
        Message::CampaignDigest {
            organisation: text(),
            places: places(1),
            link: link(Purpose::Campaign),
        },
        Message::CampaignDigest {
            organisation: text(),
            places: places(3),
            link: link(Purpose::Campaign),
        },
        Message::CampaignReminder {
            organisation: text(),
            places: places(2),
            link: link(Purpose::Campaign),
        },
        Message::CensusRequest {
            territory: text(),
            commune: text(),
            day: NaiveDate::from_ymd_opt(2027, 1, 31).unwrap(),
            link: link(Purpose::Census),
        },
        Message::CensusReminder {
            territory: text(),
            commune: text(),
            day: NaiveDate::from_ymd_opt(2027, 1, 31).unwrap(),
            link: link(Purpose::Census),
        },
        Message::DayLink {
            place: text(),
            day: NaiveDate::from_ymd_opt(2026, 12, 1).unwrap(),
            link: link(Purpose::Day),
        },
    ];
    messages.extend(of_levels(text));
    messages.extend(answers.map(|answer| Message::ProposalAnswered {
        place: text(),
        answer,
        reason: Some(format!("{}\nDeuxième ligne", text())),
        link: Some(link(Purpose::Proposal)),
    }));
    messages.extend(MeetingNews::ALL.map(|what| Message::Meeting {
        about: Box::new(meeting(what, &text())),
    }));
    messages.extend(DoorChange::ALL.map(|change| Message::DoorChanged {
        change,
        name: text(),
        link: link(Purpose::Sessions),
    }));
    messages
}

fn meeting(what: MeetingNews, text: &str) -> MeetingTold {
    let at = |text: &str| text.parse().unwrap();
    MeetingTold {
        what,
        meeting: MeetingId::from_parts(1, [1; 10]),
        body: "gouvernance".parse().unwrap(),
        name: text.to_owned(),
        title: text.to_owned(),
        begins: at("2026-12-10T08:30:00Z"),
        ends: at("2026-12-10T10:00:00Z"),
        place: Some(text.to_owned()),
        agenda: vec![text.to_owned(); 2],
        reason: (what == MeetingNews::Cancelled).then(|| text.to_owned()),
        sequence: 2,
        at: at("2026-11-25T09:30:00Z"),
    }
}

/// What is said of levels: opinions that are asked, posts that end.
fn of_levels(text: impl Fn() -> String) -> Vec<Message> {
    let mut messages = vec![
        Message::CallCloses {
            title: text(),
            left: Threshold::Days14,
            closing: "2026-12-10T11:00:00Z".parse().unwrap(),
            call: "appel-d-essai".parse().unwrap(),
            here: false,
        },
        Message::CallCloses {
            title: text(),
            left: Threshold::Hours3,
            closing: "2026-12-10T11:00:00Z".parse().unwrap(),
            call: "appel-d-essai".parse().unwrap(),
            here: true,
        },
        Message::CallAmended {
            title: text(),
            what: text(),
            call: "appel-d-essai".parse().unwrap(),
        },
        Message::CallDecided {
            title: text(),
            organisation: "structure-d-essai".parse().unwrap(),
            application: ApplicationId::from_parts(1, [5; 10]),
        },
        Message::OpinionAsked {
            organisation: text(),
            title: text(),
            body: Some(text()),
            until: NaiveDate::from_ymd_opt(2027, 1, 31).unwrap(),
            slug: "structure-d-essai".parse().unwrap(),
        },
        Message::OpinionAsked {
            organisation: text(),
            title: text(),
            body: None,
            until: NaiveDate::from_ymd_opt(2027, 1, 31).unwrap(),
            slug: "structure-d-essai".parse().unwrap(),
        },
    ];
    messages.extend(
        [Ending::Funding, Ending::Contract].map(|what| Message::PostEnds {
            kind: PostKind::Adviser,
            host: text(),
            what,
            on: NaiveDate::from_ymd_opt(2027, 1, 31).unwrap(),
            post: PostId::from_parts(1, [7; 10]),
        }),
    );
    messages
}

fn rendered(message: &Message, lang: &str) -> Rendered {
    let key = Key::from_bytes([7; 32]);
    let token = message.link().map(|link| link.sign(&key));
    let code = message.code(&key);
    let letter = Letter {
        message,
        lang,
        link: token.as_deref(),
        code: code.as_deref(),
        unsubscribe: message.list().map(|List::Campaigns| "un-jeton"),
    };
    Mailer::new(SITE).render(&letter).unwrap()
}

#[test]
fn every_mail_is_said_in_every_language_whatever_people_typed() {
    for message in messages(HOSTILE) {
        for lang in Lang::ALL {
            let mail = rendered(&message, lang.code());
            let name = format!("{} ({lang})", message.template());
            assert!(
                !mail.subject.contains(char::is_control),
                "{name}: {:?}",
                mail.subject
            );
            assert!(mail.subject.chars().count() < 260, "{name}");
            assert!(!mail.html.contains("<script"), "{name}: {}", mail.html);
            for text in [&mail.subject, &mail.text, &mail.html] {
                assert!(!text.contains("mail-"), "{name} lacks words: {text}");
                assert!(
                    !text.contains('\u{202E}') && !text.contains('\u{0}'),
                    "{name}"
                );
                assert!(
                    !text.contains("{ $") || text.contains("{ $by }"),
                    "{name}: {text}"
                );
                let injected = text.lines().any(|line| line.starts_with("Bcc:"));
                assert!(!injected, "{name}: {text}");
            }
        }
    }
}

#[test]
fn every_mail_has_at_most_one_link_that_leads_here() {
    let key = Key::from_bytes([7; 32]);
    for message in messages("Lieu d’essai") {
        let mail = rendered(&message, "fr");
        let links = mail.html.matches("href=").count();
        let leads = message.link().is_some() || super::page(&message).is_some();
        let expected = usize::from(leads) + usize::from(message.list().is_some());
        assert_eq!(links, expected, "{}", message.template());
        if let Some(link) = message.link() {
            let token = link.sign(&key);
            let address = format!("{SITE}{}/{token}", super::path(link.purpose));
            assert!(
                mail.text.lines().any(|line| line == address),
                "{}",
                mail.text
            );
            assert!(mail.html.contains(&format!("href=\"{address}\"")));
            assert!(
                mail.text.contains("1er décembre 2026 à 10"),
                "{}",
                mail.text
            );
        }
        if let Some(page) = super::page(&message) {
            let address = format!("{SITE}{page}");
            assert!(
                mail.text.lines().any(|line| line == address),
                "{}",
                mail.text
            );
            assert!(mail.html.contains(&format!("href=\"{address}\"")));
        }
        let unsubscribe = message
            .list()
            .map(|_list| format!("{SITE}/desabonnement/un-jeton"));
        assert_eq!(mail.unsubscribe, unsubscribe);
        if let Some(address) = unsubscribe {
            assert!(mail.text.contains(&address) && mail.html.contains(&address));
        }
    }
}

#[test]
fn each_purpose_has_an_address_of_its_own() {
    let mut paths: Vec<_> = Purpose::ALL.iter().map(|one| super::path(*one)).collect();
    paths.sort_unstable();
    paths.dedup();
    assert_eq!(paths.len(), Purpose::ALL.len());
}

#[test]
fn a_digest_in_plain_text_reads_as_a_letter() {
    let message = Message::CampaignDigest {
        organisation: "Structure d’essai".to_owned(),
        places: vec!["Lieu 1".to_owned(), "Lieu 2".to_owned()],
        link: link(Purpose::Campaign),
    };
    let mail = rendered(&message, "fr");
    let plain = mail.text.replace(['\u{A0}', '\u{202F}'], " ");
    let lines: Vec<&str> = plain.lines().collect();
    assert_eq!(lines[..2], ["Bonjour,", ""]);
    assert!(
        lines[2].starts_with("Des personnes trouvent ici de l’aide grâce à Structure d’essai.")
    );
    assert_eq!(lines[3..7], ["", "- Lieu 1", "- Lieu 2", ""]);
    assert_eq!(lines[7], "Vérifier");
    assert!(lines[8].starts_with("https://portulan.exemple.fr/confirmer/campaign."));
    assert!(
        lines.contains(&"-- "),
        "a signature that programs know (RFC 3676 §4.3): {plain}"
    );
    assert_eq!(
        lines.last(),
        Some(&"https://portulan.exemple.fr/desabonnement/un-jeton")
    );
}

#[test]
fn a_quotation_is_marked_line_by_line() {
    let message = Message::ProposalQuestion {
        place: "Lieu 1".to_owned(),
        question: "Quel jour ?\n\nLe matin ?".to_owned(),
        link: link(Purpose::Proposal),
    };
    let mail = rendered(&message, "fr");
    assert!(
        mail.text.contains("\n> Quel jour ?\n> \n> Le matin ?\n"),
        "{}",
        mail.text
    );
    assert!(mail.html.contains("<p>Quel jour ?</p>"));
}

#[test]
fn an_unknown_language_is_french() {
    let mail = rendered(&Message::PasswordChanged, "xx");
    assert_eq!(mail.subject, "Votre mot de passe a changé");
}

#[test]
fn whoever_runs_the_installation_invites_in_its_name() {
    let message = Message::Invitation {
        by: String::new(),
        organisation: None,
        link: link(Purpose::Invitation),
    };
    let mail = rendered(&message, "fr");
    assert_eq!(mail.subject, "Portulan vous invite");
    assert!(
        mail.text.contains("Portulan vous invite à"),
        "{}",
        mail.text
    );
}

#[test]
fn a_new_browser_is_named_as_its_owner_knows_it() {
    let message = Message::NewBrowser {
        agent: "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0".to_owned(),
        at: "2026-11-25T09:30:00Z".parse().unwrap(),
        link: link(Purpose::Sessions),
    };
    let mail = rendered(&message, "fr");
    let plain = mail.text.replace(['\u{A0}', '\u{202F}'], " ");
    assert!(plain.contains("Firefox sur Windows"), "{plain}");
    assert!(plain.contains("25 novembre 2026 à 10 h 30"), "{plain}");
}

#[test]
fn a_convocation_says_the_hour_of_paris_and_brings_its_calendar_file() {
    for (what, method, status) in [
        (MeetingNews::Convened, "PUBLISH", "CONFIRMED"),
        (MeetingNews::Moved, "PUBLISH", "CONFIRMED"),
        (MeetingNews::Cancelled, "CANCEL", "CANCELLED"),
    ] {
        let about = meeting(what, "Comité d’essai");
        let told = Message::Meeting {
            about: Box::new(about),
        };
        let mail = rendered(&told, "fr");
        assert!(mail.text.contains("10 décembre 2026"), "{}", mail.text);
        let hour = portulan_i18n::time(Lang::Fr, "09:30:00".parse().unwrap());
        assert!(mail.text.contains(&hour), "{}", mail.text);
        let calendar = mail.calendar.unwrap();
        assert_eq!(calendar.method, method);
        let text = calendar.text.replace("\r\n ", "");
        for line in [
            format!("METHOD:{method}"),
            format!("STATUS:{status}"),
            "SEQUENCE:2".to_owned(),
            "DTSTART:20261210T083000Z".to_owned(),
            format!("URL:{SITE}/gouvernances/gouvernance"),
        ] {
            assert!(text.lines().any(|one| one == line), "{line}: {text}");
        }
    }
}
