//! What the partners of a scheme or cluster think of the services of its baseline: asked line by line, private to those who
//! work in it.
//!
//! Each partner sees its own opinions and nobody else's; a line that is asked again keeps what was said before.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Baseline, BaselineService, Slug};
use crate::consultations::{Consultation, Opinion, OpinionError};
use crate::periods::Period;

/// What is asked of each service.
pub type Opinions = BTreeMap<Slug, Consultation>;

/// A service on which an organisation is asked what it thinks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedLine {
    /// Which.
    pub service: BaselineService,
    /// Until when, that day included.
    pub until: Option<NaiveDate>,
    /// What the organisation said last.
    pub own: Option<Opinion>,
}

impl Baseline {
    /// Puts some of its services to opinion over a period.
    #[must_use]
    pub fn consult(mut self, services: &[Slug], period: Period) -> Self {
        let known: Vec<Slug> = self
            .services
            .iter()
            .map(|one| one.slug.clone())
            .filter(|slug| services.contains(slug))
            .collect();
        self.opinions = self.opinions.map(|mut all| {
            for slug in known {
                let asked = all.remove(&slug);
                let asked = asked.unwrap_or_default().reopened(period);
                all.insert(slug, asked);
            }
            all
        });
        self
    }

    /// What an organisation is asked on a day, with what it said itself and nothing of what others did.
    #[must_use]
    pub fn asked(&self, organisation: &Slug, day: NaiveDate) -> Vec<AskedLine> {
        let all = self.opinions.inner();
        let line = |service: &BaselineService| {
            let asked = all.get(&service.slug)?;
            let own = asked.standing().into_iter();
            let mut own = own.filter(|one| one.organisation == *organisation);
            asked.period().holds(day).then(|| AskedLine {
                service: service.clone(),
                until: asked.period().to(),
                own: own.next().cloned(),
            })
        };
        self.services.iter().filter_map(line).collect()
    }

    /// An organisation says what it thinks of a service. The same thing said again changes nothing.
    pub fn hear(mut self, service: &Slug, opinion: Opinion) -> Result<Self, OpinionError> {
        let all = self.opinions.inner();
        let asked = all.get(service).ok_or(OpinionError::NotOpen)?;
        if asked.standing().contains(&&opinion) {
            return Ok(self);
        }
        let heard = asked.clone().give(opinion)?;
        let service = service.clone();
        self.opinions = self.opinions.map(|mut all| {
            all.insert(service, heard);
            all
        });
        Ok(self)
    }

    /// Nothing is asked of a service any more.
    #[must_use]
    pub fn unasked(mut self, service: &Slug) -> Self {
        self.opinions = self.opinions.map(|mut all| {
            all.remove(service);
            all
        });
        self
    }
}
