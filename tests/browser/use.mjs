// Use a website as people do, with real clicks, keys and settings, and print, as JSON, what does not work.
// Arguments: the name of a check, the address of the site (ending in /), a JSON list of its pages, Chromium, its flags.
import { chromium } from "playwright-core";

const [check, site, pageList, executablePath, flagList] = process.argv.slice(2);
const pages = JSON.parse(pageList), session = pages.find(page => /\/\d\d-/.test(page));
const browser = await chromium.launch({ executablePath, args: JSON.parse(flagList) });
const problems = [];
const expect = (holds, what, ...more) => { if (!holds) problems.push([what, ...more].join(": ")); };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }, DESK = { viewport: { width: 1280, height: 800 } };

const context = ({ on = browser, ...options } = DESK) => on.newContext({ colorScheme: "light", locale: "id-ID", ...options });

async function open(address, options) {
  const page = await (options?.newPage ? options : await context(options)).newPage();
  await page.goto(site + address);
  return page;
}

async function onEachPage(sizes, visit) {
  for (const [name, options] of Object.entries(sizes)) {
    const shared = await context(options);
    for (const address of pages) {
      const page = await open(address, shared);
      await visit(page, `${address} (${name})`, address);
      await page.close();
    }
    await shared.close();
  }
}

// Media queries are heard in the next frame.
const frame = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
const ground = page => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const overflow = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const checks = {
  // The theme follows the system until the reader chooses; the choice holds on other pages and after reloading.
  async theme() {
    const page = await open("index.html"), button = page.locator("button.theme"), light = await ground(page);
    expect(await button.getAttribute("aria-label") === "Pakai warna gelap", "label in light");
    await page.emulateMedia({ colorScheme: "dark" });
    await frame(page);
    const dark = await ground(page);
    expect(dark !== light, "follows the system");
    expect(await button.getAttribute("aria-label") === "Pakai warna terang", "label follows the system");
    await page.emulateMedia({ colorScheme: "light" });
    await frame(page);
    expect(await ground(page) === light, "follows the system back");
    await button.click();
    expect(await ground(page) === dark, "a click makes it dark");
    await page.reload();
    expect(await ground(page) === dark, "kept after reloading");
    await page.locator("main a").first().click();
    await page.waitForURL(address => address.href !== site + "index.html");
    expect(await ground(page) === dark, "kept on the next page");
    await page.locator("button.theme").focus();
    await page.keyboard.press("Enter");
    expect(await ground(page) === light, "Enter makes it light");
    await page.emulateMedia({ colorScheme: "dark" });
    await page.reload();
    expect(await ground(page) === light, "a choice outweighs the system");
  },

  // On a phone the menu is closed; a finger and keys open and close it, and its links lead on.
  async menu() {
    const page = await open(session, PHONE), summary = page.locator("#menu summary");
    const isOpen = () => page.locator("#menu a").first().isVisible();
    expect(!(await isOpen()), "closed at first");
    await summary.tap();
    expect(await isOpen(), "a tap opens it");
    await summary.tap();
    expect(!(await isOpen()), "a tap closes it");
    for (let i = 0; i < 20 && !(await summary.evaluate(each => each === document.activeElement)); i++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await isOpen(), "Enter opens it");
    expect(await page.locator("#menu [aria-current=page]").count() === 1, "it says where the reader is");
    await page.keyboard.press("Space");
    expect(!(await isOpen()), "Space closes it");
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForURL(site + "index.html");
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.locator("#menu a").first().waitFor({ timeout: 2000 }).catch(() => expect(false, "open on a wide screen"));
  },

  // The first stop of the Tab key leads past header and menu.
  async skip() {
    await onEachPage({ phone: PHONE, desk: DESK }, async (page, where) => {
      await page.keyboard.press("Tab");
      const box = await page.locator(":focus").boundingBox();
      expect(box && box.x >= 0 && box.y >= 0, "skip link is seen", where);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const past = await page.evaluate(() => !document.activeElement.closest(".top, .menu, .skip"));
      expect(past, "skip link leads past the menu", where);
    });
  },

  // Tab reaches everything, in the order of the page, always visibly, and leaves the page again.
  async tab() {
    await onEachPage({ phone: PHONE, desk: DESK }, async (page, where) => {
      await page.evaluate(() => {
        document.querySelectorAll("[data-script]").forEach(each => each.scrollIntoView());
        window.stops = [];
      });
      await page.waitForLoadState("networkidle");
      await page.evaluate(() => scrollTo(0, 0));
      for (let presses = 0; presses < 500; presses++) {
        await page.keyboard.press("Tab");
        const stop = await page.evaluate(() => {
          const element = document.activeElement, last = window.stops.at(-1);
          if (element === last) return "inside";  // a date has several stops of its own
          if (element === document.body || window.stops.includes(element)) return null;
          window.stops.push(element);
          const style = getComputedStyle(element), box = element.getBoundingClientRect();
          return {
            html: element.outerHTML.slice(0, 90),
            marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
            shown: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
            inOrder: !last || Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
          };
        });
        if (!stop) break;
        if (stop === "inside") continue;
        expect(stop.marked, "focus has no outline", where, stop.html);
        expect(stop.shown, "focus is out of sight", where, stop.html);
        expect(stop.inOrder, "focus jumps back", where, stop.html);
      }
      const missed = await page.evaluate(() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(each => each.checkVisibility() && each.tabIndex >= 0 && !each.disabled && each.type !== "radio" && !window.stops.includes(each))
        .map(each => each.outerHTML.slice(0, 90)));
      expect(!missed.length, "Tab does not reach", where, `${missed.length}, such as ${missed[0]}`);
    });
  },

  // The key / leads to the search, and is a letter like others where one writes.
  async slash() {
    const page = await open(session), field = page.locator("input[type=search]");
    await page.keyboard.press("/");
    expect(await field.evaluate(each => each === document.activeElement), "/ focuses the search");
    await page.keyboard.type("biaya/hpp");
    expect(await field.inputValue() === "biaya/hpp", "/ can be typed", await field.inputValue());
    await page.keyboard.press("Enter");
    await page.waitForURL(/cari\.html\?q=biaya%2Fhpp/);
  },

  // WCAG 1.4.4, 1.4.10 and 1.4.12: 320 px, 200 %, letters twice as large, more space: nothing sideways, nothing cut off.
  async zoom() {
    const on = await chromium.launch({ executablePath, args: [...JSON.parse(flagList), "--blink-settings=defaultFontSize=32"] });
    const spaced = "*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}";
    const narrow = { viewport: { width: 320, height: 256 } }, half = { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 };
    const cases = { "320 px": [narrow, ""], "200 %": [half, ""], "large letters, 360 px": [{ ...PHONE, on }, ""],
      "large letters, 1280 px": [{ ...DESK, on }, ""], "spaced, 320 px": [narrow, spaced], "spaced, 1280 px": [DESK, spaced] };
    for (const [name, [options, content]] of Object.entries(cases)) {
      await onEachPage({ [name]: { ...options, bypassCSP: true } }, async (page, where) => {
        if (content) await page.addStyleTag({ content });
        const more = await overflow(page);
        expect(more <= 0, "scrolls sideways", where, `${more} px`);
        const cut = await page.evaluate(() => [...document.querySelectorAll("body *")].filter(each => {
          const { overflowX, overflowY } = getComputedStyle(each);
          return each.checkVisibility() && !each.closest(".hide, .blank, input") && (
            (/hidden|clip/.test(overflowX) && each.scrollWidth > each.clientWidth + 1) ||
            (/hidden|clip/.test(overflowY) && each.scrollHeight > each.clientHeight + 1));
        }).map(each => each.outerHTML.slice(0, 90)));
        expect(!cut.length, "cut off", where, cut[0]);
      });
    }
    await on.close();
  },

  // WCAG 2.5.8: what can be pressed, other than links within a sentence, answers in a square of 24 px.
  async targets() {
    await onEachPage({ phone: PHONE, desk: DESK }, async (page, where) => {
      await page.evaluate(() => document.querySelectorAll("details").forEach(each => { each.open = true; }));
      const small = await page.evaluate(() => {
        const inSentence = each => getComputedStyle(each).display === "inline" && [...each.parentElement.childNodes]
          .some(node => node !== each && node.textContent.trim());
        const answers = (each, x, y) => {
          const hit = document.elementFromPoint(x, y);
          return hit && (each.contains(hit) || [...(each.labels || [])].some(label => label.contains(hit)));
        };
        return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")].filter(each => {
          if (!each.checkVisibility() || each.matches(".skip") || inSentence(each)) return false;
          const box = each.getBoundingClientRect();
          if (box.width >= 24 && box.height >= 24) return false;
          each.scrollIntoView({ block: "center" });
          const { x, y, width, height } = each.getClientRects()[0], cx = x + width / 2, cy = y + height / 2;
          return ![[-11, 0], [11, 0], [0, -11], [0, 11]].every(([dx, dy]) => answers(each, cx + dx, cy + dy));
        }).map(each => each.outerHTML.slice(0, 110));
      });
      expect(!small.length, "target is small", where, `${small.length}, such as ${small[0]}`);
    });
  },

  // Without JavaScript: the same text, the menu open, the search says what it needs.
  async noscript() {
    await onEachPage({ phone: { ...PHONE, javaScriptEnabled: false } }, async (page, where, address) => {
      const script = await open(address, PHONE);
      const plain = text => text.replace(/\s+/g, "");
      const [shown, usual] = [plain(await page.locator("main").innerText()), plain(await script.locator("main").innerText())];
      const written = await page.locator("main :is(h1, h2, h3, p, li, dt, dd, th, td):not([hidden] *)").allTextContents();
      const gone = written.filter(text => usual.includes(plain(text)) && !shown.includes(plain(text)));
      expect(!gone.length, "hidden without JavaScript", where, gone[0]);
      expect(await page.locator("#menu a").first().isVisible(), "menu is open", where);
      expect(await page.locator("button.theme").count() === 0, "no button without use", where);
      await script.context().close();
    });
    if (pages.includes("cari.html")) {
      const page = await open("cari.html", { javaScriptEnabled: false });
      expect((await page.locator("main").innerText()).includes("memerlukan JavaScript"), "search says what it needs");
    }
  },

  // On paper: the text, dark on white whatever the theme, nothing folded away or cut off, no header and no menu.
  async print() {
    await onEachPage({ desk: { ...DESK, colorScheme: "dark" } }, async (page, where) => {
      await page.evaluate(() => { document.documentElement.dataset.theme = "dark"; });
      await page.emulateMedia({ media: "print" });
      const left = await page.evaluate(() => [...document.querySelectorAll("header, nav, button, form, .skip")]
        .filter(each => each.checkVisibility()).map(each => each.outerHTML.slice(0, 60)));
      expect(!left.length, "on paper", where, left[0]);
      expect(await page.locator("h1").isVisible(), "heading on paper", where);
      expect(await ground(page) === "rgb(255, 255, 255)", "paper is white", where);
      const folded = await page.evaluate(() => [...document.querySelectorAll("main details > :not(summary)")]
        .filter(each => each.parentElement.checkVisibility() && getComputedStyle(each).display !== "none")
        .filter(each => !each.children.length || [...each.children].some(child => getComputedStyle(child).display !== "none"))
        .filter(each => !each.checkVisibility({ contentVisibilityAuto: true }) || each.getBoundingClientRect().height < 1).length);
      expect(!folded, "folded away on paper", where, folded);
      await page.setViewportSize({ width: 720, height: 1000 });
      const cut = await page.evaluate(() => [...document.querySelectorAll("main *")]
        .filter(each => getComputedStyle(each).overflowX !== "visible" && !each.closest(".hide, .blank") && each.scrollWidth > each.clientWidth + 1).length);
      expect(!cut, "cut off on paper", where, cut);
    });
  },

  // Forced colours (high contrast): buttons have an edge, icons of blocks do not vanish, the current place is marked.
  async contrast() {
    await onEachPage({ desk: { ...DESK, forcedColors: "active" } }, async (page, where) => {
      const lost = await page.evaluate(() => {
        const canvas = getComputedStyle(document.body).backgroundColor;
        const buttons = [...document.querySelectorAll("button, .button, input:not([type=checkbox], [type=radio]), select")].filter(each => each.checkVisibility() &&
          parseFloat(getComputedStyle(each).borderTopWidth) < 1);
        const icons = [...document.querySelectorAll(".block-head")].filter(each =>
          getComputedStyle(each, "::before").backgroundColor === canvas || !each.textContent.trim());
        return [...buttons, ...icons].map(each => each.outerHTML.slice(0, 90));
      });
      expect(!lost.length, "lost in forced colours", where, lost[0]);
      const bold = await page.evaluate(() => [...document.querySelectorAll("[aria-current]")].every(each => getComputedStyle(each).fontWeight >= 600));
      expect(bold, "current place is bold", where);
    });
  },

  // Nothing moves for those who asked for that.
  async motion() {
    await onEachPage({ desk: { ...DESK, reducedMotion: "reduce" } }, async (page, where) => {
      const moving = await page.evaluate(() => [...document.querySelectorAll("*")].filter(each => {
        const style = getComputedStyle(each);
        return parseFloat(style.transitionDuration) > 0.01 || style.animationName !== "none" || style.scrollBehavior === "smooth";
      }).map(each => each.outerHTML.slice(0, 90)));
      expect(!moving.length, "moves", where, moving[0]);
    });
  },
};

await checks[check]();
await browser.close();
console.log(JSON.stringify(problems));
