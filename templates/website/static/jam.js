"use strict";
// The clock of a session: where the class should be. mengajar.js loads it and keeps steps and button at the time line.
(() => {
  const make = (tag, values, ...children) => {
    const element = Object.assign(document.createElement(tag), values);
    element.append(...children);
    return element;
  };
  const press = (words, onclick) => make("button", { className: "quiet", onclick }, words);
  const { steps, begin, pressed } = document.querySelector(".bar"), last = steps[steps.length - 1];
  const key = `jam:${location.pathname}`, where = make("a"), rest = make("span");

  // Times in milliseconds. What a pause took is added to the start.
  let started = 0, paused = 0, shown, timer;
  try { [started, paused] = JSON.parse(localStorage.getItem(key)); } catch { /* nothing kept */ }
  const minute = () => ((paused || Date.now()) - started) / 6e4;

  const draw = () => {
    const at = minute(), step = started ? steps.find(({ end }) => at < end) : null;
    if (step !== shown || !where.text) {
      for (const each of steps) for (const item of each.both) {
        each === step ? item.setAttribute("aria-current", "step") : item.removeAttribute("aria-current");
      }
      where.href = (step || last).href;
      where.text = step ? step.words : "Waktu sesi habis";
      shown = step;
    }
    const until = paused || !step ? "dijeda" : "sampai " + new Date(Date.now() + (step.end - at) * 6e4).toTimeString().slice(0, 5).replace(":", ".");
    rest.textContent = step
      ? `Sisa ${Math.ceil(step.end - at)} menit, ${until}. Sesi ${Math.ceil(last.end - at)} menit.`
      : `Lewat ${Math.floor(at - last.end)} menit.`;
  };
  const run = () => {
    clearInterval(timer);
    begin.hidden = started;
    strip.hidden = !started;
    pause.textContent = paused ? "Lanjut" : "Jeda";
    draw();
    if (started && !paused) timer = setInterval(draw, 1000);
  };
  const set = (...state) => {
    [started, paused] = state;
    try { localStorage.setItem(key, JSON.stringify(state)); } catch { /* the clock runs, but a reload ends it */ }
    run();
  };
  const start = (time) => { set(time, 0); pause.focus(); };
  const shift = (minutes) => () => set(Math.min(started - minutes * 6e4, paused || Date.now()), paused);
  const pause = press("", () => (paused ? set(started + Date.now() - paused, 0) : set(started, Date.now())));
  const strip = make("div", { className: "strip" }, make("p", {}, where, rest), make("p", {},
    press("−5 menit", shift(-5)), pause, press("+5 menit", shift(5)),
    press("Selesai", () => { set(0, 0); begin.focus({ preventScroll: true }); })));
  where.setAttribute("aria-live", "polite");  // its words change with the step, those of `rest` with the minute
  document.getElementById("isi").append(strip);
  begin.onclick = () => start(Date.now());
  if (minute() > last.end + 180) started = 0;  // yesterday's clock
  pressed ? start(pressed) : run();
})();
