// Next calls this once, before the server answers anyone.
import { startUp } from '@/lib/start-up';

export function register() {
  startUp();
}
