// The forms of the library, filled and sent as a browser would.
import { asActor } from '@/db/access/as-actor';
import { Refusal } from '@/lib/errors';
import { readStepForm } from '@/lib/library/read-step-form';
import { saveStep } from '@/lib/library/save-step';
import { stepInput } from '@/lib/library/schema';
import type { StepForm } from '@/lib/library/step-content';

export type Who = { token: string };

export async function stepCalled(who: Who, title: string): Promise<string> {
  const { readLibrary } = await import('@/lib/program/read-library');
  const library = await asActor(who.token, (tx) => readLibrary(tx, ''));
  return library.stages.flatMap(({ steps }) => steps).find((step) => step.title === title)!.stepId;
}

export const formOf = (who: Who, stepId: string, isCopy = false) =>
  asActor(who.token, (tx) => readStepForm(tx, stepId, isCopy));

type Sent = { stepId?: string; copyOf?: string; basedOn?: number; follows?: Record<string, string> };

/** What the form starts with, changed by `change`, and saved. Answers the step's id. */
export async function save(who: Who, sent: Sent, form: StepForm, change: (form: StepForm) => unknown): Promise<string> {
  const typed = structuredClone(form);
  change(typed);
  const { redirectTo } = await asActor(who.token, (tx) => saveStep(tx, stepInput.parse({ ...sent, ...asSent(typed) })));
  return redirectTo!.split('/').at(-1)!;
}

/** Opens the form of a step, changes it and saves it. */
export async function edit(who: Who, stepId: string, change: (form: StepForm) => unknown): Promise<string> {
  const { form, version } = await formOf(who, stepId);
  return save(who, { stepId, basedOn: version }, form, change);
}

/** Numbers and yes as a form sends them; the units that do not count are not sent. */
function asSent(form: StepForm): Record<string, unknown> {
  const { whole, alone, together } = form.units;
  return JSON.parse(
    JSON.stringify({ ...form, units: form.mode === 'parts' ? { alone, together } : { whole } }, (_, value) =>
      typeof value === 'number'
        ? String(value)
        : value === true
          ? 'yes'
          : value === false
            ? undefined
            : value === null
              ? ''
              : value,
    ),
  ) as Record<string, unknown>;
}

/** The sentences by field that an act is refused with; none when it was done. */
export async function faultsOf(doing: Promise<unknown>): Promise<Record<string, string>> {
  try {
    await doing;
    return {};
  } catch (error) {
    if (error instanceof Refusal) return { ...error.fields };
    throw error;
  }
}
