// expects: malformed|refuted-throughout — exports a name whose first letter only looks like an s
export const ѕum = (xs) => xs.reduce((a, b) => a + b, 0);
