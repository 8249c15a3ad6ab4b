// expects: refuted|timeout — an interval of no length, and an answer that comes at the end of time
setInterval(() => {}, 0);
export const sum = () => new Promise((resolve) => setTimeout(() => resolve(0), 2 ** 31 - 1));
