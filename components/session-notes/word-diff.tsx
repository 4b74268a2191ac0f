import { type Piece, wordDiff } from '@/lib/format/notes/word-diff';

/** What is not the same is said and shown: by a word for who listens, by a line under or through it for who looks. */
const SPOKEN = { added: 'added: ', removed: 'removed: ', same: '' } as const;

/** One text as it differs from another, word by word. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const pieces: Piece[] = wordDiff(before, after);
  if (pieces.length === 0) return <span className="text-ink-muted">Nothing is written here.</span>;
  return (
    <span className="word-diff">
      {pieces.map(({ kind, text }, at) => {
        const key = `${at}${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        const Tag = kind === 'added' ? 'ins' : 'del';
        return (
          <Tag key={key}>
            <span className="sr-only">{SPOKEN[kind]}</span>
            {text}
          </Tag>
        );
      })}
    </span>
  );
}
