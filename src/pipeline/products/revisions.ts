import { contentId } from '../../core/id.ts';
import type { RevisionRow } from '../../core/rows.ts';

/** Some work before and after a critique, with what the critique found. */
export function revisionRow(revision: Omit<RevisionRow, 'id'>): RevisionRow {
  return { id: contentId('rev', revision), ...revision };
}
