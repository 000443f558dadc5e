//! How the files of pictures are called.

use std::collections::HashSet;

use super::{Picture, slug};
use crate::survey::PlanInfo;

/// What stands in a file name for the plan until its label is certain.
pub(super) const PLAN: &str = "@plan@";

/// Puts what a file name says of the plan into the names of its pictures: its year, or more where there are several
/// plans.
pub fn name_after_plan(pictures: &mut [Picture], info: &PlanInfo, several: bool) {
    let year: String = info.label.chars().skip_while(|c| !c.is_ascii_digit()).take(4).collect();
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let plan = if is_year && !several { year } else { slug(&info.label) };
    for picture in pictures {
        picture.name = picture.name.replace(PLAN, &plan);
    }
}

/// Numbers the pictures whose names are those of others: people whose names differ in signs alone.
pub fn tell_apart(pictures: &mut [Picture]) {
    let mut known: HashSet<String> = HashSet::with_capacity(pictures.len());
    for picture in pictures {
        let name = picture.name.clone();
        let mut number = 2;
        while !known.insert(picture.name.clone()) {
            picture.name = format!("{name}__{number}");
            number += 1;
        }
    }
}
