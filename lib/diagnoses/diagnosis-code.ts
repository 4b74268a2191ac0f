/** A diagnosis as it was given, sealed into that one person's record. */
import 'server-only';
import { z } from 'zod';
import type { SealedRef } from '@/lib/sealed/format';

export const diagnosisRef = (practiceId: string, partnerId: string, diagnosisId: string): SealedRef => ({
  table: 'diagnoses',
  column: 'code',
  rowId: diagnosisId,
  practiceId,
  keyClass: 'partner.record',
  ownerId: partnerId,
});

const given = z.object({ code: z.string(), title: z.string(), edition: z.string() });
export type GivenCode = z.infer<typeof given>;

export const writeCode = (code: GivenCode): string => JSON.stringify(code);
export const readCode = (text: string): GivenCode => given.parse(JSON.parse(text));
