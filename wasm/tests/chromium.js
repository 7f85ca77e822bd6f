// Starts Chromium for the tests.

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

/** Flags for a machine without a display, for root, and against requests of the browser itself. */
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts Chromium with its own profile. Debian's Chromium sometimes dies while it starts; it is then started a second time. */
export async function launch() {
  const start = () =>
    chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "rastau-wasm-")), {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      headless: true,
      args: FLAGS,
    });
  return start().catch(start);
}
