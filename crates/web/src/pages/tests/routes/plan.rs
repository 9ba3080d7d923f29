//! What a body of a town plans: a roadmap that was decided, and one on which its members are asked.

use portulan_app::App;
use portulan_app::bodies::{self, Upload};
use portulan_app::means::envelopes::{self, Wish};
use portulan_app::means::examination::{self, Gift};
use portulan_app::means::forms::{self, Asked, Build};
use portulan_app::means::{applications, calls, pools};
use portulan_app::meetings::committees::{self, Described};
use portulan_app::meetings::{self, Call, Point};
use portulan_model::governance::{
    Body, CommitteeKind, Convocation, Decision, DocumentKind, FoundingDocument, Meeting, Membership,
};
use portulan_model::journal::Deed;
use portulan_model::means::calls::Terms;
use portulan_model::means::envelopes::{Ceilings, EnvelopeKind, Funder, Rate};
use portulan_model::means::examination::{Outcome, Question};
use portulan_model::means::forms::{Answer, FieldId, FieldKind};
use portulan_model::means::intentions::Intention;
use portulan_model::proposals::Prose;
use portulan_model::roadmaps::{Action, Axis, Content, Need, Objective, Roadmap};
use portulan_model::{
    ActionId, ApplicationId, AxisId, Cents, CommitteeId, FileId, MeetingId, MembershipId,
    ObjectiveId, Period, Slug,
};
use portulan_policy::actions::{
    Apply, DecideApplications, Examine, ManageCalls, ManageEnvelopes, ProposePools, ReadCalls,
    Restore,
};
use portulan_policy::{Actor, Node, allow, allow_apart};
use portulan_store::{Kept, Store};
use portulan_testkit::builders::entry;
use portulan_testkit::{PlaceBuilder, TestDatabase};
use serde_json::json;

use super::site::may;

/// The roadmaps of a town.
pub(in crate::pages::tests) struct Plan {
    /// Decided: its second version is the first that everybody reads.
    pub(super) decided: Slug,
    /// Put to opinion.
    pub(super) asked: Slug,
    pub(super) objective: ObjectiveId,
    pub(super) action: ActionId,
    pub(in crate::pages::tests) body: Slug,
    /// A public meeting that was held, with its minutes, and a decision of it that everybody reads.
    pub(in crate::pages::tests) held: MeetingId,
    pub(in crate::pages::tests) decision: String,
    /// The membership of the organisation, and the file of the letter that founds the body.
    pub(in crate::pages::tests) member: MembershipId,
    pub(in crate::pages::tests) letter: FileId,
    /// A committee, a meeting that is convened, and a document of its agenda.
    pub(in crate::pages::tests) committee: CommitteeId,
    pub(in crate::pages::tests) meeting: MeetingId,
    pub(in crate::pages::tests) document: FileId,
    /// A call that is open, and a proof that it was answered.
    pub(in crate::pages::tests) call: Slug,
    pub(in crate::pages::tests) proof: FileId,
    /// What its organisation answered to the call, and a file of it.
    pub(in crate::pages::tests) application: ApplicationId,
    pub(in crate::pages::tests) budget: FileId,
    /// What the organisation wishes to ask for, and shows to the levels concerned.
    pub(in crate::pages::tests) intention: Slug,
    /// A pool of it with a neighbour.
    pub(in crate::pages::tests) pool: Slug,
}

impl Plan {
    /// What stands for the names of a path.
    pub(super) fn names(&self) -> [(&'static str, String); 18] {
        [
            ("{comite}", self.committee.to_string()),
            ("{reunion}", self.meeting.to_string()),
            ("{piece}", self.document.to_string()),
            ("{seance}", self.held.to_string()),
            ("{decision}", self.decision.clone()),
            ("{roadmap}", self.decided.to_string()),
            ("{asked}", self.asked.to_string()),
            ("{number}", "2".to_owned()),
            ("{consulted}", format!("dispositif-{}", self.body)),
            ("{objective}", self.objective.to_string()),
            ("{action}", self.action.to_string()),
            ("{appel}", self.call.to_string()),
            ("{preuve}", self.proof.to_string()),
            ("{candidature}", self.application.to_string()),
            ("{champ}", "2".to_owned()),
            ("{fichier}", self.budget.to_string()),
            ("{intention}", self.intention.to_string()),
            ("{pool}", self.pool.to_string()),
        ]
    }
}

/// Keeps a record, unless one of its name is there.
async fn keep<T: Kept>(store: &Store, record: &T) {
    let line = entry(Deed::Created, &PlaceBuilder::new(1).build());
    let mut write = store.begin_governance(&may::<Restore>()).await.unwrap();
    if write.add_kept(record, &line).await.unwrap() {
        write.commit().await.unwrap();
    }
}

fn record<T: serde::de::DeserializeOwned>(value: serde_json::Value) -> T {
    serde_json::from_value(value).unwrap()
}

/// An intention of an organisation, which those who lead its body read, and its members.
async fn intention(store: &Store, (territory, of, mark): (&Node, &Slug, &str)) -> Slug {
    let one: Intention = record(json!({
        "slug": format!("intention-{of}"), "organisation": of, "title": format!("Former {mark}"),
        "needs": ["former-agents-publics"], "area": territory.to_string().trim_start_matches("commune-"),
        "years": { "first": 2027, "last": 2027 }, "visibility": { "to": "levels", "members": true },
        "noted": { "at": "2026-11-02T13:00:00Z", "by": "operator" },
    }));
    keep(store, &one).await;
    one.slug
}

/// A pool of an intention of an organisation and of one of a neighbour.
async fn pool(app: &App, store: &Store, (territory, of, mark): (&Node, &Slug, &str)) -> Slug {
    let mut intentions = Vec::new();
    for organisation in [of.to_string(), format!("voisine-{of}")] {
        let one: Intention = record(json!({
            "slug": format!("part-{organisation}"), "organisation": organisation, "title": format!("Acheter {mark}"),
            "needs": ["former-agents-publics"], "area": territory.to_string().trim_start_matches("commune-"),
            "years": { "first": 2027, "last": 2027 }, "visibility": { "to": "levels" },
            "noted": { "at": "2026-11-02T13:00:00Z", "by": "operator" },
        }));
        keep(store, &one).await;
        intentions.push(one.slug);
    }
    let may = allow::<ProposePools>(&Actor::Operator, Node::Body(of.clone())).unwrap();
    let asked = pools::Asked {
        lead: of.clone(),
        own: [].into(),
        common: portulan_model::Cents::euros(100),
        key: portulan_pools::Key::Equal,
        weights: [].into(),
    };
    let wish = pools::Wish {
        title: format!("Achats {mark}"),
        intentions,
        asked,
        why: None,
    };
    pools::propose(app, &may, wish).await.unwrap().slug
}

/// A body that bears the name of an organisation, which leads it.
pub(super) async fn plan(
    app: &App,
    database: &TestDatabase,
    (territory, body, mark): (&Node, &Slug, &str),
) -> Plan {
    let store = Store::open(&database.url).await.unwrap();
    let known: Body = record(json!({
        "slug": body, "name": format!("Gouvernance de {territory}"), "seat": territory.to_string(),
        "area": territory.to_string().trim_start_matches("commune-"),
    }));
    keep(&store, &known).await;
    let rank = u8::from(mark == super::site::CANARY);
    let member: Membership = record(json!({
        "state": "confirmed", "candidate": "2023-10-01", "since": "2023-10-01", "tenure": "by-right",
        "who": { "id": format!("018bcfe5-6800-7000-8000-00000000007{rank}"), "body": body, "organisation": body },
        "mandates": [{ "role": "co-lead", "period": { "from": "2023-12-14" } }],
    }));
    keep(&store, &member).await;
    app.refresh().await.unwrap();
    let held: Meeting = record(json!({
        "id": MeetingId::from_parts(1, [rank; 10]), "body": body, "title": format!("Comité {mark}"), "public": true,
        "state": {
            "state": "held", "attendance": [], "minutes": { "text": format!("Dit {mark}"), "saved": 1 },
            "convocation": { "begins": "2026-11-02T13:00:00Z", "ends": "2026-11-02T15:00:00Z" },
        },
    }));
    keep(&store, &held).await;
    // Each town has its own number, so that the one of the other is no decision here.
    let decision: Decision = record(json!({
        "decision": format!("{body}/2026-{}", rank + 1), "meeting": held.id,
        "on": "2026-11-02", "title": format!("Valider {mark}"), "published": "2026-11-03",
    }));
    keep(&store, &decision).await;
    let (committee, meeting, document) = meeting(app, (body, mark)).await;
    let (call, proof) = call(app, (body, mark)).await;
    let (application, budget) = application(app, (&call, body, mark)).await;
    decided(app, (body, mark), (&call, application)).await;
    let plan = Plan {
        decided: format!("feuille-{body}").parse().unwrap(),
        asked: format!("avis-{body}").parse().unwrap(),
        objective: ObjectiveId::from_parts(1, [rank; 10]),
        action: ActionId::from_parts(1, [rank; 10]),
        body: body.clone(),
        held: held.id,
        decision: decision.decision.number.to_string(),
        member: member.who().id,
        letter: letter(app, &store, body, mark).await,
        committee,
        meeting,
        document,
        call,
        proof,
        application,
        budget,
        intention: intention(&store, (territory, body, mark)).await,
        pool: pool(app, &store, (territory, body, mark)).await,
    };
    let drafts = [&plan.decided, &plan.asked].map(|slug| draft(&known, slug, (&plan, mark)));
    let [decided, asked] = drafts;
    let day = |text: &str| text.parse().unwrap();
    let october = Period::new(Some(day("2026-10-01")), Some(day("2026-10-31"))).unwrap();
    let now = Period::new(Some(day("2026-11-20")), Some(day("2026-12-20"))).unwrap();
    let decided = decided.consult(day("2026-10-01"), october).unwrap();
    let decided = decided
        .validate(day("2026-11-02"), decision.decision)
        .unwrap();
    keep(&store, &decided).await;
    keep(&store, &asked.consult(day("2026-11-20"), now).unwrap()).await;
    app.refresh().await.unwrap();
    plan
}

/// The letter that founds the body: what its members alone read bears the mark.
async fn letter(app: &App, store: &Store, body: &Slug, mark: &str) -> FileId {
    let document = FoundingDocument {
        kind: DocumentKind::Letter,
        title: format!("Lettre {mark}"),
        on: "2023-09-04".parse().unwrap(),
        reference: None,
        file: None,
        url: None,
    };
    let upload = Upload {
        name: "lettre.pdf".to_owned(),
        bytes: format!("%PDF-1.7 {mark}").into_bytes(),
    };
    let founding = (document, Some(upload));
    let added = bodies::add_document(app, &may(), body, founding).await;
    added.unwrap();
    let kept: Body = store.kept_one(body).await.unwrap().unwrap();
    kept.founding[0].file.as_ref().unwrap().id
}

/// A committee of the body, and a meeting of it to which its members are asked to come: its title is the members' alone.
async fn meeting(app: &App, (body, mark): (&Slug, &str)) -> (CommitteeId, MeetingId, FileId) {
    let described = Described {
        kind: CommitteeKind::Technical,
        name: "Comité technique".to_owned(),
        frequency: None,
        period: Period::ALWAYS,
    };
    let committee = committees::create(app, &may(), body, described).await;
    let plan = meetings::Plan {
        title: format!("Séance {mark}"),
        on: "2026-12-10".parse().unwrap(),
        committee: Some(*committee.as_ref().unwrap()),
        public: false,
    };
    let id = meetings::plan(app, &may(), body, plan).await.unwrap();
    let point = Point {
        was: None,
        title: "Budget".to_owned(),
        minutes: None,
    };
    let at = (body, id);
    meetings::agenda(app, &may(), at, (&[], vec![point]))
        .await
        .unwrap();
    let upload = Upload {
        name: "budget.pdf".to_owned(),
        bytes: format!("%PDF-1.7 {mark}").into_bytes(),
    };
    meetings::attach(app, &may(), at, ((0, "Budget"), upload))
        .await
        .unwrap();
    let convocation = Convocation {
        begins: "2026-12-10T09:00:00Z".parse().unwrap(),
        ends: "2026-12-10T11:00:00Z".parse().unwrap(),
        place: None,
        room: Some(format!("Salle {mark}")),
    };
    let call = Call {
        convocation,
        seen: 0,
    };
    meetings::convene(app, &may(), at, call).await.unwrap();
    let kept = meetings::find(app, &may(), at).await.unwrap();
    (committee.unwrap(), id, kept.agenda[0].documents[0].id)
}

/// A call that the body follows, open to everybody around, and the proof that its organisation answered: what is not the
/// title of the call is the members' alone.
async fn call(app: &App, (body, mark): (&Slug, &str)) -> (Slug, FileId) {
    let on = Node::Body(body.clone());
    let manage = allow::<ManageCalls>(&Actor::Operator, &on).unwrap();
    let terms: Terms = record(json!({
        "title": format!("Appel {}", mark.to_lowercase()), "kind": "take-part", "owner": { "outside": "L’État" },
        "held": { "where": "here" },
        "timeline": { "closing": "2099-12-31T11:00:00Z" },
    }));
    let slug = calls::create(app, &manage, terms).await.unwrap();
    for kind in [FieldKind::Text { long: true }, FieldKind::File] {
        let asked = Asked {
            label: "Question".to_owned(),
            help: None,
            required: false,
            when: None,
            kind,
        };
        for change in [Build::Add(asked), Build::Open] {
            forms::build(app, &manage, &slug, change).await.unwrap();
        }
    }
    calls::publish(app, &manage, &slug).await.unwrap();
    let step = calls::Planned {
        what: format!("Délibérer {mark}"),
        owner: body.clone(),
        due: None,
    };
    calls::add_step(app, &manage, &slug, step).await.unwrap();
    let upload = Upload {
        name: "accuse.pdf".to_owned(),
        bytes: format!("%PDF-1.7 {mark}").into_bytes(),
    };
    let proof = (body.clone(), upload);
    calls::attach(app, &manage, &slug, proof).await.unwrap();
    let read = allow::<ReadCalls>(&Actor::Operator, &on).unwrap();
    let kept = calls::read(app, &read, &slug).await.unwrap();
    (slug, kept.file.proofs[0].file.id)
}

/// What the organisation submitted to the call, with a file: nobody but those who take part and the body reads it.
async fn application(
    app: &App,
    (call, organisation, mark): (&Slug, &Slug, &str),
) -> (ApplicationId, FileId) {
    let node = Node::Organisation(organisation.clone());
    let may = allow::<Apply>(&Actor::Operator, node).unwrap();
    let key = format!("page-{mark}");
    let id = applications::begin(app, &may, (call, &key)).await.unwrap();
    let upload = Upload {
        name: "budget.pdf".to_owned(),
        bytes: format!("%PDF-1.7 {mark}").into_bytes(),
    };
    let of = (id, FieldId::new(2));
    applications::attach(app, &may, of, &upload).await.unwrap();
    let typed = [(FieldId::new(1), vec![format!("Projet {mark}")])].into();
    let sent = applications::submit(app, &may, id, (2, &typed)).await;
    sent.unwrap();
    let read = applications::read(app, &may, id).await.unwrap();
    match read.application.answers.get(FieldId::new(2)) {
        Some(Answer::File(file)) => (id, file.id),
        other => panic!("{other:?}"),
    }
}

/// It is accepted with money of an envelope, and everybody may read that.
async fn decided(app: &App, (body, mark): (&Slug, &str), of: (&Slug, ApplicationId)) {
    let why = || Prose::read("Parce que.").unwrap().unwrap();
    let on = Node::Body(body.clone());
    let examine = allow::<Examine>(&Actor::Operator, &on).unwrap();
    for what in Question::ALL {
        let said = (*what, true, why());
        examination::find(app, &examine, of, said).await.unwrap();
    }
    let wish = Wish {
        label: format!("Dotation {mark}"),
        kind: EnvelopeKind::Investment,
        funder: Funder::Organisation(body.clone()),
        period: Period::ALWAYS,
        amount: Cents::euros(1_000),
        ceilings: Ceilings::default(),
        rate: Rate::default(),
        source: None,
    };
    let manage = allow::<ManageEnvelopes>(&Actor::Operator, &on).unwrap();
    let envelope = envelopes::create(app, &manage, &wish).await.unwrap();
    let known = envelopes::find(app, &envelope).await.unwrap();
    let target = envelopes::target(&app.directory(), &known);
    let gift = Gift {
        may: &allow_apart(&Actor::Operator, target, &[]).unwrap(),
        envelope,
        amount: Cents::euros(100),
        cost: None,
        year: 2026,
    };
    let decide = allow::<DecideApplications>(&Actor::Operator, &on).unwrap();
    let said = (Outcome::Accepted, why());
    let decided = examination::decide(app, &decide, of, said, Some(gift)).await;
    decided.unwrap();
    examination::publish(app, &decide, of.0).await.unwrap();
}

fn draft(body: &Body, slug: &Slug, (plan, mark): (&Plan, &str)) -> Roadmap {
    let mut action = Action::new(plan.action, format!("Ouvrir {mark}"));
    action.needs = [Need::Diagnosis].into_iter().collect();
    let objective = Objective {
        id: plan.objective,
        title: "Ouvrir".to_owned(),
        serves: std::collections::BTreeSet::new(),
        indicators: Vec::new(),
        actions: vec![action],
    };
    let content = Content {
        axes: vec![Axis {
            id: AxisId::from_parts(1, [1; 10]),
            title: "Accès".to_owned(),
            objectives: vec![objective],
        }],
    };
    Roadmap::draft(
        slug.clone(),
        body.slug.clone(),
        format!("Feuille {mark}"),
        Period::years(2026, 2028).unwrap(),
        body.area.clone(),
        "2026-09-01".parse().unwrap(),
    )
    .write(content)
    .unwrap()
}
