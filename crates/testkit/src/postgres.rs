//! One PostgreSQL cluster for all tests of a run, in a temporary folder, on a socket, as an ordinary user.
//!
//! Test processes of one runner share it: the first starts it under a lock, and a watchdog stops it and removes its
//! folder when the runner is gone, however it ended. Each test gets a database of its own.

use std::fs::{File, OpenOptions};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// The user that runs the server when the tests run as root, which `initdb` refuses.
const ORDINARY_USER: &str = "postgres";
/// Folder of a cluster, before the process id of its runner.
const PREFIX: &str = "portulan-postgres-";

/// Creates an empty database and gives its address.
pub(crate) fn new_database() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = cluster();
    let name = format!(
        "essai_{}_{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    );
    run(as_ordinary_user(&binary("createdb"))
        .args(["-U", "postgres", "-h"])
        .arg(&folder)
        .arg(&name));
    format!(
        "postgres://postgres@localhost/{name}?host={}",
        folder.display()
    )
}

/// The folder of the running cluster of this run.
fn cluster() -> PathBuf {
    let runner = std::os::unix::process::parent_id();
    let folder = std::env::temp_dir().join(format!("{PREFIX}{runner}"));
    let lock = open_lock(&folder.with_extension("lock"));
    lock.lock().unwrap();
    if !(folder.join("ready").exists() && answers(&folder)) {
        sweep();
        start(&folder, runner);
    }
    folder
}

/// Whether a server listens: the folder may be left over from a machine that stopped at once.
fn answers(folder: &Path) -> bool {
    UnixStream::connect(folder.join(".s.PGSQL.5432")).is_ok()
}

/// Stops and removes clusters whose runner is gone and whose watchdog was killed with it.
fn sweep() {
    for entry in std::fs::read_dir(std::env::temp_dir()).unwrap().flatten() {
        let name = entry.file_name();
        let runner = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
        let Some(Ok(runner)) = runner.map(str::parse::<u32>) else {
            continue;
        };
        if Path::new("/proc").join(runner.to_string()).exists() {
            continue;
        }
        let _not_running = as_ordinary_user(&binary("pg_ctl"))
            .args(["stop", "--silent", "--mode=immediate", "-D"])
            .arg(entry.path().join("data"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let _watchdog_did = std::fs::remove_dir_all(entry.path());
        let _watchdog_did = std::fs::remove_file(entry.path().with_extension("lock"));
    }
}

fn open_lock(path: &Path) -> File {
    OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(path)
        .unwrap()
}

fn start(folder: &Path, runner: u32) {
    let _left_over = std::fs::remove_dir_all(folder);
    std::fs::create_dir_all(folder).unwrap();
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777)).unwrap();
    let data = folder.join("data");
    run(as_ordinary_user(&binary("initdb"))
        .args([
            "--auth=trust",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
            "-U",
            "postgres",
            "-D",
        ])
        .arg(&data));
    let options = format!(
        "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off -c full_page_writes=off \
         -c synchronous_commit=off -c max_connections=200",
        folder.display()
    );
    run(as_ordinary_user(&binary("pg_ctl"))
        .args(["start", "--wait", "--silent", "-D"])
        .arg(&data)
        .arg("-l")
        .arg(folder.join("data/log"))
        .arg("-o")
        .arg(options));
    watch(folder, &data, runner);
    std::fs::write(folder.join("ready"), "").unwrap();
}

/// Stops the cluster when the runner is gone.
fn watch(folder: &Path, data: &Path, runner: u32) {
    let stop = format!(
        "while kill -0 {runner} 2>/dev/null; do sleep 1; done; kill -QUIT $(head -n 1 '{data}/postmaster.pid'); \
         sleep 1; rm -rf '{folder}' '{folder}.lock'",
        data = data.display(),
        folder = folder.display(),
    );
    run(Command::new("setsid").args(["--fork", "sh", "-c", &stop]));
}

/// The command, run as an ordinary user when this process is root.
fn as_ordinary_user(program: &Path) -> Command {
    let root = std::fs::metadata("/proc/self")
        .is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0);
    let mut command = if root {
        let mut command = Command::new("runuser");
        command.args(["-u", ORDINARY_USER, "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir("/");
    command
}

/// A program of the newest PostgreSQL on the machine; Debian keeps them out of the path.
fn binary(name: &str) -> PathBuf {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .map(|entry| entry.path().join("bin").join(name))
        .filter(|path| path.exists())
        .collect();
    versions.sort();
    versions.pop().unwrap_or_else(|| {
        panic!("PostgreSQL is not installed: these tests need {name} (apt-get install postgresql)")
    })
}

fn run(command: &mut Command) {
    // The server inherits standard output: captured, it would keep the pipe open for ever.
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    let status = status.unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(status.success(), "{command:?} ended with {status}");
}
