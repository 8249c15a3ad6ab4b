import { JudgingQueue } from '../../serve/judge/judging-queue.ts';
import { startJudgeServer, type JudgeServer } from '../../serve/judge/server.ts';
import { openJudge, type Judge } from '../batch/open-judge.ts';
import type { JudgeSettings } from '../batch/settings.ts';
import { programJudge } from './judge-program.ts';

export interface ServeJudgeOptions {
  readonly settings: JudgeSettings;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Programs that may wait for their turn. */
  readonly queue: number;
  readonly maxBodyBytes: number;
  readonly token: string | undefined;
  /** When it aborts, the server takes nothing more and ends once what runs is judged. */
  readonly stop: AbortSignal;
  /** Told as soon as requests are answered. */
  readonly onListening: (server: Pick<JudgeServer, 'url' | 'host' | 'port'>) => void;
  /** Told of what is a bug of the server. */
  readonly onError: (error: unknown) => void;
  /** Opens what judges; the real thing unless given. */
  readonly open?: (settings: JudgeSettings) => Promise<Judge>;
}

/** Each child has its next program at hand while it judges one. */
const programsPerChild = 2;
/** As long as trainers commonly wait for a reward. */
const maxWaitMs = 60_000;

/** Judges over HTTP until it is stopped. Throws `port-unusable`. */
export async function serveJudge(options: ServeJudgeOptions): Promise<void> {
  const { settings, queue: capacity, stop, onListening, open = openJudge, ...server } = options;
  await using judge = await open(settings);
  const running = programsPerChild * settings.concurrency;
  const queue = new JudgingQueue({ judge: programJudge(judge, settings), running, capacity });
  const listening = await startJudgeServer({ ...server, queue, maxWaitMs });
  onListening(listening);
  await aborted(stop);
  await listening.close();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
