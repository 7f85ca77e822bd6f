// Every file of tests/files in Chromium: its QR code is read, or its kind is named.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { open, serveAndBrowse } from "./browser.js";
import * as make from "./make.js";

const FILES = fileURLToPath(new URL("../../tests/files/", import.meta.url));
/** Files that Chromium does not read, and the page's messages. */
const REFUSED = { "photo.heic": "HEIC picture", "scan.jp2": "JPEG 2000 picture" };

let server;
let context;
serveAndBrowse((...started) => ([server, context] = started));

/** What the page says of a code that was read and is not that of a document. */
const READ = { kk: "Бұл тану туралы құжат емес", ru: "Это не документ о признании", en: "This is not the text of a recognition document" };

/** Chooses a file and returns what the page says about it. */
async function chosen(page, name) {
  await page.locator("input[type=file]").setInputFiles(name.includes("/") ? name : FILES + name);
  return said(page);
}

async function said(page) {
  await page.waitForFunction(() => document.querySelector("main [role=status]").textContent === "" && (document.querySelector("[role=alert]")?.textContent ?? "") !== "", null, { timeout: 60_000 });
  return page.locator("[role=alert]").innerText();
}

test("every file is read or named", { timeout: 600_000 }, async () => {
  const page = await open(context, server, "en");
  const names = readdirSync(FILES).filter((name) => !["README.md", "make.py", "requirements.txt"].includes(name));
  assert.ok(names.length > 40, names.join());
  const wrong = [];
  for (const name of names) {
    const text = await chosen(page, name);
    const expected = REFUSED[name] ?? (name === "user-password.pdf" ? "has a password" : READ.en);
    // The code contains the name in capitals, and no message quotes a code.
    if (!text.includes(expected) || text.includes(name.toUpperCase())) wrong.push(`${name}: ${text}`);
  }
  assert.deepEqual(wrong, []);
  assert.deepEqual(page.problems, []);
  await page.close();
});

const PASSWORDS = {
  kk: ["құпиясөзбен қорғалған", "сәйкес келмейді"],
  ru: ["защищён паролем", "не подходит"],
  en: ["has a password", "not the one"],
};
const UNREAD = { kk: "Оқылмаған беттер: 2 (барлығы 3)", ru: "Не прочитаны страницы: 2 (всего 3)", en: "Not read: pages 2 of 3" };

for (const lang of Object.keys(PASSWORDS)) {
  test(`a password is asked for, and pages that were not read are named, in ${lang}`, async () => {
    const page = await open(context, server, lang);
    const [needed, wrong] = PASSWORDS[lang];
    assert.ok((await chosen(page, "user-password.pdf")).includes(needed));
    const field = page.locator("[name=password]");
    await field.fill("Secret");
    await field.press("Enter");
    await page.waitForFunction((text) => document.querySelector("[role=alert]")?.textContent.includes(text), wrong);
    await field.fill("secret");
    await field.press("Enter");
    await page.waitForFunction((text) => document.querySelector("[role=alert]")?.textContent.includes(text), READ[lang]);
    assert.equal(await field.count(), 0);

    assert.ok((await chosen(page, "page-2-of-3-too-large.pdf")).includes(READ[lang]));
    assert.ok((await page.locator("[role=note]").innerText()).includes(UNREAD[lang]));
    await chosen(page, "flate.pdf");
    assert.equal(await page.locator("[role=note]").count(), 0);
    assert.deepEqual(page.problems, []);
    await page.close();
  });
}

test("the pages of a document are counted while it is read", async () => {
  const page = await open(context, server, "en");
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector("main [role=status]").textContent)).observe(document.querySelector("main [role=status]"), {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await chosen(page, "page-9-of-12.pdf");
  const said = await page.evaluate(() => window.said);
  assert.ok(said.includes("Reading page 9 of 12…") && said.includes("Reading page 12 of 12…"), said.join());
  await page.close();
});

test("the kind of a file follows from its content", async () => {
  const page = await open(context, server, "ru");
  const zip = (name) => Buffer.concat([Buffer.from("PK\x03\x04"), Buffer.alloc(22), Buffer.from(name)]);
  for (const [name, content, text] of [
    ["a.jpg", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic"), "изображение HEIC"],
    ["c.pdf", Buffer.from("\0\0\0\x18ftypisom\0\0\0\0isomiso2"), "видеозапись"],
    ["d.docx", zip("word/document.xml"), "офисный документ"],
    ["e.xlsx", zip("xl/workbook.xml"), "на странице списков"],
    ["f.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", "рисунок SVG"],
    ["g.pdf", "<!DOCTYPE html><title>404</title>", "веб-страница"],
    ["i.bin", Buffer.alloc(40_000, 7), "не изображение и не PDF"],
    ["k.jpg", "%PDF-1.7\n", "документ PDF"],
    ["l.gif", "GIF89a", "изображение GIF"],
  ]) {
    const said = await chosen(page, make.file(name, content));
    assert.ok(said.includes(text), `${name}: ${said}`);
  }
  assert.deepEqual(page.problems, []);
  await page.close();
});

/** A PDF of one page with a drawing and forms, each of which draws the next one several times. */
function forms(depth, times, last) {
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"];
  const stream = (entries, data) => `<<${entries}/Length ${data.length}>>\nstream\n${data}\nendstream`;
  const names = Array.from({ length: depth }, (_, at) => `/X${at} ${at + 6} 0 R`).join("");
  objects.push("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources 5 0 R>>", stream("", "/X0 Do"), `<</XObject<<${names}>>>>`);
  for (let at = 0; at < depth; at += 1) {
    objects.push(stream("/Subtype/Form/BBox[0 0 600 800]/Resources 5 0 R", at + 1 === depth ? last : `/X${at + 1} Do `.repeat(times)));
  }
  const body = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("");
  return `%PDF-1.7\n${body}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\n%%EOF\n`;
}

/** The header of a PNG of this size, and nothing else. */
function header(width, height) {
  const bytes = Buffer.alloc(33);
  bytes.write("\x89PNG\r\n\x1a\n", "latin1");
  bytes.writeUInt32BE(13, 8);
  bytes.write("IHDR", 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  bytes.set([8, 0, 0, 0, 0], 24);
  return bytes;
}

test("decoding a file that exhausts its decoder ends at the limit, and the page stays usable", { timeout: 120_000 }, async () => {
  const page = await open(context, server, "en");
  await page.locator("input[type=file]").setInputFiles(make.file("forms.pdf", forms(12, 10, "0 0 500 500 re f")));
  // The page itself answers while the decoder works.
  await page.getByText("Reading the file…").waitFor();
  assert.equal(await page.evaluate(() => document.querySelector("main [role=status]").textContent), "Reading the file…");
  assert.match(await said(page), /more than 20 seconds/);
  // A worker that never yields is terminated a little later.
  const decoders = () => page.workers().filter((worker) => worker.url().includes("decoder")).length;
  for (let tries = 0; decoders() > 0 && tries < 300; tries += 1) await page.waitForTimeout(100);
  assert.equal(decoders(), 0);

  assert.match(await chosen(page, make.file("wide.png", header(50_000, 50_000))), /larger than 134 megapixels/);
  assert.ok((await chosen(page, "flate.pdf")).includes(READ.en));
  await page.close();
});
