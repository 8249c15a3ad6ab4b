import { z } from 'zod';
import type { Outcome } from '../../core/fault.ts';
import { ok } from '../../core/fault.ts';
import { ProbeSession, type Answer, type ProbeOptions } from './session.ts';

/** `page`: what answers is no list of models. */
export type ListedModels = readonly string[] | 'page';

const modelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** The models that an endpoint lists. Throws `base-url-invalid`. */
export async function listModels(options: ProbeOptions): Promise<Outcome<ListedModels>> {
  return modelsIn(await new ProbeSession(options).get('/models'));
}

/** The models in the answer of an endpoint. */
export function modelsIn(answer: Outcome<Answer>): Outcome<ListedModels> {
  if (!answer.ok) return answer;
  const parsed = modelList.safeParse(answer.value.body);
  return ok(parsed.success ? parsed.data.data.map(({ id }) => id) : 'page');
}
