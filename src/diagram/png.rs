//! PNG of a drawing, in the embedded font.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Options, Tree};
use thiserror::Error;

use super::font::{BOLD, FAMILY, REGULAR};

/// Why there is no picture.
#[derive(Debug, Error)]
pub enum PngError {
    /// The drawing is no SVG: a fault of the tool.
    #[error("internal error: the drawing: {0}")]
    Drawing(#[from] usvg::Error),
    /// The picture would be too large.
    #[error("the picture would be too large")]
    Large,
    /// It cannot be encoded: a fault of the tool.
    #[error("internal error: the picture: {0}")]
    Encoding(#[from] png::EncodingError),
}

/// Paints a drawing, each of its pixels taking so many of the picture.
///
/// # Errors
/// A drawing that is too large for so many pixels.
pub fn png(svg: &str, scale: u8) -> Result<Vec<u8>, PngError> {
    let mut options = Options { font_family: FAMILY.to_owned(), ..Options::default() };
    for font in [REGULAR, BOLD] {
        options.fontdb_mut().load_font_data(font.to_vec());
    }
    let tree = Tree::from_str(svg, &options)?;
    let size = tree.size().to_int_size();
    let scale_of = |side: u32| side.checked_mul(u32::from(scale)).filter(|side| *side <= 30_000);
    let (Some(width), Some(height)) = (scale_of(size.width()), scale_of(size.height())) else {
        return Err(PngError::Large);
    };
    let mut pixels = Pixmap::new(width, height).ok_or(PngError::Large)?;
    let scale = f32::from(scale);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    encoded(pixels)
}

/// The picture as a file that says which tool made it.
fn encoded(pixels: Pixmap) -> Result<Vec<u8>, PngError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixels.width(), pixels.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.add_text_chunk("Software".to_owned(), concat!("enclair ", env!("CARGO_PKG_VERSION")).to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels.take_demultiplied())?;
    writer.finish()?;
    Ok(file)
}
