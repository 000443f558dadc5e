//! What every picture has in common: headline above, notes and source below.

use super::font::width;
use super::material::Material;
use super::picture::Picture;
use super::scene::{Anchor, Scene};
use super::style::{
    HAIRLINE, INK, MARGIN, NOTE, NOTE_LINE, PAGE_MARK, QUIET, SUBTITLE, SUBTITLE_LINE, TALLEST, THIN, TITLE, TITLE_LINE,
};
use super::words::{headline, printed, raised, wrapped};
use crate::model::Percent;
use crate::present::Language;

/// A picture that is being composed, from the top down.
pub struct Page<'m, 'p, 't> {
    pub material: &'m Material<'p, 't>,
    pub scene: Scene,
    /// How far down it has come, in millimetres.
    pub y: f64,
    /// Which of several pages it is, in words.
    paging: Option<String>,
    notes: Notes,
}

/// What stands below a picture.
#[derive(Debug, Default)]
struct Notes {
    /// Notes with a number, in the order of their marks.
    marked: Vec<String>,
    /// What explains the picture.
    plain: Vec<String>,
}

/// Where a page stands among others.
#[derive(Debug, Clone, Copy)]
pub struct Paging {
    /// Its number, counted from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}

impl<'m, 'p, 't> Page<'m, 'p, 't> {
    /// A page with its headline: the finding, and below it what is shown.
    pub fn new(material: &'m Material<'p, 't>, title: &str, subtitle: &str, paging: Option<Paging>) -> Self {
        let mut page = Self { material, scene: Scene::default(), y: MARGIN, paging: None, notes: Notes::default() };
        let title = material.title.as_deref().unwrap_or(title);
        let mark = paging.filter(|paging| paging.of > 1).map(|paging| {
            let args = [("number", paging.number.into()), ("of", paging.of.into())];
            material.view.messages.format("chart-page", &args)
        });
        page.paging.clone_from(&mark);
        let reserved = mark.as_deref().map_or(0.0, |mark| width(mark, PAGE_MARK) + 3.0);
        page.y += 4.05;
        for (at, line) in headline(&printed(title), TITLE, page.inner() - reserved).into_iter().enumerate() {
            if at > 0 {
                page.y += TITLE_LINE;
            } else if let Some(mark) = &mark {
                page.scene.text(mark, page.right(), page.y, Anchor::End, PAGE_MARK);
            }
            page.scene.text(&line, MARGIN, page.y, Anchor::Start, TITLE);
        }
        page.y += 0.3;
        for line in headline(&printed(subtitle), SUBTITLE, page.inner()) {
            page.y += SUBTITLE_LINE;
            page.scene.text(&line, MARGIN, page.y, Anchor::Start, SUBTITLE);
        }
        page
    }

    /// The right edge of what is drawn.
    pub fn right(&self) -> f64 {
        self.material.width - MARGIN
    }

    /// How wide what is drawn is.
    pub fn inner(&self) -> f64 {
        self.material.width - 2.0 * MARGIN
    }

    /// The mark of a note, a raised number; the same for the same note.
    pub fn mark(&mut self, note: String) -> String {
        let place = self.notes.marked.iter().position(|known| *known == note);
        let place = place.unwrap_or_else(|| {
            self.notes.marked.push(note);
            self.notes.marked.len() - 1
        });
        raised(place + 1)
    }

    /// The marks of some notes, apart: ² ³ is not 23.
    pub fn marks(&mut self, notes: impl IntoIterator<Item = String>) -> String {
        notes.into_iter().map(|note| self.mark(note)).collect::<Vec<_>>().join(" ")
    }

    /// Adds an explanation below the picture.
    pub fn explain(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.notes.plain.push(text);
        }
    }

    /// The finished picture: with the notes, and as high as it has become.
    pub fn finish(mut self, name: String, title: &str, alternative: &str) -> Picture {
        let source = self.material.source();
        let material = self.material;
        if material.tolerance != Percent::ZERO {
            let tolerance = material.numbers().percent(material.tolerance);
            self.explain(material.view.messages.format("chart-note-tolerance", &[("tolerance", tolerance.into())]));
        }
        let rejected = material.plan.rejected.len() - material.plan.rows_repeated();
        if rejected > 0 {
            let args = [("rejected", rejected.into()), ("seen", (material.plan.commitments.len() + rejected).into())];
            self.explain(material.view.messages.format("chart-note-rejected", &args));
        }
        self.explain(material.unread_note());
        self.y += 2.2;
        self.scene.across(MARGIN, self.right(), self.y, THIN, HAIRLINE);
        self.y += 3.1 - NOTE_LINE;
        let notes = std::mem::take(&mut self.notes);
        for (at, note) in notes.marked.iter().enumerate() {
            let mark = raised(at + 1);
            let indent = MARGIN + width(&mark, NOTE.bold()).max(1.0) + 1.3;
            for (number, line) in wrapped(&printed(note), NOTE, self.right() - indent).into_iter().enumerate() {
                self.y += NOTE_LINE;
                if number == 0 {
                    self.scene.text(&mark, MARGIN, self.y, Anchor::Start, NOTE.bold());
                }
                self.scene.text(&line, indent, self.y, Anchor::Start, NOTE.in_colour(INK));
            }
        }
        for note in notes.plain.iter().chain([&source]) {
            for line in wrapped(&printed(note), NOTE, self.inner()) {
                self.y += NOTE_LINE;
                self.scene.text(&line, MARGIN, self.y, Anchor::Start, NOTE.in_colour(QUIET));
            }
        }
        let language = match self.material.view.messages.language() {
            Language::Italian => "it",
            Language::English => "en",
        };
        let titled = |title: &str| match &self.paging {
            Some(page) => format!("{title} ({page})"),
            None => title.to_owned(),
        };
        Picture {
            name,
            title: titled(self.material.title.as_deref().unwrap_or(title)),
            alternative: printed(&alternative.replacen(title, &titled(title), 1)).replace("  ", " ").trim().to_owned(),
            language,
            size: [self.material.width, self.y + 0.9 + MARGIN],
            documents: Vec::new(),
            scene: self.scene,
        }
    }
}

/// Pages with so many rows at most, or with fewer where one would be higher than a page may be.
pub fn paged(most: usize, draw: impl Fn(usize) -> Vec<Picture>) -> Vec<Picture> {
    /// Fewer rows do not help any more.
    const LEAST: usize = 5;
    let mut most = most;
    loop {
        let pages = draw(most);
        if most <= LEAST || pages.iter().all(|page| page.size[1] <= TALLEST) {
            return pages;
        }
        most -= 1;
    }
}

/// The name of a picture's file: its kind, what it is about, the plan, and the page if there are several.
pub fn file_name(kind: &str, about: &str, plan: &str, paging: Option<Paging>) -> String {
    let page = paging.filter(|paging| paging.of > 1);
    let page = page.map(|paging| format!("p{}-of-{}", paging.number, paging.of));
    [Some(kind), Some(about), Some(plan), page.as_deref()]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("__")
}
