// What markup may not do: inject HTML anywhere, carry inline styles in the portal, whose content policy refuses them.
import ts from 'typescript';
import { faultAt, runtimeImports, walk } from './tree';
import type { Fault, HouseRule, ParsedFile, Tree } from './tree';

export const noInjectedHtml: HouseRule = {
  name: 'no HTML is injected',
  check: ({ files }) =>
    files
      .filter((file) => !file.path.startsWith('tests/'))
      .flatMap((file) => {
        const faults: Fault[] = [];
        walk(file, (node) => {
          const isName = ts.isIdentifier(node) || ts.isStringLiteral(node);
          if (
            isName &&
            (node.text === 'dangerouslySetInnerHTML' || node.text === 'innerHTML' || node.text === 'insertAdjacentHTML')
          )
            faults.push(faultAt(file, node, `"${node.text}" would show what someone typed as markup.`));
        });
        return faults;
      }),
};

export const noInlineStyleInThePortal: HouseRule = {
  name: 'no inline style reaches the portal',
  check: (tree) =>
    reachedFromThePortal(tree).flatMap((file) => {
      const faults: Fault[] = [];
      walk(file, (node) => {
        if (ts.isJsxAttribute(node) && node.name.getText(file.source) === 'style')
          faults.push(faultAt(file, node, 'The portal refuses inline styles (style-src-attr); use a class.'));
      });
      return faults;
    }),
};

/** Files under app/(portal) and components/portal, and every component they import, however far. */
export function reachedFromThePortal({ files }: Tree): ParsedFile[] {
  const byModule = new Map(files.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const reached = new Set(files.filter((file) => /^(app\/\(portal\)|components\/portal)\//.test(file.path)));
  for (const file of reached)
    for (const specifier of runtimeImports(file)) {
      const imported = byModule.get(specifier.replace(/\.tsx?$/, ''));
      if (imported && /^(app|components)\//.test(imported.path)) reached.add(imported);
    }
  return [...reached];
}
