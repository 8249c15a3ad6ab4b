import { markup, type Markup } from '../page/markup.ts';
import { percentOf } from '../page/numbers.ts';
import { brief } from '../page/visible.ts';
import type { ProblemFacts } from './facts.ts';

/** A square for each problem, the fuller the more of its samples pass; the same stands in a table for who cannot see it. */
export function problemGrid(problems: readonly ProblemFacts[]): Markup {
  return markup`<ul class="key"><li><i class="s0"></i>no sample passes</li><li><i class="s5"></i>half of them</li><li><i class="s10"></i>all of them</li><li><i class="none"></i>none was judged</li></ul>
<ul class="grid" aria-hidden="true">${problems.map(square)}</ul>`;
}

function square(problem: ProblemFacts): Markup {
  const { task_id: id, passed, samples } = problem;
  const share = samples === 0 ? 'not judged' : `${passed} of ${samples}, ${percentOf(passed, samples)}`;
  return markup`<li class="${shade(problem)}" title="${brief(id)}: ${share}"></li>`;
}

function shade({ passed, samples }: ProblemFacts): string {
  return samples === 0 ? 'none' : `s${Math.round((passed / samples) * 10)}`;
}
