//! Names: what is one person's is so in either order, and whoever is alike is found.
#![no_main]

use cento::identity::{
    Neighbours, Shape, bare, key, kind_of, likely_reading, may_be_read_as, names_several, person_key, remarks, shown,
};
use libfuzzer_sys::fuzz_target;

/// A name has no more letters.
const LONGEST: usize = 200;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let names: Vec<&str> = text.lines().filter(|line| line.len() <= LONGEST).take(8).collect();
    names_several(&names);
    for name in &names {
        of_one(name);
    }
    let keys: Vec<String> = names.iter().map(|name| person_key(name)).collect();
    let shapes: Vec<Shape<'_>> = keys.iter().map(|key| Shape::of(key)).collect();
    let neighbours = Neighbours::of(&shapes);
    for (at, one) in shapes.iter().enumerate() {
        let near = neighbours.near(one);
        for (other_at, other) in shapes.iter().enumerate() {
            let likeness = one.likeness(other, |_, _| false);
            assert_eq!(likeness.is_some(), other.likeness(one, |_, _| false).is_some(), "{keys:?}: {at}, {other_at}");
            assert!(likeness.is_none() || near.contains(&other_at), "{keys:?}: {at} does not find {other_at}");
        }
        may_be_read_as(names[at], names[0]);
    }
});

fn of_one(name: &str) {
    let own = key(name);
    assert_eq!(key(&own), own, "{name:?}");
    assert_eq!(key(&shown(name)), own, "{name:?} is shown as {:?}", shown(name));
    assert_eq!(person_key(name), key(&bare(name)), "{name:?}");
    kind_of(&own);
    likely_reading(name);
    remarks(name);
}
