// expects: accepted — the identity, for whatever fast-check can think of
export const echo = (value) => value;
export const wrap = (value) => ({ value, list: [value] });
