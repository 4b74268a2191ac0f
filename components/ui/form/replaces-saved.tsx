'use client';

// After a save that came second: the tick that puts one's own in place of what was saved, shown only then.
import { useContext } from 'react';
import { Checkbox } from '@/components/ui/form/choice-fields';
import { FormContext } from '@/components/ui/form/form-context';

export function ReplacesSaved() {
  const version = /\d+/.exec(useContext(FormContext)?.fields.seen ?? '')?.[0];
  // Its key makes it a new, empty box when yet another version came.
  return version ? (
    <Checkbox key={version} name="seen" value={version} label="Put mine in place of what was saved in the meantime" />
  ) : null;
}
