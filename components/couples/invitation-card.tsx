type InvitationCardProps = {
  card: {
    code: string;
    linkBeginsWith: string;
    until: string;
    /** How the mail with the link looks; null when none went out. */
    mail: { senderName: string; subject: string } | null;
  };
};

/** The card a partner takes along: no name of a practice, a therapist or a person, so that it tells nothing when it is found. */
export function InvitationCard({ card }: InvitationCardProps) {
  return (
    <article className="handout" aria-label="Card">
      <p className="handout__code" aria-label={`Code ${[...card.code].join(' ')}`}>
        {card.code}
      </p>
      <ol className="flex list-decimal flex-col gap-2 ps-5">
        {card.mail ? (
          <li>
            An e-mail comes to your own address. Sender: <strong>{card.mail.senderName}</strong>. Subject:{' '}
            <strong>{card.mail.subject}</strong>.
          </li>
        ) : (
          <li>A link comes to you in the way that was agreed with you.</li>
        )}
        <li>
          Open the link. It begins with <strong className="break-all">{card.linkBeginsWith}</strong>
        </li>
        <li>Type the code above. It works once, until {card.until}.</li>
      </ol>
      <p>Nobody else needs this code, and nobody will ask you for it. Throw this card away when you are done.</p>
    </article>
  );
}

/** Where no mail went out: the link, on screen only, so that link and code never stand on one paper. */
export function LinkToHandOver({ link }: { link: string }) {
  return (
    <div className="mt-8 flex max-w-measure flex-col gap-2 screen-only">
      <p>No mail with the link went out. Hand it over in the way that is safe for them, apart from the card:</p>
      <p className="rounded-control bg-surface-secondary px-3 py-2 break-all">{link}</p>
    </div>
  );
}
