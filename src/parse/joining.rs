//! What the settings say of names: who has several, who shares one, who is a collective.

use foldhash::HashMap;

use crate::settings::{Name, Namesake, Settings, Staff};

/// What the settings say of names, by their keys.
#[derive(Debug, Default)]
pub struct Joining<'t> {
    /// All the names of a person who has several.
    pub same: HashMap<&'t str, &'t [Name]>,
    /// The headcount of collectives, where it is known.
    pub collectives: HashMap<&'t str, Option<u32>>,
    /// The projects of people who share their name with others, and what tells them apart.
    pub namesakes: HashMap<&'t str, Vec<(&'t Namesake, String)>>,
}

impl<'t> Joining<'t> {
    /// What some settings say.
    pub fn of(settings: &'t Settings) -> Self {
        let mut joining = Self::default();
        for group in &settings.same_person {
            let names = group.names();
            joining.same.extend(names.iter().map(|name| (&*name.key, names)));
        }
        for collective in &settings.collective {
            let headcount = collective.headcount.as_ref().map(|headcount| *headcount.get_ref());
            joining.collectives.insert(&collective.name.key, headcount);
        }
        for namesake in &settings.namesake {
            let known = joining.namesakes.entry(&namesake.name.key).or_default();
            let label = namesake.label.clone().unwrap_or_else(|| (known.len() + 1).to_string());
            known.push((namesake, label));
        }
        joining
    }

    /// The line of the staff file in which a person stands, by whichever name.
    pub fn staff_line(&self, key: &str, staff: &Staff) -> Option<usize> {
        // Of people of one name the staff file may have one line for all.
        let shared = key.split_once(" (").map_or(key, |(name, _)| name);
        let others = || self.same.get(key)?.iter().find_map(|name| staff.find(&name.key));
        staff.find(key).or_else(others).or_else(|| staff.find(shared))
    }

    /// Whether the settings tell apart who has this name.
    pub fn is_namesake(&self, key: &str) -> bool {
        self.namesakes.contains_key(key)
    }

    /// What tells the one with this name who works on this project from the others.
    pub fn namesake(&self, key: &str, project: Option<&str>) -> Option<String> {
        let (own, project) = (self.namesakes.get(key)?, project?);
        own.iter().find(|(namesake, _)| namesake.has(project)).map(|(_, label)| label.clone())
    }

    /// The key of the name by which whoever has a name goes.
    pub fn first<'k>(&'k self, key: &'k str) -> &'k str {
        self.same.get(key).map_or(key, |names| &*names[0].key)
    }
}
