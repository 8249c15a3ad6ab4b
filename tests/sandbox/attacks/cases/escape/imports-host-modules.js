// expects: malformed — imports what is not offered, at the top
import { readFileSync } from 'node:fs';
export const sum = (xs) => readFileSync('/etc/hostname').length * 0 + xs.reduce((a, b) => a + b, 0);
export const reached = () => [];
