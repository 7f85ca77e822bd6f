// Takes screenshots of every view, at phone and desktop size, in three languages: `npm run shots` writes them to shots/.
// `npm run picture` writes the screenshot of the README.

import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { browser, DATA, open, serve } from "../tests/browser.js";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const readme = process.argv.includes("--readme");
const SIZES = readme
  ? { desk: { width: 1120, height: 760 } }
  : { desk: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
const LANGS = readme ? ["ru"] : ["kk", "ru", "en"];
const VIEWS = readme ? [] : ["verify", "list", "deadlines", "register", "law"];

mkdirSync(here("../shots"), { recursive: true });
const server = await serve();
for (const [size, viewport] of Object.entries(SIZES)) {
  const context = await browser({ viewport });
  for (const lang of LANGS) {
    const shot = (page, name) => page.screenshot({ path: here(`../shots/${name}-${lang}-${size}.png`), fullPage: true });
    for (const view of VIEWS) {
      const page = await open(context, server, lang, view);
      await page.waitForTimeout(800);
      // Opens one article, to show its norms.
      if (view === "law") await page.locator(".article summary").first().click();
      if (view === "deadlines") await page.locator("main .actions button").first().click();
      await page.waitForTimeout(300);
      await shot(page, view);
      await page.close();
    }
    for (const document of readme ? ["valid"] : ["valid", "altered-level", "newer-than-snapshot"]) {
      const page = await open(context, server, lang);
      await page.locator("input[type=file]").setInputFiles(`${DATA}/documents/${document}.png`);
      await page.locator(".verdict").waitFor();
      await (readme ? page.screenshot({ path: here("../../docs/page.png") }) : shot(page, `verdict-${document}`));
      await page.close();
    }
  }
  await context.close();
}
await server.close();
