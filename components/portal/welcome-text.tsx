import { CLOSE_WORDS, confidentialityWords, readBy } from '@/lib/format/partner-words';
import type { Policy } from '@/lib/my-day/schema';

/** What a partner reads before the first step, and again when the policy has changed. */
export function WelcomeText({ policy, hasBackup }: { policy: Policy; hasBackup: boolean }) {
  return (
    <div className="flex flex-col gap-6">
      <section className="flex flex-col gap-2">
        <h2>What your therapist sees</h2>
        <p>
          What you answer before and after a step, what you write to them, and when you pause. They are told when an
          answer may need a talk.
        </p>
        <p>Your partner sees only what you choose to share, and whether a step is open on a day.</p>
        <p>What you have sent to your therapist is not shown again here.</p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>Nobody watches live</h2>
        <p>{readBy(hasBackup)} This is no place for an emergency: Support lists whom you can call.</p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>Meetings alone</h2>
        <p>Each of you will sometimes be seen alone. Dates of those meetings are not shown to the other.</p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>What may be brought up together</h2>
        <p>{confidentialityWords[policy].meaning}</p>
        <p>Never an answer about your safety, unless you agree.</p>
      </section>
      <section className="flex flex-col gap-2">
        <h2>Steps, Pause and Close</h2>
        <p>
          You answer alone whether you want a step. You may stop at any time, without a reason: Pause is on every page.
        </p>
        <p>Close is at the top of every page. {CLOSE_WORDS}</p>
      </section>
    </div>
  );
}
