import { publicFaces, type PublicFace } from './signature.ts';
import type { Piece } from './piece.ts';

/** A piece of a seed's code; what it asks for is made to be exported. The seed's code must declare the entry point. */
export function makePiece(
  seed: Piece['seed'],
  { entryPoint, face, ...more }: Pick<Piece, 'entryPoint' | 'tests' | 'extra'> & { readonly face: PublicFace },
): Piece {
  const { kind, signature, isExported } = face;
  const code = isExported ? seed.code : `${seed.code.trimEnd()}\n\nexport { ${entryPoint} };\n`;
  return { seed: { ...seed, code }, entryPoint, kind, signature, ...more };
}

/** The entry point of a module that names none: its only export, or its only function or class. */
export function onlyEntryPoint(code: string): { readonly name: string } | { readonly among: readonly string[] } {
  const faces = [...(publicFaces(code) ?? [])];
  const exported = faces.filter(([, { isExported }]) => isExported);
  const among = (exported.length > 0 ? exported : faces).map(([name]) => name);
  const [name, ...others] = among;
  return name !== undefined && others.length === 0 ? { name } : { among };
}
