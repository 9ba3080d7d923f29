//! Programs that answer, killed at random and started again until everything is answered.

use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::TimeDelta;
use portulan_model::ApplicationId;
use portulan_model::chance::SplitMix;
use portulan_model::means::applications::Receipt;
use portulan_model::means::envelopes::Line;
use portulan_testkit::TestDatabase;
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until};

/// How long a node works before it is killed, at least, and how much longer at most, in milliseconds.
const LIVES: u64 = 200;
const LONGER: u64 = 1_500;

/// How often a node is killed at most: the last one ends the work.
const KILLS: usize = 8;

/// Something that is asked of a node.
pub(super) struct Order {
    /// The word of its answer that names it.
    pub(super) key: String,
    /// The line that asks.
    pub(super) line: String,
    /// When, from the beginning.
    pub(super) due: TimeDelta,
}

/// An answer that was given.
pub(super) enum Told {
    Submitted(ApplicationId, Receipt),
    Granted(usize, Box<Line>),
    /// The envelope holds no more.
    Full,
}

/// What became of a storm.
pub(super) struct Storm {
    pub(super) told: Vec<Told>,
    /// How many nodes were killed.
    pub(super) killed: usize,
}

/// What the nodes share: what is still to be asked, and what was answered.
struct Work {
    left: Mutex<VecDeque<Order>>,
    told: Mutex<Vec<Told>>,
    began: Instant,
}

/// A node at work.
struct Node {
    child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    /// What was asked of it and is not answered.
    open: HashMap<String, Order>,
}

/// The program of a node, which Cargo builds with the tests.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let built = test.ancestors().nth(2).unwrap().join("examples/node");
    assert!(built.exists(), "cargo build -p portulan-app --example node");
    built
}

/// That of the run, so that nodes are killed after other times in each.
#[expect(clippy::disallowed_methods, reason = "the run tells its seed so")]
fn seed() -> u64 {
    std::env::var("PORTULAN_SEED").map_or(1, |text| text.parse().unwrap())
}

/// Asks everything, each when it is due, of so many nodes that are killed at random.
pub(super) async fn storm(
    database: &TestDatabase,
    ahead: TimeDelta,
    count: usize,
    orders: Vec<Order>,
) -> Storm {
    let seed = seed();
    let work = Arc::new(Work {
        left: Mutex::new(orders.into()),
        told: Mutex::new(Vec::new()),
        began: Instant::now(),
    });
    let mut all = JoinSet::new();
    for seed in (seed..).take(count) {
        let mut command = Command::new(program());
        command
            .args([
                database.address(),
                ahead.num_milliseconds().to_string(),
                seed.to_string(),
            ])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true);
        all.spawn(keep(command, SplitMix::new(seed), Arc::clone(&work)));
    }
    let killed = all.join_all().await.into_iter().sum();
    let told = std::mem::take(&mut *work.told.lock().unwrap());
    Storm { told, killed }
}

/// One node after the other, until everything is answered; how many were killed.
async fn keep(mut command: Command, mut chance: SplitMix, work: Arc<Work>) -> usize {
    let mut killed = 0;
    loop {
        let mut node = Node::start(&mut command).await;
        let lives = Duration::from_millis(LIVES + chance.draw() % LONGER);
        let until = (killed < KILLS).then(|| Instant::now() + lives);
        let ended = node.work(&work, until).await;
        node.child.kill().await.unwrap();
        // What it wrote before it died was given.
        while let Some(line) = node.output.next_line().await.unwrap() {
            node.take(&work, &line);
        }
        if ended {
            return killed;
        }
        killed += 1;
        let mut left = work.left.lock().unwrap();
        let (_, open): (Vec<_>, Vec<_>) = node.open.into_iter().unzip();
        left.extend(open);
        left.make_contiguous().sort_by_key(|order| order.due);
    }
}

impl Node {
    async fn start(command: &mut Command) -> Self {
        let mut child = command.spawn().unwrap();
        let input = child.stdin.take().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = output.next_line().await.unwrap();
        assert_eq!(ready.as_deref(), Some("ready"));
        Self {
            child,
            input,
            output,
            open: HashMap::new(),
        }
    }

    /// Asks what is due and takes the answers, until an instant; whether nothing is left.
    async fn work(&mut self, work: &Work, until: Option<Instant>) -> bool {
        let end = async {
            match until {
                Some(until) => sleep_until(until).await,
                None => std::future::pending().await,
            }
        };
        tokio::pin!(end);
        loop {
            while let Some(order) = work.due() {
                let line = format!("{}\n", order.line);
                self.open.insert(order.key.clone(), order);
                self.input.write_all(line.as_bytes()).await.unwrap();
            }
            if self.open.is_empty() && work.left.lock().unwrap().is_empty() {
                return true;
            }
            tokio::select! {
                () = &mut end => return false,
                line = self.output.next_line() => self.take(work, &line.unwrap().unwrap()),
                () = sleep(Duration::from_millis(5)) => {}
            }
        }
    }

    /// Keeps an answer.
    fn take(&mut self, work: &Work, line: &str) {
        let mut words = line.splitn(3, ' ');
        let mut word = || words.next().unwrap_or_default();
        let (what, key, record) = (word(), word(), word());
        let told = match what {
            "submitted" => {
                Told::Submitted(key.parse().unwrap(), serde_json::from_str(record).unwrap())
            }
            "granted" => Told::Granted(key.parse().unwrap(), serde_json::from_str(record).unwrap()),
            "full" => Told::Full,
            _ => panic!("{line}"),
        };
        self.open.remove(key);
        work.told.lock().unwrap().push(told);
    }
}

impl Work {
    /// The next order, once it is due.
    fn due(&self) -> Option<Order> {
        let mut left = self.left.lock().unwrap();
        let due = left.front()?.due.to_std().unwrap();
        (self.began.elapsed() >= due).then(|| left.pop_front())?
    }
}
