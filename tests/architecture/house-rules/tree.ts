// The source files of the repository as syntax trees, and what the rules need to ask of them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface ParsedFile {
  /** Relative to the repository's root, with forward slashes. */
  path: string;
  text: string;
  source: ts.SourceFile;
}

export interface Tree {
  files: ParsedFile[];
}

export interface Fault {
  path: string;
  line: number;
  sentence: string;
}

export interface HouseRule {
  name: string;
  check(tree: Tree): Fault[];
}

const FOLDERS = ['app', 'bin', 'components', 'db', 'lib', 'tests'];
const SKIPPED = /^(db\/migrations|tests\/architecture\/planted)$/;

export function parse(filePath: string, text: string): ParsedFile {
  const kind = filePath.endsWith('x')
    ? ts.ScriptKind.TSX
    : filePath.endsWith('.ts')
      ? ts.ScriptKind.TS
      : ts.ScriptKind.JS;
  return { path: filePath, text, source: ts.createSourceFile(filePath, text, ts.ScriptTarget.Latest, true, kind) };
}

export function readTree(root: string): Tree {
  const files: ParsedFile[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const here = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const isWalked = folder === '' ? FOLDERS.includes(entry.name) : !SKIPPED.test(here);
      if (entry.isDirectory() && isWalked) visit(here);
      if (entry.isFile() && /\.(tsx?|mjs|cjs|js)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
        files.push(parse(here, readFileSync(path.join(root, here), 'utf8')));
    }
  };
  visit('');
  return { files };
}

export function faultAt(file: ParsedFile, node: ts.Node, sentence: string): Fault {
  return {
    path: file.path,
    line: file.source.getLineAndCharacterOfPosition(node.getStart(file.source)).line + 1,
    sentence,
  };
}

export function walk(file: ParsedFile, visit: (node: ts.Node) => void): void {
  const step = (node: ts.Node) => {
    visit(node);
    ts.forEachChild(node, step);
  };
  ts.forEachChild(file.source, step);
}

/** The directives a file or a function body opens with, such as 'use server'. */
export function directivesOf(statements: readonly ts.Statement[]): string[] {
  const found: string[] = [];
  for (const statement of statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isStringLiteral(statement.expression)) break;
    found.push(statement.expression.text);
  }
  return found;
}

/** Local names bound by value imports, each with the module it comes from and the name it has there. */
export function importedNames(file: ParsedFile): Map<string, { from: string; name: string }> {
  const names = new Map<string, { from: string; name: string }>();
  for (const statement of file.source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const from = resolveSpecifier(file.path, statement.moduleSpecifier.text);
    for (const element of bindings.elements)
      names.set(element.name.text, { from, name: (element.propertyName ?? element.name).text });
  }
  return names;
}

/** Modules named by imports and re-exports that exist at run time. */
export function runtimeImports(file: ParsedFile): string[] {
  return file.source.statements.flatMap((statement) => {
    const isImport =
      ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword;
    const isExport = ts.isExportDeclaration(statement) && !statement.isTypeOnly;
    if (!(isImport || isExport) || !statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier))
      return [];
    return [resolveSpecifier(file.path, statement.moduleSpecifier.text)];
  });
}

/** `@/lib/page` and `../lib/page` both become `lib/page`; a package keeps its name. */
function resolveSpecifier(importer: string, specifier: string): string {
  if (specifier.startsWith('@/')) return specifier.slice(2);
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(importer), specifier);
  return specifier;
}

/** True when the expression is a call of `name` imported from `module` (perhaps under another local name). */
export function isCallOf(file: ParsedFile, node: ts.Node | undefined, module: string, name: string): boolean {
  if (!node) return false;
  const bare =
    ts.isSatisfiesExpression(node) || ts.isAsExpression(node) || ts.isParenthesizedExpression(node)
      ? node.expression
      : node;
  if (!ts.isCallExpression(bare) || !ts.isIdentifier(bare.expression)) return false;
  const imported = importedNames(file).get(bare.expression.text);
  return imported?.name === name && imported.from.replace(/\.tsx?$/, '') === module;
}
