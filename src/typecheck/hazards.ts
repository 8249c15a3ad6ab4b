const silencers = /@ts-(?:nocheck|ignore|expect-error)\b/gu;
const references = /^[ \t]*\/\/\/[ \t]*<(?:reference|amd-)/gmu;
const reaching =
  /\bdeclare\s+(?:global|module)\b|(?:from|import|require)\s*\(?\s*['"`]\.\.?\/(?!solution(?:\.[tj]s)?['"`])/u;

/** Takes the effect from directives that silence errors or load files, keeping every position where it was. */
export function disarm(text: string): string {
  return text
    .replaceAll(silencers, (directive) => directive.replace('@ts-', '@ts_'))
    .replaceAll(references, (directive) => directive.replace('///', '// '));
}

/** Whether a text can change what its neighbours in a batch mean, or see them: it is then checked alone. */
export function reachesNeighbours(text: string): boolean {
  return reaching.test(text);
}
