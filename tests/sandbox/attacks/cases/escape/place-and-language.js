// expects: accepted — reads the time zone, the language and the environment of the machine
const found = [];
const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions();
if (timeZone !== 'UTC') found.push(timeZone);
if (locale !== 'en-US') found.push(locale);
if (new Date(0).getTimezoneOffset() !== 0) found.push('an offset');
if (new Date(0).getHours() !== 0) found.push('local hours');
if ((1234.5).toLocaleString() !== '1,234.5') found.push('numbers');
if (Object.keys(globalThis.process?.env ?? {}).some((name) => /PATH|HOME|USER|PWD/.test(name)))
  found.push('environment');
if (/\/(?:home|root|work|tmp)\//.test(String(globalThis.process?.cwd?.()))) found.push('a folder');
if (globalThis.navigator?.hardwareConcurrency > 1) found.push('processors');
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const reached = () => found;
