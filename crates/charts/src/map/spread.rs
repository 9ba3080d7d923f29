//! Moves points apart that would hide each other.

/// How many times all pairs are looked at: enough for the twenty points of a page.
const ROUNDS: usize = 60;

/// The same points, no two nearer than `gap` where there is room, none outside the drawing. Same input, same result.
pub(crate) fn apart(places: &[(f64, f64)], gap: f64, size: (f64, f64)) -> Vec<(f64, f64)> {
    // Inside first: two points beyond an edge may only meet there.
    let mut shown: Vec<(f64, f64)> = places
        .iter()
        .map(|place| within(*place, gap, size))
        .collect();
    for _ in 0..ROUNDS {
        let mut moved = false;
        for first in 0..shown.len() {
            for second in first + 1..shown.len() {
                let (Some(&one), Some(&two)) = (shown.get(first), shown.get(second)) else {
                    continue;
                };
                let Some((dx, dy)) = push(one, two, gap, second) else {
                    continue;
                };
                moved = true;
                set(&mut shown, first, (one.0 - dx, one.1 - dy));
                set(&mut shown, second, (two.0 + dx, two.1 + dy));
            }
        }
        for place in &mut shown {
            *place = within(*place, gap, size);
        }
        if !moved {
            break;
        }
    }
    shown
}

/// Half of what is missing between two points, in the direction that parts them.
fn push(one: (f64, f64), two: (f64, f64), gap: f64, turn: usize) -> Option<(f64, f64)> {
    let (dx, dy) = (two.0 - one.0, two.1 - one.1);
    let distance = dx.hypot(dy);
    if distance >= gap - 0.01 {
        return None;
    }
    let half = (gap - distance) / 2.0;
    if distance < 0.01 {
        // The same spot: each next one leaves in a direction of its own (golden angle).
        let angle = f64::from(u32::try_from(turn).unwrap_or_default()) * 2.399_963;
        return Some((half * angle.cos(), half * angle.sin()));
    }
    Some((dx / distance * half, dy / distance * half))
}

fn set(shown: &mut [(f64, f64)], index: usize, place: (f64, f64)) {
    if let Some(slot) = shown.get_mut(index) {
        *slot = place;
    }
}

/// The point, drawn whole.
fn within(place: (f64, f64), gap: f64, size: (f64, f64)) -> (f64, f64) {
    let half = gap / 2.0;
    (inside(place.0, half, size.0), inside(place.1, half, size.1))
}

fn inside(value: f64, half: f64, size: f64) -> f64 {
    value.clamp(half.min(size / 2.0), (size - half).max(size / 2.0))
}
