/** What a form knows of its last submit. Safe in the browser. */
export type FormState =
  | { status: 'idle' }
  | { status: 'done'; message?: string }
  | {
      status: 'refused';
      /** What is wrong, what is kept, what to do. */
      message: string;
      /** A sentence by field name. */
      fields: Record<string, string>;
      /** What was typed, by field name, to fill the form again. Never a password. */
      typed: Record<string, string | string[]>;
    };

export const IDLE: FormState = { status: 'idle' };
