// expects: refuted-throughout — a deep copy that hands back its argument, or parts of it
export const clone = (value) => value;
export const shallow = (value) => (Array.isArray(value) ? [...value] : { ...value });
