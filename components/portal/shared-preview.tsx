/** Exactly what the other partner will see, before it is shared. */
export function SharedPreview({ text }: { text: string }) {
  return (
    <figure className="words">
      <blockquote>{text}</blockquote>
      <figcaption>
        Your partner sees this from the next early morning, dated by day. Until then you can take it back unseen. It
        leaves after 14 days, unless your partner keeps it; you are not told.
      </figcaption>
    </figure>
  );
}
