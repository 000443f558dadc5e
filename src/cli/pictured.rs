//! Whose plan the pictures show that stand in a folder: those of another are not written over.

use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::read::hexadecimal;
use crate::survey::Input;

/// How many of a plan's documents its pictures know.
const MOST: usize = 16;
/// How many digits of a fingerprint tell one document from another.
const DIGITS: usize = 12;

/// What pictures in a folder keep of the documents of their plan: fingerprints of the ways from the folder to them, so that
/// they hold wherever both are moved together, and tell no names.
pub fn documents(folder: &Path, inputs: &[Input]) -> Vec<String> {
    let folder = whole(folder);
    let mark = |input: &Input| {
        let way = way(&folder, &whole(Path::new(&input.path)));
        let mut mark = hexadecimal(&Sha256::digest(way.as_bytes()));
        mark.truncate(DIGITS);
        mark
    };
    let mut marks: Vec<String> = inputs.iter().map(mark).collect();
    // Of many those stay that would stay of most of them.
    marks.sort_unstable();
    marks.dedup();
    marks.truncate(MOST);
    marks
}

/// Whether a picture that is there is of a plan with which this one has no document in common. What keeps no documents
/// may be of any plan.
pub fn is_of_another_plan(there: &[u8], documents: &[String]) -> bool {
    let kept = crate::present::chart::documents_of(there);
    !kept.is_empty() && !documents.is_empty() && !kept.iter().any(|one| documents.contains(one))
}

/// A path without links and detours, as far as it is there.
fn whole(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for known in path.ancestors() {
        if let Ok(found) = known.canonicalize() {
            return path.strip_prefix(known).map_or(found.clone(), |rest| found.join(rest));
        }
    }
    path
}

/// The way from a folder to a file: up as far as needed, and down again.
fn way(folder: &Path, file: &Path) -> String {
    let [from, to]: [Vec<Component<'_>>; 2] = [folder, file].map(|path| path.components().collect());
    let same = from.iter().zip(&to).take_while(|(one, other)| one == other).count();
    let up = from[same..].iter().map(|_| "..".to_owned());
    let down = to[same..].iter().map(|part| part.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_go_up_and_down() {
        for (folder, file, expected) in [
            ("/a/pictures", "/a/plan/p.md", "../plan/p.md"),
            ("/a", "/a/p.md", "p.md"),
            ("/a/b/c", "/d/p.md", "../../../d/p.md"),
        ] {
            assert_eq!(way(Path::new(folder), Path::new(file)), expected);
        }
    }

    #[test]
    fn a_picture_without_documents_may_be_of_any_plan() {
        let mine = ["0123456789ab".to_owned()];
        assert!(!is_of_another_plan(b"<metadata>cento</metadata>", &mine));
        assert!(!is_of_another_plan(b"<metadata>cento-documents 0123456789ab ffffffffffff;</metadata>", &mine));
        assert!(is_of_another_plan(b"<metadata>cento-documents ffffffffffff;</metadata>", &mine));
    }
}
