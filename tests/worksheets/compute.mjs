// Compute sheets as the browser does. Standard input: a JSON list of { data, fields }, or of { text, type, unit } for
// entries; standard output: a list of words by field (null where nothing can be computed), or of entries as shown.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const scope = {};
vm.runInNewContext(readFileSync(process.argv[2], "utf-8"), scope);
const { computer, quantityText, cells, entry, shown, typed } = scope.Lembar;
const words = ({ data, fields }) => {
  const look = computer(data.sheets, id => fields[id]);
  return Object.fromEntries(Object.entries(data.sheets).flatMap(([id, sheet]) => cells(sheet).map(cell => {
    const x = look(id, cell.field);
    return [`${id}.${cell.field}`, x.why ? null : quantityText(x, cell.type, cell.unit)];
  })));
};
const entries = ({ text, type, unit }) => {
  const x = entry(text, type, unit);
  return x && { amount: quantityText(x, type, unit), shown: shown(text, type, unit), typed: typed(text, type, unit) };
};
const jobs = JSON.parse(readFileSync(0, "utf-8"));
console.log(JSON.stringify(jobs.map(job => (job.data ? words(job) : entries(job)))));
