//! `rastau demo`: makes the demo, then verifies some of its documents from their QR images.

use rastau_core::verify::{Policy, Question, verify};
use rastau_registry::RegistryError;
use rastau_registry::demo::{DemoOptions, write};
use rastau_registry::publish::{OutputKind, Staging};
use rastau_registry::random::{Random, Seeded, System};

use crate::args::DemoArgs;
use crate::error::CliError;
use crate::out::print_line;
use crate::paint::Paint;
use crate::progress::progress_bar;
use crate::verifier::{Opening, clock, open};
use crate::{input, view};

/// The documents that the demo verifies, from their images.
const VERIFIED: [&str; 5] = ["valid", "skill-only", "cancelled", "altered-level", "newer-than-snapshot"];

/// The operating system's random generator, or a stream from a fixed seed.
enum DemoRandom {
    System(System),
    Seeded(Box<Seeded>),
}

impl Random for DemoRandom {
    fn fill(&mut self, bytes: &mut [u8]) -> Result<(), RegistryError> {
        match self {
            Self::System(random) => random.fill(bytes),
            Self::Seeded(random) => random.fill(bytes),
        }
    }
}

pub fn run(args: &DemoArgs) -> Result<u8, CliError> {
    let directory = &args.directory;
    if directory.exists() {
        return Err(CliError::DemoExists(directory.clone()));
    }
    let mut random = match &args.seed {
        Some(seed) => DemoRandom::Seeded(Box::new(Seeded::new(seed))),
        None => DemoRandom::System(System),
    };
    let now = args.now.unwrap_or_else(clock);
    let options = DemoOptions { documents: args.documents, now, certificates: true };
    let bar = progress_bar(args.documents, "register");
    let progress = |what: &str, count: u64| {
        bar.set_message(what.to_string());
        bar.set_position(count);
    };
    // The demo is made in a temporary directory beside its target, so that a full disk leaves no
    // incomplete demo.
    let staging = Staging::new(directory, OutputKind::New)?;
    let (documents, draft) = write(staging.path(), &options, &mut random, &progress)?;
    staging.commit()?;
    bar.finish_and_clear();

    let paint = Paint::stdout();
    print_line!(
        "{}",
        paint.bold(&format!(
            "A demo register of {} documents is in {}",
            draft.documents,
            directory.display()
        ))
    );
    print_line!("  register.sqlite  the register, {} documents of it cancelled", draft.cancelled);
    print_line!("  keys/            the keys of the register's keepers and of five fictional centres");
    print_line!("  bundle/          the signed snapshot that a verifier needs");
    print_line!("  bundle.rastau    the same as one file, for the web page");
    print_line!("  documents/       {} documents: text, QR image, typed form, some as PDF", documents.len());
    print_line!("  people.csv       a list of some of their holders, as an employer would have it");
    print_line!("  expected.json    the expected answer to each\n");

    let opening =
        Opening { bundle: &directory.join("bundle"), root: None, state: None, now, is_device_clock: false };
    let snapshot = open(&opening)?;
    let question = Question { on: None, clock: now, policy: Policy::default() };
    for name in VERIFIED {
        let image = directory.join("documents").join(format!("{name}.png"));
        let presented = input::presented(&image.to_string_lossy(), None, args.lang)?;
        let verdict = verify(&snapshot, &presented, &question);
        print_line!(
            "{}",
            paint.dim(&format!(
                "── {} {}",
                image.display(),
                "─".repeat(60usize.saturating_sub(image.as_os_str().len()))
            ))
        );
        print_line!("{}", view::verdict(&verdict, args.lang, paint, false));
    }
    print_line!("Try it yourself:");
    print_line!(
        "  rastau verify --bundle {0}/bundle --list {0}/people.csv --report report.html",
        directory.display()
    );
    print_line!("  rastau verify --bundle {0}/bundle {0}/documents/wrong-holder.png", directory.display());
    print_line!(
        "  rastau verify --bundle {0}/bundle --lang kk --on 2030-01-01 {0}/documents/valid.json",
        directory.display()
    );
    Ok(0)
}
