// expects: timeout — a pattern that backtracks for ever, matched by the suite
export const pattern = /^(\w+\s?)*$/;
