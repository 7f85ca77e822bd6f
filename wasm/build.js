// Builds the package into pkg/: `node build.js`. Needs Rust with the target wasm32-unknown-unknown, wasm-pack, and `npm ci`.

import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

import { errorCodes, schemaTypes } from "./schema.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const pkg = (name) => here(`pkg/${name}`);
const glue = (name) => here(`glue/${name}`);
const cargo = process.env.CARGO ?? "cargo";
const target = resolve(here(".."), process.env.CARGO_TARGET_DIR ?? "target");
const commands = join(target, "wasm-pack");

// wasm-pack finds the commands wasm-bindgen (ours, of the library's exact version) and wasm-opt (from binaryen) on the path.
// Paths of the build machine must not end up in the module. The threshold lets the compiler inline the smallest functions, which
// opt-level "z" keeps apart: a verification is a tenth faster, and the module no larger.
const homes = [["CARGO_HOME", ".cargo"], ["RUSTUP_HOME", ".rustup"]].map(([name, folder]) => process.env[name] ?? join(homedir(), folder));
const env = {
  ...process.env,
  PATH: [commands, here("node_modules/.bin"), process.env.PATH].join(delimiter),
  CARGO_ENCODED_RUSTFLAGS: ["-Cllvm-args=-inline-threshold=40", ...[here(".."), ...homes].map((folder) => `--remap-path-prefix=${folder}=.`)].join(
    "\x1f",
  ),
};

function run(command, args, options = {}) {
  console.log(`$ ${[command, ...args].join(" ")}`);
  const { error, status } = spawnSync(command, args, { stdio: "inherit", cwd: here("."), ...options });
  const failed = error?.code === "ENOENT" ? `${command} not found on the path; install it: \`cargo install ${command} --locked\`` : error?.message;
  if (status !== 0) {
    console.error(failed ?? `${command} exited with status ${status}`);
    process.exit(1);
  }
}

/** Builds one module with its glue: the full package, verification only, or tables only. The options of wasm-opt are in Cargo.toml. */
function module(name, features) {
  const options = ["--target", "web", "--profile", "wasm", "--no-pack", "--no-gitignore", "--mode", "no-install"];
  // Each module has its own folder: wasm-pack optimises every module that it finds in the output folder.
  const output = ["--out-name", name, "--out-dir", `glue/${name}`];
  run("wasm-pack", ["build", ".", ...options, ...output, "--", "--locked", ...features], { env });
  for (const file of readdirSync(glue(name))) renameSync(glue(`${name}/${file}`), glue(file));
  rmdirSync(glue(name));
}

for (const folder of [pkg(""), glue("")]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}
writeFileSync(glue("schema.d.ts"), schemaTypes());
writeFileSync(glue("codes.js"), errorCodes().module);
writeFileSync(glue("codes.d.ts"), errorCodes().declarations);
run(cargo, ["build", "-p", "rastau-bindgen", "--locked"]);
const suffix = process.platform === "win32" ? ".exe" : "";
mkdirSync(commands, { recursive: true });
// wasm-pack looks for this name; rustc refuses to build a program of that name.
copyFileSync(join(target, `debug/rastau-bindgen${suffix}`), join(commands, `wasm-bindgen${suffix}`));
module("rastau", []);
module("verifier", ["--no-default-features", "--features", "verify"]);
module("tables", ["--no-default-features", "--features", "tables"]);

const packed = gzipSync(readFileSync(glue("rastau_bg.wasm")), { level: 9 }).toString("base64");
writeFileSync(glue("module.js"), `export const MODULE = "${packed}";\n`);
writeFileSync(glue("module.d.ts"), "/** The module, gzip and base64. */\nexport declare const MODULE: string;\n");
run(here("node_modules/.bin/tsc"), []);
cpSync(glue(""), pkg(""), { recursive: true });
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(here(`../${licence}`), here(licence));

for (const name of ["rastau", "verifier", "tables"]) {
  const bytes = readFileSync(pkg(`${name}_bg.wasm`));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(`${name}_bg.wasm: ${bytes.length} bytes, ${brotliCompressSync(bytes, { params }).length} in brotli`);
}
