// Keeps the program's content sound before it is loaded: a program with a fault is never given to a couple.
import 'server-only';
import type { Program } from '@/db/program/content';
import { checkFrame } from './check/frame';
import { checkQuestions } from './check/questions';
import { checkReach } from './check/reach';
import { checkSteps } from './check/steps';
import { checkWords } from './check/words';

/** One sentence per fault; none when the program is sound. */
export function checkProgram(program: unknown): string[] {
  const faults: string[] = [];
  const fault = (sentence: string) => void faults.push(sentence);
  try {
    // A program that is not one breaks in the checks below, and that is said.
    const given = program as Program;
    checkFrame(given, fault);
    checkQuestions(given, fault);
    checkSteps(given, fault);
    checkReach(given, fault);
    checkWords(given, fault);
  } catch (error) {
    fault(`The shape is too broken to check further: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
  return faults;
}
