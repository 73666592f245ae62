"use strict";
// Elements with data-script (and data-sheet) get their scripts when they come near the screen, or get the focus: each
// script once, in order.
(() => {
  const known = new Set();
  const load = address => {
    if (!address || known.has(address)) return;
    known.add(address);
    const script = document.createElement("script");
    script.src = address;
    script.async = false;
    document.head.append(script);
  };
  const start = box => { load(box.dataset.script); load(box.dataset.sheet); };
  const watch = new IntersectionObserver(seen => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) { watch.unobserve(target); start(target); }
  }, { rootMargin: "600px" });
  for (const box of document.querySelectorAll("[data-script]")) watch.observe(box);
  addEventListener("focusin", ({ target }) => {
    const box = target.closest("[data-script]");
    if (box) start(box);
  });
})();
