import { z } from 'zod';
import type { ReplyShape } from '../core/ports.ts';

/** A reply's shape as servers take it: JSON schema without its `$schema`, which some refuse. */
export function shapeOf(name: string, schema: z.ZodType): ReplyShape {
  const { $schema: _, ...plain } = z.toJSONSchema(schema);
  return { name, schema: plain };
}
