/** A count with its thousands apart. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A count with what is counted, in the plural where there is not one. */
export function counted(value: number, what: string): string {
  return `${count(value)} ${what}${value === 1 ? '' : 's'}`;
}

/** A share from 0 to 1 in per cent; a dash for none. */
export function percent(share: number | undefined, digits = 0): string {
  return share === undefined || !Number.isFinite(share) ? '–' : `${(share * 100).toFixed(digits)} %`;
}

/** A part of a whole in per cent. */
export function percentOf(part: number, whole: number): string {
  return percent(whole === 0 ? undefined : part / whole);
}

/** Dollars, with more digits the less they are. */
export function dollars(usd: number | undefined): string {
  if (usd === undefined || !Number.isFinite(usd)) return '–';
  return `$${usd === 0 || usd >= 0.1 ? usd.toFixed(2) : usd.toPrecision(2)}`;
}

const units = [
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1000],
] as const;

/** Milliseconds as people say them. */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const [first, second] = units.flatMap(([unit, size], place) => {
    if (ms < size) return [];
    const whole = place === 0 ? ms : ms % (units[place - 1]?.[1] ?? Infinity);
    return [`${Math.floor(whole / size)} ${unit}`];
  });
  return ms < 60_000 ? `${(ms / 1000).toFixed(1)} s` : `${first ?? ''} ${second ?? ''}`.trim();
}
