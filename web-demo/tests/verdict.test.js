// The answer about one document, and the way to it and back.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

import { DATA, open, serveAndBrowse } from "./browser.js";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const documents = `${DATA}/documents/`;
const form = (name) => JSON.parse(readFileSync(`${documents}${name}.json`, "utf8"));
const text = (name) => readFileSync(`${documents}${name}.txt`, "utf8");

let server;
let context;
serveAndBrowse((...started) => ([server, context] = started));

async function paste(page, content) {
  await page.locator("textarea").fill(content);
  await page.locator("form:has(textarea) button").click();
  await page.locator(".verdict h1").waitFor();
}

const status = (page, group) => page.locator(`[data-group=${group}] .status`).innerText();
/** The words of a status, by group, of a document of the demo. */
const STATUS = {
  valid: {
    en: ["the signature and the register data are genuine", "everything matches", "it is this person's document", "in force, not cancelled"],
    ru: ["подпись и данные реестра подлинны", "всё совпадает", "документ этого человека", "действует, не аннулирован"],
    kk: ["қолтаңба мен тізілім деректері түпнұсқа", "бәрі сәйкес", "осы адамның құжаты", "қолданыста, күші жойылмаған"],
  },
};
const GROUPS = ["genuine", "register", "holder", "term"];

for (const lang of ["kk", "ru", "en"]) {
  test(`the banner says who, which profession and level, and until when (${lang})`, async () => {
    const page = await open(context, server, lang);
    await paste(page, text("valid"));
    assert.equal(await page.locator("textarea").isVisible(), false, "the form makes room for the answer");
    const about = await page.locator(".about > *").allInnerTexts();
    assert.equal(about.length, 3, about.join(" | "));
    const [who, what, until] = about;
    assert.match(who, /\p{Lu}\p{L}+ \p{Lu}/u);
    assert.match(what, { kk: /\d-деңгей/, ru: /уровень \d/, en: /level \d/ }[lang]);
    assert.match(until, /20\d\d/);
    // A screen reader that follows the focus hears the outcome and this.
    assert.deepEqual(await page.evaluate(() => [document.activeElement.tagName, document.activeElement.getAttribute("aria-describedby")]), ["H1", "about"]);
    for (const [at, group] of GROUPS.entries()) assert.equal(await status(page, group), STATUS.valid[lang][at]);
    assert.equal(await page.locator(".checks details[open]").count(), 0, "nothing to look at is folded");
    // What is in neither paper nor register has no line.
    await page.locator("[data-group=register] summary").click();
    assert.doesNotMatch(await page.locator("[data-group=register]").innerText(), /—/);
    await page.close();
  });

  test(`what differs from the register stands in its row (${lang})`, async () => {
    const page = await open(context, server, lang);
    await paste(page, text("altered-level"));
    const row = page.locator(".rows .differs");
    assert.equal(await row.count(), 1);
    const [paper, register] = [await row.locator(".paper").innerText(), await row.locator("dd").innerText()];
    assert.match(paper, { kk: /қағазда: \d/, ru: /на бумаге: \d/, en: /on paper: \d/ }[lang]);
    assert.notEqual(paper.match(/\d/)[0], register.match(/\d/)[0]);
    assert.match(await page.locator(".answer").innerText(), { kk: /Деңгей сәйкес келмейді: қағазда \d, тізілімде \d/, ru: /Уровень не совпадает: на бумаге \d, в реестре \d/, en: /level does not match: \d on paper, \d in the register/i }[lang]);
    // The name of a person stands beside "valid" only.
    assert.equal(await page.locator(".about strong").count(), 0);
    await page.close();
  });
}

test("each group says its worst finding, and opens where there is something to do", async () => {
  const page = await open(context, server, "en");
  for (const [name, group, words] of [
    ["cancelled", "term", "cancelled"],
    ["expired", "term", "not in force on this day"],
    ["altered-level", "register", "differs from the register"],
  ]) {
    await paste(page, text(name));
    assert.equal(await status(page, group), words, name);
    assert.equal(await page.locator(`[data-group=${group}][open]`).count(), 1, name);
    assert.ok((await page.locator(`[data-group=${group}] .advice`).count()) > 0, name);
    await page.locator(".actions .primary").click();
  }
  // A typed form has no signature, which is no fault.
  const { number, code, holder } = form("valid");
  for (const [field, value] of Object.entries({ number, code, holder })) await page.locator(`[name=${field}]`).fill(value);
  await page.locator("[name=holder]").press("Enter");
  await page.locator(".answer.good").waitFor();
  assert.equal(await status(page, "genuine"), "typed in: no signature to check");
  await page.close();
});

test("on a desk screen the answer, the groups and the next step need no scrolling", async () => {
  const page = await open(context, server, "ru");
  await page.setViewportSize({ width: 1280, height: 800 });
  await paste(page, text("valid"));
  const bottom = (locator) => locator.evaluate((element) => element.getBoundingClientRect().bottom);
  for (const one of [".answer", ".from-register", "[data-group=term] summary", ".actions.stay"]) {
    assert.ok((await bottom(page.locator(one))) <= 800, one);
  }
  // On a phone the actions stay in sight too.
  await page.setViewportSize({ width: 360, height: 740 });
  assert.ok((await bottom(page.locator(".actions.stay"))) <= 740);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.close();
});

test("Back and Forward lead from the answer to the form and back, and keep what was typed", async () => {
  const page = await open(context, server, "en");
  const { number, code, holder } = form("valid");
  for (const [field, value] of Object.entries({ number, code, holder })) await page.locator(`[name=${field}]`).fill(value);
  await page.locator("[name=holder]").press("Enter");
  await page.locator(".verdict").waitFor();
  assert.doesNotMatch(await page.evaluate(() => location.href + JSON.stringify(history.state)), new RegExp(`${number}|${holder}`));
  await page.goBack();
  await page.locator("[name=number]").waitFor();
  assert.equal(await page.locator(".verdict").count(), 0);
  assert.equal(await page.locator("[name=number]").inputValue(), number);
  await page.goForward();
  await page.locator(".verdict").waitFor();
  // Another view and back: the answer is still there.
  await page.locator("nav a[href='#/law']").click();
  await page.locator(".article").first().waitFor();
  await page.goBack();
  await page.locator(".verdict:visible").waitFor();
  // "Correct the input" keeps what was typed, the logo leads to the start, and "verify another" empties the form.
  await page.locator(".actions.stay .button").nth(1).click();
  assert.equal(await page.locator("[name=code]").inputValue(), code);
  await page.locator("[name=holder]").press("Enter");
  await page.locator(".verdict").waitFor();
  await page.locator(".brand").click();
  await page.locator("[name=number]").waitFor();
  await page.locator("[name=holder]").press("Enter");
  await page.locator(".verdict").waitFor();
  await page.locator(".actions .primary").click();
  assert.equal(await page.locator("[name=number]").inputValue(), "");
  // Neither a reload nor the history brings an answer back.
  await page.goBack();
  assert.equal(await page.locator(".verdict").count(), 0);
  await page.reload();
  await page.locator("textarea").waitFor();
  assert.deepEqual(page.problems, []);
  await page.close();
});

test("a typing error is told at its field, with the focus, and never as an answer", async () => {
  const page = await open(context, server, "ru");
  await page.setViewportSize({ width: 360, height: 740 });
  const { number, code, holder } = form("valid");
  const focused = () => page.evaluate(() => [document.activeElement.name, document.activeElement.getAttribute("aria-invalid")]);
  const submit = page.locator("form:has([name=number]) .primary");
  const told = async (field, text) => {
    await page.waitForFunction(([id, source]) => new RegExp(source).test(globalThis.document.getElementById(id)?.textContent ?? ""), [`${field}-note`, text.source]);
    await page.waitForFunction((name) => globalThis.document.activeElement.name === name, field).catch(async () => assert.fail(`${field}: ${await focused()}`));
    assert.deepEqual(await focused(), [field, "true"]);
    const box = await page.locator(`#${field}-note`).boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 740, `${field} is in sight`);
    assert.equal(await page.locator(".verdict").count(), 0);
    assert.equal(await page.locator("[role=alert]").count(), 0);
  };
  await submit.click();
  await told("number", /Введите номер документа/);
  await page.locator("[name=number]").fill(number);
  await page.locator("[name=code]").fill(code.replace(/.$/, (last) => (last === "0" ? "1" : "0")));
  await submit.click();
  await told("code", /./);
  await page.locator("[name=code]").fill(code);
  await page.locator("[name=holder]").fill(holder.replace(/.$/, (last) => String((Number(last) + 1) % 10)));
  await submit.click();
  await told("holder", /./);
  await page.locator("[name=holder]").fill("");
  // A field that is corrected is not marked any more.
  await page.locator("[name=holder]:not([aria-invalid])").waitFor();
  // A folded field is opened.
  await page.locator(".more summary").click();
  await page.locator("[name=level]").fill("!".repeat(80));
  await page.locator(".more summary").click();
  await submit.click();
  await told("level", /./);
  await page.close();
});

test("a problem is told beside the button that was pressed", async () => {
  const page = await open(context, server, "en");
  await page.locator("textarea").fill("RST1:CUT");
  await page.locator("form:has(textarea) button").click();
  await page.locator("form:has(textarea) [role=alert]").waitFor();
  assert.equal(await page.locator("[role=alert]").count(), 1);
  await page.locator(".langs button[lang=kk]").click();
  await page.waitForFunction(() => /\p{Script=Cyrillic}/u.test(globalThis.document.querySelector("form:has(textarea) [role=alert]")?.textContent ?? ""));
  await page.close();
});

test("axe finds nothing in the states of a verification", async () => {
  const page = await open(context, server, "en");
  const check = async (state) => {
    await page.evaluate(AXE);
    const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join("\n")}`), [], state);
  };
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 740 });
    await paste(page, text("valid"));
    await check(`valid, ${width}`);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    await page.locator(".from-register .button").click();
    await page.locator(".from-register [role=status]:not(:empty)").waitFor();
    await check(`valid and unfolded, ${width}`);
    await page.locator(".actions .primary").click();
    await page.locator("textarea").fill("RST1:CUT");
    await page.locator("form:has(textarea) button").click();
    await page.locator("[role=alert]").waitFor();
    await check(`a problem, ${width}`);
    await page.locator("form:has([name=number]) .primary").click();
    await page.locator("[name=number][aria-invalid]").waitFor();
    await check(`a field error, ${width}`);
    await page.locator("textarea").fill("");
  }
  await page.close();
});

test("a report is saved, and checked again with the same document", async () => {
  const page = await open(context, server, "en");
  await paste(page, text("valid"));
  await page.locator(".evidence summary").click();
  await page.locator("[name=by]").fill("HR department");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Save the report" }).click()]);
  const report = JSON.parse(readFileSync(await download.path(), "utf8"));
  assert.deepEqual([report.schema, report.by, report.verdict.outcome], ["rastau/report/1", "HR department", "valid"]);
  const repeated = async (content) => {
    await page.locator("[name=report]").setInputFiles({ name: "report.json", mimeType: "application/json", buffer: Buffer.from(content) });
    await page.getByRole("button", { name: "Compare" }).click();
    await page.locator("[data-repeated], .evidence .problem").waitFor();
    return page.locator(".evidence").innerText();
  };
  const same = await repeated(JSON.stringify(report));
  assert.match(same, /This is not today's answer\.\s+Same answer: Valid on/);
  const changed = await repeated(JSON.stringify({ ...report, verdict: { ...report.verdict, outcome: "invalid" } }));
  assert.match(changed, /Not the same answer/);
  assert.match(changed, /may have been changed/);
  assert.match(await repeated("{}"), /report/);
  await page.evaluate(AXE);
  const found = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join("\n")}`), []);
  // Another document than the report's.
  await page.getByRole("button", { name: "Verify another" }).click();
  await paste(page, text("cancelled"));
  await page.locator(".evidence summary").click();
  assert.match(await repeated(JSON.stringify(report)), /this is not the one that the report is about/);
  await page.close();
});
