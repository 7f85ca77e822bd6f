//! `rastau demo`: makes the demo, then verifies some of its documents from their QR images.

use rastau_core::error::Exit;
use rastau_core::verify::{Policy, Question, verify};
use rastau_registry::RegistryError;
use rastau_registry::demo::{DemoOptions, write};
use rastau_registry::publish::{OutputKind, Staging};
use rastau_registry::random::{Random, Seeded, System};

use crate::args::DemoArgs;
use crate::commands::progress_bar;
use crate::error::CliError;
use crate::out::say;
use crate::paint::Paint;
use crate::verifier::{Opening, clock, open};
use crate::{input, view};

/// The documents that the demo shows, from their images.
const SHOWN: [&str; 5] = ["valid", "skill-only", "cancelled", "altered-level", "newer-than-snapshot"];

/// The system's randomness, or a fixed seed's.
enum Source {
    System(System),
    Seeded(Box<Seeded>),
}

impl Random for Source {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError> {
        match self {
            Self::System(random) => random.fill(bytes),
            Self::Seeded(random) => random.fill(bytes),
        }
    }
}

pub fn run(args: &DemoArgs) -> Result<u8, CliError> {
    let folder = &args.folder;
    if folder.exists() {
        return Err(CliError::new(
            Exit::CannotWrite,
            format!(
                "{} exists already; remove it or name another folder: rastau demo OTHER",
                folder.display()
            ),
        ));
    }
    let mut random = match &args.seed {
        Some(seed) => Source::Seeded(Box::new(Seeded::new(seed))),
        None => Source::System(System),
    };
    let now = args.now.unwrap_or_else(clock);
    let options = DemoOptions { documents: args.documents, now, certificates: true };
    let bar = progress_bar(args.documents, "register");
    let progress = |what: &str, count: u64| {
        bar.set_message(what.to_string());
        bar.set_position(count);
    };
    // The whole demo is made beside its place, so that a full disk leaves nothing half-written.
    let staging = Staging::new(folder, OutputKind::New)?;
    let (papers, draft) = write(staging.path(), &options, &mut random, &progress)?;
    staging.commit()?;
    bar.finish_and_clear();

    let paint = Paint::stdout();
    say!(
        "{}",
        paint.bold(&format!("A demo register of {} documents is in {}", draft.documents, folder.display()))
    );
    say!("  register.sqlite  the register, {} documents of it cancelled", draft.cancelled);
    say!("  keys/            the keys of the register's keepers and of five invented centres");
    say!("  bundle/          the signed snapshot that a verifier needs");
    say!("  bundle.rastau    the same in one file, for the web page");
    say!("  documents/       {} documents: text, QR image, typed form, some as PDF", papers.len());
    say!("  people.csv       a list of some of their holders, as an employer keeps it");
    say!("  expected.json    what a verifier must answer to each\n");

    let opening =
        Opening { bundle: &folder.join("bundle"), root: None, state: None, now, by_the_clock: false };
    let snapshot = open(&opening)?;
    let question = Question { on: None, clock: now, policy: Policy::default() };
    for name in SHOWN {
        let image = folder.join("documents").join(format!("{name}.png"));
        let presented = input::presented(&image.to_string_lossy(), args.lang)?;
        let verdict = verify(&snapshot, &presented, &question);
        say!(
            "{}",
            paint.dim(&format!(
                "── {} {}",
                image.display(),
                "─".repeat(60usize.saturating_sub(image.as_os_str().len()))
            ))
        );
        say!("{}", view::verdict(&verdict, args.lang, paint, false));
    }
    say!("Try it yourself:");
    say!("  rastau verify --bundle {0}/bundle --list {0}/people.csv --report report.html", folder.display());
    say!("  rastau verify --bundle {0}/bundle {0}/documents/wrong-holder.png", folder.display());
    say!(
        "  rastau verify --bundle {0}/bundle --lang kk --on 2030-01-01 {0}/documents/valid.json",
        folder.display()
    );
    Ok(0)
}
