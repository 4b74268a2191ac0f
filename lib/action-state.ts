// What a form knows about its last attempt: shared by server actions and the browser.

export type FormState =
  | { status: 'idle' }
  | { status: 'done'; message?: string }
  | {
      status: 'refused';
      message: string;
      fields: Record<string, string>;
      typed: Record<string, string | string[]>;
      /** Refused because the screen is covered: the page that asked covers itself. */
      isCovered?: true;
    };

/** A server action as `useActionState` wants it. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What a search knows about its last attempt: also what was found, which stands nowhere else. */
export type FindState<F> = FormState | { status: 'found'; found: F; typed: Record<string, string | string[]> };

export type FindAction<F> = (state: FindState<F>, form: FormData) => Promise<FindState<F>>;

export const idleForm: Extract<FormState, { status: 'idle' }> = { status: 'idle' };
