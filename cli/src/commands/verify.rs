//! `rastau verify`: one document, or a list of people.

use rastau_core::document::text::Presented;
use rastau_core::error::Exit;
use rastau_core::verify::{Policy, Question, verify};

use crate::args::VerifyArgs;
use crate::error::CliError;
use crate::out::{self, say};
use crate::paint::Paint;
use crate::verifier::{Opening, clock, open};
use crate::{input, list, view};

pub fn run(args: &VerifyArgs) -> Result<u8, CliError> {
    // The parser lets `requires` go where INPUT stands in the place of the list.
    if args.list.is_none() && !args.report.is_empty() {
        return Err(CliError::new(Exit::Usage, "--report is of a list of people; give one with --list"));
    }
    let now = args.now.unwrap_or_else(clock);
    let policy = Policy { accept: args.accept.into(), grace: args.grace };
    let question = Question { on: args.on, clock: now, policy };
    // The input is read first: a mistyped form should be told before a bundle is opened.
    let presented: Option<Presented> =
        args.input.as_deref().map(|text| input::presented(text, args.lang)).transpose()?;
    let opening = Opening {
        bundle: &args.bundle,
        root: args.root.as_deref(),
        state: args.state.as_deref(),
        now,
        by_the_clock: args.now.is_none(),
    };
    let snapshot = open(&opening)?;
    match (presented, &args.list) {
        (Some(presented), _) => {
            let verdict = verify(&snapshot, &presented, &question);
            if args.json {
                say!("{}", verdict.to_json());
            } else {
                out::print(format_args!(
                    "{}",
                    view::verdict(&verdict, args.lang, Paint::stdout(), args.all)
                ))?;
            }
            Ok(verdict.outcome().code())
        }
        (None, Some(path)) => list::run(&snapshot, path, &question, args),
        (None, None) => Err(CliError::new(Exit::Usage, "give a document or --list")),
    }
}
