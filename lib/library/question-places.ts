/** Where the program asks a question, and the program with it asked elsewhere. */
import 'server-only';
import type { NamedQuestion, ProgramCommon, Question, StepContent } from '@/db/program/content';

export type Asking = { common: ProgramCommon; steps: StepContent[] };
type ConsentList = keyof ProgramCommon['consent'];

export const CONSENT_PLACES = ['consent.alone', 'consent.together', 'consent.firstAgreement'] as const;
const LISTS = CONSENT_PLACES.map((place) => ({ place, list: place.slice('consent.'.length) as ConsentList }));

/** As the form names them: "consent.alone", "checkIn.short" (which is part of the full one), "before S06", "after S06". */
export function placesOf({ common, steps }: Asking, id: string): string[] {
  const { consent, checkIn } = common;
  return [
    ...LISTS.filter(({ list }) => consent[list].some((one) => one.id === id)).map(({ place }) => place),
    ...(checkIn.short.includes(id) ? ['checkIn.short'] : checkIn.full.includes(id) ? ['checkIn.full'] : []),
    ...steps.flatMap((step) => [
      ...(step.extraConsent.includes(id) ? [`before ${step.id}`] : []),
      ...(step.extraCheckIn.includes(id) ? [`after ${step.id}`] : []),
    ]),
  ];
}

/** `from`: the question whose place it takes, where it stood before. */
export function withQuestion(
  { common, steps }: Asking,
  { id, question, places, from }: { id: string; question: Question; places: ReadonlySet<string>; from: string | null },
): Asking {
  const put = (ids: readonly string[], isHere: boolean, before?: string) =>
    placed(ids, from, isHere ? id : null, before);
  const inShort = places.has('checkIn.short');
  const isInConsent = CONSENT_PLACES.some((place) => places.has(place));
  const questions = Object.fromEntries(
    Object.entries(common.questions).flatMap(([key, one]): [string, Question][] =>
      key !== from ? [[key, one]] : isInConsent || places.size === 0 ? [] : [[id, question]],
    ),
  );
  if (places.size > 0 && !isInConsent) questions[id] ??= question;
  const consent = { ...common.consent };
  for (const { place, list } of LISTS) {
    const known = new Map(consent[list].map((one) => [one.id, one]));
    known.set(id, asConsent(id, question));
    const ids = put(
      consent[list].map((one) => one.id),
      places.has(place),
    );
    consent[list] = ids.map((one) => known.get(one)!);
  }
  return {
    common: {
      ...common,
      questions,
      consent,
      checkIn: {
        short: put(common.checkIn.short, inShort, 'contactMe'),
        full: put(common.checkIn.full, inShort || places.has('checkIn.full'), 'reflectionFor'),
      },
    },
    steps: steps.map((step) => ({
      ...step,
      extraConsent: put(step.extraConsent, places.has(`before ${step.id}`)),
      extraCheckIn: put(step.extraCheckIn, places.has(`after ${step.id}`)),
    })),
  };
}

/** In the place it had; otherwise before the question that closes the list, or last. */
function placed(ids: readonly string[], from: string | null, id: string | null, before?: string): string[] {
  if (from !== null && ids.includes(from))
    return ids.flatMap((one) => (one !== from ? [one] : id === null ? [] : [id]));
  if (id === null || ids.includes(id)) return [...ids];
  const at = before ? ids.indexOf(before) : -1;
  return at < 0 ? [...ids, id] : ids.toSpliced(at, 0, id);
}

/** What a question keeps in a consent list. */
export const asConsent = (id: string, { ask, kind, answers = [], opensWith, raises }: Question): NamedQuestion => ({
  id,
  ask,
  kind,
  answers,
  ...(opensWith ? { opensWith } : {}),
  ...(raises ? { raises } : {}),
});

/** Letters alone, from its first words, and never one that ever was. */
export function newQuestionId(ask: string, taken: (id: string) => boolean): string {
  const [first = 'asked', ...rest] = (ask.normalize('NFKD').match(/[A-Za-z]+/g) ?? []).slice(0, 4);
  const base =
    first.toLowerCase() + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join('');
  for (let n = 0; ; n += 1) {
    const nth = String(n)
      .padStart(2, '0')
      .replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
    const id = n === 0 ? base : `${base}V${nth}`;
    if (!taken(id)) return id;
  }
}
