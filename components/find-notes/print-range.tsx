import { buttonClass } from '@/components/ui/button';
import { Section } from '@/components/ui/page-parts';

type PrintRangeProps = { action: string; of: string; label: string; from: string; to: string; hasOthers: boolean };

/** From which day to which day the notes of one record are printed. An address with two days in it says nothing of anyone. */
export function PrintRange({ action, of, label, from, to, hasOthers }: PrintRangeProps) {
  return (
    <Section
      heading="Print a range"
      lead={`${label} that are signed, by the day of their session, each on a page of its own.${hasOthers ? ' What is not final is printed from its own page.' : ''}`}
    >
      <form action={action} className="flex flex-wrap items-end gap-3" aria-label="Print a range">
        <input type="hidden" name="of" value={of} readOnly />
        <Day name="from" label="From" value={from} />
        <Day name="to" label="To" value={to} />
        <button type="submit" className={`${buttonClass({ variant: 'secondary' })} mb-0.5`}>
          Prepare the print
        </button>
      </form>
    </Section>
  );
}

function Day({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <div className="field">
      <label className="label" htmlFor={`print-${name}`}>
        {label}
      </label>
      <input id={`print-${name}`} className="input" type="date" data-width="short" name={name} defaultValue={value} />
    </div>
  );
}
