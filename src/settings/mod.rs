//! What the user tells the program about a plan: `cento.toml`, the staff file, given weights and results,
//! validated.

mod at_row;
mod contracts;
mod csv_table;
mod doubted;
mod entries;
mod fault;
mod file;
mod given_weights;
mod header;
mod keys;
mod likely_shares;
mod layout;
mod pattern;
mod raw_row;
mod recipe;
mod results;
mod sheets_table;
mod staff;
mod staff_columns;
mod staff_days;
mod staff_line;
mod table;
mod tolerance;
mod torn;
mod unread;
mod working_time;

use serde::Deserialize;

pub use at_row::AtRow;
pub use entries::{Accepted, CollectiveEntry, FloorEntry, Name, NameGroup, Namesake};
pub use fault::{Doubt, Fault, SettingsError};
pub use given_weights::{GivenWeight, GivenWeights, hundredths};
pub use layout::{Base, FigureUnit, LayoutEntry, LayoutHeaders, LayoutSettings, OwnHeader, PercentScale};
pub use pattern::Pattern;
pub use recipe::{ColumnAt, TableRecipe};
pub use results::{Actual, ResultFault, ResultLine, Results};
pub use staff::Staff;
pub use staff_line::StaffLine;
pub use table::PassedOver;
pub use tolerance::{ToleranceFault, valid_tolerance};

use crate::finding::FailOn;
use crate::model::Percent;
use crate::source::decode::{Decoded, decode};
use crate::source::{Document, Place};

/// The name of the settings file, beside a plan's documents or in the working folder.
pub const SETTINGS_FILE: &str = "cento.toml";

/// The settings of one plan.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// `[entity]`: whose plan it is.
    pub entity: EntitySettings,
    /// `[plan]`: how it is called.
    pub plan: PlanSettings,
    /// `[check]`: how it is judged.
    pub check: CheckSettings,
    /// `[[same_person]]`: names that are one person, who is shown by the first.
    pub same_person: Vec<NameGroup>,
    /// `[[not_same]]`: names that are different people, however alike.
    pub not_same: Vec<NameGroup>,
    /// `[[namesake]]`: one of several people of one name, told apart by project.
    pub namesake: Vec<Namesake>,
    /// `[[collective]]`: a name that is several people.
    pub collective: Vec<CollectiveEntry>,
    /// `[[accepted]]`: findings that are settled.
    pub accepted: Vec<Accepted>,
    /// `[weights]`: how directors' weights are found.
    pub weights: WeightSettings,
    /// `[layout]`: how the documents are written, where the program does not know it.
    pub layout: LayoutSettings,
    /// The file itself; none where there is none.
    #[serde(skip)]
    document: Option<Document>,
}

/// Whose plan it is, where the documents do not say it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntitySettings {
    /// The body's name, e.g. `Comune di Modena`.
    pub name: Option<String>,
    /// The body's code in the public index, e.g. `c_h223`.
    pub code: Option<String>,
}

/// How the plan is called, where the documents do not say it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanSettings {
    /// The name of the plan in every output.
    pub label: Option<String>,
    /// The year.
    pub year: Option<u16>,
}

/// How the plan is judged.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CheckSettings {
    /// By how much a total may miss the capacity and still be full, in percent.
    #[serde(deserialize_with = "tolerance::tolerance")]
    pub tolerance_percent: Option<Percent>,
    /// The severity from which on findings make the check fail.
    pub fail_on: Option<FailOn>,
}

/// How the weights of directors are found.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WeightSettings {
    /// `[[weights.floor]]`: projects whose weight is fixed.
    pub floor: Vec<FloorEntry>,
}

impl Settings {
    /// The settings in the bytes of a file, called by its path.
    ///
    /// # Errors
    ///
    /// A file that is no text or no TOML, has a key that means nothing or an entry that cannot hold; with the line.
    ///
    /// ```
    /// use cento::settings::Settings;
    ///
    /// let settings = Settings::of("cento.toml", b"[plan]\nyear = 2026\n".to_vec())?;
    /// assert_eq!(settings.plan.year, Some(2026));
    /// # Ok::<(), cento::settings::SettingsError>(())
    /// ```
    pub fn of(path: &str, bytes: Vec<u8>) -> Result<Self, SettingsError> {
        let document = document(path, bytes)?;
        let invalid = |(offset, fault)| SettingsError::Invalid {
            path: document.path().to_owned(),
            at: AtRow::line_of_text(document.line_at(offset)),
            fault,
        };
        keys::check(document.text()).map_err(invalid)?;
        let mut settings: Self = toml::from_str(document.text()).map_err(|error| invalid(keys::syntax(&error)))?;
        entries::check(&settings).map_err(invalid)?;
        layout::check(&settings.layout).map_err(invalid)?;
        settings.document = Some(document);
        Ok(settings)
    }

    /// Whether the settings say nothing of people.
    pub fn is_silent(&self) -> bool {
        self.same_person.is_empty()
            && self.not_same.is_empty()
            && self.namesake.is_empty()
            && self.collective.is_empty()
    }

    /// The key of the name by which whoever has the name with this key goes.
    pub fn first_name<'k>(&'k self, key: &'k str) -> &'k str {
        let group = self.same_person.iter().find(|group| group.names().iter().any(|name| name.key == key));
        group.map_or(key, |group| &group.names()[0].key)
    }

    /// Whether two names with these keys are those of different people.
    pub fn are_told_apart(&self, one: &str, other: &str) -> bool {
        let has = |group: &NameGroup, key: &str| group.names().iter().any(|name| name.key == key);
        one != other && self.not_same.iter().any(|group| has(group, one) && has(group, other))
    }

    /// Every name that the settings write.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        let groups = self.same_person.iter().chain(&self.not_same).flat_map(NameGroup::names);
        let namesakes = self.namesake.iter().map(|namesake| &namesake.name);
        let collectives = self.collective.iter().map(|collective| &collective.name);
        let accepted = self.accepted.iter().filter_map(|accepted| accepted.person.as_ref());
        groups.chain(namesakes).chain(collectives).chain(accepted)
    }

    /// The path of the file; none where there is none.
    pub fn path(&self) -> Option<&str> {
        self.document.as_ref().map(Document::path)
    }

    /// Where something that is written in the file stands.
    pub fn place(&self, range: &std::ops::Range<usize>) -> Option<Place<'_>> {
        let document = self.document.as_ref()?;
        Some(document.place(document.text().get(range.clone())?))
    }
}

/// A file of the user's as text, in whatever encoding it is.
fn document(path: &str, bytes: Vec<u8>) -> Result<Document, SettingsError> {
    let size = bytes.len() as u64;
    match decode(bytes) {
        Decoded::Text(text) => Ok(Document::new(path.to_owned(), true, size, text)),
        Decoded::Binary => {
            Err(SettingsError::Invalid { path: path.to_owned(), at: AtRow::line_of_text(1), fault: Fault::NotText })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(text: &str) -> Result<Settings, (u32, Fault)> {
        Settings::of(SETTINGS_FILE, text.into()).map_err(|error| match error {
            SettingsError::Invalid { at, fault, .. } => (at.line(), fault),
            SettingsError::Unreadable { error, .. } => panic!("{error}"),
        })
    }

    #[test]
    fn reads_what_it_knows() {
        let text = "[entity]\nname = 'Comune di Modena'\n[check]\ntolerance_percent = 0.01\nfail_on = 'warning'\n\
            [[same_person]]\nnames = ['Rossi Ada', 'Rosi Ada']\n\
            [[accepted]]\ncode = 'A002'\nperson = 'Verdi Ugo'\nreason = 'altro ente'\nuntil = 2026-12-31\n";
        let settings = load(text).unwrap();
        assert_eq!(settings.entity.name.as_deref(), Some("Comune di Modena"));
        assert_eq!(settings.check.tolerance_percent, Some(Percent::from_millionths(10_000)));
        assert_eq!(settings.check.fail_on, Some(FailOn::Warning));
        assert_eq!(settings.same_person[0].names()[1].key, "rosi ada");
        let place = settings.place(&settings.same_person[0].names()[1].range).unwrap();
        assert_eq!((place.line(), place.raw()), (7, "'Rosi Ada'"));
        assert!(!settings.accepted[0].is_past(jiff::civil::date(2026, 12, 31)));
        assert!(settings.accepted[0].is_past(jiff::civil::date(2027, 1, 1)));
    }

    #[test]
    fn refuses_what_it_does_not_know_with_its_line_and_the_nearest_key() {
        let unknown = |text| match load(text) {
            Err((line, Fault::UnknownKey { nearest, .. })) => (line, nearest),
            other => panic!("{other:?}"),
        };
        assert_eq!(unknown("[check]\ntollerance_percent = 1\n"), (2, Some("tolerance_percent")));
        assert_eq!(unknown("[chek]\n"), (1, Some("check")));
        assert_eq!(unknown("\n[[collective]]\nname = 'a'\nhead_count = 3\n"), (4, Some("headcount")));
        assert_eq!(unknown("colour = 'red'\n"), (1, None));
    }

    #[test]
    fn a_layout_is_read_and_refused() {
        let settings = load(
            "[layout]\nproject_code = ['OB.##']\nunit = 'hours'\nhours_per_year = 1548\n[layout.headings]\nperson = ['Addetto/a']\n",
        )
        .unwrap();
        assert_eq!(settings.layout.project_code[0].split("OB.12 Titolo"), Some(("OB.12", " Titolo")));
        assert_eq!(settings.layout.headers.meaning("addettoa"), Some(crate::model::Meaning::Person));
        let fault = |text: &str| load(text).unwrap_err();
        assert_eq!(fault("[layout]\nunit = 'hours'\n"), (2, Fault::Empty("hours_per_year")));
        assert_eq!(fault("[layout]\nproject_code = ['@@']\n"), (2, Fault::Pattern { written: "@@".to_owned() }));
        assert_eq!(fault("[layout]\npercent_scale = 'promille'\n").0, 2);
        assert_eq!(fault("[layout]\nhours_per_year = 0\n").0, 2);
        let headers = |count: usize| {
            let headers: Vec<String> = (0..count).map(|at| format!("'Colonna {at}'")).collect();
            format!("[layout.headings]\naside = [{}]\n", headers.join(", "))
        };
        assert!(load(&headers(200)).is_ok());
        assert_eq!(fault(&headers(201)), (2, Fault::TooMany { section: "[layout]", most: 200 }));
        assert_eq!(fault(&format!("[layout]\ncdr_code = [{}]\n", "'S#', ".repeat(201))).0, 2);
        let twice = "[layout.headings]\nrole = ['Fascia']\nshare = ['fascia']\n";
        assert_eq!(fault(twice), (3, Fault::NameTwice { name: "fascia".to_owned() }));
        assert!(matches!(
            fault("[layout.headings]\npersons = ['x']\n"),
            (2, Fault::UnknownKey { nearest: Some("person"), .. })
        ));
    }

    #[test]
    fn refuses_what_cannot_hold() {
        let fault = |text| load(text).unwrap_err();
        assert_eq!(fault("[check]\ntolerance_percent = -1\n").0, 2);
        assert_eq!(fault("[check]\ntolerance_percent = '0.0000001'\n").0, 2);
        assert_eq!(fault("[check\n").0, 1);
        assert_eq!(
            fault("[[same_person]]\nnames = ['Rossi Ada', 'ROSSI ADA']\n"),
            (2, Fault::TooFewNames("same_person"))
        );
        let twice = "[[same_person]]\nnames = ['A B', 'C D']\n[[not_same]]\nnames = ['C D', 'A B']\n";
        assert_eq!(fault(twice), (4, Fault::NameTwice { name: "A B".to_owned() }));
        let twice = "[[same_person]]\nnames = ['A B', 'C D']\n[[same_person]]\nnames = ['a b', 'E F']\n";
        assert_eq!(fault(twice), (4, Fault::NameTwice { name: "a b".to_owned() }));
        assert_eq!(fault("[[collective]]\nname = 'Tutti'\nheadcount = 0\n"), (3, Fault::Headcount));
        assert_eq!(
            fault("[[accepted]]\ncode = 'A02'\nproject = 'x'\nreason = 'y'\n"),
            (2, Fault::UnknownCode { code: "A02".to_owned(), nearest: Some("A002") })
        );
        assert_eq!(fault("[[accepted]]\ncode = 'A002'\nreason = 'y'\n"), (2, Fault::AcceptedOfNothing));
    }
}
