import { type Day, longDay } from '@/lib/format/dates';

type LetterProps = {
  letter: {
    from: { name: string; address: string };
    to: { name: string; address: string };
    about: string;
    tells: string;
    signedOn: Day;
    untilOn: Day;
  };
  today: Day;
  /** Who signs it by hand; no profession stands beside the name. */
  signer: string;
};

/** The letter as it leaves the practice: what the release says, and nothing else. */
export function Letter({ letter: { from, to, about, tells, signedOn, untilOn }, today, signer }: LetterProps) {
  return (
    <article className="letter" aria-label="Letter">
      <header className="letter__from">
        <p className="letter__name">{from.name}</p>
        {from.address ? <p className="whitespace-pre-line">{from.address}</p> : null}
      </header>
      <p className="letter__to">
        {to.name}
        {to.address ? `\n${to.address}` : ''}
      </p>
      <p>{longDay(today)}</p>
      <p>
        <strong>About: {about}</strong>
      </p>
      <p className="letter__text">{tells}</p>
      <p>
        {about} has agreed in writing, on {longDay(signedOn)}, that you are told this. The agreement ends on{' '}
        {longDay(untilOn)} and can be withdrawn before. Please tell it to nobody else.
      </p>
      <p className="letter__signature">{signer}</p>
    </article>
  );
}
