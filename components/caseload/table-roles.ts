// Says of rows and cells what they are, which Safari forgets where they are shown as cards. Most tables say it in their own HTML; in one
// of 25 rows that is a tenth of all the server writes, so there the browser says it to itself.
import { type RefObject, useEffect } from 'react';

const roles = { tr: 'row', th: 'rowheader', td: 'cell' };

/** Anew when what the rows show has changed. */
export function useTableRoles(body: RefObject<HTMLElement | null>, shown: unknown): void {
  useEffect(() => {
    for (const [name, role] of Object.entries(roles))
      for (const part of body.current?.querySelectorAll(name) ?? []) part.setAttribute('role', role);
  }, [body, shown]);
}
