import type { Section } from '../page/document.ts';
import { confidenceSection } from './confidence.ts';
import { courseSection } from './course.ts';
import { diversitySection } from './diversity.ts';
import type { RunFacts } from './facts.ts';
import { funnelSection } from './funnel.ts';
import { modelsSection } from './models.ts';
import { repeatsSection } from './repeats.ts';
import { droppedRowsSection, keptRowsSection } from './rows.ts';
import { spendingSection } from './spending.ts';
import { tasksSection } from './tasks.ts';
import { verdictsSection } from './verdicts.ts';

const sections: readonly ((facts: RunFacts) => Section | undefined)[] = [
  funnelSection,
  courseSection,
  verdictsSection,
  tasksSection,
  diversitySection,
  confidenceSection,
  repeatsSection,
  modelsSection,
  spendingSection,
  keptRowsSection,
  droppedRowsSection,
];

/** The sections that there is something to say in. */
export function runSections(facts: RunFacts): readonly Section[] {
  return sections.flatMap((make) => make(facts) ?? []);
}
