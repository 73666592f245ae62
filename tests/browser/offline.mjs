// One story of offline use in Chromium, told as JSON. Arguments: name of the story, JSON settings, path of Chromium,
// JSON flags. The server listens on 127.0.0.1 only and is really stopped; clicks are real clicks.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [story, settings, executablePath, flags] = process.argv.slice(2).map((text, i) => (i % 2 ? JSON.parse(text) : text));
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
  ".png": "image/png", ".webmanifest": "application/manifest+json", ".pdf": "application/pdf",
};

/** A server of a folder. `folder` may be exchanged; `odd(path)` may answer otherwise: a status, a text, or "reset". */
class Server {
  constructor(folder) {
    this.folder = folder;
    this.odd = () => null;
    this.log = [];
    this.port = 0;
    this.login = "";
  }

  async start() {
    this.http = createServer(async (request, response) => {
      const path = decodeURIComponent(request.url.split("?")[0]).slice(1) || "index.html";
      this.log.push(path);
      if (this.login && request.headers.authorization !== this.login) {
        return response.writeHead(401, { "www-authenticate": 'Basic realm="pelatih"' }).end();
      }
      const odd = this.odd(path);
      if (odd === "reset") return request.socket.destroy();
      if (typeof odd === "number") return response.writeHead(odd).end();
      const headers = { "content-type": TYPES[extname(path)] || "application/octet-stream", "cache-control": "no-store" };
      if (typeof odd === "string") return response.writeHead(200, headers).end(odd);
      try {
        const body = await readFile(join(this.folder, normalize(path)));
        return response.writeHead(200, headers).end(body);
      } catch {
        return response.writeHead(404, headers).end("404");
      }
    });
    await new Promise((done) => this.http.listen(this.port, "127.0.0.1", done));
    this.port = this.http.address().port;
  }

  async stop() {
    this.http.closeAllConnections();
    await new Promise((done) => this.http.close(done));
  }

  get base() { return `http://127.0.0.1:${this.port}/`; }
}

// A profile on disk, as readers have: a private window is not installable.
const context = await chromium.launchPersistentContext(settings.profile, { executablePath, args: flags, locale: "id-ID", viewport: { width: 360, height: 740 } });
const page = await context.newPage();
const faults = [];
page.on("pageerror", (error) => faults.push(String(error)));
page.on("console", (message) => {
  // That a request without a line fails is what the stories are about.
  if (message.type() === "error" && !/ERR_(CONNECTION|INTERNET|EMPTY)|status of 4|error occurred when fetching/.test(message.text())) faults.push(message.text());
});
const server = new Server(settings.site);
await server.start();

const said = () => page.locator("#keadaan").innerText();
const says = (words) => page.waitForFunction((text) => document.getElementById("keadaan").textContent.includes(text), words, { timeout: 20000 });
const open = (path) => page.goto(server.base + path);
const menu = async (title) => {
  if (!(await page.locator("#menu").evaluate((element) => element.open))) await page.click("#menu summary");
  await Promise.all([page.waitForNavigation(), page.locator("nav.menu a", { hasText: title }).first().click()]);
  await page.waitForLoadState("load");
};
const settled = () => page.evaluate(async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => null);
  const worker = registration.installing;
  if (worker) await new Promise((done) => worker.addEventListener("statechange", () => (/installed|redundant/.test(worker.state) && done())));
  return { waiting: Boolean(registration.waiting) };
});
const cached = () => page.evaluate(async () => {
  const found = {};
  for (const name of await caches.keys()) found[name] = (await (await caches.open(name)).keys()).map((request) => request.url).sort();
  return found;
});
const keepAll = async () => {
  await open("luring.html");
  await says("Semua");
};
const installable = async () => {
  const session = await context.newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  const { errors, data, url } = await session.send("Page.getAppManifest");
  return { errors: installabilityErrors, manifest: errors, url: url.split("/").pop(), data: data ? JSON.parse(data) : null };
};
const title = () => page.locator("h1").innerText();

const STORIES = {
  async offline() {
    await open("index.html");
    await menu("Pakai tanpa internet");
    await says("Semua");
    const words = await said(), first = server.log.length, room = await page.locator("#ruang").innerText();
    await server.stop();
    server.log = [];
    const titles = [];
    await menu("Beranda");
    titles.push(await title());
    await page.locator("main .cards a", { hasText: settings.module }).last().click();
    await page.waitForLoadState("load");
    titles.push(await title());
    await page.locator("main .cards a").first().click();
    await page.waitForLoadState("load");
    titles.push(await title());
    const picture = await page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0));
    await page.fill(".find input", "biaya");
    await page.press(".find input", "Enter");
    await page.waitForSelector("#hasil a");
    const results = await page.locator("#hasil a").count();
    await open("kwu-99/tidak-ada.html");
    const unknown = { address: page.url().slice(server.base.length), title: await page.locator("#belum h2").innerText(), name: await page.locator("#nama-belum").innerText(), again: await page.locator("#coba").getAttribute("href") };
    await page.goto(`${server.base}luring.html?belum=${encodeURIComponent("//example.org/x")}`);
    const foreign = await page.locator("#belum").isVisible();
    return { words, room, first, titles, picture, results, unknown, foreign, requests: server.log };
  },

  async update() {
    await keepAll();
    await open("index.html");
    server.folder = settings.next;
    server.log = [];
    await open("glosarium.html");
    const before = (await page.content()).includes(settings.words);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      while (!registration.waiting) await new Promise((done) => setTimeout(done, 50));
    });
    const requests = [...server.log];
    await open(settings.changed);
    await page.waitForFunction((words) => document.body && document.body.textContent.includes(words), settings.words);
    const after = (await page.content()).includes(settings.words);
    await keepAll();
    await server.stop();
    await open(settings.changed);
    const offline = (await page.content()).includes(settings.words);
    const names = Object.values(await cached()).flat().map((address) => address.split("?")[0]);
    return { before, requests, after, offline, double: names.length - new Set(names).size };
  },

  async interrupted() {
    await keepAll();
    server.folder = settings.next;
    server.odd = (path) => (path === settings.changed ? "reset" : null);
    const half = await settled();
    await open("index.html");
    await open(settings.changed);
    const old = !(await page.content()).includes(settings.words);
    server.odd = () => null;
    const whole = await settled();
    await open("index.html");
    await open(settings.changed);
    await page.waitForFunction((words) => document.body && document.body.textContent.includes(words), settings.words);
    return { half, old, whole };
  },

  async tolerant() {
    const login = "<!doctype html><title>Masuk</title>";
    server.odd = (path) => (path === settings.changed ? 500 : path === "fakta.html" ? login : null);
    await open("luring.html");
    await says("Sisanya dilanjutkan");
    const first = await said();
    const kept = (await cached())["halaman /"].filter((address) => address.includes("fakta.html"));
    server.odd = () => null;
    server.log = [];
    await open("luring.html");
    await says("Semua");
    return { first, kept, resumed: server.log.filter((path) => path !== "luring.js").sort() };
  },

  async trainer() {
    await open("index.html");
    await menu("Pakai tanpa internet");
    await says("belum disimpan");
    const before = await cached(), warning = await page.locator(".notice.only-trainers").innerText();
    await page.click("#simpan-semua");
    await says("Semua");
    const held = Object.values(await cached()).flat().length;
    await server.stop();
    await menu("Beranda");
    const offline = await title();
    await server.start();
    await open("luring.html");
    await says("Semua");
    await page.click("#hapus");
    await says("belum disimpan");
    const after = await cached();
    await open("index.html");
    await settled();
    return { before, warning, held, offline, after, later: await cached() };
  },

  async removed() {
    await keepAll();
    await page.click("#hapus");
    await says("belum disimpan");
    await open("index.html");
    await settled();
    const after = Object.values(await cached()).flat();
    await open("luring.html");
    await says("belum disimpan");
    await page.click("#simpan-semua");
    await says("Semua");
    return { after, again: Object.values(await cached()).flat().length };
  },

  async books() {
    await keepAll();
    const shelf = page.locator(".shelf", { hasText: settings.module }), button = shelf.locator("button");
    const offer = await button.innerText();
    const before = Object.values(await cached()).flat().filter((address) => address.includes(".pdf"));
    server.log = [];
    await button.click();
    await shelf.locator("p[role=status]", { hasText: "Tersimpan." }).waitFor();
    const requests = [...server.log], kept = Object.values(await cached()).flat().filter((address) => address.includes(".pdf"));
    await server.stop();
    const address = await shelf.locator("a").first().getAttribute("href");
    const body = await page.evaluate(async (path) => {
      const response = await fetch(path);
      return { type: response.headers.get("content-type"), start: (await response.text()).slice(0, 5) };
    }, address);
    await button.click();
    await shelf.locator("button", { hasText: "Simpan" }).waitFor();
    const after = Object.values(await cached()).flat().filter((name) => name.includes(".pdf"));
    return { offer, before, requests, kept: kept.length, body, after };
  },

  async install() {
    await keepAll();
    return installable();
  },

  async login() {
    server.login = `Basic ${btoa("pelatih:sandi")}`;
    await page.goto(`${server.base.replace("//", "//pelatih:sandi@")}luring.html`);
    await page.click("#simpan-semua");
    await says("Semua");
    return installable();
  },

  async stick() {
    await server.stop();
    const leaving = [];
    page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) leaving.push(request.url()); });
    await page.goto(pathToFileURL(join(settings.unpacked, "BUKA-SAYA.html")).href);
    await page.click("a");
    await page.waitForLoadState("load");
    const start = await title();
    await page.click("button.theme");
    const theme = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.locator("main .cards a", { hasText: settings.module }).last().click();
    await page.waitForLoadState("load");
    const kept = await page.evaluate(() => document.documentElement.dataset.theme);
    await page.fill(".find input", "biaya");
    await page.press(".find input", "Enter");
    await page.waitForSelector("#hasil a");
    const results = await page.locator("#hasil a").count();
    await page.locator("#hasil a").first().click();
    await page.waitForLoadState("load");
    const found = await title();
    await Promise.all([page.waitForNavigation(), page.locator("a.brand").click()]);
    await menu("Pakai tanpa internet");
    return { start, theme, kept, results, found, words: await said(), buttons: await page.locator("#simpan button:visible").count(), leaving };
  },
};

const result = await STORIES[story]();
await context.close();
server.http.closeAllConnections();
server.http.close();
console.log(JSON.stringify({ ...result, faults }));
process.exit(0);
