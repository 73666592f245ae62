"use strict";
// Only in the preview: reload when there is a new page, and show what the check has found.
(() => {
  const root = document.documentElement, { preview: version, source, open: editor } = root.dataset;
  const place = location.pathname.split("/")[1];
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const panel = make("section", { className: "preview" });
  panel.setAttribute("aria-label", "Pratinjau");
  let words = {};

  const link = (at) => make("a", { href: at.open, textContent: `${at.file}:${at.line}:${at.column}` });
  const item = (found) => make("li", { className: found.severity },
    make("p", {}, link(found), " ", make("b", { textContent: `${found.code} ${found.label}` })),
    make("p", { textContent: found.message }),
    ...(found.help ? [make("p", { className: "help", textContent: found.help })] : []),
    ...found.related.map((other) => make("p", { className: "help" }, link(other), `: ${other.message}`)));
  const list = (found) => make("ul", {}, ...found.map(item));
  const sorted = (found) => [...found.filter((each) => each.file === source), ...found.filter((each) => each.file !== source)];

  const show = (findings) => {
    const errors = findings.filter((each) => each.severity === "error");
    const others = findings.filter((each) => each.severity !== "error");
    const here = others.filter((each) => each.file === source), there = others.filter((each) => each.file !== source);
    const wasOpen = panel.querySelector("details[open]");
    panel.replaceChildren();
    if (errors.length) {
      panel.append(make("h2", { textContent: words.errors }), list(sorted(errors)));
    }
    if (others.length) {
      const details = make("details", { open: Boolean(wasOpen) },
        make("summary", { textContent: `${words.warnings}: ${here.length} + ${there.length}` }));
      for (const [title, some] of [[words.here, here], [words.elsewhere, there]]) {
        if (some.length) details.append(make("h3", { textContent: title }), list(some));
      }
      panel.append(details);
    }
    if (editor) panel.append(make("p", {}, make("a", { href: editor, textContent: words.source })));
    panel.classList.toggle("broken", errors.length > 0);
    panel.setAttribute("role", errors.length ? "alert" : "status");
  };

  // The browser keeps the place on the page when it is loaded again, and asks again when the line is broken.
  const news = new EventSource(`/_pratinjau/kabar/${place}`);
  news.onmessage = (event) => {
    const data = JSON.parse(event.data);
    ({ words } = data);
    if (data.version && data.version !== version) {
      news.close();
      location.reload();
      return;
    }
    show(data.findings);
  };
  news.onerror = () => {
    if (words.lost && !panel.querySelector(".lost")) panel.prepend(make("p", { className: "lost", textContent: words.lost }));
  };
  document.body.append(panel);
})();
