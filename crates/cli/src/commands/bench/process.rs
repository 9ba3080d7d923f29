//! What the system says of a process: resident memory, time on the processor.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

/// Resident memory of a process, in megabytes; of this one for `self`.
pub(crate) fn resident_mb(process: &str) -> Option<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u32 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(f64::from(kilobytes) / 1_024.0)
}

/// Nanoseconds that each thread has spent on a processor.
pub(crate) struct Spent(HashMap<String, u64>);

impl Spent {
    /// Reads the threads of a process; of this one for `self`.
    pub(crate) fn read(process: &str) -> Option<Self> {
        let tasks = fs::read_dir(format!("/proc/{process}/task")).ok()?;
        let threads = tasks.filter_map(Result::ok).filter_map(|task| {
            Some((
                task.file_name().to_string_lossy().into_owned(),
                on_processor(&task.path())?,
            ))
        });
        let threads: HashMap<String, u64> = threads.collect();
        (!threads.is_empty()).then_some(Self(threads))
    }

    /// Microseconds spent since an earlier reading; a thread that came in between counts in full.
    pub(crate) fn since_us(&self, before: &Self) -> f64 {
        let spent = |(thread, now): (&String, &u64)| {
            now.saturating_sub(before.0.get(thread).copied().unwrap_or(0))
        };
        let nanos: u64 = self.0.iter().map(spent).sum();
        std::time::Duration::from_nanos(nanos).as_secs_f64() * 1e6
    }
}

/// First number of `schedstat`: nanoseconds on a processor, in the program and in the system for it.
fn on_processor(task: &Path) -> Option<u64> {
    fs::read_to_string(task.join("schedstat"))
        .ok()?
        .split_whitespace()
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_seen_in_the_time_spent() {
        let before = Spent::read("self").unwrap();
        let sum = (0..3_000_000_u64).fold(0_u64, |sum, number| std::hint::black_box(sum ^ number));
        std::hint::black_box(sum);
        assert!(Spent::read("self").unwrap().since_us(&before) > 0.0);
        assert!(resident_mb("self").unwrap() > 1.0);
        assert!(Spent::read("no such process").is_none());
    }
}
