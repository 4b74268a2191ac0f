type UserNameCardProps = {
  card: {
    /** Null for someone who signs in with an e-mail address. */ userName: string | null;
    signInAddress: string;
    link: string;
    code: string;
    until: string;
  };
};

/**
 * Two parts to cut apart for someone to whom no mail goes: the one to keep has the link, the other the code, so that neither
 * paper lets anyone in by itself. Like the card of an invitation by mail they name nobody.
 */
export function UserNameCard({ card }: UserNameCardProps) {
  const { userName, signInAddress, link, code, until } = card;
  return (
    <div className="handouts">
      <article className="handout" aria-label="Card to keep">
        <dl className="handout__login">
          {userName === null ? null : (
            <>
              <dt>User name</dt>
              <dd className="handout__user-name">{userName}</dd>
            </>
          )}
          <dt>Sign in at</dt>
          <dd className="break-all">{signInAddress}</dd>
          <dt>The first time, open</dt>
          <dd className="break-all">{link}</dd>
        </dl>
        <p>The first time you also need a code, which you get apart from this card. Then you choose a password.</p>
        <p>Keep this card.</p>
      </article>
      <article className="handout" aria-label="Card with the code">
        <p className="handout__code" aria-label={`Code ${[...code].join(' ')}`}>
          {code}
        </p>
        <p>Type this code on the page that you open the first time. It works once, until {until}.</p>
        <p>Nobody else needs this code, and nobody will ask you for it. Throw this card away when you are done.</p>
      </article>
    </div>
  );
}
