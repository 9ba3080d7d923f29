//! The files of `harvest transform`: written beside one another, put in place together when all are whole.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use portulan_formats::corrections::{self, Change, Correction};
use portulan_formats::national::{self, Shortfall};
use portulan_formats::safe_cell;
use portulan_harvest::mapping::Notice;
use portulan_harvest::{Draft, Field, Line, Unmapped};
use serde::Serialize;

use crate::outcome::Failure;
use crate::words::words;

/// What tools of the network write where no legal body is known; the schema wants something there.
const NO_PIVOT: &str = "00000000000000";
const FILES: [&str; 7] = [
    "places.json",
    "places.csv",
    "incomplete.csv",
    "report.json",
    "report.csv",
    "corrections.csv",
    "summary.json",
];

/// What was done. `rows == kept + refused`; `incomplete` of the kept ones lack something that the schema wants.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Summary {
    pub(crate) rows: usize,
    pub(crate) kept: usize,
    pub(crate) incomplete: usize,
    pub(crate) refused: usize,
    pub(crate) lines: BTreeMap<&'static str, usize>,
    pub(crate) rules: BTreeMap<&'static str, usize>,
    pub(crate) missing: BTreeMap<&'static str, usize>,
    pub(crate) unmapped: Unmapped,
    pub(crate) mapping: Vec<Notice>,
}

/// A line of the report, as the contract has it.
#[derive(Serialize)]
struct Reported<'a> {
    row: usize,
    id: &'a str,
    #[serde(flatten)]
    line: &'a Line,
    message: &'a str,
}

/// The folder being written.
pub(crate) struct Folder {
    drafts: Drafts,
    places: Stream,
    csv: Stream,
    incomplete: Stream,
    report: Stream,
    report_csv: Stream,
    corrections: Stream,
    summary: Summary,
    messages: HashMap<&'static str, String>,
}

/// Files under way. What was not put in place is removed, and so is the folder where it was made for nothing.
struct Drafts {
    out: PathBuf,
    made: bool,
}

/// A file that gets its name once whole.
struct Stream {
    writer: BufWriter<File>,
    draft: PathBuf,
    first: bool,
}

impl Folder {
    /// Opens the files beside their places.
    pub(crate) fn create(out: &Path) -> Result<Self, Failure> {
        let drafts = Drafts::begin(out)?;
        let open = |name: &str| Stream::open(&drafts.part(name));
        let mut folder = Self {
            places: open("places.json")?,
            csv: open("places.csv")?,
            incomplete: open("incomplete.csv")?,
            report: open("report.json")?,
            report_csv: open("report.csv")?,
            corrections: open("corrections.csv")?,
            summary: Summary::default(),
            messages: HashMap::new(),
            drafts,
        };
        folder.csv.text(&national::csv_header())?;
        let header = national::csv_header();
        folder
            .incomplete
            .text(&format!("{},manque\n", header.trim_end()))?;
        let columns = "ligne,id,champ,valeur,resultat,regle,gravite,message\n";
        folder.report_csv.text(columns)?;
        folder.corrections.text(corrections::HEADER)?;
        Ok(folder)
    }

    /// One row.
    pub(crate) fn draft(&mut self, draft: &Draft, dated: Option<&str>) -> Result<(), Failure> {
        self.summary.rows += 1;
        for line in &draft.lines {
            self.line(draft, line)?;
        }
        if draft.refused {
            self.summary.refused += 1;
            return Ok(());
        }
        self.summary.kept += 1;
        self.places.element(&draft.json())?;
        let value = |name: &str| national_value(draft, name, dated);
        let lacking = national::missing(&value);
        if lacking.is_empty() {
            return self.csv.text(&national::row_of_fields(&value));
        }
        self.summary.incomplete += 1;
        let row = national::row_of_fields(&value);
        let missing = self.missing(&lacking);
        self.incomplete.text(&format!(
            "{},{}\n",
            row.trim_end_matches('\n'),
            quoted(&missing)
        ))
    }

    fn missing(&mut self, lacking: &[Shortfall]) -> String {
        let words = words();
        let mut texts = Vec::with_capacity(lacking.len());
        for Shortfall { field, why } in lacking {
            *self.summary.missing.entry(field).or_default() += 1;
            texts.push(words.with(
                &format!("harvest-missing-{}", why.slug()),
                &[("field", (*field).into())],
            ));
        }
        texts.join(" ; ")
    }

    fn line(&mut self, draft: &Draft, line: &Line) -> Result<(), Failure> {
        *self.summary.lines.entry(line.severity.slug()).or_default() += 1;
        *self.summary.rules.entry(line.rule).or_default() += 1;
        let message = self
            .messages
            .entry(line.rule)
            .or_insert_with(|| words().get(&format!("harvest-rule-{}", line.rule)));
        let row = draft.row;
        let id = draft.id.as_str();
        self.report.element(&Reported {
            row,
            id,
            line,
            message,
        })?;
        let cells = [
            id,
            &line.field,
            &line.raw,
            &line.result,
            line.rule,
            line.severity.slug(),
            message,
        ];
        let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
        self.report_csv
            .text(&format!("{row},{}\n", cells.join(",")))?;
        let correction = correction(draft, line, message);
        self.corrections.text(&correction)
    }

    /// Closes the files and puts all of them in place.
    pub(crate) fn finish(
        mut self,
        unmapped: Unmapped,
        notices: Vec<Notice>,
    ) -> Result<Summary, Failure> {
        self.summary.unmapped = unmapped;
        self.summary.mapping = notices;
        self.places
            .text(if self.places.first { "[]\n" } else { "\n]\n" })?;
        self.report
            .text(if self.report.first { "[]\n" } else { "\n]\n" })?;
        let mut summary = Stream::open(&self.drafts.part("summary.json"))?;
        let text = serde_json::to_string_pretty(&self.summary)
            .map_err(|error| Failure::internal("JSON", &error))?;
        summary.text(&text)?;
        let streams = [
            self.places,
            self.csv,
            self.incomplete,
            self.report,
            self.report_csv,
            self.corrections,
            summary,
        ];
        let mut whole = Vec::with_capacity(streams.len());
        for stream in streams {
            whole.push(stream.close()?);
        }
        for (part, name) in whole.iter().zip(FILES) {
            let place = self.drafts.out.join(name);
            fs::rename(part, &place).map_err(|error| refused(&place, &error))?;
        }
        Ok(self.summary)
    }
}

impl Drafts {
    fn begin(out: &Path) -> Result<Self, Failure> {
        let made = !out.exists();
        fs::create_dir_all(out).map_err(|error| refused(out, &error))?;
        Ok(Self {
            out: out.to_owned(),
            made,
        })
    }

    fn part(&self, name: &str) -> PathBuf {
        self.out.join(format!(".{name}.part"))
    }
}

impl Drop for Drafts {
    /// Where all is in place there is nothing left to remove; a folder that holds anything stays.
    fn drop(&mut self) {
        for name in FILES {
            let _ = fs::remove_file(self.part(name));
        }
        if self.made {
            let _ = fs::remove_dir(&self.out);
        }
    }
}

/// The line for the producer, or nothing where it asks nothing of them.
fn correction(draft: &Draft, line: &Line, reason: &str) -> String {
    let correction = Correction {
        id: &draft.id,
        name: draft.get(Field::Nom).unwrap_or_default(),
        field: &line.field,
        raw: &line.raw,
        proposed: &line.result,
        reason,
        change: Change::from_severity(line.severity.slug()).unwrap_or(Change::Told),
    };
    let mut text = String::new();
    corrections::push(&correction, &mut text);
    text
}

/// A field as the national CSV wants it: one phone, a placeholder where no body is known, no position that is doubted.
fn national_value<'a>(draft: &'a Draft, name: &str, dated: Option<&'a str>) -> Option<&'a str> {
    let field = Field::named(name)?;
    let value = draft.get(field);
    match field {
        Field::Id => Some(&draft.id),
        Field::Pivot => Some(value.unwrap_or(NO_PIVOT)),
        Field::DateMaj => value.or(dated),
        Field::Telephone => value?.split('|').find(|phone| phone.starts_with('+')),
        Field::Latitude | Field::Longitude if draft.position_doubted => None,
        _ => value,
    }
}

fn quoted(cell: &str) -> String {
    let safe = safe_cell(cell);
    let needs = |c: char| matches!(c, ',' | '"' | '\n' | '\r' | ';');
    if safe.contains(needs) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe.into_owned()
    }
}

impl Stream {
    fn open(draft: &Path) -> Result<Self, Failure> {
        let file = File::create(draft).map_err(|error| refused(draft, &error))?;
        Ok(Self {
            writer: BufWriter::with_capacity(1 << 16, file),
            draft: draft.to_owned(),
            first: true,
        })
    }

    fn text(&mut self, text: &str) -> Result<(), Failure> {
        let written = self.writer.write_all(text.as_bytes());
        written.map_err(|error| refused(&self.draft, &error))
    }

    /// One element of a JSON array.
    fn element<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        let start = if self.first { "[\n" } else { ",\n" };
        self.first = false;
        self.text(start)?;
        serde_json::to_writer(&mut self.writer, value)
            .map_err(|error| Failure::internal("JSON", &error))
    }

    fn close(mut self) -> Result<PathBuf, Failure> {
        let flushed = self.writer.flush();
        flushed.map_err(|error| refused(&self.draft, &error))?;
        Ok(self.draft)
    }
}

fn refused(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Refused(format!("{} : {error}", path.display()))
}
