import { discoverConfig } from '../config/discover.ts';

/** The configuration that a flag names, or else the one of this folder, which is then said. Throws an input error for several. */
export function configFile(flag: string | undefined): string | undefined {
  if (flag !== undefined) return flag;
  const found = discoverConfig('.');
  if (found !== undefined) process.stderr.write(`using ${found}\n`);
  return found;
}
