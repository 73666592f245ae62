// The engines that run in Node or a browser: engines.mjs < {task, ...} > JSON. See __main__.py.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { stemmer } from "@orama/stemmers/indonesian";
import MiniSearch from "minisearch";
import { chromium } from "playwright-core";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".json": "application/json" };
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const WORD = /[\p{L}\p{N}]+/gu;

/** A server of files, compressed as a web host does. */
async function serve(folder) {
  const server = createServer((request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, "http://x").pathname), body = readFileSync(join(folder, path));
      response.writeHead(200, { "content-type": TYPES[extname(path)] || "application/octet-stream", "content-encoding": "gzip" });
      response.end(gzipSync(body));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
  return { server, base: `http://127.0.0.1:${server.address().port}/` };
}

const MINI = { fields: ["title", "headings", "text"], storeFields: ["title"] };
const mini = stop => ({ ...MINI, tokenize: text => text.toLowerCase().match(WORD) || [], processTerm: term => stop.has(term) ? null : stemmer(term) });

function minisearch({ documents, queries, stop, synonyms }) {
  const engine = new MiniSearch(mini(new Set(stop)));
  engine.addAll(documents);
  const options = { boost: { title: 4, headings: 2 }, prefix: term => term.length > 3, fuzzy: term => term.length > 4 ? 0.2 : 0 };
  const wider = query => {
    const low = ` ${query.toLowerCase()} `;
    return [query, ...synonyms.filter(row => row.some(phrase => low.includes(` ${phrase} `))).flat()].join(" ");
  };
  return { found: queries.map(query => engine.search(wider(query), options).slice(0, 12).map(hit => hit.id)), index: JSON.stringify(engine) };
}

/** What each query finds in a page: `sphinx` asks Sphinx's own script, `pagefind` the module. */
async function inBrowser({ folder, page: name, queries, engine }) {
  const { server, base } = await serve(folder), browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  const page = await browser.newPage();
  await page.goto(base + name);
  await page.waitForTimeout(1500);
  const found = await page.evaluate(async ([queries, engine]) => {
    const all = [], pagefind = engine === "pagefind" && (await import("/pagefind/pagefind.js"));
    for (const query of queries) {
      if (pagefind) {
        const { results } = await pagefind.search(query);
        all.push((await Promise.all(results.slice(0, 12).map(result => result.data()))).map(data => data.url.replace(/^\//, "")));
      } else {
        const parsed = Search._parseQuery(query);
        // The page takes its results from the end.
        all.push([...new Set(Search._performSearch(...parsed).reverse().map(result => result[0] + ".html"))].slice(0, 12));
      }
    }
    return all;
  }, [queries, engine]);
  await browser.close();
  server.close();
  return { found };
}

/** Milliseconds until the first result stands on a slow-3G phone with a cold cache; the runs of all pages by turns. */
async function firstResult({ pages, runs }) {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS });
  const times = Object.fromEntries(pages.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) for (const { name, folder, page: path, result } of pages) {
    const { server, base } = await serve(folder), context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage(), client = await context.newCDPSession(page);
    await client.send("Network.enable");
    await client.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50000, uploadThroughput: 50000 });
    await client.send("Emulation.setCPUThrottlingRate", { rate: 6 });
    const start = performance.now();
    await page.goto(base + path, { waitUntil: "commit" });
    await page.waitForSelector(result, { timeout: 120000 });
    times[name].push(Math.round(performance.now() - start));
    await context.close();
    server.close();
  }
  await browser.close();
  return times;
}

const { task, ...asked } = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(await { minisearch, inBrowser, firstResult }[task](asked)));
