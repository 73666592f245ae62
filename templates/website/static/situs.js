"use strict";
// The menu is open on wide screens and closed on phones; it works without this script too.
(() => {
  const menu = document.getElementById("menu"), wide = matchMedia("(min-width: 60rem)");
  const set = () => { menu.open = wide.matches; };
  set();
  wide.addEventListener("change", set);
})();
