import type { ExportContainer, ExportFormat } from '../../config/config.ts';
import type { ExportedFormat } from '../../pipeline/export/export-folder.ts';

/** What was pushed, and as which commit. */
export interface Pushed {
  readonly repository: string;
  readonly commit: string;
}

/** What `winnow export --json` prints. */
export interface ExportSummary {
  readonly from: string;
  readonly out: string;
  readonly container: ExportContainer;
  readonly formats: readonly FormatSummary[];
  readonly pushed: Pushed | null;
}

interface FormatSummary {
  readonly format: ExportFormat;
  readonly dir: string;
  readonly rows: number;
  readonly bytes: number;
  readonly files: number;
  /** Rows by split. */
  readonly splits: Readonly<Record<string, number>>;
}

export function exportSummary(
  exported: readonly ExportedFormat[],
  more: Pick<ExportSummary, 'from' | 'out' | 'container'> & { readonly pushed: Pushed | undefined },
): ExportSummary {
  return { ...more, formats: exported.map(formatSummary), pushed: more.pushed ?? null };
}

function formatSummary({ format, folder, files }: ExportedFormat): FormatSummary {
  const splits: Record<string, number> = {};
  for (const { split, rows } of files) splits[split] = (splits[split] ?? 0) + rows;
  return {
    format,
    dir: folder,
    rows: files.reduce((sum, { rows }) => sum + rows, 0),
    bytes: files.reduce((sum, { fileBytes }) => sum + fileBytes, 0),
    files: files.length,
    splits,
  };
}

/** The table for people: a line for each format. */
export function renderExported({ formats, out, pushed }: ExportSummary): string {
  const lines = formats.map(({ format, rows, bytes, splits }) => {
    const parts = Object.entries(splits).map(([name, count]) => `${count} ${name}`);
    return `${format.padEnd(18)} ${rows} rows${parts.length > 0 ? ` (${parts.join(', ')})` : ''}, ${megabytes(bytes)}`;
  });
  const pushing = pushed === null ? [] : [`${'pushed'.padEnd(18)} ${pushed.repository} at ${pushed.commit}`];
  return `\n${[...lines, ...pushing, `${'files'.padEnd(18)} ${out}/<format>/: data/, verification.jsonl, README.md`].join('\n')}\n`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 1)} MB`;
}
