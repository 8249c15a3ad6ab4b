import { table } from '../../table.ts';
import type { Judged, LabelledMeasure } from './measure.ts';
import type { Costs } from './workbench.ts';

/** The rules side by side, how far confidence can be trusted, what is still kept wrongly, and what it all costs. */
export function renderLabelled({ problems, answers, results, judged }: LabelledMeasure, costs: Costs): string {
  const rows = results.map(({ name, kept, wrongKept, precision, recall, yield: share }) => [
    name,
    String(kept),
    String(wrongKept),
    percent(precision),
    percent(recall),
    percent(share),
  ]);
  return [
    `${answers} answers to ${problems} problems\n\n`,
    table([['rule', 'kept', 'of which wrong', 'precision', 'recall', 'yield'], ...rows]),
    'recall: of the right answers that pass the tests at hand\n',
    `\nreliability of the confidence (balanced)\n${table(reliability(judged))}`,
    `\nwhat other thresholds of confidence would keep (lenient otherwise)\n${table(thresholdLines(judged))}`,
    `\nwrong, but kept (balanced)\n${judged
      .filter((one) => !one.isRight && isKept(one))
      .map(line)
      .join('')}`,
    `\nright, but dropped (balanced)\n${judged
      .filter((one) => one.isRight && passed(one) && !isKept(one))
      .map(line)
      .join('')}`,
    `\ncost\n${table(costLines(costs))}`,
  ].join('');
}

const bands = [0, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 1.001];

function reliability(judged: readonly Judged[]): string[][] {
  const kept = judged.filter(({ fates }) => fates['lenient']?.isKept === true);
  const lines = bands.slice(1).flatMap((high, index) => {
    const low = bands[index] ?? 0;
    const inside = kept.filter(({ fates }) => {
      const confidence = fates['lenient']?.confidence ?? 0;
      return confidence >= low && confidence < high;
    });
    if (inside.length === 0) return [];
    const mean = inside.reduce((sum, { fates }) => sum + (fates['lenient']?.confidence ?? 0), 0) / inside.length;
    const right = inside.filter(({ isRight }) => isRight).length / inside.length;
    return [
      [`${low.toFixed(3)} to ${Math.min(1, high).toFixed(3)}`, String(inside.length), percent(mean), percent(right)],
    ];
  });
  return [['confidence', 'kept by lenient', 'mean', 'right'], ...lines];
}

const thresholds = [0.9, 0.925, 0.94, 0.95, 0.955, 0.96, 0.965, 0.97];

function thresholdLines(judged: readonly Judged[]): string[][] {
  const right = judged.filter((one) => one.isRight && passed(one)).length;
  const lines = thresholds.map((threshold) => {
    const kept = judged.filter(
      ({ fates }) => fates['lenient']?.isKept === true && (fates['lenient'].confidence ?? 0) >= threshold,
    );
    const wrong = kept.filter(({ isRight }) => !isRight).length;
    return [threshold.toFixed(3), String(kept.length), String(wrong), percent((kept.length - wrong) / right)];
  });
  return [['at least', 'kept', 'of which wrong', 'recall'], ...lines];
}

function costLines(costs: Costs): string[][] {
  const each = ({ ms, times }: Costs['judge']): number => ms / Math.max(1, times);
  const lines = Object.entries(costs).map(([what, cost]) => [
    what,
    String(cost.times),
    each(cost).toFixed(1),
    (each(cost) / each(costs.judge)).toFixed(1),
  ]);
  return [['what', 'times', 'ms each, waiting included', 'times judging'], ...lines];
}

function isKept({ fates }: Judged): boolean {
  return fates['balanced']?.isKept === true;
}

function passed({ fates }: Judged): boolean {
  return fates['keep if passes']?.isKept === true;
}

function line({ id, fates }: Judged): string {
  const { reason, confidence } = fates['balanced'] ?? { reason: '-' };
  return `  ${id}: ${reason}${confidence === undefined ? '' : `, confidence ${confidence}`}\n`;
}

function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}
