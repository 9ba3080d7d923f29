//! Lists and mappings that nobody means well with, through the command: a clear word, exit 1, and nothing left behind.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;
use portulan_e2e::site::program;
use serde_json::Value;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MAPPING: &str = "[champs]\nid = \"id\"\nnom = \"nom\"\nadresse = \"adresse\"\ncommune = \"ville\"\n\
    code_postal = \"cp\"\npresentation_detail = \"texte\"\ndate_maj = \"date\"\nstructure_parente = \"parent\"\n";

const SOUND: &str =
    "id,nom,adresse,ville,cp,texte,date\n1,Maison,1 rue du Port,Rennes,35000,Bonjour,2024-01-02\n";

/// A folder with a mapping, and the command over the files in it.
struct Bench(TempDir);

impl Bench {
    fn new() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("m.toml"), MAPPING)?;
        Ok(Self(folder))
    }

    fn with(mapping: &str, input: &[u8]) -> Result<Self> {
        let bench = Self::new()?;
        fs::write(bench.0.path().join("m.toml"), mapping)?;
        fs::write(bench.0.path().join("l"), input)?;
        Ok(bench)
    }

    fn command(&self, mapping: &str, input: &str) -> Result<Command> {
        let mut command = Command::new(program()?);
        let words = [
            "harvest",
            "transform",
            "--source",
            "S",
            "--territory",
            "Ille-et-Vilaine",
        ];
        command
            .args(words)
            .args(["--mapping", mapping, "--input", input, "--out", "out"])
            .current_dir(self.0.path());
        Ok(command)
    }

    fn run(&self) -> Result<Output> {
        Ok(self.command("m.toml", "l")?.output()?)
    }

    fn text(&self, name: &str) -> Result<String> {
        fs::read_to_string(self.0.path().join("out").join(name)).with_context(|| name.to_owned())
    }

    fn json(&self, name: &str) -> Result<Value> {
        Ok(serde_json::from_str(&self.text(name)?)?)
    }

    /// The command says why it refuses, and there is no trace of it.
    fn is_refused(&self, why: &str) -> Result<()> {
        let output = self.run()?;
        let told = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.code() == Some(1),
            "{:?}: {told}",
            output.status
        );
        ensure!(plain(&told).contains(why), "not said: {why}: {told}");
        ensure!(told.len() < 1_000, "{} bytes are said", told.len());
        ensure!(
            !self.0.path().join("out").exists(),
            "a refusal left its folder"
        );
        Ok(())
    }

    fn is_done(&self) -> Result<()> {
        let output = self.run()?;
        let told = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "{told}");
        Ok(())
    }

    /// Runs the command and gives the most memory that it held, in kilobytes.
    fn peak(&self) -> Result<u64> {
        let mut command = self.command("m.toml", "l")?;
        let mut child = command.stdout(Stdio::null()).spawn()?;
        let status = format!("/proc/{}/status", child.id());
        let mut peak = 0;
        let code = loop {
            let held = fs::read_to_string(&status).ok();
            let held = held.as_deref().and_then(high_water);
            peak = peak.max(held.unwrap_or(0));
            if let Some(code) = child.try_wait()? {
                break code;
            }
            thread::sleep(Duration::from_millis(5));
        };
        ensure!(code.success(), "{code}");
        Ok(peak)
    }
}

/// With the apostrophes and blanks of a keyboard.
fn plain(text: &str) -> String {
    text.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}

fn high_water(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches("kB").trim().parse().ok()
}

/// A list of so many megabytes, written as it goes: rows of a kilobyte, all different.
fn long_list(bench: &Bench, megabytes: usize) -> Result<usize> {
    let mut file = BufWriter::new(File::create(bench.0.path().join("l"))?);
    writeln!(file, "id,nom,adresse,ville,cp,texte,date")?;
    let text = "Un lieu où l'on aide à faire ses démarches. ".repeat(44);
    let rows = megabytes << 9;
    for row in 0..rows {
        let street = row % 97;
        writeln!(
            file,
            "{row},Maison {row},{street} rue du Port,Rennes,35000,\"{row} {text}\",2024-01-02"
        )?;
    }
    file.flush()?;
    Ok(rows)
}

#[test]
fn a_list_ten_times_as_long_takes_no_more_memory() -> Result<()> {
    let bench = Bench::new()?;
    long_list(&bench, 4)?;
    let short = bench.peak()?;
    let rows = long_list(&bench, 40)?;
    let long = bench.peak()?;
    println!("peak memory: {short} kB for 4 MB, {long} kB for 40 MB");
    ensure!(bench.json("summary.json")?["kept"] == rows, "rows are lost");
    ensure!(long < short + 16_000, "{short} kB became {long} kB");
    Ok(())
}

#[test]
fn a_bomb_is_refused_and_what_was_there_before_stays() -> Result<()> {
    let bench = Bench::with(MAPPING, SOUND.as_bytes())?;
    bench.is_done()?;
    let before = bench.text("places.json")?;
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(SOUND.as_bytes())?;
    let row = format!("2,Maison,{},Rennes,35000,,\n", " ".repeat(60_000));
    for _ in 0..200 {
        packed.write_all(row.as_bytes())?;
    }
    let bomb = packed.finish()?;
    fs::write(bench.0.path().join("l"), &bomb)?;
    let output = bench.run()?;
    let told = String::from_utf8_lossy(&output.stderr);
    ensure!(
        output.status.code() == Some(1) && plain(&told).contains("grossit plus de 200 fois"),
        "{told}"
    );
    ensure!(
        bench.text("places.json")? == before,
        "a refused list changed the places"
    );
    let files: Vec<_> = fs::read_dir(bench.0.path().join("out"))?.collect();
    ensure!(files.len() == 7, "{files:?}");
    Bench::with(MAPPING, &bomb)?.is_refused("grossit plus de 200 fois")
}

#[test]
fn a_list_that_breaks_off_after_sound_rows_leaves_nothing() -> Result<()> {
    let row = "{\"id\": \"1\", \"nom\": \"Maison\", \"ville\": \"Rennes\"},";
    let list = format!("[{}{{\"id\": \"2\", \"nom\"", row.repeat(5_000));
    Bench::with(MAPPING, list.as_bytes())?.is_refused("JSON est abîmé")
}

#[test]
fn a_workbook_that_swells_is_refused_before_it_is_opened() -> Result<()> {
    let mut packed = Vec::new();
    let mut zip = ZipWriter::new(std::io::Cursor::new(&mut packed));
    zip.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default())?;
    let zeros = vec![b'0'; 1 << 20];
    for _ in 0..12 {
        zip.write_all(&zeros)?;
    }
    zip.finish()?;
    Bench::with(MAPPING, &packed)?.is_refused("grossit plus de 200 fois")
}

#[test]
fn no_cell_of_any_file_is_a_formula() -> Result<()> {
    let formulas = [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1+1",
        "＝1+1",
        "'=1+1",
    ];
    let mut list = "id,nom,adresse,ville,cp,texte,date,parent\n".to_owned();
    for formula in formulas {
        let cell = format!("\"{formula}\"");
        for [ville, cp] in [["Rennes", "35000"], [cell.as_str(), cell.as_str()]] {
            let line = [
                cell.as_str(),
                &cell,
                &cell,
                ville,
                cp,
                &cell,
                "2024-01-02",
                &cell,
            ];
            list.push_str(&line.join(","));
            list.push('\n');
        }
        let bare = ["x", "Maison", "", "", "", "", &cell, ""].join(",");
        list.push_str(&bare);
        list.push('\n');
    }
    // Every field that the schema wants, so that some rows reach places.csv.
    let mapping = format!(
        "{MAPPING}pivot = {{ valeur = \"21350210700013\" }}\n[listes]\n\
         services = [{{ valeur = \"Aide aux démarches administratives\" }}]\n"
    );
    let bench = Bench::with(&mapping, list.as_bytes())?;
    bench.is_done()?;
    for name in [
        "places.csv",
        "incomplete.csv",
        "report.csv",
        "corrections.csv",
    ] {
        let text = bench.text(name)?;
        let delimiter = if text.lines().next().is_some_and(|line| line.contains(';')) {
            b';'
        } else {
            b','
        };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .from_reader(text.as_bytes());
        let mut cells = 0;
        for row in reader.records() {
            for cell in &row? {
                cells += 1;
                ensure!(!runs(cell), "{name} has a live cell: {cell:?}");
            }
        }
        ensure!(cells > 50, "{name} has {cells} cells: nothing was tried");
    }
    Ok(())
}

/// Whether a spreadsheet would run a cell.
fn runs(cell: &str) -> bool {
    let start = cell.trim_start();
    start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        && start
            .get(1..)
            .is_none_or(|digits| digits.parse::<f64>().is_err())
}

#[test]
fn ten_thousand_columns_are_read_and_thirty_thousand_refused() -> Result<()> {
    let wide = |columns: usize| {
        let names: Vec<String> = (0..columns).map(|rank| format!("c{rank}")).collect();
        let cells = vec!["x"; columns].join(",");
        let rows = format!("{cells},Maison,Rennes,35000\n").repeat(20);
        format!("{},nom,ville,cp\n{rows}", names.join(","))
    };
    let bench = Bench::with(MAPPING, wide(10_000).as_bytes())?;
    bench.is_done()?;
    let places = bench.json("places.json")?;
    ensure!(places[19]["code_insee"] == "35238", "{}", places[19]);
    Bench::with(MAPPING, wide(30_000).as_bytes())?.is_refused("30 003 colonnes")
}

#[test]
fn letters_come_out_right_whatever_they_were_written_in() -> Result<()> {
    let text = "id;nom;ville\n1;Médiathèque du Gué – l’été;Rennes\n2;Œuvre;Rennes\n";
    let utf16: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(text.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let latin: Vec<u8> = text
        .chars()
        .map(|letter| match letter {
            '–' => 0x96,
            '’' => 0x92,
            'Œ' => 0x8c,
            other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
        })
        .collect();
    let with_mark = format!("\u{feff}{text}").into_bytes();
    for bytes in [utf16, latin.clone(), with_mark] {
        let bench = Bench::with(MAPPING, &bytes)?;
        bench.is_done()?;
        let places = bench.json("places.json")?;
        ensure!(
            places[0]["nom"] == "Médiathèque du Gué – l’été",
            "{}",
            places[0]
        );
        ensure!(places[1]["nom"] == "Œuvre", "{}", places[1]);
    }
    // Half in one writing and half in the other: every row is there, and nothing stops the command.
    let bench = Bench::with(
        MAPPING,
        &[text.as_bytes(), &latin, b"\n3;\xff\xfe\x81;Rennes\n"].concat(),
    )?;
    bench.is_done()?;
    ensure!(bench.json("summary.json")?["rows"] == 6, "rows are lost");
    Bench::with(MAPPING, b"id;nom\n1;a\x00b\n")?.is_refused("ce fichier n'est pas du texte")?;
    Bench::with(MAPPING, b"")?.is_refused("vide")
}

#[test]
fn what_is_no_mapping_is_refused_with_its_reason_and_its_line() -> Result<()> {
    let deep = |open: &str, close: &str| {
        let nest = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        [
            format!("{{\"nom\": {nest}}}"),
            format!("[champs]\nnom = {nest}\n"),
        ]
    };
    for text in [deep("[", "]"), deep("{\"ou\":", "}"), deep("{a=", "}")].concat() {
        let why = if text.starts_with('{') && text.contains("{a=") {
            "illisible, ligne 1"
        } else if text.starts_with('[') && text.contains("{\"ou\":") {
            "correspondance"
        } else {
            "trop imbriquées"
        };
        Bench::with(&text, SOUND.as_bytes())?.is_refused(why)?;
    }
    for (text, why) in [
        ("bonjour", "ce n'est pas une correspondance"),
        ("[1, 2]", "ce n'est pas une correspondance"),
        ("", "ce n'est pas une correspondance"),
        ("{\n\"nom\": {\"colonne\": \"nom\"", "illisible, ligne 2"),
        ("[champs]\nnom = \"nom\nville = 3\n", "illisible, ligne 2"),
        ("[champs]\nnon = \"nom\"\n", "illisible, ligne 2"),
        ("{\"nom\": [\"nom\"]}", "forme inconnue"),
        ("{}", "aucune colonne ne donne le nom"),
    ] {
        Bench::with(text, SOUND.as_bytes())?.is_refused(why)?;
    }
    let long = format!("{{\"nom\": {{\"colonne\": \"{}\"}}}}", "x".repeat(5 << 20));
    Bench::with(&long, SOUND.as_bytes())?.is_refused("trop longue")?;
    let bench = Bench::with("", SOUND.as_bytes())?;
    fs::write(
        bench.0.path().join("m.toml"),
        b"[champs]\nnom = \"\xe9t\xe9\"\n",
    )?;
    bench.is_refused("UTF-8")
}

#[test]
fn a_day_to_come_is_doubted_and_kept() -> Result<()> {
    let list = SOUND.replace("2024-01-02", "2099-01-02");
    let bench = Bench::with(MAPPING, list.as_bytes())?;
    bench.is_done()?;
    ensure!(
        bench.json("places.json")?[0]["date_maj"] == "2099-01-02",
        "the date is gone"
    );
    let report = bench.json("report.json")?;
    let lines = report.as_array().context("report")?;
    let line = lines
        .iter()
        .find(|line| line["rule"] == "date-future")
        .context("not said")?;
    ensure!(
        line["severity"] == "doubt"
            && plain(line["message"].as_str().unwrap_or_default())
                == "Date dans le futur : à vérifier.",
        "{line}"
    );
    Ok(())
}
