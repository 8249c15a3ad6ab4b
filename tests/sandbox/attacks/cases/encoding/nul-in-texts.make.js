// expects: accepted — NUL and control characters in texts, templates, comments and patterns
export default 'const s = "a\u0000b\u0001"; /* \u0000 */ const t = `\u001b[0m\u0000`; const p = /\u0000/;\nexport const sum = (xs) => (s.length + t.length === 9 && p.test(s) ? xs.reduce((a, b) => a + b, 0) : 0);';
