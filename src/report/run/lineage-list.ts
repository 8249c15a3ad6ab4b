import type { LineageRow } from '../../core/rows.ts';
import { markup, type Markup } from '../page/markup.ts';
import { brief } from '../page/visible.ts';

/** How a row came to be, from its seed on. */
export function lineageList(id: string, lineage: LineageRow): Markup {
  const { seed, source, operators, evolved_from: ancestors = [], model, endpoint, parameters, recorded } = lineage;
  const entries: readonly (readonly [string, string])[] = [
    ['row', id],
    ['seed', seed],
    ...(source ? [['real code', `${source.path} (${source.licence ?? 'no licence found'})`] as const] : []),
    ...(operators.length > 0 ? [['operators', operators.join(', ')] as const] : []),
    ...(ancestors.length > 0 ? [['evolved from', ancestors.map(({ title }) => title).join(' → ')] as const] : []),
    ['model', endpoint === undefined ? model : `${model} at ${endpoint}`],
    [
      'parameters',
      Object.entries(parameters)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    ['replies', repliesBy[recorded]],
  ];
  return markup`<ul>${entries.map(([name, value]) => markup`<li><span class="soft">${name}</span> ${brief(value)}</li>`)}</ul>`;
}

const repliesBy: Readonly<Record<LineageRow['recorded'], string>> = {
  authored: 'written for the offline model, no model’s own',
  synthetic: 'made up by the synthetic model',
  model: 'of the model',
};
