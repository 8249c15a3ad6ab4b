// expects: refuted-throughout|timeout|memory|output — a text of half a billion characters that need escaping
export const sum = () => '\u0000"\\'.repeat(1.7e8);
