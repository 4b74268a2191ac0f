/** The forms of measures: to whom which is given, which paper is entered, and the blank form to print. */
import 'server-only';
import type { ActorTx } from '@/db/access/as-actor';
import { type Couple, type CouplePartner, partnerOf, readCouple } from '@/lib/couples/read-couple';
import { NotFound } from '@/lib/errors';
import { dayAfter } from '@/lib/format/dates';
import { ALL_INSTRUMENTS, instrumentAt } from './instruments/all';
import type { Instrument, Item } from './instruments/instrument';

export type FormChoice = { form: string; name: string; fullName: string; minutes: number };
export type FormsPage = {
  couple: Couple;
  people: Pick<CouplePartner, 'id' | 'name' | 'place'>[];
  forms: FormChoice[];
  /** A week from today. */
  dueOn: string;
};

const USUALLY_DUE_IN = 7;

/** Work goes on, and there is somebody to give one to. */
export async function readMeasureForms(tx: ActorTx, coupleId: string | undefined): Promise<FormsPage> {
  const couple = await readCouple(tx, coupleId);
  if (couple.status === 'ended') throw new NotFound();
  return {
    couple,
    people: couple.partners
      .filter(({ status }) => status !== 'deactivated')
      .map(({ id, name, place }) => ({ id, name, place })),
    forms: ALL_INSTRUMENTS.map(({ slug, name, fullName, minutes }) => ({ form: slug, name, fullName, minutes })),
    dueOn: dayAfter(couple.today, USUALLY_DUE_IN),
  };
}

export type BlankForm = Pick<Instrument, 'name' | 'intro' | 'citation' | 'license'> & {
  form: string;
  stem: string | null;
  items: Pick<Item, 'id' | 'ask' | 'lead' | 'answers' | 'poles' | 'scale'>[];
};

const blank = ({ slug, name, intro, stem, items, citation, license }: Instrument): BlankForm => ({
  form: slug,
  name,
  intro,
  stem: stem ?? null,
  items: items.map(({ id, ask, lead, answers, poles, scale }) => ({ id, ask, lead, answers, poles, scale })),
  citation,
  license,
});

export async function readBlankForm(
  tx: ActorTx,
  params: Record<string, string>,
): Promise<{ couple: Couple; form: BlankForm }> {
  const couple = await readCouple(tx, params.coupleId);
  const instrument = instrumentAt(params.form);
  if (!instrument) throw new NotFound();
  return { couple, form: blank(instrument) };
}

export type PaperMeasurePage =
  ({ kind: 'choice' } & FormsPage) | { kind: 'form'; couple: Couple; partner: CouplePartner; form: BlankForm };

export async function readPaperMeasure(
  tx: ActorTx,
  coupleId: string | undefined,
  search: { of?: unknown; form?: unknown },
): Promise<PaperMeasurePage> {
  const page = await readMeasureForms(tx, coupleId);
  if (search.of === undefined) return { kind: 'choice', ...page };
  const instrument = typeof search.form === 'string' ? instrumentAt(search.form) : undefined;
  const partner = partnerOf(page.couple, typeof search.of === 'string' ? search.of : undefined);
  if (!instrument || !page.people.some(({ id }) => id === partner.id)) throw new NotFound();
  return { kind: 'form', couple: page.couple, partner, form: blank(instrument) };
}
