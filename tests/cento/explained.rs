//! What the findings mean: the same for everybody who asks, on the command line and in the docs.

use std::fs;
use std::path::Path;

use cento::finding::Code;

use crate::support::cento;

#[test]
fn the_docs_are_what_the_program_says() {
    for (lang, page) in [("en", "docs/findings.md"), ("it", "docs/findings.it.md")] {
        let said = cento(&["explain", "--page", "--lang", lang]).stdout;
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(page);
        if std::env::var_os("CENTO_WRITE_DOCS").is_some() {
            fs::write(&path, &said).expect("the page can be written");
        }
        let written = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(written, said, "{page}: CENTO_WRITE_DOCS=1 cargo test explained writes it");
        for code in Code::ALL {
            assert!(written.contains(&format!("| [{0}](#{1})", code.code(), code.code().to_lowercase())), "{page}");
            assert!(written.contains(&format!("\n## {} ", code.code())), "{page}");
        }
        let examples: Vec<&str> =
            written.split("](../tests/gallery/").skip(1).map_while(|rest| rest.split(')').next()).collect();
        assert_eq!(examples.len(), Code::ALL.len(), "{page}");
        for example in examples {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gallery").join(example);
            assert!(path.exists(), "{page}: {example}");
        }
    }
}

#[test]
fn every_code_is_explained_in_both_languages() {
    for code in Code::ALL.iter().map(|code| code.code()) {
        for (lang, headings) in [
            ("it", ["Che cosa trova", "Perché conta", "Che cosa fare"]),
            ("en", ["What it finds", "Why it matters", "What to do"]),
        ] {
            let said = cento(&["explain", &code.to_lowercase(), "--lang", lang]);
            assert_eq!(said.status, 0);
            assert!(said.stdout.starts_with(&format!("{code} ")), "{}", said.stdout);
            assert!(headings.iter().all(|heading| said.stdout.contains(heading)), "{}", said.stdout);
        }
    }
    let list = cento(&["explain"]).stdout;
    assert!(Code::ALL.iter().all(|code| list.contains(code.code())), "{list}");
    let json = cento(&["explain", "A", "--format", "json"]).json();
    assert_eq!(json["explanations"].as_array().expect("explanations").len(), 7);
    assert_eq!(cento(&["explain", "Z999"]).status, 2);
}
