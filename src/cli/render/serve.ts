import type { Listening } from '../../serve/listen.ts';

/** Says where a server listens and what it does, for people or as one JSON value. */
export function renderListening({ url, host, port }: Listening, isJson: boolean, doing: string): string {
  if (isJson) return `${JSON.stringify({ url, host, port, pid: process.pid })}\n`;
  return `${doing} at ${url} (Ctrl-C ends it)\n`;
}
