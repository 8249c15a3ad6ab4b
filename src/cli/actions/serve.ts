import { inputError } from '../../core/error.ts';
import { judgeSettings } from '../../pipeline/batch/settings.ts';
import { startJudgeServer } from '../../serve/judge/server.ts';
import type { ServeFlags } from '../commands/serve.ts';

/** `winnow serve --judge`: serves until a signal ends it. */
export async function serveAction(flags: ServeFlags): Promise<void> {
  if (!flags.judge) throw inputError('bad-usage', 'Say what to serve: winnow serve --judge.');
  const { host, port, queue, maxWaitMs, maxBodyMb, types } = flags;
  const token = tokenOf(flags.tokenEnv);
  const settings = { ...judgeSettings(flags), types: { ts: types, js: 'off' as const } };
  const server = await startJudgeServer({
    host,
    port,
    settings,
    queue,
    maxBodyMb,
    maxWaitMs,
    ...(token !== undefined && { token }),
  });
  process.stdout.write(`Judging at ${server.url}/test_program (Ctrl-C ends it)\n`);
  await new Promise<void>((end) => {
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
  process.stderr.write('Stopping: finishing what runs.\n');
  await server.close();
}

function tokenOf(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const token = process.env[name];
  if (token !== undefined && token !== '') return token;
  throw inputError('token-missing', `The environment variable ${name}, named by --token-env, is not set.`);
}
