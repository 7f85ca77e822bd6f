// Builds the package into pkg/: `node build.js`. Needs Rust with the target wasm32-unknown-unknown, and `npm ci`.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const pkg = (name) => here(`pkg/${name}`);
const glue = (name) => here(`glue/${name}`);
const cargo = process.env.CARGO ?? "cargo";
const target = process.env.CARGO_TARGET_DIR ?? here("../target");

/** What the module may use: every browser that is still kept up to date has these. */
const FEATURES = ["bulk-memory", "multivalue", "mutable-globals", "nontrapping-float-to-int", "reference-types", "sign-ext"];

function run(command, args, options = {}) {
  console.log(`$ ${[command, ...args].join(" ")}`);
  execFileSync(command, args, { stdio: "inherit", cwd: here("."), ...options });
}

/** One module with its glue: the whole package, or verification alone. */
function module(name, features) {
  run(cargo, ["build", "-p", "rastau-wasm", "--target", "wasm32-unknown-unknown", "--profile", "wasm", "--locked", ...features]);
  const built = `${target}/wasm32-unknown-unknown/wasm/rastau_wasm.wasm`;
  run(cargo, ["run", "-q", "-p", "rastau-bindgen", "--locked", "--", built, glue(""), name]);
  const enabled = FEATURES.map((feature) => `--enable-${feature}`);
  run(here("node_modules/.bin/wasm-opt"), ["-Os", ...enabled, glue(`${name}_bg.wasm`), "-o", glue("small.wasm")]);
  renameSync(glue("small.wasm"), glue(`${name}_bg.wasm`));
}

for (const folder of [pkg(""), glue("")]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
}
module("rastau", []);
module("verifier", ["--no-default-features"]);

const packed = gzipSync(readFileSync(glue("rastau_bg.wasm")), { level: 9 }).toString("base64");
writeFileSync(glue("module.js"), `export const MODULE = "${packed}";\n`);
writeFileSync(glue("module.d.ts"), "/** The module, gzip and base64. */\nexport declare const MODULE: string;\n");
run(here("node_modules/.bin/tsc"), []);
cpSync(glue(""), pkg(""), { recursive: true });
for (const licence of ["LICENSE-MIT", "LICENSE-APACHE"]) cpSync(here(`../${licence}`), here(licence));

for (const name of ["rastau", "verifier"]) {
  const bytes = readFileSync(pkg(`${name}_bg.wasm`));
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  console.log(`${name}_bg.wasm: ${bytes.length} bytes, ${brotliCompressSync(bytes, { params }).length} in brotli`);
}
