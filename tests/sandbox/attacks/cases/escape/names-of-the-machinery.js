// expects: accepted — lists what the global object holds beyond the language and the web
const names = /ivm|isolate|guest|host|membrane|winnow|vitest|expect|handle|sandbox|internal|harness|bridge|piscina/i;
const found = Reflect.ownKeys(globalThis)
  .map(String)
  .filter((name) => names.test(name));
for (const make of [Function, (async () => {}).constructor, function* () {}.constructor]) {
  const run = make('return [typeof ivm, typeof __guest, typeof Deno, typeof $262, typeof d8]')();
  if (Array.isArray(run) && run.some((type) => type !== 'undefined')) found.push(run.join());
}
const evaluate = globalThis.eval;
for (const name of ['process.pid', 'process.env.PATH', 'require("fs")', 'module.constructor._load', '%DebugPrint(1)']) {
  try {
    if (evaluate?.(name) !== undefined) found.push(name);
  } catch {}
}
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const reached = () => found;
