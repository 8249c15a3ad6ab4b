import { bars } from '../charts/bars.ts';
import type { Section } from '../page/document.ts';
import { figure } from '../page/figure.ts';
import { markup, type Markup } from '../page/markup.ts';
import { count, percentOf } from '../page/numbers.ts';
import { brief } from '../page/visible.ts';
import type { RunFacts, ShareOfTasks } from './facts.ts';

const shownTopics = 24;

/** What the tasks are about, how hard they are, and which of them give kept rows. */
export function tasksSection({ difficulties, topics }: RunFacts): Section | undefined {
  if (difficulties.length === 0 && topics.length === 0) return undefined;
  const starved = topics.filter(({ tasks, kept }) => tasks > 0 && kept === 0).map(({ name }) => name);
  const without = topics.filter(({ tasks }) => tasks === 0).map(({ name }) => name);
  const body = markup`<div class="figures">
${difficulties.length > 0 && part('Difficulty', difficulties)}
${part('Topics', topics.slice(0, shownTopics), topics)}
</div>
${starved.length > 0 && markup`<p>Topics with tasks and not one kept row: ${brief(starved.join(', '))}.</p>`}
${without.length > 0 && markup`<p>Topics of the seeds that were not drawn: ${brief(without.join(', '))}.</p>`}`;
  return { id: 'tasks', title: 'Difficulty and topics', body };
}

function part(title: string, rows: readonly ShareOfTasks[], all = rows): Markup {
  const covered = all.filter(({ kept }) => kept > 0).length;
  return figure({
    title,
    says: `${count(covered)} of ${count(all.length)} give kept rows; solutions kept and dropped${rows.length < all.length ? `, the ${rows.length} with most` : ''}.`,
    chart: bars({
      names: rows.map(({ name }) => name),
      series: [
        { name: 'kept', colour: 'var(--kept)', values: rows.map(({ kept }) => kept) },
        { name: 'dropped', colour: 'var(--dropped)', values: rows.map(({ dropped }) => dropped) },
      ],
      labels: rows.map(({ kept, dropped }) => percentOf(kept, kept + dropped)),
    }),
    numbers: {
      head: ['', 'tasks', 'kept', 'dropped', 'share kept'],
      rows: all.map(({ name, tasks, kept, dropped }) => [name, tasks, kept, dropped, percentOf(kept, kept + dropped)]),
    },
  });
}
