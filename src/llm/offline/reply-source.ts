import type { RequestLabel } from '../../core/ports.ts';
import { probeLabel } from '../label.ts';
import { hasRecording, readRecording, type Recording } from '../recordings.ts';

/** Where the offline model has its answers from. */
export interface ReplySource {
  /** Whether there is an answer, whatever it is. */
  has(label: RequestLabel): boolean;
  read(label: RequestLabel): Recording | undefined;
}

export interface SourceOptions {
  /** The folder of recorded replies; left out, all answers are made from families of tasks. */
  readonly repliesDir?: string;
  /** Decides the tasks that are made. */
  readonly seed?: number;
}

export async function openReplySource({ repliesDir, seed = 0 }: SourceOptions): Promise<ReplySource> {
  return withProbes(await sourceFor({ repliesDir, seed }));
}

interface Chosen {
  readonly repliesDir: string | undefined;
  readonly seed: number;
}

async function sourceFor({ repliesDir, seed }: Chosen): Promise<ReplySource> {
  if (repliesDir !== undefined) return recordedReplies(repliesDir);
  // The families take some time to load, which a run with recorded replies need not wait for.
  const { answerSynthetic } = await import('../synthetic/answers.ts');
  return { has: () => true, read: (label) => answerSynthetic(label, { seed }) };
}

const probed: Recording = { model: 'probe', content: 'ready', finishReason: 'stop' };

/** Whoever tries out an endpoint gets an answer, whatever else there is. */
function withProbes(source: ReplySource): ReplySource {
  const isProbe = ({ seed }: RequestLabel): boolean => seed === probeLabel.seed;
  return {
    has: (label) => isProbe(label) || source.has(label),
    read: (label) => (isProbe(label) ? probed : source.read(label)),
  };
}

function recordedReplies(dir: string): ReplySource {
  return {
    has: (label) => hasRecording(dir, label),
    read: (label) => readRecording(dir, label),
  };
}
