// expects: accepted|malformed — asks its module where it is
const found = Object.entries({ ...import.meta })
  .filter(([, value]) => /\/(?:home|root|usr|tmp|work|opt|Users)\/|node_modules/.test(String(value)))
  .map(([key]) => key);
try {
  if (import.meta.resolve?.('node:fs')) found.push('resolve');
} catch {}
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const reached = () => found;
