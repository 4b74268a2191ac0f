/**
 * Ten codes for when the factor is lost, each good once. They are drawn here with 55 bits each, so guessing one is hopeless and a slow hash
 * would add nothing; the database holds their HMAC under a key it does not have, so a dump is no place to try them at either. They follow from
 * the account and a number, so that the page which shows them needs no copy of them.
 */
import 'server-only';
import { createHmac } from 'node:crypto';
import { drawnCharacters, inGroupsOfFour } from '@/lib/invitations/drawn-characters';
import { readEnv } from '@/lib/env';

const HOW_MANY = 10;
const LENGTH = 12;

const keyed = (text: string) => createHmac('sha256', readEnv().keys.invitationKey).update(text).digest();

/** As they are written down: XXXX-XXXX-XXXX. */
export const recoveryCodes = (accountId: string, serial: number): string[] =>
  Array.from({ length: HOW_MANY }, (_, n) =>
    inGroupsOfFour(drawnCharacters(keyed(`recovery|${accountId}|${serial}|${n}`), LENGTH)),
  );

const plain = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '');

export const hashOfRecoveryCode = (accountId: string, typed: string): Buffer =>
  keyed(`recovery hash|${accountId}|${plain(typed)}`);

export const isLikeRecoveryCode = (typed: string): boolean => plain(typed).length === LENGTH;

/** What Postgres keeps of the codes with this number. */
export const hashesOfCodes = (accountId: string, serial: number): Buffer[] =>
  recoveryCodes(accountId, serial).map((code) => hashOfRecoveryCode(accountId, code));
