// expects: malformed — imports the suite that judges it
import * as suite from './suite';
export const sum = (xs) => xs.reduce((a, b) => a + b, 0);
export const reached = () => Object.keys(suite);
