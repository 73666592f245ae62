"use strict";
// Search in Indonesian over `indeks.js`: no request for the first results, so it works from disk and offline.
// The table of word forms comes with the index; curriculum_kit/search/words.py holds it and strips words alike.
const Cari = index => {
  const { table } = index, impossible = RegExp("^(?:" + table.unspoken + ")");
  const empty = new Set(table.empty.split(" ")), light = new Set(table.light.split(" "));
  const symbols = [];
  for (let code = 0x23; code < 0x7e; code++) if (code !== 0x5c) symbols.push(String.fromCharCode(code));
  const value = Object.fromEntries(symbols.map((symbol, i) => [symbol, i]));
  const numbers = text => {
    const found = [];
    for (let i = 0; i < text.length; i++) {
      const first = value[text[i]];
      found.push(first < 64 ? first : 64 + (first - 64) * symbols.length + value[text[++i]]);
    }
    return found;
  };

  // Words and their forms, as in words.py
  const WORD = /rp(?=[0-9])|[0-9]+(?:[.,][0-9]+)*(?![\p{L}\p{N}])|[\p{L}\p{N}]+/giu;
  const LARGE = RegExp("([0-9]+)(?:,([0-9]{1,3}))?[\\s\u00a0]*(" + Object.keys(table.magnitudes).join("|") + ")(?![\\p{L}\\p{N}])", "gu");
  const normal = word => /^[0-9]/.test(word) ? word.replace(/\.(?=[0-9]{3}(?![0-9]))/g, "") : word;
  const wordsOf = text => (text.normalize("NFC").toLowerCase()
    .replace(LARGE, (_, whole, decimals, magnitude) => whole + (decimals || "").padEnd(table.magnitudes[magnitude], "0")).match(WORD) || []).map(normal);
  const withoutSuffixes = word => {
    const found = new Map([[word, ""]]);
    table.suffixes.forEach((row, level) => [...found.keys()].forEach(base => row.forEach(suffix => {
      const rest = base.slice(0, -suffix.length);
      if (base.endsWith(suffix) && rest.length > 2 && !found.has(rest)) found.set(rest, level === table.suffixes.length - 1 ? suffix : "");
    })));
    return found;
  };
  const withoutPrefix = (word, ending, rows) => rows.flatMap(([prefix, follow, back, endings]) => {
    const rest = word.slice(prefix.length), bound = endings.endsWith("!");
    if (!word.startsWith(prefix) || !rest || (follow && !follow.includes(rest[0]))) return [];
    if (ending !== null && (ending || bound) && !endings.replace("!", "").split(" ").includes(ending)) return [];
    return [...back].map(letter => letter === "-" ? rest : letter + rest).filter(form => form.length > 2 && !impossible.test(form));
  });
  const longestFirst = found => [...found].sort((a, b) => b.length - a.length);
  const forms = word => {
    const found = new Set([word]);
    let layer = new Set();
    for (const [base, ending] of withoutSuffixes(word)) {
      found.add(base);
      for (const form of withoutPrefix(base, ending, table.prefixes)) layer.add(form);
    }
    for (let i = 0; i < 2; i++) {
      layer.forEach(form => found.add(form));
      layer = new Set([...layer].flatMap(base => withoutPrefix(base, null, table.prefixes)).filter(form => !found.has(form)));
    }
    layer.forEach(form => found.add(form));
    return longestFirst(found);
  };
  const spokenForms = word => {
    const bases = new Set(withoutSuffixes(word).keys()), said = table.spokenSuffix;
    [...bases].forEach(base => base.endsWith(said) && base.length > 4 && bases.add(base.slice(0, -said.length)));
    [...bases].forEach(base => table.spokenEndings.forEach(([end, written]) => base.endsWith(end) && bases.add(base.slice(0, -end.length) + written)));
    [...bases].forEach(base => withoutPrefix(base, null, table.spokenPrefixes).forEach(form => bases.add(form)));
    return longestFirst(new Set([...bases].flatMap(forms)));
  };
  const spelling = word => table.spellings.reduce((text, [from, to]) => text.split(from).join(to), word).replace(/(.)\1+/g, "$1").replace(/^h(?=[aiueo])/, "");

  // Damerau-Levenshtein distance, given up beyond `limit`
  const distance = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return 9;
    let before = [], last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      let best = i;
      for (let j = 1; j <= b.length; j++) {
        let d = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, before[j - 2] + 1);
        row.push(d);
        if (d < best) best = d;
      }
      if (best > limit) return 9;
      before = last;
      last = row;
    }
    return last[b.length];
  };

  // The dictionary: every word of the site with the number of its root
  const patterns = index.patterns.split(" ").map(text => text.match(/^(.*?)(1?)-(.*)$/));
  const roots = [], known = new Map(), coded = index.postings.split("~");
  index.words.split("~").forEach((entry, number) => {
    const [head, codes] = entry.split(" ");
    const root = (number ? roots[number - 1].slice(0, head.charCodeAt(0) - 97) : "") + head.slice(1);
    roots.push(root);
    for (const code of numbers(codes)) {
      const [, before, lost, after] = patterns[code];
      known.set(before + root.slice(+lost || 0) + after, number);
    }
  });
  const stems = new Map(roots.map((root, number) => [root, number]));
  const find = word => known.has(word) ? known.get(word) : stems.get(word);
  const places = index.places.map(([address, title, kind, module]) => ({ address, title, kind, module, number: index.numbers[address] || "" }));
  const decoded = [];
  const postings = root => {
    if (decoded[root]) return decoded[root];
    const found = new Map(), list = numbers(coded[root] || "");
    let place = -1;
    for (let i = 0; i < list.length; i += 2) found.set(place += list[i] + 1, list[i + 1]);
    return decoded[root] = found;
  };
  const rarity = root => Math.log(1 + places.length / (1 + postings(root).size));
  const firstKnown = list => list.filter(form => form === list[0] || !empty.has(form)).map(find).find(root => root !== undefined);
  const rootOf = word => {
    const root = known.get(word);
    return root === undefined ? firstKnown(forms(word)) ?? -1 : root;
  };
  const says = word => !empty.has(word) && (word.length > 1 || /[0-9]/.test(word));
  const content = text => wordsOf(text).filter(says);
  places.forEach(place => { place.roots = content(place.title).map(rootOf).filter(root => root >= 0); });

  // Synonyms: a word that only they know becomes a root of its own, without postings
  const phrases = [], starts = new Map(), stemOf = new Map();
  index.synonyms.forEach(row => {
    const group = row.map(phrase => {
      const list = content(phrase), target = list.map(rootOf);
      const source = list.map((word, i) => {
        if (known.has(word)) return known.get(word);
        if (list.length > 1 && target[i] >= 0) return target[i];
        known.set(word, roots.push(word) - 1);
        if (target[i] >= 0) stemOf.set(roots.length - 1, target[i]);
        return roots.length - 1;
      });
      return { word: list.length === 1 ? list[0] : "", source, target };
    }).filter(({ source }) => source.length);
    group.forEach(({ word, source, target }) => {
      const others = group.map(other => other.target).filter(other => other.join() !== target.join() && other.every(root => root >= 0 && postings(root).size));
      if (!others.length) return;
      starts.set(source[0], [...(starts.get(source[0]) || []), phrases.push({ word, source, others }) - 1]);
    });
  });

  let spellings = null, all = null;
  const spelt = word => {
    if (!spellings) {
      spellings = new Map();
      for (const [other, root] of known) if (!spellings.has(spelling(other))) spellings.set(spelling(other), root);
    }
    return spellings.get(spelling(word));
  };
  const limitOf = word => word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  const nearest = word => {
    const limit = limitOf(word), stripped = forms(word).filter(form => form !== word && form.length > 3);
    let best = 9, found = [];
    all = all || [...known, ...[...stems].filter(([stem]) => !known.has(stem))];
    if (limit) for (const [other, root] of all) {
      let d = distance(word, other, limit);
      if (d > 1 && other === roots[root]) for (const form of stripped) d = Math.min(d, distance(form, other, Math.min(1, limitOf(form))) + 0.5);
      if (d > limit) continue;
      if (word[0] !== other[0] && !(word[0] === other[1] && word[1] === other[0]) && (d += 0.3) > limit) continue;
      if (d < best) { best = d; found = []; }
      if (d === best) found.push([other, root]);
    }
    return found.sort((a, b) => postings(b[1]).size - postings(a[1]).size);
  };
  const same = (roots, weight) => [...new Set(roots)].map(root => [root, weight]);

  // A word of the query: roots with weights, and what it was corrected to
  const cache = new Map();
  const look = (word, typing) => {
    const key = word + typing;
    if (!cache.has(key)) cache.set(key, looked(word, typing));
    return cache.get(key);
  };
  const looked = (word, typing) => {
    if (known.has(word)) {
      const root = known.get(word);
      return { roots: stemOf.has(root) ? [[root, 1], [stemOf.get(root), 0.8]] : [[root, 1]] };
    }
    if (/^[0-9]/.test(word)) return { roots: [] };
    const plain = word.replace(/2$/, "");
    for (const list of [forms(plain), spokenForms(plain)]) {
      const root = firstKnown(list);
      if (root !== undefined) return { roots: [[root, 1]] };
    }
    const one = forms(plain).map(spelt).find(root => root !== undefined);
    if (one !== undefined) return { roots: [[one, 1]] };
    if (typing && word.length > 2) {
      const begun = [...known, ...stems].filter(([other]) => other.startsWith(word)).map(([, root]) => root);
      if (begun.length) return { roots: same(begun, 0.9) };
    }
    for (let i = 3; i <= plain.length - 3; i++) {
      const [left, right] = [plain.slice(0, i), plain.slice(i)];
      if (known.has(left) && known.has(right)) return { roots: [], split: [left, right] };
    }
    const near = nearest(plain);
    return near.length ? { roots: same(near.slice(0, 4).map(([, root]) => root), 0.8), corrected: near[0][0] } : { roots: [] };
  };

  const parse = query => {
    const quoted = [...query.matchAll(/["“”]([^"“”]+)["“”]/g)].map(match => wordsOf(match[1])).filter(list => list.length > 1);
    let list = wordsOf(query);
    const open = !/\s$/.test(query), last = list[list.length - 1];
    list = list.filter(says);
    const tokens = [];
    const add = (word, typing) => {
      const { roots, split, corrected } = look(word, typing);
      if (split) return split.forEach(part => add(part, false));
      if (!empty.has(word)) tokens.push({ word, roots, corrected, light: light.has(word), ways: [] });
    };
    list.forEach((word, i) => add(word, open && i === list.length - 1 && word === last));
    // Synonyms of the words that stand side by side
    tokens.forEach((token, i) => token.roots.forEach(([root, weight]) => (starts.get(root) || []).forEach(number => {
      const { word, source, others } = phrases[number], span = tokens.slice(i, i + source.length);
      if (span.length < source.length || !source.every((r, j) => span[j].roots.some(([other]) => other === r))) return;
      const near = word && word !== (token.corrected || token.word) ? 0.6 : 1;
      span.forEach(member => others.forEach(other => member.ways.push([other, weight * near])));
    })));
    tokens.forEach(token => {
      const own = token.roots.map(([root]) => postings(root).size ? rarity(root) : 0);
      const others = token.ways.map(([way]) => Math.max(...way.map(rarity)));
      token.weight = Math.max(0, ...own) || Math.max(0, ...others) || 0.5 * Math.log(1 + places.length);
      token.found = own.some(x => x) || others.length > 0;
      if (token.light) token.weight *= 0.35;
    });
    return { tokens: [...new Map(tokens.map(token => [token.roots[0] ? token.roots[0][0] : token.word, token])).values()], quoted };
  };

  const KINDS = { text: 1, activity: 2, worksheet: 4, trainer: 8 };
  const STRENGTH = [0.25, 0.5, 0.8, 1], PRIOR = { s: 1, g: 0.85, f: 0.9, m: 0.75 };
  const search = (query, { module = -1, kind = "" } = {}) => {
    const { tokens, quoted } = parse(query);
    const bit = KINDS[kind] || 0;
    const strength = (root, place) => {
      const code = postings(root).get(place);
      return code === undefined || (bit && places[place].kind === "s" && !((code >> 2) & bit)) ? 0 : STRENGTH[code & 3];
    };
    const total = tokens.reduce((sum, token) => sum + token.weight, 0);
    const results = [], incomplete = tokens.some(token => !token.found);
    places.forEach((place, number) => {
      if (module >= 0 && place.module !== module) return;
      if (kind && (bit ? place.kind !== "s" : place.kind !== kind)) return;
      let body = 0, matched = 0, title = 0, strong = false;
      const seen = new Set();
      tokens.forEach(token => {
        let best = 0, named = 0;
        for (const [root, weight] of token.roots) {
          best = Math.max(best, weight * strength(root, number));
          if (place.roots.includes(root)) { named = Math.max(named, weight); seen.add(root); }
        }
        for (const [way, weight] of token.ways) {
          const all = way.map(root => strength(root, number));
          if (all.every(x => x)) best = Math.max(best, 0.85 * weight * Math.min(...all));
          if (way.every(root => place.roots.includes(root))) { named = Math.max(named, 0.6 * weight); way.forEach(root => seen.add(root)); }
        }
        if (named && !bit) best = Math.max(best, STRENGTH[0]);
        body += token.weight * best;
        title += token.weight * named;
        if (best) { matched += token.weight; if (!token.light && !(token.corrected && incomplete)) strong = true; }
      });
      if (!matched || (!strong && tokens.some(token => !token.light))) return;
      if (quoted.length && matched < total) return;
      let pairs = 0;
      for (let i = 1; i < tokens.length; i++) {
        const at = place.roots.findIndex(root => tokens[i - 1].roots.some(([other]) => other === root));
        if (at >= 0 && tokens[i].roots.some(([other]) => other === place.roots[at + 1])) pairs += tokens[i].weight;
      }
      const cover = place.roots.length ? seen.size / new Set(place.roots).size : 0;
      const share = matched / total;
      const score = (body + title * (0.4 + 0.4 * cover) + 0.8 * pairs) / total * share ** 0.8 * PRIOR[place.kind];
      if (share > 0.3 || !incomplete) results.push({ place, number, score, share });
    });
    results.sort((a, b) => b.score - a.score || a.number - b.number);
    return { results: spread(results), tokens, quoted };
  };
  // Entries of the glossary and facts do not crowd out the sessions
  const spread = results => {
    const count = { s: 0, g: 0, f: 0, m: 0 }, out = [];
    const head = results.slice(0, 40);
    while (head.length) {
      let best = 0;
      head.forEach((result, i) => {
        const value = r => r.score * ({ g: 0.8, f: 0.85, m: 0.9 }[r.place.kind] || 1) ** count[r.place.kind];
        if (value(result) > value(head[best])) best = i;
      });
      const [taken] = head.splice(best, 1);
      count[taken.place.kind]++;
      out.push(taken);
    }
    return out.concat(results.slice(40));
  };

  // Text that was loaded for a result: its words with their places, and which words of the query each stands for
  const rootCache = new Map();
  const rootIn = word => {
    if (!rootCache.has(word)) rootCache.set(word, empty.has(word) ? -1 : rootOf(word));
    return rootCache.get(word);
  };
  const soughtIn = (text, tokens) => {
    const list = [...text.matchAll(WORD)].map(match => ({ from: match.index, to: match.index + match[0].length, root: rootIn(normal(match[0].toLowerCase())), of: [] }))
      .filter(({ root }) => root >= 0);
    list.forEach((hit, at) => tokens.forEach((token, i) => {
      if (token.roots.some(([root]) => root === hit.root)) hit.of.push(i);
      for (const [way] of token.ways) if (way.every((root, j) => list[at + j] && list[at + j].root === root)) way.forEach((_, j) => list[at + j].of.push(i));
    }));
    return list.filter(({ of }) => of.length);
  };
  const bestPiece = (pieces, tokens, kind) => {
    let best = null, most = -1;
    pieces.forEach(piece => {
      if (kind && KINDS[kind] && piece[1] !== kind) return;
      const weigh = text => [...new Set(soughtIn(text, tokens).flatMap(hit => hit.of))].reduce((sum, i) => sum + tokens[i].weight, 0);
      const value = weigh(piece[4]) + 0.8 * weigh(piece[2] + " " + piece[3]);
      if (value > most) { most = value; best = piece; }
    });
    return best;
  };
  const snippet = (text, tokens, width = 170) => {
    const hits = soughtIn(text, tokens);
    let from = 0, most = 0;
    hits.forEach((hit, i) => {
      const inside = hits.slice(i).filter(other => other.to - hit.from < width);
      const value = new Set(inside.flatMap(other => other.of)).size * 10 + Math.min(inside.length, 5);
      if (value > most) { most = value; from = hit.from; }
    });
    if (from > 40) from = text.indexOf(" ", Math.max(0, text.lastIndexOf(". ", from) > from - 60 ? text.lastIndexOf(". ", from) : from - 40)) + 1;
    else from = 0;
    let to = text.lastIndexOf(" ", from + width);
    if (to <= from || text.length <= from + width) to = text.length;
    return { text: (from ? "… " : "") + text.slice(from, to) + (to < text.length ? " …" : ""), hits: hits.filter(hit => hit.from >= from && hit.to <= to)
      .map(hit => ({ from: hit.from - from + (from ? 2 : 0), to: hit.to - from + (from ? 2 : 0) })) };
  };
  const holds = (pieces, phrase) => pieces.some(piece => (" " + wordsOf(piece.slice(2).join(" ")).join(" ") + " ").includes(" " + phrase.join(" ") + " "));

  return { search, forms, spokenForms, wordsOf, look, rootOf, roots, modules: index.modules, soughtIn, bestPiece, snippet, holds };
};
if (typeof module === "object") module.exports = Cari;

// The search page
if (typeof document === "object") (() => {
  const byId = id => document.getElementById(id);
  const input = byId("kata"), list = byId("hasil"), status = byId("jumlah"), meant = byId("maksud"), more = byId("lagi"), hints = byId("saran");
  const modul = byId("saring-modul"), jenis = byId("saring-jenis");
  const PAGE = 10, LABEL = { text: "Teks", activity: "Kegiatan", worksheet: "Lembar kerja", trainer: "Catatan pelatih", g: "Glosarium", f: "Fakta" };
  const element = (tag, css, ...children) => {
    const made = document.createElement(tag);
    if (css) made.className = css;
    made.append(...children);
    return made;
  };
  if (!window.INDEKS) {
    status.textContent = "Daftar kata untuk pencarian tidak termuat. Muatlah ulang halaman ini.";
    return;
  }
  const engine = Cari(window.INDEKS), loading = new Map();
  const texts = address => {
    const page = address.split("#")[0];
    if (!loading.has(page)) loading.set(page, new Promise(resolve => {
      const script = element("script");
      script.src = "aset/teks/" + page.replace(/html$/, "js");
      script.onload = script.onerror = () => resolve((window.TEKS || {})[page] || []);
      document.head.append(script);
    }));
    return loading.get(page).then(pieces => address.includes("#") ? pieces.filter(piece => piece[0] === address.split("#")[1]) : pieces);
  };
  const marked = (text, hits) => {
    const parts = [];
    let at = 0;
    hits.forEach(({ from, to }) => { parts.push(text.slice(at, from), element("mark", "", text.slice(from, to))); at = to; });
    return [...parts, text.slice(at)];
  };
  const where = place => {
    if (place.kind === "s") return place.number;
    const own = place.module >= 0 && engine.modules[place.module];
    return own ? own[1] : place.address.startsWith("program/") ? "Program" : LABEL[place.kind] || "Halaman";
  };

  let shown = 0, answer = null, turn = 0;
  const show = () => {
    const { results, tokens } = answer, now = turn;
    results.slice(shown, shown + PAGE).forEach(({ place }) => {
      const link = element("a", "", ...marked(place.title, engine.soughtIn(place.title, tokens)));
      link.href = place.address;
      const meta = element("p", "meta", where(place)), text = element("p", "snippet");
      list.append(element("li", "result", element("h2", "", link), meta, text));
      texts(place.address).then(pieces => {
        if (now !== turn) return;
        const piece = engine.bestPiece(pieces, tokens, jenis.value);
        if (!piece) return;
        const { text: words, hits } = engine.snippet(piece[4], tokens);
        text.replaceChildren(...marked(words, hits));
        if (place.kind !== "s") return;
        if (piece[0]) link.href = place.address + "#" + piece[0];
        const name = [piece[2], piece[3]].filter(Boolean).join(": ");
        meta.append(" · " + (piece[2] ? "" : LABEL[piece[1]] + (name ? ": " : "")) + name);
      });
    });
    shown = Math.min(shown + PAGE, results.length);
    more.hidden = shown >= results.length;
  };
  const quote = words => words.map(word => "“" + word + "”").join(", ");
  const use = words => {
    input.value = words;
    run();
    input.focus();
  };
  const button = (words, act) => {
    const made = element("button", "link", words);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  };

  const run = async () => {
    const query = input.value.trim(), now = ++turn;
    const params = new URLSearchParams();
    for (const [name, value] of [["q", query], ["modul", modul.value], ["jenis", jenis.value]]) if (value) params.set(name, value);
    try { history.replaceState(null, "", location.pathname + (params.toString() ? "?" + params : "")); } catch { /* some browsers refuse it from disk */ }
    const found = engine.search(input.value, { module: engine.modules.findIndex(([id]) => id === modul.value), kind: jenis.value });
    if (found.quoted.length) {
      const head = found.results.slice(0, 20), all = await Promise.all(head.map(({ place }) => texts(place.address)));
      if (now !== turn) return;
      const exact = head.filter((_, i) => found.quoted.every(phrase => engine.holds(all[i], phrase)));
      found.results = [...exact, ...found.results.filter(result => !exact.includes(result))];
      if (exact.length) found.results.length = exact.length;
    }
    answer = found;
    shown = 0;
    list.replaceChildren();
    meant.replaceChildren();
    hints.hidden = true;
    more.hidden = true;
    const { results, tokens } = found;
    if (!query) { status.textContent = ""; return; }
    const corrected = tokens.filter(token => token.corrected), missing = tokens.filter(token => !token.found).map(token => token.word);
    if (corrected.length && results.length) {
      let fixed = query;
      corrected.forEach(token => { fixed = fixed.replace(RegExp(token.word, "i"), () => token.corrected); });
      meant.append("Maksud Anda ", button(fixed, () => use(fixed)), "? " + quote(corrected.map(token => token.word)) + " tidak ditemukan.");
    }
    if (!results.length) {
      status.textContent = !tokens.length ? "Tulislah kata yang lebih khusus."
        : "Tidak ada yang cocok dengan “" + query + "”" + (modul.value || jenis.value ? " dalam saringan ini." : ".");
      hints.hidden = false;
      if (modul.value || jenis.value) meant.append(button("Cari tanpa saringan", () => { modul.value = jenis.value = ""; run(); }));
      return;
    }
    const whole = results.filter(({ share }) => share > 0.999).length;
    status.textContent = missing.length ? quote(missing) + " tidak ada di situs ini. Hasil berikut hanya memuat kata yang lain."
      : whole ? results.length + " hasil." : "Tidak ada halaman yang memuat semua kata. Hasil berikut memuat sebagian.";
    show();
  };

  let timer;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, 120); });
  modul.addEventListener("change", run);
  jenis.addEventListener("change", run);
  byId("cari").addEventListener("submit", event => { event.preventDefault(); clearTimeout(timer); run(); });
  more.addEventListener("click", () => {
    const first = shown;
    show();
    list.children[first].querySelector("a").focus();
  });
  document.addEventListener("keydown", event => {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "Escape" && (at >= 0 || document.activeElement === input)) { event.preventDefault(); use(""); }
    if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    if (at < 0 && document.activeElement !== input) return;
    const next = at + (event.key === "ArrowDown" ? 1 : -1);
    if (next >= links.length || (at < 0 && next < 0 && event.key === "ArrowUp")) return;
    event.preventDefault();
    (next < 0 ? input : links[next]).focus();
  });

  const params = new URLSearchParams(location.search);
  input.value = params.get("q") || "";
  for (const [select, name] of [[modul, "modul"], [jenis, "jenis"]])
    if ([...select.options].some(option => option.value === params.get(name))) select.value = params.get(name);
  byId("saring").hidden = false;
  run();
})();
