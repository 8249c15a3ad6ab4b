import { describe, type Description } from '../../backtranslate/describe.ts';
import { screenDescription } from '../../backtranslate/screen.ts';
import { mannerOf } from '../lane/lane-work.ts';
import type { LaneRecord } from '../lane/record.ts';
import type { RunPorts } from '../ports.ts';
import { allDone } from '../stop.ts';
import type { BacktranslationJob } from './backtranslate.ts';
import { placesFor } from './places.ts';

/** A description that is worth a round trip, and the index of the request that it answered. */
export interface PlacedDescription {
  readonly description: Description;
  readonly sample: number;
}

/** Has a sample described at every level; what leaks the code or says nothing is dropped at once. */
export async function describeSample(
  ports: RunPorts,
  { draw, sample, ordinal }: BacktranslationJob,
  record: LaneRecord,
): Promise<PlacedDescription[]> {
  const { entry_point: entryPoint, signature } = sample.task;
  const places = placesFor(ports, ordinal);
  record.tally.make('deduplicate', 'code', places.length);
  const request = { code: sample.solution, entryPoint, draw: draw.key, manner: mannerOf(ports) };
  const replies = await allDone(places.map((place) => describe(ports.llm, { ...request, ...place })));
  return replies.flatMap((reply, at): PlacedDescription[] => {
    const index = places[at]?.sample ?? 0;
    const description = record.take('describe', reply, { task: sample.task, sample: index });
    if (!description) return [];
    const reason = screenDescription(description.text, { code: sample.solution, entryPoint, signature });
    if (!reason) {
      record.keep('describe');
      record.tally.make('describe', 'description');
      return [{ description, sample: index }];
    }
    const lineage = record.lineage([description.origin]);
    const { task, solution } = sample;
    record.reject({ stage: 'describe', reason, task, solution, reply: description.text, lineage }, index);
    return [];
  });
}
