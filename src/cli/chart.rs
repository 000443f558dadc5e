//! `cento chart`: the pictures, each in a file of its own with its words beside it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use rayon::prelude::*;

use super::error::Failure;
use super::lock::Lock;
use super::output::Output;
use super::person::nearest;
use super::pictured::{documents, is_of_another_plan};
use super::progress::{with_progress, with_progress_of};
use super::weighing::RuleArgs;
use super::whole::replace_held;
use super::{Format, Global, Outcome, only};
use crate::analyse::{AnalysisError, Standing, WeightRules, Weights, WeightsFault, of_plan, people, weights};
use crate::identity;
use crate::model::{Plan, decimal};
use crate::present::chart::{
    DPI, Kind, Material, Picture, SOFTWARE, Scope, name_after_plan, picture_width, pictures, tell_apart,
};
use crate::present::{Names, Naming};
use crate::read::FilesRead;
use crate::survey::{Batch, survey};

/// What the pictures take besides.
#[derive(Debug, Clone, Args)]
pub struct ChartArgs {
    #[arg(value_name = "KIND[,KIND…]")]
    kinds: String,
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    #[arg(long, value_enum, value_name = "WHAT")]
    by: Option<By>,
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    cdr: Vec<String>,
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    projects: Vec<String>,
    #[arg(long, value_name = "NAME")]
    person: Vec<String>,
    #[command(flatten)]
    weighing: RuleArgs,
    #[arg(long, value_name = "TITLE")]
    title: Option<String>,
    #[arg(long, value_name = "CM", default_value = "16", hide_default_value = true)]
    width_cm: String,
    #[arg(long, value_name = "DPI", default_value_t = DPI, hide_default_value = true, value_parser = clap::value_parser!(u32).range(36..=1200))]
    dpi: u32,
    #[arg(long)]
    force: bool,
}

/// How the people are divided into pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum By {
    Cdr,
}

/// What of a plan is asked for and not there.
#[derive(Debug)]
pub enum Unknown {
    /// A CDR.
    Cdr { code: String, known: Vec<String> },
    /// A project.
    Project { code: String, nearest: Option<String> },
    /// A person.
    Person { name: String, known: Vec<(String, String)> },
    /// One person alone.
    Persons { name: String, names: Vec<String> },
    /// What weights need.
    Weights(WeightsFault),
}

/// Draws the pictures of the plans into a folder.
pub fn run(args: &ChartArgs, global: &Global, output: &Output) -> Result<Outcome, Failure> {
    only(global.format, &[Format::Table, Format::Png, Format::Svg])?;
    let folder = global.output.clone().ok_or(Failure::NoFolder)?;
    let kinds = kinds(&args.kinds)?;
    refuse_useless(args, &kinds)?;
    let how = How { kinds: &kinds, width: width(&args.width_cm)?, rules: args.weighing.rules(output)? };
    global.keep_inputs(args.weighing.file().into_iter())?;
    let options = global.options(&args.paths)?;
    let survey = with_progress(output, |progress| {
        survey(&options, progress, |batch| {
            let standings = people(batch.plans, batch.frame, batch.tolerances)?;
            (0..batch.plans.len())
                .map(|number| of_plan_pictures(args, &how, output, batch, &standings, number))
                .collect()
        })
    })?;
    let several = survey.plans.len() > 1;
    let mut all: Vec<Picture> = Vec::new();
    for (mut info, (names, drawn)) in survey.plans {
        let documents = documents(&folder, &info.inputs);
        names.hide_in(&mut info);
        let mut drawn = drawn.map_err(|unknown| failure(unknown, output))?;
        for picture in &mut drawn {
            picture.documents.clone_from(&documents);
        }
        name_after_plan(&mut drawn, &info, several);
        all.append(&mut drawn);
    }
    let lacks_parts =
        kinds.contains(&Kind::Timeline) && !all.iter().any(|picture| picture.name.starts_with("timeline__"));
    match (all.is_empty(), lacks_parts) {
        (true, true) if kinds == [Kind::Timeline] => return Err(Failure::NoParts),
        (true, _) => return Err(Failure::NothingToDraw),
        (false, true) => output.note("chart-no-parts", ""),
        (false, false) => {}
    }
    tell_apart(&mut all);
    let read = FilesRead::of(survey.read.iter().chain(&global.key).chain(args.weighing.file()).map(PathBuf::as_path));
    write_all(&all, &folder, &read, args, global, output)?;
    told_lacking(&all, output);
    output.note_count("chart-written", all.len(), &folder.to_string_lossy());
    Ok(Outcome::Clean)
}

/// Refuses options that none of the kinds heeds, or that some would not.
fn refuse_useless(args: &ChartArgs, kinds: &[Kind]) -> Result<(), Failure> {
    let has = |kind: Kind| kinds.contains(&kind) || kinds.contains(&Kind::All);
    let whole: Vec<Kind> = kinds.iter().copied().filter(|kind| !kind.takes_cdrs()).collect();
    let weighing = args
        .weighing
        .given()
        .map(|(option, is_given)| (option, is_given && !has(Kind::Weights), kinds.to_vec(), "weights"));
    let rules: [(&'static str, bool, Vec<Kind>, &'static str); 4] = [
        ("--cdr", !args.cdr.is_empty() && !whole.is_empty(), whole, "people, timeline, matrix, weights"),
        ("--projects", !args.projects.is_empty() && !has(Kind::Matrix), kinds.to_vec(), "matrix"),
        (
            "--person",
            !args.person.is_empty() && !has(Kind::Person) && !has(Kind::Timeline),
            kinds.to_vec(),
            "person, timeline",
        ),
        ("--by", args.by.is_some() && !has(Kind::People) && !has(Kind::Timeline), kinds.to_vec(), "people, timeline"),
    ];
    let useless = rules.into_iter().chain(weighing).find(|(_, is_useless, ..)| *is_useless);
    let Some((option, _, kinds, is_for)) = useless else { return Ok(()) };
    let names = kinds.iter().filter_map(Kind::to_possible_value).map(|value| value.get_name().to_owned());
    Err(Failure::NoUse { option, kinds: names.collect(), is_for })
}

/// The kinds that are asked for, between commas.
fn kinds(given: &str) -> Result<Vec<Kind>, Failure> {
    let kind = |name: &str| {
        let known = Kind::from_str(name.trim(), true);
        known.map_err(|_| Failure::UnknownKind { kind: name.trim().to_owned(), known: kind_names() })
    };
    given.split(',').map(kind).collect()
}

/// The names of all kinds.
fn kind_names() -> Vec<String> {
    let names = Kind::value_variants().iter().filter_map(Kind::to_possible_value);
    names.map(|value| value.get_name().to_owned()).collect()
}

/// The width in millimetres.
fn width(centimetres: &str) -> Result<f64, Failure> {
    let bad = || Failure::BadWidth { value: centimetres.to_owned() };
    decimal(centimetres.trim()).and_then(picture_width).ok_or_else(bad)
}

/// What is drawn, and how.
struct How<'a> {
    kinds: &'a [Kind],
    width: f64,
    rules: WeightRules,
}

/// The pictures of one plan of a batch.
type OfPlan = (Names, Result<Vec<Picture>, Unknown>);

fn of_plan_pictures(
    args: &ChartArgs,
    how: &How<'_>,
    output: &Output,
    batch: &Batch<'_, '_>,
    standings: &[Standing],
    number: usize,
) -> Result<OfPlan, AnalysisError> {
    let plan = &batch.plans[number];
    let names = Names::in_batch(&output.view, batch, number);
    let standings = of_plan(standings, number);
    // Other pictures need no weights, and are drawn even where there can be none.
    let needs_weights = how.kinds.iter().any(|kind| matches!(kind, Kind::Weights | Kind::All));
    let weighed =
        if needs_weights { weights(plan, batch.settings[number], &how.rules, None) } else { Ok(Weights::default()) };
    let (scope, weights) = match (scope(args, plan, &names), weighed) {
        (Ok(scope), Ok(weights)) => (scope, weights),
        (Err(unknown), _) => return Ok((names, Err(unknown))),
        (_, Err(fault)) => return Ok((names, Err(Unknown::Weights(fault)))),
    };
    let material = Material {
        width: how.width,
        title: args.title.as_deref().map(|title| names.text(title).into_owned()),
        ..Material::of_plan(&output.view, batch, standings, number, &names, weights)?
    };
    let drawn = pictures(&material, how.kinds, &scope);
    Ok((names, Ok(drawn)))
}

/// What of a plan is asked for.
fn scope(args: &ChartArgs, plan: &Plan<'_>, names: &Names) -> Result<Scope, Unknown> {
    let cdr = |code: &String| {
        let place = plan.cdrs.iter().position(|cdr| cdr.code.eq_ignore_ascii_case(code.trim()));
        place.map(|place| vec![place]).ok_or_else(|| Unknown::Cdr {
            code: code.clone(),
            known: plan.cdrs.iter().map(|cdr| cdr.code.to_string()).collect(),
        })
    };
    let project = |code: &String| {
        let is_meant = |project: &crate::model::Project<'_>| {
            let own = &*project.code;
            own.eq_ignore_ascii_case(code.trim())
                || own.rsplit('_').next().is_some_and(|short| short.eq_ignore_ascii_case(code.trim()))
        };
        // A short code may be that of several.
        let found: Vec<usize> = (0..plan.projects.len()).filter(|&at| is_meant(&plan.projects[at])).collect();
        if found.is_empty() { Err(Unknown::Project { code: code.clone(), nearest: None }) } else { Ok(found) }
    };
    let person = |name: &String| {
        let is_meant = |subject: &crate::model::Subject<'_>| {
            identity::keys(subject).iter().any(|key| identity::matches(key, name))
                || (!names.are_plain() && identity::key(&names.name(&subject.name)) == identity::key(name))
        };
        let wanted = identity::sorted_words(&identity::key(name));
        let is_whole =
            |at: &&usize| identity::keys(&plan.subjects[**at]).iter().any(|key| identity::sorted_words(key) == wanted);
        let found: Vec<usize> = (0..plan.subjects.len()).filter(|&at| is_meant(&plan.subjects[at])).collect();
        let whole: Vec<usize> = found.iter().filter(is_whole).copied().collect();
        let known = || plan.subjects.iter().map(|s| (s.key.clone(), names.name(&s.name).into_owned())).collect();
        match if whole.is_empty() { &found } else { &whole }[..] {
            [] => Err(Unknown::Person { name: name.clone(), known: known() }),
            [one] => Ok(vec![one]),
            ref several => Err(Unknown::Persons {
                name: name.clone(),
                names: several.iter().map(|&at| names.name(&plan.subjects[at].name).into_owned()).collect(),
            }),
        }
    };
    let list = |given: &[String], find: &dyn Fn(&String) -> Result<Vec<usize>, Unknown>| {
        let found: Result<Vec<Vec<usize>>, Unknown> = given.iter().map(find).collect();
        found.map(|found| (!found.is_empty()).then(|| found.concat()))
    };
    Ok(Scope {
        cdrs: list(&args.cdr, &cdr)?,
        by_cdr: args.by == Some(By::Cdr),
        projects: list(&args.projects, &project)?,
        subjects: list(&args.person, &person)?,
    })
}

fn failure(unknown: Unknown, output: &Output) -> Failure {
    match unknown {
        Unknown::Cdr { code, known } => Failure::UnknownCdr { code, known },
        Unknown::Persons { name, names } => {
            let is_hidden = output.view.naming != Naming::Plain;
            Failure::ManyPersons { name: (!is_hidden).then_some(name), names }
        }
        Unknown::Weights(fault) => fault.into(),
        Unknown::Project { code, nearest } => Failure::UnknownProject { code, nearest },
        Unknown::Person { name, known } => {
            let nearest = nearest(known, &name);
            let is_hidden = output.view.naming != Naming::Plain;
            Failure::UnknownPerson { name: (!is_hidden).then_some(name), nearest }
        }
    }
}

/// Writes every picture and its words, in parallel; before the first is written, it is certain that all may be.
fn write_all(
    pictures: &[Picture],
    folder: &Path,
    read: &FilesRead<'_>,
    args: &ChartArgs,
    global: &Global,
    output: &Output,
) -> Result<(), Failure> {
    let is_svg = global.format == Format::Svg;
    let extension = if is_svg { "svg" } else { "png" };
    let unwritable = |path: &Path, error| Failure::Output { path: path.to_owned(), error };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, error))?;
    let path = |picture: &Picture, extension: &str| folder.join(format!("{}.{extension}", picture.name));
    let lock = Lock::within(folder, folder)?;
    lock.sweep();
    let mut targets = pictures.iter().flat_map(|picture| [path(picture, extension), path(picture, "alt.txt")]);
    if let Some(input) = targets.clone().find_map(|path| read.at(&path)) {
        return Err(Failure::OutputIsInput { path: input.to_string_lossy().into_owned() });
    }
    if let Some(path) = targets.find(|path| path.exists() && !path.is_file()) {
        return Err(Failure::Foreign { path });
    }
    if !args.force {
        let foreign = pictures.iter().map(|picture| path(picture, extension)).find(is_foreign);
        let words = pictures.iter().find(|picture| {
            let alone = !path(picture, "png").exists() && !path(picture, "svg").exists();
            alone && path(picture, "alt.txt").exists()
        });
        let foreign = foreign.or_else(|| words.map(|picture| path(picture, "alt.txt")));
        if let Some(path) = foreign {
            return Err(Failure::Foreign { path });
        }
        // The words beside a picture are those of either form.
        let either = pictures.iter().flat_map(|picture| ["png", "svg"].map(|form| (path(picture, form), picture)));
        let is_of_another = |path: &Path, picture: &Picture| {
            fs::read(path).is_ok_and(|there| is_of_another_plan(&there, &picture.documents))
        };
        if let Some((path, _)) = either.into_iter().find(|(path, picture)| is_of_another(path, picture)) {
            return Err(Failure::OtherPlan { path });
        }
    }
    let write = |picture: &Picture| {
        let drawn = if is_svg { picture.svg().map(String::into_bytes) } else { picture.png(args.dpi) };
        let drawn = drawn.map_err(|error| Failure::Unwritable { reason: error.to_string() })?;
        let file = path(picture, extension);
        replace_held(&file, &drawn).map_err(|error| unwritable(&file, error))?;
        let words = path(picture, "alt.txt");
        replace_held(&words, format!("{}\n", picture.alternative).as_bytes()).map_err(|error| unwritable(&words, error))
    };
    with_progress_of(output, "progress-pictures", |progress| {
        progress.all.store(pictures.len(), std::sync::atomic::Ordering::Relaxed);
        pictures.par_iter().try_for_each(|picture| {
            let written = write(picture);
            progress.done.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            written
        })
    })
}

/// Whether a file is there that cento did not make.
fn is_foreign(path: &PathBuf) -> bool {
    let Ok(bytes) = fs::read(path) else { return path.exists() };
    let has = |mark: &[u8]| bytes.windows(mark.len()).any(|window| window == mark);
    let png = [b"Software\0", SOFTWARE.as_bytes()].concat();
    let svg = format!("<metadata>{SOFTWARE}</metadata>");
    !has(&png) && !has(svg.as_bytes())
}

/// Tells of characters that the fonts lack.
fn told_lacking(pictures: &[Picture], output: &Output) {
    let lacking: BTreeSet<char> = pictures.iter().flat_map(|picture| picture.lacking().iter().copied()).collect();
    if !lacking.is_empty() {
        let shown: Vec<String> = lacking.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        output.note("chart-lacking", &shown.join(", "));
    }
}
