'use client';

// What stands in the margins of each printed page. Margin boxes take their words from the root alone; a script sets them there, because
// a page that is reached without a reload can bring no style sheet of its own past the content security policy.
import { useEffect } from 'react';

type PrintMarginsProps = {
  /** Top left: whose record, of which practice. */
  left: string;
  /** Top right: when it was printed. */
  right: string;
  /** Bottom left: who printed it. */
  by: string;
};

export function PrintMargins({ left, right, by }: PrintMarginsProps) {
  useEffect(() => {
    const { style } = document.documentElement;
    const words = { '--print-left': left, '--print-right': right, '--print-by': by };
    for (const [name, text] of Object.entries(words)) style.setProperty(name, cssText(text));
    return () => Object.keys(words).forEach((name) => style.removeProperty(name));
  }, [left, right, by]);
  return null;
}

const cssText = (text: string) =>
  `"${text.replace(/["\\\n\r\f]/g, (one) => `\\${one.codePointAt(0)!.toString(16)} `)}"`;
