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

/** A name that hubs take for a split; none that looks like a number, since those would be put in order. */
const splitName = /^[A-Za-z_]\w*$/u;

/** Reads shares such as `train=0.9,test=0.1`. */
export function splitShares(text: string): Readonly<Record<string, number>> {
  const entries = text.split(',').map((part) => shareOf(part.trim()));
  if (new Set(entries.map(([name]) => name)).size < entries.length) {
    throw new InvalidArgumentError('Each split may stand there once.');
  }
  const sum = entries.reduce((total, [, share]) => total + share, 0);
  if (Math.abs(sum - 1) < 1e-9) return Object.fromEntries(entries);
  throw new InvalidArgumentError(`The shares must add up to 1, and these add up to ${Number(sum.toFixed(9))}.`);
}

function shareOf(part: string): readonly [string, number] {
  const [name = '', share = '', ...rest] = part.split('=');
  const value = Number(share);
  if (splitName.test(name) && rest.length === 0 && share.trim() !== '' && value >= 0 && value <= 1) {
    return [name, value];
  }
  throw new InvalidArgumentError(`"${part}" is no share. Write splits as train=0.9,test=0.1, each from 0 to 1.`);
}
