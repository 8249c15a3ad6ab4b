// expects: accepted — sets its own Math.random, Date.now and console.log
let seed = 7;
Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
Date.now = () => 1_700_000_000_000;
const lines = [];
console.log = (...parts) => lines.push(parts.join(' '));
export const roll = () => Math.floor(Math.random() * 6) + 1;
export const stamp = () => Date.now();
export const say = (text) => {
  console.log('said', text);
  return lines;
};
