/** The ordinary sentences of session notes, chosen by a couple's seed and the week: varied, and the same each time. */
import 'server-only';
import type { Written } from './therapy';

const ASSESSMENTS = [
  'The pace suits both. Each can say “not yet” in the room and is heard.',
  'Tired rather than reluctant. What was agreed still holds.',
  'They repair sooner than a month ago, and without my help.',
  'Comfort differs between them; neither gives way to please the other.',
  'A slow week is part of it. No sign of pressure from either side.',
  'More at ease with stopping than with starting. Worth keeping so.',
  'Both speak of the week in the plural for the first time.',
  'Careful with each other to the point of silence; the structure helps.',
  'Stable. The worry from last time has lost some of its weight.',
  'Each describes the same evening differently, and both were curious about it.',
  'Good will on both sides; the difficulty is the hour of the day.',
];

const PLANS = [
  'Go on as it is. Look at comfort again next week.',
  'Keep it short: the smallest version on busy days.',
  'Same step, another time of day. Each writes one sentence afterwards.',
  'Nothing new this week. Rest is allowed to be rest.',
  'Start with what went well; then decide on the next step together.',
  'Each thinks alone about what may be left out. We meet in a week.',
  'Practice stopping once on purpose, while it is easy.',
];

const OPENINGS = ['Both attended.', 'Both here on time.', 'Both attended, a quiet beginning.', 'Both came in talking.'];

const OBSERVED = [
  'They turned their chairs without being asked.',
  'Longer pauses, and neither filled them.',
  'Each looked at the other before answering.',
  'Some laughter; a careful moment at the end.',
  'They read the conditions aloud and nodded at each.',
];

const chosen = (from: readonly string[], seed: number, week: number) => from[(seed + week) % from.length]!;

export function noteOf(seed: number, week: number, about: string): Written {
  const assessment = chosen(ASSESSMENTS, seed, week);
  const plan = chosen(PLANS, seed, week);
  if ((seed + week) % 4 === 0) {
    const objective = chosen(OBSERVED, seed, week);
    return { format: 'SOAP', sections: { subjective: about, objective, assessment, plan } };
  }
  const data = `${chosen(OPENINGS, seed, week)} ${about}`;
  return { format: 'DAP', sections: { data, assessment, plan } };
}

/** With one partner alone. */
export const noteAlone = (seed: number, week: number, about: string): Written => ({
  format: 'DAP',
  sections: {
    data: `Seen alone. ${about}`,
    assessment: 'Present and clear about what is wanted. Nothing is shared before both are ready for it.',
    plan: chosen(PLANS.slice(1, 4), seed, week),
  },
});
