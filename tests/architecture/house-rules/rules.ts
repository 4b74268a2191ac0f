// Every rule over the syntax tree; a rule that is not listed here is not held.
import { actionsAreMadeByAction, pagesAreMadeByPage, routesAreMadeByRoute } from './doors';
import { filesAreShort, foldersAreSmall, libIsServerOnly, noRawSql } from './files';
import { noInjectedHtml, noInlineStyleInThePortal } from './markup';
import {
  chanceIsDrawnByCrypto,
  noProgramIsMadeOfText,
  nothingIsKeptInTheBrowser,
  onlyOwnAddressesAreAsked,
  secretsAreComparedInConstantTime,
} from './secrets';
import type { HouseRule } from './tree';
import { nothingGradesAPartner } from './words';

export const houseRules: HouseRule[] = [
  actionsAreMadeByAction,
  pagesAreMadeByPage,
  routesAreMadeByRoute,
  libIsServerOnly,
  noRawSql,
  filesAreShort,
  foldersAreSmall,
  noInjectedHtml,
  noInlineStyleInThePortal,
  nothingGradesAPartner,
  chanceIsDrawnByCrypto,
  nothingIsKeptInTheBrowser,
  secretsAreComparedInConstantTime,
  onlyOwnAddressesAreAsked,
  noProgramIsMadeOfText,
];
