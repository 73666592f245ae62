// Teach a session and plan a programme with real clicks and keys; print what was seen as JSON.
// Arguments: file:// addresses of the trainer site and the participant site, path of Chromium, flags, name of a scenario.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [trainer, participant, scenario, executablePath, flags] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const SESSION = "kwu-05/01-mengenal-biaya.html", SECOND = "kwu-05/02-menghitung-hpp.html", PROGRAMME = "program/contoh-4jp.html";
const browser = await chromium.launch({ executablePath, args: JSON.parse(flags) });

async function visit(address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "id-ID", timezoneId: "Asia/Jakarta", ...options });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
  await page.clock.install({ time: new Date("2026-03-02T01:00:00Z") });
  await page.goto(address);
  return { context, page, errors };
}
const press = async (page, name) => {
  await page.getByRole("button", { name, exact: true }).click();
  if (name === "Mulai jam") await page.locator(".strip").waitFor();
};
const strip = async (page) => (await page.locator(".strip").isVisible()
  ? { where: await page.locator(".strip a").innerText(), rest: await page.locator(".strip span").innerText() } : null);
const current = (page) => page.$$eval(".steps > li[aria-current=step]", (steps) => steps.map((step) => step.id));
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const findings = async (page) => {
  await page.evaluate(axe);
  return (await page.evaluate(() => window.axe.run())).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
};

const SCENARIOS = {
  async timeline() {
    const { page, errors } = await visit(`${trainer}/${SESSION}`);
    const bar = await page.$$eval(".bar a", (links) => links.map((link) => (
      { words: link.textContent, phase: link.dataset.phase || "", href: link.hash, width: link.getBoundingClientRect().width })));
    await page.locator(".bar a").nth(3).click();
    const place = new URL(page.url()).hash, top = await page.evaluate((id) => document.querySelector(id).getBoundingClientRect().top, place);
    await page.setViewportSize({ width: 360, height: 740 });
    const heights = await page.$$eval(".steps > li", (steps) => steps.map((step) => parseFloat(getComputedStyle(step).minHeight)));
    return { bar, place, top, heights, barOnPhone: await page.locator(".bar").isVisible(), errors };
  },

  async clock() {
    const { context, page, errors } = await visit(`${trainer}/${SESSION}`, { viewport: { width: 360, height: 740 } });
    const seen = { before: await strip(page) };
    await press(page, "Mulai jam");
    seen.start = await strip(page);
    seen.focus = await page.evaluate(() => document.activeElement.textContent);
    await page.evaluate(() => {
      window.said = [];
      const live = document.querySelector(".strip [aria-live=polite]");
      new MutationObserver(() => window.said.push(live.textContent)).observe(live, { childList: true, characterData: true, subtree: true });
    });
    await page.clock.runFor("00:35:30");
    seen.later = await strip(page);
    seen.current = await current(page);
    seen.said = await page.evaluate(() => window.said);
    seen.bottom = await page.locator(".strip").evaluate((element) => Math.round(innerHeight - element.getBoundingClientRect().bottom));
    seen.targets = await page.$$eval(".strip button", (buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    await page.reload();
    await page.locator(".strip").waitFor();
    seen.reloaded = await strip(page);
    await press(page, "−5 menit");
    await press(page, "−5 menit");
    seen.back = await current(page);
    await press(page, "+5 menit");
    await press(page, "Jeda");
    await page.clock.runFor("00:20:00");
    seen.paused = await strip(page);
    await page.reload();
    await page.locator(".strip").waitFor();
    seen.pausedAfterReload = await strip(page);
    await press(page, "Lanjut");
    await page.clock.runFor("00:05:00");
    seen.resumed = await strip(page);
    await page.locator(".strip a").click();
    seen.jump = new URL(page.url()).hash;
    seen.overflow = await overflow(page);
    await page.clock.runFor("01:10:00");
    seen.over = await strip(page);
    const other = await context.newPage();
    await other.goto(`${trainer}/${SECOND}`);
    seen.other = await strip(other);
    await press(page, "Selesai");
    seen.ended = await strip(page);
    seen.marked = await current(page);
    await press(page, "Mulai jam");
    await press(page, "−5 menit");
    seen.neverBeforeStart = await strip(page);
    await page.clock.setSystemTime(new Date("2026-03-04T01:00:00Z"));
    await page.reload({ waitUntil: "networkidle" });
    seen.twoDaysLater = await strip(page);
    return { ...seen, errors };
  },

  async keyboard() {
    const { page, errors } = await visit(`${trainer}/${SESSION}`);
    const reach = async (words) => {
      for (let i = 0; i < 120; i++) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((text) => document.activeElement.textContent.startsWith(text), words)) return true;
      }
      return false;
    };
    const seen = { begin: await reach("Mulai jam") };
    await page.keyboard.press("Enter");
    await page.locator(".strip").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    seen.shifted = await strip(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    seen.ended = await strip(page);
    seen.focus = await page.evaluate(() => document.activeElement.textContent);
    await page.goto(`${trainer}/${PROGRAMME}`);
    seen.day = await reach("2");
    await page.keyboard.press("Enter");
    await page.clock.runFor(100);
    seen.open = await page.$$eval(".day", (days) => days.map((day) => day.open));
    return { ...seen, errors };
  },

  async views() {
    const seen = [];
    for (const [width, height] of [[360, 740], [640, 400], [1280, 800], [1600, 900]]) {
      for (const colorScheme of ["light", "dark"]) {
        const { context, page } = await visit(`${trainer}/${SESSION}`, { viewport: { width, height }, colorScheme, bypassCSP: true });
        await press(page, "Mulai jam");
        if (await page.getByRole("button", { name: "Buka semua jawaban" }).isVisible()) await press(page, "Buka semua jawaban");
        seen.push({ page: "session", width, overflow: await overflow(page), axe: await findings(page) });
        for (const [site, name] of [[trainer, "trainer"], [participant, "participant"]]) {
          await page.goto(`${site}/${PROGRAMME}#hari-2`);
          await page.fill("#mulai", "2026-03-06");
          for (const summary of await page.locator(".day[open] .prep summary").all()) await summary.click();
          seen.push({ page: `programme of ${name}`, width, overflow: await overflow(page), axe: await findings(page) });
        }
        await context.close();
      }
    }
    return seen;
  },

  async beside() {
    const { page } = await visit(`${trainer}/${SESSION}`);
    const places = () => page.evaluate(() => {
      const tip = [...document.querySelectorAll(".block-tip")].find((block) => block.textContent.includes("Catat hari ini"));
      return [tip, tip.nextElementSibling, tip.nextElementSibling.nextElementSibling].map((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        return { left, right, top, bottom };
      });
    });
    const wide = await places();
    await page.setViewportSize({ width: 1000, height: 800 });
    return { wide, narrow: await places() };
  },

  async print() {
    const { page, errors } = await visit(`${trainer}/${SESSION}`);
    await page.evaluate(() => { window.print = () => { window.printed = true; }; });
    await press(page, "Cetak sesi");
    const shut = () => page.$$eval("details.block", (answers) => answers.filter((answer) => !answer.open).length);
    const seen = { printed: await page.evaluate(() => window.printed), shut: await shut() };
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    seen.shutOnPaper = await shut();
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    seen.shutAgain = await shut();
    await press(page, "Buka semua jawaban");
    seen.shutAfterAll = await shut();
    await page.evaluate(() => { document.documentElement.dataset.theme = "dark"; });
    await page.emulateMedia({ media: "print" });
    seen.chrome = await page.$$eval(".top, .menu, .turn, .tools, .bar, .foot", (parts) => parts.filter((part) => part.offsetParent).length);
    seen.ink = await page.evaluate(() => getComputedStyle(document.body).color);
    return { ...seen, errors };
  },

  async programme() {
    const { context, page, errors } = await visit(`${trainer}/${PROGRAMME}`);
    const seen = { prep: await page.$$eval(".day", (days) => days.map((day) => [...day.querySelectorAll(".checks label")].map((label) => label.textContent.trim().replace(/\s+/g, " ")))) };
    await page.locator(".days a").nth(1).click();
    await page.clock.runFor(100);
    seen.open = await page.$$eval(".day", (days) => days.map((day) => day.open));
    await page.locator("#hari-2 ~ .prep > summary").click();
    await page.locator("#hari-2 ~ .prep input").nth(1).check();
    seen.count = await page.locator("#hari-2 ~ .prep > summary .meta").innerText();
    await page.reload();
    seen.kept = await page.$$eval(".prep", (lists) => lists.map((list) => [...list.querySelectorAll("input")].map((box) => box.checked)));
    await page.evaluate(() => {
      window.print = () => { window.shown = [...document.querySelectorAll("main > *")].filter((part) => part.checkVisibility()).map((part) => part.querySelector("h3, p, h2") ? part.textContent.trim().slice(0, 10) : part.localName); };
    });
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => document.querySelector("#hari-2 ~ .prep p button").click());
    seen.printed = await page.evaluate(() => window.shown);
    await page.emulateMedia({ media: "screen" });
    await page.locator("#hari-2 a").first().click();
    await page.waitForURL(/02-/);
    seen.turn = await page.$$eval(".turn a", (links) => links.map((link) => [link.textContent, link.getAttribute("href").split("/").pop()]));
    await context.close();
    const plain = await visit(`${trainer}/${SECOND}`);
    seen.turnWithout = await plain.page.$$eval(".turn a", (links) => links.length);
    return { ...seen, errors };
  },

  async calendar() {
    const { page, errors } = await visit(`${participant}/${PROGRAMME}`);
    const form = page.locator(".calendar"), seen = {};
    await page.fill("#mulai", "2026-03-06");
    seen.friday = await page.locator(".dates li b").allInnerTexts();
    await page.getByRole("checkbox", { name: "Sabtu" }).check();
    seen.saturday = await page.locator(".dates li b").allInnerTexts();
    await page.getByRole("checkbox", { name: "Sabtu" }).uncheck();
    await page.getByRole("button", { name: "Lewati Senin, 9 Maret 2026" }).click();
    seen.focus = await page.evaluate(() => document.activeElement.textContent);
    seen.skipped = await page.locator(".dates li span").allInnerTexts();
    await page.selectOption("#zona", "WIT");
    await page.fill("#tempat", "BLK Sorong; ruang A, lantai 2\\B");
    const download = async () => {
      const [file] = await Promise.all([page.waitForEvent("download"), form.getByRole("button", { name: "Unduh kalender" }).click()]);
      return [file.suggestedFilename(), readFileSync(await file.path(), "utf-8")];
    };
    [seen.name, seen.days] = await download();
    await page.clock.runFor("00:01:00");
    seen.again = (await download())[1];
    await page.selectOption("#acara", "slot");
    seen.slots = (await download())[1];
    for (const box of await form.locator("fieldset input").all()) await box.uncheck();
    seen.none = await form.locator("[role=status]").innerText();
    return { ...seen, errors };
  },

  async plain() {
    const { page } = await visit(`${trainer}/${SESSION}`, { javaScriptEnabled: false });
    const seen = { steps: await page.locator(".steps > li").count(), first: await page.locator(".steps > li").first().isVisible(), menu: await page.locator(".menu a").first().isVisible() };
    await page.locator("details.block > summary").first().click();
    seen.answer = await page.locator("details.block p").first().isVisible();
    await page.goto(`${trainer}/${PROGRAMME}`);
    await page.locator(".day > summary").nth(1).click();
    seen.slots = await page.locator("#hari-2 li").first().isVisible();
    seen.form = await page.locator(".calendar").isVisible();
    return seen;
  },
};
console.log(JSON.stringify(await SCENARIOS[scenario]()));
await browser.close();
