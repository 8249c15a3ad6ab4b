/** Where a server listens. */
export interface Listening {
  readonly url: string;
  readonly host: string;
  readonly port: number;
}

/** Says where the judge listens, for people or as one JSON value. */
export function renderListening({ url, host, port }: Listening, isJson: boolean): string {
  if (isJson) return `${JSON.stringify({ url, host, port, pid: process.pid })}\n`;
  return `Judging at ${url} (Ctrl-C ends it)\n`;
}
