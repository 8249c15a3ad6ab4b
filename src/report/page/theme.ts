/** The colours by their roles, for bright and for dark surroundings. */
const bright = `
  --paper: #ffffff; --panel: #f6f7f9; --ink: #1c2430; --soft: #5a6472; --rule: #dde1e7; --link: #1d5fa8;
  --kept: #2c8a57; --dropped: #d08a1d; --fault: #c0392f; --pending: #a5adb8;
  --c1: #2f6fb5; --c2: #d08a1d; --c3: #7a55b8; --c4: #2c8a57; --c5: #bf4f74; --c6: #2a9aa5; --c7: #8a6a3f; --c8: #6c7786;
  --h-word: #8a2f8f; --h-text: #1f7a3d; --h-number: #a4520a; --h-note: #6b7482; --h-title: #1d5fa8;`;
const dark = `
  --paper: #12161c; --panel: #1a2028; --ink: #e6eaf0; --soft: #9ba6b5; --rule: #303945; --link: #7db7f5;
  --kept: #4cb882; --dropped: #e0a94a; --fault: #ef7167; --pending: #6b7684;
  --c1: #68a5e8; --c2: #e0a94a; --c3: #b093e8; --c4: #4cb882; --c5: #e286a5; --c6: #56c3cd; --c7: #c9a878; --c8: #97a3b3;
  --h-word: #d49be0; --h-text: #86d09c; --h-number: #e8b07a; --h-note: #8b96a5; --h-title: #8cc0f7;`;

/** From a little to all of a colour, in tenths. */
const shades = Array.from({ length: 10 }, (_, place) => place + 1)
  .map((tenths) => `.s${tenths} { background: color-mix(in oklab, var(--c1) ${tenths * 10}%, var(--rule)); }`)
  .join('\n');

/** The style of every page. */
export const theme: string = `
:root { color-scheme: light dark; ${bright} }
@media (prefers-color-scheme: dark) { :root { ${dark} } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 3.5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.75rem; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 1.75rem; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.3rem; }
h3 { margin: 0; font-size: 1rem; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.brand { margin: 0 0 0.25rem; color: var(--kept); font-weight: 650; letter-spacing: 0.02em; }
.subtitle, figcaption p, caption, footer, .soft { color: var(--soft); }
.subtitle { margin: 0.25rem 0 1rem; overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.4rem 0.8rem; z-index: 2; }
nav { position: sticky; top: 0; z-index: 1; background: var(--paper); border-bottom: 1px solid var(--rule); }
nav ul { max-width: 72rem; margin: 0 auto; padding: 0.55rem 1.25rem; display: flex; gap: 1.1rem; list-style: none; overflow-x: auto; }
nav li { white-space: nowrap; }
nav a { text-decoration: none; }
footer { border-top: 1px solid var(--rule); margin-top: 3rem; font-size: 0.875rem; }
.notice { margin: 1.25rem 0; padding: 0.75rem 1rem; border-left: 4px solid var(--dropped); background: var(--panel); }
.notice.problem { border-color: var(--fault); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(max(9rem, 22%), 1fr)); gap: 0.75rem; margin: 1.25rem 0 0; }
.cards > div { padding: 0.8rem 1rem; background: var(--panel); border-radius: 8px; }
.cards dt { color: var(--soft); font-size: 0.875rem; }
.cards dd { margin: 0; font-size: 1.5rem; font-weight: 650; font-variant-numeric: tabular-nums; }
.cards small { display: block; color: var(--soft); font-size: 0.8125rem; font-weight: 400; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: 1rem; align-items: start; }
figure { margin: 0; padding: 1rem; background: var(--panel); border-radius: 8px; min-width: 0; }
figure.wide { grid-column: 1 / -1; }
figcaption p { margin: 0.15rem 0 0.5rem; font-size: 0.875rem; }
.chart svg { display: block; width: 100%; height: auto; max-width: 42rem; margin: 0 auto; }
section > h3 { margin: 1.25rem 0 0.4rem; }
details { margin-top: 0.6rem; }
summary { cursor: pointer; color: var(--link); }
figure summary { font-size: 0.875rem; }
.scroll { overflow-x: auto; max-width: 100%; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
caption { text-align: left; padding: 0.4rem 0; font-size: 0.8125rem; }
table.wide { min-width: 38rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.7rem 0.35rem 0; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; max-width: 30rem; }
th { font-weight: 600; white-space: nowrap; }
th.number, td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.row { margin: 0.75rem 0; border: 1px solid var(--rule); border-radius: 8px; }
.row > summary { padding: 0.7rem 1rem; color: var(--ink); overflow-wrap: anywhere; }
.row > div { padding: 0 1rem 1rem; min-width: 0; }
.row h4 { margin: 1.1rem 0 0.4rem; font-size: 0.9375rem; }
.tag { display: inline-block; padding: 0 0.5rem; border: 1px solid var(--rule); border-radius: 99px; font-size: 0.8125rem; white-space: nowrap; }
.tag.kept { color: var(--kept); border-color: currentColor; }
.tag.dropped { color: var(--dropped); border-color: currentColor; }
.tag.fault { color: var(--fault); border-color: currentColor; }
pre { margin: 0.4rem 0; padding: 0.8rem 1rem; background: var(--panel); border-radius: 8px; overflow: auto; max-height: 34rem; font: 0.8125rem/1.5 ui-monospace, monospace; tab-size: 2; }
pre.prose { font: inherit; font-size: 0.9375rem; }
pre.plain, pre.prose { white-space: pre-wrap; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(1.25rem, 1fr)); gap: 3px; padding: 0; list-style: none; }
.s0, .none { background: var(--rule); } .none { outline: 1px dashed var(--soft); outline-offset: -1px; }
${shades}
.grid li { aspect-ratio: 1; border-radius: 3px; }
.key { display: flex; flex-wrap: wrap; gap: 0.3rem 1rem; margin: 0.4rem 0; padding: 0; list-style: none; font-size: 0.8125rem; color: var(--soft); }
.key i { display: inline-block; width: 0.8rem; height: 0.8rem; margin-right: 0.35rem; border-radius: 3px; vertical-align: -0.05rem; }
.hljs-keyword, .hljs-built_in, .hljs-literal { color: var(--h-word); }
.hljs-string, .hljs-regexp { color: var(--h-text); }
.hljs-number { color: var(--h-number); }
.hljs-comment { color: var(--h-note); font-style: italic; }
.hljs-title { color: var(--h-title); }
@media (max-width: 34rem) { body { font-size: 15px; } h1 { font-size: 1.4rem; } .cards dd { font-size: 1.25rem; } }
@media print {
  :root { color-scheme: light; ${bright} }
  nav, .skip, figure summary { display: none; }
  body { font-size: 11pt; }
  figure, .cards > div, tr { break-inside: avoid; }
  pre { max-height: none; white-space: pre-wrap; overflow-wrap: anywhere; }
}
`;
