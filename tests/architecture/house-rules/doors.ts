// Pages, actions and routes are made in one way only, so that no request reaches the data past the actor.
import ts from 'typescript';
import { directivesOf, faultAt, isCallOf, walk } from './tree';
import type { Fault, HouseRule, ParsedFile } from './tree';

export const actionsAreMadeByAction: HouseRule = {
  name: 'actions are made by action()',
  check: ({ files }) =>
    files.filter(isProduct).flatMap((file) => (isServerFile(file) ? serverFileFaults(file) : inlineFaults(file))),
};

export const pagesAreMadeByPage: HouseRule = {
  name: 'pages are made by page()',
  check: ({ files }) =>
    files
      .filter((file) => /^app\/(.+\/)?page\.tsx?$/.test(file.path))
      .flatMap((file) => {
        const made = defaultExport(file);
        if (isCallOf(file, made, 'lib/page', 'page')) return [];
        return [
          faultAt(
            file,
            made ?? file.source,
            'A page is the default export of page({ … }) from lib/page, and nothing else.',
          ),
        ];
      }),
};

/** A route is made by `route(…)` of lib/route, except these, which carry their own guard and say why. */
const ROUTES_WITH_THEIR_OWN_GUARD = new Map([
  ['app/api/auth/[...nextauth]/route.ts', 'the sign-in door itself: nobody has signed in yet'],
  ['app/api/health/live/route.ts', 'asked by a supervisor of processes; reads nothing'],
  ['app/api/health/ready/route.ts', 'asked by a load balancer; answers with no content of anyone'],
]);
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

export const routesAreMadeByRoute: HouseRule = {
  name: 'routes are made by route()',
  check: ({ files }) =>
    files
      .filter((file) => /^app\/(.+\/)?route\.tsx?$/.test(file.path) && !ROUTES_WITH_THEIR_OWN_GUARD.has(file.path))
      .flatMap((file) =>
        exportsOf(file)
          .filter(({ name }) => METHODS.has(name) || name === '*')
          .filter(({ value }) => !isCallOf(file, value, 'lib/route', 'route'))
          .map(({ node }) => faultAt(file, node, 'A route handler is made by route(…) from lib/route.')),
      ),
};

/** `entryAction` is for who has not signed in yet, `finding` for what is looked up and changes nothing. */
const ACTION_MAKERS = ['action', 'entryAction', 'finding'];

const isProduct = (file: ParsedFile) => !file.path.startsWith('tests/');
const isServerFile = (file: ParsedFile) => directivesOf(file.source.statements).includes('use server');

function serverFileFaults(file: ParsedFile): Fault[] {
  return exportsOf(file)
    .filter(({ value }) => !ACTION_MAKERS.some((maker) => isCallOf(file, value, 'lib/action', maker)))
    .map(({ name, node }) =>
      faultAt(
        file,
        node,
        `Every export of a 'use server' file is a public endpoint, and "${name}" is not made by action(…) of lib/action.`,
      ),
    );
}

function inlineFaults(file: ParsedFile): Fault[] {
  const faults: Fault[] = [];
  walk(file, (node) => {
    if (ts.isBlock(node) && directivesOf(node.statements).includes('use server'))
      faults.push(
        faultAt(
          file,
          node,
          "An inline 'use server' function is a public endpoint without a guard; write it in actions.ts with action(…).",
        ),
      );
  });
  return faults;
}

interface Exported {
  name: string;
  node: ts.Node;
  value?: ts.Expression | undefined;
}

/** Everything a file exports at run time; a re-export has no value to look at. */
function exportsOf(file: ParsedFile): Exported[] {
  return file.source.statements.flatMap((statement): Exported[] => {
    if (ts.isExportAssignment(statement))
      return [{ name: 'default', node: statement, value: followName(file, statement.expression) }];
    if (ts.isExportDeclaration(statement)) {
      if (statement.isTypeOnly) return [];
      if (!statement.exportClause || !ts.isNamedExports(statement.exportClause))
        return [{ name: '*', node: statement }];
      return statement.exportClause.elements
        .filter((element) => !element.isTypeOnly)
        .map((element) => ({
          name: element.name.text,
          node: element,
          value: statement.moduleSpecifier ? undefined : constant(file, (element.propertyName ?? element.name).text),
        }));
    }
    const isExported =
      ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((made) => ({
        name: made.name.getText(file.source),
        node: made,
        value: made.initializer,
      }));
    if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
      return [{ name: statement.name?.text ?? 'default', node: statement }];
    return [{ name: statement.getText(file.source).slice(0, 40), node: statement }];
  });
}

function defaultExport(file: ParsedFile): ts.Expression | undefined {
  const assignment = file.source.statements.find(ts.isExportAssignment);
  return assignment && followName(file, assignment.expression);
}

const followName = (file: ParsedFile, value: ts.Expression) =>
  ts.isIdentifier(value) ? constant(file, value.text) : value;

function constant(file: ParsedFile, name: string): ts.Expression | undefined {
  for (const statement of file.source.statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const)) continue;
    for (const made of statement.declarationList.declarations)
      if (ts.isIdentifier(made.name) && made.name.text === name) return made.initializer;
  }
  return undefined;
}
