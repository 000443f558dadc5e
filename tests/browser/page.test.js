// The page of a report, in a browser, as its reader uses it: `node --test` after `npm ci`, with Chromium at hand.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "cento-"));
const address = pathToFileURL(join(folder, "out", "index.html")).href;
const axe = readFileSync(join(here, "node_modules", "axe-core", "axe.min.js"), "utf8");
let browser;

before(async () => {
  const program = process.env.CENTO ?? join(root, "target", "debug", "cento");
  execFileSync(program, ["report", "data", "-o", join(folder, "out"), "--lang", "it"], { cwd: root });
  const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);
  assert.ok(chromium, "Chromium is installed");
  browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The page, and what went wrong with it: requests to anywhere, errors, messages on the console. */
const open = async ({ scripts = true, width = 1280, dark = false } = {}) => {
  const page = await browser.newPage();
  const faults = [];
  page.on("request", (request) => request.url() === address || faults.push(request.url()));
  page.on("console", (message) => faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(String(error)));
  await page.setJavaScriptEnabled(scripts);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }]);
  await page.goto(address);
  return { page, faults };
};

/** The names in the table of people, as far as they are shown. */
const names = (page) =>
  page.$$eval("#people-table > tbody > tr", (rows) => rows.filter((row) => !row.hidden).map((row) => row.dataset.name));

test("nothing is asked for and nothing goes wrong", async () => {
  const { page, faults } = await open();
  assert.equal(await page.$eval("h1", (head) => head.textContent), "58 persone: nessuna oltre il 100\u00a0%, 46 esattamente al 100\u00a0%, 12 sotto");
  assert.equal((await names(page)).length, 59);
  assert.deepEqual(faults, []);
  await page.close();
});

test("people are sorted by their totals, down and up", async () => {
  const { page } = await open();
  const button = await page.$("#people-table th:nth-child(5) button");
  const totals = () => page.$$eval("#people-table > tbody > tr > td:nth-child(5)", (cells) => cells.map((cell) => Number(cell.dataset.value)));
  const sort = () => page.$eval("#people-table th:nth-child(5)", (head) => head.getAttribute("aria-sort"));
  await button.click();
  assert.equal(await sort(), "ascending");
  assert.deepEqual(await totals(), (await totals()).toSorted((a, b) => a - b));
  await button.click();
  assert.equal(await sort(), "descending");
  assert.deepEqual(await totals(), (await totals()).toSorted((a, b) => b - a));
  await page.close();
});

test("a search and the filters leave those who are meant", async () => {
  const { page } = await open();
  await page.type("input[name=search]", "verzel");
  assert.deepEqual((await names(page)).toSorted(), ["Verzelli Simona", "Verzelloni Simona"]);
  assert.equal(await page.$eval("#count", (count) => count.textContent), "2 di 59 soggetti");
  await page.$eval("form", (form) => form.reset());
  await page.select("select[name=status]", "under");
  assert.equal((await names(page)).length, 12);
  await page.select("select[name=cdr]", "49");
  assert.deepEqual(await names(page), ["Poma Stefano"]);
  await page.close();
});

test("by keyboard alone, somebody unfolds to the account", async () => {
  const { page } = await open();
  await page.focus("input[name=search]");
  await page.keyboard.type("ugoletti");
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => document.activeElement.matches("summary") && document.activeElement.textContent);
    if (name === "Ugoletti Monica") {
      break;
    }
  }
  await page.keyboard.press("Enter");
  const account = await page.$$eval("#people-table details[open]", (open) => open.map((details) => details.innerText));
  assert.equal(account.length, 1);
  assert.match(account[0], /3 \+ 92 \+ 5 = 100,00 %/);
  await page.close();
});

test("a name among the deviations leads to its account, whatever is filtered", async () => {
  const { page } = await open();
  await page.type("input[name=search]", "ugoletti");
  assert.equal((await names(page)).length, 1);
  const link = await page.evaluateHandle(() => Array.from(document.querySelectorAll("#deviations a")).find((a) => a.textContent === "Barbieri Nicolas"));
  await link.click();
  await page.waitForSelector("#people-table details[open]");
  assert.equal((await names(page)).length, 59);
  assert.match(await page.$eval("#people-table details[open]", (details) => details.innerText), /^Barbieri Nicolas/);
  await page.close();
});

test("an unfolded account leaves the table as wide as it was", async () => {
  const { page } = await open();
  const width = () => page.$eval("#people-table", (table) => [table.scrollWidth, table.rows[3].cells[0].offsetWidth]);
  const before = await width();
  await page.$$eval("#people-table details", (all) => all.slice(0, 20).forEach((details) => { details.open = true; }));
  assert.deepEqual((await width())[0], before[0]);
  await page.close();
});

test("what is printed has everybody's account, whatever is filtered", async () => {
  const { page } = await open();
  await page.type("input[name=search]", "ugoletti");
  const printed = () =>
    page.$$eval("#people-table > tbody > tr", (rows) => rows.filter((row) => !row.hidden && row.querySelector("details").open).length);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await printed(), 59);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual([await printed(), (await names(page)).length], [0, 1]);
  await page.close();
});

test("without scripts everything is there to read", async () => {
  const { page, faults } = await open({ scripts: false });
  const text = await page.content();
  assert.match(text, /3 \+ 92 \+ 5 = 100,00 %/);
  const form = await page.$("#filter");
  assert.equal(await form.isVisible(), false);
  assert.deepEqual(faults, []);
  await page.close();
});

test("a phone needs no scrolling sideways but in tables", async () => {
  const { page } = await open({ width: 390 });
  const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(inner <= outer, `${inner} is wider than ${outer}`);
  await page.close();
});

for (const dark of [false, true]) {
  test(`everybody can read it, ${dark ? "dark" : "light"}`, async () => {
    const { page } = await open({ dark });
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }));
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
    assert.deepEqual(told, []);
    await page.close();
  });
}
