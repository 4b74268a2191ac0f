'use client';

import type { KeyboardEvent } from 'react';

const ITEM = /^(\s*- )(.*)$/;

/** Enter at the end of a line that begins with "- " begins the next item; on an empty item it ends the list. True when it did. */
export function continueList(box: HTMLTextAreaElement, event: KeyboardEvent): boolean {
  if (
    event.key !== 'Enter' ||
    event.shiftKey ||
    event.nativeEvent.isComposing ||
    box.selectionStart !== box.selectionEnd
  )
    return false;
  const at = box.selectionStart;
  const lineStart = box.value.lastIndexOf('\n', at - 1) + 1;
  const item = ITEM.exec(box.value.slice(lineStart, at));
  if (!item) return false;
  const isEnd = item[2] === '';
  if (isEnd) box.setSelectionRange(lineStart, at);
  // The old command is the only one that keeps the browser's own undo.
  return document.execCommand('insertText', false, isEnd ? '\n' : `\n${item[1]}`);
}
