//! An installation with something of everything, and somebody in each role: lists taken in, an organisation, proposals,
//! a journal, and one open session per role inside its territory.
//!
//! All is done as people do it: forms over HTTP, and `portulan user invite` for the accounts.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail, ensure};
use hyper::Method;
use tempfile::NamedTempFile;

use crate::http::{Answer, ask, post, send};
use crate::site::{Site, program};

/// The territory in which roles are held.
const TERRITORY: &str = "commune-35238";
/// The source that is taken in, and the organisation that is made.
const SOURCE: &str = "essai";
const ORGANISATION: &str = "Les Bateliers des Essais";
/// Two rows that are surely one place, two that may be, one that lacks nearly everything, one that means no good.
const LIST: &str = "id,nom,commune,code_postal,adresse,latitude,longitude,telephone,courriels,horaires,date_maj\n\
    1,Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,48.11,-1.68,+33299000001,atlantes@essai.example,Mo-Fr 09:00-12:00,2026-01-01\n\
    2,Maison des Essais Atlantes,Rennes,35000,12 rue de l'Essai,48.11,-1.68,+33299000001,atlantes@essai.example,,2026-02-01\n\
    3,Atelier des Rives,Rennes,35000,4 quai des Essais,48.12,-1.67,,,tous les matins,2026-01-01\n\
    4,L'Atelier des Rives,Rennes,35000,9 quai des Essais,48.1203,-1.6704,,,,2025-01-01\n\
    5,<script>alert(1)</script>,Rennes,35000,5 quai des Essais,48.1103,-1.6714,,,,2025-01-01\n\
    6,Lieu sans rien,Rennes,,,,,,,,\n";
const BOUNDARY: &str = "bord";

/// The roles, and the kind of node on which each is held.
const ROLES: [(&str, Held); 10] = [
    ("contributor", Held::Source),
    ("place-manager", Held::Place),
    ("organisation-manager", Held::Organisation),
    ("mediator", Held::Territory),
    ("coordinator", Held::Territory),
    ("referent", Held::Territory),
    ("instructor", Held::Territory),
    ("funder", Held::Territory),
    ("hub", Held::Territory),
    ("operator", Held::Installation),
];

#[derive(Clone, Copy)]
enum Held {
    Installation,
    Territory,
    Organisation,
    Source,
    Place,
}

/// Somebody who calls.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The role.
    pub role: &'static str,
    /// The cookie of the session; empty for a visitor.
    pub cookie: String,
}

/// The installation.
pub struct Filled {
    /// The running program.
    pub site: Site,
    /// A visitor, then one person per role.
    pub callers: Vec<Caller>,
    /// Name of a place in the territory.
    pub place: String,
    /// Name of the organisation that runs it.
    pub organisation: String,
    log: NamedTempFile,
}

impl Filled {
    /// Starts the demonstration and fills it.
    pub async fn start() -> Result<Self> {
        let log = NamedTempFile::new()?;
        let out = log.reopen()?.into();
        let site = Site::start_telling(tempfile::tempdir()?, &["--log-json"], out)?;
        let opened = ask(Method::POST, &site.at(&site.desk), &[]).await?;
        let mut filled = Self {
            callers: vec![Caller {
                role: "visitor",
                cookie: session(&opened)?,
            }],
            place: a_place(&site).await?,
            organisation: String::new(),
            site,
            log,
        };
        filled.take_in_a_list().await?;
        filled.organisation = filled.make_an_organisation().await?;
        filled.propose().await?;
        // The operator's own session was only there to fill.
        filled.callers.iter_mut().for_each(|one| one.cookie.clear());
        for (role, held) in ROLES {
            let cookie = filled.come_in(role, &filled.node(held)).await?;
            filled.callers.push(Caller { role, cookie });
        }
        Ok(filled)
    }

    /// What the program wrote to its log, refused requests left out.
    pub fn faults(&self) -> Result<Vec<String>> {
        let text = std::fs::read_to_string(self.log.path())?;
        let faults = text
            .lines()
            .filter(|line| !line.contains("\"level\":\"INFO\""));
        Ok(faults.map(str::to_owned).collect())
    }

    /// Where somebody's own pages begin, and one of each kind of object.
    #[must_use]
    pub fn ways_in(&self) -> Vec<String> {
        let (place, organisation) = (&self.place, &self.organisation);
        let mut ways: Vec<String> = [
            "/compte",
            "/espace",
            "/compte/mot-de-passe",
            "/proposer",
            "/espace/propositions",
            "/espace/structures/nouvelle",
            "/exploitation/sources",
            "/exploitation/sources/nouvelle",
            "/exploitation/moissonnages",
            "/exploitation/doublons",
            "/exploitation/a-verifier",
            "/exploitation/messages",
            "/exploitation/lieux?q=essai",
        ]
        .map(str::to_owned)
        .into();
        ways.extend([
            format!("/lieux/{place}/signaler"),
            format!("/lieux/{place}/modifier"),
            format!("/lieux/{place}/modifier/horaires"),
            format!("/espace/structures/{organisation}/modifier"),
            format!("/espace/personnes/{TERRITORY}"),
            format!("/espace/personnes/lieu-{place}"),
            format!("/exploitation/sources/{SOURCE}"),
            format!("/exploitation/sources/{SOURCE}/modifier"),
        ]);
        ways
    }

    fn node(&self, held: Held) -> String {
        match held {
            Held::Installation => "installation".to_owned(),
            Held::Territory => TERRITORY.to_owned(),
            Held::Organisation => format!("structure-{}", self.organisation),
            Held::Source => format!("source-{SOURCE}"),
            Held::Place => format!("lieu-{}", self.place),
        }
    }

    /// The session that fills the installation.
    fn cookie(&self) -> &str {
        self.callers.first().map_or("", |one| &one.cookie)
    }

    /// Sends a form as the operator; where it leads.
    async fn form(&self, path: &str, form: &str) -> Result<String> {
        let headers = [("cookie", self.cookie())];
        let answer = post(&self.site.at(path), &headers, form).await?;
        led(path, &answer)
    }

    async fn take_in_a_list(&self) -> Result<()> {
        let source = "nom=Essai&origine=fichier&rythme=aucune&niveau=Rennes&licence=LO&confiance=50&limite=20";
        self.form("/exploitation/sources", source).await?;
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        let body = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"l.csv\"\r\n\r\n\
             {LIST}\r\n--{BOUNDARY}--\r\n"
        );
        let path = format!("/exploitation/sources/{SOURCE}/moissonner");
        let headers = [("cookie", self.cookie()), ("content-type", &kind)];
        let answer = send(Method::POST, &self.site.at(&path), &headers, body).await?;
        let run = led(&path, &answer)?;
        for _ in 0..200 {
            let page = ask(Method::GET, &self.site.at(&run), &headers).await?;
            if page.text.contains("Terminé") {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("the run does not end")
    }

    async fn make_an_organisation(&self) -> Result<String> {
        let name = ORGANISATION.replace(' ', "+");
        let form = format!("org-nom={name}&org-niveau=Rennes&org-courriel=bateliers%40exemple.fr");
        let led = self.form("/espace/structures/nouvelle", &form).await?;
        let slug = led.split('/').nth(3).context("a name")?.to_owned();
        let places = format!("/espace/structures/{slug}/lieux");
        let place = format!("lieu={}&geste=ajouter", self.place);
        self.form(&places, &place).await?;
        Ok(slug)
    }

    /// An error on a place, and a place that is missing, as anybody proposes them.
    async fn propose(&self) -> Result<()> {
        let report = format!("/lieux/{}/signaler", self.place);
        let missing = "nom=%3Cb%3ELieu+manquant&rue=3+rue+de+Nantes&code_postal=35000&commune=Rennes&services=acces\
             &horaires=samedi+10h-12h&telephone=02+99+00+00+08&qui=equipe";
        for (path, typed) in [(report.as_str(), "probleme=ferme"), ("/proposer", missing)] {
            let page = ask(Method::GET, &self.site.at(path), &[]).await?.text;
            let (_, rest) = page
                .split_once("name=\"formulaire\" value=\"")
                .with_context(|| format!("no form at {path}"))?;
            let secret = rest.split('"').next().unwrap_or_default();
            let form = format!("{typed}&formulaire={secret}");
            led(path, &post(&self.site.at(path), &[], &form).await?)?;
        }
        Ok(())
    }

    /// Invites somebody to a role, who accepts; the cookie of their session.
    async fn come_in(&self, role: &str, node: &str) -> Result<String> {
        let email = format!("{role}@exemple.fr");
        let output = Command::new(program()?)
            .args(["user", "invite", &email, "--role", role, "--node", node])
            .arg("--data-dir")
            .arg(self.site.data())
            .output()?;
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(output.status.success(), "{role} on {node}: {told}");
        let link = String::from_utf8(output.stdout)?;
        let (_, path) = link.trim().split_once("localhost:8080").context("a link")?;
        let form = format!("nom=Personne+{role}");
        let answer = post(&self.site.at(path), &[], &form).await?;
        session(&answer).with_context(|| format!("{role}: {}", answer.text))
    }
}

/// Where an answer leads.
fn led(path: &str, answer: &Answer) -> Result<String> {
    ensure!(
        answer.status == 303,
        "{path}: {} {}",
        answer.status,
        answer.text
    );
    Ok(answer.header("location").to_owned())
}

/// The cookie of a session that an answer opens.
fn session(answer: &Answer) -> Result<String> {
    let cookies = answer.headers.get_all("set-cookie").into_iter();
    let mut pairs = cookies.filter_map(|value| value.to_str().ok()?.split(';').next());
    let session = pairs.find(|pair| pair.starts_with("portulan-session="));
    Ok(session.context("no session was opened")?.to_owned())
}

/// Name of a place of the territory.
async fn a_place(site: &Site) -> Result<String> {
    let address = format!("/api/v1/lieux?territoire={TERRITORY}&limite=1");
    let page = ask(Method::GET, &site.at(&address), &[]).await?.json()?;
    let place = page.pointer("/lieux/0").context("no place")?;
    let text = |name: &str| place.get(name).and_then(serde_json::Value::as_str);
    let slug = text("slug").or_else(|| text("page")?.rsplit('/').next());
    Ok(slug
        .with_context(|| format!("no name in {place}"))?
        .to_owned())
}
