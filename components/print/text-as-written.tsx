/** Text line by line as it was written; lines that begin with "- " are a list, so that a reader of the page hears one. */
export function TextAsWritten({ text }: { text: string }) {
  const blocks: { isList: boolean; lines: string[] }[] = [];
  for (const line of text.trim().split('\n')) {
    const isList = /^[-*•] /.test(line);
    const last = blocks.at(-1);
    if (last && last.isList === isList && line.trim() !== '') last.lines.push(isList ? line.slice(2) : line);
    else if (line.trim() === '') blocks.push({ isList: false, lines: [] });
    else blocks.push({ isList, lines: [isList ? line.slice(2) : line] });
  }
  return (
    <div className="as-written">
      {blocks.map(({ isList, lines }, at) =>
        lines.length === 0 ? null : isList ? (
          <ul key={at}>
            {lines.map((line, nth) => (
              <li key={nth}>{line}</li>
            ))}
          </ul>
        ) : (
          <p key={at}>{lines.join('\n')}</p>
        ),
      )}
    </div>
  );
}
