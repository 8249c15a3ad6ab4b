import type { Job, Outcome, Sandbox } from '../../../sandbox/index.ts';

const attempts = 3;
const patienceMs = 60_000;

/**
 * Judges a job, again if the machinery asks for that, as whoever uses a sandbox does. Throws when no answer comes
 * within a minute, which no case takes.
 */
export async function judgeCase(sandbox: Sandbox, job: Job): Promise<Outcome> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await inTime(sandbox.submit(job), job.id);
    if (outcome.ok || !outcome.fault.retryable || attempt === attempts) return outcome;
  }
}

async function inTime(outcome: Promise<Outcome>, id: string): Promise<Outcome> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${id} has no verdict after ${patienceMs / 1000} s`)), patienceMs);
  });
  return await Promise.race([outcome, late]).finally(() => clearTimeout(timer));
}
