"use strict";
// The directory of training centres: filters a list that the page already carries, 30 results at a time.
(() => {
  const data = window.BALAI, form = document.getElementById("saring"), { elements } = form, SLICE = 30;
  const list = document.getElementById("hasil"), status = document.getElementById("jumlah");
  const more = document.getElementById("lagi"), provinces = document.getElementById("provinsi");
  const make = (tag, text, css) => Object.assign(document.createElement(tag), { textContent: text, className: css || "" });
  const lines = (text) => text.split("\n"), number = (count) => count.toLocaleString("id-ID");
  const ids = lines(data.ids), names = lines(data.names), former = lines(data.former), trades = lines(data.trade);

  // One object per centre; `facilities` are bits: known 1, power 2, internet 4 8, kitchen 16, wheelchair 32, example 64.
  const centres = [];
  data.provinces.forEach(([code, province, count]) => {
    for (let left = count; left; left--) {
      const at = centres.length, kind = data.kind.charCodeAt(at) - 48, facilities = data.facilities.charCodeAt(at) - 48;
      const trade = trades[at] ? trades[at].split(",").map((index) => data.trades[index]) : [];
      const digits = data.regency.substr(2 * at, 2), regency = digits === "--" ? "" : code + "." + digits;
      const words = [names[at], former[at], ...trade, province, regency, data.kinds[kind], facilities & 64 ? "contoh" : ""];
      centres.push({ at, code, province, kind, facilities, trade, text: words.join("\n").toLowerCase() });
    }
  });

  const options = (name, pairs) => elements[name].append(...pairs.map(([value, text]) => new Option(text, value)));
  options("prov", data.provinces.map(([code, name]) => [code, name]).sort((a, b) => a[1].localeCompare(b[1])));
  const used = new Set(centres.map((centre) => centre.kind));
  options("jenis", data.kinds.map((name, index) => [index, name]).filter(([index]) => used.has(index)));
  options("kejuruan", [...data.trades].sort((a, b) => a.localeCompare(b)).map((name) => [name, name]));

  let found = [], shown = 0, group = null;
  const facilityWords = ({ facilities }) => !(facilities & 1) ? "Fasilitas belum diketahui" : "Fasilitas: " + [
    facilities & 2 ? "listrik" : "tanpa listrik", ["tanpa internet", "internet tidak stabil", "internet stabil"][facilities >> 2 & 3],
    facilities & 16 && "dapur produksi", facilities & 32 && "akses kursi roda"].filter(Boolean).join(", ");
  const item = (centre) => {
    const entry = make("li", ""), head = make("h3", "");
    if (centre.facilities & 64) head.append(make("span", "Contoh", "badge example"), " ");
    head.append(Object.assign(make("a", names[centre.at]), { href: `balai/${centre.code}.html#balai-${ids[centre.at]}` }));
    entry.append(head, make("p", [data.kinds[centre.kind], ...centre.trade].join(" · ")), make("p", facilityWords(centre), "meta"));
    return entry;
  };
  const show = () => {
    const from = shown;
    for (const centre of found.slice(from, from + SLICE)) {
      if (!group || group.dataset.code !== centre.code) {
        group = make("ul", "", "found");
        group.dataset.code = centre.code;
        list.append(make("h2", centre.province), group);
      }
      group.append(item(centre));
      shown++;
    }
    more.hidden = shown >= found.length;
    return list.querySelectorAll(".found a")[from];
  };
  const search = () => {
    const value = (name) => elements[name].value, on = (name) => elements[name].checked;
    const terms = value("q").toLowerCase().split(/\s+/).filter(Boolean);
    const mask = (on("dapur") && 16) | (on("kursi") && 32), internet = on("internet"), asksFacilities = mask || internet;
    let silent = 0;
    found = centres.filter((centre) => {
      const { facilities } = centre;
      if ((value("prov") && centre.code !== value("prov")) || (value("jenis") && centre.kind !== +value("jenis"))) return false;
      if (value("kejuruan") && !centre.trade.includes(value("kejuruan"))) return false;
      if (!terms.every((term) => centre.text.includes(term))) return false;
      if (asksFacilities && !(facilities & 1)) { silent++; return false; }
      return (facilities & mask) === mask && (!internet || facilities & 12);
    });
    const query = new URLSearchParams();
    for (const { name, type, checked, value: written } of elements) {
      if (name && (type === "checkbox" ? checked : written.trim())) query.set(name, type === "checkbox" ? "1" : written.trim());
    }
    const asked = String(query), hidden = silent ? ` ${number(silent)} balai lain tidak ikut karena fasilitasnya belum diketahui.` : "";
    try { history.replaceState(null, "", asked ? "?" + asked : location.pathname); } catch { /* some browsers refuse it for files */ }
    list.textContent = "";
    group = null;
    shown = 0;
    provinces.hidden = !!asked;
    more.hidden = true;
    status.textContent = !asked ? "" : found.length
      ? `${number(found.length)} balai cocok.${hidden}` : `Tidak ada balai yang cocok. Kurangi pilihan atau coba kata lain.${hidden}`;
    if (asked) show();
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = elements[name];
    if (field && field.type === "checkbox") field.checked = value === "1";
    else if (field) field.value = value;
    if (field && field.value === "" && field.options) field.selectedIndex = 0;  // a choice that is not offered
  }
  let waiting = 0;
  const later = (time) => { clearTimeout(waiting); waiting = setTimeout(search, time); };
  form.addEventListener("input", (event) => later(event.target.type === "search" ? 120 : 0));
  form.addEventListener("reset", () => later(0));
  form.addEventListener("submit", (event) => { event.preventDefault(); later(0); });
  more.addEventListener("click", () => { const next = show(); if (next) next.focus(); });
  form.hidden = false;
  search();
})();
