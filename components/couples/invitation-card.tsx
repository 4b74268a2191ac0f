type InvitationCardProps = {
  card: { code: string; senderName: string; subject: string; linkBeginsWith: string; until: string };
};

/** The card a partner takes along: no name of a practice, a therapist or a person, so that it tells nothing when it is found. */
export function InvitationCard({ card }: InvitationCardProps) {
  return (
    <article className="handout" aria-label="Card">
      <p className="handout__code" aria-label={`Code ${[...card.code].join(' ')}`}>
        {card.code}
      </p>
      <ol className="flex list-decimal flex-col gap-2 ps-5">
        <li>
          An e-mail comes to your own address. Sender: <strong>{card.senderName}</strong>. Subject:{' '}
          <strong>{card.subject}</strong>.
        </li>
        <li>
          Open the link in it. It begins with <strong className="break-all">{card.linkBeginsWith}</strong>
        </li>
        <li>Type the code above. It works once, until {card.until}.</li>
      </ol>
      <p>Nobody else needs this code, and nobody will ask you for it. Throw this card away when you are done.</p>
    </article>
  );
}
