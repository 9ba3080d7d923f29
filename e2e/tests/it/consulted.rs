//! A scheme asks its partners what they think of its services: each is told by mail and answers for itself, those who work in
//! the scheme read all of it, the day after as well. Whoever manages a post is told of its end by mail. Mails go through a
//! real server, and name nobody.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use portulan_testkit::{KeptMail, SmtpSink};

use crate::both::{Engine, WAYS, on_both_engines};
use crate::walk::Walk;

on_both_engines! {
    partners_are_asked_by_mail_and_say_what_they_think_of_services
}

const DESK: &str = "/espace/dispositifs/numerique-au-coin-de-la-rue";
const PUBLIC: &str = "/dispositifs/numerique-au-coin-de-la-rue";
/// Name, end of the address, what it thinks of the first service, and why.
const PARTNERS: [(&str, &str, &str, &str); 3] = [
    ("Les Bateliers", "les-bateliers", "favorable", ""),
    (
        "Le Phare associatif",
        "le-phare-associatif",
        "reserve",
        "La salle est trop petite.",
    ),
    (
        "La Criée commune",
        "la-criee-commune",
        "oppose",
        "Personne ne reste le soir.",
    ),
];
const COORDINATOR: &str = "coordinator@exemple.fr";
const HOLDER: [&str; 2] = ["Dominique Anonyme", "dominique@exemple.fr"];
const FROM: &str = "bonjour@exemple.fr";
/// How long a mail is waited for.
const SOON: Duration = Duration::from_secs(20);
const STEP: Duration = Duration::from_millis(100);

async fn partners_are_asked_by_mail_and_say_what_they_think_of_services(
    engine: Engine,
) -> Result<()> {
    for scripts in WAYS {
        let walk = Walk::begin(engine, scripts).await?;
        let told = || format!("scripts: {scripts}");
        journey(walk).await.with_context(told)?;
    }
    Ok(())
}

async fn journey(walk: Walk) -> Result<()> {
    walk.come_in_as("coordinator", "commune-35238").await?;
    has_partners(&walk).await.context("the scheme")?;
    for (_, slug, ..) in PARTNERS {
        let (email, node) = (address_of(slug), format!("structure-{slug}"));
        walk.come_in(&email, "organisation-manager", &node).await?;
    }
    walk.comes_back(COORDINATOR).await?;
    opens_a_post(&walk).await.context("the post")?;
    asks(&walk).await.context("the question")?;
    for partner in PARTNERS {
        answers(&walk, partner).await.context(partner.0)?;
    }
    walk.comes_back(COORDINATOR).await?;
    are_read(&walk).await?;
    // A demonstration sends nothing: its mails wait for a server.
    let sink = SmtpSink::start();
    let url = sink.url();
    let options = ["--smtp-url", &url, "--mail-from", FROM];
    let walk = walk.sending("2026-11-29T10:00:00+01:00", &options)?;
    for (name, slug, ..) in PARTNERS {
        is_asked(&sink, (name, slug)).await.context("a question")?;
    }
    is_told_of_an_end(&sink)
        .await
        .context("the end of a post")?;
    walk.comes_back(COORDINATOR).await?;
    are_read(&walk).await.context("the day after")?;
    is_over(&walk).await
}

fn address_of(slug: &str) -> String {
    format!("{slug}@exemple.fr")
}

/// Three organisations, a scheme of theirs, two services.
async fn has_partners(walk: &Walk) -> Result<()> {
    for (name, ..) in PARTNERS {
        walk.goto("/espace/structures/nouvelle").await?;
        walk.fill("#org-nom", name).await?;
        walk.fill("#org-niveau", "Rennes").await?;
        walk.press("input[value='association']").await?;
        walk.browser.send("main form button.act").await?;
    }
    let [(lead, ..), (second, ..), (third, ..)] = PARTNERS;
    walk.goto("/espace/dispositifs/nouveau").await?;
    walk.fill("#disp-nom", "Numérique au coin de la rue")
        .await?;
    walk.fill("#disp-niveau", "Rennes").await?;
    walk.fill("#disp-zone", "Rennes").await?;
    walk.fill("#disp-pilote", lead).await?;
    for (rank, name) in [(1, second), (2, third)] {
        let field = format!("input[name='disp-partenaires']:nth-of-type({rank})");
        walk.fill(&field, name).await?;
    }
    walk.browser.send("main form button.act").await?;
    walk.says("C’est enregistré").await?;
    for name in ["Wifi", "Impression"] {
        walk.goto(&format!("{DESK}/socle")).await?;
        walk.fill("#service-nom", name).await?;
        walk.browser.send("h2#service ~ form button.act").await?;
    }
    Ok(())
}

/// A post whose contract ends in two months; somebody holds it, whom no mail may name.
async fn opens_a_post(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/postes/nouveau")).await?;
    walk.fill("#poste-accueil", "Les Bateliers").await?;
    walk.date("#poste-ouvert", "2025-02-01").await?;
    walk.fill("#poste-temps", "100").await?;
    walk.press("input[name='poste-etat'][value='occupe']")
        .await?;
    walk.date("#poste-jusque", "2027-01-31").await?;
    walk.browser.send("main form button.act").await?;
    walk.says("Le poste est ouvert").await?;
    walk.browser.follow("main a[href$='/titulaire']").await?;
    for (field, text) in ["#titulaire-nom", "#titulaire-courriel"]
        .into_iter()
        .zip(HOLDER)
    {
        walk.fill(field, text).await?;
    }
    walk.date("#titulaire-depuis", "2025-02-01").await?;
    walk.browser.send("main form button.act").await?;
    walk.browser.find("main").await?;
    ensure!(
        walk.typed("#titulaire-nom").await? == HOLDER[0],
        "the holder"
    );
    walk.judge().await
}

async fn asks(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/socle")).await?;
    walk.says("Aucun avis n’est encore demandé").await?;
    let ask = "h2#consulter ~ form button.act";
    walk.date("#consulter-jusque", "2026-11-27").await?;
    walk.browser.send(ask).await?;
    walk.says("Cette date est passée").await?;
    walk.judge().await?;
    walk.date("#consulter-jusque", "2026-11-28").await?;
    walk.browser.send(ask).await?;
    walk.says("L’avis des partenaires est demandé").await?;
    walk.judge().await
}

/// A partner reads what it is asked and says it; whoever is not favourable says why.
async fn answers(walk: &Walk, (_, slug, view, why): (&str, &str, &str, &str)) -> Result<()> {
    walk.comes_back(&address_of(slug)).await?;
    walk.goto(&format!("/espace/structures/{slug}/avis"))
        .await?;
    walk.judge().await?;
    walk.browser.follow("main ul.links a").await?;
    walk.says("Impression").await?;
    walk.judge().await?;
    walk.press(&format!("input[name='avis-wifi'][value='{view}']"))
        .await?;
    if !why.is_empty() {
        walk.browser.send("main form button.act").await?;
        walk.says("un avis qui n’est pas favorable s’explique")
            .await?;
        walk.judge().await?;
        walk.fill("#motif-wifi", why).await?;
    }
    walk.browser.send("main form button.act").await?;
    walk.says("Votre avis est enregistré").await?;
    // It reads its own again, and nobody else's.
    walk.browser.follow("main ul.links a").await?;
    ensure!(walk.typed("#motif-wifi").await? == why, "{why}");
    let others = PARTNERS.map(|(.., other)| other);
    let others = others.into_iter();
    let others: Vec<&str> = others
        .filter(|one| !one.is_empty() && *one != why)
        .collect();
    walk.hides(&others).await
}

/// Those who work in the scheme read who thinks what, and why; the public page says none of it.
async fn are_read(walk: &Walk) -> Result<()> {
    walk.goto(&format!("{DESK}/socle")).await?;
    for (name, _, _, why) in PARTNERS {
        walk.says(name).await?;
        walk.says(why).await?;
    }
    walk.says("Réponse jusqu’au samedi 28 novembre 2026")
        .await?;
    walk.judge().await?;
    let reasons = PARTNERS.map(|(.., why)| why);
    for page in [PUBLIC.to_owned(), format!("{PUBLIC}/socle")] {
        walk.goto(&page).await?;
        let [_, second, third] = reasons;
        walk.hides(&[second, third]).await?;
        walk.judge().await?;
    }
    Ok(())
}

/// The consultation is over: nothing is asked any more.
async fn is_over(walk: &Walk) -> Result<()> {
    let [(_, slug, ..), ..] = PARTNERS;
    walk.comes_back(&address_of(slug)).await?;
    let list = format!("/espace/structures/{slug}/avis");
    walk.goto(&list).await?;
    walk.says("Rien n’est demandé pour le moment").await?;
    let asked = format!("{list}/socles/dispositif-numerique-au-coin-de-la-rue");
    let answer = walk.fetch(&asked).await?;
    ensure!(answer.status == 404, "{}", answer.status);
    walk.judge().await
}

/// The mail to somebody whose subject says this.
async fn mail(sink: &SmtpSink, to: &str, subject: &str) -> Result<KeptMail> {
    let start = Instant::now();
    while start.elapsed() < SOON {
        let mut all = sink.mails().into_iter().filter(|mail| {
            let told = mail.header("Subject").unwrap_or_default();
            mail.to == [to] && plain(&told).contains(subject)
        });
        if let Some(one) = all.next() {
            ensure!(all.next().is_none(), "{subject}: twice to {to}");
            return Ok(one);
        }
        tokio::time::sleep(STEP).await;
    }
    bail!("no mail {subject:?} to {to}")
}

/// With plain spaces, and on one line.
fn plain(text: &str) -> String {
    let text = text.replace(['\u{A0}', '\u{202F}'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Heads as they must be, both parts in French, the same link in both, and nobody named.
fn is_a_fair_mail(mail: &KeptMail, said: &[&str], link: &str) -> Result<()> {
    ensure!(mail.from == FROM, "{}", mail.from);
    for (head, begins) in [
        ("From", FROM),
        ("To", "@exemple.fr"),
        ("Auto-Submitted", "auto-generated"),
        ("Content-Type", "multipart/alternative"),
        ("Message-ID", "@exemple.fr>"),
        ("Date", "Nov 2026"),
    ] {
        let told = mail.header(head).with_context(|| head.to_owned())?;
        ensure!(told.contains(begins), "{head}: {told}");
    }
    // It is asked of them, or told to them, as those who answer for it: nobody is on a list.
    for none in ["Bcc", "Cc", "List-Unsubscribe"] {
        ensure!(mail.count_headers(none) == 0, "{none}");
    }
    let (text, html) = (mail.text(), mail.html());
    ensure!(html.contains("lang=\"fr\""), "{html}");
    for part in [&text, &html] {
        let told = plain(part);
        for words in ["Bonjour", "Vous recevez ce message parce que"]
            .iter()
            .chain(said)
        {
            ensure!(told.contains(words), "{words:?} in {told}");
        }
        ensure!(part.contains(link), "{link} in {part}");
        for private in HOLDER.iter().chain(&["Camille D.", COORDINATOR]) {
            ensure!(!part.contains(private), "{private} in {part}");
        }
    }
    Ok(())
}

async fn is_asked(sink: &SmtpSink, (name, slug): (&str, &str)) -> Result<()> {
    let subject = "Votre avis est demandé : Numérique au coin de la rue";
    let mail = mail(sink, &address_of(slug), subject).await?;
    let said = [
        &format!("« Numérique au coin de la rue » demande ce que {name} pense de ses services"),
        "Vous pouvez répondre jusqu’au samedi 28 novembre 2026",
        "Lire et donner un avis",
    ];
    is_a_fair_mail(&mail, &said, &format!("/espace/structures/{slug}/avis"))
}

async fn is_told_of_an_end(sink: &SmtpSink) -> Result<()> {
    let subject = "Un poste se termine le dimanche 31 janvier 2027 : Les Bateliers";
    let mail = mail(sink, COORDINATOR, subject).await?;
    let said = [
        "le contrat de la personne qui occupe ce poste se termine le dimanche 31 janvier 2027",
        "Voir le poste",
    ];
    is_a_fair_mail(&mail, &said, "/espace/postes/")
}
