"use strict";
// On a session (trainers; joined to situs.js): time line, all answers, print, the order of the programme. The clock itself is jam.js.
(() => {
  const { src } = document.currentScript;
  addEventListener("DOMContentLoaded", () => {
    const main = document.getElementById("isi"), list = main.querySelector(".steps");
    if (!list) return;
    const make = (tag, values, ...children) => {
      const element = Object.assign(document.createElement(tag), values);
      element.append(...children);
      return element;
    };
    const press = (words, onclick) => make("button", { className: "quiet", onclick }, words);
    const link = (href, words) => make("a", { href }, words);
    const read = (key) => {
      try { return JSON.parse(localStorage.getItem(key)) || []; } catch { return []; }  // private windows keep nothing
    };

    // The bar leads to the block of each step. `--m` are its minutes: widths of the bar, heights of the list on a phone.
    const bar = make("nav", { className: "bar", steps: [] });
    bar.setAttribute("aria-label", "Garis waktu");
    let phase;
    [...list.children].forEach((item, index) => {
      const words = item.firstChild.textContent.split(" · "), [start, end] = words[0].match(/\d+/g);
      const block = item.querySelector(".meta a"), name = block ? block.text : words.pop(), number = index + 1;
      item.id = `langkah-${number}`;
      const place = link(block ? block.hash : `#${item.id}`, number), both = [item, place];
      place.className = item.className;
      place.title = `${name}, ${words[0]}`;
      if (words[1] !== phase) place.dataset.phase = phase = words[1];
      for (const each of both) each.style.setProperty("--m", end - start);
      bar.append(place);
      bar.steps.push({ both, end: +end, href: place.hash, words: `Seharusnya di langkah ${number}: ${name}` });
    });
    list.before(bar);

    // The clock comes when it is wanted, or when it was running before a reload.
    const load = () => {
      bar.begin.onclick = null;
      document.head.append(make("script", { src: new URL("jam.js", src) }));
    };
    bar.begin = press("Mulai jam", () => { bar.pressed = Date.now(); load(); });
    bar.begin.className = "";
    if (read(`jam:${location.pathname}`)[0]) load();

    const answers = [...main.querySelectorAll("details.block")], all = press("Buka semua jawaban", () => {
      const open = answers.some((answer) => !answer.open);
      for (const answer of answers) answer.open = open;
      all.textContent = `${open ? "Tutup" : "Buka"} semua jawaban`;
    });
    all.hidden = !answers.length;
    list.parentNode.firstElementChild.after(make("p", { className: "tools" }, bar.begin, all, press("Cetak sesi", () => print())));

    // Opened from the page of a programme: its order, and the way back to the day.
    const [title, page, order = []] = read("program");
    const here = order.findIndex(([href]) => href === location.href.split(/[?#]/)[0]);
    if (here >= 0) {
      const [, , day, id] = order[here], before = order[here - 1], after = order[here + 1], turn = main.querySelector(".turn");
      turn.replaceChildren(link(`${page}#${id}`, `${day}, ${title}`));
      if (before) turn.prepend(link(before[0], `← ${before[1]}`));
      if (after) turn.append(link(after[0], `${after[1]} →`));
    }
  });
})();
