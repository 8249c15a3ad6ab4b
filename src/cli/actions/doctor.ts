import { resolve } from 'node:path';
import type { Config } from '../../config/config.ts';
import { credentialsFrom } from '../../config/credentials.ts';
import { loadConfig, loadMeasuring } from '../../config/load.ts';
import { exitCode, inputError } from '../../core/error.ts';
import type { CheckGroup } from '../../pipeline/doctor/check.ts';
import { examineAll } from '../../pipeline/doctor/doctor.ts';
import { Stop } from '../../pipeline/stop.ts';
import { configFile } from '../config-file.ts';
import type { DoctorFlags } from '../commands/doctor.ts';
import { renderChecks, renderVerdict } from '../render/doctor.ts';
import { stopOnSignals } from '../signals.ts';
import { storePathOf } from './holding.ts';

const groups: readonly CheckGroup[] = ['machine', 'sandbox', 'endpoint', 'store'];

/** `winnow doctor`: prints each group as it is known, and exits with 100 where something is a problem. */
export async function doctorAction(flags: DoctorFlags): Promise<void> {
  const { json = false, only = groups } = flags;
  const config = configOf(flags);
  const out = resolve(flags.out);
  const stop = new Stop();
  using cleanup = new DisposableStack();
  cleanup.defer(stopOnSignals(stop));
  const checks = await examineAll({
    config,
    credentials: only.includes('endpoint') ? credentialsFrom(config, process.env) : new Map(),
    out,
    store: storePathOf(flags.store, out),
    timeoutMs: flags.timeoutS * 1000,
    groups: groups.filter((group) => only.includes(group)),
    signal: stop.signal,
    ...(!json && { onChecks: (found) => void process.stdout.write(renderChecks(found)) }),
  });
  const isWell = checks.every(({ state }) => state !== 'problem');
  process.stdout.write(json ? `${JSON.stringify({ ok: isWell, checks })}\n` : renderVerdict(checks));
  if (!isWell) process.exitCode = exitCode.notAccepted;
}

function configOf({ config, baseUrl, model, apiKeyEnv }: DoctorFlags): Config {
  if (baseUrl === undefined && model === undefined) return loadConfig(configFile(config), {});
  if (baseUrl === undefined || model === undefined) {
    throw inputError('bad-usage', 'An endpoint is named by both --base-url and --model.');
  }
  return loadMeasuring(config, { baseUrl, model, ...(apiKeyEnv !== undefined && { apiKeyEnv }) });
}
