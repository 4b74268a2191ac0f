import { asActor } from './db/access/as-actor';
export const proxy = asActor;
