//! The words of every output, from one file for each language.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::LanguageIdentifier;

/// A language that cento speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Italian.
    Italian,
    /// English.
    English,
}

impl Language {
    /// The language for a locale such as `en_GB.UTF-8`: English if it says so, otherwise Italian.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['_', '-', '.']).next().unwrap_or_default();
        if language.eq_ignore_ascii_case("en") { Self::English } else { Self::Italian }
    }
}

/// The values of a message's placeholders, by name.
pub type Args<'a> = &'a [(&'static str, FluentValue<'a>)];

/// The messages of one language.
pub struct Messages {
    language: Language,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages of a language.
    pub fn new(language: Language) -> Self {
        let source = match language {
            Language::Italian => include_str!("messages/it.ftl"),
            Language::English => include_str!("messages/en.ftl"),
        };
        Self::of(language, source)
    }

    /// What the findings mean, in a language: long texts, which few commands need.
    pub fn explanations(language: Language) -> Self {
        let source = match language {
            Language::Italian => include_str!("messages/explain.it.ftl"),
            Language::English => include_str!("messages/explain.en.ftl"),
        };
        Self::of(language, source)
    }

    fn of(language: Language, source: &str) -> Self {
        let id = match language {
            Language::Italian => "it",
            Language::English => "en",
        };
        let id: LanguageIdentifier = id.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The marks would stand between every name and its sentence in a terminal.
        bundle.set_use_isolating(false);
        // A test sees to it that the files are sound and have the same messages.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        Self { language, bundle }
    }

    /// The language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A message without placeholders.
    pub fn text(&self, id: &str) -> String {
        self.format(id, &[])
    }

    /// A message with its placeholders filled in.
    pub fn format(&self, id: &str, args: Args<'_>) -> String {
        self.filled(id, None, |_| args.iter().cloned().collect())
    }

    /// A message with its placeholders filled in by values that are worked out as it asks for them.
    pub fn fill<'a>(&self, id: &str, value: impl Fn(&str) -> Option<FluentValue<'a>>) -> String {
        self.filled(id, None, |pattern| {
            let mut names = Vec::new();
            self.placeholders(pattern, &mut names);
            names.into_iter().filter_map(|name| Some((name, value(name)?))).collect()
        })
    }

    /// The attribute of a message, such as `help`.
    pub fn attribute(&self, id: &str, attribute: &str) -> String {
        self.fill_attribute(id, attribute, &[])
    }

    /// The attribute of a message with its placeholders filled in.
    pub fn fill_attribute(&self, id: &str, attribute: &str, args: Args<'_>) -> String {
        self.filled(id, Some(attribute), |_| args.iter().cloned().collect())
    }

    fn filled<'m>(
        &'m self,
        id: &str,
        attribute: Option<&str>,
        values: impl FnOnce(&'m Pattern<&'m str>) -> FluentArgs<'m>,
    ) -> String {
        let Some(message) = self.bundle.get_message(id) else { return id.to_owned() };
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let Some(pattern) = pattern else { return id.to_owned() };
        let values = values(pattern);
        self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned()
    }

    /// Adds the placeholders of a message, and of those that it refers to, each once.
    fn placeholders<'m>(&'m self, pattern: &'m Pattern<&'m str>, names: &mut Vec<&'m str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::Placeable { expression: Expression::Inline(inline) } => self.inline(inline, names),
                PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                    self.inline(selector, names);
                    for variant in variants {
                        self.placeholders(&variant.value, names);
                    }
                }
                PatternElement::TextElement { .. } => {}
            }
        }
    }

    fn inline<'m>(&'m self, expression: &'m InlineExpression<&'m str>, names: &mut Vec<&'m str>) {
        match expression {
            InlineExpression::VariableReference { id } if !names.contains(&id.name) => names.push(id.name),
            InlineExpression::Placeable { expression } => {
                if let Expression::Inline(inner) = &**expression {
                    self.inline(inner, names);
                }
            }
            InlineExpression::MessageReference { id, .. } => {
                if let Some(pattern) = self.bundle.get_message(id.name).and_then(|message| message.value()) {
                    self.placeholders(pattern, names);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;

    /// The ids in a file, those of attributes as `id.attribute`.
    fn ids(source: &str) -> Vec<String> {
        assert!(FluentResource::try_new(source.to_owned()).is_ok(), "the file is sound");
        let mut ids: Vec<String> = Vec::new();
        for (name, _) in source.lines().filter_map(|line| line.split_once(" = ")) {
            match name.trim_start().strip_prefix('.') {
                Some(attribute) => {
                    let message = ids.iter().rev().find(|id| !id.contains('.')).expect("an attribute of a message");
                    ids.push(format!("{message}.{attribute}"));
                }
                None if !name.starts_with(' ') => ids.push(name.to_owned()),
                None => {}
            }
        }
        ids
    }

    #[test]
    fn both_languages_have_the_same_messages() {
        assert_eq!(ids(include_str!("messages/it.ftl")), ids(include_str!("messages/en.ftl")));
        assert_eq!(ids(include_str!("messages/explain.it.ftl")), ids(include_str!("messages/explain.en.ftl")));
    }

    #[test]
    fn no_message_is_written_twice() {
        for file in [include_str!("messages/it.ftl"), include_str!("messages/explain.it.ftl")] {
            let mut ids = ids(file);
            ids.sort_unstable();
            let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
            assert!(twice.is_empty(), "{twice:?}");
        }
    }

    #[test]
    fn a_message_asks_for_all_that_stands_in_it() {
        for language in [Language::Italian, Language::English] {
            let messages = Messages::new(language);
            for code in Code::ALL {
                let message = messages.fill(code.code(), |_| Some("x".into()));
                assert!(!message.contains("{$"), "{message}");
            }
            let rounded = messages.fill("A002", |name| (name == "person").then(|| "Poma".into()));
            assert!(rounded.contains("Poma"), "{rounded}");
        }
    }

    #[test]
    fn every_finding_has_its_words() {
        let ids = ids(include_str!("messages/it.ftl"));
        for code in Code::ALL {
            assert!(ids.contains(&code.code().to_owned()), "{}", code.code());
            assert!(ids.contains(&format!("{}.help", code.code())), "{}", code.code());
        }
        let explained: Vec<String> = Code::ALL
            .iter()
            .flat_map(|code| ["", ".what", ".why", ".do"].map(|part| format!("{}{part}", code.code())))
            .collect();
        assert_eq!(self::ids(include_str!("messages/explain.it.ftl")), explained);
    }

    #[test]
    fn locales_choose_the_language() {
        assert_eq!(Language::of_locale("en_GB.UTF-8"), Language::English);
        assert_eq!(Language::of_locale("it-IT"), Language::Italian);
        assert_eq!(Language::of_locale("C"), Language::Italian);
    }
}
