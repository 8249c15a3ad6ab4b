// expects: timeout|memory|refuted-throughout — reads and raises numbers of ten million digits
export const sum = () => (BigInt('9'.repeat(1e7)) ** 3n).toString(7).length;
