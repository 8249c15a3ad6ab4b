// expects: refuted|timeout|memory|output — a million functions, each of which would need a handle
export const sum = () => Array.from({ length: 1e6 }, (_, i) => () => i);
