// expects: malformed — one name declared twice
export default 'const sum = () => 0;\nlet sum = 1;\nexport { sum };';
