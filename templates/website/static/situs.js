"use strict";
// On every page, before the first paint: the theme. Then the menu (open on wide screens) and scripts loaded when needed.
(() => {
  const root = document.documentElement, { src } = document.currentScript;
  const paint = (theme) => { if (/^(dark|light)$/.test(theme)) root.dataset.theme = theme; };
  try { paint(localStorage.tema); } catch { /* private windows keep nothing */ }

  // An element with data-script and data-sheet gets these scripts, in order and once, when it comes near or is focused.
  const asked = new Set();
  const load = (element) => {
    for (const name of [element.dataset.script, element.dataset.sheet]) {
      const { href } = new URL(name || ".", location);
      if (!name || asked.has(href)) continue;
      asked.add(href);
      document.head.append(Object.assign(document.createElement("script"), { src: href, async: false }));
    }
  };

  addEventListener("DOMContentLoaded", () => {
    const menu = document.getElementById("menu"), wide = matchMedia("(min-width: 60rem)");
    (wide.onchange = () => { menu.open = wide.matches; })();

    const system = matchMedia("(prefers-color-scheme: dark)");
    const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "theme quiet", textContent: "◐" });
    const name = () => button.setAttribute("aria-label", dark() ? "Pakai warna terang" : "Pakai warna gelap");
    button.onclick = () => {
      paint(dark() ? "light" : "dark");
      name();
      try { localStorage.tema = root.dataset.theme; } catch { /* as above */ }
    };
    (system.onchange = name)();
    document.querySelector(".top>div").append(button);

    // On paper nothing stays folded away; afterwards all is as it was.
    let folded = [];
    const flip = () => folded.forEach((each) => { each.open = !each.open; });
    addEventListener("beforeprint", () => { folded = document.querySelectorAll("main details:not([open])"); flip(); });
    addEventListener("afterprint", flip);

    const near = new IntersectionObserver(
      (seen) => seen.forEach((each) => { if (each.isIntersecting) load(each.target); }), { rootMargin: "400px" });
    document.querySelectorAll("[data-script]").forEach((each) => near.observe(each));
    addEventListener("focusin", ({ target }) => {
      const near = target.closest("[data-script]");
      if (near) load(near);
    });
    addEventListener("keydown", (event) => {
      if (event.key !== "/" || event.target.closest("input,select,textarea")) return;
      event.preventDefault();
      document.querySelector("input[type=search]").focus();
    });
    // Offline use: the service worker lies at the root of the site, beside the folder of this script.
    if (/^http/.test(location) && navigator.serviceWorker && !root.dataset.preview) {
      addEventListener("load", () => navigator.serviceWorker.register(new URL("../luring.js", src)));
    }
  });
})();
