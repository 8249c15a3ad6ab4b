import { resolve } from 'node:path';
import { readToken } from '../../config/hub-token.ts';
import { exportFolder, stagesOf } from '../../pipeline/export/export-folder.ts';
import { Stop } from '../../pipeline/stop.ts';
import type { ExportFlags } from '../commands/export.ts';
import { exportSummary, renderExported, type Pushed } from '../render/export.ts';
import { printable } from '../render/printable.ts';
import { stopOnSignals } from '../signals.ts';

const interrupted = 'Interrupted. What is complete is there; run the same command again for the rest.';

/** `winnow export`: writes datasets from the rows of a folder, pushes them if asked to, and prints what there is. */
export async function exportAction(flags: ExportFlags): Promise<void> {
  const token = flags.push === undefined ? undefined : readToken(flags.tokenFile, process.env);
  const from = resolve(flags.run);
  const out = resolve(flags.out);
  const { format, container, splits, reasoning = false, shardMb, direction, licence } = flags;
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop, interrupted));
  const exported = await exportFolder({
    from,
    out,
    formats: format,
    container,
    shares: splits,
    reasoning,
    shardMb,
    direction,
    facts: { licence, ...stagesOf(from) },
    signal: stop.signal,
    onFormat: ({ format, folder }) => say(`${format}: written to ${folder}`),
    onNotice: say,
  });
  const pushed = token === undefined ? undefined : await push(flags, exported, token, stop.signal);
  const summary = exportSummary(exported, { from, out, container, pushed });
  process.stdout.write(flags.json ? `${JSON.stringify(summary)}\n` : renderExported(summary));
}

async function push(
  { push: repository = '', hubUrl, private: isPrivate = false }: ExportFlags,
  exported: Awaited<ReturnType<typeof exportFolder>>,
  token: string,
  signal: AbortSignal,
): Promise<Pushed> {
  const { pushDatasets } = await import('../../pipeline/export/push.ts');
  const { commit } = await pushDatasets({
    repository,
    hubUrl,
    isPrivate,
    token,
    datasets: exported,
    signal,
    onNotice: say,
  });
  return { repository, commit };
}

function say(notice: string): void {
  process.stderr.write(`${printable(notice)}\n`);
}
