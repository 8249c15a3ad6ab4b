import type { NightRow } from '../../core/night.ts';

interface Metric {
  readonly name: string;
  readonly help: string;
  readonly value: (night: NightRow) => number;
}

const metrics: readonly Metric[] = [
  { name: 'winnow_night_kept_rows', help: 'Rows that the last night kept.', value: ({ kept }) => kept },
  { name: 'winnow_night_draws', help: 'Seeds that it drew.', value: ({ draws }) => draws },
  {
    name: 'winnow_night_pass_ratio',
    help: 'Share of its solutions that were accepted.',
    value: (night) => night.pass_rate,
  },
  {
    name: 'winnow_night_diversity_ratio',
    help: 'How varied its rows are, from 0 to 1.',
    value: (night) => night.diversity,
  },
  { name: 'winnow_night_requests', help: 'Requests that it sent.', value: ({ requests }) => requests },
  { name: 'winnow_night_faults', help: 'Steps that a fault left unjudged.', value: ({ faults }) => faults },
  { name: 'winnow_night_tokens', help: 'Tokens that it used, in and out.', value: ({ tokens }) => tokens },
  { name: 'winnow_night_cost_dollars', help: 'Dollars that it spent.', value: (night) => night.cost_usd },
  { name: 'winnow_night_request_seconds', help: 'Mean time of a request.', value: (night) => night.latency_ms / 1000 },
  { name: 'winnow_night_duration_seconds', help: 'How long it went on.', value: (night) => night.elapsed_ms / 1000 },
  {
    name: 'winnow_night_failed_gates',
    help: 'Gates that it did not pass.',
    value: ({ gates }) => gates.filter(({ passed }) => !passed).length,
  },
  {
    name: 'winnow_night_finished_timestamp_seconds',
    help: 'When it ended.',
    value: (night) => Date.parse(night.finished_at) / 1000,
  },
  { name: 'winnow_dataset_rows', help: 'Rows of the dataset, of all nights.', value: ({ rows }) => rows },
];

/** The last night for Prometheus' textfile collector. */
export function prometheusText(night: NightRow): string {
  return metrics
    .map(({ name, help, value }) => `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value(night)}\n`)
    .join('');
}
