/** Seed files to begin with, by their name: one of ideas, one of pieces of code. */
export const starterSeeds: Readonly<Record<string, string>> = {
  'everyday.yaml': `# What inspires tasks. The model never sees more than one seed at a time, and invents a task that needs it.
# Write what you want your dataset to be about: a sentence or two each will do.
topic: everyday
seeds:
  - id: everyday/money-shares # <topic>/<name>, lower-case and dashes; unique
    kind: concept # an idea or technique; the model invents a task that needs it
    title: Sharing out money without losing a cent
    difficulty: medium # easy | medium | hard
    text: |
      Splitting an amount of cents by weights so that the parts add up exactly, the remainders going to those with the
      greatest fractions.
  - id: everyday/opening-hours
    kind: concept
    title: Open or closed at a moment
    difficulty: hard
    text: |
      Weekly opening hours with several spans a day, some of them past midnight, and exceptions for single dates. Whether
      a shop is open, and when that changes next.
  - id: everyday/tidy-names
    kind: instruction # an instruction as a user would type it; the model makes it precise
    title: Tidying names of people
    difficulty: easy
    text: |
      Users type their names in all capitals, with double spaces or with a comma between the last and the first name.
      Please write a function that brings them into one form and leaves names that are fine alone.
  - id: everyday/undo
    kind: concept
    title: Undo and redo with grouped steps
    difficulty: medium
    text: |
      A history of changes to a document in which several small steps can be grouped into one, so that they are undone
      and redone together; a new change after an undo forgets what was undone.
`,
  'from-code.yaml': `# Pieces of code inspire tasks too. Whole folders of real code: \`seeds.code\` in the configuration.
topic: from-code
seeds:
  - id: from-code/retry
    kind: snippet # what the code shows; the model invents a task inspired by it
    title: Waiting longer after each failure
    difficulty: medium
    text: |
      Computes how long to wait before each further attempt. It has no upper limit, and nothing spreads the attempts.
    code: |
      export function delays(attempts: number, firstMs: number): number[] {
        return Array.from({ length: attempts }, (_, attempt) => firstMs * 2 ** attempt);
      }
    language: ts
  - id: from-code/pick
    kind: snippet
    title: Some of an object's fields
    difficulty: easy
    text: |
      Picks fields of an object by their names. Nested fields, missing ones and lists are left to the caller.
    code: |
      export function pick<T extends object, K extends keyof T>(source: T, names: readonly K[]): Pick<T, K> {
        return Object.fromEntries(names.map((name) => [name, source[name]])) as Pick<T, K>;
      }
    language: ts
`,
};
