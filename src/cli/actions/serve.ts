import { inspect } from 'node:util';
import { inputError, type WinnowError } from '../../core/error.ts';
import { judgeSettings } from '../../pipeline/batch/settings.ts';
import { serveJudge } from '../../pipeline/serve/serve-judge.ts';
import { serveView } from '../../pipeline/view/serve-view.ts';
import { Stop } from '../../pipeline/stop.ts';
import { isLoopback } from '../../serve/judge/guards.ts';
import type { ServeFlags } from '../commands/serve.ts';
import { renderListening } from '../render/serve.ts';
import { stopOnSignals } from '../signals.ts';

const bytesPerMb = 1024 * 1024;

/** `winnow serve`: judges over HTTP, or shows a run, until a signal ends it. */
export async function serveAction(flags: ServeFlags): Promise<void> {
  if ((flags.judge ?? false) === (flags.run !== undefined)) throw withoutMode();
  if (flags.run === undefined) await judgeUntilStopped(flags);
  else await showUntilStopped(flags, flags.run);
}

async function showUntilStopped(flags: ServeFlags, dir: string): Promise<void> {
  const { store, host, port = 8301, json = false } = flags;
  const token = tokenOf(flags);
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, 'No longer showing the run.'));
  await serveView({
    dir,
    store,
    host,
    port,
    token,
    stop: stop.signal,
    onListening: (listening) => process.stdout.write(renderListening(listening, json, `Showing ${dir}`)),
    onError,
  });
}

async function judgeUntilStopped(flags: ServeFlags): Promise<void> {
  const token = tokenOf(flags);
  const { host, port = 8300, queue, maxBodyMb, json = false } = flags;
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
    onListening: (listening) => process.stdout.write(renderListening(listening, json, 'Judging')),
    onError,
  });
}

function onError(error: unknown): void {
  process.stderr.write(`winnow: internal error: ${inspect(error)}\n`);
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
    `--host ${host}: other machines could use this server by this address. Ask them for a token with --token-env NAME, or leave --host out.`,
  );
}

function withoutMode(): WinnowError {
  return inputError('bad-usage', 'winnow serve needs either --run DIR (to show a run) or --judge (to serve verdicts).');
}
