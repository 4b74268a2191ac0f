/**
 * Text line by line as it was written. Lines that begin with "- " are a list, so that a reader of the page hears one; each other line
 * is a paragraph, so that none is torn at a page's end.
 */
export function TextAsWritten({ text }: { text: string }) {
  const blocks: { line?: string; items?: string[]; isApart: boolean }[] = [];
  let isApart = false;
  for (const line of text.trim().split('\n')) {
    const last = blocks.at(-1);
    if (line.trim() === '') isApart = true;
    else if (!/^[-*•] /.test(line)) blocks.push({ line, isApart });
    else if (last?.items && !isApart) last.items.push(line.slice(2));
    else blocks.push({ items: [line.slice(2)], isApart });
    if (line.trim() !== '') isApart = false;
  }
  return (
    <div className="as-written">
      {blocks.map((block, at) =>
        block.items ? (
          <ul key={at} data-apart={block.isApart || undefined}>
            {block.items.map((item, nth) => (
              <li key={nth}>{item}</li>
            ))}
          </ul>
        ) : (
          <p key={at} data-apart={block.isApart || undefined}>
            {block.line}
          </p>
        ),
      )}
    </div>
  );
}
