//! From one endless column to pages: a piece that stays with the next goes over with it, the header of a table comes again
//! where its rows go on, and white at the head of a page is left out.

use crate::piece::{DEPTH, Piece};

/// A piece where it stands.
pub(crate) struct Placed<'a> {
    pub(crate) piece: &'a Piece,
    /// From the top of what is written.
    pub(crate) y: f32,
    /// Whether it only comes again: it says nothing new.
    pub(crate) again: bool,
}

/// A page.
pub(crate) type Page<'a> = Vec<Placed<'a>>;

/// The pages of a document, one at the least. Each but a blank one holds a piece at the least, so there are no more pages
/// than pieces.
pub(crate) fn broken<'a>(pieces: &'a [Piece], heads: &'a [Vec<Piece>]) -> Vec<Page<'a>> {
    let mut pages = vec![Page::new()];
    let mut y = 0.0;
    for (piece, rest) in pieces.iter().zip(needs(pieces)) {
        let begun = y > 0.0;
        let whole = piece.before + rest;
        let goes_over = if rest <= DEPTH {
            y + whole > DEPTH
        } else {
            y + piece.before + piece.height() > DEPTH
        };
        if begun && goes_over {
            let mut page = Page::new();
            y = again(&mut page, piece.head.and_then(|at| heads.get(at)));
            pages.push(page);
        } else if begun {
            y += piece.before;
        }
        if let Some(page) = pages.last_mut() {
            page.push(Placed {
                piece,
                y,
                again: false,
            });
        }
        y += piece.height();
    }
    pages
}

/// The header of a table at the head of a page; where what follows begins.
fn again<'a>(page: &mut Page<'a>, head: Option<&'a Vec<Piece>>) -> f32 {
    let mut y = 0.0;
    for piece in head.into_iter().flatten() {
        page.push(Placed {
            piece,
            y,
            again: true,
        });
        y += piece.height();
    }
    y
}

/// How much room each piece needs with all that stays with it.
fn needs(pieces: &[Piece]) -> Vec<f32> {
    let mut needs = Vec::with_capacity(pieces.len());
    let mut next: Option<(f32, f32)> = None;
    for piece in pieces.iter().rev() {
        let kept = next.filter(|_| piece.keep);
        let need = piece.height() + kept.map_or(0.0, |(before, need)| before + need);
        needs.push(need);
        next = Some((piece.before, need));
    }
    needs.reverse();
    needs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f32, keep: bool, head: Option<usize>) -> Piece {
        Piece {
            leading: height,
            keep,
            head,
            ..Piece::default()
        }
    }

    fn heights(pages: &[Page<'_>]) -> Vec<Vec<f32>> {
        let page = |page: &Page<'_>| page.iter().map(|one| one.piece.height()).collect();
        pages.iter().map(page).collect()
    }

    #[test]
    fn what_stays_with_the_next_goes_over_with_it() {
        let pieces = [
            piece(DEPTH - 30.0, false, None),
            piece(20.0, true, None),
            piece(21.0, false, None),
        ];
        let pages = broken(&pieces, &[]);
        assert_eq!(heights(&pages), [vec![DEPTH - 30.0], vec![20.0, 21.0]]);
    }

    #[test]
    fn what_stays_together_but_is_longer_than_a_page_goes_on_piece_by_piece() {
        let pieces: Vec<Piece> = (0..50).map(|_| piece(20.0, true, None)).collect();
        let pages = broken(&pieces, &[]);
        assert_eq!(pages.iter().map(Vec::len).sum::<usize>(), 50);
        for page in &pages {
            let last = page.last().unwrap();
            assert!(last.y + last.piece.height() <= DEPTH);
        }
    }

    #[test]
    fn the_header_of_a_table_comes_again_where_its_rows_go_on() {
        let heads = vec![vec![piece(12.0, true, None)]];
        let pieces = [
            piece(12.0, true, None),
            piece(DEPTH - 20.0, false, Some(0)),
            piece(30.0, false, Some(0)),
        ];
        let pages = broken(&pieces, &heads);
        assert_eq!(
            heights(&pages),
            [vec![12.0, DEPTH - 20.0], vec![12.0, 30.0]]
        );
        let again: Vec<bool> = pages.iter().flatten().map(|one| one.again).collect();
        assert_eq!(again, [false, false, true, false]);
    }

    #[test]
    fn nothing_gives_one_blank_page() {
        assert_eq!(broken(&[], &[]).len(), 1);
    }
}
