//! `rastau law`: lists the norms of the Law with their place in the code; compares a text of the Law.

use std::io::{Read, Write};
use std::path::Path;

use rastau_core::error::ActError;
use rastau_core::law::drift::{Drift, MAX_TEXT, Moved, drift};
use rastau_core::law::{ACT, Class, Norm, Place, Unit, articles as all_articles, norms};
use serde_json::{Value, json};

use super::rules::provision;
use crate::args::LawArgs;
use crate::error::CliError;
use crate::files::open_regular;
use crate::paint::Paint;
use crate::view::wrap;

/// The heading of the units before the first article.
const HEAD: &str = "Title, date and preamble";

pub fn run(args: &LawArgs) -> Result<u8, CliError> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let paint = Paint::stdout();
    let mut code = 0;
    if let Some(file) = &args.drift {
        let drift = compare(file)?;
        code = u8::from(!drift.is_none());
        if args.json {
            writeln!(out, "{}", json!(drift))?;
        } else {
            differences(&mut out, &drift, paint)?;
        }
    } else if args.coverage {
        if args.json { writeln!(out, "{}", coverage_json())? } else { coverage(&mut out, paint)? }
    } else if args.json {
        let selected = |norm: &&Norm| args.article.is_none() || number(norm) == args.article;
        writeln!(out, "{}", json!(norms().filter(selected).collect::<Vec<_>>()))?;
    } else if let Some(article) = args.article {
        one_article(&mut out, article, paint)?;
    } else {
        every_article(&mut out, paint)?;
    }
    out.flush()?;
    Ok(code)
}

/// Returns the number of a norm's article; `None` before the first article.
fn number(norm: &Norm) -> Option<u8> {
    norm.unit.article().and_then(|article| u8::try_from(article.main).ok())
}

fn heading(article: Option<u8>) -> String {
    let title =
        |article: u8| all_articles().find(|one| one.number == u16::from(article)).map_or("", |one| one.title);
    article.map_or(HEAD.to_string(), |article| format!("Article {article}. {}", title(article)))
}

fn articles() -> impl Iterator<Item = Option<u8>> {
    all_articles().map(|article| u8::try_from(article.number).ok().filter(|number| *number > 0))
}

fn of(article: Option<u8>) -> Vec<&'static Norm> {
    norms().filter(|norm| number(norm) == article).collect()
}

fn class(norm: &Norm, paint: Paint) -> String {
    let name = format!("{:<10}", norm.class.name());
    if norm.class == Class::Nothing { paint.dim(&name) } else { name }
}

/// Writes one line for each norm, in columns as wide as each article needs.
fn every_article(out: &mut impl Write, paint: Paint) -> Result<(), CliError> {
    writeln!(out, "Law No. {} of {}, \"{}\"", ACT.number, ACT.adopted_on, ACT.title)?;
    writeln!(
        out,
        "{}",
        paint.dim("`rastau law 22` shows one article in full, `rastau law --coverage` the counts.")
    )?;
    for article in articles() {
        let norms = of(article);
        writeln!(out, "\n{}", paint.bold(&heading(article)))?;
        let width = norms.iter().map(|norm| norm.id.len()).max().unwrap_or(0);
        for norm in norms {
            let summary = wrap(norm.summary, width + 16);
            write!(out, "  {:width$}  {}  {}", norm.id, class(norm, paint), summary.trim_start())?;
        }
    }
    Ok(())
}

/// Writes all details of the norms of an article.
fn one_article(out: &mut impl Write, article: u8, paint: Paint) -> Result<(), CliError> {
    writeln!(out, "{}", paint.bold(&heading(Some(article))))?;
    for norm in of(Some(article)) {
        let place = norm.citation().map(provision).unwrap_or_default();
        let note = if norm.unit.to_string().ends_with(".note") { ", note" } else { "" };
        writeln!(out, "\n{}  {}{}", paint.bold(norm.id), paint.dim(&place), paint.dim(note))?;
        write!(out, "{}", wrap(&format!("{}.", norm.summary), 4))?;
        let mut write_field = |label: &str, text: &str| {
            write!(out, "    {}  {}", paint.dim(&format!("{label:<5}")), wrap(text, 11).trim_start())
        };
        write_field("class", norm.class.name())?;
        write_field("where", &location(norm))?;
        if !norm.note.is_empty() {
            write_field("note", norm.note)?;
        }
    }
    Ok(())
}

/// Describes where a norm is implemented, or why it is not.
fn location(norm: &Norm) -> String {
    match norm.place {
        Place::Rule(rule) => format!("the rule of this id, in {}", rule.module()),
        Place::Field(item) => format!("the field {item}"),
        Place::Type(item) => match norm.names {
            [] => format!("the type {item}"),
            names => format!("the type {item}: {}", names.join(", ")),
        },
        Place::NotCarried(reason) => format!("not carried. {reason}"),
        Place::Nothing(reason) if norm.class == Class::Term => format!("no type. {reason}"),
        Place::Nothing(reason) => format!("nothing to compute. {reason}"),
    }
}

fn count(class: Class, article: Option<Option<u8>>) -> usize {
    let counted = |norm: &&Norm| norm.class == class && article.is_none_or(|article| number(norm) == article);
    norms().filter(counted).count()
}

fn with_rule() -> usize {
    norms().filter(|norm| norm.rule().is_some()).count()
}

fn units() -> usize {
    norms().map(|norm| norm.unit).collect::<std::collections::BTreeSet<_>>().len()
}

/// Writes the counts by article and class, and the meaning of the classes.
fn coverage(out: &mut impl Write, paint: Paint) -> Result<(), CliError> {
    let cell = |number: usize, width: usize| match number {
        0 => paint.dim(&format!("{:>width$}", "·")),
        number => format!("{number:>width$}"),
    };
    let row = |counts: [usize; 4]| {
        let cells: Vec<String> =
            counts.iter().zip(Class::ALL).map(|(count, class)| cell(*count, class.name().len())).collect();
        format!("{}  {:>5}", cells.join("  "), counts.iter().sum::<usize>())
    };
    let classes = Class::ALL.map(Class::name).join("  ");
    writeln!(out, "{}", paint.bold(&format!("{:<54}{classes}  norms", "article")))?;
    for article in articles() {
        let number = article.map_or(String::new(), |article| article.to_string());
        let title = article
            .map_or(HEAD.to_string(), |_| heading(article).split_once(". ").unwrap_or_default().1.into());
        writeln!(
            out,
            "{number:>7}  {title:<45}{}",
            row(Class::ALL.map(|class| count(class, Some(article))))
        )?;
    }
    let all = Class::ALL.map(|class| count(class, None));
    writeln!(out, "{}\n", paint.bold(&format!("{:>7}  {:<45}{}", "all", "", row(all))))?;
    for class in Class::ALL {
        let count = count(class, None);
        let text = wrap(&format!("{}.", class.meaning()), 18);
        write!(out, "{}  {count:>4}  {}", paint.bold(&format!("{:<10}", class.name())), text.trim_start())?;
    }
    let ruled = with_rule();
    let computable = count(Class::Computable, None);
    let text = format!("{ruled} of the {computable} computable norms have a rule.");
    let text = if ruled == computable { paint.green(&text) } else { paint.yellow(&text) };
    writeln!(out, "\n{text} {} norms in {} units of text.", norms().count(), units())?;
    Ok(())
}

fn coverage_json() -> Value {
    let counts = |article: Option<Option<u8>>| {
        Class::ALL
            .iter()
            .map(|class| (class.name(), count(*class, article)))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    let articles: Vec<Value> =
        articles().map(|article| json!({ "article": article, "classes": counts(Some(article)) })).collect();
    json!({
        "act": ACT.number,
        "units": units(),
        "norms": norms().count(),
        "classes": counts(None),
        "with_rule": with_rule(),
        "articles": articles,
    })
}

/// Compares a file, or standard input for `-`, with the text of the Law.
fn compare(file: &Path) -> Result<Drift, CliError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_TEXT).unwrap_or(u64::MAX).saturating_add(1);
    let path = if file == Path::new("-") {
        let read = std::io::stdin().lock().take(limit).read_to_end(&mut bytes);
        read.map_err(CliError::StandardInput)?;
        Path::new("standard input")
    } else {
        let read = open_regular(file).and_then(|file| file.take(limit).read_to_end(&mut bytes));
        read.map_err(CliError::read(file))?;
        file
    };
    let failed = |source| CliError::Act { path: path.to_path_buf(), source };
    if bytes.len() > MAX_TEXT {
        return Err(failed(ActError::TooLong { limit: MAX_TEXT }));
    }
    let text = String::from_utf8(bytes).map_err(|_| CliError::ActEncoding(path.to_path_buf()))?;
    drift(&text).map_err(failed)
}

fn differences(out: &mut impl Write, drift: &Drift, paint: Paint) -> Result<(), CliError> {
    if drift.is_none() {
        let text = format!("No drift: all {} units are as they were when the rules were written.", units());
        writeln!(out, "{}", paint.green(&text))?;
        return Ok(());
    }
    let mut write_unit = |what: &str, unit: Unit, now: Option<Unit>| {
        let ids: Vec<&str> = norms().filter(|norm| norm.unit == unit).map(|norm| norm.id).collect();
        let now = now.map(|now| format!("now {now}  ")).unwrap_or_default();
        let unit = format!("{:<18}", unit.to_string());
        writeln!(out, "{}  {unit}  {now}{}", paint.yellow(&format!("{what:<7}")), paint.dim(&ids.join(", ")))
    };
    drift.changed.iter().try_for_each(|changed| write_unit("changed", changed.unit, None))?;
    drift.missing.iter().try_for_each(|unit| write_unit("missing", *unit, None))?;
    drift.added.iter().try_for_each(|added| write_unit("added", added.unit, None))?;
    let renumbered = |moved: &Moved| (moved.now != moved.unit).then_some(moved.now);
    drift.moved.iter().try_for_each(|moved| write_unit("moved", moved.unit, renumbered(moved)))?;
    writeln!(
        out,
        "\n{} changed, {} missing, {} added, {} moved: review these units and their norms.",
        drift.changed.len(),
        drift.missing.len(),
        drift.added.len(),
        drift.moved.len()
    )?;
    Ok(())
}
