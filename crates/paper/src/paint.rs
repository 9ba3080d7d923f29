//! Draws pages with their structure, and says what the document is: title, language, outline.

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata, TextDirection};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::{Document as Writer, SerializeSettings};

use crate::PaperError;
use crate::face::{Faces, Weight};
use crate::pages::{Page, Placed};
use crate::parts::Parts;
use crate::piece::{BOTTOM, LEFT, MEASURE, PAGE, Rule, Style, TOP, Tint};
use crate::tree::Document;

/// What wrote the file.
const CREATOR: &str = "Portulan";
/// What stands in the margins.
const MARGIN: Style = Style::new(Weight::Regular, 8.5, 12.0, Tint::Soft);
/// The baselines of the margins, from the edge of the page.
const RUNNING: f32 = 42.0;
const FOOT: f32 = PAGE.1 - 40.0;
/// Where the letters stand in a line: the ascent less half of what ascent and descent take more than the line, in ems.
const ASCENT: f32 = 0.984;
const EXTENT: f32 = 1.3;

/// What stands in the margins of a page: its place and its words.
pub(crate) struct Margin {
    x: f32,
    y: f32,
    words: String,
    kind: ArtifactType,
}

/// The margins of each page: the title from the second on, whose document it is, the number.
pub(crate) fn margins(
    document: &Document,
    faces: &Faces,
    pages: usize,
    numbered: &dyn Fn(usize, usize) -> String,
) -> Vec<Vec<Margin>> {
    let face = faces.of(MARGIN.weight);
    let title = cut(faces, &document.title, MEASURE);
    let page = |at: usize| {
        let number = face.clean(&numbered(at + 1, pages));
        let wide = face.width(&number, MARGIN.size);
        let foot = cut(faces, &document.foot, MEASURE - wide - 2.0 * MARGIN.size);
        let mut all = vec![
            Margin {
                x: LEFT,
                y: FOOT,
                words: foot,
                kind: ArtifactType::Footer,
            },
            Margin {
                x: LEFT + (MEASURE - wide).max(0.0),
                y: FOOT,
                words: number,
                kind: ArtifactType::Footer,
            },
        ];
        if at > 0 {
            all.push(Margin {
                x: LEFT,
                y: RUNNING,
                words: title.clone(),
                kind: ArtifactType::Header,
            });
        }
        all
    };
    (0..pages).map(page).collect()
}

/// As much of a text as one line of the margins holds.
fn cut(faces: &Faces, words: &str, measure: f32) -> String {
    let face = faces.of(MARGIN.weight);
    let words = face.clean(words).replace('\n', " ");
    if face.width(&words, MARGIN.size) <= measure {
        return words;
    }
    let room = measure - face.width("…", MARGIN.size);
    let mut wide = 0.0;
    let held = words.chars().take_while(|one| {
        wide += face.advance(*one) * MARGIN.size;
        wide <= room
    });
    let held: String = held.collect();
    format!("{}…", held.trim_end())
}

/// The whole document.
pub(crate) fn painted(
    document: &Document,
    faces: &Faces,
    mut parts: Parts,
    pages: &[Page<'_>],
    margins: &[Vec<Margin>],
) -> Result<Vec<u8>, PaperError> {
    let settings = settings()?;
    let size = PageSettings::from_wh(PAGE.0, PAGE.1);
    let size = size.ok_or_else(|| PaperError::Refused("no such page".to_owned()))?;
    let mut writer = Writer::new_with(settings);
    for (page, margins) in pages.iter().zip(margins) {
        let mut sheet = writer.start_page_with(size.clone());
        let mut surface = sheet.surface();
        for placed in page {
            rule(&mut surface, placed);
        }
        written(&mut surface, faces, &mut parts, page);
        for margin in margins {
            artifact(&mut surface, margin.kind, |surface| {
                let at = Point::from_xy(margin.x, margin.y);
                words(surface, faces, at, &margin.words, MARGIN);
            });
        }
    }
    let title = title(document, faces);
    writer.set_outline(outline(&title, &parts, pages));
    writer.set_metadata(metadata(document, faces, title));
    writer.set_tag_tree(parts.tree(document.lang));
    let refused = |error| PaperError::Refused(format!("{error:?}"));
    writer.finish().map_err(refused)
}

fn settings() -> Result<SerializeSettings, PaperError> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let configuration = builder.finish();
    let configuration = configuration.map_err(|why| PaperError::Refused(format!("{why:?}")))?;
    Ok(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    })
}

/// What is written on a page, part by part: what is drawn follows what is read.
fn written(surface: &mut Surface<'_>, faces: &Faces, parts: &mut Parts, page: &Page<'_>) {
    let mut runs = Vec::new();
    for placed in page {
        let base = |style: Style| {
            let piece = placed.piece;
            let above = (piece.leading - EXTENT * style.size) / 2.0 + ASCENT * style.size;
            TOP + placed.y + piece.top + above
        };
        let all = placed.piece.runs.iter();
        let all = all.map(|run| (Point::from_xy(LEFT + run.x, base(run.style)), run));
        if placed.again {
            artifact(surface, ArtifactType::PaginationOther, |surface| {
                for (at, run) in all {
                    words(surface, faces, at, &run.text, run.style);
                }
            });
        } else {
            runs.extend(all);
        }
    }
    runs.sort_by_key(|(_, run)| run.part);
    for same in runs.chunk_by(|(_, one), (_, two)| one.part == two.part) {
        let mark = surface.start_tagged(ContentTag::Other);
        for (at, run) in same {
            words(surface, faces, *at, &run.text, run.style);
        }
        surface.end_tagged();
        if let Some((_, run)) = same.first() {
            parts.mark(run.part, mark);
        }
    }
}

fn artifact(surface: &mut Surface<'_>, kind: ArtifactType, drawn: impl FnOnce(&mut Surface<'_>)) {
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
    drawn(surface);
    surface.end_tagged();
}

fn tinted(tint: Tint) -> Fill {
    let (red, green, blue) = tint.rgb();
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

fn words(surface: &mut Surface<'_>, faces: &Faces, at: Point, text: &str, style: Style) {
    let face = faces.of(style.weight);
    let (text, glyphs) = face.drawn(text);
    if glyphs.is_empty() {
        return;
    }
    surface.set_fill(Some(tinted(style.tint)));
    surface.draw_glyphs(at, &glyphs, face.font.clone(), &text, style.size, false);
}

fn rule(surface: &mut Surface<'_>, placed: &Placed<'_>) {
    let Some(Rule {
        over,
        thickness,
        tint,
    }) = placed.piece.rule
    else {
        return;
    };
    let under = if over { 0.0 } else { placed.piece.height() };
    let top = (TOP + placed.y + under).min(PAGE.1 - BOTTOM);
    let mut path = PathBuilder::new();
    let Some(band) = Rect::from_xywh(LEFT, top, MEASURE, thickness) else {
        return;
    };
    path.push_rect(band);
    let Some(path) = path.finish() else { return };
    artifact(surface, ArtifactType::Layout, |surface| {
        surface.set_fill(Some(tinted(tint)));
        surface.draw_path(&path);
    });
}

/// The title, in letters that are there; a document without one is called after what wrote it.
fn title(document: &Document, faces: &Faces) -> String {
    let title = faces.of(Weight::Regular).clean(&document.title);
    if title.is_empty() {
        CREATOR.to_owned()
    } else {
        title.replace('\n', " ")
    }
}

fn metadata(document: &Document, faces: &Faces, title: String) -> Metadata {
    // No control character: what the document says of itself is XML.
    let clean = |words: &str| faces.of(Weight::Regular).clean(words);
    let author = clean(&document.author);
    let mut metadata = Metadata::new()
        .title(title)
        .language(document.lang.to_owned())
        .creator(CREATOR.to_owned())
        .text_direction(TextDirection::LeftToRight)
        .description(clean(&document.about));
    if !author.is_empty() {
        metadata = metadata.authors(vec![author]);
    }
    if let Some((year, month, day)) = document.made {
        metadata = metadata.creation_date(DateTime::new(year).month(month).day(day));
    }
    metadata
}

/// The headings with where they stand; the title alone where there is none.
fn outline(title: &str, parts: &Parts, pages: &[Page<'_>]) -> Outline {
    let mut open: Vec<(u8, OutlineNode)> = Vec::new();
    let mut outline = Outline::new();
    let mut last = None;
    for (number, page) in pages.iter().enumerate() {
        for placed in page.iter().filter(|placed| !placed.again) {
            let Some(run) = placed.piece.runs.first() else {
                continue;
            };
            let Some((level, words)) = parts.heading(run.part).filter(|_| last != Some(run.part))
            else {
                continue;
            };
            last = Some(run.part);
            closed(&mut outline, &mut open, level);
            let there = XyzDestination::new(number, Point::from_xy(LEFT, TOP + placed.y));
            let node = OutlineNode::new(words.to_owned(), there).with_open(level < 3);
            open.push((level, node));
        }
    }
    if open.is_empty() {
        let there = XyzDestination::new(0, Point::from_xy(LEFT, TOP));
        outline.push_child(OutlineNode::new(title.to_owned(), there));
    }
    closed(&mut outline, &mut open, 0);
    outline
}

/// Puts away the headings that a heading of a level ends.
fn closed(outline: &mut Outline, open: &mut Vec<(u8, OutlineNode)>, level: u8) {
    while open.last().is_some_and(|(deep, _)| *deep >= level) {
        let Some((_, node)) = open.pop() else { return };
        match open.last_mut() {
            Some((_, parent)) => parent.push_child(node),
            None => outline.push_child(node),
        }
    }
}
