//! The guide: every command in it does what it says, in a folder like a reader's.

use std::fs;
use std::path::Path;

use crate::support::Folder;

#[test]
fn every_command_of_the_guides_works() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).expect(path);
    for (guide, least) in [("docs/guida.md", 16), ("docs/guide.md", 16)] {
        let page = read(guide);
        let mut folder = Folder::new();
        for path in ["docs/score.csv", "docs/anno/impegni.csv"] {
            folder = folder.add(path, read(path));
        }
        let shown = ["docs/offices/valdombra", "docs/offices/pietrachiara", "docs/offices/altacosta"];
        for of in ["data/reggio-emilia-2024"].into_iter().chain(shown) {
            for entry in fs::read_dir(root.join(of)).expect(of) {
                let path = entry.expect("an entry").path();
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                folder = folder.add(&format!("{of}/{name}"), fs::read(&path).expect("a file"));
            }
        }
        // What the page shows of the staff file is what its command reads.
        let staff = page.split("```csv\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a staff file");
        let folder = folder.add("personale.csv", staff);
        let mut commands = 0;
        let blocks = page.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
        for line in blocks.flat_map(str::lines) {
            let args: Vec<&str> = line.strip_prefix("cento ").expect("a command of cento").split_whitespace().collect();
            let run = folder.cento(&args);
            assert!(run.status < 2, "{guide}: {line}\n{}", run.stderr);
            commands += 1;
        }
        assert!(commands >= least, "{guide}: {commands}");
        // The settings that the page shows are read, too.
        let settings = page.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("settings");
        let folder = folder.add("own.toml", settings);
        let run = folder.cento(&["check", "data", "-q", "--settings", "own.toml"]);
        assert!(run.status < 2 && run.stdout.starts_with("57 persone"), "{}{}", run.stdout, run.stderr);
    }
}
