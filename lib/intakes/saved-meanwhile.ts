/** Someone else saved first: both texts are shown, and nothing is lost until a person chooses. */
import 'server-only';
import { Refusal } from '@/lib/errors';

const NOTHING = '(left empty)';

/**
 * `theirs` and `mine` by field, as words. The field `seen` carries the number of the version that is shown, so that the answer to it
 * can replace that one and no later one.
 */
export function savedMeanwhile<F extends string>(
  version: number,
  theirs: Record<F, string>,
  mine: Record<F, string>,
): Refusal {
  const differing = (Object.keys(theirs) as F[]).filter((field) => theirs[field] !== mine[field]);
  return new Refusal(
    'Not saved yet: this was saved in the meantime, in another tab or by a colleague. What you typed is still here; what was saved stands under each field that differs.',
    {
      ...Object.fromEntries(differing.map((field) => [field, `Saved in the meantime: ${theirs[field] || NOTHING}`])),
      seen: `Version ${version} was saved in the meantime. Take over what you need, then say that yours takes its place.`,
    },
  );
}
