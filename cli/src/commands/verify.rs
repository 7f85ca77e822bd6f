//! `rastau verify`: verifies one document, or a list of people.

use rastau_core::report::Report;
use rastau_core::verify::post::Post;
use rastau_core::verify::{Policy, Question};

use crate::args::{VerifyArgs, has_joined_list};
use crate::error::CliError;
use crate::input::BeforeRegister;
use crate::out::{self, print_line};
use crate::paint::Paint;
use crate::verifier::{Opening, clock, open};
use crate::{evidence, list, view};

pub fn run(args: &VerifyArgs) -> Result<u8, CliError> {
    if has_joined_list(std::env::args_os()) {
        return Err(CliError::JoinedList);
    }
    match (&args.list, &args.input) {
        (Some(list), _) => list::check_reports(list, &args.report)?,
        (None, Some(input)) => evidence::check_names(input, &args.report)?,
        (None, None) => return Err(CliError::NothingToVerify),
    }
    let now = args.now.unwrap_or_else(clock);
    let policy = Policy { accept: args.accept.into(), grace: args.grace };
    let question = Question { on: args.on, clock: now, policy };
    let input = args
        .input
        .as_deref()
        .map(|text| BeforeRegister::read(text, args.password_file.as_deref(), args.lang))
        .transpose()?;
    let opening = Opening {
        bundle: &args.bundle,
        root: args.root.as_deref(),
        state: args.state.as_deref(),
        now,
        is_device_clock: args.now.is_none(),
    };
    let snapshot = open(&opening)?;
    let presented = input.map(|input| input.for_origin(snapshot.manifest().link.as_ref())).transpose()?;
    match (presented, &args.list) {
        (Some(presented), _) => {
            let level = args.post_level.clone();
            let post = args.post.clone().map(|profession| Post { profession, level });
            let report = Report::make(&snapshot, &presented, &question, post.as_ref(), args.by.clone());
            // Before the answer is printed: an exit code of 0 says that the reports were written.
            evidence::write(&report, &args.report, args.lang)?;
            let verdict = &report.verdict;
            if args.json {
                print_line!("{}", verdict.to_json());
            } else {
                out::print(format_args!("{}", view::verdict(verdict, args.lang, Paint::stdout(), args.all)))?;
            }
            Ok(verdict.outcome().code())
        }
        (None, Some(path)) => list::run(&snapshot, path, &question, args),
        (None, None) => Err(CliError::NothingToVerify),
    }
}
