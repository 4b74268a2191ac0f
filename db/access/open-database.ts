/** Opens this process's connections; before it, asActor and asSystem have nowhere to go. */
import { openPool } from '../client';

export function openDatabase(url: string) {
  openPool({ url });
}
