"use strict";
// The page "Pakai tanpa internet": what the device holds, keeping and removing it. The service worker does the pages;
// books are fetched here, because a worker is ended when a slow line needs minutes.
(async () => {
  const at = (id) => document.getElementById(id), root = document.documentElement, base = new URL("./", location);
  const shelves = [];
  const size = (bytes) => (bytes < 1e6 ? `${Math.max(Math.round(bytes / 1e3), 1)} KB`
    : bytes < 1e9 ? `${(bytes / 1e6).toFixed(1).replace(".", ",")} MB`
    : `${(bytes / 1e9).toFixed(1).replace(".", ",")} GB`);
  const show = (id, yes) => { at(id).hidden = !yes; };
  const say = (words) => { if (at("keadaan").textContent !== words) at("keadaan").textContent = words; };

  // A page that is not here yet: only addresses of this site become a link.
  const missing = new URLSearchParams(location.search).get("belum");
  if (missing !== null) {
    const goal = new URL(missing, base);
    if (goal.href.startsWith(base.href)) {
      at("nama-belum").textContent = goal.href.slice(base.href.length) || "index.html";
      at("coba").href = goal.href;
      show("belum", true);
    }
  }

  if (!location.protocol.startsWith("http")) {
    return say("Situs ini sudah dibuka dari perangkat Anda. Internet tidak diperlukan.");
  }
  const unable = "Peramban ini tidak dapat menyimpan situs. Mungkin Anda memakai jendela pribadi. Pakai berkas HTML atau ZIP di bawah ini.";
  if (root.dataset.preview) return say("Pratinjau tidak disimpan di perangkat.");
  if (!("serviceWorker" in navigator && "caches" in window)) return say(unable);
  let registration;
  try {
    registration = await navigator.serviceWorker.register(new URL("luring.js", base));
    await caches.keys();
  } catch { return say(unable); }

  const ask = (task) => new Promise((answer) => {
    const { port1, port2 } = new MessageChannel();
    const worker = registration.active || registration.waiting || registration.installing;
    port1.onmessage = ({ data }) => answer(data);
    if (worker) worker.postMessage({ task }, [port2]);
    else answer(null);
  });

  let timer, looks = 0;
  const look = async () => {
    clearTimeout(timer);
    const mine = looks += 1, state = await ask("status");
    if (mine !== looks) return;
    if (!state) return say("Situs belum tersimpan. Muat ulang halaman ini saat ada internet.");
    const all = state.kept === state.total, busy = state.busy && !all;
    show("kemajuan", state.wanted && !all);
    at("kemajuan").value = state.kept / state.total;
    show("simpan-semua", !all && !busy);
    say(!state.wanted ? "Situs ini belum disimpan di perangkat ini."
      : all ? `Semua ${state.allPages} halaman tersimpan.${registration.waiting ? " Versi baru siap: muat ulang halaman ini." : ""}`
      : state.full ? `Ruang di perangkat ini habis. ${state.pages} dari ${state.allPages} halaman tersimpan.`
      : busy ? `Menyimpan: ${state.pages} dari ${state.allPages} halaman.`
      : `${state.pages} dari ${state.allPages} halaman tersimpan. Sisanya dilanjutkan saat ada internet.`);
    for (const shelf of shelves) await shelf.look(state);
    const holds = state.wanted || shelves.some((shelf) => shelf.held);
    show("hapus", holds);
    await room(holds);
    timer = setTimeout(look, busy ? 700 : 4000);
  };

  const room = async (holds) => {
    if (!(navigator.storage && navigator.storage.estimate)) return;
    const { usage, quota } = await navigator.storage.estimate();
    at("ruang").textContent = `Dipakai ${size(usage)} dari ${size(quota)} yang tersedia untuk situs ini.`;
    if (!navigator.storage.persist) return;
    const fixed = await navigator.storage.persisted();
    show("tetap", holds && !fixed);
    if (fixed) at("ruang").textContent += " Peramban tidak akan menghapusnya sendiri.";
  };

  const shelf = (section) => {
    const files = section.dataset.rak.split(";").map((row) => row.split(" "));
    const whole = files.reduce((sum, file) => sum + Number(file[1]), 0);
    const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet" });
    const words = Object.assign(document.createElement("p"), { className: "meta" });
    words.setAttribute("role", "status");
    const line = document.createElement("p");
    line.append(button);
    section.append(line, words);
    let name, offers, busy = false;
    const self = { held: false };
    self.look = async (state) => {
      if (busy) return;
      ({ cache: name, offers } = state);
      const have = await caches.has(name) ? (await (await caches.open(name)).keys()).map((request) => request.url) : [];
      const kept = files.filter(([path]) => have.includes(`${base.href}${path}?${offers[path]}`)).length;
      const older = files.some(([path]) => have.some((address) => address.startsWith(`${base.href}${path}?`)
        && !address.endsWith(`?${offers[path]}`)));
      self.held = kept > 0 || older;
      self.all = kept === files.length;
      button.textContent = self.all ? "Hapus dari perangkat" : older ? `Perbarui (${size(whole)})` : `Simpan (${size(whole)})`;
      button.setAttribute("aria-label", `${button.textContent}: ${section.querySelector("h3").textContent}`);
      if (!words.dataset.tetap) words.textContent = self.all ? "Tersimpan." : older ? "Yang tersimpan adalah versi lama." : "";
    };
    const remove = async (path, but) => {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (request.url.startsWith(`${base.href}${path}?`) && request.url !== but) await cache.delete(request);
      }
    };
    const keep = async () => {
      const cache = await caches.open(name);
      let done = 0;
      for (const [path, bytes] of files) {
        const address = `${base.href}${path}?${offers[path]}`;
        if (!(await cache.match(address))) {
          const response = await fetch(path, { cache: "no-cache" });
          if (!response.ok || !response.body) throw new Error(path);
          const parts = [], reader = response.body.getReader();
          for (let got = 0, part = await reader.read(); !part.done; part = await reader.read()) {
            parts.push(part.value);
            got += part.value.length;
            words.textContent = `Mengunduh: ${Math.min(Math.round(100 * (done + got) / whole), 99)}%`;
          }
          const body = new Blob(parts);
          const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", await body.arrayBuffer()))]
            .map((byte) => byte.toString(16).padStart(2, "0")).join("");
          if (!hash.startsWith(offers[path])) throw new Error(path);  // a login page, or a release that is just arriving
          await cache.put(address, new Response(body, { headers: { "content-type": response.headers.get("content-type") || "" } }));
          await remove(path, address);
        }
        done += Number(bytes);
      }
    };
    button.onclick = async () => {
      if (busy || !offers) return;
      busy = true;
      words.dataset.tetap = "";
      try {
        if (self.all) for (const [path] of files) await remove(path);
        else await keep();
      } catch (error) {
        words.textContent = error.name === "QuotaExceededError" ? "Ruang di perangkat ini habis." : "Belum berhasil. Periksa internet, lalu coba lagi.";
        words.dataset.tetap = "ya";
      }
      busy = false;
      look();
    };
    return self;
  };
  for (const section of document.querySelectorAll(".shelf")) shelves.push(shelf(section));

  at("simpan-semua").onclick = () => {
    show("simpan-semua", false);
    ask("keep").then(look);
    look();
  };
  at("hapus").onclick = async () => {
    await ask("clear");
    look();
  };
  at("tetap").onclick = async () => {
    const fixed = await navigator.storage.persist();
    await room(true);
    if (!fixed) at("ruang").textContent += " Peramban belum mengizinkannya. Pasang situs ini sebagai aplikasi, lalu coba lagi.";
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    show("pasang", true);
    at("pasang").onclick = () => { event.prompt(); show("pasang", false); };
  });
  look();
})();
