//! The table of steps. To add one, add a row; its command is what is printed and what is run.

use std::time::Instant;

use crate::ffi;
use crate::house;
use crate::mobile;
use crate::repo::Place;
use crate::run::{run, say};
use crate::summary::Done;
use crate::tools;

/// One thing that the check promises.
pub(crate) struct Step {
    /// The name on the command line and in the summary.
    pub(crate) id: &'static str,
    /// What holds when the step passes.
    pub(crate) promise: &'static str,
    /// The command, with leading `NAME=value` words as its environment. Without spaces inside a word.
    command: &'static str,
    /// Whether `cargo xtask check` without names runs it.
    by_default: bool,
    /// Brings what the command needs, saying so; then runs it. `Err` is a sentence for the summary.
    work: fn(&Place, &str) -> Result<(), String>,
}

/// The bare-metal target of the `no_std` promise: a Cortex-M4 with floating point, which has no `std` to lean on.
const BARE: &str = "thumbv7em-none-eabihf";

/// The register that the page's tests are made from.
const WEB_DATA: &str = "target/web-data";

/// The workspaces beside the main one, each with a lock file of its own.
const APART: &[&str] = &["bench/cortex-m", "fuzz", "xtask/mobile"];

/// What `fuzz/` looks at.
const FUZZED: &[&str] = &["input", "page", "bundle", "facts"];

/// Builds the program as the step "tests" does, for whose sake it is mostly there: `cargo run` would choose other features of
/// what it is made from, and compile it all anew.
const PROGRAM: &str = "cargo test --workspace --exclude rastau-ffi --test program --no-run --locked";

/// Every step, cheap ones first, so that a typing slip is known before the long ones begin.
pub(crate) const STEPS: &[Step] = &[
    Step {
        id: "fmt",
        promise: "every Rust file is formatted",
        command: "cargo fmt --all --check",
        by_default: true,
        work: |place, command| {
            tools::component(place, "rustfmt", "fmt")?;
            run(place, command)?;
            APART.iter().try_for_each(|workspace| {
                run(place, &command.replacen("--all", &format!("--manifest-path {workspace}/Cargo.toml"), 1))
            })
        },
    },
    Step {
        id: "house",
        promise: "the house rules that a program can see are kept",
        command: "cargo xtask check house",
        by_default: true,
        work: |place, _| house::check(place),
    },
    Step {
        id: "clippy",
        promise: "no lint fires, in tests and benchmarks too",
        command: "cargo clippy --workspace --all-targets --locked -- -D warnings",
        by_default: true,
        work: |place, command| {
            tools::component(place, "clippy", "clippy")?;
            run(place, command)
        },
    },
    Step {
        id: "no_std",
        promise: "core and messages build where there is no operating system",
        command: "cargo build -p rastau-core -p rastau-messages --target thumbv7em-none-eabihf --locked",
        by_default: true,
        work: |place, command| {
            tools::target(place, BARE)?;
            run(place, command)
        },
    },
    Step {
        id: "tests",
        promise: "every test passes, but for the C library's, which have a step of their own",
        // Not --all-targets: that would run the benchmarks as well.
        command: "cargo test --workspace --exclude rastau-ffi --lib --bins --tests --examples --no-fail-fast --locked",
        by_default: true,
        work: run,
    },
    Step {
        id: "ffi",
        promise: "C and C++ programs build from the installed library alone, and every client gives the corpus's answers",
        command: "cargo test -p rastau-ffi --lib --tests --no-fail-fast --locked",
        by_default: true,
        work: ffi::check,
    },
    Step {
        id: "aarch64",
        promise: "the C library, cross-built for a 64-bit ARM, gives the corpus's answers under QEMU",
        command: "RASTAU_CC=aarch64-linux-gnu-gcc RASTAU_RUN=qemu-aarch64-static QEMU_LD_PREFIX=/usr/aarch64-linux-gnu \
                  RASTAU_LIBRARY=target/aarch64-unknown-linux-gnu/debug \
                  cargo test -p rastau-ffi --test c --locked c_gives_the_answers_of_the_corpus",
        by_default: true,
        work: ffi::check_aarch64,
    },
    Step {
        id: "mobile",
        promise: "the Kotlin and Swift are the library's, and Kotlin on the JVM gets the corpus's answers from it",
        command: "cargo test --workspace --exclude rastau-ffi --test exports --locked",
        by_default: true,
        work: mobile::check,
    },
    Step {
        id: "embedded",
        promise: "the core answers a sample of the corpus on a Cortex-M4 with a fixed heap, under QEMU",
        command: "CARGO_TARGET_DIR=target/cortex-m cargo run --release --locked --manifest-path bench/cortex-m/Cargo.toml \
                  --config bench/cortex-m/.cargo/config.toml",
        by_default: true,
        work: |place, command| {
            tools::target(place, BARE)?;
            tools::debian(place, "qemu-system-arm", "qemu-system-arm")?;
            run(place, command)
        },
    },
    Step {
        id: "wasm",
        promise: "the npm package builds, answers the corpus in Node and Chromium, and runs as it is packed",
        command: "npm --prefix wasm test",
        by_default: true,
        work: |place, command| {
            tools::npm_packages(place, "wasm")?;
            tools::chromium(place)?;
            build_package(place)?;
            run(place, command)
        },
    },
    Step {
        id: "web",
        promise: "the page works in Chromium: every flow, three languages, without a network, accessible",
        command: "npm --prefix web-demo test",
        by_default: true,
        work: |place, command| {
            if !place.root.join("wasm/pkg/rastau_bg.wasm").exists() {
                tools::npm_packages(place, "wasm")?;
                build_package(place)?;
            }
            tools::npm_packages(place, "web-demo")?;
            tools::chromium(place)?;
            // Of today: what an earlier run left would have grown old.
            let _ = std::fs::remove_dir_all(place.root.join(WEB_DATA));
            run(place, PROGRAM)?;
            let program = place.tools.with_file_name("debug").join("rastau");
            run(place, &format!("{} demo --documents 400 {WEB_DATA}", program.display()))?;
            run(place, "node web-demo/scripts/forms.js --check")?;
            run(place, "npm --prefix web-demo run build")?;
            run(place, command)
        },
    },
    Step {
        id: "doctests",
        promise: "the examples in the documentation run",
        // The same packages as in the step "tests": others would be other features, and everything compiled again.
        command: "cargo test --workspace --exclude rastau-ffi --doc --no-fail-fast --locked",
        by_default: true,
        work: run,
    },
    Step {
        id: "benches",
        promise: "the benchmarks run, each once",
        command: "RASTAU_BENCH_SIZES=1000 cargo test --workspace --exclude rastau-ffi --bench verify --locked",
        by_default: true,
        work: run,
    },
    Step {
        id: "docs",
        promise: "the documentation builds without a warning",
        command: "RUSTDOCFLAGS=-Dwarnings cargo doc --workspace --no-deps --locked",
        by_default: true,
        work: run,
    },
    Step {
        id: "deny",
        promise: "dependencies have accepted licences, come from crates.io alone, and name versions",
        command: "cargo-deny --locked --config deny.toml check --hide-inclusion-graph bans licenses sources",
        by_default: true,
        work: |place, command| {
            tools::cargo_tool(place, "cargo-deny", tools::DENY)?;
            run(place, command)?;
            APART.iter().try_for_each(|workspace| {
                let manifest = format!("--locked --manifest-path {workspace}/Cargo.toml");
                run(place, &command.replacen("--locked", &manifest, 1))
            })
        },
    },
    Step {
        id: "miri",
        promise: "the C boundary does nothing that Rust leaves undefined, says Miri (needs a nightly toolchain with it)",
        command: "MIRIFLAGS=-Zmiri-disable-isolation rustup run nightly cargo miri test -p rastau-ffi --test contract --locked",
        // A quarter of an hour, and a toolchain that the rest does without.
        by_default: false,
        work: |place, command| {
            tools::nightly(place, &["miri", "rust-src"])?;
            run(place, command)
        },
    },
    Step {
        id: "fuzz",
        promise: "no bytes break a promise in a minute of looking for them, target by target (needs a nightly toolchain)",
        command: "cargo run --release --locked --manifest-path fuzz/Cargo.toml --bin seeds",
        by_default: false,
        work: |place, command| {
            tools::nightly(place, &[])?;
            tools::cargo_tool(place, "cargo-fuzz", tools::FUZZ)?;
            run(place, command)?;
            FUZZED.iter().try_for_each(|target| {
                let asked = "-max_total_time=60 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1";
                run(place, &format!("rustup run nightly cargo fuzz run --fuzz-dir fuzz {target} -- {asked}"))
            })
        },
    },
    Step {
        id: "advisories",
        promise: "no dependency has a published security advisory (needs the internet)",
        command: "cargo-deny --locked check advisories",
        // Reads a git database from the internet, which a machine kept offline cannot: asked for by name only.
        by_default: false,
        work: |place, command| {
            tools::cargo_tool(place, "cargo-deny", tools::DENY)?;
            run(place, command)
        },
    },
];

/// The npm package, into `wasm/pkg`.
fn build_package(place: &Place) -> Result<(), String> {
    tools::target(place, "wasm32-unknown-unknown")?;
    tools::cargo_tool(place, "wasm-pack", tools::WASM_PACK)?;
    run(place, "npm --prefix wasm run build")
}

impl Step {
    /// Runs the step under a header line and notes how it went and how long it took.
    pub(crate) fn go(&self, place: &Place) -> Done {
        say(&format!("\n=== {}: {}", self.id, self.promise));
        let begun = Instant::now();
        let outcome = (self.work)(place, self.command);
        if let Err(sentence) = &outcome {
            say(&format!("{} FAILED: {sentence}", self.id));
        }
        Done { id: self.id, outcome, took: begun.elapsed() }
    }
}

/// The steps with these names, in the order given; without names, the default list.
pub(crate) fn choose(named: &[&str]) -> Result<Vec<&'static Step>, String> {
    if named.is_empty() {
        return Ok(STEPS.iter().filter(|step| step.by_default).collect());
    }
    let find = |name: &&str| {
        let known = STEPS.iter().find(|step| step.id == *name);
        known.ok_or_else(|| format!("There is no step called {name:?}. The steps are:\n{}", listing()))
    };
    named.iter().map(find).collect()
}

/// One step a line: name, promise, command.
pub(crate) fn listing() -> String {
    let line = |step: &Step| {
        let extra = if step.by_default { "" } else { " [only when named]" };
        format!("{:<11} {}{extra}\n{:<11}   {}\n", step.id, step.promise, "", step.command)
    };
    STEPS.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn names_are_unique() {
        let names: BTreeSet<_> = STEPS.iter().map(|step| step.id).collect();
        assert_eq!(names.len(), STEPS.len());
    }

    #[test]
    fn the_default_list_is_all_but_the_steps_that_need_the_internet() {
        let ids: Vec<_> = choose(&[]).unwrap().iter().map(|step| step.id).collect();
        let expected = [
            "fmt", "house", "clippy", "no_std", "tests", "ffi", "aarch64", "mobile", "embedded", "wasm",
            "web", "doctests", "benches", "docs", "deny",
        ];
        assert_eq!(ids, expected);
    }

    #[test]
    fn steps_can_be_named_and_unknown_names_are_told() {
        let ids: Vec<_> = choose(&["house", "fmt"]).unwrap().iter().map(|step| step.id).collect();
        assert_eq!(ids, ["house", "fmt"]);
        let sentence = choose(&["fmt", "tset"]).err().unwrap();
        assert!(sentence.contains("\"tset\"") && sentence.contains("advisories"));
    }

    #[test]
    fn every_command_of_cargo_keeps_to_the_lock_file() {
        for step in STEPS.iter().filter(|step| !["fmt", "house", "wasm", "web"].contains(&step.id)) {
            assert!(step.command.contains("--locked"), "{}", step.id);
        }
    }

    #[test]
    fn the_bare_target_is_the_one_built_for() {
        assert!(STEPS.iter().any(|step| step.id == "no_std" && step.command.contains(BARE)));
    }
}
