// What a form knows about its last attempt: shared by server actions and the browser.

export type FormState =
  | { status: 'idle' }
  | { status: 'done'; message?: string }
  | { status: 'refused'; message: string; fields: Record<string, string>; typed: Record<string, string | string[]> };

/** A server action as `useActionState` wants it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const idleForm: FormState = { status: 'idle' };
