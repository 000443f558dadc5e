//! The runs of a text, line by line: each looks different from the one before.

use crate::read::builder::Stretch;
use crate::source::{Mark, Marks};

/// A run.
#[derive(Debug, Default, Clone)]
pub struct Run {
    text: String,
    marks: Marks,
}

/// The lines of a paragraph or cell while it is read.
#[derive(Debug)]
pub struct Lines {
    lines: Vec<Vec<Run>>,
    /// What all that was written has of marks.
    marks: Marks,
}

impl Default for Lines {
    fn default() -> Self {
        Self { lines: vec![Vec::new()], marks: Marks::default() }
    }
}

impl Lines {
    /// Adds a text. What is blank looks like what is before it.
    pub fn write(&mut self, text: &str, marks: Marks) {
        let Some(line) = self.lines.last_mut() else { return };
        let is_blank = text.trim().is_empty();
        if !is_blank {
            self.marks = self.marks.and(marks);
        }
        match line.last_mut() {
            Some(last) if is_blank || last.marks == marks => last.text += text,
            _ => line.push(Run { text: text.to_owned(), marks: if is_blank { Marks::default() } else { marks } }),
        }
    }

    /// Ends a line.
    pub fn end_line(&mut self) {
        self.lines.push(Vec::new());
        self.marks = self.marks.with(Mark::Lines);
    }

    /// Begins another paragraph of a cell behind those before it.
    pub fn end_paragraph(&mut self) {
        // A cell may have lines without end: only the first is looked at.
        let is_begun = self.lines.len() > 1 || self.lines.iter().flatten().any(|run| !run.text.is_empty());
        let is_spaced =
            self.lines.last().is_some_and(|line| line.last().is_none_or(|run| run.text.ends_with([' ', '\t'])));
        if is_begun && !is_spaced {
            self.write(" ", Marks::default());
            self.marks = self.marks.with(Mark::Lines);
        }
    }

    /// Keeps that a note refers to it.
    pub fn note(&mut self) {
        self.marks = self.marks.with(Mark::Note);
    }

    /// What all of it has of marks.
    pub fn marks(&self) -> Marks {
        self.marks
    }

    /// What it says, as one line.
    pub fn in_one_line(&self) -> String {
        let line = |line: &Vec<Run>| line.iter().map(|run| run.text.as_str()).collect::<String>();
        self.lines.iter().map(line).collect::<Vec<_>>().join(" ")
    }

    /// The lines up to the last in which something is written; one at least.
    pub fn written(mut self) -> Vec<Vec<Run>> {
        let is_written = |line: &Vec<Run>| line.iter().any(|run| !run.text.trim().is_empty());
        let count = self.lines.iter().rposition(is_written).map_or(1, |last| last + 1);
        self.lines.truncate(count);
        let last = self.lines.last_mut().and_then(|line| line.last_mut());
        if let Some(run) = last {
            run.text.truncate(run.text.trim_end().len());
        }
        self.lines
    }
}

/// A line for the builder.
pub fn stretches(line: &[Run]) -> Vec<Stretch<'_>> {
    line.iter().map(|run| Stretch { marks: run.marks, ..Stretch::plain(&run.text) }).collect()
}
