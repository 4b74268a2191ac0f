// The tone of the portal, held over every text a partner could be shown from its own files.
import ts from 'typescript';
import { faultAt, walk } from './tree';
import type { Fault, HouseRule, ParsedFile } from './tree';

const GRADING = /\b(streaks?|overdue|fail(?:ed|ure|s)?|missed|scor(?:e|es|ed|ing))\b/i;
const CHEERING = /!|\p{Extended_Pictographic}/u;

export const nothingGradesAPartner: HouseRule = {
  name: 'nothing grades or cheers a partner',
  check: ({ files }) =>
    files
      .filter((file) => /^(app\/\(portal\)\/|components\/portal\/|lib\/format\/partner-words)/.test(file.path))
      .flatMap((file) => {
        const faults: Fault[] = [];
        walk(file, (node) => {
          const text = shownText(file, node);
          if (text === undefined) return;
          const word = GRADING.exec(text)?.[0] ?? CHEERING.exec(text)?.[0];
          if (word) faults.push(faultAt(file, node, `Partners are never told "${word}": "${text.trim()}"`));
        });
        return faults;
      }),
};

const NOT_SHOWN_ATTRIBUTES = new Set(['className', 'id', 'htmlFor', 'name', 'key', 'href', 'action', 'type', 'd']);

function shownText(file: ParsedFile, node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text;
  const isText =
    ts.isStringLiteral(node) ||
    ts.isNoSubstitutionTemplateLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddleOrTemplateTail(node);
  if (
    !isText ||
    ts.isImportDeclaration(node.parent) ||
    ts.isExportDeclaration(node.parent) ||
    ts.isLiteralTypeNode(node.parent)
  )
    return undefined;
  for (let at: ts.Node = node.parent; !ts.isStatement(at); at = at.parent) {
    if (ts.isJsxAttribute(at)) return NOT_SHOWN_ATTRIBUTES.has(at.name.getText(file.source)) ? undefined : node.text;
    if (at === file.source) break;
  }
  return node.text;
}
