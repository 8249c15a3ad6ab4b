import { z } from 'zod';
import { critiqued, type Principle } from '../core/writing.ts';
import { readYaml } from '../input/yaml.ts';

const principles = z.strictObject({
  principles: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower case with dashes'),
        applies: z.array(z.enum(critiqued)).min(1),
        text: z.string().trim().min(1),
      }),
    )
    .min(1),
});

/** Reads a file of principles; throws an input error with file and line for what does not fit. */
export function readPrinciples(path: string): readonly Principle[] {
  return readYaml({ path, what: 'the principles', code: 'principles-invalid', schema: principles }).value.principles;
}
