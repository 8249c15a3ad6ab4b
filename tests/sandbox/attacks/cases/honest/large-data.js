// expects: accepted — an array of a hundred thousand numbers, a text of a million characters, ten thousand keys
export const range = (n) => Array.from({ length: n }, (_, i) => i);
export const total = (xs) => xs.reduce((a, b) => a + b, 0);
export const text = (n) => 'ab'.repeat(n / 2);
export const count = (string) => string.split('a').length - 1;
export const index = (n) => Object.fromEntries(range(n).map((i) => [`key${i}`, { i }]));
export const bytes = (n) => new Uint8Array(n).map((_, i) => i);
