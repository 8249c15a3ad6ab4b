// expects: malformed — a brace too many, then a brace too few
export default 'function sum() { return 0; } } globalThis.escaped = true; {';
