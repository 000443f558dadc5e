//! Tables whose cells stand between semicolons, commas, tabs or pipes, perhaps in quotation marks (CSV) → rows.

use csv::{ByteRecord, ReaderBuilder};
use memchr::{memchr, memchr_iter, memchr2, memmem};

use crate::identity;
use crate::model::Meaning;
use crate::read::builder::Builder;
use crate::read::merged::{Form, FoundCell, Grid};
use crate::read::refusal::Refusal;
use crate::source::{Content, Mark, Marks, Position};
use crate::vocabulary::{
    Side, Vocabulary, is_month, of_capacity, says_projects, says_share_of_capacity, says_total, speaks_of,
};

const DELIMITERS: [u8; 4] = *b";,\t|";
/// How many lines may stand above the header, and how many below it are looked at.
const ABOVE: usize = 12;
const BELOW: usize = 8;
/// The longest header, and the longest cell of one.
const LONGEST_HEADER: usize = 4096;
const LONGEST: usize = 60;
/// The most lines that one row has. A quotation mark that opens more was never closed.
const MOST_LINES: u64 = 40;

/// What is in a text that is such a table; none if it is another.
pub fn read(text: &str, vocabulary: Vocabulary<'_>) -> Option<Result<Content, Refusal>> {
    let delimiter = delimiter(text, vocabulary).or_else(|| regular(text)).or_else(|| by_recipe(text, vocabulary))?;
    if matches!(delimiter, b'\t' | b'|') && !has_quoted_cells(text, delimiter) {
        return None;
    }
    rows(text, delimiter, true).or_else(|| rows(text, delimiter, false))
}

/// Whether a text with cells between tabs or pipes is a table from its first line on, with cells in quotation marks.
/// Without these it is what is wanted, and other texts have such tables, too.
fn has_quoted_cells(text: &str, delimiter: u8) -> bool {
    let is_row = |line: &str| memchr(delimiter, line.as_bytes()).is_some();
    let has = |mark: [u8; 2]| memmem::find(text.as_bytes(), &mark).is_some();
    let first = text.lines().find(|line| !line.trim().is_empty());
    first.is_some_and(is_row) && (has([delimiter, b'"']) || has([b'\n', b'"']))
}

/// What separates the cells of a table, if the text is one: there is a header that says who and how much, and a row
/// below it that has as many cells. Prose has commas, too: where the words alone do not tell, the text must begin with the
/// header, and most rows be as wide.
fn delimiter(text: &str, vocabulary: Vocabulary<'_>) -> Option<u8> {
    let above = text.lines().take(ABOVE).filter(|line| !line.trim().is_empty());
    let (header, delimiter, certainty) = above.enumerate().find_map(|(number, line)| {
        // What may stand above is the line with which Excel is told what separates the cells.
        let is_first = number == 0 || (number == 1 && text.trim_start().starts_with("sep="));
        DELIMITERS.into_iter().find_map(|delimiter| {
            let certainty = certainty(line, delimiter, vocabulary)?;
            (is_first || certainty == Certainty::Certain).then_some((line, delimiter, certainty))
        })
    })?;
    let after = &text[header.as_ptr() as usize - text.as_ptr() as usize + header.len()..];
    let cells = fields(header, delimiter).len();
    let beginning: usize = after.split_inclusive('\n').take(BELOW * 4).map(str::len).sum();
    let below: Vec<usize> = reader(&after[..beginning], delimiter, true)
        .into_byte_records()
        .flatten()
        .take(BELOW)
        .map(|record| record.len())
        .collect();
    let wide = below.iter().filter(|&&width| width == cells).count();
    let is_table = match certainty {
        Certainty::Certain => wide > 0,
        Certainty::Probable => wide * 2 > below.len(),
        Certainty::Possible => wide > 0 && wide == below.len(),
    };
    is_table.then_some(delimiter)
}

/// What separates the cells of a table whose header says nothing that is known, if the text is one, a title above it aside:
/// nearly all lines have as many cells, short ones, and more than prose has commas.
fn regular(text: &str) -> Option<u8> {
    const LEAST_LINES: usize = 3;
    [(b';', 3), (b',', 4)].into_iter().find_map(|(delimiter, least)| {
        let has_cells =
            |line: &&str| memchr_iter(delimiter, line.as_bytes()).count() + 1 >= least && !line.starts_with("sep=");
        let header = text.lines().take(ABOVE).find(has_cells)?;
        let below = &text[header.as_ptr() as usize - text.as_ptr() as usize..];
        let beginning: usize = below.split_inclusive('\n').take(BELOW * 4).map(str::len).sum();
        if !has_cells_mostly(&below[..beginning], delimiter, least) {
            return None;
        }
        let rows = reader(&below[..beginning], delimiter, true).into_byte_records().flatten().take(BELOW * 2);
        let rows: Vec<ByteRecord> = rows.collect();
        let width = rows.first()?.len();
        let is_short = |row: &&ByteRecord| row.len() == width && row.iter().all(|cell| cell.len() <= LONGEST * 2);
        let alike = rows.iter().filter(is_short).count();
        let is_regular = rows.len() >= LEAST_LINES && width >= least && alike * 4 >= rows.len() * 3;
        (is_regular && has_cells_mostly(below, delimiter, least)).then_some(delimiter)
    })
}

/// What separates the cells of a table of which the settings say in which line its header stands, and in which columns what, if the text
/// is one: that line has so many cells, and most of those below as many.
fn by_recipe(text: &str, vocabulary: Vocabulary<'_>) -> Option<u8> {
    vocabulary.layout().recipes.iter().find_map(|recipe| {
        let columns = recipe.columns().map(|(_, column)| column.number()).max()?;
        let line = usize::try_from(*recipe.header_row.get_ref()).ok()?;
        let mut lines = text.lines().skip(line - 1);
        let header = lines.next().filter(|header| header.len() <= LONGEST_HEADER)?;
        let below: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).take(BELOW).collect();
        [b';', b','].into_iter().find(|&delimiter| {
            let cells = fields(header, delimiter).len();
            let wide = below.iter().filter(|line| fields(line, delimiter).len() == cells).count();
            cells >= columns && wide * 2 > below.len()
        })
    })
}

/// Whether most lines of a text have cells: what begins like a table may be the beginning of something else.
fn has_cells_mostly(text: &str, delimiter: u8, cells: usize) -> bool {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let of_table = lines().filter(|line| memchr_iter(delimiter, line.as_bytes()).count() + 1 >= cells).count();
    of_table * 4 >= lines().count() * 3
}

/// How certain it is that a line is the header of a table of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Certainty {
    /// Among three words and more, one speaks of people and one of shares.
    Certain,
    /// So do headers that are known by other words.
    Probable,
    /// There are two words, both known headers.
    Possible,
}

/// How certain it is that a line is the header of a table of people; none if it is none.
fn certainty(line: &str, delimiter: u8, vocabulary: Vocabulary<'_>) -> Option<Certainty> {
    if line.len() > LONGEST_HEADER || memchr(delimiter, line.as_bytes()).is_none() {
        return None;
    }
    let fields = fields(line, delimiter);
    let has = |is: &dyn Fn(&str, Side) -> bool| {
        [Side::Who, Side::HowMuch].into_iter().all(|side| fields.iter().any(|field| is(field, side)))
    };
    // Above a column of its own, the code of a project or the name of a month says how much.
    let is_code = |field: &str| vocabulary.split_project_code(field).is_some_and(|(_, rest)| rest.is_empty());
    let is_chain = says_share_of_capacity(fields.iter().map(|field| &**field));
    let says_how_much = |field: &str| is_code(field) || is_month(field) || (is_chain && of_capacity(field).is_some());
    let is_known =
        |field: &str, side| vocabulary.side(field) == Some(side) || (side == Side::HowMuch && says_how_much(field));
    let heads_people = || has_projects_by_people(&fields, vocabulary);
    match fields.len() {
        _ if fields.iter().any(|field| field.len() > LONGEST) => None,
        3.. if has(&speaks_of) => Some(Certainty::Certain),
        3.. if has(&is_known) => Some(Certainty::Probable),
        3.. if heads_people() => Some(Certainty::Possible),
        2 if has(&is_known) => Some(Certainty::Possible),
        _ => None,
    }
}

/// Whether a header is that of projects in the rows and a column for each person: names stand behind the word for a project, of which most
/// have a given name, and nothing else but totals.
fn has_projects_by_people(fields: &[String], vocabulary: Vocabulary<'_>) -> bool {
    let is_of_project = |field: &&String| {
        let header = vocabulary.header(field).map(|header| header.meaning);
        matches!(header, Some(Meaning::Project | Meaning::Title)) || says_projects(field)
    };
    let of_projects = fields.iter().take_while(is_of_project).count();
    let people: Vec<&String> = fields[of_projects..].iter().filter(|field| !says_total(field)).collect();
    let words = |name: &str| name.split_whitespace().map(identity::key).collect::<Vec<_>>();
    let is_person =
        |name: &&&String| (2..=5).contains(&words(name).len()) && !name.contains(|c: char| c.is_ascii_digit());
    let is_known = |name: &&&String| words(name).iter().any(|word| identity::is_given(word));
    of_projects > 0
        && people.len() > 1
        && people.iter().all(|name| is_person(&name))
        && people.iter().filter(is_known).count() * 2 >= people.len()
}

/// The cells of a line. To make a reader costs more than to look at some lines: where nothing is quoted, none is needed.
fn fields(line: &str, delimiter: u8) -> Vec<String> {
    if memchr(b'"', line.as_bytes()).is_none() {
        return line.split(char::from(delimiter)).map(|field| field.trim().to_owned()).collect();
    }
    let record = reader(line, delimiter, true).into_byte_records().flatten().next().unwrap_or_default();
    record.iter().map(|field| String::from_utf8_lossy(field).trim().to_owned()).collect()
}

fn reader(text: &str, delimiter: u8, quoting: bool) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false).flexible(true).quoting(quoting).from_reader(text.as_bytes())
}

/// The rows of a table; none if a quotation mark is not closed.
fn rows(text: &str, delimiter: u8, quoting: bool) -> Option<Result<Content, Refusal>> {
    let mut reader = reader(text, delimiter, quoting);
    let mut builder = Builder::default();
    let lines = memchr_iter(b'\n', text.as_bytes()).count() + 1;
    builder.expect(lines, lines + memchr_iter(delimiter, text.as_bytes()).count(), text.len());
    let mut table = Grid::new(Form::Text);
    let mut record = ByteRecord::new();
    let mut line = 1;
    while reader.read_byte_record(&mut record).ok()? {
        let begin = record.position().map_or(line, |position| line_of(text, position));
        line = reader.position().line();
        if quoting && line.saturating_sub(begin) > MOST_LINES {
            return None;
        }
        builder.position(Position::Line { page: None, line: u32::try_from(begin).unwrap_or(u32::MAX) });
        let mut cells: Vec<FoundCell> = record.iter().map(|field| cell(&String::from_utf8_lossy(field))).collect();
        if let [lone] = cells.as_mut_slice() {
            // It is a line of text.
            lone.text = lone.text.replace('\n', " ");
        }
        builder.row(&mut table, cells);
    }
    Some(builder.finish())
}

/// The line of a row: where the reader begins to look for one, blank lines may stand before it.
fn line_of(text: &str, position: &csv::Position) -> u64 {
    let rest = usize::try_from(position.byte()).ok().and_then(|byte| text.as_bytes().get(byte..)).unwrap_or_default();
    let blank = rest.iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).filter(|&&byte| byte == b'\n');
    position.line() + blank.count() as u64
}

/// A cell, and whether it is of several lines.
fn cell(text: &str) -> FoundCell {
    let text = text.trim();
    if memchr2(b'\n', b'\r', text.as_bytes()).is_none() {
        return FoundCell::from(text.to_owned());
    }
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    FoundCell { marks: Marks::default().with(Mark::Lines), ..FoundCell::from(lines.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::form;
    use crate::read::terms::Terms;
    use crate::settings::Settings;
    use crate::source::Document;

    const HEADING: &str = "CDR;Nome Soggetto;Relazione;Impegno\n";

    #[test]
    fn rows_with_their_lines_whatever_separates_their_cells() {
        let table = "\nPiano 2024;;;\nCDR;Nome Soggetto;Relazione;Impegno\n\nA0;\"Rossi; \"\"Ada\"\"\nMaria\";Dirigente;3,00 %\n\
            A0;Verdi;;4\n";
        let content = read(table, Vocabulary::default()).unwrap().unwrap();
        assert_eq!(
            content.text,
            "Piano 2024\t\t\t\nCDR\tNome Soggetto\tRelazione\tImpegno\nA0\tRossi; \"Ada\" Maria\tDirigente\t3,00 %\nA0\tVerdi\t\t4\n"
        );
        let document = Document::new("t".into(), true, 0, content);
        let line =
            |word: &str| document.place(&document.text()[document.text().find(word).unwrap()..][..1]).origin().line;
        assert_eq!((line("CDR"), line("Rossi"), line("Verdi")), (3, 5, 7));
        let commas = "Cognome e nome,Ruolo,\"Impegno, in %\"\nRossi Ada,Dirigente,\"3,00\"\n";
        assert_eq!(
            read(commas, Vocabulary::default()).unwrap().unwrap().text,
            "Cognome e nome\tRuolo\tImpegno, in %\nRossi Ada\tDirigente\t3,00\n"
        );
        let tabs = "Nome\tRuolo\tQuota\n\"Rossi Ada\"\tDirigente\t3\n";
        assert_eq!(
            read(tabs, Vocabulary::default()).unwrap().unwrap().text,
            "Nome\tRuolo\tQuota\nRossi Ada\tDirigente\t3\n"
        );
    }

    #[test]
    fn tables_are_known_by_the_same_words_as_in_every_form() {
        for (text, cells) in [
            ("Employee,Project code,Commitment\n\"Arrighi, Marta\",2024_PD_0411,\"50,52%\"\n", 3),
            ("sep=;\nNominativo;% impegno\nRossi Ada;3\n", 2),
            ("Worker;Share\nRossi Ada;3 %\n", 2),
            ("Nome;Progetto;Gen;Feb\nRossi Ada;2024_PD_0411;3 %;3 %\n", 4),
        ] {
            let text = read(text, Vocabulary::default()).expect(text).unwrap().text;
            assert_eq!(text.lines().last().unwrap().split('\t').count(), cells, "{text}");
        }
        let settings: Settings =
            Settings::of("t", b"[layout.headings]\nperson = [\"Chi\"]\nshare = [\"Dosi\"]\n".to_vec()).unwrap();
        let own = "Chi;Dosi\nRossi Ada;3 %\n";
        assert!(read(own, Vocabulary::of(&settings.layout)).is_some());
        for prose in [
            own,
            "Chi viene, e quando.\nChi resta, e dove.\n",
            "Nome, e altro\nRossi, e altro\n",
            "Nome, data, maggio\nIl personale, ovviamente, a maggio, va\nAltrove\n",
            "Piano\nPersonale, impegno\nDue, tre\n",
            "Personale, impegno\nDue, tre\nQuattro\n",
        ] {
            assert!(read(prose, Vocabulary::default()).is_none(), "{prose}");
        }
    }

    #[test]
    fn a_table_with_a_header_that_is_not_known_is_a_table() {
        let table = "Cod.;Unità;Area;Peso\nA;Rossi Ada;C1;8,0\nB;Verdi Ugo;C1;9\nTotale;;;\nFine\n";
        assert_eq!(read(table, Vocabulary::default()).unwrap().unwrap().text.matches('\t').count(), 12);
        let titled = format!("Piano 2024\n\n{table}");
        assert_eq!(read(&titled, Vocabulary::default()).unwrap().unwrap().text.matches('\t').count(), 12);
        assert!(read(&format!("sep=;\n{table}"), Vocabulary::default()).is_some());
        assert!(read("Chi; come; quando\nDove; perché; e poi\n", Vocabulary::default()).is_none());
        let other = format!("{table}{}", "| Rossi Ada | Dirigente | 3 % |\n".repeat(20));
        assert!(read(&other, Vocabulary::default()).is_none());
        let prose = "Allora, quando, dove, e perché.\nNessuno lo sa, davvero, nessuno.\nNeppure noi, qui, oggi.\n";
        assert!(read(prose, Vocabulary::default()).is_none());
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [
            "",
            "Nome Soggetto\tRelazione Personale\tImpegno Personale\nRossi\tDirigente\t3 %\n",
            "| Nome | Ruolo | Quota |\n|---|---|---|\n",
            "Il nome, la quota, e altro.\nNient'altro, qui.\n",
            HEADING,
            "plan,person,percent\n",
            "## UNO\n\nNome\tRuolo\tQuota\n=A(\"\")\tDip.\t3 %\n\n## DUE\n",
            "## UNO\n\nNome\tRuolo\tQuota\n\"Ada\"\tDip.\t\"3\"\n",
            "Nome\tRuolo\tQuota\n=A(\"\")\tDip.\t3 %\n\n## DUE\n",
        ] {
            assert!(read(text, Vocabulary::default()).is_none(), "{text}");
        }
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_costs_one_row() {
        let rows = "A0;Verdi;Dip.;4 %\n".repeat(200);
        let text =
            read(&format!("{HEADING}{rows}A0;\"Rossi;Dip.;3 %\n{rows}"), Vocabulary::default()).unwrap().unwrap().text;
        assert_eq!(text.matches("A0\tVerdi\tDip.\t4 %\n").count(), 400);
        assert!(text.contains("A0\t\"Rossi\tDip.\t3 %\n"));
    }

    #[test]
    fn a_plan_in_one_flat_table() {
        for name in ["flat.csv", "flat.tsv"] {
            let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms").join(name);
            let reading = form::read(std::fs::read(path).unwrap(), Terms::default()).unwrap();
            let lines: Vec<&str> = reading.text.lines().collect();
            assert_eq!(lines.len(), 163, "{name}");
            assert!(lines.iter().all(|line| line.split('\t').count() == 6), "{name}");
            assert!(lines[1].starts_with("04\t2024_PD_0411\tANTICORRUZIONE"), "{name}");
            assert!(reading.text.contains("ATTIVITÀ"), "{name}");
        }
    }
}
