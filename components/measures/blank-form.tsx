import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { PrintButton } from '@/components/ui/print/print-button';
import type { BlankForm } from '@/lib/measures/read-forms';

type BlankFormViewProps = { form: BlankForm; back: { href: string; label: string } };

/** A form to fill in by hand. It names nobody: no practice, no person, and no measure in its heading. */
export function BlankFormView({ form: { name, intro, stem, items, citation, license }, back }: BlankFormViewProps) {
  return (
    <>
      <div className="screen-only">
        <PageHeader
          back={<TextLink href={back.href}>{back.label}</TextLink>}
          title={`Blank form: ${name}`}
          lead="In its published words. It names no practice and no person; who made it stands in small print at its end, as its owners ask."
          actions={<PrintButton>Print the form</PrintButton>}
        />
      </div>
      <article className="blank-form" aria-label="Form">
        {[...intro, ...(stem ? [stem] : [])].map((words) => (
          <p key={words}>{words}</p>
        ))}
        <ol>
          {items.map(({ id, ask, lead, answers, poles, scale }, at) => (
            <li key={id}>
              {lead && lead !== items[at - 1]?.lead ? <p className="blank-form__lead">{lead}</p> : null}
              {poles ? null : <p>{ask}</p>}
              <p className="blank-form__answers">
                {poles || scale ? <span>{(poles ?? scale)?.[0]}</span> : null}
                {answers.map((answer, place) => (
                  <span key={answer}>
                    <span aria-hidden="true">☐</span> {poles ? '' : answer}
                    {poles ? <span className="sr-only">{place + 1}</span> : null}
                  </span>
                ))}
                {poles || scale ? <span>{(poles ?? scale)?.[1]}</span> : null}
              </p>
            </li>
          ))}
        </ol>
        <p>Day: ____________________</p>
        <p className="blank-form__foot">
          {citation} {license}
        </p>
      </article>
    </>
  );
}
