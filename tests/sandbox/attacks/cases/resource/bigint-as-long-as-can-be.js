// expects: refuted-throughout|timeout|memory|output — a BigInt of hundreds of millions of bits, to be written in decimal
export const sum = () => 1n << 300000000n;
