//! Opens a PDF and draws its pages, whatever may be in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page};
use rayon::prelude::*;

use super::canvas::{Budget, Canvas};
use super::foreign::foreign;
use super::tagged::{Elements, Structure};
use super::unpacked;
use crate::read::clock::{Clock, Deadline};
use crate::read::limits::{LARGEST_DRAWING, MOST_MARKS, MOST_MARKS_OF_PAGE, MOST_PAGES};
use crate::read::refusal::Refusal;

/// How a PDF begins; some have a little before.
const BEGINNING: &[u8] = b"%PDF-";
/// Within how many bytes it begins.
const LOOKED_AT: usize = 1024;

/// Whether the beginning of a file is that of a PDF.
pub fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(&bytes[..bytes.len().min(LOOKED_AT)], BEGINNING).is_some()
}

/// A page that was drawn, and what of it is seen. What is too large to be text is not drawn.
pub struct Drawn {
    pub canvas: Canvas,
    pub size: Rect,
    pub is_read: bool,
}

/// How many pages are drawn on one core before another is asked to help: what is known of fonts is found anew on each.
const PART: usize = 24;

/// What is made of each page of a PDF when it is drawn, and by when the rest must be done.
///
/// # Errors
///
/// A document that is damaged, locked, or too large.
pub fn pages<P: Send>(
    bytes: Vec<u8>,
    clock: Clock,
    of: impl Fn(Drawn) -> P + Sync,
) -> Result<(Vec<P>, Deadline), Refusal> {
    let until = clock.deadline();
    unpacked::check(&bytes)?;
    let pdf = foreign(|| Pdf::new(Arc::new(bytes)))?.map_err(|error| match error {
        LoadPdfError::Decryption(_) => Refusal::Locked,
        LoadPdfError::Invalid => Refusal::Damaged,
    })?;
    let count = foreign(|| pdf.pages().len())?;
    if count > MOST_PAGES {
        return Err(Refusal::TooLong);
    }
    Ok((drawn(&pdf, until, [MOST_MARKS, MOST_MARKS_OF_PAGE], of)?, until))
}

/// What is made of each page when it is drawn; of letters and shapes there may be so many in all, and on one page.
fn drawn<P: Send>(
    pdf: &Pdf,
    until: Deadline,
    [most, most_of_page]: [u64; 2],
    of: impl Fn(Drawn) -> P + Sync,
) -> Result<Vec<P>, Refusal> {
    let count = pdf.pages().len();
    let structure = foreign(|| Structure::of(pdf))?;
    let left = AtomicU64::new(most);
    let numbers: Vec<usize> = (0..count).collect();
    let size = count.div_ceil(rayon::current_num_threads()).max(PART);
    let part = |numbers: &[usize]| -> Result<Vec<P>, Refusal> {
        let cache = InterpreterCache::new();
        let mut elements = Elements::default();
        // Pages are like those before them.
        let mut letters = [0; 4];
        let page = |&number: &usize| {
            // Nothing may be drawn on any of thousands of pages, and yet each take its time.
            if until.is_past() {
                return Err(Refusal::TooLong);
            }
            let own = left.load(Ordering::Relaxed).clamp(1, most_of_page);
            let cells = |structure: &Structure<'_>| structure.cells(&pdf.pages()[number], &mut elements, until);
            let cells = foreign(|| structure.as_ref().map(cells).unwrap_or_default())?;
            let canvas = Canvas::new(Budget { marks: own, until }, letters, cells);
            let drawn = foreign(|| draw(pdf, number, &cache, canvas))?;
            letters.iter_mut().zip(&drawn.canvas.letters).for_each(|(most, own)| *most = own.len().max(*most));
            let spent = own - drawn.canvas.budget().marks;
            let is_too_much =
                left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(spent)).is_err();
            if is_too_much { Err(Refusal::TooLong) } else { Ok(of(drawn)) }
        };
        numbers.iter().map(page).collect()
    };
    let parts: Vec<Vec<P>> = numbers.par_chunks(size).map(part).collect::<Result<_, _>>()?;
    Ok(parts.into_iter().flatten().collect())
}

/// Draws one page on a canvas.
fn draw<'p>(pdf: &'p Pdf, number: usize, cache: &InterpreterCache<'p>, mut canvas: Canvas) -> Drawn {
    let page = &pdf.pages()[number];
    let (width, height) = page.render_dimensions();
    let size = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = hayro_interpret::TransformExt::to_kurbo(&page.initial_transform(true));
    let mut context = Context::new(upright, size, cache, pdf.xref(), InterpreterSettings::default());
    let is_read = page.page_stream().is_none_or(|stream| stream.len() as u64 <= LARGEST_DRAWING);
    if is_read {
        interpret_page(page, &mut context, &mut canvas);
    }
    Drawn { canvas, size, is_read }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn pages_on_which_nothing_is_drawn_take_time_too() {
        static ASKED: AtomicU64 = AtomicU64::new(0);
        let clock = Clock::of(|| Duration::from_secs(ASKED.fetch_add(1, Ordering::Relaxed)));
        let numbers = 3..53;
        let kids = numbers.clone().map(|number| format!("{number} 0 R")).collect::<Vec<_>>().join(" ");
        let page = |number| format!("{number} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n");
        let all = numbers.map(page).collect::<Vec<_>>().concat();
        let pdf = format!(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 50/Kids[{kids}]>>\nendobj\n\
             {all}trailer\n<</Root 1 0 R>>\n"
        );
        let count = |clock: Clock| pages(pdf.clone().into_bytes(), clock, |_| ()).map(|(pages, _)| pages.len());
        assert_eq!(count(Clock::stopped()), Ok(50));
        assert_eq!(count(clock), Err(Refusal::TooLong));
    }

    #[test]
    fn letters_and_shapes_are_counted_over_all_pages() {
        // Four pages of some hundred letters each.
        let pdf = Pdf::new(Arc::new(include_bytes!("../../../tests/pages/four-pages-bordered.pdf").to_vec())).unwrap();
        let marks = |drawn: Drawn| 1_000_000 - drawn.canvas.budget().marks;
        let until = Clock::stopped().deadline();
        let of_pages = drawn(&pdf, until, [u64::MAX, 1_000_000], marks).unwrap();
        let (all, largest) = (of_pages.iter().sum::<u64>(), *of_pages.iter().max().unwrap());
        assert!(of_pages.len() == 4 && all > largest + 100, "{of_pages:?}");
        let is_read = |most: [u64; 2]| match drawn(&pdf, until, most, |_| ()) {
            Ok(_) => true,
            Err(refusal) => {
                assert_eq!(refusal, Refusal::TooLong);
                false
            }
        };
        assert!(is_read([all + 1, largest + 1]));
        assert!(!is_read([all + 1, largest]), "a page has too much");
        assert!(!is_read([all - 1, largest + 1]), "all together have too much");
    }
}
