import { describe, expect, test } from 'vitest';
import { publicFaces } from '../../../../src/seeds/pieces/signature.ts';

describe('publicFaces', () => {
  test('has functions and classes with their heads alone', () => {
    const code = `
interface Point { x: number }
export type Path = readonly Point[];
/** Says much. */
export async function walk<T extends Path>(path: T, speed = 1): Promise<T> { return path; }
const near = (a: Point, b: Point): boolean => a.x === b.x;
export const far: (a: Point) => boolean = (a) => a.x > 9;
export class Walker<T> {
  readonly path: T;
  #at = 0;
  private hidden = 1;
  static of(path: Path): Walker<Path> { return new Walker(path); }
  constructor(path: T) { this.path = path; }
  get place(): number { return this.#at; }
  #step(): void {}
  next(by: number): number { this.#at += by; return this.#at; }
}
`;
    const types = 'export interface Point { x: number }\nexport type Path = readonly Point[];';
    const faces = publicFaces(code);
    expect([...(faces?.keys() ?? [])]).toEqual(['walk', 'near', 'far', 'Walker']);
    expect(faces?.get('walk')).toEqual({
      kind: 'function',
      signature: `${types}\nexport function walk<T extends Path>(path: T, speed = 1): Promise<T>;`,
      isExported: true,
    });
    expect(faces?.get('near')).toMatchObject({
      signature: `${types}\nexport function near(a: Point, b: Point): boolean;`,
      isExported: false,
    });
    expect(faces?.get('far')?.signature).toContain('export const far: (a: Point) => boolean;');
    expect(faces?.get('Walker')).toMatchObject({ kind: 'class', isExported: true });
    expect(faces?.get('Walker')?.signature).toContain(`export class Walker<T> {
  readonly path: T;
  static of(path: Path): Walker<Path>;
  constructor(path: T);
  get place(): number;
  next(by: number): number;
}`);
  });

  test('reads JavaScript, and lists of exports', () => {
    const faces = publicFaces('function a(x) { return x; }\nfunction b() {}\nexport { a, b as c };\n');
    expect([faces?.get('a')?.signature, faces?.get('a')?.isExported]).toEqual(['export function a(x);', true]);
    expect(faces?.get('b')?.isExported).toBe(false);
  });

  test('has nothing of what does not parse', () => {
    expect(publicFaces('function (')).toBeUndefined();
    expect(publicFaces('')).toEqual(new Map());
  });
});
