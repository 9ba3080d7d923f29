//! From characters to signs of the grammar, with tolerance for the ways people write.
//!
//! Tolerated: `9.00` and `9h` for hours, typographic dashes and quotes, raised digits, `am`/`pm`, words of
//! other languages (see `words`). A comment without its closing quote, or an unknown word, is an error.

use std::sync::Arc;

use crate::error::HoursError;
use crate::evaluate::MAX_RULES;
use crate::phrases::phrase;
use crate::rules::{HolidayKind, OpenState, SunEvent};
use crate::words::{self, Word};

/// Longest text that is read, in characters.
pub(crate) const MAX_LENGTH: usize = 2_000;

/// A sign of the grammar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    Weekday(u8),
    Month(u8),
    Number(u32),
    Year(i32),
    /// `:`, or `.` between hours and minutes.
    Colon,
    Holiday(HolidayKind),
    Sun(SunEvent),
    Easter,
    Week,
    Days,
    State(OpenState),
    Always,
    Comment(Arc<str>),
    Sign(char),
}

/// A sign and the character at which it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Lexeme {
    pub(crate) token: Token,
    pub(crate) at: usize,
}

/// The signs between two `;` or `||`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Clause {
    pub(crate) lexemes: Vec<Lexeme>,
    /// Whether `||` came before.
    pub(crate) fallback: bool,
}

/// Splits a text into clauses; empty ones are left out.
pub(crate) fn clauses(text: &str) -> Result<Vec<Clause>, HoursError> {
    let length = text.chars().count();
    if length > MAX_LENGTH {
        return Err(HoursError::TooLong {
            length,
            limit: MAX_LENGTH,
        });
    }
    let mut lexer = Lexer::new(text);
    lexer.skip_tag();
    while !lexer.rest.is_empty() {
        lexer.step()?;
    }
    lexer.end_clause(false)?;
    lexer.clauses.retain(|clause| !clause.lexemes.is_empty());
    match lexer.clauses.len() {
        0 => Err(HoursError::Empty),
        count if count > MAX_RULES => Err(HoursError::TooManyParts),
        _ => Ok(lexer.clauses),
    }
}

struct Lexer<'t> {
    rest: &'t str,
    at: usize,
    /// Set while a replacement is read: it is taken word by word, all of it at one place.
    frozen: bool,
    clause: Clause,
    clauses: Vec<Clause>,
}

impl<'t> Lexer<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            rest: text,
            at: 0,
            frozen: false,
            clause: Clause::default(),
            clauses: Vec::new(),
        }
    }

    /// `opening_hours = Mo-Fr …`, as pasted from a map editor.
    fn skip_tag(&mut self) {
        let trimmed = self.rest.trim_start();
        if let Some(after) = trimmed.strip_prefix("opening_hours")
            && let Some(value) = after.trim_start().strip_prefix('=')
        {
            self.rest = value;
        }
    }

    /// Goes on by a number of characters.
    fn advance(&mut self, characters: usize) {
        let mut rest = self.rest.chars();
        rest.by_ref().take(characters).for_each(drop);
        self.rest = rest.as_str();
        if !self.frozen {
            self.at += characters;
        }
    }

    fn push(&mut self, token: Token) {
        self.clause.lexemes.push(Lexeme { token, at: self.at });
    }

    fn step(&mut self) -> Result<(), HoursError> {
        if !self.frozen
            && let Some((replacement, length)) = phrase(self.rest)
        {
            self.replace(replacement)?;
            self.advance(length);
            self.skip_dot();
            return Ok(());
        }
        let Some(first) = self.rest.chars().next() else {
            return Ok(());
        };
        match first {
            _ if first.is_whitespace() || matches!(first, '␣' | '?') => self.advance(1),
            '0'..='9' => self.number()?,
            ';' => {
                self.end_clause(false)?;
                self.advance(1);
            }
            '|' if self.rest.starts_with("||") => self.fallback()?,
            ':' | '.' | '：' => self.one(Token::Colon),
            '"' => self.comment()?,
            _ if raised_digit(first).is_some() => self.raised()?,
            _ if is_quote(first) => self.quoted()?,
            _ if first.is_alphabetic() || first == '_' => self.word()?,
            _ => self.one(Token::Sign(plain_sign(first))),
        }
        Ok(())
    }

    fn one(&mut self, token: Token) {
        self.push(token);
        self.advance(1);
    }

    fn end_clause(&mut self, next_is_fallback: bool) -> Result<(), HoursError> {
        let next = Clause {
            lexemes: Vec::new(),
            fallback: next_is_fallback,
        };
        let done = std::mem::replace(&mut self.clause, next);
        self.clauses.push(done);
        if self.clauses.len() > 4 * MAX_RULES {
            return Err(HoursError::TooManyParts);
        }
        Ok(())
    }

    /// `||`: what comes before it must say something.
    fn fallback(&mut self) -> Result<(), HoursError> {
        if self.clause.lexemes.is_empty() {
            return Err(self.unexpected("||"));
        }
        self.end_clause(true)?;
        self.advance(2);
        Ok(())
    }

    fn unexpected(&self, found: &str) -> HoursError {
        HoursError::Unexpected {
            at: self.at,
            found: found.chars().take(40).collect(),
        }
    }

    /// `24/7`, a year, or a number with an optional full stop after it.
    fn number(&mut self) -> Result<(), HoursError> {
        if self.rest.starts_with("24/7") {
            self.push(Token::Always);
            self.advance(4);
            return Ok(());
        }
        let digits: String = self.rest.chars().take_while(char::is_ascii_digit).collect();
        self.push(self.number_token(&digits)?);
        self.advance(digits.len());
        let mut next = self.rest.chars();
        if next.next() == Some('.') && next.next().is_some_and(|after| !after.is_ascii_digit()) {
            self.advance(1);
        }
        Ok(())
    }

    fn number_token(&self, digits: &str) -> Result<Token, HoursError> {
        let number: u32 = match digits.parse() {
            Ok(number) if number < 10_000 => number,
            _ => {
                return Err(HoursError::OutOfRange {
                    at: self.at,
                    what: "number",
                });
            }
        };
        Ok(match i32::try_from(number) {
            Ok(year) if year > 1900 => Token::Year(year),
            _ => Token::Number(number),
        })
    }

    /// Raised or lowered digits, two by two: `9³⁰` is `9:30`.
    fn raised(&mut self) -> Result<(), HoursError> {
        let digits: String = self.rest.chars().take(2).map_while(raised_digit).collect();
        let after_number = self
            .clause
            .lexemes
            .last()
            .is_some_and(|last| matches!(last.token, Token::Number(_)));
        if after_number {
            self.push(Token::Colon);
        }
        self.push(self.number_token(&digits)?);
        self.advance(digits.chars().count());
        Ok(())
    }

    /// `"…"`, not empty.
    fn comment(&mut self) -> Result<(), HoursError> {
        let inside: String = self
            .rest
            .chars()
            .skip(1)
            .take_while(|&c| c != '"')
            .collect();
        let length = inside.chars().count();
        let closed = self.rest.chars().nth(length + 1) == Some('"');
        if inside.is_empty() || !closed {
            return self.quoted();
        }
        self.push(Token::Comment(inside.into()));
        self.advance(length + 2);
        Ok(())
    }

    /// A comment between other quotes than the grammar's.
    fn quoted(&mut self) -> Result<(), HoursError> {
        let inside: String = self
            .rest
            .chars()
            .skip(1)
            .take_while(|&c| !is_quote(c) && !matches!(c, ';' | '|'))
            .collect();
        let length = inside.chars().count();
        if !self.rest.chars().nth(length + 1).is_some_and(is_quote) {
            return Err(self.unexpected("\""));
        }
        self.push(Token::Comment(inside.into()));
        self.advance(length + 2);
        Ok(())
    }

    fn word(&mut self) -> Result<(), HoursError> {
        let written: String = self
            .rest
            .chars()
            .take_while(|c| c.is_alphabetic() || *c == '_')
            .collect();
        let Some(found) = words::word(&written.to_lowercase()) else {
            return Err(self.unexpected(&written));
        };
        self.take(found)?;
        self.advance(written.chars().count());
        self.skip_dot();
        Ok(())
    }

    fn take(&mut self, word: Word) -> Result<(), HoursError> {
        let token = match word {
            Word::Weekday(day) => Token::Weekday(day),
            Word::Month(month) => Token::Month(month),
            Word::Holiday(kind) => Token::Holiday(kind),
            Word::Sun(event) => Token::Sun(event),
            Word::Easter => Token::Easter,
            Word::Week => Token::Week,
            Word::Days => Token::Days,
            Word::State(state) => Token::State(state),
            Word::Text(text) => return self.replace(text),
            Word::Half { afternoon } => {
                self.half(afternoon);
                return Ok(());
            }
        };
        self.push(token);
        Ok(())
    }

    /// Reads a piece of the grammar as if it stood here.
    fn replace(&mut self, text: &'static str) -> Result<(), HoursError> {
        if self.frozen {
            return Ok(());
        }
        let outer = self.rest;
        self.frozen = true;
        self.rest = text;
        let mut outcome = Ok(());
        while outcome.is_ok() && !self.rest.is_empty() {
            outcome = self.step();
        }
        self.rest = outer;
        self.frozen = false;
        outcome
    }

    /// The full stop of an abbreviation: `Mon.`.
    fn skip_dot(&mut self) {
        if !self.frozen && self.rest.starts_with('.') {
            self.advance(1);
        }
    }

    /// `am`, `pm`: moves the hour before it.
    fn half(&mut self, afternoon: bool) {
        let count = self.clause.lexemes.len();
        let with_minutes = count >= 3
            && matches!(
                self.clause
                    .lexemes
                    .get(count - 3..)
                    .map(|last| last.iter().map(|l| &l.token).collect::<Vec<_>>())
                    .as_deref(),
                Some([Token::Number(_), Token::Colon, Token::Number(_)])
            );
        let index = if with_minutes {
            count - 3
        } else {
            count.wrapping_sub(1)
        };
        if let Some(Lexeme {
            token: Token::Number(hour),
            ..
        }) = self.clause.lexemes.get_mut(index)
        {
            match (*hour, afternoon) {
                (12, false) => *hour = 0,
                (0..=11, true) => *hour += 12,
                _ => {}
            }
        }
    }
}

/// The sign that a look-alike stands for.
fn plain_sign(sign: char) -> char {
    match sign {
        '→' | '‐' | '‑' | '‒' | '–' | '−' | '—' | 'ー' | '~' | '～' | '=' | '·' => {
            '-'
        }
        '&' => ',',
        other => other,
    }
}

fn is_quote(sign: char) -> bool {
    matches!(
        sign,
        '"' | '\'' | '„' | '“' | '”' | '‚' | '‘' | '’' | '«' | '»' | '「' | '」' | '『' | '』'
    )
}

fn raised_digit(sign: char) -> Option<char> {
    let value = match sign {
        '°' | '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => u32::from(sign) - 0x2070,
        '₀'..='₉' => u32::from(sign) - 0x2080,
        _ => return None,
    };
    char::from_digit(value, 10)
}
