// The package installed from its tarball, as users install it, under Node and three bundlers.

import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { launch } from "./chromium.js";
import { bundle, cases, filesOf } from "./corpus.js";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(HERE, "node_modules/.bin", name);
const folder = mkdtempSync(join(tmpdir(), "rastau-packed-"));
const ordinary = cases().find((one) => one.name === "basis-last-day");
const run = (command, args) => execFileSync(command, args, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** An application: load, open, verify. */
const program = (entry) => `
import { load, Verifier } from "${entry}";
export async function main(root, bundle) {
  await load();
  const verifier = Verifier.open(root, bundle, { now: "${ordinary.options.now}" });
  return JSON.stringify(verifier.verify(${JSON.stringify(ordinary.input)}, ${JSON.stringify(ordinary.question)}));
}
globalThis.main = main;
`;

let context;
before(async () => {
  const packed = execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: HERE, encoding: "utf8" }).trim();
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  run("npm", ["install", "--silent", "--offline", "--no-audit", "--no-fund", `./${packed.split("\n").at(-1)}`]);
  for (const [name, entry] of [["full", "rastau"], ["verify", "rastau/verify"], ["inline", "rastau/inline"]]) {
    writeFileSync(join(folder, `${name}.js`), program(entry));
  }
  context = await launch();
});
after(async () => {
  await context?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("the tarball contains the package and nothing else", () => {
  const packed = join(folder, "node_modules/rastau");
  const names = readdirSync(packed).sort();
  assert.deepEqual(names, ["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json", "pkg"]);
  for (const name of ["index.js", "index.d.ts", "node.js", "verify.js", "inline.js", "lists.js", "lists.d.ts", "rastau_bg.wasm", "tables_bg.wasm", "types.d.ts", "schema.d.ts", "codes.js", "codes.d.ts"]) {
    assert.ok(readdirSync(join(packed, "pkg")).includes(name), name);
  }
});

test("publint finds no problem", () => {
  const output = execFileSync(bin("publint"), ["--strict", join(folder, "node_modules/rastau")], { encoding: "utf8" });
  assert.match(output, /All good/);
});

test("Node runs the package", async () => {
  const { main } = await import(pathToFileURL(join(folder, "full.js")).href);
  assert.equal(await main(Uint8Array.from(ordinary.root), bundle(ordinary.bundle)), ordinary.expected);
});

test("the declarations accept correct calls and reject wrong ones", () => {
  writeFileSync(join(folder, "typed.ts"), `
import { evaluateRule, isRastauError, Update, updateFrom, Verifier, type Updated, type VerdictAnswer } from "rastau";
import { Table, type TableRow } from "rastau/lists";
const verifier = Verifier.open(new Uint8Array(), new Uint8Array(), { accept: "late" });
const verdict: VerdictAnswer = verifier.verify({ number: "1" }, { on: "2026-01-01", lang: "kk" });
const rows: TableRow[] = Table.open(new Uint8Array(), { columns: { level: null } }).rows(1);
const outcome: "valid" | "invalid" | "indeterminate" = verdict.outcome;
const answer = evaluateRule("art22.p1.appeal-window", { informed_on: "2026-03-19" }, { lang: "ru" });
const text: string | undefined = answer.words?.text;
// @ts-expect-error unknown fact
evaluateRule("art22.p1.appeal-window", { informed: "2026-03-19" });
// @ts-expect-error unknown rule
evaluateRule("art99", {});
// @ts-expect-error unknown language
verifier.verify("RST1:", { lang: "de" });
try { verifier.update(new Uint8Array()); } catch (caught) { if (isRastauError(caught)) caught.code satisfies number; }
const updated: Promise<Updated> = updateFrom("https://example.org/register", { root: new Uint8Array(), deadline: 1000 });
const update = Update.begin({ root: new Uint8Array() });
const question = update.ask();
if (question.kind === "statement") update.answer(question.limit > 0 ? 404 : new Uint8Array());
// @ts-expect-error a segment has no limit
if (question.kind === "segment") question.limit;
// @ts-expect-error unknown answer
update.answer("done");
export { outcome, text, updated };
`);
  run(bin("tsc"), ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom,esnext.disposable", "--types", "", "typed.ts"]);
});

test("the README's examples run", async () => {
  const blocks = [...readFileSync(join(HERE, "README.md"), "utf8").matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);
  assert.equal(blocks.length, 4);
  writeFileSync(join(folder, "bundle.rastau"), bundle(ordinary.bundle));
  writeFileSync(join(folder, "root.cose"), Uint8Array.from(ordinary.root));
  writeFileSync(join(folder, "document.txt"), ordinary.input);
  writeFileSync(join(folder, "list.csv"), `Номер документа;Уровень;QR\r\n000000009999;77;\r\n;;${ordinary.input.trim()}\r\n`);
  const register = await serve(filesOf("bundles/second"));
  const outputs = [];
  for (const [at, code] of blocks.entries()) {
    writeFileSync(join(folder, `example-${at}.mjs`), code);
    const { stdout } = await promisify(execFile)("node", [`example-${at}.mjs`], { cwd: folder, env: { ...process.env, REGISTER: register.address } });
    outputs.push(stdout);
  }
  register.close();
  assert.match(outputs[0], /^valid Valid/);
  assert.match(outputs[1], /^2026-03-31 .*31 марта 2026/);
  assert.match(outputs[2], /^newer 2026-11-23T/);
  assert.match(outputs[3], /^Номер документа number\nУровень null\nQR document\n2 \w+\n3 \w+\n$/);
});

/** A web server of a published folder. */
async function serve(files) {
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url, "http://localhost").pathname.slice(1));
    response.writeHead(file ? 200 : 404).end(file);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => (server.closeAllConnections(), server.close());
  return { address: `http://127.0.0.1:${server.address().port}`, close };
}

/** Runs a bundler's output in Chromium. */
async function inChromium(dist, script) {
  const types = { ".js": "text/javascript", ".wasm": "application/wasm" };
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (path === "/") return response.writeHead(200, { "Content-Type": "text/html" }).end(`<script type="module" src="/${script}"></script>`);
    try {
      const body = readFileSync(join(dist, path));
      response.writeHead(200, { "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => globalThis.main);
  const found = await page.evaluate(
    ([root, bundle]) => globalThis.main(Uint8Array.from(root), Uint8Array.from(atob(bundle), (one) => one.charCodeAt(0))),
    [ordinary.root, Buffer.from(bundle(ordinary.bundle)).toString("base64")],
  );
  await page.close();
  server.closeAllConnections();
  server.close();
  return found;
}

const only = (dist) => readdirSync(dist).find((name) => name.endsWith(".js"));

test("Vite bundles the full package", async () => {
  mkdirSync(join(folder, "vite"));
  cpSync(join(folder, "full.js"), join(folder, "vite/main.js"));
  writeFileSync(join(folder, "vite/index.html"), '<script type="module" src="./main.js"></script>');
  run(bin("vite"), ["build", "vite", "--outDir", join(folder, "dist-vite"), "--logLevel", "error"]);
  const dist = join(folder, "dist-vite");
  assert.equal(await inChromium(dist, `assets/${only(join(dist, "assets"))}`), ordinary.expected);
});

test("webpack bundles the entry point without the rules", async () => {
  const { default: webpack } = await import("webpack");
  const dist = join(folder, "dist-webpack");
  const stats = await new Promise((resolve, reject) =>
    webpack(
      { mode: "production", context: folder, entry: "./verify.js", output: { path: dist, filename: "main.js" }, devtool: false },
      (error, stats) => (error ? reject(error) : resolve(stats)),
    ),
  );
  assert.equal(stats.hasErrors(), false, stats.toString());
  assert.equal(await inChromium(dist, "main.js"), ordinary.expected);
});

test("esbuild bundles the inline entry point", async () => {
  const { build } = await import("esbuild");
  const dist = join(folder, "dist-esbuild");
  await build({ entryPoints: [join(folder, "inline.js")], bundle: true, format: "esm", outfile: join(dist, "main.js"), logLevel: "error" });
  assert.equal(await inChromium(dist, "main.js"), ordinary.expected);
});
