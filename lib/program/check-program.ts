// Keeps the program's content sound, before it is loaded and at every save: a program with a fault is never given to a couple.
import 'server-only';
import type { Program } from '@/db/program/content';
import { checkFrame } from './check/frame';
import { checkQuestions } from './check/questions';
import { checkReach } from './check/reach';
import { checkRetired } from './check/retired';
import type { Fault, Place } from './check/shape';
import { checkSteps } from './check/steps';
import { checkWords } from './check/words';

export type FoundFault = { sentence: string; at?: Place; words?: string };

/** One sentence per fault; none when the program is sound. */
export const checkProgram = (program: unknown): string[] => [
  ...new Set(findFaults(program).map(({ sentence }) => sentence)),
];

/** Each fault with the field of the form it is about, and how it is said there. `retired`: steps that are offered no more, by code. */
export function findFaults(program: unknown, retired: ReadonlySet<string> = new Set()): FoundFault[] {
  const faults: FoundFault[] = [];
  const fault: Fault = (sentence, at, words) => void faults.push({ sentence, at, words });
  try {
    // A program that is not one breaks in the checks below, and that is said.
    const given = program as Program;
    checkFrame(given, fault);
    checkQuestions(given, fault);
    checkSteps(given, fault);
    checkReach(given, fault);
    checkWords(given, fault);
    checkRetired(given, retired, fault);
  } catch (error) {
    fault(`The shape is too broken to check further: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
  return faults;
}
