//! An installation with two towns that are alike, one person per role in each, and a valid request for every route.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use portulan_app::files::Files;
use portulan_app::people;
use portulan_app::secret::Key;
use portulan_app::{App, Options, SeededChance, SetClock, mail, operator, rights, sources};
use portulan_model::links::PairKey;
use portulan_model::{LotId, PersonId};
use portulan_policy::actions::GrantRoles;
use portulan_policy::{Actor, Alone, Capability, Node, NodeKind, Role, Target, allow};
use portulan_store::Store;
use portulan_testkit::{Engine, TestDatabase};
use tower::ServiceExt as _;

use super::plan::Plan;
use super::town::{Town, account, campaign, invitation, source, town};
use crate::routes::Route;
use crate::state::{AppState, Settings};

/// Part of the name of all that stands in the town of the objects, and of nothing else.
pub(in crate::pages::tests) const CANARY: &str = "Canari";
const FORM: &str = "application/x-www-form-urlencoded";
const MISSING: &str = "nom=Canari+manquant&rue=3+rue+de+Nantes&code_postal=35000&commune=Rennes&services=acces\
    &horaires=samedi+10h-12h&telephone=02+99+00+00+08&qui=equipe";
const NOBODY: &str = "01900000-0000-7000-8000-000000000000";

/// With what somebody calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::tests) enum Scope {
    /// With nothing.
    Visitor,
    /// With an account.
    NoRole,
    /// With the operator's session.
    Operator,
    /// With a role on a node of this kind that is the object or holds it.
    Inside(Role, NodeKind),
    /// With a role on a node of this kind elsewhere.
    Outside(Role, NodeKind),
}

/// Somebody who calls.
pub(in crate::pages::tests) struct Caller {
    pub(in crate::pages::tests) name: String,
    pub(in crate::pages::tests) scope: Scope,
    pub(in crate::pages::tests) cookie: Option<String>,
}

/// The whole.
pub(in crate::pages::tests) struct Installation {
    pub(in crate::pages::tests) app: Arc<App>,
    pub(super) router: Router,
    here: Town,
    there: Town,
    mail: String,
    /// A proposal about a place, and one of a place that is missing.
    reported: String,
    missing: String,
    /// A campaign in the town, and one of its organisation.
    campaigns: [String; 2],
    /// Somebody whose roles are taken back.
    somebody: PersonId,
    database: TestDatabase,
}

pub(in crate::pages::tests) fn may<A: Alone>() -> Capability<A> {
    allow(&Actor::Operator, &Node::Installation).unwrap()
}

impl Installation {
    pub(in crate::pages::tests) async fn open(engine: Engine) -> Self {
        Self::kept_in(engine, Files::Database).await
    }

    /// The same, where contents of files are kept elsewhere.
    pub(in crate::pages::tests) async fn kept_in(engine: Engine, files: Files) -> Self {
        let database = TestDatabase::new(engine);
        let instant = "2026-11-25T10:30:00+01:00".parse().unwrap();
        let clock = Arc::new(SetClock::starting_at(instant));
        let options = Options {
            key: Some(Key::from_bytes([7; 32]).into()),
            files,
            ..Options::default()
        };
        let chance = Arc::new(SeededChance::new(7));
        let app = App::open_with(&database.url, clock, chance, options).await;
        let app = app.unwrap();
        let here = Box::pin(town(&app, &database, "commune-35238", "Rennes", CANARY)).await;
        let there = Box::pin(town(&app, &database, "commune-29019", "Brest", "Ailleurs")).await;
        let settings = Settings {
            security_contact: "securite@exemple.fr".parse().ok(),
            ..Settings::default()
        };
        let state = AppState::new(Arc::clone(&app), settings);
        people::invite(&app, &may(), invitation(Role::Operator))
            .await
            .unwrap();
        let mails = mail::log(&app, &may(), None, 0).await.unwrap().mails;
        let mut site = Self {
            somebody: account(&app).await,
            router: crate::router(state),
            mail: mails[0].mail.id.to_string(),
            reported: String::new(),
            missing: String::new(),
            campaigns: [NodeKind::Territory, NodeKind::Organisation].map(|_| String::new()),
            app,
            here,
            there,
            database,
        };
        let report = format!("/lieux/{}/signaler", site.here.places[0].1);
        site.reported = site.proposed(&report, "probleme=ferme").await;
        site.missing = site.proposed("/proposer", MISSING).await;
        for (at, kind) in [NodeKind::Territory, NodeKind::Organisation]
            .into_iter()
            .enumerate()
        {
            site.campaigns[at] =
                campaign(&site.app, &site.store().await, site.here.node(kind)).await;
        }
        site
    }

    /// Everybody: no session, no role, the operator's session, each role on each kind of node here and elsewhere.
    pub(in crate::pages::tests) async fn callers(&self) -> Vec<Caller> {
        let mut scopes = vec![Scope::Visitor, Scope::NoRole, Scope::Operator];
        for role in Role::ALL {
            for kind in role.held_on().iter().filter(|kind| self.stands(**kind)) {
                scopes.push(Scope::Inside(*role, *kind));
                if *kind != NodeKind::Installation {
                    scopes.push(Scope::Outside(*role, *kind));
                }
            }
        }
        let mut callers = Vec::new();
        for scope in scopes {
            callers.push(self.caller(scope).await);
        }
        callers
    }

    /// Whether the town has a node of a kind.
    fn stands(&self, kind: NodeKind) -> bool {
        let node = self.here.node(kind);
        kind == NodeKind::Source || rights::node(&self.app.directory(), &node).is_some()
    }

    /// Proposes something as anybody would; its id, as the queue gives it.
    async fn proposed(&self, address: &str, typed: &str) -> String {
        let visitor = self.caller(Scope::Visitor).await;
        let operator = self.caller(Scope::Operator).await;
        let (_, page) = self.get(address, &visitor).await;
        let (_, rest) = page.split_once("name=\"formulaire\" value=\"").unwrap();
        let secret = rest.split('"').next().unwrap();
        let request = Request::post(address).header(header::CONTENT_TYPE, FORM);
        let form = format!("{typed}&formulaire={secret}");
        let (status, _, body) = self.send(request.body(Body::from(form)).unwrap()).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
        let list = "/espace/propositions";
        let (_, queue) = self.get(list, &operator).await;
        let link = format!("href=\"{list}/");
        let ways = queue.split(&link).skip(1);
        let ids = ways.map(|rest| rest.split('"').next().unwrap().to_owned());
        let mut new = ids.filter(|id| *id != self.reported);
        new.next().unwrap()
    }

    /// Somebody who calls.
    pub(in crate::pages::tests) async fn caller(&self, scope: Scope) -> Caller {
        Caller {
            name: format!("{scope:?}"),
            cookie: self.come(scope).await,
            scope,
        }
    }

    /// A new session.
    async fn come(&self, scope: Scope) -> Option<String> {
        let grant = match scope {
            Scope::Visitor => return None,
            Scope::Operator => {
                let link = operator::one_time_link(&self.app, &may()).await.unwrap();
                let door = format!("/exploitation/{}", link.reveal());
                return Some(self.enter(&door).await);
            }
            Scope::NoRole => None,
            Scope::Inside(role, kind) => Some((role, self.here.node(kind))),
            Scope::Outside(role, kind) => Some((role, self.there.node(kind))),
        };
        let person = account(&self.app).await;
        if let Some((role, node)) = grant {
            let on = self.giving(&node).await;
            let given = people::give(&self.app, &on, person, role, None);
            given.await.unwrap();
        }
        let link = people::link_of(&self.app, &may(), person).await.unwrap();
        Some(self.enter(&format!("/connexion/lien/{link}")).await)
    }

    /// The operator's capability to give roles on a node.
    async fn giving(&self, node: &Node) -> Capability<GrantRoles> {
        let target: Option<Target> = match node {
            Node::Source(slug) => sources::target(&self.app, slug).await.unwrap(),
            other => rights::node(&self.app.directory(), other),
        };
        allow(&Actor::Operator, target.unwrap()).unwrap()
    }

    async fn enter(&self, door: &str) -> String {
        let request = Request::post(door).body(Body::empty()).unwrap();
        let (status, headers, body) = self.send(request).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{body}");
        let cookies = headers.get_all(header::SET_COOKIE).into_iter();
        let mut pairs = cookies.map(|value| value.to_str().unwrap().split(';').next().unwrap());
        let session = pairs.find(|pair| pair.starts_with("portulan-session="));
        session.unwrap().to_owned()
    }

    async fn send(&self, mut request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let peer: SocketAddr = "127.0.0.1:9".parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&body).into_owned();
        (head.status, head.headers, body)
    }

    pub(in crate::pages::tests) async fn get(
        &self,
        address: &str,
        caller: &Caller,
    ) -> (StatusCode, String) {
        let cookie = caller.cookie.as_deref().unwrap_or_default();
        let request = Request::get(address).header(header::COOKIE, cookie);
        let (status, _, body) = self.send(request.body(Body::empty()).unwrap()).await;
        (status, body)
    }

    /// Sends a form from the page of its own address.
    pub(in crate::pages::tests) async fn post(
        &self,
        address: &str,
        caller: &Caller,
        form: impl Into<Body>,
    ) -> (StatusCode, String) {
        self.post_as(address, caller, FORM, form).await
    }

    /// Sends a form of another kind.
    pub(in crate::pages::tests) async fn post_as(
        &self,
        address: &str,
        caller: &Caller,
        kind: &str,
        form: impl Into<Body>,
    ) -> (StatusCode, String) {
        let form: Body = form.into();
        let length = axum::body::HttpBody::size_hint(&form).exact();
        let request = Request::post(address)
            .header(header::COOKIE, caller.cookie.as_deref().unwrap_or_default())
            .header(header::CONTENT_LENGTH, length.unwrap_or_default())
            .header(header::HOST, "aide.example")
            .header(
                header::REFERER,
                format!("https://aide.example{address}?a=1"),
            )
            .header(header::CONTENT_TYPE, kind);
        let (status, _, body) = self.send(request.body(form).unwrap()).await;
        (status, body)
    }

    /// The database behind.
    pub(in crate::pages::tests) async fn store(&self) -> Store {
        Store::open(&self.database.url).await.unwrap()
    }

    /// The page on which two places of the town are compared.
    pub(in crate::pages::tests) fn pair(&self) -> (PairKey, String) {
        let [a, b] = [self.here.places[0].0, self.here.places[1].0];
        let key = PairKey::new(a, b).unwrap();
        (key, format!("/exploitation/doublons/{a}/{b}"))
    }

    /// The lots of equipment of the two towns.
    pub(in crate::pages::tests) const fn lots(&self) -> [LotId; 2] {
        [self.here.lot, self.there.lot]
    }

    /// What is planned in the town, and in the other one.
    pub(in crate::pages::tests) const fn plans(&self) -> [&Plan; 2] {
        [&self.here.plan, &self.there.plan]
    }

    /// Asks for an object of the town, or sends a form about it.
    pub(in crate::pages::tests) async fn ask(
        &self,
        route: &Route,
        object: NodeKind,
        caller: &Caller,
    ) -> (StatusCode, String) {
        let (status, _, body) = self.answer(route, object, caller).await;
        (status, body)
    }

    /// The same, with the headers.
    pub(in crate::pages::tests) async fn answer(
        &self,
        route: &Route,
        object: NodeKind,
        caller: &Caller,
    ) -> (StatusCode, HeaderMap, String) {
        let mut request = Request::builder()
            .method(route.method.clone())
            .uri(self.address(&route.path, object));
        if let Some(cookie) = &caller.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let body = if route.method == Method::POST {
            let (kind, body) = self.form(&route.path, object).await;
            request = request.header(header::CONTENT_TYPE, kind);
            Body::from(body)
        } else {
            Body::empty()
        };
        self.send(request.body(body).unwrap()).await
    }

    /// The address of an object. A route with a new name in its path needs a line here.
    fn address(&self, path: &str, object: NodeKind) -> String {
        let (place, slug) = &self.here.places[0];
        let of_source = path.starts_with("/exploitation/sources/");
        let id = match path.split('/').nth(2) {
            Some("moissonnages") => self.here.run.to_string(),
            Some("messages") => self.mail.clone(),
            Some("postes") if object == NodeKind::Territory => self.here.posts[1].to_string(),
            Some("postes") => self.here.posts[0].to_string(),
            Some("recensements") => self.here.census.to_string(),
            Some("propositions") if object == NodeKind::Territory => self.missing.clone(),
            Some("propositions") => self.reported.clone(),
            Some("campagnes") if object == NodeKind::Organisation => self.campaigns[1].clone(),
            Some("campagnes") => self.campaigns[0].clone(),
            _ if path.contains("/membres/") => self.here.plan.member.to_string(),
            _ => place.to_string(),
        };
        let picture = format!("{}.jpg", self.here.picture);
        let letter = self.here.plan.letter.to_string();
        let file = if path.contains("/fichiers/") {
            letter.as_str()
        } else if path.starts_with("/images/") {
            picture.as_str()
        } else if path.starts_with("/assets/") {
            let (_, file) = crate::assets::stylesheet().rsplit_once('/').unwrap();
            file
        } else {
            crate::pages::giving::FILES[0]
        };
        let link = if path.starts_with("/exploitation/") {
            "ab".repeat(32)
        } else {
            "jeton".to_owned()
        };
        let mut of_organisation = super::governed::OF_ORGANISATION.iter();
        let of_organisation = of_organisation.any(|root| path.starts_with(root));
        let slug = match (of_source, of_organisation) {
            (true, _) => &self.here.source,
            (_, true) => &self.here.organisation,
            _ => slug,
        };
        let node = self.here.node(object).to_string();
        let territory = self.here.territory.to_string();
        let known = [
            ("{slug}", slug.to_string()),
            ("{id}", id),
            ("{a}", place.to_string()),
            ("{b}", self.here.places[1].0.to_string()),
            ("{section}", "horaires".to_owned()),
            ("{seat}", node.clone()),
            ("{node}", node),
            (
                "{insee}",
                territory.trim_start_matches("commune-").to_owned(),
            ),
            ("{key}", territory.clone()),
            ("{cle}", territory),
            ("{file}", file.to_owned()),
            ("{link}", link.clone()),
            ("{token}", link),
            ("{convention}", self.here.organisation.to_string()),
            ("{lot}", self.here.lot.to_string()),
        ];
        let planned = self.here.plan.names();
        let named = known.iter().chain(&planned);
        let full = named.fold(path.to_owned(), |path, (name, value)| {
            path.replace(name, value)
        });
        assert!(
            !full.contains('{'),
            "say what stands for the name in {full}"
        );
        match path {
            "/exploitation/lieux" => format!("{full}?q=port"),
            _ => full,
        }
    }

    /// The operator's capability on a node, and a role that each of those who give some there may give.
    async fn givable(&self, object: NodeKind) -> (Capability<GrantRoles>, Role) {
        let role = super::governed::givable(object);
        (self.giving(&self.here.node(object)).await, role)
    }

    /// A form that changes nothing when it is taken, or is not complete.
    async fn form(&self, path: &str, object: NodeKind) -> (&'static str, String) {
        let place = &self.here.places[0].0;
        if super::governed::takes_a_file(path) {
            return (
                "multipart/form-data; boundary=bord",
                "--bord--\r\n".to_owned(),
            );
        }
        let pairs = match path {
            "/exploitation/doublons/{a}/{b}" => "decision=different".to_owned(),
            "/exploitation/a-verifier" => format!("lieu={place}&dit=rien"),
            "/lieux/{slug}/modifier/{section}" => "geste=voir".to_owned(),
            "/lieux/{slug}/modifier/images/retirer" => format!("image={}", "ab".repeat(32)),
            "/exploitation/lieux/{slug}/defaire" => format!("fusion={NOBODY}"),
            "/exploitation/lieux/{slug}/separer" => format!("lieu={place}"),
            "/espace/personnes/{node}/retirer" => {
                let (on, role) = self.givable(object).await;
                let given = people::give(&self.app, &on, self.somebody, role, None).await;
                format!("role={}", given.unwrap())
            }
            "/espace/personnes/{node}/annuler" => {
                let (on, role) = self.givable(object).await;
                let invitation = invitation(role);
                people::invite(&self.app, &on, invitation).await.unwrap();
                let standing = people::standing(&self.app, &on).await.unwrap();
                format!("invitation={}", standing.last().unwrap().0)
            }
            _ => String::new(),
        };
        (FORM, pairs)
    }

    /// Puts back what a form took away: the session of whoever sent it, or the source.
    pub(in crate::pages::tests) async fn mend(&self, route: &Route, caller: &mut Caller) {
        match route.path.as_str() {
            "/exploitation" | "/compte/quitter" | "/compte/effacer" => {
                caller.cookie = self.come(caller.scope).await;
            }
            "/exploitation/sources/{slug}/oublier" => {
                let source = source(&self.here.source, &self.here.territory, CANARY);
                sources::put(&self.app, &may(), &source, "essai")
                    .await
                    .unwrap();
            }
            _ => {}
        }
    }
}
