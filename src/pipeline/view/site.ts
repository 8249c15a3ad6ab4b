import { existsSync } from 'node:fs';
import { inputError } from '../../core/error.ts';
import { liveScript, liveStyle } from '../../report/live/assets.ts';
import type { Overview } from '../../report/live/overview.ts';
import { overviewPage, overviewParts } from '../../report/live/overview-page.ts';
import { rowPage, wholeText } from '../../report/live/row-page.ts';
import { choiceNames, newsPart, rowsPage, type RowsView } from '../../report/live/rows-page.ts';
import { problemPage } from '../../report/live/shell.ts';
import type { Story } from '../../report/story/story.ts';
import type { LiveParts, Sight, ViewSite } from '../../serve/view/site.ts';
import { findStory } from './find-story.ts';
import type { Indexing } from './index/indexing.ts';
import type { RunPlace } from './index/place.ts';
import { IndexReader } from './index/query.ts';
import { overviewOf, reportPath } from './overview.ts';
import { readRowsQuery } from './rows-query.ts';

/** Shows a run, going on or not, from what is on disk of it. */
export class RunSite implements ViewSite, Disposable {
  readonly style: string = liveStyle;
  readonly script: string = liveScript;
  readonly problem: ViewSite['problem'] = problemPage;
  readonly #place: RunPlace;
  readonly #indexing: Pick<Indexing, 'problem'>;
  #index: IndexReader | undefined;

  constructor(place: RunPlace, indexing: Pick<Indexing, 'problem'>) {
    this.#place = place;
    this.#indexing = indexing;
  }

  overview(): Sight {
    const value = this.#overview();
    return { value, page: () => overviewPage(value) };
  }

  rows(query: URLSearchParams): Sight {
    const { filter, asked } = readRowsQuery(query);
    const index = this.#openIndex();
    const { rows, next, isPartial } = index?.page(filter) ?? { rows: [], isPartial: false };
    const more = next === undefined ? {} : { next };
    const page = (): string => {
      const choices = Object.fromEntries(choiceNames.map((name) => [name, index?.facets(name) ?? []]));
      return rowsPage({
        dir: this.#place.dir,
        hasReport: this.report() !== undefined,
        rows,
        ...more,
        isPartial,
        asked,
        choices: choices as RowsView['choices'],
        index: index?.state() ?? { rows: 0, share: 0 },
      });
    };
    return { value: { rows, ...more, partial: isPartial }, page };
  }

  row(id: string): Sight | { readonly moved: string } | undefined {
    const story = this.#story(id);
    if (!story) return undefined;
    if (story.id !== id) return { moved: story.id };
    return { value: story, page: () => rowPage(story, this.#place.dir, this.report() !== undefined) };
  }

  text(id: string, place: string): string | undefined {
    const story = this.#story(id);
    return story && wholeText(story, place);
  }

  report(): string | undefined {
    const path = reportPath(this.#place.dir);
    return existsSync(path) ? path : undefined;
  }

  live(): LiveParts {
    const overview = this.#overview();
    const parts = { ...overviewParts(overview), 'part-news': newsPart(overview.index.rows) };
    return Object.fromEntries(Object.entries(parts).map(([id, markup]) => [id, markup.toString()]));
  }

  [Symbol.dispose](): void {
    this.#index?.[Symbol.dispose]();
  }

  #overview(): Overview {
    return overviewOf(this.#place, this.#openIndex(), this.#indexing.problem);
  }

  #story(id: string): Story | undefined {
    const index = this.#openIndex();
    const found = index && findStory(this.#place, index, id);
    if (found?.kind === 'ambiguous') {
      throw inputError('id-ambiguous', `${id} begins several ids: ${found.ids.join(', ')}.`);
    }
    return found?.kind === 'found' ? found.story : undefined;
  }

  /** It may be on its way. */
  #openIndex(): IndexReader | undefined {
    if (this.#index) return this.#index;
    try {
      this.#index = new IndexReader(this.#place.indexPath);
    } catch {
      return undefined;
    }
    return this.#index;
  }
}
