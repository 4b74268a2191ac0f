/** Answers in the order their questions were asked; an object from the database keeps none. */
import 'server-only';

export function inOrder(
  answers: Readonly<Record<string, string | number | boolean>>,
  order: readonly string[],
): [string, string][] {
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return Object.entries(answers)
    .toSorted(([a], [b]) => place(a) - place(b))
    .map(([id, value]) => [id, String(value)]);
}
