import type { BehaviourEvidence } from '../core/evidence.ts';
import { sharingUnlikePeers } from './behaviour/class-aliasing.ts';
import { summarize } from './behaviour/summary.ts';
import type { Observed } from './observe-peers.ts';
import type { Trial } from './trial.ts';
import type { SolutionProof } from './weigh.ts';

const shownDifferences = 3;

/** What watching a solution and its peers shows about it. */
export function solutionProof({ inputs }: Trial, index: number, observed: Observed): SolutionProof {
  const { behaviours, agreement, voters, mayChange, mayShare } = observed;
  const behaviour = behaviours[index];
  if (!inputs || behaviour?.kind !== 'observed') return {};
  const { calls, changed, unsteady, throws } = summarize(behaviour);
  const voter = voters.indexOf(index);
  const share = agreement.shares[voter];
  const { majority, groups, counting } = agreement;
  const evidence: BehaviourEvidence = {
    from: inputs.from,
    calls,
    counting,
    ...(share?.share !== undefined && { share: Math.round(share.share * 1000) / 1000 }),
    group: groups.find(({ members }) => members.includes(voter))?.texts ?? 0,
    peers: groups.reduce((sum, { texts }) => sum + texts, 0),
    majority: majority.kind === 'agreed' ? 'agreed' : majority.because,
    throws: Math.round(throws * 1000) / 1000,
    differences: (share?.differences ?? [])
      .slice(0, shownDifferences)
      .map(({ input, own, plurality, peers, throwing }) => ({ input, own, plurality, peers, throwing })),
  };
  const impure = (mayChange ? undefined : changed) ?? (mayShare ? undefined : sharingUnlikePeers(behaviours, index));
  return {
    behaviour: evidence,
    ...(impure && { impure: impure.input }),
    ...(unsteady && { unsteady: unsteady.input }),
  };
}
