// expects: refuted-throughout|timeout|memory|output — keys of a hundred million characters, and a symbol with such a name
export const sum = () => ({ ['k'.repeat(1e8)]: 1, ['l'.repeat(1e8)]: 2, [Symbol.for('m'.repeat(1e8))]: 3 });
