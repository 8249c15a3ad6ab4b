import type { StageTable } from '../../core/accounting.ts';
import type { SampleRow } from '../../core/rows.ts';
import type { Draw } from '../../core/draw.ts';
import { LaneRecord } from '../lane/record.ts';
import type { RunPorts } from '../ports.ts';
import { tracedLlm, unitTrace } from '../trace/traced-llm.ts';
import { describeSample } from './describe-sample.ts';
import { proveDescriptions } from './prove-descriptions.ts';

export interface BacktranslationSummary {
  readonly counts: StageTable;
  /** Whether any description was proven. */
  readonly passed: boolean;
}

export interface BacktranslationJob {
  readonly draw: Draw;
  readonly sample: SampleRow;
  /** Which described sample of its task this is, from 0. */
  readonly ordinal: number;
}

/** Describes a kept sample and proves the descriptions by round trips; a settled result is taken as it is. */
export async function backtranslate(ports: RunPorts, job: BacktranslationJob): Promise<BacktranslationSummary> {
  const unit = { kind: 'backtranslation', key: job.sample.id } as const;
  const known = await ports.store.settled(ports.run, unit);
  if (known !== undefined) return known as BacktranslationSummary;
  const record = new LaneRecord(ports, job.draw);
  const llm = tracedLlm(ports.llm, ports.config);
  const traced = { ...ports, llm };
  const descriptions = await describeSample(traced, job, record);
  const pairs = await proveDescriptions(traced, job, record, descriptions);
  record.add('trace', unitTrace(job.draw, llm));
  const summary = { counts: record.tally.table(), passed: pairs > 0 };
  await ports.store.settle(ports.run, { unit, retryable: record.retryable, summary, items: record.items });
  return summary;
}
