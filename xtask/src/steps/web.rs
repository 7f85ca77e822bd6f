//! The steps of the npm package and the page.

use std::fs;

use crate::command::run;
use crate::tools;
use crate::workspace::Workspace;

/// The register that the page's tests are generated from.
const DATA: &str = "target/web-data";

/// Builds the command-line program as the step `tests` does, which has mostly built it already. `cargo run` would choose
/// other features for its dependencies and compile them again.
const PROGRAM: &str = "cargo test --workspace --exclude rastau-ffi --test program --no-run --locked";

pub(super) const WASM: &str = "npm --prefix wasm test";

pub(super) fn wasm(workspace: &Workspace, command: &str) -> Result<(), String> {
    tools::npm_packages(workspace, "wasm")?;
    tools::chromium(workspace)?;
    build_package(workspace)?;
    run(workspace, command)
}

pub(super) const PAGE: &str = "npm --prefix web-demo test";

pub(super) fn page(workspace: &Workspace, command: &str) -> Result<(), String> {
    if !workspace.root.join("wasm/pkg/rastau_bg.wasm").exists() {
        tools::npm_packages(workspace, "wasm")?;
        build_package(workspace)?;
    }
    tools::npm_packages(workspace, "web-demo")?;
    tools::chromium(workspace)?;
    // The register is valid from the day it is made, so that of an earlier run may be out of date.
    let _ = fs::remove_dir_all(workspace.root.join(DATA));
    run(workspace, PROGRAM)?;
    let program = workspace.target.join("debug/rastau");
    run(workspace, &format!("{} demo --documents 400 {DATA}", program.display()))?;
    run(workspace, "npm --prefix web-demo run build")?;
    run(workspace, command)
}

/// Builds the npm package into `wasm/pkg`.
fn build_package(workspace: &Workspace) -> Result<(), String> {
    tools::target(workspace, "wasm32-unknown-unknown")?;
    tools::cargo_tool(workspace, "wasm-pack", tools::WASM_PACK)?;
    run(workspace, "npm --prefix wasm run build")
}
