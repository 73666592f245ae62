// Have Lighthouse score the accessibility of pages and print, as JSON, where it is below 100 and why.
// Arguments: a JSON list of http:// addresses, light or dark, the path of Chromium, a JSON list of its flags.
import { createRequire } from "node:module";
import { snapshot } from "lighthouse";

const puppeteer = createRequire(import.meta.resolve("lighthouse"))("puppeteer-core");
const [addresses, scheme, executablePath, flags] = process.argv.slice(2).map((text, i) => (i % 3 ? text : JSON.parse(text)));
const browser = await puppeteer.launch({ executablePath, args: flags, defaultViewport: { width: 412, height: 823 } });
const below = [];
for (const address of addresses) {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.goto(address);
  const { lhr } = await snapshot(page, { flags: { onlyCategories: ["accessibility"], screenEmulation: { disabled: true } } });
  const { score, auditRefs } = lhr.categories.accessibility;
  if (score !== 1) {
    const failed = auditRefs.map(({ id }) => lhr.audits[id]).filter(audit => audit.score !== null && audit.score < 1);
    below.push({ address, score, audits: failed.map(({ id, details }) => [id, details?.items?.[0]?.node?.snippet]) });
  }
  await page.close();
}
await browser.close();
console.log(JSON.stringify(below));
