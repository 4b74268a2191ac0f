// What keeps secrets: where chance comes from, how they are compared, where nothing may be kept, and whom the app may ask.
import ts from 'typescript';
import { faultAt, walk } from './tree';
import type { Fault, HouseRule, ParsedFile } from './tree';

const isProduct = ({ path }: ParsedFile) => /^(app|components|db|lib)\//.test(path);

function refusing(
  name: string,
  applies: (file: ParsedFile) => boolean,
  why: (file: ParsedFile, node: ts.Node) => string | null,
): HouseRule {
  return {
    name,
    check: ({ files }) =>
      files.filter(applies).flatMap((file) => {
        const faults: Fault[] = [];
        walk(file, (node) => {
          const sentence = why(file, node);
          if (sentence !== null) faults.push(faultAt(file, node, sentence));
        });
        return faults;
      }),
  };
}

export const chanceIsDrawnByCrypto = refusing('chance is drawn by node:crypto alone', isProduct, (file, node) =>
  ts.isPropertyAccessExpression(node) && node.getText(file.source) === 'Math.random'
    ? 'Whoever has seen some of its numbers knows the next: use node:crypto.'
    : null,
);

const KEPT = /^(localStorage|sessionStorage|indexedDB|caches|cookieStore)$/;
export const nothingIsKeptInTheBrowser = refusing('nothing is kept in the browser', isProduct, (_file, node) =>
  ts.isIdentifier(node) && KEPT.test(node.text) && !ts.isPropertyAssignment(node.parent)
    ? 'Whoever has the device next reads it: keep it on the server.'
    : null,
);

/** What somebody could guess at; a checksum of what is known to whoever asks is none. */
const SECRET = /(token|secret|h?mac|signature|(token|code|password|key)_?hash)$/i;
export const secretsAreComparedInConstantTime = refusing(
  'secrets are compared in constant time',
  (file) => isProduct(file) && !file.path.endsWith('.tsx'),
  (file, node) => {
    if (!ts.isBinaryExpression(node)) return null;
    const { EqualsEqualsEqualsToken, ExclamationEqualsEqualsToken } = ts.SyntaxKind;
    if (node.operatorToken.kind !== EqualsEqualsEqualsToken && node.operatorToken.kind !== ExclamationEqualsEqualsToken)
      return null;
    const sides = [node.left, node.right].map((side) => side.getText(file.source).replace(/[!?)\]]+$/, ''));
    const isSecret =
      sides.every((side) => !/^(null|undefined|['"`])/.test(side)) && sides.some((side) => SECRET.test(side));
    return isSecret && !sides.some((side) => side.startsWith('typeof '))
      ? 'How long it takes tells how much was right: use timingSafeEqual.'
      : null;
  },
);

const ASKS = /^(fetch|axios|XMLHttpRequest|EventSource|WebSocket)$/;
export const onlyOwnAddressesAreAsked = refusing('nothing but our own address is asked', isProduct, (file, node) => {
  const callee = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression : undefined;
  if (!callee || !ts.isIdentifier(callee) || !ASKS.test(callee.text)) return null;
  if (!file.path.startsWith('components/')) return 'The server asks no address: what somebody wrote could be one.';
  const [address] = (node as ts.CallExpression).arguments ?? [];
  const isOwn =
    address &&
    ((ts.isStringLiteral(address) && /^\/(?!\/)/.test(address.text)) ||
      /^(to|form\.action)$/.test(address.getText(file.source)));
  return isOwn ? null : 'Only an address of our own, as it stands in the program, may be asked.';
});

export const noProgramIsMadeOfText = refusing('no text becomes a program', isProduct, (file, node) => {
  if (ts.isStringLiteral(node) && /^(node:)?(child_process|vm)$/.test(node.text))
    return 'No other program is run, and none is made.';
  const callee = ts.isCallExpression(node) || ts.isNewExpression(node) ? node.expression.getText(file.source) : '';
  return /^(eval|Function|globalThis\.eval)$/.test(callee) ? 'A text that somebody wrote could be run.' : null;
});
