// Open the directory of training centres with each query and print, as JSON, the line that counts and the names found.
import { chromium } from "playwright-core";

const [address, queries, executablePath, flags] = process.argv.slice(2).map((text, i) => (i % 2 ? JSON.parse(text) : text));
const browser = await chromium.launch({ executablePath, args: flags });
const page = await browser.newPage();
const found = {};
for (const query of queries) {
  await page.goto(address + query);
  await page.waitForSelector("#saring:not([hidden])");
  found[query] = [await page.textContent("#jumlah"), await page.$$eval("#hasil a", links => links.map(link => link.textContent))];
}
await browser.close();
console.log(JSON.stringify(found));
