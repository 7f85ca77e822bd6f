//! Checks `docs/law.md`: the page is generated from the core's table of norms and compared with the file.
//!
//! `UPDATE_DOCS=1 cargo test -p rastau-core --test law_page` rewrites the page. Review the diff afterwards.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use rastau_core::law::ambiguities::AMBIGUITIES;
use rastau_core::law::{ACT, Class, Norm, Place, articles, norms};
use rastau_core::verdict::Citation;

const PAGE: &str = "docs/law.md";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}

/// Formats a provision: `26.2, part 2`, `22.3(2)`, or the name of a part before the first article.
fn provision(norm: &Norm) -> String {
    let Some(Citation::Law { article, paragraph, part, subparagraph, .. }) = norm.citation() else {
        return norm.unit.to_string().replace("title.", "");
    };
    let mut text = article.to_string();
    if let Some(paragraph) = paragraph {
        write!(text, ".{paragraph}").unwrap();
    }
    if let Some(subparagraph) = subparagraph {
        write!(text, "({subparagraph})").unwrap();
    }
    if let Some(part) = part {
        write!(text, ", part {part}").unwrap();
    }
    if norm.unit.to_string().ends_with(".note") {
        text.push_str(", note");
    }
    text
}

/// Formats an item of the core as a link to its file.
fn link(item: &str) -> String {
    let path_of = |module: &str| {
        let inside = module.replace("::", "/");
        let names = [format!("core/src/{inside}.rs"), format!("core/src/{inside}/mod.rs")];
        names.into_iter().find(|name| path(name).exists())
    };
    // The item may be a module or a type in one.
    let module = item.split('.').next().unwrap();
    let file = path_of(module).or_else(|| path_of(module.rsplit_once("::")?.0));
    format!("[`{item}`](../{})", file.unwrap_or_else(|| panic!("no file for {item}")))
}

fn place(norm: &Norm) -> String {
    match norm.place {
        Place::Rule(rule) => format!("rule in {}", link(rule.module())),
        Place::Field(item) => format!("field {}", link(item)),
        Place::Type(item) => {
            let names: Vec<String> = norm.names.iter().map(|name| format!("`{name}`")).collect();
            let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
            format!("type {}{names}", link(item))
        }
        Place::NotCarried(reason) => format!("*not carried:* {reason}"),
        Place::Nothing(reason) => format!("*nothing:* {reason}"),
    }
}

fn row(norm: &Norm) -> String {
    let cells = [
        provision(norm),
        norm.class.name().to_string(),
        format!("`{}`", norm.id),
        norm.summary.to_string(),
        place(norm),
        norm.note.to_string(),
    ];
    assert!(cells.iter().all(|cell| !cell.contains(['|', '\n'])), "{}", norm.id);
    format!("| {} |\n", cells.join(" | ").replace(" |  |", " | |").trim_end())
}

fn page() -> String {
    let count = |class: Class| norms().filter(|norm| norm.class == class).count();
    let ruled = norms().filter(|norm| norm.rule().is_some()).count();
    let mut page = format!(
        "# The Law, norm by norm\n\n\
         <!-- Written by core/tests/law_page.rs from core/src/law/articles: change it there. -->\n\n\
         Law of the Republic of Kazakhstan No. {} of {}, \"{}\". Every norm of it is here, in the order of the act: its \
         summary in our own words, its class, and where this project implements it, or why it does not. The \
         act's own sentences are not copied; read them in the official text.\n\n\
         The norms were read from an {}. Where the wording is ambiguous, the column *reading* states which \
         reading was taken.\n\n| class | norms | meaning |\n|---|---|---|\n",
        ACT.number, ACT.adopted_on, ACT.title, ACT.text,
    );
    for class in Class::ALL {
        writeln!(page, "| {} | {} | {} |", class.name(), count(class), class.meaning()).unwrap();
    }
    write!(
        page,
        "\n{ruled} of the {} computable norms have a rule. `rastau law` prints this account, `rastau rules` the rules with \
         facts to try, and `rastau law --drift FILE` names the norms whose text has changed since.\n",
        count(Class::Computable)
    )
    .unwrap();
    for article in articles() {
        let heading = match article.number {
            0 => article.title.to_string(),
            number => format!("Article {number}. {}", article.title),
        };
        page += &format!("\n## {heading}\n\n");
        page +=
            "| provision | class | id | summary | implemented in | reading |\n|---|---|---|---|---|---|\n";
        article.norms().for_each(|norm| page += &row(norm));
    }
    page += "\n## Ambiguities of the text\n\nEach is settled by a named reading, which the answers contain. Where two defensible readings differ \
             on the day asked about, the answer is contestable and has both.\n\n\
             | provision | ambiguity | reading | settled by |\n|---|---|---|---|\n";
    for one in AMBIGUITIES {
        let (kind, name) = (one.settled.kind(), one.settled.name());
        writeln!(page, "| {} | {} | {} | {kind} `{name}` |", one.provision, one.open, one.read).unwrap();
    }
    page
}

#[test]
fn the_page_matches_the_table_of_norms() {
    let page = page();
    let file = path(PAGE);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, &page).unwrap();
    }
    let committed = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == page, "{PAGE} differs from the core's table of norms; UPDATE_DOCS=1 rewrites it");
}

#[test]
fn the_page_has_every_norm_once_and_no_broken_link() {
    let page = page();
    for norm in norms() {
        assert_eq!(page.matches(&format!("| `{}` |", norm.id)).count(), 1, "{}", norm.id);
    }
    for link in page.split("](../").skip(1) {
        let target = link.split(')').next().unwrap();
        assert!(path(target).is_file(), "{target}");
    }
    assert_eq!(page.matches("\n## ").count(), articles().count() + 1);
}
