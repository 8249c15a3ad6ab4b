import { markup, trusted, type Markup } from './markup.ts';
import { theme } from './theme.ts';
import { brief } from './visible.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
}

export interface Page {
  readonly title: string;
  /** A line below the title. */
  readonly subtitle: string;
  readonly lead: Markup;
  readonly sections: readonly Section[];
}

/** A page in one file: no script, nothing from elsewhere. */
export function document({ title, subtitle, lead, sections }: Page): string {
  const page = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${brief(title)}</title>
<style>${trusted(theme)}</style>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header><p class="brand">Winnow</p><h1>${brief(title)}</h1><p class="subtitle">${brief(subtitle)}</p></header>
<nav aria-label="Sections"><ul>${sections.map(({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main id="main">
${lead}
${sections.map(section)}
</main>
<footer><p>Made by Winnow from the files beside this page. Nothing here is loaded from elsewhere.</p></footer>
</body>
</html>
`;
  return page.toString();
}

function section({ id, title, body }: Section): Markup {
  return markup`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>${body}</section>`;
}
