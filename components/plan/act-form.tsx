import type { ReactNode } from 'react';
import { FormFrame } from '@/components/ui/form/form-frame';
import { SubmitButton } from '@/components/ui/form/submit-button';
import type { FormAction } from '@/lib/action-state';

export type Act = {
  value: string;
  label: string;
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'dangerQuiet';
};

type ActFormProps = {
  action: FormAction;
  formKey: string;
  hidden: Record<string, string>;
  label: string;
  acts: Act[];
  size?: 'sm' | 'md';
  /** In a page's head what was done shows on the page itself; here it is only spoken. */ isInHead?: boolean;
  children?: ReactNode;
};

/** A row of buttons that each do one thing at once; the one that was pressed says which. */
export function ActForm({ action, formKey, hidden, label, acts, size = 'sm', isInHead, children }: ActFormProps) {
  return (
    <FormFrame
      action={action}
      formKey={formKey}
      hidden={hidden}
      label={label}
      className={isInHead ? 'form--acts form--in-head' : 'form--acts'}
      submit={
        <>
          {acts.map(({ value, label: words, variant = 'secondary' }) => (
            <SubmitButton key={value} name="act" value={value} variant={variant} size={size}>
              {words}
            </SubmitButton>
          ))}
          {children}
        </>
      }
    >
      {null}
    </FormFrame>
  );
}
