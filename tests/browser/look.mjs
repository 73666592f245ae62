// Open pages in Chromium and report, as JSON, what is wrong: axe findings, requests that leave the folder, refusals of
// the content security policy, script errors, sideways overflow. Arguments: a JSON list of addresses, all file:// or all of one server.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";

const [addresses, executablePath, flags] = process.argv.slice(2).map((text, i) => (i === 1 ? text : JSON.parse(text)));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf-8");
const browser = await chromium.launch({ executablePath, args: flags });
const problems = [];
for (const width of [360, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    const options = { viewport: { width, height: 800 }, colorScheme, locale: "id-ID" };
    const plain = await browser.newContext(options);
    const open = await browser.newContext({ ...options, bypassCSP: true });
    for (const address of addresses) {
      const where = { address, width, colorScheme };
      const report = (kind, what) => problems.push({ ...where, kind, what });
      const page = await plain.newPage();
      page.on("request", request => {
        if (!request.url().startsWith("data:") && new URL(request.url()).origin !== new URL(address).origin) report("request", request.url());
      });
      page.on("console", message => { if (message.type() === "error") report("console", message.text()); });
      page.on("pageerror", error => report("script", String(error)));
      await page.goto(address);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) report("overflow", `${overflow} px`);
      await page.close();
      const tested = await open.newPage();
      await tested.goto(address);
      await tested.evaluate(axe);
      const { violations } = await tested.evaluate(() => window.axe.run());
      for (const violation of violations) {
        report("axe", `${violation.id}: ${violation.nodes.map(node => node.html.slice(0, 160)).slice(0, 3).join(" | ")}`);
      }
      await tested.close();
    }
    await plain.close();
    await open.close();
  }
}
await browser.close();
console.log(JSON.stringify(problems));
