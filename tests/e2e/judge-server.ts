import { watchWinnow, type Watched } from './watched.ts';

export interface Answer {
  readonly status: number;
  readonly body: {
    readonly results?: readonly number[] | null;
    readonly verdicts?: readonly { readonly kind: string }[] | null;
    readonly error?: { readonly code: string; readonly message: string };
  };
  readonly headers: Headers;
}

/** A server of verdicts, as `winnow serve --judge` starts it. */
export interface JudgeServer extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  readonly process: Watched;
  post(path: string, body: unknown, init?: RequestInit): Promise<Answer>;
  load(): Promise<{ readonly queued: number; readonly running: number }>;
}

/** Starts a server with two sandbox workers on a free port; disposing kills it. */
export async function startJudge(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<JudgeServer> {
  const process = watchWinnow(['serve', '--judge', '--port', '0', '--concurrency', '2', '--json', ...args], { env });
  const [line] = await process.said(/^\{.*\}$/mu);
  const { url, pid } = JSON.parse(line) as { url: string; pid: number };
  return {
    url,
    pid,
    process,
    post: (path, body, init) => post(`${url}${path}`, body, init),
    load: async () => (await (await fetch(`${url}/health`)).json()) as { queued: number; running: number },
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  };
}

async function post(url: string, body: unknown, init: RequestInit = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', ...init.headers };
  const response = await fetch(url, { method: 'POST', body: text, ...init, headers });
  return { status: response.status, body: (await response.json()) as Answer['body'], headers: response.headers };
}

/** A program that takes about so long on one core, and is right. */
export function slow(ms: number): { readonly program: string; readonly tests: readonly string[] } {
  const program = `export const wait = (ms: number): boolean => {
  const end = Date.now() + ms;
  let turns = 0;
  while (Date.now() < end) turns += 1;
  return turns > 0;
};`;
  return { program, tests: [`expect(wait(${ms})).toBe(true)`] };
}
