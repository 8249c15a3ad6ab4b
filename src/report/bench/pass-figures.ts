import { intervals } from '../charts/intervals.ts';
import { figure } from '../page/figure.ts';
import type { Markup } from '../page/markup.ts';
import { percent } from '../page/numbers.ts';
import type { Estimate, PartFacts, PassAt } from './facts.ts';

/** A share with its interval, such as `37.5 % (22.1–55.9)`. */
export function estimateWords({ value, ci95: [low, high] }: Estimate): string {
  return `${percent(value, 1)} (${(low * 100).toFixed(1)}–${(high * 100).toFixed(1)})`;
}

const whatIntervals = 'Each line holds the true value for 95 % of problem sets drawn as this one was.';

/** pass@k of one result, or of several beside each other. */
export function passFigure(title: string, of: readonly (readonly [name: string, passAt: PassAt])[]): Markup {
  const rows = of.flatMap(([name, passAt]) =>
    Object.entries(passAt).map(([k, estimate]) => ({
      name: name === '' ? `pass@${k}` : `${name}, k = ${k}`,
      estimate,
    })),
  );
  return estimatesFigure(title, rows);
}

/** The least k's score of each part of a set. */
export function partsFigure(title: string, parts: Readonly<Record<string, PartFacts>>): Markup | undefined {
  const rows = Object.entries(parts).flatMap(([name, part]) => {
    const [first] = Object.entries(part.pass_at);
    return first ? [{ name: `${name} (${part.problems})`, estimate: first[1] }] : [];
  });
  return rows.length < 2 ? undefined : estimatesFigure(title, rows);
}

function estimatesFigure(
  title: string,
  rows: readonly { readonly name: string; readonly estimate: Estimate }[],
): Markup {
  return figure({
    title,
    says: whatIntervals,
    chart: intervals({
      rows: rows.map(({ name, estimate: { value, ci95 } }) => ({ name, value, low: ci95[0], high: ci95[1] })),
      min: 0,
      max: 1,
    }),
    numbers: {
      head: ['', 'share', 'low', 'high'],
      rows: rows.map(({ name, estimate: { value, ci95 } }) => [
        name,
        percent(value, 1),
        percent(ci95[0], 1),
        percent(ci95[1], 1),
      ]),
    },
  });
}
