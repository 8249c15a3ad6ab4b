import { inspect } from 'node:util';
import { inputError, type WinnowError } from '../../core/error.ts';
import { judgeSettings } from '../../pipeline/batch/settings.ts';
import { serveJudge } from '../../pipeline/serve/serve-judge.ts';
import { Stop } from '../../pipeline/stop.ts';
import { isLoopback } from '../../serve/judge/guards.ts';
import type { ServeFlags } from '../commands/serve.ts';
import { renderListening } from '../render/serve.ts';
import { stopOnSignals } from '../signals.ts';

const bytesPerMb = 1024 * 1024;

/** `winnow serve`: judges over HTTP until a signal ends it. */
export async function serveAction(flags: ServeFlags): Promise<void> {
  if (!flags.judge) throw withoutMode();
  const token = tokenOf(flags);
  const { host, port, queue, maxBodyMb, json = false } = flags;
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop));
  await serveJudge({
    // The flag has a default, so that a file's mode never counts: it is for tasks, and this for programs.
    settings: judgeSettings(flags),
    host,
    port,
    queue,
    maxBodyBytes: maxBodyMb * bytesPerMb,
    token,
    stop: stop.signal,
    onListening: (listening) => process.stdout.write(renderListening(listening, json)),
    onError: (error) => process.stderr.write(`winnow: internal error: ${inspect(error)}\n`),
  });
}

function tokenOf({ host, tokenEnv }: ServeFlags): string | undefined {
  if (tokenEnv === undefined) {
    if (!isLoopback(host)) throw openToOthers(host);
    return undefined;
  }
  const token = process.env[tokenEnv];
  if (token !== undefined && token.trim() !== '') return token;
  throw inputError(
    'no-token',
    `--token-env ${tokenEnv}: this environment variable is not set. Put the token into it that requests must carry.`,
  );
}

function openToOthers(host: string): WinnowError {
  return inputError(
    'no-token',
    `--host ${host}: other machines could have programs judged here by this address. Ask them for a token with --token-env NAME, or leave --host out.`,
  );
}

function withoutMode(): WinnowError {
  return inputError('bad-usage', 'winnow serve needs --judge: verdicts are all that it serves so far.');
}
