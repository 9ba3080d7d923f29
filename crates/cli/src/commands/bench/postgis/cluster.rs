//! A PostgreSQL cluster of this bench's own, in a folder, on a socket, as an ordinary user.

use std::io::{BufWriter, Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::super::loaded::Folder;

/// The user that runs the server when this process is root, which `initdb` refuses.
const ORDINARY_USER: &str = "postgres";

/// A running cluster with PostGIS and trigrams, stopped with this value.
pub(super) struct Cluster<'a> {
    folder: &'a Path,
}

impl<'a> Cluster<'a> {
    /// Starts it; an error says what is missing.
    pub(super) fn start(folder: &'a Folder, large: bool) -> Result<Self, String> {
        let folder = folder.path();
        let open = std::fs::Permissions::from_mode(0o777);
        std::fs::set_permissions(folder, open).map_err(|error| error.to_string())?;
        let data = folder.join("data");
        let mut init = as_ordinary_user(&program("initdb")?);
        quiet(
            init.args([
                "--auth=trust",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C",
                "-U",
                "postgres",
                "-D",
            ])
            .arg(&data),
        )?;
        // A quarter of a small server's memory, and no more durability than a read model has.
        let memory = if large { "2GB" } else { "512MB" };
        let options = format!(
            "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off -c full_page_writes=off -c jit=off \
             -c synchronous_commit=off -c shared_buffers={memory} -c work_mem=64MB -c maintenance_work_mem=1GB \
             -c random_page_cost=1.1 -c max_wal_size=8GB",
            folder.display()
        );
        let mut start = as_ordinary_user(&program("pg_ctl")?);
        let start = start
            .args(["start", "--wait", "--silent", "-D"])
            .arg(&data)
            .arg("-l")
            .arg(data.join("log"));
        quiet(start.arg("-o").arg(options))?;
        let cluster = Self { folder };
        cluster.run("CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm")?;
        Ok(cluster)
    }

    /// Runs statements and gives what they print.
    pub(super) fn run(&self, sql: &str) -> Result<String, String> {
        let output = self
            .psql()?
            .arg("-c")
            .arg(sql)
            .output()
            .map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }

    /// Runs a script that is written as it goes, and gives what it prints.
    pub(super) fn feed(
        &self,
        write: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
    ) -> Result<String, String> {
        let failed = |error: std::io::Error| error.to_string();
        let mut psql = self
            .psql()?
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let (input, mut output) = (psql.stdin.take(), psql.stdout.take());
        let reading = std::thread::spawn(move || {
            let mut text = String::new();
            output
                .as_mut()
                .map(|output| output.read_to_string(&mut text));
            text
        });
        let written = input.map_or(Ok(()), |input| {
            let mut out = BufWriter::new(input);
            write(&mut out)?;
            out.flush()
        });
        let ended = psql.wait_with_output().map_err(failed)?;
        if !ended.status.success() {
            return Err(String::from_utf8_lossy(&ended.stderr).into_owned());
        }
        written.map_err(failed)?;
        reading
            .join()
            .map_err(|_panic| "lecture de psql".to_owned())
    }

    fn psql(&self) -> Result<Command, String> {
        let mut command = Command::new(program("psql")?);
        command.args([
            "-X",
            "-q",
            "-A",
            "-t",
            "-v",
            "ON_ERROR_STOP=1",
            "-U",
            "postgres",
            "-d",
            "postgres",
            "-h",
        ]);
        command.arg(self.folder).env("LC_ALL", "C");
        Ok(command)
    }
}

impl Drop for Cluster<'_> {
    fn drop(&mut self) {
        if let Ok(program) = program("pg_ctl") {
            let mut stop = as_ordinary_user(&program);
            let stop = stop
                .args(["stop", "--mode=immediate", "--silent", "-D"])
                .arg(self.folder.join("data"));
            let _best_effort = quiet(stop);
        }
    }
}

/// The command, run as an ordinary user when this process is root.
fn as_ordinary_user(program: &Path) -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
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
fn program(name: &str) -> Result<PathBuf, String> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let found = versions
        .map(|version| version.path().join("bin").join(name))
        .filter(|path| path.exists());
    found
        .max()
        .ok_or_else(|| format!("{name} (apt-get install postgresql postgis)"))
}

fn quiet(command: &mut Command) -> Result<(), String> {
    // The server inherits standard output: captured, it would keep the pipe open for ever.
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!(
            "{} : {status}",
            command.get_program().to_string_lossy()
        )),
        Err(error) => Err(format!(
            "{} : {error}",
            command.get_program().to_string_lossy()
        )),
    }
}
