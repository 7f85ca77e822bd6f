//! `rastau rules`: which rules there are, and facts that each decides.

use std::io::Write;

use rastau_core::law::norms::norms;
use rastau_core::law::{Rule, rules};
use rastau_core::verdict::Citation;
use serde_json::{Value, json};

use crate::args::RulesArgs;
use crate::error::CliError;
use crate::paint::Paint;
use crate::view::wrap;

pub fn run(args: &RulesArgs) -> Result<u8, CliError> {
    let of = |rule: &&Rule| args.article.is_none() || article(rule.citation) == args.article;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if args.json {
        let rules: Vec<Value> = rules().filter(of).map(as_json).collect();
        writeln!(out, "{}", Value::from(rules))?;
    } else {
        let paint = Paint::stdout();
        for rule in rules().filter(of) {
            writeln!(out, "{}  {}", paint.bold(rule.id), paint.dim(&provision(rule.citation)))?;
            if let Some(summary) = summary(rule) {
                write!(out, "{}", wrap(summary, 4))?;
            }
            // On one line, however long: it is there to be copied.
            writeln!(out, "    {}", rule.example)?;
        }
    }
    out.flush()?;
    Ok(0)
}

/// What the norm of the rule says; a composite question is of no norm.
fn summary(rule: &Rule) -> Option<&'static str> {
    norms().find(|norm| norm.id == rule.id).map(|norm| norm.summary)
}

fn as_json(rule: &Rule) -> Value {
    let example: Value = serde_json::from_str(rule.example).unwrap_or_default();
    json!({
        "id": rule.id,
        "citation": rule.citation,
        "summary": summary(rule),
        "module": rule.module(),
        "example": example,
    })
}

fn article(citation: Citation) -> Option<u8> {
    match citation {
        Citation::Law { article, .. } => Some(article),
        Citation::Standard { .. } => None,
    }
}

/// A provision in short: `art. 26.2, part 2`, `art. 22.3(2)`.
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
