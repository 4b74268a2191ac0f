/** A sign-in's own secret: 256 random bits in the cookie, their hash in the database. */
import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

export const makeSignInToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();
