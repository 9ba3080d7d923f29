//! What the words and signs of a sentence about hours stand for.

/// A part of the day, as people name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Half {
    Morning,
    Afternoon,
    Evening,
}

const NOON: u16 = 12 * 60;
/// Latest end of what people still call a morning.
const LATE_MORNING: u16 = 14 * 60;
const EVENING: u16 = 17 * 60;

impl Half {
    /// Whether a range of minutes lies in it.
    pub(super) fn holds(self, from: u16, to: u16) -> bool {
        match self {
            Self::Morning => from < NOON && to <= LATE_MORNING,
            Self::Afternoon => from >= NOON,
            Self::Evening => from >= EVENING,
        }
    }

    /// Whether a range of minutes has nothing in common with it.
    pub(super) fn is_apart(self, from: u16, to: u16) -> bool {
        match self {
            Self::Morning => from >= NOON,
            Self::Afternoon => to <= LATE_MORNING && from < NOON,
            Self::Evening => to <= EVENING,
        }
    }
}

/// Weeks by their number in the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weeks {
    /// Semaines impaires.
    Odd,
    /// Semaines paires.
    Even,
}

/// A sign of the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// From Monday = 0.
    Day(u8),
    /// A day whose name is misspelt by one letter.
    Misspelt(u8),
    /// Several days at once, one bit each from Monday.
    Days(u8),
    /// Minute of the day.
    Clock(u16),
    /// A number that may be an hour or a day of the month.
    Number(u8),
    /// An hour that no clock shows.
    BadClock,
    /// First, second, -1 for the last.
    Nth(i8),
    AllDay,
    Always,
    Dash,
    Slash,
    Comma,
    Colon,
    /// End of a sentence: line end, semicolon, bar, full stop.
    Stop,
    Open,
    Close,
    To,
    /// "jusqu'à".
    Until,
    From,
    Between,
    And,
    Or,
    Closed,
    Except,
    Appointment,
    WalkIn,
    Half(Half),
    Weeks(Weeks),
    OfMonth,
    Month(u8),
    Public,
    School,
    Term,
    During,
    /// A word that adds nothing.
    Quiet,
    /// A word that is not read.
    Unknown,
    /// A word that is not read and may take back what is said elsewhere.
    Grave,
}

/// Bits of Monday to Sunday.
pub(super) const EVERY_DAY: u8 = 0b111_1111;
const WORK_DAYS: u8 = 0b001_1111;
const WEEKEND: u8 = 0b110_0000;

const DAYS: [(&str, &[&str]); 7] = [
    ("lundi", &["lun", "lu", "mo", "lund"]),
    ("mardi", &["mar", "ma", "tu", "mard"]),
    ("mercredi", &["mer", "me", "we", "merc"]),
    ("jeudi", &["jeu", "je", "th", "jeud"]),
    ("vendredi", &["ven", "ve", "fr", "vend"]),
    ("samedi", &["sam", "sa"]),
    ("dimanche", &["dim", "di", "su"]),
];

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan"],
    &["fevrier", "fevr", "fev"],
    &["mars"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["aout"],
    &["septembre", "sept"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];

/// Phrases of several words; a hyphen or an apostrophe may stand between two of them.
const PHRASES: &[(&[&str], Sign)] = &[
    (&["avec", "ou", "sans", "rendez", "vous"], Sign::Quiet),
    (&["avec", "ou", "sans", "rdv"], Sign::Quiet),
    (&["avec", "et", "sans", "rendez", "vous"], Sign::Quiet),
    (&["avec", "et", "sans", "rdv"], Sign::Quiet),
    (&["sans", "ou", "avec", "rendez", "vous"], Sign::Quiet),
    (&["sans", "ou", "avec", "rdv"], Sign::Quiet),
    (&["sans", "rendez", "vous"], Sign::WalkIn),
    (&["sans", "rdv"], Sign::WalkIn),
    (&["avec", "rendez", "vous"], Sign::Appointment),
    (&["avec", "rdv"], Sign::Appointment),
    (&["sur", "rendez", "vous"], Sign::Appointment),
    (&["sur", "rendezvous"], Sign::Appointment),
    (&["sur", "rdv"], Sign::Appointment),
    (&["sur", "rv"], Sign::Appointment),
    (&["sous", "rendez", "vous"], Sign::Appointment),
    (&["rendez", "vous"], Sign::Appointment),
    (&["en", "acces", "libre"], Sign::WalkIn),
    (&["acces", "libre"], Sign::WalkIn),
    (&["libre", "acces"], Sign::WalkIn),
    (&["en", "accueil", "libre"], Sign::WalkIn),
    (&["accueil", "libre"], Sign::WalkIn),
    (&["sans", "interruption"], Sign::Quiet),
    (&["non", "stop"], Sign::Quiet),
    (&["en", "continu"], Sign::Quiet),
    (&["en", "journee", "continue"], Sign::Quiet),
    (&["journee", "continue"], Sign::Quiet),
    (&["toute", "la", "journee"], Sign::Quiet),
    (&["accueil", "du", "public"], Sign::Quiet),
    (&["au", "public"], Sign::Quiet),
    (&["jours", "et", "heures"], Sign::Quiet),
    (&["jours", "et", "horaires"], Sign::Quiet),
    (&["heures", "d", "ouverture"], Sign::Quiet),
    (&["jours", "d", "ouverture"], Sign::Quiet),
    (&["apres", "midi"], Sign::Half(Half::Afternoon)),
    (&["apres", "midis"], Sign::Half(Half::Afternoon)),
    (&["semaine", "paire"], Sign::Weeks(Weeks::Even)),
    (&["semaines", "paires"], Sign::Weeks(Weeks::Even)),
    (&["semaine", "impaire"], Sign::Weeks(Weeks::Odd)),
    (&["semaines", "impaires"], Sign::Weeks(Weeks::Odd)),
    (&["sem", "paire"], Sign::Weeks(Weeks::Even)),
    (&["sem", "impaire"], Sign::Weeks(Weeks::Odd)),
    (&["du", "mois"], Sign::OfMonth),
    (&["de", "chaque", "mois"], Sign::OfMonth),
    (&["chaque", "mois"], Sign::OfMonth),
    (&["de", "tous", "les", "mois"], Sign::OfMonth),
    (&["avant", "dernier"], Sign::Nth(-2)),
    (&["vacances", "scolaires"], Sign::School),
    (&["vacances", "scolaire"], Sign::School),
    (&["conges", "scolaires"], Sign::School),
    (&["periode", "de", "vacances", "scolaires"], Sign::School),
    (&["periodes", "de", "vacances", "scolaires"], Sign::School),
    (&["periode", "scolaire"], Sign::Term),
    (&["periodes", "scolaires"], Sign::Term),
    (&["temps", "scolaire"], Sign::Term),
    (&["jours", "feries"], Sign::Public),
    (&["jour", "ferie"], Sign::Public),
    (&["tous", "les", "jours"], Sign::Days(EVERY_DAY)),
    (&["tous", "les", "jours", "de"], Sign::Unknown),
    (&["tous", "les"], Sign::Quiet),
    (&["toutes", "les", "semaines"], Sign::Quiet),
    (&["chaque", "semaine"], Sign::Quiet),
    (&["week", "end"], Sign::Days(WEEKEND)),
    (&["week", "ends"], Sign::Days(WEEKEND)),
    (&["jours", "ouvres"], Sign::Days(WORK_DAYS)),
    (&["en", "semaine"], Sign::Days(WORK_DAYS)),
    (&["a", "l", "exception", "de"], Sign::Except),
    (&["a", "l", "exception", "du"], Sign::Except),
    (&["a", "l", "exception", "des"], Sign::Except),
    (&["en", "dehors", "de"], Sign::Except),
    (&["en", "dehors", "des"], Sign::Except),
    (&["en", "dehors", "du"], Sign::Except),
    (&["a", "partir"], Sign::Grave),
    (&["jusqu", "a"], Sign::Until),
    (&["jusqu", "au"], Sign::Until),
    (&["ainsi", "que"], Sign::And),
    (&["au", "mois", "d"], Sign::During),
    (&["au", "mois", "de"], Sign::During),
    (&["le", "mois", "d"], Sign::During),
    (&["le", "mois", "de"], Sign::During),
    (&["mois", "d"], Sign::During),
    (&["mois", "de"], Sign::During),
];

/// The phrases that begin with a word.
pub(super) fn phrases(first: &str) -> impl Iterator<Item = (&'static [&'static str], Sign)> {
    PHRASES
        .iter()
        .filter(move |(words, _)| words.first() == Some(&first))
        .map(|&(words, sign)| (words, sign))
}

/// What one word stands for, given in lower case without accents.
pub(super) fn word(word: &str) -> Sign {
    day(word)
        .or_else(|| month(word))
        .or_else(|| part(word))
        .or_else(|| joint(word))
        .or_else(|| misspelt(word))
        .unwrap_or(Sign::Unknown)
}

fn day(word: &str) -> Option<Sign> {
    let found = DAYS.iter().position(|(name, short)| {
        word == *name || word.strip_suffix('s') == Some(name) || short.contains(&word)
    });
    found.and_then(|day| u8::try_from(day).ok()).map(Sign::Day)
}

fn month(word: &str) -> Option<Sign> {
    let found = MONTHS.iter().position(|names| names.contains(&word));
    found
        .and_then(|month| u8::try_from(month + 1).ok())
        .map(Sign::Month)
}

/// Whether a word is the short form of a day or a month, after which a full stop ends nothing.
pub(super) fn is_short(word: &str) -> bool {
    let day = DAYS.iter().any(|(_, short)| short.contains(&word));
    let month = MONTHS.iter().any(|names| names.iter().skip(1).any(|name| *name == word));
    day || month
}

fn part(word: &str) -> Option<Sign> {
    Some(match word {
        "matin" | "matins" | "matinee" | "matinees" => Sign::Half(Half::Morning),
        "aprem" | "apm" | "apremidi" | "apmidi" | "apresmidi" => Sign::Half(Half::Afternoon),
        "soir" | "soirs" | "soiree" | "soirees" => Sign::Half(Half::Evening),
        "weekend" | "weekends" => Sign::Days(WEEKEND),
        "quotidien" | "quotidiennement" => Sign::Days(EVERY_DAY),
        "premier" | "premiers" | "premiere" => Sign::Nth(1),
        "deuxieme" | "second" | "deuxiemes" => Sign::Nth(2),
        "troisieme" | "troisiemes" => Sign::Nth(3),
        "quatrieme" | "quatriemes" => Sign::Nth(4),
        "cinquieme" => Sign::Nth(5),
        "dernier" | "derniers" | "derniere" => Sign::Nth(-1),
        "feries" | "ferie" | "ph" => Sign::Public,
        "sh" => Sign::School,
        "midi" => Sign::Clock(12 * 60),
        "minuit" => Sign::Clock(24 * 60),
        _ => return None,
    })
}

fn joint(word: &str) -> Option<Sign> {
    Some(match word {
        "a" | "au" | "aux" | "to" => Sign::To,
        "jusque" | "jusqu" => Sign::Until,
        "de" | "du" | "des" | "d" => Sign::From,
        "entre" => Sign::Between,
        "et" | "puis" => Sign::And,
        "ou" => Sign::Or,
        "en" | "pendant" | "durant" => Sign::During,
        "ferme" | "fermee" | "fermes" | "fermees" | "fermeture" | "fermetures" | "off"
        | "closed" => Sign::Closed,
        "sauf" | "hors" | "hormis" | "excepte" | "exceptes" | "exceptee" | "except" => Sign::Except,
        "rdv" => Sign::Appointment,
        "le" | "la" | "les" | "l" | "ouvert" | "ouverte" | "ouverts" | "ouvertes" | "ouverture"
        | "ouvertures" | "open" | "horaire" | "horaires" | "accueil" | "public" | "permanence"
        | "permanences" | "espace" | "uniquement" | "seulement" | "exclusivement" | "exclusif"
        | "chaque" => Sign::Quiet,
        "n" | "ne" | "pas" | "non" | "aucun" | "aucune" | "jamais" | "avant" | "apres"
        | "provisoire" | "provisoirement" | "temporaire" | "temporairement" | "annule"
        | "annulee" | "suspendu" | "suspendue" | "definitivement" | "definitive" | "travaux"
        | "reouverture" | "confirmer" | "verifier" | "partir" | "hs" => Sign::Grave,
        _ => return None,
    })
}

/// A day with one letter wrong, when it can be no other day.
fn misspelt(word: &str) -> Option<Sign> {
    let length = word.chars().count();
    if length < 5 {
        return None;
    }
    let mut near = (0..).zip(DAYS).filter(|(_, (name, _))| one_letter_apart(word, name));
    match (near.next(), near.next()) {
        (Some((day, _)), None) => Some(Sign::Misspelt(day)),
        _ => None,
    }
}

fn one_letter_apart(one: &str, two: &str) -> bool {
    let (short, long) = if one.len() <= two.len() { (one, two) } else { (two, one) };
    let extra = long.len() - short.len();
    if extra > 1 {
        return false;
    }
    let same = short
        .chars()
        .zip(long.chars())
        .take_while(|(left, right)| left == right)
        .count();
    let left: String = short.chars().skip(same + 1 - extra).collect();
    let right: String = long.chars().skip(same + 1).collect();
    left == right
}
