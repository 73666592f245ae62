"use strict";
// On a programme: days that open when called, lists that stay ticked, the order for the sessions, a calendar file.
(() => {
  const make = (tag, values, ...children) => {
    const element = Object.assign(document.createElement(tag), values);
    element.append(...children);
    return element;
  };
  const read = (key) => {
    try { return JSON.parse(localStorage.getItem(key)); } catch { return null; }
  };
  const keep = (key, value) => {
    try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* private windows keep nothing */ }
  };
  const title = document.querySelector("h1").textContent, page = location.href.split(/[?#]/)[0];
  const days = [...document.querySelectorAll(".day")].map((element) => {
    const list = element.querySelector(".slots");
    const slots = [...list.children].map((item) => {
      const [start, end] = item.firstElementChild.textContent.split("–"), link = item.querySelector("a");
      return { start, end, link, title: (link || item.lastChild).textContent.trim() };
    });
    return { element, slots, id: list.id, title: element.querySelector("h3").textContent };
  });

  const show = () => {
    const target = document.getElementById(location.hash.slice(1)), day = target && target.closest(".day");
    if (!day) return;
    day.open = true;
    day.scrollIntoView();
  };
  addEventListener("hashchange", show);
  for (const link of document.querySelectorAll(".days a")) link.addEventListener("click", () => setTimeout(show));  // again
  show();

  // Sessions that are opened from here follow one another in the order of this programme (mengajar.js).
  const order = days.flatMap(({ slots, title: day, id }) => slots.flatMap(({ link, title: name }) => (link ? [[link.href, name, day, id]] : [])));
  if (document.querySelector(".badge")) {
    for (const { slots } of days) for (const { link } of slots) {
      if (link) for (const kind of ["click", "auxclick"]) link.addEventListener(kind, () => keep("program", [title, page, order]));
    }
  }

  const root = document.documentElement;
  for (const { element, id } of days) {
    const prep = element.querySelector(".prep");
    if (!prep) continue;
    const key = `siap:${location.pathname}#${id}`, boxes = [...prep.querySelectorAll("input")];
    const name = (box) => box.parentNode.textContent.trim(), count = prep.querySelector("summary .meta");
    const ticked = new Set(read(key));
    const draw = () => { count.textContent = `${boxes.filter((box) => box.checked).length} dari ${boxes.length} siap`; };
    for (const box of boxes) box.checked = ticked.has(name(box));
    const save = () => { keep(key, boxes.filter((box) => box.checked).map(name)); draw(); };
    prep.addEventListener("change", save);
    const print = () => {
      prep.open = true;
      root.classList.add("one-day");
      element.classList.add("this-day");
      window.print();
      root.classList.remove("one-day");
      element.classList.remove("this-day");
    };
    const clear = () => { for (const box of boxes) box.checked = false; save(); };
    prep.append(make("p", {}, make("button", { type: "button", className: "quiet", onclick: print }, "Cetak hari ini"), " ",
      make("button", { type: "button", className: "quiet", onclick: clear }, "Kosongkan centang")));
    draw();
  }

  // The calendar. Dates are counted in UTC, where no day is skipped or doubled.
  const form = document.querySelector(".calendar"), dates = form.querySelector(".dates"), DAY = 864e5;
  const status = form.querySelector("[role=status]"), field = form.elements, left = new Set();
  const ZONES = { WIB: ["Asia/Jakarta", "+0700"], WITA: ["Asia/Makassar", "+0800"], WIT: ["Asia/Jayapura", "+0900"] };
  const long = (time) => new Date(time).toLocaleDateString("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

  // All dates from the first to the last day of the training: [time, day or nothing where it is left out].
  const planned = () => {
    const open = new Set([...field.weekday].filter((box) => box.checked).map((box) => Number(box.value)));
    const found = [];
    let time = field.start.valueAsNumber, next = 0;
    if (!open.size || Number.isNaN(time)) return found;
    for (; next < days.length; time += DAY) {
      if (open.has(new Date(time).getUTCDay())) found.push([time, left.has(time) ? null : days[next++]]);
    }
    return found;
  };
  const hours = ({ slots }) => `${slots[0].start}–${slots[slots.length - 1].end} ${field.zone.value}`;
  const draw = () => {
    const found = planned();
    dates.replaceChildren(...found.map(([time, day]) => {
      const toggle = () => {
        left[day ? "add" : "delete"](time);
        draw();
        const again = dates.querySelector(`[value="${time}"]`);
        if (again) again.focus();
      };
      const button = make("button", { type: "button", className: "quiet", value: time, onclick: toggle }, day ? "Lewati" : "Pakai lagi");
      button.setAttribute("aria-label", `${button.textContent} ${long(time)}`);
      return make("li", {}, make("span", {}, make("b", {}, long(time)), day ? `: ${day.title}, ${hours(day)}` : ": dilewati"), button);
    }));
    const used = found.filter(([, day]) => day);
    status.textContent = used.length
      ? `${used.length} hari, ${long(used[0][0])} sampai ${long(used[used.length - 1][0])}.`
      : field.start.value ? "Pilih paling sedikit satu hari belajar." : "";
  };
  form.addEventListener("input", draw);

  // RFC 5545: special letters are escaped, lines end in CR LF and are folded before they are longer than 75 bytes.
  const words = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  const bytes = (text) => new TextEncoder().encode(text).length;
  const fold = (line) => {
    const lines = [];
    let part = "";
    for (const letter of line) {
      if (bytes(part + letter) > 75) { lines.push(part); part = " "; }
      part += letter;
    }
    return [...lines, part].join("\r\n");
  };
  const calendar = () => {
    const zone = field.zone.value, [id, offset] = ZONES[zone], name = location.pathname.split("/").pop().replace(/\.html$/, "");
    const place = field.place.value.trim(), stamp = `${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`;
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//curriculum-kit//jadwal//ID", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      `X-WR-CALNAME:${words(title)}`, "BEGIN:VTIMEZONE", `TZID:${id}`, "BEGIN:STANDARD", "DTSTART:19700101T000000",
      `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, `TZNAME:${zone}`, "END:STANDARD", "END:VTIMEZONE"];
    for (const [time, day] of planned()) {
      if (!day) continue;
      const date = new Date(time).toISOString().slice(0, 10).replace(/-/g, ""), { slots } = day;
      const at = (hour) => `TZID=${id}:${date}T${hour.replace(".", "")}00`;
      const event = (uid, start, end, summary, description) => lines.push("BEGIN:VEVENT",
        `UID:${name}-${field.start.value}-${uid}@curriculum-kit`, `DTSTAMP:${stamp}`, `DTSTART;${at(start)}`, `DTEND;${at(end)}`,
        `SUMMARY:${words(summary)}`, `DESCRIPTION:${words(description)}`, ...(place ? [`LOCATION:${words(place)}`] : []), "END:VEVENT");
      if (field.each.value === "day") {
        event(day.id, slots[0].start, slots[slots.length - 1].end, `${day.title}: ${title}`,
          slots.map((slot) => `${slot.start}–${slot.end} ${slot.title}`).join("\n"));
      } else {
        slots.forEach((slot, place) => event(`${day.id}-${place + 1}`, slot.start, slot.end, slot.title, `${day.title}: ${title}`));
      }
    }
    return [name, `${[...lines, "END:VCALENDAR"].map(fold).join("\r\n")}\r\n`];
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!planned().length) return;
    const [name, text] = calendar(), url = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
    const link = make("a", { href: url, download: `jadwal-${name}.ics` });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 6e4);
  });
  form.hidden = false;
})();
