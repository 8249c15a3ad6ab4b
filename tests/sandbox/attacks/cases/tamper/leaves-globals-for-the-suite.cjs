// expects: refuted — sloppy code that leaks globals and exits, for a suite that throws
expected = 0;
total = 0;
process = { exit() {}, on() {}, argv: [] };
globalThis.process?.exit?.(0);
function sum() {
  return (total = expected = 0);
}
