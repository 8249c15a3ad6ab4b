// expects: accepted — a script whose texts and comments hold the words by which modules are told
// import { readFileSync } from 'node:fs'; export default sum;
var text = "export const sum = () => 0; import './x'; module.exports = {}; import.meta";
var template = `
export function sum() {}
import fs from 'fs'
await sum();
`;
var pattern = /^export (default )?function|import\(|require\('fs'\)/;
var record = { import: 1, export: 2, require: 3, module: 4, await: 5 };
function sum(xs) {
  return xs.reduce(
    function (a, b) {
      return a + b;
    },
    record.import - record.export + text.length - text.length + 1 + (pattern.test(template) ? 0 : 0),
  );
}
