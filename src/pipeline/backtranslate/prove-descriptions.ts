import { chooseDescription, passRateOf, type Choice, type Worth } from '../../backtranslate/choose.ts';
import { bareDescription } from '../../backtranslate/rewrite.ts';
import { ok, type Outcome } from '../../core/fault.ts';
import { contentId } from '../../core/id.ts';
import type { PairRow } from '../../core/rows.ts';
import type { LaneRecord } from '../lane/record.ts';
import type { RunPorts } from '../ports.ts';
import { allDone } from '../stop.ts';
import type { BacktranslationJob } from './backtranslate.ts';
import type { PlacedDescription } from './describe-sample.ts';
import { roundTrip, type WorkedTrip } from './round-trip.ts';

interface TriedDescription extends PlacedDescription {
  readonly trip: WorkedTrip;
}

/** Tries every description by a round trip and keeps the best of each level; returns how many were kept. */
export async function proveDescriptions(
  ports: RunPorts,
  job: BacktranslationJob,
  record: LaneRecord,
  descriptions: readonly PlacedDescription[],
): Promise<number> {
  const tried = await tryAll(ports, job, record, descriptions);
  const isAnyPassed = tried.some(({ trip }) => trip.passed > 0);
  const baseline = isAnyPassed ? await baselineOf(ports, job) : ok(undefined);
  if (!baseline.ok) {
    for (const _ of tried) record.fault('roundtrip', baseline.fault);
    return 0;
  }
  const rules = { baseline: baseline.value, minLift: ports.config.backtranslate.min_lift };
  let kept = 0;
  for (const alike of Map.groupBy(tried, ({ description }) => description.level).values()) {
    const choices = chooseDescription(
      alike.map(({ description, trip }) => ({ id: description.id, trip })),
      rules,
    );
    for (const [place, one] of alike.entries()) kept += recordChoice(record, job, one, choices[place]);
  }
  return kept;
}

/** A description whose trip a fault has ended is recorded as that, and left out. */
async function tryAll(
  ports: RunPorts,
  job: BacktranslationJob,
  record: LaneRecord,
  descriptions: readonly PlacedDescription[],
): Promise<TriedDescription[]> {
  const { baseline, candidates } = ports.config.backtranslate;
  const isWhole = baseline === true || candidates > 1;
  const trips = await allDone(
    descriptions.map(({ description, sample }) =>
      roundTrip(ports, job, { stage: 'roundtrip', description: description.text, sample, isWhole }),
    ),
  );
  return descriptions.flatMap((one, place): TriedDescription[] => {
    const trip = trips[place];
    if (trip?.ok) return [{ ...one, trip: trip.value }];
    if (trip) record.fault('roundtrip', trip.fault);
    return [];
  });
}

/** What solutions from the name and signature alone come to: the same for every description of the sample. */
async function baselineOf(ports: RunPorts, job: BacktranslationJob): Promise<Outcome<number | undefined>> {
  if (ports.config.backtranslate.baseline !== true) return ok(undefined);
  const { entry_point: entryPoint, signature } = job.sample.task;
  const description = bareDescription(entryPoint, signature);
  const trip = await roundTrip(ports, job, { stage: 'baseline', description, sample: job.ordinal, isWhole: true });
  return trip.ok ? ok(passRateOf(trip.value)) : trip;
}

function recordChoice(
  record: LaneRecord,
  job: BacktranslationJob,
  tried: TriedDescription,
  choice: Choice | undefined,
): number {
  if (choice?.kind === 'keep') {
    recordPairs(record, job, tried, choice.worth);
    return 1;
  }
  if (choice) recordDrop(record, job, tried, choice.reason);
  return 0;
}

function recordDrop(
  record: LaneRecord,
  { sample }: BacktranslationJob,
  { description, sample: index, trip }: TriedDescription,
  reason: Extract<Choice, { kind: 'drop' }>['reason'],
): void {
  const { task, tests } = sample;
  const failed = reason.kind === 'round-trip-failed' ? trip.failedCode : undefined;
  const solution = failed === undefined ? {} : { solution: failed };
  const lineage = record.lineage([description.origin]);
  record.reject({ stage: 'roundtrip', reason, task, ...solution, tests, reply: description.text, lineage }, index);
}

/** A proven description is worth a row in each direction. */
function recordPairs(
  record: LaneRecord,
  { sample }: BacktranslationJob,
  { description, trip }: TriedDescription,
  worth: Worth,
): void {
  if (!trip.proof) throw new Error('a description that is kept has a solution that passed');
  record.keep('roundtrip');
  record.tally.make('roundtrip', 'pair', 2);
  const { code: solution, origin } = trip.proof;
  for (const direction of ['code-to-description', 'description-to-code'] as const) {
    const row: PairRow = {
      id: contentId('pair', [direction, sample.id, description.id]),
      direction,
      source: 'backtranslation',
      level: description.level,
      description: description.text,
      code: sample.solution,
      ...(sample.verification.language === 'js' && { language: 'js' }),
      sample: sample.id,
      round_trip: { passed: true, attempts: trip.attempts, solution, ...worth },
      lineage: record.lineage([origin, description.origin]),
    };
    record.add('pair', row);
  }
}
