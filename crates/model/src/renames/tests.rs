use super::*;

const FROM: &str = "le-relai";
const TO: &str = "le-relais";

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

/// Reads a record, names one in the place of the other, and gives what storage writes.
fn renamed<T>(text: &str, stored: impl Fn(&T) -> String) -> String
where
    T: NamesOrganisations + serde::de::DeserializeOwned,
{
    let mut record: T = serde_json::from_str(text).unwrap();
    let (from, to) = (slug(FROM), slug(TO));
    let with = Renamed {
        from: &from,
        to: &to,
    };
    record.rename(with);
    let once = stored(&record);
    record.rename(with);
    assert_eq!(stored(&record), once, "renamed twice, it is the same");
    once
}

fn plain<T: NamesOrganisations + serde::de::DeserializeOwned + serde::Serialize>(
    text: &str,
) -> String {
    renamed::<T>(text, |record| serde_json::to_string(record).unwrap())
}

#[test]
fn no_record_names_the_address_that_is_no_more() {
    let action = r#"{"id":"018f0000-0000-7000-8000-000000000001","title":"A","leads":["le-relai"],
        "partners":["le-relai","le-relais"],"budget":[{"year":2024,"total":1,"funding":[{"funder":"le-relai","amount":1}]}]}"#;
    let content = format!(
        r#"[{{"id":"018f0000-0000-7000-8000-000000000001","title":"A","objectives":[{{
            "id":"018f0000-0000-7000-8000-000000000001","title":"O","actions":[{action}]}}]}}]"#
    );
    let opinion = r#"{"organisation":"le-relai","view":"favourable","on":"2024-01-02"}"#;
    let consultation = format!(r#"{{"period":{{}},"opinions":[{opinion}]}}"#);
    let roadmap = format!(
        r#"{{"slug":"f","body":"b","title":"F","period":{{}},"area":"35238","content":{content},"amendment":{content},
            "state":{{"state":"in-consultation","consultation":{consultation}}},
            "versions":[{{"number":1,"on":"2024-01-01","stage":"in-consultation","content":{content}}}]}}"#
    );
    let baseline = format!(
        r#"{{"of":"dispositif-esc","services":[],
            "places":[{{"place":"018f0000-0000-7000-8000-000000000001","walls":"le-relai","followed_by":"le-relai"}}],
            "matrix":[{{"place":"018f0000-0000-7000-8000-000000000001","service":"wifi","said":"offered","by":"le-relai","since":"2024-01-01"}}],
            "know_how":[{{"organisation":"le-relai","service":"wifi","can":"knows-how","since":"2024-01-01"}}],
            "opinions":{{"wifi":{consultation}}}}}"#
    );
    let texts = [
        plain::<Organisation>(
            r#"{"slug":"x","name":"X","territory":"commune-35238","parent":"le-relai"}"#,
        ),
        plain::<Scheme>(
            r#"{"slug":"x","name":"X","kind":"network","level":"commune-35238","lead":"le-relai","partners":["le-relai"]}"#,
        ),
        plain::<Envelope>(
            r#"{"slug":"x","body":"b","label":"X","kind":"training","funder":{"organisation":"le-relai"},"amount":10,
                "ceilings":{"beneficiaries":{"le-relai":5,"le-relais":6}}}"#,
        ),
        plain::<Cluster>(r#"{"slug":"x","name":"X","organisations":["le-relai","le-relais"]}"#),
        plain::<Sector>(
            r#"{"slug":"x","name":"X","of":"dispositif-esc","covered_by":[{"organisation":"le-relai"}]}"#,
        ),
        renamed::<Baseline>(&baseline, |one| {
            serde_json::to_string(&one.for_storage()).unwrap()
        }),
        plain::<Body>(
            r#"{"slug":"x","name":"X","seat":"departement-35","run_by":"le-relai",
                "referents":[{"organisation":"le-relai","function":"référente"}]}"#,
        ),
        renamed::<BodyFile>(
            r#"{"body":"x","people":[{"name":"Camille D.","organisation":"le-relai"}]}"#,
            |one| serde_json::to_string(&one.for_storage()).unwrap(),
        ),
        plain::<Membership>(
            r#"{"state":"candidate","who":{"id":"018f0000-0000-7000-8000-000000000001","body":"x","organisation":"le-relai"},
                "since":"2024-01-01","wish":"carry"}"#,
        ),
        plain::<Decision>(
            r#"{"decision":"x/2024-1","meeting":"018f0000-0000-7000-8000-000000000001","on":"2024-01-01","title":"D",
                "binds":["le-relai","le-relais"],"dissent":[{"organisation":"le-relai"}],"follow_up":{"owner":"le-relai"}}"#,
        ),
        plain::<Roadmap>(&roadmap),
    ];
    for text in texts {
        assert!(!text.contains(r#""le-relai""#), "{text}");
        assert!(text.contains(r#""le-relais""#), "{text}");
    }
}

#[test]
fn of_what_both_said_what_the_one_that_stays_said_stands_and_nothing_is_dropped() {
    let text = r#"{"of":"dispositif-esc","know_how":[
        {"organisation":"le-relai","service":"wifi","can":"knows-how","since":"2024-02-01"},
        {"organisation":"le-relais","service":"wifi","can":"has-solution","since":"2024-01-01"}],
        "opinions":{"wifi":{"opinions":[
        {"organisation":"le-relais","view":"opposed","words":"Trop cher.","on":"2024-01-02"},
        {"organisation":"le-relai","view":"favourable","on":"2024-01-03"}]}}}"#;
    let stored = renamed::<Baseline>(text, |one| {
        serde_json::to_string(&one.for_storage()).unwrap()
    });
    assert!(
        stored.contains("has-solution") && !stored.contains("knows-how"),
        "{stored}"
    );
    let read: Baseline = serde_json::from_str(&stored).unwrap();
    let service = slug("wifi");
    let wifi = read.opinions.inner().get(&service).unwrap();
    assert_eq!(wifi.standing().len(), 1);
    assert_eq!(wifi.tally().opposed, 1, "what it said itself stands");
    assert!(
        stored.contains("favourable"),
        "and what was said is there still"
    );
}

#[test]
fn who_was_at_a_meeting_under_both_names_was_there_once() {
    let attendance = r#"[["le-relai",{"was":"present"}],["le-relais",{"was":"represented","by":"le-relai"}],
        ["caf",{"was":"represented","by":"le-relai"}]]"#;
    let text = format!(
        r#"{{"id":"018f0000-0000-7000-8000-000000000001","body":"x","title":"S","state":{{"state":"held","convocation":
            {{"begins":"2024-01-15T09:00:00Z","ends":"2024-01-15T10:00:00Z"}},"attendance":{attendance}}}}}"#
    );
    let stored = plain::<Meeting>(&text);
    let read: Meeting = serde_json::from_str(&stored).unwrap();
    let attendance = read.attendance().unwrap();
    let lines: Vec<_> = attendance.lines().collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(attendance.voices(), 2);
    assert!(!stored.contains(r#""le-relai""#), "{stored}");
}
