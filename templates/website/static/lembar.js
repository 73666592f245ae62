"use strict";
// Worksheets that participants fill in with their own numbers: computed while they type, kept on this device only.
// Data: curriculum_kit/worksheets/script.py.
(() => {
  // ── Decimal arithmetic, digit for digit as curriculum_kit/worksheets/evaluate.py ──────────────────────────────────
  // An amount is [coefficient, exponent]: coefficient × 10^exponent. 40 digits are carried, half is rounded up.
  const DIGITS = 40, SETTLED = 28, ZERO = [0n, 0], HUGE = "besar", BY_ZERO = "nol", WRONG = "salah";
  const ten = n => 10n ** BigInt(n);
  const abs = n => (n < 0n ? -n : n);
  const size = n => String(abs(n)).length;
  const top = ([c, e]) => (c ? size(c) + e : -999);
  // The amount with this exponent; what is dropped rounds half up, or always up (away from zero).
  const at = ([c, e], exponent, up) => {
    if (exponent <= e) return [c * ten(e - exponent), exponent];
    const unit = ten(exponent - e), rest = abs(c % unit);
    const further = (up ? rest > 0n : 2n * rest >= unit) ? (c < 0n ? -1n : 1n) : 0n;
    return [c / unit + further, exponent];
  };
  const round = (x, digits, least) => {
    const over = Math.max(size(x[0]) - digits, least - x[1]);
    return over > 0 ? at(x, x[1] + over) : x;
  };
  const fit = x => {
    const y = round(x, DIGITS, -99);
    if (top(y) > 18) throw HUGE;
    return y;
  };
  const settle = x => round(x, SETTLED, -87);
  const minus = ([c, e]) => [-c, e];
  const plus = (a, b) => {
    const e = Math.min(a[1], b[1]), sum = fit([at(a, e)[0] + at(b, e)[0], e]);
    return top(sum) < Math.max(top(a), top(b)) - SETTLED ? ZERO : sum;
  };
  const operate = {
    "+": plus,
    "-": (a, b) => plus(a, minus(b)),
    "*": (a, b) => fit([a[0] * b[0], a[1] + b[1]]),
    "/": (a, b) => {
      if (!b[0]) throw BY_ZERO;
      const more = Math.max(0, DIGITS + 1 + size(b[0]) - size(a[0]));
      return fit([a[0] * ten(more) / b[0], a[1] - b[1] - more]);
    },
  };
  const relate = {
    "=": n => !n, "<>": n => !!n, "<": n => n < 0n, "<=": n => n <= 0n, ">": n => n > 0n, ">=": n => n >= 0n,
  };
  const rounded = (x, digits, up) => {
    const y = at(settle(x), -digits, up);
    if (top(y) > 18) throw HUGE;
    return y;
  };
  const written = text => {
    const [whole, part = ""] = text.split(".");
    return [BigInt(whole + part), -part.length];
  };
  // `name` gives the value of a column or cell by its place, `column` all values of a column (or nothing), `cell` one of
  // another sheet.
  const evaluate = (tree, scope) => {
    if (typeof tree === "string") return written(tree);
    if (typeof tree === "number") return scope.name(tree);
    const [head, ...parts] = tree, value = part => evaluate(part, scope);
    if (head === "'") return parts[0];
    if (head === "@") return scope.cell(parts[0]);
    if (head === "IF") return value(parts[holds(parts[0], value) ? 1 : 2]);
    if (head === "ROUND" || head === "ROUNDUP") return rounded(value(parts[0]), parts[1], head === "ROUNDUP");
    if (head === "SUM") {
      return parts.flatMap(part => scope.column(part) || [value(part)]).reduce(plus, ZERO);
    }
    const values = parts.map(value);
    if (head === "MIN" || head === "MAX") {
      const better = relate[head === "MIN" ? "<" : ">"];
      return values.reduce((best, x) => {
        const e = Math.min(best[1], x[1]);
        return better(at(x, e)[0] - at(best, e)[0]) ? x : best;
      });
    }
    return values.length > 1 ? operate[head](...values) : fit(minus(values[0]));
  };
  const holds = ([relation, left, right], value) => {
    const a = value(left), b = value(right);
    if (typeof a === "string" || typeof b === "string") {
      return (String(a).toLowerCase() === String(b).toLowerCase()) === (relation === "=");
    }
    return relate[relation](operate["-"](a, b)[0]);
  };

  // ── Words, as curriculum_kit/indonesian.py ────────────────────────────────────────────────────────────────────────
  const grouped = digits => digits.replace(/\B(?=(\d{3})+$)/g, ".");
  // `fixed` decimals, or all that are not zero.
  const numberText = ([c, e], prefix = "", fixed = 0) => {
    const digits = String(abs(c)).padStart(1 - e, "0"), cut = digits.length + e;
    const whole = digits.slice(0, cut) + "0".repeat(Math.max(e, 0)), part = digits.slice(cut);
    const decimals = fixed ? part : part.replace(/0+$/, "");
    return (c < 0n ? "\u2212" : "") + prefix + grouped(whole) + (decimals && "," + decimals);
  };
  const decimals = ([c, e]) => {
    while (c && c % 10n === 0n) { c /= 10n; e += 1; }
    return !c || e >= -9 ? (c ? Math.max(-e, 0) : 0) : top([c, e]) > 0 ? 2 : 4;
  };
  const plain = x => numberText(at(x, -decimals(x)));
  const quantityText = (x, type, unit) => {
    if (typeof x === "string") return x;
    if (type === "percent") return plain([x[0], x[1] + 2]) + "%";
    if (type !== "rupiah") return plain(x) + (unit && "\u00a0" + unit);
    const sen = at(x, -2), whole = sen[0] % 100n === 0n;
    return numberText(whole ? at(sen, 0) : sen, "Rp", whole ? 0 : 2);
  };

  // ── Entries ───────────────────────────────────────────────────────────────────────────────────────────────────────
  // What a person typed as an amount; nothing when it is no number. An empty blank is 0.
  const entry = (text, type, unit) => {
    const words = text.trim().replace(/\s+/g, " ");
    if (type === "text") return words;
    if (!words) return ZERO;
    let rest = words.toLowerCase().replace(/ /g, "");
    const sign = /^[-\u2212]/.test(rest) ? -1n : 1n;
    rest = rest.replace(/^[-\u2212]/, "");
    if (type === "rupiah") rest = rest.replace(/^rp\.?/, "").replace(/,[-\u2013\u2212]$/, "");
    if (type === "percent") rest = rest.replace(/%$/, "");
    const tail = unit.toLowerCase().replace(/ /g, "");
    if (type === "number" && tail && rest.endsWith(tail)) rest = rest.slice(0, -tail.length);
    const most = type === "rupiah" ? 2 : 9;
    const found = /^(\d{1,18}|\d{1,3}(?:\.\d{3}){1,5})(?:,(\d*))?$/.exec(rest);
    if (!found || (found[2] || "").replace(/0+$/, "").length > most) return null;
    const part = (found[2] || "").replace(/0+$/, "");
    return [sign * BigInt(found[1].replace(/\./g, "") + part), -part.length - (type === "percent" ? 2 : 0)];
  };
  // How a number is shown in its field: for reading, and for typing.
  const shown = (text, type, unit) => {
    const x = type !== "text" && text.trim() && entry(text, type, unit);
    return x ? quantityText(x, type, "") : text;
  };
  const typed = (text, type, unit) => {
    const x = type !== "text" && text.trim() && entry(text, type, unit);
    return x ? shown(text, type, unit).replace(/Rp|%|\./g, "") : text;
  };

  // ── Sheets ────────────────────────────────────────────────────────────────────────────────────────────────────────
  // All cells of a sheet in reading order: [field, type, unit, formula, given].
  const cells = sheet => [
    ...sheet.rows.flatMap(row => sheet.columns.map(([id, ...more]) => [`${row}.${id}`, ...more])),
    ...sheet.cells,
  ].map(([field, type, unit, tree]) => ({ field, type, unit, tree, given: sheet.given[field] }));

  // The values of sheets: `fields` gives what was typed into a sheet by field. What cannot be computed is { why }.
  const computer = (sheets, fields) => {
    const known = new Map(), all = {};
    for (const id in sheets) all[id] = new Map(cells(sheets[id]).map(cell => [cell.field, cell]));
    const compute = (id, { field, type, unit, tree, given }) => {
      if (given !== undefined) return type === "text" ? given : written(given);
      if (tree === "") {
        const x = entry((fields(id) || {})[field] || "", type, unit);
        if (x === null) throw WRONG;
        return x;
      }
      const row = field.includes(".") ? field.split(".")[0] + "." : "", { columns, rows, cells: names } = sheets[id];
      const x = evaluate(tree, {
        name: n => value(id, n < columns.length ? row + columns[n][0] : names[n - columns.length][0]),
        column: n => n < columns.length && rows.map(each => value(id, `${each}.${columns[n][0]}`)),
        cell: address => {
          const [other, ...rest] = address.split(".");
          return value(other, rest.join("."));
        },
      });
      return typeof x === "string" ? x : settle(x);
    };
    const look = (id, field) => {
      const key = `${id} ${field}`;
      if (!known.has(key)) {
        try { known.set(key, compute(id, all[id].get(field))); } catch (why) {
          if (typeof why !== "string") throw why;
          known.set(key, { why });
        }
      }
      return known.get(key);
    };
    const value = (id, field) => {
      const x = look(id, field);
      if (x.why) throw x.why;
      return x;
    };
    return look;
  };

  // ── The page ──────────────────────────────────────────────────────────────────────────────────────────────────────
  const boxes = [], store = {}, waiting = {};
  const WRONG_ENTRY = {
    rupiah: "Tulis angka saja, misalnya 1.500.000. Titik memisahkan ribuan.",
    percent: "Tulis angka saja, misalnya 10 atau 2,5. Desimal memakai koma.",
    number: "Tulis angka saja, misalnya 1.500 atau 2,5. Desimal memakai koma.",
  };
  const WHY = {
    [BY_ZERO]: "Tanda – : pembaginya nol atau belum diisi.",
    [HUGE]: "Tanda – : hasilnya terlalu besar. Periksa angka yang Anda tulis.",
    [WRONG]: "Tanda – : betulkan dahulu isian yang ditandai.",
  };
  const ON_DEVICE = "Isian tersimpan di perangkat ini saja.";
  const NOT_KEPT = "Isian tidak dapat disimpan di perangkat ini. Cetak lembar ini sebelum menutup halaman.";
  let kept = true, count = 0;

  const make = (tag, words = "", more = {}) => Object.assign(document.createElement(tag), { textContent: words }, more);
  const button = (words, onclick) => make("button", words, { type: "button", onclick });
  const say = (element, words) => {
    if (element.textContent !== words) element.textContent = words;
    element.hidden = !words;
  };
  const read = key => {
    try {
      const found = JSON.parse(localStorage.getItem("ck:" + key)) || {};
      return Object.fromEntries(Object.entries(found).filter(pair => typeof pair[1] === "string"));
    } catch { return {}; }
  };
  const fieldsOf = key => store[key] || (store[key] = read(key));
  const keep = key => {
    clearTimeout(waiting[key]);
    delete waiting[key];
    try {
      if (Object.keys(store[key]).length) localStorage.setItem("ck:" + key, JSON.stringify(store[key]));
      else localStorage.removeItem("ck:" + key);
      kept = true;
    } catch { kept = false; }
    for (const box of boxes) say(box.state, kept ? ON_DEVICE : NOT_KEPT);
  };
  const change = (key, field, text) => {
    if (text) fieldsOf(key)[field] = text;
    else delete fieldsOf(key)[field];
    clearTimeout(waiting[key]);
    waiting[key] = setTimeout(keep, 300, key);
    draw();
  };

  const mark = ({ input, type, error }, wrong) => {
    if (wrong === !!error.textContent) return;
    error.textContent = wrong ? WRONG_ENTRY[type] : "";
    error.hidden = !wrong;
    if (wrong) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  const grow = input => {
    if (input.tagName !== "TEXTAREA") return;
    input.style.height = "";
    input.style.height = input.scrollHeight + 2 + "px";
  };
  const draw = () => boxes.forEach(box => {
    const fields = fieldsOf(box.key), look = computer(box.data.sheets, id => fieldsOf(`${box.data.module}:${id}`));
    const reasons = new Set();
    for (const part of box.parts) {
      const { field, type, unit, input, output } = part;
      if (input) {
        const text = fields[field] || "", typing = document.activeElement === input;
        const wrong = !!text && entry(text, type, unit) === null;
        if (!typing) {
          input.value = shown(text, type, unit);
          mark(part, wrong);
        } else if (!wrong) mark(part, false);
        part.paper.textContent = text;
        grow(input);
      } else {
        const x = look(box.data.sheet, field), empty = part.row && !part.row.some(each => fields[each]);
        if (x.why) reasons.add(x.why);
        say(output, x.why ? "–" : empty ? "" : quantityText(x, type, unit));
        output.hidden = false;
      }
    }
    for (const { id, note, words } of box.sources) {
      const empty = !Object.keys(fieldsOf(`${box.data.module}:${id}`)).length;
      say(note, empty ? words[1] : words[0]);
    }
    say(box.why, [...reasons].map(why => WHY[why]).join(" "));
    rows(box);
  });
  // Of blank rows: those up to the last one in use, one more, and at least three.
  const rows = box => {
    const fields = fieldsOf(box.key);
    const used = box.rows.map((row, i) => (row.fields.some(field => fields[field]) ? i + 2 : 0));
    box.most = Math.max(box.most, 3, ...used);
    box.rows.forEach((row, i) => { row.element.hidden = i >= box.most; });
    box.more.hidden = box.most >= box.rows.length;
  };

  const part = (box, cell, blank) => {
    const place = blank.parentNode, table = place.closest("table"), line = place.parentNode;
    const heads = table.tHead ? [table.tHead.rows[0].cells[place.cellIndex]] : [];
    const name = line.querySelector("th") || (heads.length && { textContent: `baris ${line.rowIndex}` });
    const label = [name, ...heads].filter(Boolean).map(each => each.textContent.trim()).join(", ");
    const extra = place.querySelector(".unit");
    if (heads[0]) place.dataset.head = heads[0].textContent;
    if (cell.tree !== "") {
      if (extra) extra.remove();
      const output = make("output");
      output.setAttribute("aria-live", "off");
      output.setAttribute("aria-label", label);
      blank.replaceWith(output);
      const row = heads[0] && box.sheet.given && line.querySelector("th") === null
        ? box.all.filter(each => each.tree === "" && each.field.split(".")[0] === cell.field.split(".")[0]).map(each => each.field)
        : null;
      return { ...cell, output, row };
    }
    const input = make(cell.type === "text" ? "textarea" : "input", "", { name: cell.field, autocomplete: "off" });
    if (cell.type === "text") input.rows = 1;
    else input.inputMode = cell.type === "percent" || cell.type === "number" ? "decimal" : "numeric";
    input.enterKeyHint = "next";
    const field = cell.type === "number" && extra ? make("span", "", { className: "with" }) : input;
    const error = make("span", "", { className: "wrong", id: `lembar-${count += 1}`, hidden: true });
    input.setAttribute("aria-label", label + (cell.type === "number" && cell.unit ? `, ${cell.unit}` : ""));
    input.setAttribute("aria-describedby", error.id);
    blank.replaceWith(field);
    if (field !== input) field.append(input, extra);
    else if (extra) extra.remove();
    // Print has other widths than the screen: there a text stands as a text, not in a field that may be too low.
    const paper = make("span", "", { className: "paper" });
    paper.setAttribute("aria-hidden", "true");
    place.append(...(cell.type === "text" ? [paper] : []), error);
    const one = { ...cell, input, error, paper };
    input.addEventListener("input", () => change(box.key, cell.field, input.value.trim() ? input.value : ""));
    input.addEventListener("focus", () => { input.value = typed(input.value, cell.type, cell.unit); });
    input.addEventListener("blur", draw);
    input.addEventListener("keydown", event => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      const inputs = box.parts.filter(each => each.input && each.input.offsetParent).map(each => each.input);
      const next = inputs[inputs.indexOf(input) + 1];
      if (next) next.focus();
    });
    return one;
  };

  const tools = box => {
    const bar = make("div", "", { className: "tools" }), sure = make("div", "", { className: "tools sure", hidden: true });
    const ask = open => {
      sure.hidden = !open;
      bar.hidden = open;
      (open ? sure : bar).querySelector("button:last-of-type").focus();
    };
    const clear = () => {
      store[box.key] = {};
      box.most = 0;
      keep(box.key);
      draw();
      ask(false);
      say(box.state, "Isian lembar ini sudah dihapus.");
    };
    const link = box.element.querySelector(".get a");
    bar.append(button("Cetak", () => print(box.element)), ...(link ? [link] : []), button("Hapus isian", () => ask(true)));
    sure.setAttribute("role", "group");
    sure.setAttribute("aria-label", "Hapus isian");
    sure.append(make("p", "Hapus semua isian pada lembar ini?"), button("Ya, hapus", clear), button("Batal", () => ask(false)));
    const get = box.element.querySelector(".get");
    if (get) get.remove();
    box.element.append(box.why, ...box.sources.map(source => source.line), box.state, bar, sure);
  };
  // Only the sheet is printed: whatever stands beside its ancestors is left out.
  const print = element => {
    const path = [];
    for (let each = element; each !== document.documentElement; each = each.parentNode) path.push(each);
    path.forEach((each, i) => each.classList.add(i ? "print-path" : "print-this"));
    addEventListener("afterprint", () => path.forEach(each => each.classList.remove("print-path", "print-this")), { once: true });
    window.print();
  };

  const open = (element, data) => {
    const sheet = data.sheets[data.sheet], all = cells(sheet), key = `${data.module}:${data.sheet}`;
    const box = { element, data, sheet, all, key, most: 0 };
    const blanks = [...element.querySelectorAll(".blank")], due = all.filter(cell => cell.given === undefined);
    if (blanks.length !== due.length || element.classList.contains("live")) return;
    element.classList.add("live");
    box.parts = due.map((cell, i) => part(box, cell, blanks[i]));
    const lines = [...element.querySelectorAll("thead+tbody tr")];
    box.rows = sheet.rows.map((row, i) => ({ element: lines[i], fields: due.filter(cell => cell.tree === "" && cell.field.startsWith(row + ".")).map(cell => cell.field) }));
    if (!/^\d/.test(sheet.rows[0])) box.rows = [];
    box.more = button("Tambah baris", () => {
      const next = box.rows[box.most];
      box.most += 1;
      rows(box);
      next.element.querySelector("input,textarea").focus();
    });
    box.more.className = "more";
    if (box.rows.length) element.querySelector(".table-box").after(box.more);
    box.why = make("p", "", { className: "why", hidden: true });
    box.state = make("p", "", { className: "state" });
    box.state.setAttribute("role", "status");
    const root = element.dataset.sheet.split("lembar/")[0];
    box.sources = Object.entries(data.from || {}).map(([id, [label, address]]) => {
      const line = make("p", "", { className: "from" }), link = make("a", label, { href: root + address }), note = make("span");
      line.append(note, link, ".");
      return { id, line, note, words: ["Sebagian angka berasal dari ", "Isilah dahulu "] };
    });
    boxes.push(box);
    tools(box);
    say(box.state, ON_DEVICE);
  };

  globalThis.Lembar = data => {
    const address = `lembar/${data.module}/${data.sheet}.js`;
    for (const element of document.querySelectorAll("[data-sheet]")) {
      if (element.dataset.sheet.endsWith("/" + address)) open(element, data);
    }
    draw();
  };
  Object.assign(globalThis.Lembar, { computer, entry, quantityText, cells, shown, typed });

  if (typeof document === "undefined") return;
  document.head.append(make("link", "", { rel: "stylesheet", href: document.currentScript.src.replace(/js$/, "css") }));
  const keepAll = () => Object.keys(waiting).forEach(keep);
  addEventListener("pagehide", keepAll);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keepAll(); });
  addEventListener("storage", ({ key }) => {
    if (key === null || key.startsWith("ck:")) {
      Object.keys(store).forEach(each => { if (!(each in waiting)) delete store[each]; });
      draw();
    }
  });
})();
