// expects: accepted|malformed — half a character in a text of the source, where UTF-8 has no place for it
export default 'const half = "\ud800";\nexport const sum = (xs) => (half.length === 1 ? xs.reduce((a, b) => a + b, 0) : 0);';
