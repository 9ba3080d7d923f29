//! The ledger of an envelope: its lines in their order. What stands is their sum, and nothing else is kept.

use std::collections::{BTreeMap, BTreeSet};

use super::Envelope;
use super::Group;
use super::lines::{Account, Hand, Line, Order};
use super::refusals::Refusal;
use super::sums::{Standing, Sums};
use crate::ids::Slug;
use crate::money::TooMuch;
use crate::territories::TerritoryKey;

/// The lines of an envelope, first first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ledger {
    lines: Vec<Line>,
}

impl Ledger {
    /// The lines as they were stored.
    #[must_use]
    pub const fn of(lines: Vec<Line>) -> Self {
        Self { lines }
    }

    /// The same, each line under the address to which that of its beneficiary leads now, and in the territory of today.
    #[must_use]
    pub fn today(
        mut self,
        leads: impl Fn(&Slug) -> Option<Slug>,
        territory: impl Fn(&TerritoryKey) -> TerritoryKey,
    ) -> Self {
        for line in &mut self.lines {
            line.account.today(&leads, &territory);
        }
        self
    }

    /// The lines, first first.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Obeys an order, or says why not and changes nothing.
    pub fn take(&mut self, envelope: &Envelope, order: Order, hand: Hand) -> Result<Line, Refusal> {
        let standing = self.standing(&order.account)?;
        let line = envelope.decide(self.next(), &standing, order, hand)?;
        Ok(self.add(line))
    }

    /// Undoes a line by another, or says why not and changes nothing.
    pub fn reverse(
        &mut self,
        envelope: &Envelope,
        number: u64,
        hand: Hand,
    ) -> Result<Line, Refusal> {
        let line = self.line(number).ok_or(Refusal::NoLine(number))?;
        let standing = self.standing(&line.account)?;
        let undone = self.is_undone(number);
        let line = envelope.undo(self.next(), &standing, (line, undone), hand)?;
        Ok(self.add(line))
    }

    /// One line.
    #[must_use]
    pub fn line(&self, number: u64) -> Option<&Line> {
        self.lines.iter().find(|line| line.number == number)
    }

    /// The numbers of the lines that others undid.
    #[must_use]
    pub fn undone(&self) -> BTreeSet<u64> {
        self.lines.iter().filter_map(Line::undid).collect()
    }

    /// What stands for whoever an order is about.
    pub fn standing(&self, account: &Account) -> Result<Standing, TooMuch> {
        let lines = self.lines.iter();
        Standing::of(lines.map(|line| (&line.account, line.effect)), account)
    }

    /// All lines together.
    pub fn whole(&self) -> Result<Sums, TooMuch> {
        let lines = self.lines.iter();
        lines
            .map(|line| line.effect)
            .try_fold(Sums::default(), Sums::plus)
    }

    /// The sums of the lines that have something in common: by year, by request.
    pub fn by<K: Ord>(&self, key: impl Fn(&Line) -> K) -> Result<BTreeMap<K, Sums>, TooMuch> {
        let mut all: BTreeMap<K, Sums> = BTreeMap::new();
        for line in &self.lines {
            let sums = all.entry(key(line)).or_default();
            *sums = sums.plus(line.effect)?;
        }
        Ok(all)
    }

    /// The sums of each territory, with whose they are: for those who see sums and not lines.
    pub fn by_territory(&self) -> Result<BTreeMap<TerritoryKey, Group>, TooMuch> {
        let mut all: BTreeMap<TerritoryKey, Group> = BTreeMap::new();
        let accounts = self.by(|line| {
            let account = &line.account;
            (account.territory.clone(), account.beneficiary.clone())
        })?;
        for ((territory, beneficiary), sums) in accounts {
            // Whoever had something and gave all of it back is no author of what is there.
            if sums == Sums::default() {
                continue;
            }
            all.entry(territory).or_default().add(beneficiary, sums)?;
        }
        Ok(all)
    }

    /// The lines of one beneficiary.
    pub fn of_beneficiary<'a>(&'a self, slug: &'a Slug) -> impl Iterator<Item = &'a Line> {
        let own = move |line: &&Line| line.account.beneficiary == *slug;
        self.lines.iter().filter(own)
    }

    fn is_undone(&self, number: u64) -> bool {
        self.lines.iter().any(|line| line.undid() == Some(number))
    }

    fn next(&self) -> u64 {
        self.lines.last().map_or(1, |line| line.number + 1)
    }

    fn add(&mut self, line: Line) -> Line {
        self.lines.push(line.clone());
        line
    }
}
