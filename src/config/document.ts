import { z } from 'zod';
import { configSchema } from './schema.ts';

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly description?: string;
  readonly default?: unknown;
}

/** The JSON schema of the configuration file, for editors. */
export function configJsonSchema(): JsonSchema {
  return z.toJSONSchema(configSchema, { io: 'input' }) as JsonSchema;
}

/** The page that lists every key of the configuration file, made from the schema. */
export function configurationPage(): string {
  const rows = keysOf(configJsonSchema(), []).map(
    ({ path, schema }) => `| \`${path}\` | ${typeOf(schema)} | ${defaultOf(schema)} | ${schema.description ?? ''} |`,
  );
  return `# Configuration

\`winnow run --config FILE\` reads YAML, JSON, or a module (\`.ts\`, \`.mts\`, \`.js\`, \`.mjs\`) whose default export is the configuration; without it \`winnow.config.yaml\` (or \`.yml\`, \`.json\`, \`.ts\`, …) of the working directory is used, and where there is none the bundled \`problem-seeds/offline.config.yaml\` is. \`winnow init\` writes one. Paths in the file are relative to the file. A key that does not fit is refused with file and line. The table is made from the schema by \`npm run docs\`, which also writes \`configuration.schema.json\` for editors.

| key | type | default | meaning |
|---|---|---|---|
${rows.join('\n')}

An example for a server of your own:

\`\`\`yaml
target: 500
endpoint:
  name: my-server
  base_url: https://models.example.com/v1
  model: my-model
  api_key_env: MY_MODEL_KEY
  price: { input_per_million: 0.4, output_per_million: 1.6 }
budget: { usd: 5 }
\`\`\`
`;
}

function keysOf(schema: JsonSchema, path: readonly string[]): { path: string; schema: JsonSchema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, child]) => {
    const here = [...path, key];
    return child.properties ? keysOf(child, here) : [{ path: here.join('.'), schema: child }];
  });
}

function typeOf(schema: JsonSchema): string {
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.items) return `list of ${typeOf(schema.items)}`;
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`;
  return schema.type ?? 'any';
}

function defaultOf(schema: JsonSchema): string {
  return 'default' in schema ? `\`${JSON.stringify(schema.default)}\`` : 'required';
}
