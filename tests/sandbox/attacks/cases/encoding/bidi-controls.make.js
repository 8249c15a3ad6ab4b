// expects: accepted — bidirectional controls that show a reader another order than the one that runs
export default "export const sum = (xs) => {\n  const level = 'user\u202e \u2066// admin only\u2069 \u2066';\n  return level.length === 23 ? xs.reduce((a, b) => a + b, 0) : 0; /*\u202e } \u2066*/\n};";
