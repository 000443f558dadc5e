//! The pictures look as those that are kept in `tests/pictures` and in the docs.
#![allow(clippy::float_arithmetic, clippy::cast_precision_loss, reason = "how far pictures are apart")]

use std::fs;
use std::path::{Path, PathBuf};

use crate::pictured_year::ODD_YEAR;
use crate::pictures::{chart, files, odd_plan, png_of};
use crate::support::{Folder, cento};

/// How far two pictures are apart: the mean difference of their bytes, and the share of those that differ a lot.
fn distance(a: &[u8], b: &[u8]) -> (f64, f64) {
    let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| f64::from(a.abs_diff(*b))).collect();
    let count = differences.len() as f64;
    (differences.iter().sum::<f64>() / count, differences.iter().filter(|own| **own > 64.0).count() as f64 / count)
}

/// Red, green and blue of a picture, whatever its form.
fn rgb(path: &Path) -> ((u32, u32), Vec<u8>) {
    let (info, pixels) = png_of(path);
    let bytes = match (&info.palette, info.color_type) {
        (Some(palette), png::ColorType::Indexed) => {
            pixels.iter().flat_map(|&at| palette[usize::from(at) * 3..][..3].to_vec()).collect()
        }
        _ => pixels,
    };
    ((info.width, info.height), bytes)
}

/// Compares pictures with those that are kept in a folder; with `CENTO_WRITE_PICTURES` it keeps them instead.
fn assert_alike(kept: &str, drawn: &[PathBuf]) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(kept);
    if std::env::var_os("CENTO_WRITE_PICTURES").is_some() {
        fs::create_dir_all(&kept).expect("a folder");
        for path in drawn {
            fs::copy(path, kept.join(path.file_name().expect("a name"))).expect("a copy");
        }
    }
    let count = fs::read_dir(&kept).expect("a folder of pictures").count();
    assert_eq!(count, drawn.len(), "every picture has its like in {}, and no other is there", kept.display());
    for path in drawn {
        let name = path.file_name().expect("a name");
        let (size, own) = rgb(path);
        let (size_before, before) = rgb(&kept.join(name));
        assert_eq!(size, size_before, "{}", name.display());
        let (mean, far) = distance(&own, &before);
        assert!(mean < 0.5 && far < 0.002, "{}: {mean} {far}", name.display());
    }
}

#[test]
fn the_pictures_look_as_they_did() {
    let real = Folder::new();
    let target = real.path().join("out");
    let target = target.to_str().expect("a path");
    for some in [
        &["people", "--cdr", "04"][..],
        &["weights,fte-cdrs,fte-projects,distribution,person", "--person", "poma"],
        &["matrix", "--projects", "0101,0102,0103,0104,0105"],
    ] {
        let run = cento(&[&["chart"][..], some, &["data", "-o", target, "--dpi", "60"]].concat());
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
    let odd = Folder::new().add("plan/odd.md", odd_plan());
    let run = chart(&odd, &["people,distribution,matrix", "plan", "--dpi", "60"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let year = Folder::new().add("year/p.csv", ODD_YEAR);
    let run = chart(&year, &["timeline", "year", "--dpi", "60"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let drawn = [&real, &odd, &year].into_iter().flat_map(|folder| files(folder, ".png"));
    let drawn: Vec<PathBuf> = drawn.collect();
    assert_alike("tests/pictures", &drawn);
}

#[test]
fn the_pictures_in_the_docs_are_those_that_its_commands_draw() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures.md");
    let page = fs::read_to_string(page).expect("the page").replace("\\\n", " ");
    let folder = Folder::new();
    let target = folder.path().join("out");
    let mut commands = 0;
    for line in page.lines().filter_map(|line| line.strip_prefix("cento chart ")) {
        let (before, title) = line.split_once(" --title ").unwrap_or((line, ""));
        let before = before.replace("docs/pictures", target.to_str().expect("a path"));
        let mut args: Vec<&str> = vec!["chart"];
        args.extend(before.split_whitespace());
        if !title.is_empty() {
            args.extend(["--title", title.trim().trim_matches('"')]);
        }
        let run = cento(&args);
        assert_eq!(run.status, 0, "{}", run.stderr);
        commands += 1;
    }
    assert_eq!(commands, 5);
    // The one of a single project shows nothing that the others do not.
    let drawn: Vec<PathBuf> =
        files(&folder, ".png").into_iter().filter(|path| !path.to_string_lossy().contains("benedetti")).collect();
    for path in &drawn {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(page.contains(&format!("](pictures/{name})")), "{name}");
    }
    assert_alike("docs/pictures", &drawn);
}
