/** Exactly what the other partner will see, before it is shared. */
export function SharedPreview({ text }: { text: string }) {
  return (
    <figure className="words">
      <blockquote>{text}</blockquote>
      <figcaption>
        Your partner sees this from the next early morning, dated by day, for 14 days. Until then you can take it back
        unseen.
      </figcaption>
    </figure>
  );
}
