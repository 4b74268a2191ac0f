import { useState } from 'react';
export function Note({ isOpen }: { isOpen: boolean }) {
  if (isOpen) useState(0);
  return null;
}
