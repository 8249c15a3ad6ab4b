import { resolve } from 'node:path';
import { bundled } from '../../config/bundled.ts';
import { startOfflineModel } from '../../llm/offline/server.ts';
import type { OfflineModelFlags } from '../commands/offline-model.ts';

/** `winnow offline-model`: serves until a signal ends it. */
export async function offlineModelAction(flags: OfflineModelFlags): Promise<void> {
  const { port, replies, synthetic = false, latencyMs, tokensPerSecond, faults, log, seed } = flags;
  const server = await startOfflineModel({
    port,
    ...(!synthetic && { repliesDir: replies === undefined ? bundled.replies : resolve(replies) }),
    ...(latencyMs !== undefined && { latencyMs }),
    ...(tokensPerSecond !== undefined && { tokensPerSecond }),
    ...(faults !== undefined && { faults }),
    ...(log !== undefined && { logFile: resolve(log) }),
    ...(seed !== undefined && { seed }),
  });
  process.stdout.write(`Serving ${synthetic ? 'synthetic' : 'recorded'} replies at ${server.url} (Ctrl-C ends it)\n`);
  await new Promise<void>((end) => {
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
  await server.close();
}
