use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::ImageEncoder as _;
use image::codecs::png::PngEncoder;
use rstest::rstest;

use super::*;

/// Left half red, right half blue.
fn two_halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 {
            Rgb([250, 0, 0])
        } else {
            Rgb([0, 0, 250])
        }
    })
}

fn as_format(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    two_halves(width, height)
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

/// The head of a JPEG with where it was taken, and turned by a quarter.
fn with_exif(jpeg: &[u8]) -> Vec<u8> {
    let mut tiff: Vec<u8> = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend(b"\x01\x12\0\x03\0\0\0\x01\0\x06\0\0");
    tiff.extend(b"\x88\x25\0\x04\0\0\0\x01\0\0\0\x26");
    tiff.extend(b"\0\0\0\0");
    tiff.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    tiff.extend(b"GPS-48.1173N-1.6778W Canon EOS 1234567");
    let mut out = jpeg[..2].to_vec();
    out.extend(b"\xff\xe1");
    out.extend(u16::try_from(tiff.len() + 8).unwrap().to_be_bytes());
    out.extend(b"Exif\0\0");
    out.extend(tiff);
    out.extend(&jpeg[2..]);
    out
}

fn chunk(kind: [u8; 4], content: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(&kind);
    crc.update(content);
    let mut out = u32::try_from(content.len()).unwrap().to_be_bytes().to_vec();
    out.extend(kind);
    out.extend(content);
    out.extend(crc.sum().to_be_bytes());
    out
}

/// A whole PNG of so many black pixels, a few kilobytes of file.
fn black_png(width: u32, height: u32) -> Vec<u8> {
    let row = vec![0_u8; width.div_ceil(8) as usize + 1];
    let mut pixels = ZlibEncoder::new(Vec::new(), Compression::best());
    for _ in 0..height {
        pixels.write_all(&row).unwrap();
    }
    let mut head = width.to_be_bytes().to_vec();
    head.extend(height.to_be_bytes());
    head.extend([1, 0, 0, 0, 0]);
    let mut out = b"\x89PNG\r\n\x1a\n".to_vec();
    out.extend(chunk(*b"IHDR", &head));
    out.extend(chunk(*b"IDAT", &pixels.finish().unwrap()));
    out.extend(chunk(*b"IEND", &[]));
    out
}

fn holds(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

fn pixels(jpeg: &[u8]) -> RgbImage {
    image::load_from_memory_with_format(jpeg, ImageFormat::Jpeg)
        .unwrap()
        .into_rgb8()
}

#[rstest]
#[case::jpeg(ImageFormat::Jpeg)]
#[case::png(ImageFormat::Png)]
#[case::webp(ImageFormat::WebP)]
fn a_picture_of_each_kind_is_made_anew_in_two_sizes(#[case] format: ImageFormat) {
    let prepared = read(&as_format(format, 2_000, 1_000)).unwrap();
    let sizes = [prepared.large, prepared.small].map(|size| (size.width, size.height));
    assert_eq!(sizes, [(1_600, 800), (640, 320)]);
    for (bytes, (width, height)) in [&prepared.bytes.large, &prepared.bytes.small]
        .into_iter()
        .zip(sizes)
    {
        let seen = pixels(bytes);
        assert_eq!((seen.width(), seen.height()), (width, height));
        assert!(seen.get_pixel(10, 10).0[0] > 200, "red on the left");
        assert!(
            seen.get_pixel(width - 10, 10).0[2] > 200,
            "blue on the right"
        );
    }
    let again = read(&as_format(format, 2_000, 1_000)).unwrap();
    assert_eq!(again, prepared, "the same file is the same picture");
}

#[test]
fn a_small_picture_is_not_made_larger() {
    let prepared = read(&as_format(ImageFormat::Png, 100, 60)).unwrap();
    assert_eq!((prepared.large.width, prepared.large.height), (100, 60));
    assert_eq!((prepared.small.width, prepared.small.height), (100, 60));
}

#[test]
fn where_a_picture_was_taken_is_gone_and_it_stands_upright() {
    let file = with_exif(&as_format(ImageFormat::Jpeg, 300, 200));
    assert!(
        holds(&file, b"GPS-48") && holds(&file, b"Exif"),
        "it was there"
    );
    let prepared = read(&file).unwrap();
    for bytes in [&prepared.bytes.large, &prepared.bytes.small] {
        for mark in [&b"GPS"[..], b"Exif", b"Canon", b"48.1173"] {
            assert!(!holds(bytes, mark), "{}", String::from_utf8_lossy(mark));
        }
    }
    assert_eq!((prepared.large.width, prepared.large.height), (200, 300));
    let seen = pixels(&prepared.bytes.large);
    assert!(seen.get_pixel(100, 20).0[0] > 200, "red is above");
    assert!(seen.get_pixel(100, 280).0[2] > 200, "blue is below");
}

#[test]
fn what_a_file_holds_besides_its_pixels_does_not_come_through() {
    let payload = b"<script>alert(1)</script>PK\x03\x04<?php system($_GET[0]); ?>";
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let mut file = as_format(format, 64, 64);
        file.extend(payload);
        let prepared = read(&file).unwrap();
        for mark in [&b"<script"[..], b"PK\x03\x04", b"<?php"] {
            assert!(!holds(&prepared.bytes.large, mark));
            assert!(!holds(&prepared.bytes.small, mark));
        }
    }
}

#[test]
fn what_lets_light_through_is_put_on_white() {
    let clear = image::RgbaImage::from_pixel(40, 40, image::Rgba([0, 0, 0, 0]));
    let mut file = Vec::new();
    PngEncoder::new(&mut file)
        .write_image(&clear, 40, 40, image::ExtendedColorType::Rgba8)
        .unwrap();
    let seen = pixels(&read(&file).unwrap().bytes.large);
    assert!(seen.get_pixel(20, 20).0.iter().all(|light| *light > 250));
}

#[test]
fn a_hostile_file_is_refused_with_its_reason() {
    let jpeg = as_format(ImageFormat::Jpeg, 400, 300);
    let png = as_format(ImageFormat::Png, 400, 300);
    let webp = as_format(ImageFormat::WebP, 400, 300);
    let half = |file: &[u8]| file[..file.len() / 2].to_vec();
    let gif =
        b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let mut lying = jpeg[..20].to_vec();
    lying.extend(b"<html><script>alert(1)</script></html>");
    let table: [(&str, Vec<u8>, NotAPicture); 14] = [
        (
            "100 megapixels",
            black_png(10_000, 10_000),
            NotAPicture::TooManyPixels,
        ),
        (
            "a side of 60 000",
            black_png(60_000, 8),
            NotAPicture::TooManyPixels,
        ),
        (
            "26 megapixels",
            black_png(6_500, 4_000),
            NotAPicture::TooManyPixels,
        ),
        ("50 MB", vec![0; 50 << 20], NotAPicture::TooHeavy),
        ("nothing", Vec::new(), NotAPicture::Kind),
        ("svg", svg.to_vec(), NotAPicture::Kind),
        ("gif", gif.to_vec(), NotAPicture::Kind),
        ("text", b"photo.jpg".to_vec(), NotAPicture::Kind),
        ("a cut JPEG", half(&jpeg), NotAPicture::Broken),
        (
            "a JPEG cut after its preview",
            half(&with_exif(&jpeg)),
            NotAPicture::Broken,
        ),
        ("a cut WebP", half(&webp), NotAPicture::Broken),
        ("a cut PNG", half(&png), NotAPicture::Broken),
        (
            "the head of a JPEG before a page",
            lying,
            NotAPicture::Broken,
        ),
        ("a dot", black_png(1, 1), NotAPicture::TooSmall),
    ];
    for (name, file, reason) in table {
        assert_eq!(read(&file), Err(reason), "{name}");
    }
}

#[test]
fn no_broken_byte_brings_it_down() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let file = as_format(format, 48, 32);
        for at in 0..file.len() {
            let mut broken = file.clone();
            broken[at] ^= 0xa5;
            let _either = read(&broken);
        }
    }
}
