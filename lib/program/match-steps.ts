/** Finds steps by what they are called and what they are for. */
import 'server-only';
import type { StepRow } from '@/db/queries/plan/program';

type Stages = readonly { n: number; title: string }[];

/** Every word has to be found somewhere; a hit in the title comes first, and otherwise the program's order stands. */
export function matchSteps(steps: readonly StepRow[], stages: Stages, asked: string): StepRow[] {
  const words = wordsOf(asked);
  if (words.length === 0) return [...steps];
  const found = steps.flatMap((step) => {
    const title = folded(step.content.title);
    const rest = folded(textOf(step, stages));
    if (!words.every((word) => title.includes(word) || rest.includes(word))) return [];
    return [{ step, inTitle: words.filter((word) => title.includes(word)).length }];
  });
  return found.toSorted((a, b) => b.inTitle - a.inTitle).map(({ step }) => step);
}

function textOf({ content }: StepRow, stages: Stages): string {
  const stage = stages.find(({ n }) => n === content.stage);
  return [
    content.forPartners.why,
    content.forStaff.purpose,
    `stage ${content.stage} ${stage?.title ?? ''}`,
    `intensity ${content.intensity}`,
    { alone: 'alone', together: 'together', parts: 'alone together' }[content.mode],
    content.touch ? 'touch' : '',
  ].join(' · ');
}

// "intensity 3" is one thing to look for, not a word and any three.
const wordsOf = (asked: string): string[] => folded(asked).match(/(?:intensity|stage) \d|[\p{L}\p{N}]+/gu) ?? [];

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
