//! Duplicates among organisations from the command line: structures of data·inclusion and a plain list of another hand.
//! All of them are invented.

use std::fs;
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};
use portulan_e2e::site::program;
use serde_json::{Value, json};
use tempfile::TempDir;

/// `b1` and `b2` are two establishments of one body, `phare` another body at the door of the first.
const STRUCTURES: &str = r#"[
  {"source": "dora", "id": "dora--b1", "nom": "Les Bateliers du numérique", "date_maj": "2026-03-01",
   "siret": "99900001100018", "adresse": "3 rue Zola", "code_postal": "35000", "commune": "Rennes",
   "code_insee": "35238", "telephone": "0299000012", "courriel": "accueil@bateliers.exemple.fr",
   "reseaux_porteurs": ["pimms-mediation", "emmaus-connect"]},
  {"source": "dora", "id": "dora--b2", "nom": "Les Bateliers du numérique", "date_maj": "2026-03-01",
   "siret": "99900001100026", "adresse": "40 quai Hoche", "code_postal": "35400", "commune": "Saint-Malo",
   "code_insee": "35288"},
  {"source": "dora", "id": "dora--phare", "nom": "Le Phare associatif", "date_maj": "2026-03-01",
   "siret": "99900002900010", "adresse": "3 rue Zola", "code_postal": "35000", "commune": "Rennes",
   "code_insee": "35238", "telephone": "0299000012"}
]"#;

const LIST: &str = "Identifiant;Raison sociale;SIRET;Adresse;Code postal;Ville;Courriel;Numéro RNA;SIREN\n\
    1;ASS LES BATELIERS DU NUMERIQUE;999 000 011 00018;3 R. ZOLA;35000;RENNES;;W351000001;\n\
    2;Espace Jeunes du Port;;12 quai Hoche;35400;Saint-Malo;jeunes@port.exemple.fr;;\n\
    3;Le Phare associatif;;;35000;Rennes;;;999 000 029\n";

fn dedupe(folder: &TempDir, arguments: &[&str]) -> Result<Output> {
    let inputs = [
        "dedupe",
        "--input",
        "structures.json",
        "liste.csv",
        "--out",
        "dd",
    ];
    let command = Command::new(program()?)
        .args(inputs)
        .args(arguments)
        .current_dir(folder.path())
        .output();
    command.context("portulan")
}

fn lists() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    fs::write(folder.path().join("structures.json"), STRUCTURES)?;
    fs::write(folder.path().join("liste.csv"), LIST)?;
    Ok(folder)
}

fn read(folder: &TempDir, name: &str) -> Result<Value> {
    let path = folder.path().join("dd").join(name);
    let text = fs::read_to_string(path).with_context(|| name.to_owned())?;
    Ok(serde_json::from_str(&text)?)
}

#[test]
fn one_organisation_of_two_lists_is_merged_and_its_other_establishment_is_linked() -> Result<()> {
    let folder = lists()?;
    let output = dedupe(&folder, &["--kind", "organisations", "--json"])?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let totals: Value = serde_json::from_slice(&output.stdout)?;
    let expected = json!({
        "organisations": 6, "groups": 2, "merged": 4, "hosted": 0, "bodies": 1, "review": 0
    });
    ensure!(totals == expected, "{totals}");
    let groups = read(&folder, "groups.json")?;
    ensure!(
        groups == json!([["1", "dora--b1"], ["3", "dora--phare"]]),
        "{groups}"
    );

    let merged = read(&folder, "merged.json")?;
    let merged = merged.as_array().context("merged")?;
    let one = merged.iter().find(|one| one["id"] == "1");
    let one = one.context("the merged organisation")?;
    ensure!(
        one["fusion_de"] == json!(["1", "dora--b1"])
            && one["rna"] == "W351000001"
            && one["courriel"] == "accueil@bateliers.exemple.fr"
            && one["code_insee"] == "35238"
            && one["reseaux_porteurs"] == "pimms-mediation|emmaus-connect",
        "{one}"
    );
    ensure!(one["origine"]["rna"]["de"] == json!(["1"]), "{one}");
    ensure!(
        merged.iter().all(|one| one["siret"] != "00000000000000"),
        "a filler"
    );

    let links = read(&folder, "links.json")?;
    let link = links.get(0).context("a relation")?;
    ensure!(
        link["siren"] == "999000011" && link["members"] == json!(["1", "dora--b2"]),
        "{links}"
    );
    let reason = link["reason"].as_str().unwrap_or_default();
    ensure!(reason.contains("999000011"), "{reason}");
    Ok(())
}

#[test]
fn every_reason_is_said_in_words() -> Result<()> {
    let folder = lists()?;
    dedupe(&folder, &["--kind", "organisations"])?;
    let pairs = read(&folder, "explanations.json")?;
    let pairs = pairs.as_array().context("explanations")?;
    let pair = pairs.first().context("a pair")?;
    ensure!(
        pairs.len() == 2
            && pair["a"] == "1"
            && pair["b"] == "dora--b1"
            && pair["outcome"] == "same",
        "two bodies at one door make no pair: {pairs:?}"
    );
    let evidence = pair["evidence"].as_array().context("evidence")?;
    for one in evidence {
        let (text, level) = (one["text"].as_str(), one["level"].as_str());
        let (text, level) = (text.context("a text")?, level.context("a level")?);
        ensure!(!text.is_empty() && !text.contains(level), "{one}");
    }
    let identified = evidence.iter().any(|one| one["level"] == "pivot-same");
    ensure!(identified, "{pair}");
    Ok(())
}

#[test]
fn places_are_what_is_looked_for_unless_organisations_are_asked_for() -> Result<()> {
    let folder = lists()?;
    let output = dedupe(&folder, &["--json"])?;
    let totals: Value = serde_json::from_slice(&output.stdout)?;
    ensure!(
        totals["places"] == 6 && totals.get("bodies").is_none(),
        "{totals}"
    );
    let refused = dedupe(&folder, &["--kind", "personnes"])?;
    ensure!(refused.status.code() == Some(2), "{:?}", refused.status);
    Ok(())
}
