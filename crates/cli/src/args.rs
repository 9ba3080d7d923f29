//! The command line, as clap reads it. Names are contracts: they can be extended, not renamed.

mod files;
mod mail;
mod serving;
mod territory;
mod user;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand};

pub(crate) use files::{Contents, FilesAt, FilesCommand};
pub(crate) use mail::MailCommand;
pub(crate) use serving::{Exposure, Mailing, Reach, Security, Strength};
pub(crate) use territory::TerritoryCommand;
pub(crate) use user::{RoleArgs, UserCommand};

/// Portulan: see, orient, govern and fund the digital mediation of a territory.
#[derive(Debug, Parser)]
#[command(name = "portulan", version, about)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Where the data lives.
#[derive(Debug, Clone, Args)]
pub(crate) struct Place {
    /// Folder of the embedded database.
    #[arg(long, value_name = "DIR", default_value = "portulan-data")]
    pub(crate) data_dir: PathBuf,
    /// Database instead of the folder: `sqlite:FILE` or `postgres://…`.
    #[arg(long, value_name = "URL", env = "DATABASE_URL", hide_env_values = true)]
    pub(crate) database: Option<String>,
    /// File of the secret key, shared by all nodes; `secret.key` in the folder of an embedded database when absent.
    #[arg(long, value_name = "FILE", env = "PORTULAN_SECRET_FILE")]
    pub(crate) secret_file: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) contents: Contents,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Create an embedded database, load the demonstration data and serve it.
    Demo {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        exposure: Exposure,
    },
    /// Serve an existing installation, or an empty one.
    Serve {
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        exposure: Exposure,
        #[command(flatten)]
        mailing: Mailing,
    },
    /// Take in places: national schema (CSV, JSON), data·inclusion, or a list that Portulan knows.
    Import {
        /// The file, plain or gzipped; a folder for a data·inclusion pair.
        file: PathBuf,
        /// Name of the source, for rows that do not name theirs.
        #[arg(long, value_name = "SLUG")]
        source: Option<String>,
        #[command(flatten)]
        place: Place,
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Territories, contours, neighbourhoods and addresses of reference.
    Reference {
        #[command(subcommand)]
        command: ReferenceCommand,
    },
    /// The governance of a territory, out and in as one document.
    Territory {
        #[command(subcommand)]
        command: TerritoryCommand,
    },
    /// Harmonise the list of any producer.
    Harvest {
        #[command(subcommand)]
        command: HarvestCommand,
    },
    /// Find the duplicates of one or several files, merge them and say why.
    Dedupe(DedupeArgs),
    /// Compare what is planned, asked, held and received: what is told twice, what could be done together, and why.
    Overlap(OverlapArgs),
    /// Propose which intentions are worth carrying as one request, what that spares, and why.
    Pools(PoolsArgs),
    /// Write all places in an open format.
    Export {
        /// File to write; standard output when absent. For data·inclusion, a folder, which is required.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Format.
        #[arg(long, value_enum, default_value = "csv")]
        format: ExportFormat,
        #[command(flatten)]
        place: Place,
    },
    /// Write a portable copy of the whole database, also while it serves.
    Backup {
        /// File to write; refused when it exists.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Print figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Read a copy back into an empty installation.
    Restore {
        /// File that `backup` wrote.
        file: PathBuf,
        /// List of erased persons, as `journal erasures` or `serve --erasures` keep it: their keys are not read back.
        #[arg(long, value_name = "FILE")]
        erasures: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
        /// Print figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Move an installation from one database to another, with checksums per table.
    Migrate {
        /// Database to read.
        #[arg(long, value_name = "URL")]
        from: String,
        /// Empty database to write.
        #[arg(long, value_name = "URL")]
        to: String,
        /// Print figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Contents of attached files: whether all are there, and moves from one place to another.
    Files {
        #[command(subcommand)]
        command: FilesCommand,
    },
    /// The journal: who changed what, when and why.
    Journal {
        #[command(subcommand)]
        command: JournalCommand,
    },
    /// Check the installation and say what is wrong and how to mend it.
    Doctor {
        /// List of erased persons: those of it must be erased here too.
        #[arg(long, value_name = "FILE")]
        erasures: Option<PathBuf>,
        #[command(flatten)]
        place: Place,
        #[command(flatten)]
        security: Security,
        #[command(flatten)]
        mailing: Mailing,
        #[command(flatten)]
        strength: Strength,
        /// Print the findings as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Accounts of people, and their roles.
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// What mail servers send back.
    Mail {
        #[command(subcommand)]
        command: MailCommand,
    },
    /// Measure, always against something in the same run.
    Bench {
        #[command(subcommand)]
        command: BenchCommand,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum HarvestCommand {
    /// Turn a list into places of the national schema, with a line for all that was touched.
    Transform(TransformArgs),
    /// Propose a mapping for a list, from its headers and values, for a person to correct.
    Suggest {
        /// The list, a file or an address (`https://…`).
        file: PathBuf,
        #[command(flatten)]
        list: ListArgs,
    },
}

/// What to know of a list before reading it.
#[derive(Debug, Clone, Args)]
pub(crate) struct ListArgs {
    /// Property of a JSON document that holds the list.
    #[arg(long, value_name = "NAME")]
    pub(crate) key: Option<String>,
    /// Sheet of a workbook; the first that is not empty when absent.
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// Separator of a CSV file; found when absent.
    #[arg(long, value_name = "CHARACTER")]
    pub(crate) delimiter: Option<char>,
    #[command(flatten)]
    pub(crate) reach: Reach,
}

/// What a file lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Subjects {
    /// Places where help is given.
    Places,
    /// Organisations and their establishments.
    Organisations,
}

#[derive(Debug, Args)]
pub(crate) struct DedupeArgs {
    /// Places: what `harvest transform` writes, national CSV or JSON. Organisations: structures of data·inclusion, or
    /// any list with names, addresses and SIRET.
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) input: Vec<PathBuf>,
    /// What the files list.
    #[arg(long, value_enum, default_value = "places")]
    pub(crate) kind: Subjects,
    /// Folder to write.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Print the totals as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct OverlapArgs {
    /// Records: JSON lines or one JSON array, in the shape of `evaluation/overlap/records.jsonl`.
    #[arg(long, value_name = "FILE")]
    pub(crate) input: PathBuf,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PoolsArgs {
    /// Intentions: one JSON array, in the shape of `docs/pools.md`.
    #[arg(long, value_name = "FILE")]
    pub(crate) input: PathBuf,
    /// Distance, partners, prices and other assumptions, as JSON; what it does not name keeps its default.
    #[arg(long, value_name = "FILE")]
    pub(crate) options: Option<PathBuf>,
    /// Print one JSON object.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TransformArgs {
    /// Mapping: that of the national pipeline (JSON) or Portulan's own (TOML).
    #[arg(long, value_name = "FILE")]
    pub(crate) mapping: PathBuf,
    /// The list, a file or an address (`https://…`): CSV, JSON, `GeoJSON`, XLSX, ODS.
    #[arg(long, value_name = "FILE|URL")]
    pub(crate) input: PathBuf,
    /// Name of the list: it begins every id.
    #[arg(long, value_name = "NAME")]
    pub(crate) source: String,
    /// What the list covers: `Ille-et-Vilaine`.
    #[arg(long, value_name = "LABEL")]
    pub(crate) territory: String,
    /// Day of the list, for rows that do not give theirs (in the CSV only).
    #[arg(long, value_name = "AAAA-MM-JJ")]
    pub(crate) dated: Option<NaiveDate>,
    /// Folder to write.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) list: ListArgs,
    /// Print the summary as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum JournalCommand {
    /// Compute every seal again; ends with 1 when a line or a seal is not as it was sealed.
    Verify {
        #[command(flatten)]
        place: Place,
        /// Hash of a batch, as an earlier verification printed it: it must still be there.
        #[arg(long, value_name = "HASH")]
        head: Option<String>,
        /// Print what was found as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Seal what is not sealed yet; `serve` does it every two seconds.
    Seal {
        #[command(flatten)]
        place: Place,
        /// Print figures as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Write every line as one JSON object, oldest first.
    Export {
        /// File to write, refused when it exists; standard output when absent.
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// With what lines say of persons: such a file is out of reach of erasures.
        #[arg(long)]
        personal: bool,
        #[command(flatten)]
        place: Place,
    },
    /// Add the erased persons to a list that is kept beside the copies.
    Erasures {
        /// File to complete; it is created when absent.
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
        #[command(flatten)]
        place: Place,
    },
    /// Erase again the persons of a list, after a copy was read back without it.
    Replay {
        /// List that `journal erasures` or `serve --erasures` keeps.
        list: PathBuf,
        #[command(flatten)]
        place: Place,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum ReferenceCommand {
    /// Take in a file: contours (`GeoJSON`), centres or neighbourhoods (CSV), addresses of the BAN (CSV), gzipped or not.
    Import {
        /// The file.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Print figures as JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum BenchCommand {
    /// Search: text, five facets, a polygon and "open at T", against `PostGIS` and a bare server.
    Search {
        /// How many places, generated from the demonstration with a seed.
        #[arg(long, default_value = "15250")]
        places: usize,
        /// Seed of the generation.
        #[arg(long, default_value = "1")]
        seed: u64,
        /// Do not start the `PostgreSQL` baseline.
        #[arg(long)]
        without_postgis: bool,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Harmonisation: the list of the France services, beside a recorded reference and a walk through all communes.
    Transform {
        /// Folder with the real data; a generated list is used where it is not there.
        #[arg(
            long,
            value_name = "DIR",
            env = "PORTULAN_SHARED",
            default_value = "../shared"
        )]
        shared: PathBuf,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Freshness: what is said to be still true, on what really changed between three vintages of a list.
    Freshness {
        /// Folder with the real data; generated lists are used where it is not there.
        #[arg(
            long,
            value_name = "DIR",
            env = "PORTULAN_SHARED",
            default_value = "../shared"
        )]
        shared: PathBuf,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Levels: the page of who does what here, beside the page of a place, at three sizes of governance.
    Levels(crate::commands::bench::LevelsArgs),
    /// The bare server of `search`: serves the bodies that standard input gives.
    #[command(hide = true)]
    Bare,
    /// Matching: precision and recall on labelled files, beside Splink.
    Linkage(crate::commands::bench::LinkageArgs),
    /// Matching: time, memory and growth on generated places, beside comparing every pair.
    Dedupe(crate::commands::bench::DedupeArgs),
    /// Overlap: what is found of labelled pairs, beside two plain rules; time and growth on generated plans.
    Overlap(crate::commands::bench::OverlapArgs),
    /// Pools: what is spared beside the greedy choice and a bound, time and growth on wants made up.
    Pools(crate::commands::bench::PoolsArgs),
    /// Geocoding: how many cases of a file are found right.
    Geocode {
        /// Cases: `geocoder-tester-france.csv.gz` or `adresses-geolocalisees-bretagne.csv.gz`.
        file: PathBuf,
        #[command(flatten)]
        place: Place,
        /// Print one JSON object.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum ExportFormat {
    /// National schema 1.0.2.
    Csv,
    /// One JSON object per line.
    Ndjson,
    /// `GeoJSON` features.
    Geojson,
    /// data·inclusion v1: structures and services, with what did not go through.
    DataInclusion,
}
