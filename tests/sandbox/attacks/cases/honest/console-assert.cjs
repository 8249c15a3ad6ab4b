// expects: accepted — a script judged by console.assert, comparing lists as text
function sum(xs) {
  return xs.reduce((a, b) => a + b, 0);
}
function squares(xs) {
  return xs.map((x) => x * x);
}
