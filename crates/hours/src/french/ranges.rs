//! Ranges of time: `9h-12h`, `de 9h à 12h`, `9h/12h`, `9-12`, `9h 12h`.

use super::items::{is_light, sign, skip};
use super::scan::Piece;
use super::signs::Sign;

/// Why a range is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BadRange;

const DAY: u16 = 24 * 60;
/// Before this hour nobody opens: such a start is a slip of the pen.
const EARLIEST: u16 = 5 * 60;
/// Numbers without an hour sign are hours only from here on.
const EARLIEST_BARE: u8 = 6;

/// The minutes of a range and the place after it.
pub(super) type Found = (Result<(u16, u16), BadRange>, usize);

/// Reads a range.
pub(super) fn range(pieces: &[Piece], at: usize) -> Option<Found> {
    let between = sign(pieces, at) == Some(Sign::Between);
    let at = if between { at + 1 } else { at };
    let first = sign(pieces, at)?;
    if first == Sign::AllDay {
        return Some((Ok((0, DAY)), at + 1));
    }
    let (joint, next) = joint(pieces, at + 1, between);
    let second = sign(pieces, next)?;
    let marked = is_clock(first) || is_clock(second);
    let read = match joint {
        Joint::None => is_clock(first) && is_clock(second),
        Joint::Slash => marked,
        Joint::Dash => marked || both_bare(pieces, first, second, next),
    };
    if !read {
        return None;
    }
    let to = next + 1;
    match (minute(first)?, minute(second)?) {
        (Some(from), Some(end)) => Some((checked(from, end), to)),
        _ => Some((Err(BadRange), to)),
    }
}

enum Joint {
    None,
    Slash,
    Dash,
}

fn joint(pieces: &[Piece], at: usize, between: bool) -> (Joint, usize) {
    match sign(pieces, at) {
        Some(Sign::Dash) => {
            let next = at + usize::from(sign(pieces, at + 1) == Some(Sign::To));
            (Joint::Dash, next + 1)
        }
        Some(Sign::To | Sign::Until) => (Joint::Dash, at + 1),
        Some(Sign::Slash) => (Joint::Slash, at + 1),
        Some(Sign::And) if between => (Joint::Dash, at + 1),
        _ => (Joint::None, at),
    }
}

fn is_clock(sign: Sign) -> bool {
    matches!(sign, Sign::Clock(_) | Sign::BadClock)
}

/// `9-12`: hours by their size, unless a date goes on.
fn both_bare(pieces: &[Piece], first: Sign, second: Sign, at: usize) -> bool {
    let (Sign::Number(from), Sign::Number(to)) = (first, second) else {
        return false;
    };
    let after = skip(pieces, at + 1, is_light);
    let date = matches!(sign(pieces, at + 1), Some(Sign::Slash))
        && matches!(sign(pieces, at + 2), Some(Sign::Number(_)))
        && !matches!(sign(pieces, at + 3), Some(Sign::Dash | Sign::To));
    let goes_on = matches!(sign(pieces, after), Some(Sign::Month(_) | Sign::Unknown));
    from >= EARLIEST_BARE && from < to && to <= 24 && !date && !goes_on
}

/// Minute of the day of a clock or a bare hour: none for what is neither, none within for a wrong clock.
#[expect(clippy::option_option, reason = "neither a clock, or one that is wrong")]
fn minute(sign: Sign) -> Option<Option<u16>> {
    match sign {
        Sign::Clock(minute) => Some(Some(minute)),
        Sign::BadClock => Some(None),
        Sign::Number(hour) if hour <= 24 => Some(Some(u16::from(hour) * 60)),
        Sign::Number(_) => Some(None),
        _ => None,
    }
}

fn checked(from: u16, to: u16) -> Result<(u16, u16), BadRange> {
    let from = if from == DAY { 0 } else { from };
    let whole = from == 0 && to == DAY;
    let to = if to == 0 && from > 0 { DAY } else { to };
    if from < to && (from >= EARLIEST || whole) {
        Ok((from, to))
    } else {
        Err(BadRange)
    }
}
