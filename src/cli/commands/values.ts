import { InvalidArgumentError } from 'commander';

const largest = 0x7fff_ffff;

/** Reads a whole number within bounds. */
export function wholeNumber(least: number, most: number = largest): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/u.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  };
}

/** Reads an amount of dollars. */
export function dollars(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('It must be a number of dollars, such as 2.50.');
}

/** Reads a moment; a clock time is the next such time in the local zone. */
export function moment(text: string): Date {
  const clock = /^(\d{1,2}):(\d{2})$/u.exec(text);
  const now = new Date();
  if (clock && Number(clock[1]) < 24 && Number(clock[2]) < 60) {
    const next = new Date(now);
    next.setHours(Number(clock[1]), Number(clock[2]), 0, 0);
    if (next <= now) next.setDate(next.getDate() + 1);
    return next;
  }
  const instant = /^\d{4}-\d{2}-\d{2}/u.test(text) ? new Date(text) : new Date(Number.NaN);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw new InvalidArgumentError('It must be HH:MM or an ISO 8601 time, such as 2027-01-31T06:00.');
}

/** Reads a number within bounds. */
export function number(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() !== '' && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It must be a number from ${least} to ${most}.`);
  };
}

/** Reads a list such as `1,5,10`, in ascending order and without repetitions. */
export function wholeNumbers(text: string): readonly number[] {
  const read = wholeNumber(1);
  return [...new Set(text.split(',').map((part) => read(part.trim())))].toSorted((a, b) => a - b);
}

/** For options that may be given several times. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** Reads shares such as `train=0.9,test=0.1`, which add up to 1. */
export function shares(text: string): Readonly<Record<string, number>> {
  const parts = text.split(',').map((part) => /^\s*([\w-]+)=(0|1|0?\.\d+|1\.0+)\s*$/u.exec(part));
  const named = parts.flatMap((part) => (part ? [[part[1] ?? '', Number(part[2])] as const] : []));
  const sum = named.reduce((total, [, share]) => total + share, 0);
  const isWhole = Math.abs(sum - 1) < 1e-9;
  const isNamed = new Set(named.map(([name]) => name)).size === parts.length;
  if (isWhole && isNamed) return Object.fromEntries(named);
  throw new InvalidArgumentError('It must be shares that add up to 1, such as train=0.9,validation=0.05,test=0.05.');
}
