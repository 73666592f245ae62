// Fill in worksheets as a person does, with clicks and keys, and report as JSON what was seen. Arguments: the address of
// a page with the sheet hpp-usaha-saya, Chromium, and its flags.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [address, executablePath, flags] = process.argv.slice(2).map((text, i) => (i === 2 ? JSON.parse(text) : text));
const browser = await chromium.launch({ executablePath, args: flags });
const problems = [], seen = {};
const SHEET = '[data-sheet$="/hpp-usaha-saya.js"]';

const open = async (context, live = true) => {
  const page = await context.newPage();
  page.on("console", message => { if (message.type() === "error") problems.push(message.text()); });
  page.on("pageerror", error => problems.push(String(error)));
  page.on("request", request => { if (!/^(file|data):/.test(request.url())) problems.push(request.url()); });
  await page.goto(address);
  seen.before ??= await page.locator(`${SHEET} input`).count();
  await page.locator(SHEET).scrollIntoViewIfNeeded();
  if (live) await page.waitForSelector(`${SHEET}.live`);
  return page;
};
const field = (page, name) => page.locator(`${SHEET} [name="${name}"]`);
const output = (page, label) => page.locator(SHEET).getByLabel(label, { exact: true });
const type = async (page, name, text) => {
  await field(page, name).click();
  await page.keyboard.type(text);
};

const options = { viewport: { width: 360, height: 800 }, locale: "id-ID" };
const context = await browser.newContext(options);
const page = await open(context);
seen.labels = await page.locator(SHEET).locator("input,textarea").evaluateAll(all => all.map(each => each.getAttribute("aria-label")));
seen.small = await page.locator(SHEET).locator("input:visible,textarea:visible,button:visible,.tools a:visible").evaluateAll(
  all => all.filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML));
seen.rows = await page.locator(`${SHEET} thead+tbody tr:visible`).count();
seen.empty = await output(page, "Jumlah biaya langsung").textContent();
await type(page, "1.item", "Pisang");
await page.keyboard.press("Enter"); // leads to the next field
await page.keyboard.type("variabel");
await type(page, "1.quantity", "24");
await type(page, "1.unit_price", "Rp5.000");
seen.typing = await field(page, "1.unit_price").inputValue();
seen.cost = await output(page, "baris 1, Biaya").textContent();
await page.keyboard.press("Tab");
seen.left = await field(page, "1.unit_price").inputValue();
await type(page, "2.quantity", "2,5");
await type(page, "2.unit_price", "18000");
await type(page, "fixed_monthly", "1000000");
seen.unfilled = await output(page, "Hasil satu kali produksi, satuan").count();
await type(page, "output", "40");
await type(page, "markup", "25%");
await page.keyboard.press("Tab");
seen.sums = {};
for (const label of ["Jumlah biaya langsung", "Jumlah biaya satu kali produksi", "HPP per satuan", "Harga jual", "Laba per satuan"]) {
  seen.sums[label] = await output(page, label).textContent();
}
// A cursor in the middle stays there.
await field(page, "fixed_monthly").click();
await page.keyboard.press("Home");
await page.keyboard.press("ArrowRight");
await page.keyboard.type("5");
await page.keyboard.type("7");
seen.middle = await field(page, "fixed_monthly").inputValue();
await page.keyboard.press("Tab");
// A wrong entry is marked, counts as nothing, and is not lost.
await type(page, "market_price", "lima ribu");
await page.keyboard.press("Tab");
seen.wrong = {
  invalid: await field(page, "market_price").getAttribute("aria-invalid"),
  text: await field(page, "market_price").inputValue(),
  said: await page.locator(`#${await field(page, "market_price").getAttribute("aria-describedby")}`).textContent(),
  result: await output(page, "Harga pasar dikurangi harga jual").textContent(),
  why: await page.locator(`${SHEET} .why`).textContent(),
};
await field(page, "market_price").fill("");
await type(page, "market_price", "15000");
await page.keyboard.press("Tab");
seen.right = [await field(page, "market_price").getAttribute("aria-invalid"), await page.locator(`${SHEET} .why`).isVisible()];
seen.state = await page.locator(`${SHEET} .state`).textContent();
await page.getByRole("button", { name: "Tambah baris" }).click();
seen.added = [await page.locator(`${SHEET} thead+tbody tr:visible`).count(), await page.evaluate(() => document.activeElement.name)];
seen.overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// Print: the values, not the buttons.
await page.evaluate(() => { window.print = () => { window.printed = document.querySelector(".print-this").dataset.sheet; }; });
await page.locator(SHEET).getByRole("button", { name: "Cetak" }).click();
await page.emulateMedia({ media: "print" });
seen.print = {
  asked: await page.evaluate(() => window.printed),
  buttons: await page.locator("button:visible").count(),
  value: await field(page, "1.unit_price").isVisible(),
  text: await page.locator(`${SHEET} .paper:visible`).first().textContent(),
  rest: await page.locator("h1").isVisible(),
};
await page.evaluate(() => dispatchEvent(new Event("afterprint")));
await page.emulateMedia({ media: "screen" });
seen.print.after = await page.locator("h1").isVisible();

// The values are there again after a visit later, and in another tab at once; what no field knows is passed over.
await page.waitForTimeout(500);
seen.stored = await page.evaluate(() => JSON.parse(localStorage.getItem("ck:kwu-05:hpp-usaha-saya")));
await page.evaluate(() => {
  const fields = JSON.parse(localStorage.getItem("ck:kwu-05:hpp-usaha-saya"));
  localStorage.setItem("ck:kwu-05:hpp-usaha-saya", JSON.stringify({ ...fields, gone: "1", output: 5 }));
});
await page.close();
const later = await open(context);
seen.later = [await field(later, "1.unit_price").inputValue(), await field(later, "output").inputValue(), await output(later, "baris 1, Biaya").textContent()];
const other = await open(context);
await type(other, "1.quantity", "1"); // behind the 24
await other.keyboard.press("Tab");
await other.waitForTimeout(600);
seen.other = await output(later, "baris 1, Biaya").textContent();
await other.close();

// Clearing asks first.
const button = name => later.locator(SHEET).getByRole("button", { name });
await button("Hapus isian").click();
seen.asked = await later.evaluate(() => document.activeElement.textContent);
await later.keyboard.press("Enter");
seen.kept = await field(later, "1.item").inputValue();
await button("Hapus isian").click();
await button("Ya, hapus").click();
seen.cleared = [await field(later, "1.item").inputValue(), await later.evaluate(() => localStorage.length), await later.locator(`${SHEET} .state`).textContent()];
await context.close();

// Where nothing can be saved, the sheet says so and still computes.
const closed = await browser.newContext(options);
await closed.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new Error("closed"); } }));
const unsaved = await open(closed);
await type(unsaved, "1.quantity", "2");
await type(unsaved, "1.unit_price", "500");
await unsaved.waitForTimeout(500);
seen.unsaved = [await output(unsaved, "baris 1, Biaya").textContent(), await unsaved.locator(`${SHEET} .state`).textContent()];
await closed.close();

// axe-core finds nothing in a sheet with a wrong entry, at two widths, light and dark.
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
seen.axe = [];
for (const width of [360, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    const tested = await browser.newContext({ ...options, viewport: { width, height: 800 }, colorScheme, bypassCSP: true });
    const sheet = await open(tested);
    await type(sheet, "1.item", "Pisang");
    await type(sheet, "1.quantity", "banyak");
    await type(sheet, "1.unit_price", "5000");
    await sheet.keyboard.press("Tab");
    await sheet.evaluate(axe);
    const { violations } = await sheet.evaluate(selector => window.axe.run(selector, { preload: false }), SHEET);
    seen.axe.push(...violations.map(each => `${width} ${colorScheme} ${each.id}: ${each.nodes[0].html.slice(0, 200)}`));
    seen.axe.push(...(await sheet.evaluate(() => document.documentElement.scrollWidth > innerWidth) ? [`${width}: wide`] : []));
    await tested.close();
  }
}

// Without scripts the blanks stand there as on paper.
const bare = await browser.newContext({ ...options, javaScriptEnabled: false });
const page2 = await open(bare, false);
seen.bare = [await page2.locator(`${SHEET} .blank`).count(), await page2.locator(`${SHEET} input`).count()];
await bare.close();

await browser.close();
console.log(JSON.stringify({ problems, seen }));
