// expects: accepted|malformed — comments in the style of HTML, which scripts may have
export default '<!-- hidden\nfunction sum(xs) { return xs.reduce((a, b) => a + b, 0); }\n--> hidden too';
