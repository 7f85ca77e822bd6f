//! `rastau verify`: verifies one document, or a list of people.

use rastau_core::document::link::Origin;
use rastau_core::document::text::Presented;
use rastau_core::verify::post::{Post, Posts};
use rastau_core::verify::{Policy, Question, verify};

use crate::args::{VerifyArgs, has_joined_list};
use crate::error::CliError;
use crate::out::{self, print_line};
use crate::paint::Paint;
use crate::verifier::{Opening, clock, open};
use crate::{input, list, view};

pub fn run(args: &VerifyArgs) -> Result<u8, CliError> {
    if has_joined_list(std::env::args_os()) {
        return Err(CliError::JoinedList);
    }
    match &args.list {
        Some(list) => list::check_reports(list, &args.report)?,
        None if args.input.is_none() => return Err(CliError::NothingToVerify),
        // clap does not enforce `requires` if INPUT, which conflicts with the list, is present.
        None if !args.report.is_empty() => return Err(CliError::ReportWithoutList),
        None => {}
    }
    let now = args.now.unwrap_or_else(clock);
    let policy = Policy { accept: args.accept.into(), grace: args.grace };
    let question = Question { on: args.on, clock: now, policy };
    // The input is read first, so that a mistyped form is reported before a bundle is opened.
    let presented = args
        .input
        .as_deref()
        .map(|text| input::presented(text, args.password_file.as_deref(), args.lang))
        .transpose();
    let presented = match presented {
        // A web address at the register's origin is a document that was cut off.
        Err(CliError::Input { error, .. }) if error.depends_on_register() => Err(error),
        other => Ok(other?),
    };
    let opening = Opening {
        bundle: &args.bundle,
        root: args.root.as_deref(),
        state: args.state.as_deref(),
        now,
        is_device_clock: args.now.is_none(),
    };
    let snapshot = open(&opening)?;
    let presented: Option<Presented> = presented.map_err(|error| CliError::Input {
        error: error.for_origin(snapshot.manifest().link.as_ref().map(Origin::as_str)),
        lang: args.lang,
    })?;
    match (presented, &args.list) {
        (Some(presented), _) => {
            let mut verdict = verify(&snapshot, &presented, &question);
            if let Some(profession) = &args.post {
                let post = Post { profession: profession.clone(), level: args.post_level.clone() };
                verdict.post = Some(Posts::read(&snapshot).compare(&verdict, &post));
            }
            if args.json {
                print_line!("{}", verdict.to_json());
            } else {
                out::print(format_args!(
                    "{}",
                    view::verdict(&verdict, args.lang, Paint::stdout(), args.all)
                ))?;
            }
            Ok(verdict.outcome().code())
        }
        (None, Some(path)) => list::run(&snapshot, path, &question, args),
        (None, None) => Err(CliError::NothingToVerify),
    }
}
