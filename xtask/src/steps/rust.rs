//! The steps of cargo and its tools.

use std::env;

use crate::command::run;
use crate::tools;
use crate::workspace::Workspace;

/// The target of the step `no_std`: a Cortex-M4 with floating point, for which there is no `std`.
const BARE_METAL: &str = "thumbv7em-none-eabihf";

/// The workspaces beside the main one, each with its own lock file.
const OTHER_WORKSPACES: &[&str] = &["bench/cortex-m", "fuzz", "xtask/mobile"];

/// The targets in `fuzz/`.
const FUZZ_TARGETS: &[&str] = &["input", "wrapped", "link", "tables", "report", "page", "bundle", "facts"];

pub(super) const FMT: &str = "cargo fmt --all --check";

pub(super) fn fmt(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::component(workspace, "rustfmt", "fmt")?;
    run(workspace, command)?;
    OTHER_WORKSPACES.iter().try_for_each(|other| {
        run(workspace, &command.replacen("--all", &format!("--manifest-path {other}/Cargo.toml"), 1))
    })
}

pub(super) const REPO: &str = "cargo xtask check repo";

pub(super) const CLIPPY: &str = "cargo clippy --workspace --all-targets --locked -- -D warnings";

pub(super) fn clippy(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::component(workspace, "clippy", "clippy")?;
    run(workspace, command)
}

pub(super) const NO_STD: &str =
    "cargo build -p rastau-core -p rastau-messages --target thumbv7em-none-eabihf --locked";

pub(super) fn no_std(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::target(workspace, BARE_METAL)?;
    run(workspace, command)
}

/// Without `--all-targets`, which would run the benchmarks too.
pub(super) const TESTS: &str =
    "cargo test --workspace --exclude rastau-ffi --lib --bins --tests --examples --no-fail-fast --locked";

pub(super) const FFI: &str = "cargo test -p rastau-ffi --lib --tests --no-fail-fast --locked";

pub(super) const AARCH64: &str = "RASTAU_CC=aarch64-linux-gnu-gcc RASTAU_RUN=qemu-aarch64-static \
    QEMU_LD_PREFIX=/usr/aarch64-linux-gnu RASTAU_LIBRARY=target/aarch64-unknown-linux-gnu/debug \
    cargo test -p rastau-ffi --test c --locked c_gives_the_answers_of_the_corpus";

pub(super) const MOBILE: &str = "cargo test --workspace --exclude rastau-ffi --test exports --locked";

pub(super) const EMBEDDED: &str = "CARGO_TARGET_DIR=target/cortex-m cargo run --release --locked \
    --manifest-path bench/cortex-m/Cargo.toml --config bench/cortex-m/.cargo/config.toml";

pub(super) fn embedded(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::target(workspace, BARE_METAL)?;
    tools::debian_program(workspace, "qemu-system-arm", "qemu-system-arm")?;
    run(workspace, command)
}

/// The same packages as in the step `tests`: with others, cargo would choose other features and compile everything again.
pub(super) const DOCTESTS: &str = "cargo test --workspace --exclude rastau-ffi --doc --no-fail-fast --locked";

pub(super) const BENCHES: &str =
    "RASTAU_BENCH_SIZES=1000 cargo test --workspace --exclude rastau-ffi --bench verify --locked";

pub(super) const DOCS: &str = "RUSTDOCFLAGS=-Dwarnings cargo doc --workspace --no-deps --locked";

pub(super) const DENY: &str =
    "cargo-deny --locked --config deny.toml check --hide-inclusion-graph bans licenses sources";

pub(super) fn deny(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::cargo_tool(workspace, "cargo-deny", tools::DENY)?;
    run(workspace, command)?;
    OTHER_WORKSPACES.iter().try_for_each(|other| {
        let manifest = format!("--locked --manifest-path {other}/Cargo.toml");
        run(workspace, &command.replacen("--locked", &manifest, 1))
    })
}

/// Takes a quarter of an hour.
pub(super) const MIRI: &str = "MIRIFLAGS=-Zmiri-disable-isolation rustup run nightly cargo miri test -p rastau-ffi \
    --test contract --locked";

pub(super) fn miri(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::nightly(workspace, &["miri", "rust-src"])?;
    run(workspace, command)
}

pub(super) const FUZZ: &str = "cargo run --release --locked --manifest-path fuzz/Cargo.toml --bin seeds";

pub(super) fn fuzz(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::nightly(workspace, &[])?;
    tools::cargo_tool(workspace, "cargo-fuzz", tools::FUZZ)?;
    run(workspace, command)?;
    FUZZ_TARGETS.iter().try_for_each(|target| {
        let options = "-max_total_time=60 -timeout=10 -rss_limit_mb=2048 -print_final_stats=1";
        run(workspace, &format!("rustup run nightly cargo fuzz run --fuzz-dir fuzz {target} -- {options}"))
    })
}

/// Takes days for all of them. `RASTAU_MUTANTS_SHARD=K/N`, with K from 0 on, tests one part of N; a run that was ended continues
/// where it was.
pub(super) const MUTANTS: &str = "cargo-mutants mutants --iterate --output target/mutants --cargo-arg=--locked \
    --package rastau-core --package rastau-store -- --lib";

pub(super) fn mutants(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::cargo_tool(workspace, "cargo-mutants", tools::MUTANTS)?;
    let shard = env::var("RASTAU_MUTANTS_SHARD").map(|shard| format!("--shard {shard} ")).unwrap_or_default();
    run(workspace, &command.replacen("--iterate", &format!("{shard}--iterate"), 1))
}

/// Downloads the database of advisories.
pub(super) const ADVISORIES: &str = "cargo-deny --locked check advisories";

pub(super) fn advisories(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::cargo_tool(workspace, "cargo-deny", tools::DENY)?;
    run(workspace, command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_std_is_built_for_the_target_that_is_installed() {
        assert!(NO_STD.contains(BARE_METAL));
    }
}
