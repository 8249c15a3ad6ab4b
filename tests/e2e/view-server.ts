import { watchWinnow, type Watched } from './watched.ts';

/** A run that is shown, as `winnow serve --run` does. */
export interface ViewServer extends AsyncDisposable {
  readonly url: string;
  readonly process: Watched;
  text(path: string): Promise<string>;
  json<T>(path: string): Promise<T>;
}

/** Shows a run on a free port; disposing kills the server. */
export async function startView(
  dir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ViewServer> {
  const process = watchWinnow(['serve', '--run', dir, '--port', '0', '--json', ...args], { env });
  const [line] = await process.said(/^\{.*\}$/mu);
  const { url } = JSON.parse(line) as { url: string };
  return {
    url,
    process,
    text: async (path) => (await fetch(url + path)).text(),
    json: async <T>(path: string) => (await (await fetch(url + path)).json()) as T,
    [Symbol.asyncDispose]: () => process[Symbol.asyncDispose](),
  };
}

/** Looks again and again until what is seen is as wanted; throws what was seen last after 30 s. */
export async function until<T>(look: () => Promise<T>, isWanted: (seen: T) => boolean): Promise<T> {
  const end = Date.now() + 30_000;
  for (;;) {
    const seen = await look();
    if (isWanted(seen)) return seen;
    if (Date.now() > end) throw new Error(`still not there: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
