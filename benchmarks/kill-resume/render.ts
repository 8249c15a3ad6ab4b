import { median, table } from '../table.ts';
import type { Round, Whole } from './round.ts';

export interface KillReport {
  readonly cores: number;
  readonly whole: Whole;
  readonly rounds: readonly Round[];
  /** What was sent to the endpoint that the environment names. */
  readonly sentElsewhere: readonly string[];
}

/** A line for each round, the medians, and whatever is not as it should be. */
export function renderRounds({ cores, whole, rounds, sentElsewhere }: KillReport): string {
  const heading = ['', 'killed after ms', 'stored', 'in flight', 'repeated', 'counted', 'last start ms', 'result'];
  const kills = rounds.flatMap((round) => round.kills);
  const problems = rounds.flatMap(({ name, problems }) => problems.map((problem) => `${name}: ${problem}\n`));
  const orphaned = kills.filter(({ orphans }) => orphans > 0);
  const orphansMs = orphaned.map((kill) => kill.orphansMs ?? Infinity);
  const resumed = rounds.filter((round) => round.kills.length > 0);
  const sum = (count: (round: Round) => number) => rounds.reduce((total, round) => total + count(round), 0);
  return [
    `${whole.requests} requests, ${whole.samples} samples, ${ms(whole.wallMs)} ms without a kill (${cores} cores)\n\n`,
    table([heading, ...rounds.map(roundLine)]),
    `\nkills                     ${kills.length} in ${resumed.length} runs\n`,
    `median start to kill      ${ms(median(kills.map(({ afterMs }) => afterMs)))} ms\n`,
    `median last start         ${ms(median(resumed.map(({ lastWallMs }) => lastWallMs)))} ms, `,
    `${(median(resumed.map(({ lastWallMs }) => lastWallMs)) / whole.wallMs).toFixed(2)} of a run without a kill\n`,
    `orphaned processes        gone after ${ms(median(orphansMs))} ms (median), ${ms(Math.max(0, ...orphansMs))} ms (longest), `,
    `${orphansMs.filter((value) => value > 1000).length} of ${orphaned.length} after more than a second\n`,
    `repeated requests         ${sum(({ repeated }) => repeated)} seen by the model, ${sum(({ counted }) => counted)} counted, ${sum(({ counted, repeated }) => counted - repeated)} of them never arrived the first time\n`,
    `sent to the real endpoint ${sentElsewhere.length}\n`,
    `rounds with a problem     ${rounds.filter(({ problems }) => problems.length > 0).length} of ${rounds.length}\n`,
    ...problems,
  ].join('');
}

function roundLine({ name, kills, repeated, counted, lastWallMs, problems }: Round): (string | number)[] {
  const each = (value: (kill: Round['kills'][number]) => number) => abridged(kills.map((kill) => ms(value(kill))));
  const result = problems.length === 0 ? 'the same' : 'SEE BELOW';
  return [
    name,
    each(({ afterMs }) => afterMs),
    each(({ replied }) => replied),
    each(({ pending }) => pending),
    repeated,
    counted,
    Math.round(lastWallMs),
    result,
  ];
}

function abridged(values: readonly string[]): string {
  if (values.length === 0) return 'not killed';
  const [first, last] = [values[0], values.at(-1)];
  return values.length <= 2 ? values.join(' ') : `${first} … ${last} (${values.length})`;
}

function ms(value: number): string {
  return String(Math.round(value));
}
