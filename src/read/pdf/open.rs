//! Opens a PDF and draws its pages, whatever may be in it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::canvas::{Budget, Canvas, Spent};
use crate::read::form::Refusal;

/// How a PDF begins; some have a little before.
const BEGINNING: &[u8] = b"%PDF-";
/// Within how many bytes it begins.
const LOOKED_AT: usize = 1024;
/// More pages than any plan has.
const MOST_PAGES: usize = 5_000;
/// More letters and shapes than any plan has: fifty times those of a city's plan of a hundred pages.
const MOST_MARKS: u64 = 20_000_000;
/// How long drawing may take, all pages together.
const LONGEST: Duration = Duration::from_secs(20);

/// Whether the beginning of a file is that of a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(LOOKED_AT)], BEGINNING).is_some()
}

/// A page that was drawn, with its size in square points.
pub struct Drawn {
    pub canvas: Canvas,
    pub area: f64,
}

/// The pages of a PDF, drawn.
///
/// # Errors
///
/// A document that is damaged, locked, or too large.
pub fn pages(bytes: Vec<u8>) -> Result<Vec<Drawn>, Refusal> {
    // What is malformed may make the interpreter panic; then the document is damaged, and nothing else is.
    match quietly(|| draw(bytes)) {
        Ok(pages) => pages,
        Err(panic) if panic.is::<Spent>() => Err(Refusal::TooLong),
        Err(_) => Err(Refusal::Damaged),
    }
}

fn draw(bytes: Vec<u8>) -> Result<Vec<Drawn>, Refusal> {
    let pdf = Pdf::new(Arc::new(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Locked,
        LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(Refusal::TooLong);
    }
    let cache = InterpreterCache::new();
    let mut budget = Budget { marks: MOST_MARKS, until: Instant::now() + LONGEST };
    let mut drawn = Vec::with_capacity(pdf.pages().len());
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let size = hayro_interpret::kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let upright = hayro_interpret::TransformExt::to_kurbo(&page.initial_transform(true));
        let mut context = Context::new(upright, size, &cache, pdf.xref(), InterpreterSettings::default());
        let mut canvas = Canvas::new(budget);
        interpret_page(page, &mut context, &mut canvas);
        budget = canvas.budget();
        drawn.push(Drawn { canvas, area: size.area() });
    }
    Ok(drawn)
}

std::thread_local! {
    /// Whether a panic on this thread is expected, and nobody's concern.
    static QUIET: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Does what may panic, without a word of it on standard error.
fn quietly<T>(work: impl FnOnce() -> T) -> std::thread::Result<T> {
    static HOOK: std::sync::Once = std::sync::Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                before(panic);
            }
        }));
    });
    QUIET.set(true);
    let done = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    done
}
