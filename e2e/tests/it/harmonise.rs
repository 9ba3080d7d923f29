//! Harmonisation from the command line: lists in, files out, and nothing changed when the input is refused.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Command, Output};

use anyhow::{Context, Result, ensure};
use portulan_e2e::site::program;
use serde_json::Value;
use tempfile::TempDir;

const MAPPING: &str = "[champs]\nid = \"id\"\nnom = \"nom\"\nadresse = \"adresse\"\ncommune = \"ville\"\n\
    code_postal = \"cp\"\ntelephone = \"tel\"\n[horaires]\ntexte = \"horaires\"\n\
    [listes]\nservices = [{ valeur = \"Aide aux démarches administratives\" }]\n";

const LIST: &str = "id;nom;adresse;ville;cp;tel;horaires\n\
    1;Médiathèque du Port;1 rue du Port;Saint-Malo;35400;02 99 00 00 01;du lundi au vendredi 9h-12h\n\
    2;=cmd|'/C calc'!A1;2 rue du Port;SAINT MALO CEDEX;35418;0299000002Bureau;quand on peut\n\
    2;Atelier <b>gras</b>;;;;;\n";

const OTHER: &str = "id,nom,adresse,commune,code_postal,telephone,source\n\
    a,Mediatheque du port,1 rue du port,Saint-Malo,35400,+33299000001,autre\n\
    b,Mairie de Saint-Malo,Place Chateaubriand,Saint-Malo,35400,+33299000003,autre\n";

fn run(arguments: &[&str], folder: &TempDir) -> Result<Output> {
    let command = Command::new(program()?)
        .args(arguments)
        .current_dir(folder.path())
        .output();
    command.context("portulan")
}

fn lists() -> Result<TempDir> {
    let folder = tempfile::tempdir()?;
    for (name, text) in [("m.toml", MAPPING), ("l.csv", LIST), ("autre.csv", OTHER)] {
        fs::write(folder.path().join(name), text)?;
    }
    Ok(folder)
}

fn json(folder: &TempDir, name: &str) -> Result<Value> {
    let text = fs::read_to_string(folder.path().join(name)).with_context(|| name.to_owned())?;
    Ok(serde_json::from_str(&text)?)
}

fn transform(folder: &TempDir) -> Result<()> {
    let arguments = [
        "harvest",
        "transform",
        "--mapping",
        "m.toml",
        "--input",
        "l.csv",
        "--source",
        "Ma ville",
        "--territory",
        "Ille-et-Vilaine",
        "--dated",
        "2026-01-02",
        "--out",
        "out",
    ];
    let output = run(&arguments, folder)?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{told}");
    Ok(())
}

#[test]
fn a_list_becomes_places_and_every_row_has_its_line() -> Result<()> {
    let folder = lists()?;
    transform(&folder)?;
    let places = json(&folder, "out/places.json")?;
    let places = places.as_array().context("places")?;
    let ids: Vec<&str> = places
        .iter()
        .filter_map(|place| place["id"].as_str())
        .collect();
    ensure!(
        ids == ["Ma-ville_1", "Ma-ville_2", "Ma-ville_2-2"],
        "{ids:?}"
    );
    ensure!(
        places[0]["horaires"] == "Mo-Fr 09:00-12:00",
        "{}",
        places[0]
    );
    ensure!(
        places[1]["code_insee"] == "35288" && places[1]["telephone"] == "+33299000002",
        "{}",
        places[1]
    );
    ensure!(places[2]["nom"] == "Atelier gras", "{}", places[2]);
    let report = json(&folder, "out/report.json")?;
    for row in 0..3 {
        let lines = report.as_array().context("report")?.iter();
        ensure!(
            lines.clone().any(|line| line["row"] == row),
            "row {row} has no line"
        );
    }
    let summary = json(&folder, "out/summary.json")?;
    ensure!(
        summary["rows"] == 3 && summary["kept"] == 3 && summary["incomplete"] == 1,
        "{summary}"
    );
    let csv = fs::read_to_string(folder.path().join("out/places.csv"))?;
    ensure!(
        csv.contains(",'=cmd") && csv.contains("2026-01-02"),
        "a formula is live: {csv}"
    );
    Ok(())
}

/// Serves the list at any address, once for each connection.
fn serve_list() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let address = format!("http://{}/liste.csv", listener.local_addr()?);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream?;
            let mut request = [0; 4_096];
            let _asked = stream.read(&mut request)?;
            let length = LIST.len();
            let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n\r\n");
            stream.write_all((head + LIST).as_bytes())?;
        }
        std::io::Result::Ok(())
    });
    Ok(address)
}

#[test]
fn a_list_is_taken_from_an_address_and_from_a_private_network_only_when_allowed() -> Result<()> {
    let folder = lists()?;
    let address = serve_list()?;
    let list = ["--source", "Ma ville", "--territory", "Ille-et-Vilaine"];
    let mut arguments = vec!["harvest", "transform", "--mapping", "m.toml", "--input"];
    arguments.extend([address.as_str(), "--out", "out"]);
    arguments.extend(list);
    let output = run(&arguments, &folder)?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.code() == Some(1) && told.contains("--allow-private-addresses"),
        "{told}"
    );
    ensure!(
        !folder.path().join("out").exists(),
        "a refused address left files"
    );
    arguments.push("--allow-private-addresses");
    let output = run(&arguments, &folder)?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{told}");
    let summary = json(&folder, "out/summary.json")?;
    ensure!(summary["rows"] == 3, "{summary}");
    Ok(())
}

#[test]
fn duplicates_of_two_files_are_merged_with_their_reasons() -> Result<()> {
    let folder = lists()?;
    transform(&folder)?;
    let output = run(
        &[
            "dedupe",
            "--input",
            "out/places.json",
            "autre.csv",
            "--out",
            "dd",
        ],
        &folder,
    )?;
    ensure!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let groups = json(&folder, "dd/groups.json")?;
    ensure!(
        groups == serde_json::json!([["Ma-ville_1", "a"]]),
        "{groups}"
    );
    let merged = json(&folder, "dd/merged.json")?;
    let merged = merged.as_array().context("merged")?;
    ensure!(merged.len() == 4, "{} places", merged.len());
    let one = merged
        .iter()
        .find(|place| place["id"] == "Ma-ville_1")
        .context("merged place")?;
    ensure!(
        one["fusion_de"] == serde_json::json!(["Ma-ville_1", "a"])
            && one["horaires"] == "Mo-Fr 09:00-12:00",
        "{one}"
    );
    let pairs = json(&folder, "dd/explanations.json")?;
    let pair = pairs
        .as_array()
        .and_then(|pairs| pairs.first())
        .context("explanation")?;
    ensure!(
        pair["outcome"] == "same" && pair["evidence"][0]["text"].is_string(),
        "{pair}"
    );
    Ok(())
}

#[test]
fn what_is_refused_leaves_nothing_behind() -> Result<()> {
    let folder = lists()?;
    fs::write(folder.path().join("bad.toml"), "[champs]\nnon = \"x\"\n")?;
    let arguments = [
        "harvest",
        "transform",
        "--mapping",
        "bad.toml",
        "--input",
        "l.csv",
        "--source",
        "S",
        "--territory",
        "T",
        "--out",
        "out",
    ];
    let output = run(&arguments, &folder)?;
    ensure!(output.status.code() == Some(1), "{:?}", output.status);
    ensure!(
        !folder.path().join("out/places.json").exists(),
        "a refused list left files"
    );
    let output = run(&["dedupe", "--input", "none.csv", "--out", "dd"], &folder)?;
    ensure!(output.status.code() == Some(1), "{:?}", output.status);
    ensure!(
        !Path::new(&folder.path().join("dd/groups.json")).exists(),
        "a refused file left files"
    );
    Ok(())
}
