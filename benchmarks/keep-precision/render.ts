import { table } from '../table.ts';
import type { KeepMeasure, RightDropped, Share, WrongKept } from './measure.ts';
import type { ReasonTable } from './reasons.ts';
import type { RoundTripError } from './round-trips.ts';

/** The figures, the ratio to the naive rule, and every row that is not as the key says. */
export function renderMeasure(measured: KeepMeasure): string {
  const { sampled, open, strangers, kept, recall, roundTrips, wrongKept, rightDropped, reasons } = measured;
  const heading = ['', 'share', 'of'];
  return [
    `${measured.seeds} seeds, ${sampled.all} solutions sampled, ${open} without a row, ${strangers} rows of other solutions\n\n`,
    table([
      heading,
      figure('precision: right of the kept', kept),
      figure('recall: kept (or near-duplicate of a kept one) of the right', recall),
      ['yield: kept of the sampled', percent(measured.yield), `${kept.all} of ${sampled.all}`],
      ...floorLines(measured),
      figure('right of all sampled', sampled),
    ]),
    `\nround trips: ${roundTrips.passed} passed, ${roundTrips.failed} failed\n`,
    section('passed though the key says that the solution is wrong', roundTrips.passedWrong.map(roundTripLine)),
    section('failed though the key says that the solution is right', roundTrips.failedRight.map(roundTripLine)),
    section('\nwrong, but kept', wrongKept.map(wrongKeptLines)),
    section('\nright, but dropped', rightDropped.map(rightDroppedLine)),
    reasonLines(reasons),
  ].join('');
}

function figure(name: string, { all, right, share }: Share): string[] {
  return [name, percent(share), `${right} of ${all}`];
}

function floorLines({ floor }: KeepMeasure): string[][] {
  if (!floor) return [['naive rule', 'not known', 'the store holds no verdicts of these versions']];
  const { anySuite, accepted } = floor;
  return [
    figure('naive rule: right of what passes any one suite', anySuite),
    figure('Winnow on the same, before near-duplicates are dropped', accepted),
    ['wrong rows kept, against the naive rule', ratio(wrong(accepted), wrong(anySuite)), ''],
  ];
}

function wrong({ all, right }: Share): number {
  return all - right;
}

function ratio(ours: number, floor: number): string {
  return floor === 0 ? '–' : `${(ours / floor).toFixed(2)} (${ours} / ${floor})`;
}

function wrongKeptLines({ seed, solution, defect, note, confidence, suites }: WrongKept): string {
  const beside = suites.map(({ name, passed, chosen, key }) => {
    return `      ${name} ${passed}${chosen ? ' and stands on the row' : ''}; ${key}\n`;
  });
  return `${seed} ${solution} (${defect}, confidence ${confidence}): ${note}\n${beside.join('')}`;
}

function rightDroppedLine({ seed, solution, stage, reason, note }: RightDropped): string {
  return `${seed} ${solution} at ${stage}: ${reason}. ${note}\n`;
}

function roundTripLine({ seed, solution, note }: RoundTripError): string {
  return `${seed} ${solution}: ${note}\n`;
}

function section(title: string, lines: readonly string[]): string {
  return `${title}: ${lines.length}\n${lines.map((line) => `  ${line}`).join('')}`;
}

function reasonLines({ counts, dropped, mismatches }: ReasonTable): string {
  const reasons = [...new Set(Object.values(counts).flatMap((byReason) => Object.keys(byReason)))].toSorted();
  const defects = Object.keys(counts).toSorted();
  const rows = defects.map((defect) => [defect, ...reasons.map((reason) => counts[defect]?.[reason] ?? 0)]);
  const lines = mismatches.map(({ seed, solution, defect, reason, note }) => {
    return `${seed} ${solution}: dropped as ${reason}, but its defect is ${defect}. ${note}\n`;
  });
  return [
    `\nreasons of the ${dropped} wrong solutions' drops, by true defect\n`,
    table([['', ...reasons], ...rows]),
    section('reason and defect do not match', lines),
  ].join('');
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(100 * share).toFixed(1)} %`;
}
