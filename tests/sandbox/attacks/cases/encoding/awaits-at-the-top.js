// expects: accepted — waits at the top, for a timer too
const zero = await new Promise((resolve) => setTimeout(() => resolve(0), 20));
for await (const _ of [Promise.resolve(1)]);
export const sum = (xs) => xs.reduce((a, b) => a + b, zero);
