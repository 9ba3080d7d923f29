//! How wide the columns of a table are: as wide as what they hold where there is room, else what is left is shared, and
//! no word is cut as long as none must be.

/// What a column wants: the width of its widest line, and of its widest word.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wish {
    pub(crate) natural: f32,
    pub(crate) least: f32,
}

/// The widths of columns that fill a measure, gutters left out.
pub(crate) fn widths(wishes: &[Wish], measure: f32) -> Vec<f32> {
    let sum = |of: fn(&Wish) -> f32| wishes.iter().map(of).sum::<f32>();
    let (natural, least) = (sum(|one| one.natural), sum(|one| one.least));
    if natural <= measure {
        let more = share(measure, natural);
        return wishes.iter().map(|one| one.natural * more).collect();
    }
    if least >= measure {
        let less = share(measure, least);
        return wishes.iter().map(|one| one.least * less).collect();
    }
    let more = share(measure - least, natural - least);
    let width = |one: &Wish| one.least + (one.natural - one.least) * more;
    wishes.iter().map(width).collect()
}

fn share(of: f32, whole: f32) -> f32 {
    if whole > 0.0 { of / whole } else { 1.0 }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::room(&[(10.0, 5.0), (30.0, 5.0)], &[20.0, 60.0])]
    #[case::shared(&[(20.0, 20.0), (140.0, 40.0)], &[20.0, 60.0])]
    #[case::tight(&[(100.0, 60.0), (100.0, 100.0)], &[30.0, 50.0])]
    #[case::empty(&[(0.0, 0.0), (10.0, 10.0)], &[0.0, 80.0])]
    fn columns_fill_the_measure(#[case] wishes: &[(f32, f32)], #[case] expected: &[f32]) {
        let wish = |(natural, least): &(f32, f32)| Wish {
            natural: *natural,
            least: *least,
        };
        let wishes: Vec<Wish> = wishes.iter().map(wish).collect();
        assert_eq!(widths(&wishes, 80.0), expected);
    }
}
