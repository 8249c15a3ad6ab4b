// expects: refuted-throughout — returns built-ins, which the suite then changes as if they were results
export const clone = () => Object;
export const parts = () => ({ list: Array.prototype });
export const sum = () => 0;
