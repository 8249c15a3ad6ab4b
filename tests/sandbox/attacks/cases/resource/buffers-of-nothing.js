// expects: refuted-throughout|timeout|memory|output — typed arrays of two hundred megabytes, in their thousands
export const sum = () => Array.from({ length: 1000 }, () => new Float64Array(25e6));
