//! What was typed to begin a campaign, read field by field: a choice and its order, or what is wrong beside each field.

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Europe::Paris;
use portulan_model::CampaignId;
use portulan_model::campaigns::{Choice, Doubt, Within};
use portulan_model::proposals::Prose;

use super::{LASTS_DAYS, LONGEST_DAYS, MOST_REMINDERS};
use crate::day::evening;
use crate::{App, Directory};

/// Longest name, in characters.
const NAME: usize = 120;
/// Most months since the last word of a place.
const MONTHS: u32 = 120;

/// The form, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each field is the field of the form")]
pub struct Typed {
    pub name: String,
    pub network: String,
    pub doubt: String,
    pub months: String,
    pub last_day: String,
    pub reminders: String,
}

/// What is wrong with a field: its name in the form, and the message that says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Name of the field.
    pub field: &'static str,
    /// Id of the message.
    pub message: &'static str,
}

/// A campaign before it begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// Drawn for the form: sent twice, it is one campaign.
    pub id: CampaignId,
    /// Its name.
    pub name: String,
    /// Which places.
    pub choice: Choice,
    /// The last instant at which its links serve.
    pub ends: DateTime<Utc>,
    /// Days after the first mail.
    pub reminders: Vec<u32>,
}

impl Order {
    /// Reads what was typed.
    pub fn read(
        app: &App,
        id: CampaignId,
        within: Within,
        typed: &Typed,
    ) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader {
            faults: Vec::new(),
            today: app.now().with_timezone(&Paris).date_naive(),
        };
        let order = Self {
            id,
            name: reader.name(&typed.name),
            choice: Choice {
                within,
                network: reader.network(&app.directory(), &typed.network),
                doubt: Doubt::ALL
                    .into_iter()
                    .find(|one| one.slug() == typed.doubt)
                    .unwrap_or_default(),
                months: reader.months(&typed.months),
            },
            ends: evening(None, reader.last_day(&typed.last_day)),
            reminders: reader.reminders(&typed.reminders),
        };
        if reader.faults.is_empty() {
            Ok(order)
        } else {
            Err(reader.faults)
        }
    }
}

struct Reader {
    faults: Vec<Fault>,
    today: NaiveDate,
}

impl Reader {
    fn fault(&mut self, field: &'static str, message: &'static str) {
        self.faults.push(Fault { field, message });
    }

    fn name(&mut self, text: &str) -> String {
        match Prose::line(text, NAME) {
            Ok(Some(name)) => return name,
            Ok(None) => self.fault("nom", "campaign-name-missing"),
            Err(_too_long) => self.fault("nom", "proposal-too-long"),
        }
        String::new()
    }

    fn network(&mut self, directory: &Directory, text: &str) -> Option<portulan_model::Slug> {
        let slug = text.trim();
        if slug.is_empty() {
            return None;
        }
        let known = &directory.snapshot.known_values().networks;
        let found = known.iter().find(|(known, _)| known.as_str() == slug);
        if found.is_none() {
            self.fault("reseau", "campaign-network-unknown");
        }
        found.map(|(known, _)| known.clone())
    }

    fn months(&mut self, text: &str) -> Option<u32> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let months = text
            .parse()
            .ok()
            .filter(|months| (1..=MONTHS).contains(months));
        if months.is_none() {
            self.fault("mois", "campaign-months-wrong");
        }
        months
    }

    fn last_day(&mut self, text: &str) -> NaiveDate {
        let after = |days| self.today.checked_add_days(Days::new(days));
        let usual = after(LASTS_DAYS).unwrap_or(self.today);
        let text = text.trim();
        if text.is_empty() {
            return usual;
        }
        let furthest = after(LONGEST_DAYS).unwrap_or(self.today);
        let day: Option<NaiveDate> = text.parse().ok();
        let fit = day.filter(|day| *day > self.today && *day <= furthest);
        if fit.is_none() {
            self.fault("dernier_jour", "campaign-last-day-wrong");
        }
        fit.unwrap_or(usual)
    }

    /// Days, separated by anything.
    fn reminders(&mut self, text: &str) -> Vec<u32> {
        let words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let read = |word: &&str| word.parse::<u32>().ok();
        let mut days: Vec<u32> = words.iter().filter_map(read).collect();
        days.sort_unstable();
        days.dedup();
        let most = u32::try_from(LONGEST_DAYS).unwrap_or(u32::MAX);
        let fit = days.iter().all(|day| (1..=most).contains(day));
        if !fit || days.len() > MOST_REMINDERS || words.iter().any(|word| read(word).is_none()) {
            self.fault("rappels", "campaign-reminders-wrong");
        }
        days
    }
}
