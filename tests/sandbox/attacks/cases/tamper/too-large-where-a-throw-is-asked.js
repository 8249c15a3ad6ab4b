// expects: refuted-throughout|output|timeout|memory — returns what is too large to hand over, where an error is asked for
export const parse = () => 'x'.repeat(2 ** 28);
