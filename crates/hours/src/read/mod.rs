//! From signs to rules: one clause gives one rule, or several joined by `, `.
//!
//! Selectors may stand in any order, as real texts have them; what cannot be placed is an error that says
//! where. Each kind of selector has its own file.

mod days;
mod months;
mod times;

use crate::error::HoursError;
use crate::evaluate::MAX_RULES;
use crate::lexer::{Clause, Lexeme, Token, clauses};
use crate::rules::{DateFilter, Link, OpenState, Rule, SunEvent};

/// Most time spans in a text.
const MAX_SPANS: usize = 256;

/// Whether single moments (`Mo 10:00`) are meant, as in collection times, or ranges, as in opening hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    Ranges,
    Moments,
}

/// Reads a text.
pub(crate) fn rules(text: &str, mode: Mode) -> Result<Vec<Rule>, HoursError> {
    let mut rules = Vec::new();
    for clause in clauses(text)? {
        read_clause(&clause, mode, &mut rules)?;
        let spans: usize = rules.iter().map(|rule| rule.times.len()).sum();
        if rules.len() > MAX_RULES || spans > MAX_SPANS {
            return Err(HoursError::TooManyParts);
        }
    }
    if rules.is_empty() {
        return Err(HoursError::Empty);
    }
    Ok(rules)
}

fn read_clause(clause: &Clause, mode: Mode, rules: &mut Vec<Rule>) -> Result<(), HoursError> {
    let mut at = 0;
    while at < clause.lexemes.len() {
        let link = match (at > 0, clause.fallback) {
            (false, false) => Link::Normal,
            (true, false) => Link::Additional,
            (false, true) => Link::Fallback,
            (true, true) => Link::AdditionalFallback,
        };
        let mut reader = Reader::new(&clause.lexemes, at, mode, link);
        reader.rule()?;
        at = reader.at;
        rules.push(reader.rule);
        if rules.len() > MAX_RULES {
            return Err(HoursError::TooManyParts);
        }
    }
    Ok(())
}

/// What comes after a selector.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// More of the same rule.
    Same,
    /// A rule that adds to it.
    Rule,
}

/// Position in the signs of a clause, and the rule being built.
pub(crate) struct Reader<'t> {
    lexemes: &'t [Lexeme],
    pub(crate) at: usize,
    mode: Mode,
    rule: Rule,
}

impl<'t> Reader<'t> {
    fn new(lexemes: &'t [Lexeme], at: usize, mode: Mode, link: Link) -> Self {
        Self {
            lexemes,
            at,
            mode,
            rule: Rule {
                dates: DateFilter::default(),
                times: Vec::new(),
                state: OpenState::Open,
                comment: None,
                link,
                explicit: false,
            },
        }
    }

    fn rule(&mut self) -> Result<(), HoursError> {
        let begin = self.at;
        // Where a time selector ended: a colon there is not one "for readability".
        let mut time_ended = None;
        while let Some(token) = self.token(0) {
            let next = match token {
                Token::Weekday(_) => self.weekdays()?,
                Token::Always => self.always(),
                Token::Holiday(_) => self.holidays_first()?,
                Token::Month(_) if self.begins_monthday(0) => self.monthdays(false)?,
                Token::Easter => self.monthdays(false)?,
                Token::Year(_) if self.begins_dated_year() => self.monthdays(false)?,
                Token::Year(_) => self.years()?,
                Token::Month(_) => self.months(false)?,
                Token::Week => self.weeks()?,
                Token::Colon if self.readability_colon(begin) && time_ended != Some(self.at) => {
                    self.at += 1;
                    Next::Same
                }
                _ if self.begins_time() => {
                    let next = self.times()?;
                    time_ended = Some(self.at);
                    next
                }
                Token::State(state) => self.state(*state),
                Token::Comment(_) => self.comment(),
                _ => return Err(self.unexpected(0)),
            };
            if next == Next::Rule {
                return Ok(());
            }
        }
        Ok(())
    }

    /// `24/7`: the whole day, whatever the other selectors.
    fn always(&mut self) -> Next {
        self.push_whole_day();
        self.at += 1;
        Next::Same
    }

    fn state(&mut self, state: OpenState) -> Next {
        self.rule.state = state;
        self.rule.explicit = true;
        self.at += 1;
        self.comma_begins_rule()
    }

    /// A comment without a state means "unknown".
    fn comment(&mut self) -> Next {
        if let Some(Token::Comment(text)) = self.token(0) {
            self.rule.comment = Some(text.clone());
        }
        if !self.rule.explicit {
            self.rule.state = OpenState::Unknown;
            self.rule.explicit = true;
        }
        self.at += 1;
        self.comma_begins_rule()
    }

    fn comma_begins_rule(&mut self) -> Next {
        if self.sign(0, ',') {
            self.at += 1;
            return Next::Rule;
        }
        Next::Same
    }

    /// A colon that only helps the eye: neither at the start nor at the end.
    fn readability_colon(&self, begin: usize) -> bool {
        self.at > begin.min(1) && self.at + 1 != self.lexemes.len()
    }

    pub(crate) fn token(&self, ahead: usize) -> Option<&'t Token> {
        self.lexemes
            .get(self.at + ahead)
            .map(|lexeme| &lexeme.token)
    }

    pub(crate) fn sign(&self, ahead: usize, sign: char) -> bool {
        self.token(ahead) == Some(&Token::Sign(sign))
    }

    pub(crate) fn colon(&self, ahead: usize) -> bool {
        self.token(ahead) == Some(&Token::Colon)
    }

    pub(crate) fn number(&self, ahead: usize) -> Option<u32> {
        match self.token(ahead) {
            Some(Token::Number(number)) => Some(*number),
            _ => None,
        }
    }

    pub(crate) fn year(&self, ahead: usize) -> Option<i32> {
        match self.token(ahead) {
            Some(Token::Year(year)) => Some(*year),
            _ => None,
        }
    }

    pub(crate) fn month(&self, ahead: usize) -> Option<u8> {
        match self.token(ahead) {
            Some(Token::Month(month)) => Some(*month),
            _ => None,
        }
    }

    pub(crate) fn weekday(&self, ahead: usize) -> Option<u8> {
        match self.token(ahead) {
            Some(Token::Weekday(day)) => Some(*day),
            _ => None,
        }
    }

    pub(crate) fn sun(&self, ahead: usize) -> Option<SunEvent> {
        match self.token(ahead) {
            Some(Token::Sun(event)) => Some(*event),
            _ => None,
        }
    }

    /// Character at which a sign stands, or the one after the last.
    pub(crate) fn place(&self, ahead: usize) -> usize {
        self.lexemes.get(self.at + ahead).map_or_else(
            || self.lexemes.last().map_or(0, |last| last.at + 1),
            |lexeme| lexeme.at,
        )
    }

    pub(crate) fn unexpected(&self, ahead: usize) -> HoursError {
        HoursError::Unexpected {
            at: self.place(ahead),
            found: self.token(ahead).map_or_else(String::new, describe),
        }
    }

    pub(crate) fn out_of_range(&self, ahead: usize, what: &'static str) -> HoursError {
        HoursError::OutOfRange {
            at: self.place(ahead),
            what,
        }
    }

    /// `+1 day`, `-5 days`: the days and how many signs they take.
    pub(crate) fn day_offset(&self, ahead: usize, most: u32) -> Result<(i64, usize), HoursError> {
        let direction = match self.token(ahead) {
            Some(Token::Sign('+')) => 1,
            Some(Token::Sign('-')) => -1,
            _ => return Ok((0, 0)),
        };
        match (self.number(ahead + 1), self.token(ahead + 2)) {
            (Some(days), Some(Token::Days)) if days > most => {
                Err(self.out_of_range(ahead + 1, "number of days"))
            }
            (Some(days), Some(Token::Days)) => Ok((direction * i64::from(days), 3)),
            _ => Ok((0, 0)),
        }
    }
}

/// A sign as people see it, for error messages.
fn describe(token: &Token) -> String {
    match token {
        Token::Weekday(day) => crate::print::weekday(*day).to_owned(),
        Token::Month(month) => crate::print::month(*month).to_owned(),
        Token::Number(number) => number.to_string(),
        Token::Year(year) => year.to_string(),
        Token::Colon => ":".to_owned(),
        Token::Holiday(kind) => crate::print::holiday(*kind).to_owned(),
        Token::Sun(event) => event.word().to_owned(),
        Token::Easter => "easter".to_owned(),
        Token::Week => "week".to_owned(),
        Token::Days => "days".to_owned(),
        Token::State(state) => crate::print::state(*state).to_owned(),
        Token::Always => "24/7".to_owned(),
        Token::Comment(text) => format!("\"{text}\""),
        Token::Sign(sign) => sign.to_string(),
    }
}
