//! Tables in workbooks of Excel 97 to 2003: the least that makes one.

use super::{Cell, Look, Table};

fn u16_of(number: usize) -> [u8; 2] {
    u16::try_from(number).expect("a small number").to_le_bytes()
}

fn u32_of(number: usize) -> [u8; 4] {
    u32::try_from(number).expect("a number").to_le_bytes()
}

fn record(kind: u16, data: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16_of(data.len()), data].concat()
}

/// The beginning of a part of the stream: 5 for the workbook, 16 for a worksheet.
fn begin(part: u8) -> Vec<u8> {
    record(0x0809, &[0x00, 0x06, part, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

/// Four fonts, and one that is struck: its number is 5, since there is none with the number 4.
fn fonts() -> Vec<u8> {
    let font = |options: u8| record(0x0031, &[200, 0, options, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    [font(0), font(0), font(0), font(0), font(8)].concat()
}

/// Two styles of cells: plain, and struck.
fn styles() -> Vec<u8> {
    let style = |font: u8| {
        let mut data = [0; 20];
        data[0] = font;
        record(0x00E0, &data)
    };
    [style(0), style(5)].concat()
}

fn label(row: usize, column: usize, cell: &Cell) -> Vec<u8> {
    let style = usize::from(cell.look() == Some(Look::Struck));
    let text: Vec<u16> = cell.text().encode_utf16().collect();
    let mut data = [u16_of(row), u16_of(column), u16_of(style), u16_of(text.len())].concat();
    // In two bytes each.
    data.push(1);
    data.extend(text.iter().flat_map(|unit| unit.to_le_bytes()));
    record(0x0204, &data)
}

fn worksheet(table: &Table) -> Vec<u8> {
    let mut sheet = begin(16);
    if let Some(column) = table.hidden_column {
        let data = [u16_of(column), u16_of(column), u16_of(2560), u16_of(0), u16_of(1), u16_of(0)].concat();
        sheet.extend(record(0x007D, &data));
    }
    if let Some(row) = table.hidden_row {
        let mut data = [0; 16];
        data[..2].copy_from_slice(&u16_of(row));
        data[12] = 0x20;
        sheet.extend(record(0x0208, &data));
    }
    let mut merged = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_covered()) {
            sheet.extend(label(row, column, cell));
            if cell.rows > 1 {
                merged.push([row, row + cell.rows - 1, column, column].map(u16_of).concat());
            }
        }
    }
    sheet.extend(record(0x00E5, &[u16_of(merged.len()).to_vec(), merged.concat()].concat()));
    sheet.extend(record(0x000A, &[]));
    sheet
}

pub(super) fn xls(table: &Table) -> Vec<u8> {
    let name = b"Foglio1";
    let bound = |start: usize| {
        let data = [&u32_of(start)[..], &[0, 0, 7, 0], name].concat();
        record(0x0085, &data)
    };
    let globals = |start: usize| [begin(5), fonts(), styles(), bound(start), record(0x000A, &[])].concat();
    let start = globals(0).len();
    let mut stream = [globals(start), worksheet(table)].concat();
    // Streams that are shorter are kept elsewhere.
    stream.resize(stream.len().max(4096).next_multiple_of(512), 0);
    compound("Workbook", &stream)
}

/// A compound file with one stream: the table of sectors, the folder, the stream.
fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let mut header = vec![0; 512];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    header[24..30].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF]);
    header[30] = 9;
    header[32] = 6;
    header[44] = 1;
    header[48] = 1;
    header[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    header[60..64].copy_from_slice(&END.to_le_bytes());
    header[68..72].copy_from_slice(&END.to_le_bytes());
    header[76..].fill(0xFF);
    header[76..80].fill(0);
    let sectors = stream.len() / 512;
    let chain = (0..sectors).map(|at| if at + 1 == sectors { END } else { u32::try_from(at + 3).expect("a number") });
    let mut table: Vec<u32> = [0xFFFF_FFFD, END].into_iter().chain(chain).collect();
    table.resize(128, FREE);
    let mut folder = Vec::new();
    for (at, (name, kind)) in [("Root Entry", 5_u8), (name, 2)].into_iter().enumerate() {
        let mut entry = vec![0; 128];
        for (place, unit) in entry[..64].chunks_exact_mut(2).zip(name.encode_utf16()) {
            place.copy_from_slice(&unit.to_le_bytes());
        }
        entry[64..66].copy_from_slice(&u16_of(2 * name.len() + 2));
        entry[66] = kind;
        entry[67] = 1;
        entry[68..80].fill(0xFF);
        if at == 0 {
            entry[76..80].copy_from_slice(&1_u32.to_le_bytes());
            entry[116..120].copy_from_slice(&END.to_le_bytes());
        } else {
            entry[116..120].copy_from_slice(&2_u32.to_le_bytes());
            entry[120..124].copy_from_slice(&u32_of(stream.len()));
        }
        folder.extend(entry);
    }
    folder.resize(512, 0);
    let table: Vec<u8> = table.into_iter().flat_map(u32::to_le_bytes).collect();
    [header, table, folder, stream.to_vec()].concat()
}
