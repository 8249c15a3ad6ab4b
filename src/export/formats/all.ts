import type { ExportFormat } from '../../config/config.ts';
import { alpaca } from './alpaca.ts';
import { dpo } from './dpo.ts';
import type { Format } from './format.ts';
import { grpo } from './grpo.ts';
import { kto } from './kto.ts';
import { llamaFactory } from './llama-factory.ts';
import { openInstruct } from './open-instruct.ts';
import { openaiPreference } from './openai-preference.ts';
import { openai } from './openai.ts';
import { sharegpt } from './sharegpt.ts';
import { trl } from './trl.ts';
import { verl } from './verl.ts';

/** Every format by its name. */
export const formats: Readonly<Record<ExportFormat, Format>> = {
  openai,
  'openai-preference': openaiPreference,
  trl,
  dpo,
  kto,
  alpaca,
  sharegpt,
  'llama-factory': llamaFactory,
  verl,
  'open-instruct': openInstruct,
  grpo,
};
