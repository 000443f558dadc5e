//! The runs of a text, line by line: each looks different from the one before.

use crate::read::builder::Stretch;
use crate::read::seen::Seen;
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
    /// What is known of all of it.
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
        let is_ended = self.lines.last().is_some_and(Vec::is_empty);
        if is_begun && !is_ended {
            self.end_line();
        }
    }

    /// Keeps that a note refers to it.
    pub fn note(&mut self) {
        self.marks = self.marks.with(Mark::Note);
    }

    /// What is seen of it, its lines apart; those in which nothing is written are left out.
    pub fn seen(&self) -> Seen {
        let mut seen = Seen { marks: self.marks.without(Mark::Lines), ..Seen::default() };
        let is_written = |line: &&Vec<Run>| line.iter().any(|run| !run.text.trim().is_empty());
        for (number, line) in self.lines.iter().filter(is_written).enumerate() {
            if number > 0 && !seen.text.is_empty() {
                seen.text.truncate(seen.text.trim_end().len());
                seen.text.push('\n');
                seen.marks = seen.marks.with(Mark::Lines);
            }
            for run in line {
                seen.push(&run.text, run.marks);
            }
        }
        seen.finished()
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
