import { markup, type Markup } from '../page/markup.ts';
import { cutText } from '../page/visible.ts';

export interface Shell {
  readonly title: string;
  readonly subtitle: string;
  readonly hasReport: boolean;
  readonly body: Markup;
}

const mostOfTitle = 300;

/** A page of the live view; its style and its script are files of the same server. */
export function shell({ title, subtitle, hasReport, body }: Shell): string {
  const [name, more] = [title, subtitle].map((text) => cutText(text, mostOfTitle));
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<script src="/view.js" defer></script>
<title>${name} – Winnow</title>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><p class="brand">Winnow</p><h1>${name}</h1><p class="subtitle">${more}</p></header>
<nav aria-label="Pages"><ul><li><a href="/">Overview</a></li><li><a href="/rows">Rows</a></li>${hasReport && markup`<li><a href="/report">Report</a></li>`}</ul></nav>
<main id="main">
<p class="notice problem" role="status" data-lost hidden>The server does not answer: what is shown may be old.</p>
${body}
</main>
<footer><p>Only shown, never changed. Nothing here is loaded from elsewhere.</p></footer>
</body>
</html>
`;
  return page.toString();
}

/** A page that says what is not there, or what went wrong. */
export function problemPage(title: string, text: string): string {
  const body = markup`<p class="notice problem">${text}</p><p><a href="/rows">All rows</a></p>`;
  return shell({ title, subtitle: '', hasReport: false, body });
}
