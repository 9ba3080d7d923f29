//! Time and chance as arguments: the only places where the machine's clock and randomness are read.

use std::sync::Mutex;
use std::time::Instant;

use chrono::{DateTime, TimeDelta, Utc};
use portulan_model::PlaceId;
use rand::rngs::{StdRng, SysRng};
use rand::{Rng, SeedableRng, TryRng};

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the machine's clock is read"
    )]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// A clock set by hand that runs on at the normal pace: `demo --clock 2026-11-28T10:00:00+01:00`.
#[derive(Debug, Clone, Copy)]
pub struct SetClock {
    start: DateTime<Utc>,
    since: Instant,
}

impl SetClock {
    /// Starts at `start`.
    #[must_use]
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self {
            start,
            since: Instant::now(),
        }
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        let passed = TimeDelta::from_std(self.since.elapsed()).unwrap_or_default();
        self.start.checked_add_signed(passed).unwrap_or(self.start)
    }
}

/// Draws ids and secrets.
pub trait Chance: Send + Sync {
    /// Fills the buffer.
    fn fill(&self, buffer: &mut [u8]);
}

/// The operating system's randomness, stretched by a cryptographic generator.
pub struct SystemChance(Mutex<StdRng>);

impl SystemChance {
    /// Seeds from the operating system. Fails only where the system has no randomness at all.
    pub fn new() -> Result<Self, crate::Error> {
        let mut seed = <StdRng as SeedableRng>::Seed::default();
        SysRng
            .try_fill_bytes(&mut seed)
            .map_err(|source| crate::Error::internal("randomness", source))?;
        Ok(Self(Mutex::new(StdRng::from_seed(seed))))
    }
}

impl Chance for SystemChance {
    fn fill(&self, buffer: &mut [u8]) {
        let mut rng = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        rng.fill_bytes(buffer);
    }
}

/// Repeatable chance, for tests and benches.
pub struct SeededChance(Mutex<StdRng>);

impl SeededChance {
    /// The same seed draws the same ids.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(StdRng::seed_from_u64(seed)))
    }
}

impl Chance for SeededChance {
    fn fill(&self, buffer: &mut [u8]) {
        let mut rng = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        rng.fill_bytes(buffer);
    }
}

/// A new place id at an instant.
pub(crate) fn new_place_id(now: DateTime<Utc>, chance: &dyn Chance) -> PlaceId {
    let (millis, random) = draw(now, chance);
    PlaceId::from_parts(millis, random)
}

/// What a new id is made of.
pub(crate) fn draw(now: DateTime<Utc>, chance: &dyn Chance) -> (u64, [u8; 10]) {
    let mut random = [0; 10];
    chance.fill(&mut random);
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
    (millis, random)
}
