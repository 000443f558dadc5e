//! Opens a PDF and draws its pages, whatever may be in it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};

use super::canvas::{Budget, Canvas, Spent};
use super::unpacked::{self, LARGEST_DRAWING};
use crate::read::form::Refusal;

/// How a PDF begins; some have a little before.
const BEGINNING: &[u8] = b"%PDF-";
/// Within how many bytes it begins.
const LOOKED_AT: usize = 1024;
/// More pages than any plan has.
const MOST_PAGES: usize = 5_000;
/// More letters and shapes than any plan has: twenty times those of a city's plan of a hundred pages.
const MOST_MARKS: u64 = 8_000_000;
/// More letters and shapes than any page has that is read.
const MOST_OF_PAGE: u64 = 1_000_000;
/// How long reading may take, all pages together.
const LONGEST: Duration = Duration::from_secs(10);

/// Whether the beginning of a file is that of a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(LOOKED_AT)], BEGINNING).is_some()
}

/// A page that was drawn, with its size in square points. What is too large to be text is not drawn.
pub struct Drawn {
    pub canvas: Canvas,
    pub area: f64,
    pub is_read: bool,
}

/// Until when a document that is begun now may be read.
pub fn deadline() -> Instant {
    Instant::now() + LONGEST
}

/// What is made of each page of a PDF when it is drawn.
///
/// # Errors
///
/// A document that is damaged, locked, or too large.
pub fn pages<P>(bytes: Vec<u8>, until: Instant, page: impl FnMut(Drawn) -> P) -> Result<Vec<P>, Refusal> {
    unpacked::check(&bytes)?;
    // What is malformed may make the interpreter panic; then the document is damaged, and nothing else is.
    match quietly(|| draw(bytes, until, page)) {
        Ok(pages) => pages,
        Err(panic) if panic.is::<Spent>() => Err(Refusal::TooLong),
        Err(_) => Err(Refusal::Damaged),
    }
}

fn draw<P>(bytes: Vec<u8>, until: Instant, mut of: impl FnMut(Drawn) -> P) -> Result<Vec<P>, Refusal> {
    let pdf = Pdf::new(Arc::new(bytes)).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Locked,
        LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(Refusal::TooLong);
    }
    let cache = InterpreterCache::new();
    let mut marks = MOST_MARKS;
    let mut drawn = Vec::with_capacity(pdf.pages().len());
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let size = hayro_interpret::kurbo::Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let upright = hayro_interpret::TransformExt::to_kurbo(&page.initial_transform(true));
        let mut context = Context::new(upright, size, &cache, pdf.xref(), InterpreterSettings::default());
        let own = marks.min(MOST_OF_PAGE);
        let mut canvas = Canvas::new(Budget { marks: own, until });
        let is_read = page.page_stream().is_none_or(|stream| stream.len() as u64 <= LARGEST_DRAWING);
        if is_read {
            interpret_page(page, &mut context, &mut canvas);
        }
        marks = marks.saturating_sub(own - canvas.budget().marks).max(1);
        drawn.push(of(Drawn { canvas, area: size.area(), is_read }));
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
