// expects: malformed — a NUL between tokens
export default 'export const sum = () => 0;\u0000';
