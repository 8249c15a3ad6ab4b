import { total } from '../../core/accounting.ts';
import type { RunResult } from '../../pipeline/run.ts';
import { renderPairs } from './pairs.ts';
import { list, sum } from './summary.ts';

/** The table that a backtranslation ends with: at most 80 columns, and nothing that a file does not say too. */
export function renderBacktranslation(result: RunResult, badLines: number, dir: string): string {
  const { stages, requests, tokens, cost_usd: costUsd, elapsed_ms: elapsedMs } = result.accounting;
  const { draw, tests, support, decide, deduplicate, describe, roundtrip } = stages;
  const faults = sum(...Object.values(stages).map((stage) => stage.faults));
  const rows: readonly (readonly [string, string])[] = [
    ['proven', `${deduplicate.kept} of ${draw.in} pieces of code by their tests`],
    ['described', `${result.samples} of them, by ${roundtrip.kept} descriptions: ${result.pairs} pairs`],
    ['code dropped', list(sum(decide.dropped, deduplicate.dropped))],
    ['suites dropped', list(sum(tests.dropped, support.dropped))],
    ['descr. dropped', list(sum(describe.dropped, roundtrip.dropped))],
    ...(badLines > 0 ? [['bad lines', `${badLines} skipped`] as const] : []),
    ...(total(faults) > 0 ? [['unjudged', `${list(faults)} (the same command tries what may heal)`] as const] : []),
    ['requests', `${requests.sent} sent, ${requests.stored} from the store, ${requests.repeated} repeated`],
    [
      'tokens',
      `${tokens.prompt.toLocaleString('en-US')} in, ${tokens.completion.toLocaleString('en-US')} out, $${costUsd.toFixed(2)}`,
    ],
    ['time', `${(elapsedMs / 1000).toFixed(1)} s`],
    ['files', `${dir}/: samples, pairs, rejected (.jsonl), accounting.json, dataset/; report.html shows all of it`],
  ];
  return `\n${renderPairs(rows)}`;
}
