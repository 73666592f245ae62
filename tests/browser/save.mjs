// Save files and wait until the browser shows what was written. Arguments: address, Chromium, its flags, a JSON list of
// {file, old, new, page, text}, and how long to rest before each (milliseconds). Prints how long each took, and refusals
// of the content security policy and errors of scripts.
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [address, edits, rest, executablePath, flags] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath, args: JSON.parse(flags) });
const page = await browser.newPage();
const times = [], problems = [];
page.on("console", message => { if (/security policy/i.test(message.text())) problems.push(message.text()); });
page.on("pageerror", error => problems.push(String(error)));
for (const { file, old, new: words, page: at, text } of JSON.parse(edits)) {
  if (page.url() !== address + at) {
    const told = page.waitForResponse(/kabar/);
    await page.goto(address + at);
    await told;
  }
  await page.waitForTimeout(Number(rest));
  const before = readFileSync(file, "utf-8");
  if (!before.includes(old)) throw new Error(`${old} is not in ${file}`);
  const start = performance.now();
  writeFileSync(file, before.replace(old, () => words));
  await page.waitForFunction((wanted) => document.body && document.body.textContent.includes(wanted), text, { timeout: 60000 });
  times.push(Math.round(performance.now() - start));
}
await browser.close();
console.log(JSON.stringify({ times, problems }));
