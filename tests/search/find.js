// The browser's search in Node: find.js CARI_JS INDEX_JS < {"queries": [[query, options], ...], "words": [...]}
"use strict";
const fs = require("node:fs"), vm = require("node:vm");
const [script, file] = process.argv.slice(2);
const window = {};
vm.runInNewContext(fs.readFileSync(file, "utf8"), { window });
const engine = require(require("node:path").resolve(script))(JSON.parse(JSON.stringify(window.INDEKS)));
const { queries = [], words = [] } = JSON.parse(fs.readFileSync(0, "utf8"));
const found = queries.map(([query, options]) => {
  const { results, tokens } = engine.search(query, options || {});
  return {
    places: results.slice(0, 12).map(({ place }) => place.address),
    whole: results.filter(({ share }) => share > 0.999).length,
    corrected: Object.fromEntries(tokens.filter(token => token.corrected).map(token => [token.word, token.corrected])),
    missing: tokens.filter(token => !token.found).map(token => token.word),
  };
});
const forms = words.map(word => [engine.forms(word), engine.spokenForms(word), engine.wordsOf(word)]);
const roots = words.map(word => engine.roots[engine.rootOf(word)] || "");
process.stdout.write(JSON.stringify({ found, forms, roots }));
