//! How the files and folders of outputs are called: so that each system has them, and none is that of another.

use std::collections::HashMap;

use super::Picture;
use crate::survey::PlanInfo;

/// What stands in a file name for the plan until its label is certain.
pub(super) const PLAN: &str = "@plan@";

/// The longest part of a file name.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices, whatever stands behind a point.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A part of a file name: small letters and digits, everything else a hyphen; no longer than a file name may be, and never
/// the name of a device.
pub fn slug(text: &str) -> String {
    let key = crate::identity::key(text);
    let mut out = String::with_capacity(key.len());
    for c in key.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    // Nothing but ASCII is in it.
    out.truncate(LONGEST);
    out.truncate(out.trim_end_matches('-').len());
    // `com` and `lpt` have one digit.
    let is_reserved = RESERVED.contains(&out.trim_end_matches(|c: char| c.is_ascii_digit())) && out.len() <= 4;
    match out.as_str() {
        "" => "x".to_owned(),
        _ if is_reserved => out + "-x",
        _ => out,
    }
}

/// Names of which no two are the same, nor would be where case is ignored; each with the last number that was put behind it.
#[derive(Debug, Default)]
pub struct Taken(HashMap<String, usize>);

impl Taken {
    /// A name that nothing has so far, and that nothing will have: this one, or this one with a number.
    pub fn unique(&mut self, name: &str) -> String {
        let mut own = name.to_owned();
        let mut number = self.0.get(&name.to_lowercase()).copied().unwrap_or(1);
        while self.0.contains_key(&own.to_lowercase()) {
            number += 1;
            own = format!("{name}__{number}");
        }
        self.0.insert(own.to_lowercase(), 1);
        self.0.insert(name.to_lowercase(), number);
        own
    }
}

/// Puts what a file name says of the plan into the names of its pictures: its year, or more where there are several
/// plans.
pub fn name_after_plan(pictures: &mut [Picture], info: &PlanInfo, several: bool) {
    let year: String = info.label.chars().skip_while(|c| !c.is_ascii_digit()).take(4).collect();
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    // What stands behind the year tells the plan from others of it.
    let plan = if is_year && !several && info.label.ends_with(&year) { year } else { slug(&info.label) };
    for picture in pictures {
        picture.name = picture.name.replace(PLAN, &plan);
    }
}

/// Numbers the pictures whose names are those of others: people whose names differ in signs alone, plans whose labels
/// begin alike.
pub fn tell_apart(pictures: &mut [Picture]) {
    let mut taken = Taken::default();
    for picture in pictures {
        picture.name = taken.unique(&picture.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_every_system_has() {
        assert_eq!(slug("Comune di Forlì – 2024"), "comune-di-forli-2024");
        for (label, name) in
            [("CON", "con-x"), ("Nul", "nul-x"), ("COM1", "com1-x"), ("Console", "console"), ("…", "x")]
        {
            assert_eq!(slug(label), name);
        }
        assert_eq!(slug(&"a".repeat(200)).len(), 60);
    }

    #[test]
    fn no_two_names_are_the_same() {
        let mut taken = Taken::default();
        let names: Vec<String> = ["a", "A", "a__2", "a", "b"].iter().map(|name| taken.unique(name)).collect();
        assert_eq!(names, ["a", "A__2", "a__2__2", "a__3", "b"]);
        // Of many equal ones none is looked for among all.
        let last = (0..50_000).map(|_| taken.unique("c")).last();
        assert_eq!(last.as_deref(), Some("c__50000"));
    }
}
