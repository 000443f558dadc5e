//! A finished picture, and how it becomes a file: PNG or SVG, both of the size that it has on paper and with
//! the words that describe it.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use plotters::prelude::{
    DrawingArea, DrawingBackend, FontStyle, IntoDrawingArea, IntoFont, Polygon, RGBColor, Rectangle, Text, TextStyle,
};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontFamily};

use super::font::FAMILY;
use super::raster::Raster;
use super::scene::{Anchor, Item, Scene};
use super::style::{Colour, POINT};
use super::vector::{Vector, escaped};

/// A picture, composed and measured, that waits to be drawn.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The name of its file, without an extension.
    pub name: String,
    /// The sentence above it.
    pub title: String,
    /// What it shows, in words.
    pub alternative: String,
    /// Its language: `it` or `en`.
    pub language: &'static str,
    /// Its size in millimetres.
    pub size: [f64; 2],
    /// Fingerprints of the documents of its plan, for pictures that stand where those of other plans may.
    pub documents: Vec<String>,
    /// What it consists of.
    pub(super) scene: Scene,
}

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PictureError(String);

/// Hundredths of a millimetre, in which SVG is written.
const VECTOR_SCALE: f64 = 100.0;
/// Colours that an indexed PNG may have.
const PALETTE: usize = 256;

impl Picture {
    /// The characters that the fonts lack.
    pub fn lacking(&self) -> &BTreeSet<char> {
        &self.scene.lacking
    }

    /// The texts with their boxes in millimetres: left, top, right, bottom.
    pub fn texts(&self) -> impl Iterator<Item = (&str, [f64; 4])> {
        self.scene.items.iter().filter_map(|item| match item {
            Item::Text { words, .. } => Some((words.as_str(), item.text_box()?)),
            _ => None,
        })
    }

    /// The pixels, red, green and blue, and how many there are each way, at so many dots an inch.
    ///
    /// # Errors
    ///
    /// Those of the backend.
    pub fn pixels(&self, dpi: u32) -> Result<(Vec<u8>, (u32, u32)), PictureError> {
        let scale = f64::from(dpi) / 25.4;
        let size = self.size.map(|length| (length * scale).round() as u32);
        let mut buffer = vec![0xFF; size[0] as usize * size[1] as usize * 3];
        draw(&self.scene, &Raster::new(&mut buffer, (size[0], size[1])).into_drawing_area(), scale)?;
        Ok((buffer, (size[0], size[1])))
    }

    /// The picture as a PNG: indexed if it has few colours, with its size on paper, title and description.
    ///
    /// # Errors
    ///
    /// Those of the backend and of the encoder.
    pub fn png(&self, dpi: u32) -> Result<Vec<u8>, PictureError> {
        let (pixels, (width, height)) = self.pixels(dpi)?;
        let mut info = png::Info::with_size(width, height);
        info.bit_depth = png::BitDepth::Eight;
        let per_metre = (f64::from(dpi) / 0.0254).round() as u32;
        info.pixel_dims = Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter });
        info.srgb = Some(png::SrgbRenderingIntent::Perceptual);
        info.uncompressed_latin1_text.push(png::text_metadata::TEXtChunk::new("Software", SOFTWARE));
        if !self.documents.is_empty() {
            let documents = documents_line(&self.documents);
            info.uncompressed_latin1_text.push(png::text_metadata::TEXtChunk::new("Comment", documents));
        }
        for (keyword, text) in [("Title", &self.title), ("Description", &self.alternative)] {
            let mut chunk = png::text_metadata::ITXtChunk::new(keyword, text.as_str());
            self.language.clone_into(&mut chunk.language_tag);
            info.utf8_text.push(chunk);
        }
        let (data, filter) = if let Some((indices, palette)) = indexed(&pixels) {
            info.color_type = png::ColorType::Indexed;
            info.palette = Some(Cow::Owned(palette));
            (indices, png::Filter::NoFilter)
        } else {
            info.color_type = png::ColorType::Rgb;
            (pixels, png::Filter::Adaptive)
        };
        let mut file = Vec::new();
        let fault = |error: png::EncodingError| PictureError(error.to_string());
        let mut encoder = png::Encoder::with_info(&mut file, info).map_err(fault)?;
        encoder.set_compression(png::Compression::Balanced);
        encoder.set_filter(filter);
        let mut writer = encoder.write_header().map_err(fault)?;
        writer.write_image_data(&data).map_err(fault)?;
        writer.finish().map_err(fault)?;
        Ok(file)
    }

    /// The picture as an SVG in millimetres, with real text, title and description.
    ///
    /// # Errors
    ///
    /// Those of the backend.
    pub fn svg(&self) -> Result<String, PictureError> {
        self.svg_with(("title", "desc"))
    }

    /// The same with ids of its own, for a page in which there are several.
    ///
    /// # Errors
    ///
    /// Those of the backend.
    pub fn svg_with(&self, (title_id, description_id): (&str, &str)) -> Result<String, PictureError> {
        let [width, height] = self.size.map(|length| (length * VECTOR_SCALE).round() as u32);
        let mut body = String::new();
        draw(&self.scene, &Vector::new(&mut body, (width, height)).into_drawing_area(), VECTOR_SCALE)?;
        Ok(format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="{language}" aria-labelledby="{title_id} {description_id}" width="{wide}mm" height="{high}mm" viewBox="0 0 {width} {height}" font-family="{FAMILY}, Noto Sans, Arial, sans-serif">
<title id="{title_id}">{title}</title>
<desc id="{description_id}">{description}</desc>
<metadata>{SOFTWARE}</metadata>{documents}
<rect width="{width}" height="{height}" fill="#ffffff"/>
{body}</svg>
"##,
            documents = match &self.documents[..] {
                [] => String::new(),
                documents => format!("\n<metadata>{}</metadata>", documents_line(documents)),
            },
            language = self.language,
            wide = f64::from(width) / VECTOR_SCALE,
            high = f64::from(height) / VECTOR_SCALE,
            title = escaped(&self.title),
            description = escaped(&self.alternative),
        ))
    }
}

/// What the files say of who made them.
pub const SOFTWARE: &str = "cento";

/// What stands before the fingerprints of a plan's documents.
const DOCUMENTS: &str = "cento-documents ";

fn documents_line(documents: &[String]) -> String {
    format!("{DOCUMENTS}{};", documents.join(" "))
}

/// The fingerprints of the plan's documents that a picture keeps, PNG or SVG: no title can say such a thing.
pub fn documents_of(picture: &[u8]) -> Vec<String> {
    let kept = ["Comment\0", "<metadata>"].iter().find_map(|before| {
        let mark = format!("{before}{DOCUMENTS}");
        let start = picture.windows(mark.len()).position(|window| window == mark.as_bytes())?;
        picture[start + mark.len()..].split(|byte| *byte == b';').next()
    });
    String::from_utf8_lossy(kept.unwrap_or_default()).split_whitespace().map(str::to_owned).collect()
}

/// Draws a scene with plotters, so many dots to the millimetre.
fn draw<B: DrawingBackend>(
    scene: &Scene,
    area: &DrawingArea<B, plotters::coord::Shift>,
    scale: f64,
) -> Result<(), PictureError> {
    let dot = |length: f64| (length * scale).round() as i32;
    let rgb = |colour: Colour| RGBColor(colour.0, colour.1, colour.2);
    for item in &scene.items {
        let drawn = match item {
            Item::Rect([left, top, right, bottom], fill) => {
                let from = (dot(*left), dot(*top));
                // What is there is seen, however thin.
                let to = (dot(*right).max(from.0 + 1), dot(*bottom).max(from.1 + 1));
                area.draw(&Rectangle::new([from, to], rgb(*fill).filled()))
            }
            Item::Polygon(corners, fill) => {
                let corners: Vec<(i32, i32)> = corners.iter().map(|[x, y]| (dot(*x), dot(*y))).collect();
                area.draw(&Polygon::new(corners, rgb(*fill)))
            }
            Item::Text { words, x, baseline, anchor, kind } => {
                let h_pos = match anchor {
                    Anchor::Start => HPos::Left,
                    Anchor::Middle => HPos::Center,
                    Anchor::End => HPos::Right,
                };
                let style = if kind.bold { FontStyle::Bold } else { FontStyle::Normal };
                let font = (FontFamily::Name(FAMILY), kind.size * POINT * scale, style).into_font();
                let colour = rgb(kind.colour);
                let style = TextStyle::from(font).color(&colour).pos(Pos::new(h_pos, VPos::Bottom));
                area.draw(&Text::new(words.as_str(), (dot(*x), dot(*baseline)), style))
            }
        };
        drawn.map_err(|error| PictureError(error.to_string()))?;
    }
    area.present().map_err(|error| PictureError(error.to_string()))
}

/// Pixels as places in a palette, colours in the order in which they appear; none if there are too many.
fn indexed(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut places: HashMap<[u8; 3], u8> = HashMap::new();
    let mut palette = Vec::new();
    let mut indices = Vec::with_capacity(pixels.len() / 3);
    // Most pixels are as the one before: they are looked up once for all.
    for run in pixels.as_chunks::<3>().0.chunk_by(|a, b| a == b) {
        let place = if let Some(&place) = places.get(&run[0]) {
            place
        } else {
            let place = u8::try_from(places.len()).ok().filter(|_| places.len() < PALETTE)?;
            palette.extend(run[0]);
            places.insert(run[0], place);
            place
        };
        indices.resize(indices.len() + run.len(), place);
    }
    Some((indices, palette))
}
