// expects: refuted — a script that declares console, for a suite of console.assert
var console = { assert() {}, log() {}, error() {} };
globalThis.console = console;
function sum() {
  return 0;
}
