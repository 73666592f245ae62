// Take pictures of pages. Argument: a JSON list of {address, target, width, height, scheme, steps, whole}, then
// Chromium and its flags. A step is [what, selector, value]: fill, click, or top (scroll there, `value` px below the edge).
import { writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [shots, executablePath, flags] = process.argv.slice(2).map((text, i) => (i === 1 ? text : JSON.parse(text)));
const browser = await chromium.launch({ executablePath, args: flags });
for (const { address, target, width, height, scheme, steps, whole } of shots) {
  const context = await browser.newContext({
    viewport: { width, height }, colorScheme: scheme, locale: "id-ID", timezoneId: "Asia/Jakarta",
  });
  const page = await context.newPage();
  await page.clock.install({ time: "2026-01-15T08:00:00+07:00" });
  await page.goto(address);
  for (const [what, selector, value] of steps) {
    const place = page.locator(selector).first();
    if (what === "fill") await place.fill(value);
    else if (what === "click") await place.click();
    else await place.evaluate((element, edge) => scrollTo(0, scrollY + element.getBoundingClientRect().top - edge), Number(value));
  }
  await page.evaluate(() => document.activeElement.blur());  // no caret that blinks
  await page.waitForTimeout(300);
  const shown = await page.evaluate(() => ({ x: scrollX, y: scrollY, width: innerWidth, height: innerHeight }));
  const length = await page.evaluate(() => Math.min(document.documentElement.scrollHeight, 8000));
  const clip = { ...shown, scale: 1, ...(whole && { y: 0, height: length }) };
  const client = await context.newCDPSession(page);  // Playwright itself writes no WebP
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 80, clip, captureBeyondViewport: whole });
  writeFileSync(target, Buffer.from(data, "base64"));
  await context.close();
}
await browser.close();
console.log(JSON.stringify(shots.map(({ target }) => target)));
