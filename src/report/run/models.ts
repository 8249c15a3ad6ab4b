import { total } from '../../core/accounting.ts';
import { bars } from '../charts/bars.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup } from '../page/markup.ts';
import { count, percentOf } from '../page/numbers.ts';
import type { ModelFacts, RunFacts } from './facts.ts';

/** Which model's solutions are kept, and why the others are not. */
export function modelsSection({ models }: RunFacts): Section | undefined {
  if (models.length === 0) return undefined;
  const best = models.toSorted((a, b) => rate(b) - rate(a))[0];
  const body = figure({
    title: 'Solutions by the model that wrote them',
    says: best
      ? `${best.model} has the greatest share kept: ${percentOf(best.kept, all(best))} of ${count(all(best))}.`
      : '',
    chart: bars({
      names: models.map(({ model }) => model),
      series: [
        { name: 'kept', colour: 'var(--kept)', values: models.map(rate) },
        { name: 'dropped', colour: 'var(--dropped)', values: models.map((one) => 1 - rate(one)) },
      ],
      most: 1,
      isPercent: true,
      labels: models.map((one) => `${count(one.kept)}/${count(all(one))}`),
    }),
    numbers: {
      head: ['model', 'kept', 'dropped', 'share kept', 'reasons'],
      rows: models.map((one) => [one.model, one.kept, total(one.dropped), percentOf(one.kept, all(one)), reasons(one)]),
    },
    isWide: true,
  });
  return { id: 'models', title: 'Model by model', body: markup`${body}` };
}

function all({ kept, dropped }: ModelFacts): number {
  return kept + total(dropped);
}

function rate(model: ModelFacts): number {
  return model.kept / Math.max(1, all(model));
}

function reasons({ dropped }: ModelFacts): string {
  const entries = Object.entries(dropped).toSorted(([, a], [, b]) => b - a);
  return entries.map(([reason, times]) => `${count(times)} ${reason}`).join(', ') || '–';
}
