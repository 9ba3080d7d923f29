//! `bench transform`: one list harmonised, at three lengths, beside the same work with communes looked up by a walk.
//!
//! The list is that of `PORTULAN_SHARED` (the 2 683 France services of December 2022) where it is there, else one made
//! of the same kinds of cells. What is timed is the whole: reading the cells, cleaning, checking and writing JSON; the
//! table of territories is read before, and its time is given apart.

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::io::Cursor;
use std::path::Path;

use portulan_formats::{RecordOptions, Records, open_records};
use portulan_geo::Reference;
use portulan_harvest::Transformer;
use portulan_harvest::mapping::Mapping;
use portulan_i18n::{Lang, decimal};
use portulan_model::TerritoryKind;
use portulan_text::search_tokens;
use serde::Serialize;

use super::process::{Spent, resident_mb};
use super::timing::{exponent, float, rounded, timed};
use crate::outcome::{Failure, print_json, say};
use crate::words::{format_error, words};

/// CPU seconds of the national pipeline on the same list, recorded on two cores.
const RECORDED_CPU_S: f64 = 4.0;
/// How many times the list is repeated.
const LENGTHS: [usize; 3] = [1, 4, 16];
/// Rows of the walk: enough to time it.
const WALKED: usize = 60;
/// Rows made where the real list is not there.
const MADE: usize = 2_683;

#[derive(Debug, Serialize)]
struct Report {
    rows: usize,
    list: &'static str,
    cpu_s: f64,
    reference_s: f64,
    memory_mb: f64,
    exponent: Option<f64>,
    ratio_recorded: f64,
    ratio_naive: f64,
}

/// A list and its mapping.
struct List {
    kind: &'static str,
    csv: String,
    mapping: Mapping,
}

/// Measures.
pub(crate) fn transform(shared: &Path, json: bool) -> Result<(), Failure> {
    let (reference, loading) = timed(Reference::embedded);
    let reference = reference.map_err(|error| Failure::internal("reference", &error))?;
    let list = List::open(shared)?;
    let mut points = Vec::new();
    for length in LENGTHS {
        points.push(list.measure(length, &reference)?);
    }
    let (rows, cpu_s) = points.first().copied().unwrap_or((0, f64::NAN));
    let naive_s = list.walk(&reference)? * float(rows) / float(WALKED);
    let sizes: Vec<(f64, f64)> = points
        .iter()
        .map(|(rows, cpu)| (float(*rows), *cpu))
        .collect();
    let report = Report {
        rows,
        list: list.kind,
        cpu_s: rounded(cpu_s, 3),
        reference_s: rounded(loading.as_secs_f64(), 3),
        memory_mb: rounded(resident_mb("self").unwrap_or(f64::NAN), 1),
        exponent: exponent(&sizes).map(|power| rounded(power, 2)),
        ratio_recorded: rounded(RECORDED_CPU_S / cpu_s, 1),
        ratio_naive: rounded((cpu_s + naive_s) / cpu_s, 1),
    };
    if json {
        return print_json(&report);
    }
    tell(&report);
    Ok(())
}

impl List {
    fn open(shared: &Path) -> Result<Self, Failure> {
        let folder = shared.join("data/raw-sources/france-services");
        let csv = fs::read_to_string(folder.join("france-services.csv"));
        let config = fs::read_to_string(folder.join("france-services.config.json"));
        let (kind, csv, config) = match (csv, config) {
            (Ok(csv), Ok(config)) => ("france-services", csv, config),
            _ => ("generated", generated(), MAPPING.to_owned()),
        };
        let (mapping, _) =
            Mapping::read(&config).map_err(|error| Failure::internal("mapping", &error))?;
        Ok(Self { kind, csv, mapping })
    }

    fn rows(&self) -> Result<Records, Failure> {
        let reader = Box::new(Cursor::new(self.csv.clone().into_bytes()));
        open_records("list.csv", reader, &RecordOptions::default())
            .map_err(|error| Failure::Refused(format_error(&error)))
    }

    /// Rows, and CPU seconds for all of them.
    fn measure(&self, length: usize, reference: &Reference) -> Result<(usize, f64), Failure> {
        let before = Spent::read("self");
        let mut rows = 0;
        for _ in 0..length {
            let mut transformer = Transformer::new(&self.mapping, reference, "bench", "France");
            for row in self.rows()? {
                let row = row.map_err(|error| Failure::Refused(format_error(&error)))?;
                let draft = transformer.place(&row);
                let text = serde_json::to_string(&draft.json());
                black_box((text.ok(), draft.lines.len()));
                rows += 1;
            }
        }
        let spent = Spent::read("self").zip(before);
        let micros = spent.map_or(f64::NAN, |(now, before)| now.since_us(&before));
        Ok((rows, micros / 1e6))
    }

    /// CPU seconds to look the commune of some rows up by walking all of them, as a simple script does.
    fn walk(&self, reference: &Reference) -> Result<f64, Failure> {
        let extract = self.mapping.values.get(&portulan_harvest::Field::Commune);
        let rows = self.rows()?.take(WALKED).flatten();
        let names = rows.map(|row| {
            extract
                .map(|extract| extract.of(&row).into_owned())
                .unwrap_or_default()
        });
        let names: Vec<Vec<String>> = names.map(|name| search_tokens(&name)).collect();
        let ((), time) = timed(|| {
            for name in &names {
                let mut communes = reference.of_kind(TerritoryKind::Commune);
                black_box(communes.find(|commune| search_tokens(&commune.name) == *name));
            }
        });
        Ok(time.as_secs_f64())
    }
}

const MAPPING: &str = "[champs]\nid = \"id\"\nnom = \"nom\"\nadresse = \"adresse\"\ncode_postal = \"cp\"\n\
    commune = \"commune\"\ntelephone = \"tel\"\ncourriels = \"mail\"\n[horaires.jours]\nlundi = \"lundi\"\n\
    mardi = \"mardi\"\njeudi = \"jeudi\"\n[listes]\nservices = [{ valeur = \"Aide aux démarches administratives\" }]\n";

fn generated() -> String {
    const TOWNS: [(&str, &str); 4] = [
        ("35000", "Rennes"),
        ("35400", "Saint-Malo"),
        ("29200", "Brest"),
        ("56000", "Vannes"),
    ];
    let mut csv = String::from("id,nom,adresse,cp,commune,tel,mail,lundi,mardi,jeudi\n");
    for row in 0..MADE {
        let (postcode, town) = TOWNS.get(row % TOWNS.len()).copied().unwrap_or_default();
        let _ = writeln!(
            csv,
            "{row},Maison {row},{row} rue du Port,{postcode},{town},02 99 00 {:02} {:02},m{row}@ville.example,\
             09:00 - 12:00 / 13:30 - 17:{:02},9h-12h,14h à 18h",
            row / 100 % 100,
            row % 100,
            row % 60
        );
    }
    csv
}

fn tell(report: &Report) {
    let figure = |value: f64, digits: u8| decimal(Lang::Fr, value, digits.into());
    say(&words().with(
        "bench-transform",
        &[
            ("rows", report.rows.into()),
            ("list", report.list.into()),
            ("cpu", figure(report.cpu_s, 3).into()),
            ("reference", figure(report.reference_s, 3).into()),
            ("memory", figure(report.memory_mb, 0).into()),
            (
                "exponent",
                figure(report.exponent.unwrap_or(f64::NAN), 2).into(),
            ),
            ("recorded", figure(report.ratio_recorded, 1).into()),
            ("naive", figure(report.ratio_naive, 1).into()),
        ],
    ));
}
