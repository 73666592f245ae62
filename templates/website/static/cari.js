"use strict";
// Search in the index that the page already carries: no request, so it works from disk and offline.
(() => {
  const { pages, words } = window.INDEKS, stemmer = new IndonesianStemmer();
  const list = document.getElementById("hasil"), status = document.getElementById("jumlah");
  const input = document.getElementById("kata");
  const element = (tag, text, css) => Object.assign(document.createElement(tag), { textContent: text, className: css || "" });
  const snippet = (text, terms) => {
    const low = text.toLowerCase(), at = Math.max(0, Math.min(...terms.map(t => low.indexOf(t)).filter(i => i >= 0).concat(1e9)));
    const from = at > 1e8 ? 0 : Math.max(0, at - 60);
    return (from ? "… " : "") + text.slice(from, from + 180) + " …";
  };
  const find = query => {
    const terms = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [], scores = new Map();
    for (const term of terms) {
      const stem = stemmer.stemWord(term);
      const hits = words[stem] || Object.keys(words).filter(w => term.length > 2 && w.startsWith(term)).flatMap(w => words[w]);
      for (const [page, weight] of hits) scores.set(page, (scores.get(page) || 0) + 100 + Math.min(weight, 40));
    }
    const found = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 20);
    status.textContent = terms.length ? (found.length ? found.length + " halaman ditemukan." : "Tidak ada halaman yang cocok. Coba kata lain.") : "";
    list.replaceChildren(...found.map(([page]) => {
      const [address, title, kind, text] = pages[page], item = element("li", "", "card"), head = element("h2", "");
      head.append(Object.assign(element("a", title), { href: address }));
      item.append(head, element("p", kind, "meta"), element("p", snippet(text, terms)));
      return item;
    }));
  };
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.addEventListener("input", () => find(input.value));
  find(input.value);
})();
