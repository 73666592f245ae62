// Use the search page as a reader would, by keyboard, and print what was seen as JSON: page.mjs ADDRESS CHROMIUM FLAGS
import { createRequire } from "node:module";
const { chromium } = createRequire(`${process.cwd()}/package.json`)("playwright-core");
const [address, executablePath, flags] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: JSON.parse(flags) });
const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
const errors = [], seen = {};
page.on("pageerror", error => errors.push(error.message));
page.on("console", message => message.type() === "error" && errors.push(message.text()));
const settled = () => page.waitForFunction(() => document.querySelector("#jumlah").textContent);
const active = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);

await page.goto(address);
await page.focus("#kata");
await page.keyboard.type("latihan hpp keripik");
await page.waitForFunction(() => decodeURIComponent(location.search).includes("keripik"));  // all of it was searched
await settled();
await page.waitForSelector("#hasil .snippet mark");
seen.status = await page.textContent("#jumlah");
seen.first = await page.$eval("#hasil li", item => ({
  title: item.querySelector("a").textContent, href: item.querySelector("a").getAttribute("href"),
  meta: item.querySelector(".meta").textContent, marks: [...item.querySelectorAll(".snippet mark")].map(mark => mark.textContent),
}));
await page.keyboard.press("ArrowDown");
seen.down = await active();
await page.keyboard.press("ArrowUp");
seen.up = await active();
await page.keyboard.press("ArrowDown");
await page.keyboard.press("Escape");
seen.escape = [await active(), await page.inputValue("#kata"), await page.$$eval("#hasil li", items => items.length)];
await page.goto(`${address}?q=biaya&jenis=worksheet&modul=kwu-05`);
await settled();
seen.filtered = await page.evaluate(() => [document.querySelector("#saring-modul").value, document.querySelector("#saring-jenis").value]);
seen.kinds = await page.$$eval("#hasil a", links => links.length);
await page.goto(`${address}?q=harga+bisya`);
await settled();
seen.meant = await page.textContent("#maksud");
await page.goto(`${address}?q=harga+qwertyuiop`);
await settled();
seen.missing = await page.textContent("#jumlah");
await page.goto(`${address}?q=qwertyuiop`);
await settled();
seen.nothing = [await page.textContent("#jumlah"), await page.isVisible("#saran"), await page.$$eval("#hasil li", items => items.length)];
seen.wide = await page.evaluate(() => document.documentElement.scrollWidth);
await page.goto(`${address}?q=${encodeURIComponent("<img src=x onerror=alert(1)> biaya")}`);
await settled();
seen.injected = await page.$$eval("main img", images => images.length);
await browser.close();
console.log(JSON.stringify({ ...seen, errors }));
