import type { Behaviour, Call } from './behaviour.ts';

const forbidsSharing =
  /\b(?:caller['’]?s|yours?|theirs?)\s+to\s+(?:change|keep|modify|mutate)\b|\b(?:new|fresh|own|independent|defensive)\s+(?:\w+\s+)?(?:cop(?:y|ies)|arrays?|lists?|records?|objects?|maps?|sets?|snapshots?)\b|\b(?:is|are|as|gives?|returns?|returned)\s+(?:a\s+)?(?:cop(?:y|ies)|snapshots?)\b|\b(?:never|not)\s+change[sd]?\s+(?:afterwards?|later)\b|\b(?:chang|modify|mutat)(?:ing|e|es)?\s+(?:it|them|the\s+\w+|what)\b[^.]{0,60}\b(?:not|never|no)\s+(?:affect|influence|change|disturb|effect)/i;

/** Whether a task's statement says that callers and instances share no data. */
export function statementForbidsSharing(statement: string): boolean {
  return forbidsSharing.test(statement);
}

/**
 * The first scenario in which a solution shares what it hands out with its callers, and most of its peers do not: at
 * least two of them, and more than half of all. Who keeps what was handed in is not blamed: containers do so rightly.
 */
export function sharingUnlikePeers(behaviours: readonly (Behaviour | undefined)[], index: number): Call | undefined {
  const own = behaviours[index];
  if (own?.kind !== 'observed') return undefined;
  const peers = behaviours.flatMap((peer, at) => (at !== index && peer?.kind === 'observed' ? [peer.calls] : []));
  return own.calls.find(({ aliased, outcome }, at) => {
    if (aliased !== 'results') return false;
    const others = peers.flatMap((calls) => calls[at] ?? []).filter((call) => call.outcome.kind === outcome.kind);
    const free = others.filter((call) => call.aliased !== 'results').length;
    return free >= 2 && free * 2 > others.length + 1;
  });
}
