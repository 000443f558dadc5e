//! Compound files: the form of the documents of older versions of Office, and of newer ones under a password.
//!
//! [MS-CFB]. A file of sectors, chained by a table of which sector follows which; chains may be broken, or bite their
//! own tail.

use crate::read::refusal::Refusal;

/// How compound files begin.
const SIGNATURE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// Numbers from here on are no sectors: the end of a chain, a free sector.
const NO_SECTOR: u32 = 0xFFFF_FFFA;
/// Streams below this size stand in sectors of 64 bytes, within a stream of their own.
const SMALL: usize = 4096;
const SMALL_SECTOR: usize = 64;

/// A compound file, opened.
pub struct Compound<'b> {
    bytes: &'b [u8],
    sector: usize,
    /// Which sector follows each one, and which small sector each small one.
    next: Vec<u32>,
    next_small: Vec<u32>,
    small: Vec<u8>,
    /// The streams of the outermost folder: those of others belong to what is embedded.
    streams: Vec<Stream>,
}

struct Stream {
    name: String,
    start: u32,
    size: usize,
}

/// Whether the beginning of a file is that of a compound file.
pub fn is_compound(bytes: &[u8]) -> bool {
    bytes.starts_with(&SIGNATURE[..4])
}

impl<'b> Compound<'b> {
    /// Opens a compound file; none if it is damaged.
    pub fn open(bytes: &'b [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30)?;
        if !bytes.starts_with(SIGNATURE) || !matches!(shift, 9 | 12) {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            next: Vec::new(),
            next_small: Vec::new(),
            small: Vec::new(),
            streams: Vec::new(),
        };
        file.next = file.table()?;
        file.next_small = numbers(&file.chain(u32_at(bytes, 60)?)?);
        file.read_folder(u32_at(bytes, 48)?)?;
        Some(file)
    }

    fn sector_at(&self, sector: u32) -> Option<&'b [u8]> {
        let start = (sector as usize).checked_add(1)?.checked_mul(self.sector)?;
        // The last sector may be cut short.
        let end = start.checked_add(self.sector)?.min(self.bytes.len());
        self.bytes.get(start..end).filter(|sector| !sector.is_empty())
    }

    /// The table of which sector follows which: its sectors are listed in the header and, if they are many, further on.
    fn table(&self) -> Option<Vec<u32>> {
        let most = self.bytes.len() / self.sector + 1;
        let mut sectors = numbers(self.bytes.get(76..512)?);
        let mut more = u32_at(self.bytes, 68)?;
        while more < NO_SECTOR {
            sectors.extend(numbers(self.sector_at(more)?));
            more = sectors.pop()?;
            if sectors.len() > most + self.sector {
                return None;
            }
        }
        let mut table = Vec::new();
        for sector in sectors.into_iter().filter(|&sector| sector < NO_SECTOR) {
            if table.len() > most {
                break;
            }
            table.extend(numbers(self.sector_at(sector)?));
        }
        Some(table)
    }

    /// The sectors of a chain, one behind the other.
    fn chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut sector = start;
        while sector < NO_SECTOR {
            if out.len() > self.bytes.len() {
                return None;
            }
            out.extend_from_slice(self.sector_at(sector)?);
            sector = *self.next.get(sector as usize)?;
        }
        Some(out)
    }

    fn small_chain(&self, start: u32) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        let mut sector = start;
        while sector < NO_SECTOR {
            if out.len() > self.small.len() {
                return None;
            }
            let at = (sector as usize).checked_mul(SMALL_SECTOR)?;
            out.extend_from_slice(self.small.get(at..at.checked_add(SMALL_SECTOR)?.min(self.small.len()))?);
            sector = *self.next_small.get(sector as usize)?;
        }
        Some(out)
    }

    /// Reads what is in the outermost folder. Its entries are a tree.
    fn read_folder(&mut self, start: u32) -> Option<()> {
        const ENTRY: usize = 128;
        let folder = self.chain(start)?;
        let root = folder.get(..ENTRY)?;
        self.small = self.chain(u32_at(root, 116)?).unwrap_or_default();
        let mut ahead = vec![u32_at(root, 76)?];
        let mut seen = 0;
        while let Some(entry) = ahead.pop() {
            let at = (entry as usize).checked_mul(ENTRY);
            let Some(entry) = at.and_then(|at| folder.get(at..at.checked_add(ENTRY)?)) else { continue };
            seen += 1;
            if seen * ENTRY > folder.len() {
                return None;
            }
            ahead.extend([u32_at(entry, 68)?, u32_at(entry, 72)?]);
            let name: Vec<u16> =
                entry.get(..64)?.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            let name = String::from_utf16_lossy(name.split(|&unit| unit == 0).next().unwrap_or_default());
            self.streams.push(Stream { name, start: u32_at(entry, 116)?, size: u32_at(entry, 120)? as usize });
        }
        Some(())
    }

    /// Whether there is a stream of that name.
    pub fn has(&self, name: &str) -> bool {
        self.streams.iter().any(|stream| stream.name.eq_ignore_ascii_case(name))
    }

    /// A stream.
    ///
    /// # Errors
    ///
    /// There is none of that name, or its chain is broken.
    pub fn stream(&self, name: &str) -> Result<Vec<u8>, Refusal> {
        let stream =
            self.streams.iter().find(|stream| stream.name.eq_ignore_ascii_case(name)).ok_or(Refusal::Damaged)?;
        let chain = if stream.size < SMALL { self.small_chain(stream.start) } else { self.chain(stream.start) };
        let mut bytes = chain.ok_or(Refusal::Damaged)?;
        bytes.truncate(stream.size);
        Ok(bytes)
    }
}

/// Two bytes as a number.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

/// Four bytes as a number.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]])).collect()
}
