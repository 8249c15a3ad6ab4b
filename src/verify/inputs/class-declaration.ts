import type * as t from '@babel/types';
import { declarationsIn, type TypeDeclaration } from './types/declarations.ts';
import { nodesIn, read } from './syntax.ts';

export interface Parameter {
  readonly name: string;
  readonly type: t.Node | undefined;
  readonly optional: boolean;
  readonly rest: boolean;
}

export interface Member {
  /** How it is used: called, read, or assigned to. */
  readonly kind: 'call' | 'get' | 'set';
  readonly name: string;
  readonly params: readonly Parameter[];
  /** It takes nothing and gives something: what it tells may be asked for at the end. */
  readonly tells: boolean;
}

/** What a class, or a function that makes objects with methods, offers. */
export interface ClassForm {
  readonly how: 'new' | 'call';
  readonly params: readonly Parameter[];
  readonly members: readonly Member[];
  readonly types: ReadonlyMap<string, TypeDeclaration>;
  /** Type parameters, with their constraints. */
  readonly bound: ReadonlyMap<string, t.Node | undefined>;
}

/** Finds the class of that name in a text, or else the function of that name that returns an object with methods. */
export function classIn(text: string, entryPoint: string): ClassForm | undefined {
  const source = read(text);
  if (source === undefined) return undefined;
  const { types, entry } = declarationsIn(source, entryPoint);
  for (const node of nodesIn(source.body)) {
    if (node.type === 'ClassDeclaration' && node.id?.name === entryPoint) return classForm(node, types);
    if (node.type !== 'FunctionDeclaration' && node.type !== 'TSDeclareFunction') continue;
    if (node.id?.name !== entryPoint || node.async) continue;
    const members = methodsOf(returnTypeOf(node), types);
    if (!members.some(({ kind }) => kind === 'call')) return undefined;
    const params = (entry?.params ?? []).map(parameterOf);
    return { how: 'call', params, members, types, bound: boundBy(node.typeParameters) };
  }
  return undefined;
}

function classForm(node: t.ClassDeclaration, types: ClassForm['types']): ClassForm {
  const { body } = node.body;
  const constructors = body.filter(
    (one) => (one.type === 'ClassMethod' || one.type === 'TSDeclareMethod') && one.kind === 'constructor',
  ) as (t.ClassMethod | t.TSDeclareMethod)[];
  const methods = body.flatMap((one) => memberOf(one) ?? []);
  const fields = (constructors[0]?.params ?? []).flatMap((param) => fieldParameter(param) ?? []);
  const params = (constructors[0]?.params ?? []).map(parameterOf);
  return { how: 'new', params, members: [...methods, ...fields], types, bound: boundBy(node.typeParameters) };
}

function memberOf(node: t.Node): Member[] | undefined {
  switch (node.type) {
    case 'ClassMethod':
    case 'TSDeclareMethod': {
      const name = publicName(node);
      if (name === undefined || node.kind === 'constructor') return undefined;
      const kind = node.kind === 'method' ? 'call' : node.kind;
      const params = node.params.map(parameterOf);
      return [{ kind, name, params, tells: kind === 'call' && params.length === 0 && !isVoid(returnTypeOf(node)) }];
    }
    case 'ClassProperty':
    case 'ClassAccessorProperty': {
      const name = publicName(node);
      return name === undefined ? undefined : [{ kind: 'get', name, params: [], tells: false }];
    }
    default:
      return undefined;
  }
}

function publicName(
  node: t.ClassMethod | t.TSDeclareMethod | t.ClassProperty | t.ClassAccessorProperty,
): string | undefined {
  if (node.static || node.computed || node.key.type !== 'Identifier') return undefined;
  const access = node.accessibility;
  return access === undefined || access === null || access === 'public' ? node.key.name : undefined;
}

/** `constructor(readonly size: number)` declares a field too. */
function fieldParameter(param: t.Node): Member[] | undefined {
  if (param.type !== 'TSParameterProperty') return undefined;
  if (param.accessibility === 'private' || param.accessibility === 'protected') return undefined;
  return [{ kind: 'get', name: parameterOf(param).name, params: [], tells: false }];
}

function methodsOf(type: t.Node | undefined, types: ClassForm['types']): readonly Member[] {
  if (type?.type === 'TSTypeLiteral') return type.members.flatMap((one) => signatureOf(one) ?? []);
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return [];
  const declared = types.get(type.typeName.name);
  if (declared?.type === 'TSInterfaceDeclaration') return declared.body.body.flatMap((one) => signatureOf(one) ?? []);
  return declared?.type === 'TSTypeAliasDeclaration' ? methodsOf(declared.typeAnnotation, types) : [];
}

function signatureOf(node: t.TSTypeElement): Member[] | undefined {
  if (node.type === 'TSMethodSignature' && node.key.type === 'Identifier') {
    const kind = node.kind === 'method' ? 'call' : node.kind;
    const params = parametersOf(node);
    return [
      {
        kind,
        name: node.key.name,
        params,
        tells: kind === 'call' && params.length === 0 && !isVoid(returnTypeOf(node)),
      },
    ];
  }
  if (node.type !== 'TSPropertySignature' || node.key.type !== 'Identifier') return undefined;
  const type = node.typeAnnotation?.type === 'TSTypeAnnotation' ? node.typeAnnotation.typeAnnotation : undefined;
  if (type?.type !== 'TSFunctionType') return [{ kind: 'get', name: node.key.name, params: [], tells: false }];
  const params = parametersOf(type);
  return [{ kind: 'call', name: node.key.name, params, tells: params.length === 0 && !isVoid(returnTypeOf(type)) }];
}

/** Babel calls them so in types only. */
function parametersOf(node: object): readonly Parameter[] {
  const listed =
    (node as { params?: t.Node[]; parameters?: t.Node[] }).params ?? (node as { parameters?: t.Node[] }).parameters;
  return (listed ?? []).map(parameterOf);
}

function returnTypeOf(node: object): t.Node | undefined {
  const { returnType, typeAnnotation } = node as { returnType?: t.Node | null; typeAnnotation?: t.Node | null };
  const annotation = returnType ?? typeAnnotation;
  return annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
}

function isVoid(type: t.Node | undefined): boolean {
  return (
    type === undefined ||
    type.type === 'TSVoidKeyword' ||
    type.type === 'TSUndefinedKeyword' ||
    type.type === 'TSNeverKeyword'
  );
}

function parameterOf(param: t.Node): Parameter {
  if (param.type === 'TSParameterProperty') return parameterOf(param.parameter);
  if (param.type === 'AssignmentPattern') return { ...parameterOf(param.left), optional: true };
  if (param.type === 'RestElement') {
    const inner = parameterOf(param.argument);
    return { ...inner, type: annotationOf(param), rest: true };
  }
  const name = param.type === 'Identifier' ? param.name : 'options';
  const optional = param.type === 'Identifier' && param.optional === true;
  return { name, type: annotationOf(param), optional, rest: false };
}

function annotationOf(node: t.Node): t.Node | undefined {
  const annotation = 'typeAnnotation' in node ? node.typeAnnotation : undefined;
  return annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined;
}

function boundBy(parameters: t.Node | null | undefined): ClassForm['bound'] {
  const declared = parameters?.type === 'TSTypeParameterDeclaration' ? parameters.params : [];
  return new Map(
    declared.map(
      ({ name, constraint }) => [typeof name === 'string' ? name : name.name, constraint ?? undefined] as const,
    ),
  );
}
