import { theme } from '../page/theme.ts';

/** The style of the live view: that of the report, and what only live pages have. */
export const liveStyle: string = `${theme}
.tag.running { color: var(--link); border-color: currentColor; }
.good { color: var(--kept); }
.bad { color: var(--dropped); }
.kinds { display: flex; flex-wrap: wrap; gap: 0.4rem 1.25rem; padding: 0; list-style: none; }
.filters { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: end; margin: 1.25rem 0; padding: 1rem; background: var(--panel); border-radius: 8px; }
.filters label { display: flex; flex-direction: column; gap: 0.2rem; font-size: 0.8125rem; color: var(--soft); min-width: 7rem; flex: 1 1 7rem; }
.filters label.wide { flex-basis: 100%; }
.filters input, .filters select, .filters button { font: inherit; font-size: 0.9375rem; color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: 6px; padding: 0.35rem 0.5rem; width: 100%; min-width: 0; height: 2.3rem; }
.filters .ends { display: flex; gap: 1rem; align-items: center; flex: 0 0 auto; }
.filters button { width: auto; padding: 0.35rem 1rem; cursor: pointer; }
td small { display: block; font-family: ui-monospace, monospace; font-size: 0.75rem; }
td meter { width: 6rem; }
.scroll + .scroll { margin-top: 1.25rem; }
#part-funnel table { min-width: 52rem; }
.pages { display: flex; gap: 1.5rem; }
.facts { margin: 0.5rem 0; }
.facts > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.15rem 1rem; padding: 0.25rem 0; border-bottom: 1px solid var(--rule); }
.facts dt { color: var(--soft); }
.facts dd { margin: 0; overflow-wrap: anywhere; }
@media (max-width: 34rem) { .facts > div { grid-template-columns: 1fr; } }
`;

/** The script of the live view: it brings changed parts in, and sends the filters when one is chosen. */
export const liveScript: string = `'use strict';
for (const select of document.querySelectorAll('.filters select')) {
  select.addEventListener('change', () => select.form.requestSubmit());
}
for (const form of document.querySelectorAll('.filters')) {
  form.addEventListener('formdata', (event) => {
    for (const [name, value] of [...event.formData]) if (value === '') event.formData.delete(name);
  });
}
document.addEventListener('keydown', (event) => {
  const search = document.querySelector('input[type=search]');
  if (event.key !== '/' || !search || /^(?:INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  event.preventDefault();
  search.focus();
});
if (document.querySelector('[data-live]')) {
  const waiting = new Map();
  const bringIn = (part, markup) => {
    if (part.contains(document.activeElement)) waiting.set(part, markup);
    else part.innerHTML = markup;
  };
  document.addEventListener('focusout', () => setTimeout(() => {
    for (const [part, markup] of [...waiting]) {
      waiting.delete(part);
      bringIn(part, markup);
    }
  }));
  const news = new EventSource('/events');
  const lost = document.querySelector('[data-lost]');
  news.addEventListener('error', () => (lost.hidden = false));
  news.addEventListener('open', () => (lost.hidden = true));
  addEventListener('pagehide', () => news.close());
  news.addEventListener('parts', (event) => {
    for (const [id, markup] of Object.entries(JSON.parse(event.data))) {
      const part = document.getElementById(id);
      if (part) bringIn(part, markup);
    }
  });
}
`;
