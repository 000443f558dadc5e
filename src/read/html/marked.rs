//! The source of a page → the same source with the number of its line in every tag, so that what the parser makes of
//! it can be followed back; and without what could make the parser take long.

use memchr::{memchr, memchr_iter, memmem};

/// The attribute that holds the number of the line.
pub const LINE: &str = "cento-line";

/// The most tags that a page may have: a hundred times those of the plan of a city.
const MOST_TAGS: usize = 2_000_000;
/// The longest attributes that are kept: longer ones hold pictures.
const LONGEST_TAG: usize = 8 * 1024;
/// The longest style sheet that is kept.
const LONGEST_STYLE: usize = 256 * 1024;
/// How deep elements of one name may be nested. The tags of those deeper still are left out.
const DEEPEST: u32 = 100;

/// The elements that need no end tag: they do not nest without others.
const NO_END: [&str; 33] = [
    "html", "head", "body", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "col",
    "option", "optgroup", "caption", "br", "hr", "img", "input", "meta", "link", "area", "base", "embed", "source",
    "track", "wbr", "param", "rt", "rp",
];
/// Elements that are counted by themselves, so that others which are never closed do not cost them their tags.
const COUNTED: [&str; 12] = ["table", "div", "span", "font", "b", "strong", "i", "em", "u", "a", "ul", "section"];

/// The page with the numbers of its lines; none if it has too many tags.
pub fn marked(text: &str) -> Option<String> {
    let mut marker = Marker { text, out: String::with_capacity(text.len() * 5 / 4), ..Marker::default() };
    let mut at = 0;
    while let Some(start) = memchr(b'<', &text.as_bytes()[at..]).map(|found| at + found) {
        marker.copy(&text[at..start]);
        at = marker.tag(start);
        if marker.tags > MOST_TAGS {
            return None;
        }
    }
    marker.copy(&text[at..]);
    Some(marker.out)
}

#[derive(Default)]
struct Marker<'t> {
    text: &'t str,
    out: String,
    /// How many lines end before what was looked at last, and where that is.
    feeds: usize,
    counted: usize,
    tags: usize,
    /// How many elements are open: those that are counted by themselves, and all others.
    open: [u32; COUNTED.len() + 1],
}

impl Marker<'_> {
    /// Copies a text. A NUL, which the parser would leave out of a figure without a word, stays visible.
    fn copy(&mut self, text: &str) {
        for (at, part) in text.split('\0').enumerate() {
            if at > 0 {
                self.out.push('\u{fffd}');
            }
            self.out += part;
        }
    }

    /// Takes what begins with a `<`, and tells where it ends.
    fn tag(&mut self, start: usize) -> usize {
        let rest = &self.text[start..];
        let bytes = rest.as_bytes();
        if rest.starts_with("<!--") {
            return memmem::find(&bytes[2..], b"-->").map_or(self.text.len(), |end| start + end + 5);
        }
        let is_end = bytes.get(1) == Some(&b'/');
        let from = if is_end { 2 } else { 1 };
        if !bytes.get(from).is_some_and(u8::is_ascii_alphabetic) {
            self.out.push('<');
            return start + 1;
        }
        let name = &rest[from..];
        let length = name.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>')).unwrap_or(name.len());
        let attributes = &name[length..];
        let name = &name[..length];
        // A tag that does not end is none.
        let Some(end) = tag_end(attributes.as_bytes()) else { return self.text.len() };
        let after = start + from + length + end;
        self.tags += 1;
        if is_end {
            self.out.extend(["</", name, ">"]);
            self.close(name);
            return after;
        }
        if self.open(name) {
            let line = self.line(start).to_string();
            let kept = if end > LONGEST_TAG { ">" } else { &attributes[..end] };
            self.out.extend(["<", name, " ", LINE, "=", &line, if kept.starts_with('>') { "" } else { " " }]);
            self.copy(kept);
        }
        self.without_raw_text(name, after)
    }

    /// Where to go on after a tag: what is no text of the page is passed over.
    fn without_raw_text(&mut self, name: &str, after: usize) -> usize {
        if !["script", "style"].iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
            return after;
        }
        let mut at = after;
        while let Some(found) = memmem::find(&self.text.as_bytes()[at..], b"</").map(|found| at + found) {
            let is_own = self.text[found + 2..].get(..name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
            if is_own {
                if name.eq_ignore_ascii_case("style") && found - after <= LONGEST_STYLE {
                    self.copy(&self.text[after..found]);
                }
                return found;
            }
            at = found + 2;
        }
        self.text.len()
    }

    /// The number of the line on which something stands that comes after all that was looked at before.
    fn line(&mut self, at: usize) -> usize {
        self.feeds += memchr_iter(b'\n', &self.text.as_bytes()[self.counted..at]).count();
        self.counted = at;
        self.feeds + 1
    }

    /// Counts a start tag; tells whether it may stay.
    fn open(&mut self, name: &str) -> bool {
        let Some(open) = self.counter(name) else { return true };
        let may_stay = *open < DEEPEST;
        *open += u32::from(may_stay);
        may_stay
    }

    fn close(&mut self, name: &str) {
        if let Some(open) = self.counter(name) {
            *open = open.saturating_sub(1);
        }
    }

    fn counter(&mut self, name: &str) -> Option<&mut u32> {
        if NO_END.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            return None;
        }
        let own = COUNTED.iter().position(|known| known.eq_ignore_ascii_case(name));
        self.open.get_mut(own.unwrap_or(COUNTED.len()))
    }
}

/// Where a tag ends, behind its `>`. One inside quotes is a part of a value.
fn tag_end(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'>' => return Some(at),
            b'=' => {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
                if let Some(&quote @ (b'"' | b'\'')) = bytes.get(at) {
                    at += 2 + memchr(quote, &bytes[at + 1..])?;
                }
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_has_the_number_of_its_line() {
        assert_eq!(
            marked("<p>a\n<td class='>'\n>b</td>\n<BR/>").as_deref(),
            Some("<p cento-line=1>a\n<td cento-line=2  class='>'\n>b</td>\n<BR cento-line=4 />")
        );
    }

    #[test]
    fn what_is_no_text_is_left_out_and_a_nul_stays_visible() {
        let page = "<!-- <p> --><script>if (a<b) '</p>'\n</SCRIPT>3,0\0 % <!--> <3 <td";
        assert_eq!(marked(page).as_deref(), Some("<script cento-line=1></SCRIPT>3,0\u{fffd} %  <3 "));
    }

    #[test]
    fn elements_that_are_nested_too_deep_are_left_out() {
        let page = "<div>".repeat(100_000) + "<table><tr><td>";
        let marked = marked(&page).unwrap();
        assert_eq!(marked.matches("<div").count(), DEEPEST as usize);
        assert!(marked.contains("<table"));
    }
}
