"use strict";
// The service worker: keeps the site on the device and answers from there.
//
// FILES: all pages, pictures, styles and scripts, each with the beginning of its SHA-256. OFFERS: books and other files
// that a reader keeps one by one. AUTO: keep the pages without being asked; otherwise (trainers, perhaps on a shared
// computer) only after a button was pressed.
//
// No mixed versions: entries are named path?hash, a body is kept only if it has that hash, and a new release waits until
// it is whole and one tab is left, then takes over before that tab loads its next page.
const FILES = new Map(Object.entries({}));
const OFFERS = new Map(Object.entries({}));
const AUTO = true;

const SCOPE = registration.scope, ROOT = new URL(SCOPE).pathname;
const PAGES = `halaman ${ROOT}`, KEPT = `unduhan ${ROOT}`, OFF = `tanpa ${ROOT}`, REFUSED = `ditolak ${ROOT}`;
// Requests at a time; failures in a row until the line counts as gone; visits on which a wrong body is asked for again:
// a host that changes pages on their way must not cost the reader the whole site on every page.
const LANES = 4, PATIENCE = 5, VISITS = 3;
const key = (path) => `${SCOPE}${path}?${FILES.get(path)}`;
const wanted = async () => (AUTO ? !(await caches.has(OFF)) : caches.has(PAGES));
const kept = (path) => caches.match(key(path), { cacheName: PAGES });

const digest = async (body) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", body))]
  .map((byte) => byte.toString(16).padStart(2, "0")).join("");

// Neither the page of a login nor of another release passes.
const get = async (path) => {
  const response = await fetch(SCOPE + path, { cache: "no-cache" });
  const body = await response.arrayBuffer();
  if (!response.ok || !(await digest(body)).startsWith(FILES.get(path))) return null;
  return new Response(body, { headers: { "content-type": response.headers.get("content-type") || "" } });
};

let filling = null, stopped = false, full = false, whole = false;
// Fetch what is missing. False when the line or the space gave out: the rest is for the next visit.
const fill = () => {
  filling = filling || (async () => {
    const cache = await caches.open(PAGES), have = new Set((await cache.keys()).map((request) => request.url));
    const missing = [...FILES.keys()].filter((path) => !have.has(key(path))), queue = [], times = new Map();
    for (const path of missing) {
      const refused = await caches.match(key(path), { cacheName: REFUSED });
      times.set(path, refused ? Number(await refused.text()) : 0);
      if (times.get(path) < VISITS) queue.push(path);
    }
    let lost = 0, again = 0, failures = 0;
    stopped = full = false;
    const lane = async () => {
      while (queue.length && !stopped && failures < PATIENCE) {
        const path = queue.shift();
        try {
          const response = await get(path);
          if (response) {
            await cache.put(key(path), response);
          } else {
            await (await caches.open(REFUSED)).put(key(path), new Response(String(times.get(path) + 1)));
            again += 1;
          }
          failures = 0;
        } catch (error) {
          lost += 1;
          failures += 1;
          if (error.name === "QuotaExceededError") full = stopped = true;
        }
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    whole = !lost && !again && !queue.length;
    return !lost && !queue.length;
  })().finally(() => { filling = null; });
  return filling;
};

addEventListener("install", (event) => event.waitUntil((async () => {
  // A first visit keeps what it can get; a release that is not whole does not replace one that is.
  if (await wanted() && !(await fill()) && registration.active) throw new Error("The line is gone.");
})()));

addEventListener("activate", (event) => event.waitUntil((async () => {
  const clean = async (name, listed) => {
    if (!(await caches.has(name))) return;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (!listed(request.url)) await cache.delete(request);
  };
  const pages = new Set([...FILES.keys()].map(key));
  await clean(PAGES, (address) => pages.has(address));
  await clean(REFUSED, (address) => pages.has(address));
  await clean(KEPT, (address) => OFFERS.has(address.slice(SCOPE.length).split("?")[0]));
  await clients.claim();
})()));

const answer = async (request, path) => {
  const navigates = request.mode === "navigate";
  if (navigates && registration.waiting && (await clients.matchAll()).length < 2) {
    registration.waiting.postMessage({ task: "take-over" });
    return new Response("", { headers: { Refresh: "0", "content-type": "text/html" } });
  }
  const file = [path, `${path}index.html`, `${path}.html`].find((name) => FILES.has(name));
  const found = file === undefined
    ? OFFERS.has(path) && await caches.match(`${SCOPE}${path}?${OFFERS.get(path)}`, { cacheName: KEPT })
    : await kept(file);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    const older = await caches.match(SCOPE + path, { cacheName: KEPT, ignoreSearch: true });
    if (older) return older;
    if (navigates && await kept("luring.html")) {
      return Response.redirect(`${SCOPE}luring.html?belum=${encodeURIComponent(path)}`);
    }
    throw error;
  }
};

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(SCOPE)) return;
  event.respondWith(answer(request, decodeURI(new URL(request.url).pathname.slice(ROOT.length))));
  if (request.mode === "navigate" && !whole) event.waitUntil(wanted().then((yes) => yes && fill()));
});

const status = async () => {
  const cached = await caches.has(PAGES) ? await (await caches.open(PAGES)).keys() : [];
  const have = new Set(cached.map((request) => request.url));
  const pages = [...FILES.keys()].filter((path) => path.endsWith(".html"));
  return {
    auto: AUTO, wanted: await wanted(), busy: Boolean(filling), full, cache: KEPT, offers: Object.fromEntries(OFFERS),
    total: FILES.size, kept: [...FILES.keys()].filter((path) => have.has(key(path))).length,
    pages: pages.filter((path) => have.has(key(path))).length, allPages: pages.length,
  };
};

const TASKS = {
  status: async () => null,
  keep: async () => {
    for (const name of [OFF, REFUSED]) await caches.delete(name);
    await caches.open(PAGES);
    await fill();
  },
  clear: async () => {
    stopped = true;
    if (filling) await filling;
    whole = false;
    for (const name of [PAGES, KEPT, REFUSED]) await caches.delete(name);
    if (AUTO) await caches.open(OFF);
  },
  "take-over": () => skipWaiting(),
};

addEventListener("message", (event) => {
  const { task } = event.data, [port] = event.ports;
  event.waitUntil(TASKS[task]().then(async () => { if (port) port.postMessage(await status()); }));
});
