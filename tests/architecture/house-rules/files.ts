// What a file may be: server-only where it belongs, short, in a folder one can read at a glance, without hand-made SQL.
import path from 'node:path';
import ts from 'typescript';
import { faultAt, walk } from './tree';
import type { Fault, HouseRule } from './tree';

const BROWSER_SAFE = /^lib\/(format\/.+|action-state\.ts|(.+\/)?schema\.ts)$/;

export const libIsServerOnly: HouseRule = {
  name: 'lib is server-only',
  check: ({ files }) =>
    files
      .filter((file) => file.path.startsWith('lib/') && !BROWSER_SAFE.test(file.path))
      .flatMap((file) => {
        const first = file.source.statements[0];
        const isMarked =
          first &&
          ts.isImportDeclaration(first) &&
          !first.importClause &&
          (first.moduleSpecifier as ts.StringLiteral).text === 'server-only';
        return isMarked
          ? []
          : [faultAt(file, first ?? file.source, "The first statement of a file in lib is import 'server-only'.")];
      }),
};

/** Where policies and migrations are generated from; columns.ts writes its lists of words into CHECKs. */
const MAY_WRITE_SQL = /^(db\/(access\/|migrate\.ts$|schema\/columns\.ts$)|tests\/)/;

export const noRawSql: HouseRule = {
  name: 'no raw SQL outside the access layer',
  check: ({ files }) =>
    files
      .filter((file) => !MAY_WRITE_SQL.test(file.path))
      .flatMap((file) => {
        const faults: Fault[] = [];
        walk(file, (node) => {
          const name = ts.isPropertyAccessExpression(node)
            ? node.name.text
            : ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)
              ? node.argumentExpression.text
              : '';
          const isRaw =
            name === 'raw' &&
            (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
            node.expression.getText(file.source) === 'sql';
          if (isRaw) faults.push(faultAt(file, node, 'sql.raw takes text as SQL; let the builder bind it.'));
        });
        return faults;
      }),
};

const LONGEST_FILE = 350;

export const filesAreShort: HouseRule = {
  name: 'files are short',
  check: ({ files }) =>
    files.flatMap((file) => {
      const lines = file.text.trimEnd().split('\n').length;
      if (lines <= LONGEST_FILE) return [];
      return [
        {
          path: file.path,
          line: LONGEST_FILE + 1,
          sentence: `${lines} lines, more than ${LONGEST_FILE}: split it by meaning.`,
        },
      ];
    }),
};

const FULLEST_FOLDER = 18;

export const foldersAreSmall: HouseRule = {
  name: 'folders are small',
  check: ({ files }) => {
    const counts = new Map<string, number>();
    for (const file of files)
      counts.set(path.posix.dirname(file.path), (counts.get(path.posix.dirname(file.path)) ?? 0) + 1);
    return [...counts]
      .filter(([, count]) => count > FULLEST_FOLDER)
      .map(([folder, count]): Fault => ({
        path: folder,
        line: 0,
        sentence: `${count} files, more than ${FULLEST_FOLDER}: divide it by area.`,
      }));
  },
};
