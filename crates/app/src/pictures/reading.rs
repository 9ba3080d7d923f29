//! A file that is said to be a picture: judged by its content, never by its name, and made anew from its pixels.
//!
//! Only what can be decoded inside bounds is taken; what is kept was encoded here, so that nothing else that the file
//! held (where it was taken, by which device, or a program behind it) comes through.

use std::fmt;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use portulan_model::PictureHash;
use portulan_model::pictures::Size;
use portulan_store::PictureBytes;
use sha2::{Digest, Sha256};
use thiserror::Error;

/// Largest file read, in bytes: what telephones of today write, twice over.
pub const FILE_BYTES: usize = 10 << 20;
/// Most pixels decoded: telephones write 12 or 24 millions; at 8 bytes each, a decoder stays under 256 MiB.
const PIXELS: u64 = 25_000_000;
/// Longest side decoded, in pixels.
const SIDE: u32 = 12_000;
/// Most memory that a decoder takes, in bytes.
const DECODER_BYTES: u64 = 256 << 20;
/// Shortest side taken, in pixels: below, nobody sees anything.
const SHORTEST: u32 = 8;
/// Longest side kept, in pixels: a screen.
pub const LARGE_SIDE: u32 = 1_600;
/// Longest side of the small copy, in pixels: the column of a page, on screens of twice the density.
pub const SMALL_SIDE: u32 = 640;
/// Quality of JPEG, of 100: a picture of 1 600 pixels stays under some 350 kB, the small copy under 60.
const LARGE_QUALITY: u8 = 80;
const SMALL_QUALITY: u8 = 72;

/// Why a file is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAPicture {
    /// More bytes than are read.
    #[error("more than {FILE_BYTES} bytes")]
    TooHeavy,
    /// Neither JPEG, nor PNG, nor WebP, whatever its name says.
    #[error("neither JPEG, nor PNG, nor WebP")]
    Kind,
    /// More pixels than are decoded.
    #[error("more than {PIXELS} pixels, or a side of more than {SIDE}")]
    TooManyPixels,
    /// A few pixels.
    #[error("a side of less than {SHORTEST} pixels")]
    TooSmall,
    /// It is cut, or broken.
    #[error("it cannot be decoded to its end")]
    Broken,
}

/// A picture made anew.
#[derive(Clone, PartialEq, Eq)]
pub struct Prepared {
    pub(super) hash: PictureHash,
    pub(super) large: Size,
    pub(super) small: Size,
    pub(super) bytes: PictureBytes,
}

impl fmt::Debug for Prepared {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Size { width, height } = self.large;
        write!(out, "picture {} of {width} × {height}", self.hash)
    }
}

/// Decodes a file, and makes both sizes anew. It takes a while: never on a thread that answers.
pub(super) fn read(file: &[u8]) -> Result<Prepared, NotAPicture> {
    let picture = upright(decoded(file)?);
    let (large, large_size) = encoded(&picture, LARGE_SIDE, LARGE_QUALITY)?;
    let (small, small_size) = encoded(&picture, SMALL_SIDE, SMALL_QUALITY)?;
    let hash = hash(&large).ok_or(NotAPicture::Broken)?;
    Ok(Prepared {
        hash,
        large: large_size,
        small: small_size,
        bytes: PictureBytes { large, small },
    })
}

/// The pixels, turned as the camera was held.
fn decoded(file: &[u8]) -> Result<DynamicImage, NotAPicture> {
    if file.len() > FILE_BYTES {
        return Err(NotAPicture::TooHeavy);
    }
    let format = image::guess_format(file).map_err(|_unknown| NotAPicture::Kind)?;
    if !matches!(
        format,
        ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
    ) {
        return Err(NotAPicture::Kind);
    }
    if format == ImageFormat::Jpeg && !is_whole(file) {
        return Err(NotAPicture::Broken);
    }
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits());
    let mut decoder = reader.into_decoder().map_err(|error| refused(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(NotAPicture::TooManyPixels);
    }
    if width.min(height) < SHORTEST {
        return Err(NotAPicture::TooSmall);
    }
    let turned = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
    if let Some(turned) = turned {
        picture.apply_orientation(turned);
    }
    Ok(picture)
}

/// Whether a JPEG comes to its end: decoders fill with grey what is missing.
fn is_whole(file: &[u8]) -> bool {
    let (begins, ends) = (0xda, [0xff, 0xd9]);
    let mut at = 2;
    while let Some(&[0xff, marker, high, low]) = file.get(at..at + 4) {
        if marker == begins {
            let pixels = file.get(at..).unwrap_or_default();
            return pixels.windows(2).any(|pair| pair == ends);
        }
        let length = usize::from(u16::from_be_bytes([high, low]));
        // A marker may be padded by any number of its first byte.
        at += if marker == 0xff { 1 } else { 2 + length };
    }
    false
}

fn limits() -> Limits {
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE);
    limits.max_image_height = Some(SIDE);
    limits.max_alloc = Some(DECODER_BYTES);
    limits
}

const fn refused(error: &image::ImageError) -> NotAPicture {
    match error {
        image::ImageError::Limits(_) => NotAPicture::TooManyPixels,
        _ => NotAPicture::Broken,
    }
}

/// Red, green and blue; what lets light through is put on white.
fn upright(picture: DynamicImage) -> DynamicImage {
    if !picture.color().has_alpha() {
        return DynamicImage::ImageRgb8(picture.into_rgb8());
    }
    let seen = picture.into_rgba8();
    let mut opaque = RgbImage::new(seen.width(), seen.height());
    for (from, to) in seen.pixels().zip(opaque.pixels_mut()) {
        let [red, green, blue, alpha] = from.0;
        *to = Rgb([red, green, blue].map(|light| over_white(light, alpha)));
    }
    DynamicImage::ImageRgb8(opaque)
}

fn over_white(light: u8, alpha: u8) -> u8 {
    let (light, alpha, full) = (u16::from(light), u16::from(alpha), u16::from(u8::MAX));
    let mixed = (light * alpha + full * (full - alpha)) / full;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

/// As JPEG, inside a square of this side.
fn encoded(picture: &DynamicImage, side: u32, quality: u8) -> Result<(Vec<u8>, Size), NotAPicture> {
    let shrunk;
    let picture = if picture.width().max(picture.height()) > side {
        shrunk = picture.resize(side, side, FilterType::Triangle);
        &shrunk
    } else {
        picture
    };
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, quality);
    picture
        .write_with_encoder(encoder)
        .map_err(|_encoder| NotAPicture::Broken)?;
    let size = Size {
        width: picture.width(),
        height: picture.height(),
    };
    Ok((bytes, size))
}

fn hash(bytes: &[u8]) -> Option<PictureHash> {
    let digest = Sha256::digest(bytes);
    let text = digest
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    text.parse().ok()
}

#[cfg(test)]
mod tests;
