//! A French text as tokens: days, times, and the words that join or restrict them.

use chrono::Weekday;

/// A token, with the text it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: Kind,
    pub(super) text: String,
}

/// What a word means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Day(Weekday),
    /// "tous les jours"
    EveryDay,
    /// "en semaine"
    WorkingDays,
    WeekEnd,
    /// Minutes since midnight.
    Time(u16),
    /// A number alone: an hour when it stands beside a time.
    Number(u16),
    /// "au", "à", "-"
    To,
    /// "et", ",", "/"
    And,
    /// ";", a new line, a full stop, a bracket
    End,
    Closed,
    Except,
    Morning,
    Afternoon,
    OddWeeks,
    EvenWeeks,
    /// "1er", "2e", "dernier"
    Nth(i8),
    SchoolHolidays,
    SchoolTime,
    PublicHolidays,
    Appointment,
    AroundTheClock,
    /// Says nothing of the hours: "ouvert", "de".
    Noise,
    /// Nothing that is known here.
    Word,
}

/// The name of a day.
pub(super) const fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "lundi",
        Weekday::Tue => "mardi",
        Weekday::Wed => "mercredi",
        Weekday::Thu => "jeudi",
        Weekday::Fri => "vendredi",
        Weekday::Sat => "samedi",
        Weekday::Sun => "dimanche",
    }
}

/// Several words that mean one thing, longest first.
const PHRASES: &[(&str, Kind)] = &[
    ("avec ou sans rendez vous", Kind::Noise),
    ("avec ou sans rdv", Kind::Noise),
    ("sans rendez vous", Kind::Noise),
    ("sans rdv", Kind::Noise),
    ("uniquement sur rendez vous", Kind::Appointment),
    ("sur rendez vous uniquement", Kind::Appointment),
    ("sur rdv uniquement", Kind::Appointment),
    ("uniquement sur rdv", Kind::Appointment),
    ("sur rendez vous", Kind::Appointment),
    ("sur rendezvous", Kind::Appointment),
    ("sur rdv", Kind::Appointment),
    ("avec rdv", Kind::Appointment),
    ("tous les jours", Kind::EveryDay),
    ("7 jours sur 7", Kind::EveryDay),
    ("7j / 7", Kind::EveryDay),
    ("7j/7", Kind::EveryDay),
    ("24h / 24", Kind::AroundTheClock),
    ("24h/24", Kind::AroundTheClock),
    ("24 h/24", Kind::AroundTheClock),
    ("en semaines impaires", Kind::OddWeeks),
    ("en semaine impaire", Kind::OddWeeks),
    ("en semaines paires", Kind::EvenWeeks),
    ("en semaine paire", Kind::EvenWeeks),
    ("en semaine", Kind::WorkingDays),
    ("week end", Kind::WeekEnd),
    ("semaines impaires", Kind::OddWeeks),
    ("semaine impaire", Kind::OddWeeks),
    ("semaines paires", Kind::EvenWeeks),
    ("semaine paire", Kind::EvenWeeks),
    ("pendant les vacances scolaires", Kind::SchoolHolidays),
    ("vacances scolaires", Kind::SchoolHolidays),
    ("en periode scolaire", Kind::SchoolTime),
    ("periode scolaire", Kind::SchoolTime),
    ("les jours feries", Kind::PublicHolidays),
    ("jours feries", Kind::PublicHolidays),
    ("apres midi", Kind::Afternoon),
    ("du mois", Kind::Noise),
    ("de chaque mois", Kind::Noise),
    ("au public", Kind::Noise),
    ("du public", Kind::Noise),
    ("non stop", Kind::Noise),
];

/// Single words.
const WORDS: &[(&str, Kind)] = &[
    ("lundi", Kind::Day(Weekday::Mon)),
    ("lundis", Kind::Day(Weekday::Mon)),
    ("lun", Kind::Day(Weekday::Mon)),
    ("mardi", Kind::Day(Weekday::Tue)),
    ("mardis", Kind::Day(Weekday::Tue)),
    ("mar", Kind::Day(Weekday::Tue)),
    ("mercredi", Kind::Day(Weekday::Wed)),
    ("mercredis", Kind::Day(Weekday::Wed)),
    ("mer", Kind::Day(Weekday::Wed)),
    ("merc", Kind::Day(Weekday::Wed)),
    ("jeudi", Kind::Day(Weekday::Thu)),
    ("jeudis", Kind::Day(Weekday::Thu)),
    ("jeu", Kind::Day(Weekday::Thu)),
    ("vendredi", Kind::Day(Weekday::Fri)),
    ("vendredis", Kind::Day(Weekday::Fri)),
    ("ven", Kind::Day(Weekday::Fri)),
    ("vend", Kind::Day(Weekday::Fri)),
    ("samedi", Kind::Day(Weekday::Sat)),
    ("samedis", Kind::Day(Weekday::Sat)),
    ("sam", Kind::Day(Weekday::Sat)),
    ("dimanche", Kind::Day(Weekday::Sun)),
    ("dimanches", Kind::Day(Weekday::Sun)),
    ("dim", Kind::Day(Weekday::Sun)),
    ("quotidiennement", Kind::EveryDay),
    ("weekend", Kind::WeekEnd),
    ("midi", Kind::Time(720)),
    ("minuit", Kind::Time(1440)),
    ("au", Kind::To),
    ("a", Kind::To),
    ("jusqu", Kind::To),
    ("jusqua", Kind::To),
    ("et", Kind::And),
    ("puis", Kind::And),
    ("ferme", Kind::Closed),
    ("fermee", Kind::Closed),
    ("fermes", Kind::Closed),
    ("fermeture", Kind::Closed),
    ("sauf", Kind::Except),
    ("hors", Kind::Except),
    ("excepte", Kind::Except),
    ("matin", Kind::Morning),
    ("matins", Kind::Morning),
    ("matinee", Kind::Morning),
    ("apresmidi", Kind::Afternoon),
    ("apm", Kind::Afternoon),
    ("aprem", Kind::Afternoon),
    ("apmidi", Kind::Afternoon),
    ("permanence", Kind::Noise),
    ("permanences", Kind::Noise),
    ("amp", Kind::And),
    ("feries", Kind::PublicHolidays),
    ("rdv", Kind::Appointment),
    ("ouvert", Kind::Noise),
    ("ouverte", Kind::Noise),
    ("ouverts", Kind::Noise),
    ("ouverture", Kind::Noise),
    ("ouvertures", Kind::Noise),
    ("horaires", Kind::Noise),
    ("horaire", Kind::Noise),
    ("heures", Kind::Noise),
    ("accueil", Kind::Noise),
    ("de", Kind::Noise),
    ("du", Kind::Noise),
    ("des", Kind::Noise),
    ("d", Kind::Noise),
    ("le", Kind::Noise),
    ("les", Kind::Noise),
    ("la", Kind::Noise),
    ("l", Kind::Noise),
    ("en", Kind::Noise),
    ("chaque", Kind::Noise),
    ("tous", Kind::Noise),
    ("continu", Kind::Noise),
    ("seulement", Kind::Noise),
    ("uniquement", Kind::Noise),
    ("dernier", Kind::Nth(-1)),
    ("premier", Kind::Nth(1)),
    ("deuxieme", Kind::Nth(2)),
    ("troisieme", Kind::Nth(3)),
    ("jours", Kind::Noise),
];

/// Cuts a text into tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let original: Vec<char> = text.chars().collect();
    let plain: Vec<char> = original.iter().map(|c| plain(*c)).collect();
    let mut cutter = Cutter {
        original: &original,
        plain: &plain,
        at: 0,
        tokens: Vec::new(),
    };
    while cutter.at < plain.len() {
        cutter.step();
    }
    cutter.tokens
}

/// Lower case, without accents; apostrophes and hyphens within words become blanks elsewhere.
pub(super) fn plain(c: char) -> char {
    match c {
        'à' | 'â' | 'À' | 'Â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => 'e',
        'î' | 'ï' | 'Î' => 'i',
        'ô' | 'ö' | 'Ô' => 'o',
        'û' | 'ù' | 'ü' | 'Û' => 'u',
        'ç' | 'Ç' => 'c',
        '’' | '‘' => '\'',
        '–' | '—' | '−' | '‑' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => ' ',
        '\r' => '\n',
        '•' | '·' | '*' => ';',
        c => c.to_ascii_lowercase(),
    }
}

struct Cutter<'a> {
    original: &'a [char],
    plain: &'a [char],
    at: usize,
    tokens: Vec<Token>,
}

impl Cutter<'_> {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.plain.get(self.at + ahead).copied()
    }

    fn push(&mut self, kind: Kind, length: usize) {
        let end = (self.at + length).min(self.original.len());
        let text = self
            .original
            .get(self.at..end)
            .unwrap_or_default()
            .iter()
            .collect();
        self.tokens.push(Token { kind, text });
        self.at = end;
    }

    fn step(&mut self) {
        let Some(c) = self.peek(0) else { return };
        if let Some((kind, length)) = self.phrase() {
            self.push(kind, length);
        } else if c.is_ascii_digit() {
            self.number();
        } else if c.is_alphabetic() {
            self.word();
        } else {
            self.mark(c);
        }
    }

    /// A phrase that stands here as whole words.
    fn phrase(&self) -> Option<(Kind, usize)> {
        let before = self.at.checked_sub(1).and_then(|at| self.plain.get(at));
        if before.is_some_and(|c| c.is_alphanumeric()) {
            return None;
        }
        PHRASES.iter().find_map(|(phrase, kind)| {
            let length = self.stands(phrase)?;
            let after = self.peek(length);
            (!after.is_some_and(char::is_alphanumeric)).then_some((*kind, length))
        })
    }

    /// The length of a phrase here: a blank of it stands for blanks and a hyphen.
    fn stands(&self, phrase: &str) -> Option<usize> {
        let mut length = 0;
        for wanted in phrase.chars() {
            if wanted == ' ' {
                let start = length;
                while matches!(self.peek(length), Some(' ' | '-')) {
                    length += 1;
                }
                if length == start {
                    return None;
                }
            } else if self.peek(length) == Some(wanted) {
                length += 1;
            } else {
                return None;
            }
        }
        Some(length)
    }

    fn mark(&mut self, c: char) {
        let kind = match c {
            ' ' | '\'' | ':' => {
                self.at += 1;
                return;
            }
            ';' if self.tokens.last().is_some_and(|token| token.text == "amp") => {
                self.at += 1;
                return;
            }
            '-' if self.peek(1) == Some('-') => return self.push(Kind::End, 2),
            '-' | '_' => Kind::To,
            ',' | '/' | '&' | '+' => Kind::And,
            ';' | '\n' | '|' | '(' | ')' | '[' | ']' | '.' | '!' | '=' => Kind::End,
            _ => Kind::Word,
        };
        self.push(kind, 1);
    }

    fn word(&mut self) {
        let mut length = 0;
        while self.peek(length).is_some_and(char::is_alphabetic) {
            length += 1;
        }
        let word: String = self
            .plain
            .get(self.at..self.at + length)
            .unwrap_or_default()
            .iter()
            .collect();
        let known = WORDS.iter().find(|(known, _)| *known == word);
        let kind = known.map_or(Kind::Word, |(_, kind)| *kind);
        // "lun." is a day and not the end of a sentence.
        let dot = matches!(kind, Kind::Day(_)) && length <= 4 && self.peek(length) == Some('.');
        self.push(kind, length + usize::from(dot));
    }

    fn number(&mut self) {
        let (value, digits) = self.digits(0);
        if let Some((kind, length)) = self
            .time(value, digits)
            .or_else(|| self.ordinal(value, digits))
        {
            return self.push(kind, length);
        }
        let alone = !self.peek(digits).is_some_and(char::is_alphabetic);
        let kind = if digits <= 2 && value <= 24 && alone {
            Kind::Number(value * 60)
        } else {
            Kind::Word
        };
        self.push(kind, digits);
    }

    /// The number that stands `ahead`, and how many digits it has.
    fn digits(&self, ahead: usize) -> (u16, usize) {
        let mut value = 0_u16;
        let mut count = 0;
        while let Some(digit) = self.peek(ahead + count).and_then(|c| c.to_digit(10)) {
            value = value
                .saturating_mul(10)
                .saturating_add(u16::try_from(digit).unwrap_or(0));
            count += 1;
        }
        (value, count)
    }

    /// `9h`, `9h30`, `9 h 30`, `09:00`, `9.30`, `17 heures 30`.
    fn time(&self, hour: u16, digits: usize) -> Option<(Kind, usize)> {
        if digits > 2 || hour > 24 {
            return None;
        }
        let mut length = digits;
        while self.peek(length) == Some(' ') {
            length += 1;
        }
        let spaced = length > digits;
        match self.peek(length) {
            Some('.') if spaced => None,
            Some(':' | '.') => {
                let blanks = usize::from(
                    self.peek(length + 1) == Some(' ') && self.peek(length) == Some(':'),
                );
                let (minutes, count) = self.digits(length + 1 + blanks);
                (count == 2 && minutes < 60)
                    .then(|| (Kind::Time(hour * 60 + minutes), length + 3 + blanks))
            }
            Some('h') => {
                length += if self.stands_at(length, "heures") {
                    6
                } else if self.stands_at(length, "heure") {
                    5
                } else {
                    1
                };
                Some(self.with_minutes(hour, length))
            }
            _ => None,
        }
        .filter(|(kind, _)| matches!(kind, Kind::Time(time) if *time <= 1440))
    }

    fn stands_at(&self, ahead: usize, word: &str) -> bool {
        word.chars()
            .enumerate()
            .all(|(rank, c)| self.peek(ahead + rank) == Some(c))
    }

    /// Two digits behind "h", unless they are the hour of another time: "15h18h", "16 h 18 h".
    fn with_minutes(&self, hour: u16, length: usize) -> (Kind, usize) {
        let mut start = length;
        while self.peek(start) == Some(' ') {
            start += 1;
        }
        let (minutes, count) = self.digits(start);
        let mut after = start + count;
        while self.peek(after) == Some(' ') {
            after += 1;
        }
        // "09h30h-12h30": a second "h" with nothing behind it is a slip.
        let slip = self.peek(after) == Some('h')
            && !self
                .peek(after + 1)
                .is_some_and(|c| c.is_alphanumeric() || c == ' ');
        let another = matches!(self.peek(after), Some('h' | ':'))
            && !(slip && after == start + count && minutes > 24);
        if count == 2 && minutes < 60 && !another {
            let end = start + count;
            let unit = if self.peek(end) == Some('h')
                && !self.peek(end + 1).is_some_and(char::is_alphanumeric)
            {
                1
            } else if self.stands_at(end, "mn") {
                2
            } else if self.stands_at(end, "min") {
                3
            } else {
                0
            };
            return (Kind::Time(hour * 60 + minutes), end + unit);
        }
        (Kind::Time(hour * 60), length)
    }

    /// `1er`, `2e`, `3ème`, `4eme`.
    fn ordinal(&self, value: u16, digits: usize) -> Option<(Kind, usize)> {
        let endings = ["ere", "er", "eme", "e", "nd"];
        let ending = endings
            .iter()
            .find(|ending| self.stands_at(digits, ending))?;
        let length = digits + ending.len();
        let whole = !self.peek(length).is_some_and(char::is_alphanumeric);
        let rank = i8::try_from(value)
            .ok()
            .filter(|rank| (1..=5).contains(rank))?;
        whole.then_some((Kind::Nth(rank), length))
    }
}
