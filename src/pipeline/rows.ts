import type { Config } from '../config/config.ts';
import { endpointsOf } from '../config/credentials.ts';
import { reasonKey, type DropReason } from '../core/decision.ts';
import { contentId, proofDigest } from '../core/id.ts';
import {
  reasonRow,
  type AncestorRow,
  type LineageRow,
  type RejectedRow,
  type TaskRow,
  type VerificationRow,
} from '../core/rows.ts';
import type { Draw } from '../core/draw.ts';
import type { Origin, Task } from '../core/task.ts';
import type { Candidate } from '../verify/candidate.ts';
import { executionSeed } from '../verify/judge.ts';
import { isolation } from '../../sandbox/index.ts';
import { judgeLimits } from './judging.ts';
import type { RunPorts } from './ports.ts';
import { versions } from './versions.ts';

export function taskRow(task: Task): TaskRow {
  const { entryPoint, ...rest } = task;
  return { ...rest, entry_point: entryPoint };
}

const recordedBy = { openai: 'model', offline: 'authored', synthetic: 'synthetic' } as const;

/** What a row's task was made from. */
export interface Ancestry {
  readonly draw: Draw;
  readonly ancestors: readonly AncestorRow[];
}

function sourceOf(path: string, licence: string | undefined): NonNullable<LineageRow['source']> {
  return { path, ...(licence !== undefined && { licence }) };
}

/** How a row came to be: the last origin's model, and the prompts of all. */
export function lineageRow(config: Config, { draw, ancestors }: Ancestry, origins: readonly Origin[]): LineageRow {
  const { temperature, max_tokens } = config.generate;
  const last = origins.at(-1);
  const endpoint = endpointsOf(config).find(({ name }) => name === last?.endpoint) ?? config.endpoint;
  return {
    seed: draw.seed.id,
    ...(draw.take !== undefined && { take: draw.take }),
    ...(draw.seed.path !== undefined && { source: sourceOf(draw.seed.path, draw.seed.licence) }),
    operators: draw.operators,
    ...(ancestors.length > 0 && { evolved_from: [...ancestors] }),
    prompts: Object.fromEntries(origins.flatMap(({ prompt }) => (prompt ? [[prompt.name, prompt.hash]] : []))),
    model: last?.model ?? endpoint.model,
    ...(last?.endpoint !== undefined && { endpoint: last.endpoint }),
    parameters: { temperature: last?.temperature ?? temperature, max_tokens },
    recorded: recordedBy[endpoint.kind],
  };
}

export function verificationRow(
  { config, packages }: Pick<RunPorts, 'config' | 'packages'>,
  candidate: Candidate,
): VerificationRow {
  const { cpuMs, memoryMb, outputKb, repeat, types } = judgeLimits(config);
  const row: VerificationRow = {
    solution: candidate.solution,
    tests: candidate.suite,
    language: candidate.language ?? 'ts',
    limits: { cpu_ms: cpuMs, memory_mb: memoryMb, output_kb: outputKb },
    seeds: Array.from({ length: repeat }, (_, round) => executionSeed(candidate, round)),
    seed: candidate.seed,
    types: candidate.language === 'js' ? 'off' : types,
    isolation,
    versions,
    packages,
  };
  return { ...row, sha256: proofDigest(row) };
}

export type Rejection = Omit<RejectedRow, 'id' | 'reason'> & { readonly reason: DropReason };

/** A rejected row; `sample` (an index or an id) keeps apart two replies that are equal to the letter. */
export function rejectedRow(rejection: Rejection, sample: number | string): RejectedRow {
  const { stage, reason, ...rest } = rejection;
  const id = contentId('rej', [stage, reasonKey(reason), sample, rest]);
  return { id, stage, reason: reasonRow(reason), ...rest };
}
