//! `rastau rules`: lists the rules with facts that each decides.

use std::io::Write;

use rastau_core::law::{Rule, rules};
use rastau_core::law::{listing_json, summary};
use rastau_core::verdict::Citation;
use rastau_messages::{self as messages, Lang};

use crate::args::RulesArgs;
use crate::error::CliError;
use crate::paint::Paint;
use crate::view::wrap;

pub fn run(args: &RulesArgs) -> Result<u8, CliError> {
    let selected = |rule: &&Rule| args.article.is_none() || article(rule.citation) == args.article;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        writeln!(out, "{}", listing_json(rules().filter(selected)))?;
    } else {
        let paint = Paint::stdout();
        for rule in rules().filter(selected) {
            let (title, source) = messages::rule_title(rule, args.lang);
            writeln!(out, "{}  {}", paint.bold(rule.id), paint.dim(&source))?;
            write!(out, "{}", wrap(title, 4))?;
            // The summaries exist in English only.
            if let Some(summary) = summary(rule).filter(|_| args.lang == Lang::En) {
                write!(out, "{}", wrap(summary, 4))?;
            }
            // On one line of any length, for copying.
            writeln!(out, "    {}", rule.example)?;
        }
    }
    out.flush()?;
    Ok(0)
}

fn article(citation: Citation) -> Option<u8> {
    match citation {
        Citation::Law { article, .. } => Some(article),
        Citation::Standard { .. } => None,
    }
}

/// Returns a provision in short form: `art. 26.2, part 2`, `art. 22.3(2)`.
pub(super) fn provision(citation: Citation) -> String {
    match citation {
        Citation::Law { article, paragraph, part, subparagraph, .. } => {
            let paragraph = paragraph.map(|number| format!(".{number}")).unwrap_or_default();
            let part = part.map(|number| format!(", part {number}")).unwrap_or_default();
            let subparagraph = subparagraph.map(|number| format!("({number})")).unwrap_or_default();
            format!("art. {article}{paragraph}{subparagraph}{part}")
        }
        Citation::Standard { standard } => standard.to_string(),
    }
}
