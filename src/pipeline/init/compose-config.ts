import { stringify } from 'yaml';
import { isLocal } from '../local-address.ts';
import type { Answers, BudgetAnswer, EndpointAnswer } from './answers.ts';
import { schemaFile, seedsFolder } from './names.ts';

/** The configuration as text, with what can be changed beside it. */
export function composeConfig({ endpoint, seeds, target, budget }: Answers): string {
  return `# yaml-language-server: $schema=./${schemaFile}
# What \`winnow run\` does in this folder. Editors know every key by the line above.

target: ${target} # stop at so many kept samples; null: use every seed

${endpointPart(endpoint, budget)}
seeds:
  path: ${scalar(seeds ?? seedsFolder)} # each gives a task, and more with generate.evolve: write your own
  # code: [../my-project/src] # functions and classes of real code become seeds too

${budgetPart(endpoint, budget)}
# What else there is, with its defaults:
# generate:
#   solutions: 5 # for each task; more find more mistakes in tests, and cost more
#   evolve: { variants: 0 } # tasks made harder, step by step (Evol-Instruct)
#   critique: [] # [task, solution, tests]: work is criticised by principles, and revised
# verify:
#   profile: balanced # strict keeps less, and is more often right
# export:
#   formats: [openai] # trl, dpo, kto, alpaca, sharegpt, llama-factory, verl, open-instruct, grpo
`;
}

function endpointPart({ name, baseUrl, model, apiKeyEnv }: EndpointAnswer, budget: BudgetAnswer | null): string {
  const key =
    apiKeyEnv === null
      ? '  # api_key_env: MY_KEY # the environment variable that holds the key, where one is needed\n'
      : `  api_key_env: ${scalar(apiKeyEnv)} # the environment variable that holds the key\n`;
  return `endpoint:
  name: ${scalar(name)} # stored replies go by this name: keep it when the server moves
  base_url: ${scalar(baseUrl)}
  model: ${scalar(model)}
${key}  max_concurrency: ${isLocal(baseUrl) ? 4 : 16} # requests in flight at most
${pricePart(budget)}`;
}

function pricePart(budget: BudgetAnswer | null): string {
  if (budget?.price) {
    const { input, output } = budget.price;
    return `  price: { input_per_million: ${input}, output_per_million: ${output} } # dollars\n`;
  }
  return '  # price: { input_per_million: 0.4, output_per_million: 1.6 } # dollars; needed for a budget in dollars\n';
}

function budgetPart({ baseUrl }: EndpointAnswer, budget: BudgetAnswer | null): string {
  if (budget?.price) return `budget:\n  usd: ${budget.usd} # the run stops before it spends more\n`;
  if (budget) return `# budget: { usd: ${budget.usd} } # set endpoint.price above, and take the mark away\n`;
  return isLocal(baseUrl)
    ? '# budget: { tokens: 10000000 } # the run stops before it uses more\n'
    : '# budget: { usd: 5 } # with endpoint.price above: the run stops before it spends more\n';
}

/** A text as YAML takes it on one line, quoted where it must be. */
function scalar(text: string): string {
  return stringify(text, { lineWidth: 0, defaultStringType: 'PLAIN', blockQuote: false }).trimEnd();
}
