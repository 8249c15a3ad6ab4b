import type { Key } from '../key.ts';

interface Contact {
  id: number;
  emails: string[];
  phones: string[];
}

const digitsOf = (phone: string): string => [...phone].filter((c) => '0123456789'.includes(c)).join('');

const share = (a: Contact, b: Contact): boolean =>
  a.emails.some((x) => x !== '' && b.emails.some((y) => y.toLowerCase() === x.toLowerCase())) ||
  a.phones.some((x) => digitsOf(x) !== '' && b.phones.some((y) => digitsOf(y) === digitsOf(x)));

export const key: Key<[Contact[]]> = {
  seed: 'graphs/duplicate-contacts',
  *cases() {
    // Four contacts, each with some of three handles; three handles can make every bridge.
    const handles = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
      emails: [...(bits & 1 ? ['a@x'] : []), ...(bits & 2 ? ['B@x'] : [])],
      phones: bits & 4 ? ['1-2'] : [],
    }));
    yield [[]];
    for (const first of handles) {
      for (const second of handles) {
        for (const third of handles) {
          yield [
            [
              { id: 10, ...structuredClone(first) },
              { id: 9, ...structuredClone(second) },
              { id: 200, emails: ['b@X'], phones: [''] },
              { id: 1, ...structuredClone(third) },
            ],
          ];
        }
      }
    }
    yield [
      [
        { id: 1, emails: ['', ''], phones: ['n/a', '-'] },
        { id: 2, emails: [''], phones: ['n/a'] },
      ],
    ];
    yield [
      [
        { id: 1, emails: ['12'], phones: [] },
        { id: 2, emails: [], phones: ['12'] },
      ],
    ];
    yield [
      [
        { id: 1, emails: ['tel:12'], phones: ['1 2'] },
        { id: 2, emails: [], phones: ['(12)'] },
      ],
    ];
    yield [
      [
        { id: -3, emails: ['é@x'], phones: [] },
        { id: -20, emails: ['É@X'], phones: [] },
        { id: 4, emails: [' é@x'], phones: [] },
      ],
    ];
    yield [
      [
        { id: 1, emails: [], phones: ['+1'] },
        { id: 2, emails: [], phones: ['01'] },
        { id: 3, emails: [], phones: ['1'] },
      ],
    ];
  },
  oracle: (contacts) => {
    // The transitive closure of the relation, as a matrix.
    const same = contacts.map((a) => contacts.map((b) => a === b || share(a, b)));
    contacts.forEach((_k, k) =>
      contacts.forEach((_i, i) =>
        contacts.forEach((_j, j) => {
          if (same[i]?.[k] && same[k]?.[j]) same[i]![j] = true;
        }),
      ),
    );
    const groups = contacts.map((_contact, i) =>
      contacts
        .filter((_other, j) => same[i]?.[j])
        .map((other) => other.id)
        .sort((a, b) => a - b),
    );
    return groups.filter((group, i) => group[0] === contacts[i]?.id).sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  },
  reference: `
export interface Contact {
  id: number;
  emails: readonly string[];
  phones: readonly string[];
}

export function groupContacts(contacts: readonly Contact[]): number[][] {
  const keysOf = (contact: Contact): Set<string> =>
    new Set([
      ...contact.emails.filter((email) => email !== '').map((email) => 'e' + email.toLowerCase()),
      ...contact.phones
        .map((phone) => phone.replace(/[^0-9]/g, ''))
        .filter((digits) => digits !== '')
        .map((digits) => 'p' + digits),
    ]);
  const meet = (a: Set<string>, b: Set<string>): boolean => [...a].some((key) => b.has(key));
  let groups: { ids: number[]; keys: Set<string> }[] = [];
  for (const contact of contacts) {
    const keys = keysOf(contact);
    const touched = groups.filter((group) => meet(group.keys, keys));
    groups = groups.filter((group) => !meet(group.keys, keys));
    groups.push({
      ids: [contact.id, ...touched.flatMap((group) => group.ids)],
      keys: new Set([...keys, ...touched.flatMap((group) => [...group.keys])]),
    });
  }
  return groups.map(({ ids }) => ids.sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!);
}
`,
  solutions: {
    'solve-0': { truth: 'right', note: 'union-find' },
    'solve-1': { truth: 'right', note: 'flood fill over an index of handles' },
    'solve-2': { truth: 'wrong', defect: 'unstable-sort', note: 'sorts ids as strings, so 10 comes before 9' },
    'solve-3': {
      truth: 'wrong',
      defect: 'misread',
      note: 'a contact that bridges two groups joins the first one only',
    },
    'solve-4': {
      truth: 'wrong',
      defect: 'hallucinated-api',
      note: 'Array.prototype.groupBy and sortNumeric do not exist',
    },
    'roundtrip-0': { truth: 'right', note: 'absorbs matching groups from the back' },
  },
  suites: {
    'tests-0': { truth: 'right', letsThrough: ['solve-2'], note: 'brute force, but every id is a single digit' },
    'tests-1': { truth: 'right', letsThrough: ['solve-2', 'solve-3'], note: 'examples; no bridge and single digits' },
  },
};
