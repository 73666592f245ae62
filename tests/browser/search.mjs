// Type words into the search page and print, as JSON, the titles found for each.
import { chromium } from "playwright-core";

const [address, queries, executablePath, flags] = process.argv.slice(2).map((text, i) => (i % 2 ? JSON.parse(text) : text));
const browser = await chromium.launch({ executablePath, args: flags });
const page = await browser.newPage();
const found = {};
for (const query of queries) {
  await page.goto(`${address}?q=${encodeURIComponent(query)}`);
  found[query] = await page.$$eval("#hasil a", links => links.map(link => link.textContent));
}
await browser.close();
console.log(JSON.stringify(found));
