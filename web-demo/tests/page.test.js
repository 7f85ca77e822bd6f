// The page in Chromium: every flow, in every language.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";

import { Verifier } from "rastau";
import * as lists from "rastau/lists";

import { bundle } from "../../wasm/tests/corpus.js";
import { browser, DATA, open, serve, serveAndBrowse } from "./browser.js";
import * as make from "./make.js";

const require = createRequire(import.meta.url);
await lists.load(readFileSync(require.resolve("rastau/tables_bg.wasm")));
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const LANGS = ["kk", "ru", "en"];
const VIEWS = ["verify", "list", "deadlines", "register", "law"];
const documents = `${DATA}/documents/`;
const expected = JSON.parse(readFileSync(`${DATA}/expected.json`, "utf8"));
const form = (name) => JSON.parse(readFileSync(`${documents}${name}.json`, "utf8"));

/** Texts of the page, by language. */
const TEXTS = {
  valid: { kk: /Жарамды/i, ru: /действителен/i, en: /(^|\s)valid/i },
  invalid: { kk: /Жарамсыз/i, ru: /недействителен/i, en: /not valid|invalid/i },
  noCode: { kk: /QR-код табылмады/, ru: /QR-код в файле не найден/, en: /No QR code was found/ },
  wrongCode: { kk: /example\.com/, ru: /example\.com/, en: /example\.com/ },
  tooBig: { kk: /64 МБ-тан үлкен/, ru: /больше 64 МБ/, en: /larger than 64 MB/ },
  mistyped: { kk: /қате/i, ru: /опечатка|ошибка/i, en: /mistyped/i },
  rollback: { kk: /ескі/, ru: /старее/, en: /older/ },
  foreign: { kk: /басқа тізілімнің/, ru: /другого реестра/, en: /another register/ },
  forged: { kk: /қол қоймаған|бүлінген/, ru: /недостаточно ключей|повреждён/, en: /not signed by enough|damaged/ },
  damaged: { kk: /бүлінген|көшірмесі емес/, ru: /повреждён|не снимок/, en: /damaged|not a register/ },
};

let server;
let context;
serveAndBrowse((...started) => ([server, context] = started));

/** The resources that a page loaded from other origins. */
async function foreignResources(page) {
  return page.evaluate(() => performance.getEntriesByType("resource").map((one) => one.name).filter((name) => !name.startsWith(location.origin)));
}

const answer = (page) => page.locator(".verdict h1");

for (const lang of LANGS) {
  describe(`in ${lang}`, () => {
    test("a picture, a PDF, a text and a typed form are verified", async () => {
      const page = await open(context, server, lang);
      const file = page.locator("input[type=file]");
      await file.setInputFiles(`${documents}valid.png`);
      await answer(page).waitFor();
      assert.match(await answer(page).innerText(), TEXTS.valid[lang]);
      assert.equal(await page.locator(".answer.good .shape.good").count(), 1);
      await page.locator(".actions .primary").click();

      const pdf = readdirSync(documents).find((name) => name.endsWith(".pdf"));
      await file.setInputFiles(documents + pdf);
      await answer(page).waitFor();
      await page.locator(".actions .primary").click();

      await page.locator("textarea").fill(readFileSync(`${documents}cancelled.txt`, "utf8"));
      await page.locator("form:has(textarea) button").click();
      await answer(page).waitFor();
      assert.match(await answer(page).innerText(), TEXTS.invalid[lang]);
      // The group that decided is open, with what to do; the others are one line each.
      assert.deepEqual(await page.locator(".checks [data-group][open]").evaluateAll((all) => all.map((one) => one.dataset.group)), ["term"]);
      assert.ok((await page.locator(".checks [data-group=term] .advice").count()) > 0);
      assert.equal(await page.locator(".technical li").count(), 33);
      // Codes and clauses of standards are shown on demand only.
      assert.doesNotMatch(await page.locator(".verdict").innerText(), /RFC|\b1[0-3]\d\d\b/);
      await page.locator(".actions .primary").click();

      const { number, code, holder } = form("valid");
      await page.locator("[name=number]").fill(number);
      await page.locator("[name=code]").fill(code.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
      await page.locator("[name=code][aria-invalid=true]").waitFor();
      assert.match(await page.locator("#code-note").innerText(), TEXTS.mistyped[lang]);
      // On a Kazakh keyboard: lower case, Cyrillic letters that look like Latin ones, no hyphens.
      const twins = { A: "а", B: "в", C: "с", E: "е", H: "һ", K: "к", M: "м", P: "р", T: "т", X: "х", Y: "ү", "0": "о", "1": "і" };
      await page.locator("[name=code]").fill([...code.replaceAll("-", "")].map((one) => twins[one] ?? one.toLowerCase()).join(""));
      await page.locator("#code-note.good").waitFor();
      await page.locator("[name=holder]").fill(holder);
      await page.locator("[name=holder]").press("Enter");
      await answer(page).waitFor();
      assert.match(await answer(page).innerText(), TEXTS.valid[lang]);

      await page.locator("[name=on]").fill("2024-01-10");
      await page.locator(".answer.bad").waitFor();

      // A printed report has every check, also where the list is collapsed; afterwards it is collapsed again.
      const folded = () => page.locator(".checks details:not([open])").count();
      const before = await folded();
      assert.ok(before > 0);
      await page.evaluate(() => addEventListener("beforeprint", () => (document.title = `folded ${document.querySelectorAll(".checks details:not([open])").length}`)));
      await page.pdf();
      assert.equal(await page.title(), "folded 0");
      assert.equal(await folded(), before);
      assert.deepEqual(await foreignResources(page), []);
      assert.deepEqual(page.problems, []);
      await page.close();
    });

    test("an unusable input is reported with advice", async () => {
      const page = await open(context, server, lang);
      const file = page.locator("input[type=file]");
      const problem = page.locator("[role=alert]");
      const qr = `data:image/png;base64,${readFileSync(`${documents}valid.png`).toString("base64")}`;
      const inputs = [
        ["noCode", await make.picture(context, "tree.png", "<h1>no code here</h1>")],
        ["wrongCode", await make.code("address.png", "https://example.com/menu")],
        ["noCode", await make.picture(context, "blurred.png", `<img src="${qr}" style="width:300px;filter:blur(9px)">`)],
        ["tooBig", make.file("large.png", Buffer.alloc(65 * 1024 * 1024))],
      ];
      for (const [what, path] of inputs) {
        await file.setInputFiles(path);
        await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("[role=alert]")?.textContent ?? ""), TEXTS[what][lang].source);
        assert.equal(await page.locator(".verdict").count(), 0);
      }
      await page.locator("textarea").fill("RST1:CUT");
      await page.locator("form:has(textarea) button").click();
      await page.waitForFunction(() => (document.querySelector("[role=alert]")?.textContent ?? "").length > 10);
      assert.doesNotMatch(await problem.innerText(), /undefined|\[object/);
      await page.close();
    });

    test("a deadline is computed while it is typed, and saved for a calendar", async () => {
      const page = await open(context, server, lang, "deadlines");
      const dates = page.locator("main input[type=date]");
      await dates.first().waitFor();
      await page.locator("main .actions button").first().click();
      await page.locator(".last-day strong").waitFor();
      // The input uses the format of the browser's language; the day is repeated beside it in the page's language.
      const chosen = await dates.evaluateAll((all) => all.map((one) => [one.value, one.parentElement.querySelector("small")?.textContent]));
      for (const [value, text] of chosen.filter(([value]) => value)) {
        const [year, , day] = value.split("-").map(Number);
        assert.match(text, new RegExp({ kk: `^${year}\\sж\\. ${day}\\s\\p{L}+$`, ru: `^${day} \\p{L}+ ${year}\\sг\\.$`, en: `^${day} \\p{L}+ ${year}$` }[lang], "u"));
      }
      assert.ok(chosen.some(([value]) => value));
      assert.match(await page.locator(".last-day strong").innerText(), /31/);
      assert.equal(await page.locator(".days td.last").innerText().then((text) => parseInt(text, 10)), 31);
      assert.equal(await page.locator(".days td.skipped").count(), 7);
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".last-day button").click()]);
      const ics = readFileSync(await download.path(), "utf8");
      assert.match(ics, /DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n/);
      for (const line of ics.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
      // Every question has an answer for its example.
      const tried = new Set();
      for (const audience of await page.locator("[name=person] option").evaluateAll((all) => all.map((one) => one.value))) {
        await page.locator("[name=person]").selectOption(audience);
        const rules = await page.locator("[name=rule] option").evaluateAll((all) => all.map((one) => one.value));
        assert.ok(rules.length > 3, audience);
        for (const rule of rules.filter((one) => !tried.has(one))) {
          tried.add(rule);
          await page.locator("[name=rule]").selectOption(rule);
          await page.locator("main .actions button").first().click();
          await page.locator("main .answer").waitFor();
          assert.equal(await page.locator("main .problem").count(), 0, rule);
          // No identifier of the code is shown to the user.
          assert.doesNotMatch(await page.locator("main form, main section").first().innerText(), /\b[a-z]+_[a-z_]+\b/, rule);
        }
      }
      // Days in the wrong order are reported in the page's language, with the labels of the form.
      await page.locator("[name=person]").selectOption("centre");
      await page.locator("[name=rule]").selectOption("art22.p2.appeal-consideration");
      await page.locator("main .actions button").first().click();
      await dates.nth(2).fill("2026-03-01");
      await page.locator("main .problem").waitFor();
      assert.match(await page.locator("main .problem").innerText(), { kk: /: 2026 ж\. 1 наурыз мына күннен ерте: 2026 ж\. 27 наурыз/, ru: /1 марта 2026 г\. раньше, чем 27 марта 2026 г\. \(/, en: /1 March 2026 is before the day of registration of the appeal \(27 March 2026\)/ }[lang]);
      assert.deepEqual(page.problems, []);
      await page.close();
    });

    test("the example of a list is read as it is meant", async () => {
      const page = await open(context, server, lang, "list");
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator("section .button:not(.file)").first().click()]);
      const heading = readFileSync(await download.path(), "utf8");
      const { number, code, holder } = form("valid");
      const row = `${number};${code};${holder};Қиялов Өрнекбай;3;2026-05-20;2031-05-20\r\n`;
      await page.locator("input[type=file]").setInputFiles(make.file("example.csv", heading + row));
      await page.locator("#columns").waitFor();
      const columns = await page.locator(".sheet select").evaluateAll((all) => all.map((one) => one.value));
      assert.deepEqual(columns, ["number", "code", "holder", "name", "level", "issued_on", "valid_until"]);
      await page.close();
    });

    test("a list in Windows-1251 with semicolons", async () => {
      // A separate browser, since the test removes its register.
      const own = await browser();
      const page = await open(own, server, lang, "list");
      const { number, code, holder } = form("valid");
      const text = `Номер документа;Код проверки;ИИН;ФИО;Отдел\r\n${number};${code};${holder};;\r\n;;;;\r\n\r\n000000009999;;;Пример Ё.;\r\n`;
      await page.locator("input[type=file]").setInputFiles(make.file("list.csv", make.windows1251(text)));
      await page.locator("#columns").waitFor();
      assert.match(await page.locator("main").innerText(), /windows-1251/);
      const columns = await page.locator(".sheet select").evaluateAll((all) => all.map((one) => one.value));
      assert.deepEqual(columns, ["number", "code", "holder", "name", ""]);
      await page.locator("section:has(#columns) .primary").click();
      await page.locator(".report tbody tr").nth(1).waitFor();
      assert.match(await page.locator(".report tbody tr").first().innerText(), TEXTS.valid[lang]);
      assert.match(await page.locator(".report tbody").innerText(), /Пример Ё\./);
      // The reasons follow the language of the page.
      const reasons = () => page.locator(".report tbody tr td:last-child").allInnerTexts();
      const [, before] = await reasons();
      await page.locator(`.langs button[lang=${lang === "ru" ? "kk" : "ru"}]`).click();
      await page.waitForFunction((old) => document.querySelectorAll(".report tbody tr td:last-child")[1].textContent !== old, before);
      await page.locator(`.langs button[lang=${lang}]`).click();
      await page.waitForFunction((old) => document.querySelectorAll(".report tbody tr td:last-child")[1].textContent === old, before);
      // After switching to another view and back, the report is still shown.
      await page.locator("nav a").nth(4).click();
      await page.locator(".article").first().waitFor();
      assert.equal(await page.locator(".report").isVisible(), false);
      await page.locator("nav a").nth(1).click();
      assert.equal(await page.locator(".report tbody tr").count(), 2);
      // Empty rows are skipped, but the numbers of rows are those of the spreadsheet.
      assert.deepEqual(await page.locator(".report tbody tr td:first-child span").allInnerTexts(), ["2", "5"]);
      // Removing the register removes the report too.
      await page.locator("nav a").nth(3).click();
      await page.locator("section:has(#forget) button").click();
      await page.locator("section:has(#forget) .danger").click();
      await page.locator("nav a").nth(1).click();
      await page.locator("main a.primary:visible").waitFor();
      assert.equal(await page.locator(".report").count(), 0);
      await own.close();
    });

    test("updates: newer, older, another register, forged, damaged, and removal", async () => {
      const [base, second] = ["base", "second"].map((name) => make.file(`${name}.rastau`, bundle(`bundles/${name}`)));
      const bare = await serve({ register: false, files: { "/next.rastau": second } });
      const own = await browser();
      const page = await open(own, bare, lang, "register", false);
      const file = page.locator("input[type=file]");
      await file.setInputFiles(base);
      // The first register is trusted only after its fingerprint was shown.
      assert.match(await page.locator(".ask .fingerprint").innerText(), /^([0-9a-f]{8} ?){8}$/);
      await page.locator(".ask .primary").click();
      await page.locator(".done").waitFor();
      await page.locator("[type=url]").fill(`${bare.url}next.rastau`);
      await page.locator("form .button").click();
      await page.waitForFunction(() => document.querySelector(".rows > div:nth-child(2) dd")?.textContent === "1.2");
      const rejects = async (path, what) => {
        await file.setInputFiles(path);
        await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("main [role=status]")?.textContent ?? ""), TEXTS[what][lang].source);
      };
      await rejects(base, "rollback");
      await rejects(`${DATA}/bundle.rastau`, "foreign");
      const forged = Buffer.from(readFileSync(second));
      const manifest = forged.indexOf("rastau/manifest/1");
      forged[manifest + 60] ^= 1;
      await rejects(make.file("forged.rastau", forged), "forged");
      await rejects(make.file("cut.rastau", readFileSync(second).subarray(0, 9000)), "damaged");
      await page.reload();
      await page.locator(".rows").first().waitFor();
      await rejects(base, "rollback");
      await page.locator("section:has(#forget) .button").click();
      await page.locator(".danger").click();
      await page.locator(".done").waitFor();
      await page.reload();
      await page.locator("main .panel").first().waitFor();
      assert.equal(await page.locator(".rows").count(), 0);
      const left = await page.evaluate(async () => {
        const names = [];
        const root = await navigator.storage.getDirectory();
        for await (const [, folder] of root.entries()) for await (const name of folder.keys()) names.push(name);
        return names;
      });
      assert.deepEqual(left, ["forgotten"]);
      await own.close();
      await bare.close();
    });

    test("every norm of the Law is described in the language of the page", async () => {
      const page = await open(context, server, lang, "law");
      await page.locator(".norms li p:not(.mono)").first().waitFor({ state: "attached" });
      const norms = await page.locator(".norms li").evaluateAll((all) =>
        all.map((one) => [one.querySelector(".mono").textContent, [...one.querySelectorAll("p:not(.mono)")].map((line) => line.textContent.trim())]),
      );
      assert.ok(norms.length > 200, `${norms.length} norms`);
      for (const [id, lines] of norms) {
        assert.ok(lines.length > 0 && lines.every((line) => line), id);
        if (lang === "en") continue;
        assert.equal(lines.length, 1, id);
        // Latin letters are allowed in Roman numerals only.
        assert.doesNotMatch(lines[0].replace(/\b[IVX]+\b/g, ""), /[A-Za-z]/, id);
      }
      if (lang !== "en") assert.equal(await page.locator("main [lang=en]").count(), 0);
      assert.deepEqual(page.problems, []);
      await page.close();
    });

    test("axe finds no violation, in light and dark", async () => {
      // The colours do not depend on the language, so dark is tested in one only.
      for (const colorScheme of lang === "kk" ? ["light", "dark"] : ["light"]) {
        for (const view of [...VIEWS, "verdict"]) {
          const page = await open(context, server, lang, view === "verdict" ? "verify" : view);
          await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
          if (view === "verdict") {
            await page.locator("input[type=file]").setInputFiles(`${documents}altered-level.png`);
            await answer(page).waitFor();
            await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
          }
          if (view === "deadlines" || view === "law") await page.locator("main .panel .quiet, main .answer").first().waitFor();
          await page.evaluate(AXE);
          const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
          const violations = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join("\n")}`);
          assert.deepEqual(violations, [], `${view} ${colorScheme}`);
          await page.close();
        }
      }
    });
  });
}

test("every document of the demo has its expected outcome", async () => {
  const page = await open(context, server, "en");
  for (const [name, { outcome }] of Object.entries(expected)) {
    const path = readdirSync(documents).includes(`${name}.png`) ? `${documents}${name}.png` : `${documents}${name}.json`;
    await page.locator("input[type=file]").setInputFiles(path);
    const tone = { valid: "good", invalid: "bad", indeterminate: "open" }[outcome];
    await page.locator(`.verdict .answer.${tone}`).waitFor({ timeout: 15_000 }).catch(() => assert.fail(`${name}: not ${outcome}`));
    // Details that the register does not confirm are marked as such.
    const unconfirmed = /does not confirm them/.test(await page.locator(".verdict .rows").first().innerText());
    assert.equal(unconfirmed, ["newer-than-snapshot", "no-code", "not-in-register", "wrong-code"].includes(name), name);
    await page.locator(".actions .primary").click();
  }
  await page.close();
});

test("a list of ten thousand rows does not block the page, can be stopped, and makes a report", async () => {
  const forms = ["valid", "valid-unlimited", "cancelled", "expired", "wrong-code"].filter((name) => readdirSync(documents).includes(`${name}.json`)).map(form);
  const page = await open(context, server, "en", "list");
  await page.locator("input[type=file]").setInputFiles(make.file("many.csv", make.list(forms, 10_000)));
  await page.locator("section:has(#columns) .primary").click();
  // Measures the longest pause between two frames while the worker verifies.
  const pause = await page.evaluate(async () => {
    let [longest, last] = [0, performance.now()];
    while (!document.querySelector(".report")) {
      await new Promise(requestAnimationFrame);
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
    return longest;
  });
  console.log(`the longest pause between two frames: ${Math.round(pause)} ms`);
  // The list repeats the same few people, and each of their documents counts once.
  const lead = await page.locator(".report .lead").innerText();
  assert.match(lead, /^Of [\d,]+ people, [12] hold/);
  await page.locator(".tallies button").nth(5).click();
  await page.locator("th button").nth(2).click();
  assert.equal(await page.locator("tbody tr").count(), 50);
  const saved = async (button) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator(".report .actions").last().locator("button").nth(button).click()]);
    return new Uint8Array(readFileSync(await download.path()));
  };
  for (const [at, format] of [[0, "xlsx"], [1, "csv"]]) {
    const table = lists.Table.open(await saved(at), { columns: { number: "B" } });
    assert.deepEqual([table.info().format, table.info().columns[3].heading], [format, "Result"]);
    assert.ok(table.rows(10_000).length > 1000, format);
    table.free();
  }

  // A printed report has every filtered row, not only the current page of the table.
  const shown = Number((await page.locator(".tallies [aria-pressed=true] strong").innerText()).replace(/\D/g, ""));
  const printed = await page.evaluate(async (button) => {
    const rows = new Promise((resolve) => {
      globalThis.print = () => (resolve(document.querySelectorAll(".report tbody tr").length), dispatchEvent(new Event("afterprint")));
    });
    document.querySelector(button).click();
    return rows;
  }, ".report .actions:last-child button:nth-child(3)");
  assert.equal(printed, shown);
  await page.waitForFunction(() => document.querySelectorAll(".report tbody tr").length === 50);

  // On a phone a row is a card, each line with its label.
  await page.setViewportSize({ width: 390, height: 844 });
  const label = await page.locator("tbody td").nth(1).evaluate((cell) => getComputedStyle(cell, "::before").content);
  assert.equal(label, '"Document number"');
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is not wider than the screen");
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html}`), []);
  await page.setViewportSize({ width: 1280, height: 900 });

  await page.locator(".report .actions button").last().click();
  await page.locator("input[type=file]").setInputFiles(make.file("again.csv", make.list(forms, 10_000)));
  await page.locator("section:has(#columns) .primary").click();
  await page.locator("[role=status] .button").click();
  await page.locator(".report .problem").waitFor();
  await page.close();
});

test("a workbook is read, its columns can be changed, and its sheet is asked for", async () => {
  const page = await open(context, server, "en", "list");
  const { number, code, holder } = form("valid");
  const verifier = Verifier.open(readFileSync(`${DATA}/bundle/roots/1.cose`), readFileSync(`${DATA}/bundle.rastau`));
  const [name] = verifier.verify(readFileSync(`${documents}valid.txt`, "utf8")).document.holder.names;
  verifier.free();
  const [, surname, given] = name.match(/^(\S+) (.*)$/);
  const choose = (name, bytes) => page.locator("input[type=file]").setInputFiles(make.file(name, bytes));
  const columns = () => page.locator(".sheet select").evaluateAll((all) => all.map((one) => one.value));
  const verify = async () => {
    await page.locator("section:has(#columns) .primary").click();
    await page.locator(".report tbody tr").first().waitFor();
    const outcomes = await page.locator(".report tbody td:nth-child(4)").allInnerTexts();
    await page.locator(".report .actions button").last().click();
    return outcomes.map((text) => text.trim());
  };
  const heading = ["№ п/п", "Фамилия", "Имя", "ИИН", "Номер документа", "Код проверки", "Уровень"];
  // A person in the third row has the number of a shelf for a level.
  const rows = [["1", surname, given, holder, number, code, ""], ["2", "Басқа", "Кісі", holder, number, code, ""], ["3", surname, given, holder, number, code, "77"]];
  await choose("list.xlsx", lists.xlsxReport("Қызметкерлер", heading, rows, "2026-03-01T00:00:00Z"));
  await page.locator("#columns").waitFor();
  assert.match(await page.locator("section:has(#columns)").innerText(), /Sheet “Қызметкерлер”, heading in row 1\./);
  assert.deepEqual(await columns(), ["", "surname", "given_name", "holder", "number", "code", "level"]);
  assert.deepEqual(await verify(), ["Valid", "Not valid", "Not valid"]);
  // The level is not read, and what stands as the name is.
  await choose("list.xlsx", lists.xlsxReport("Қызметкерлер", heading, rows, "2026-03-01T00:00:00Z"));
  await page.locator("[name=column-G]").selectOption("");
  await page.waitForFunction(() => document.querySelector("[name=column-G]").value === "");
  assert.deepEqual(await verify(), ["Valid", "Not valid", "Repeated"]);
  // Without the column of numbers nothing can be verified, and the page says what is missing.
  await choose("list.xlsx", lists.xlsxReport("Қызметкерлер", heading, rows, "2026-03-01T00:00:00Z"));
  await page.locator("[name=column-E]").selectOption("");
  await page.locator("section:has(#columns) .problem").waitFor();
  assert.equal(await page.locator("section:has(#columns) .primary").isDisabled(), true);
  await page.locator("[name=column-E]").selectOption("number");
  await page.waitForFunction(() => !document.querySelector("section:has(#columns) .problem"));
  // Two columns for one field: the user chooses.
  await choose("two.csv", `Номер документа;Номер документа;ИИН\r\n${number};000000009999;${holder}\r\n`);
  await page.locator("section:has(#columns) .problem").first().waitFor();
  await page.locator("[name=column-A]").selectOption("number");
  await page.waitForFunction(() => !document.querySelector("section:has(#columns) .problem"));
  assert.equal((await verify()).length, 1);
  // What is no table is named.
  await choose("page.xls", "<!doctype html><table><tr><td>1</td></tr></table>");
  await page.locator("main .problem").waitFor();
  assert.match(await page.locator("main .problem").innerText(), /web page/);
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("the camera reads a code", async () => {
  const video = await make.video(context, `${documents}valid.png`);
  const own = await browser({
    permissions: ["camera"],
    args: ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${video}`],
  });
  const page = await open(own, server, "ru");
  await page.locator("main .primary").first().click();
  await answer(page).waitFor();
  assert.match(await answer(page).innerText(), TEXTS.valid.ru);
  await own.close();
});

test("the page works without a camera and without a network", async () => {
  const own = await browser();
  const other = await serve();
  const page = await open(own, other, "kk");
  await page.locator("main .primary").first().click();
  await page.locator("[role=alert].problem").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await other.close();
  await own.setOffline(true);
  await page.reload();
  await page.waitForFunction(() => /\d{4}/.test(document.querySelector(".age")?.textContent ?? ""));
  await page.locator("input[type=file]").setInputFiles(`${documents}valid.png`);
  await answer(page).waitFor();
  assert.match(await answer(page).innerText(), TEXTS.valid.kk);
  await page.goto(`${other.url}#/deadlines`);
  await page.locator("main .answer").waitFor();
  await own.close();
});

test("input that arrives before the module has loaded is queued", async () => {
  const bare = await serve({ register: false });
  const own = await browser();
  let delayed = 0;
  await own.route("**/*.wasm", async (route) => {
    delayed += 1;
    await new Promise((resume) => setTimeout(resume, 1500));
    await route.continue();
  });
  const page = await open(own, bare, "en", "register", false);
  await page.locator("input[type=file]").setInputFiles(make.file("base.rastau", bundle("bundles/base")));
  await page.locator(".ask .fingerprint").waitFor({ timeout: 10_000 });
  assert.ok(delayed > 0);
  await own.close();
  await bare.close();
});

test("the page is usable by keyboard", async () => {
  const page = await open(context, server, "en");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  const { number, code, holder } = form("valid");
  await page.locator("[name=number]").focus();
  for (const text of [number, code]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type(holder);
  await page.keyboard.press("Enter");
  await answer(page).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  // While a year is typed its value is 0002, which must not be sent.
  await page.locator("[name=on]").focus();
  await page.keyboard.type("03152");
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".verdict").count(), 1);
  await page.keyboard.type("026");
  await page.waitForFunction(() => /15 March 2026/.test(document.querySelector(".verdict .answer")?.textContent ?? ""));
  // A half-typed year is neither sent nor left in the field.
  await page.locator(".actions .primary").first().click();
  await page.locator("[name=number]").fill(number);
  await page.locator(".more summary").click();
  const issued = page.locator("[name=issued_on]");
  await issued.focus();
  await page.keyboard.type("05202");
  await page.keyboard.press("Enter");
  await page.waitForTimeout(300);
  assert.equal(await page.locator(".verdict").count(), 0);
  assert.match(await page.locator("#issued_on-note").innerText(), /whole date/);
  await page.locator("[name=number]").focus();
  assert.equal(await issued.inputValue(), "");
  await page.close();
});

test("at 200 % zoom nothing is cut off", async () => {
  for (const view of VIEWS) {
    const page = await open(context, server, "ru", view);
    await page.setViewportSize({ width: 320, height: 640 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 320, `${view}: ${wide}`);
    await page.close();
  }
});
