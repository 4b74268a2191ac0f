import { redirect } from 'next/navigation';
import { EntryFrame } from '@/components/entry/entry-frame';
import { PlaceForm, PlaceWords } from '@/components/entry/place-form';
import { PlainLink } from '@/components/ui/plain-link';
import { readCsrfToken } from '@/lib/accounts/csrf';
import { readPlaces } from '@/lib/accounts/places/choose-place';
import { page } from '@/lib/page';
import { saveWords } from './actions';

// After a right password, and second step, of an account with several places: nothing here says what a place is.
export default page({
  door: 'entry',
  read: async () => {
    const places = await readPlaces();
    if (!places) redirect('/sign-in');
    return { csrfToken: await readCsrfToken(), places };
  },
  view: ({ data: { csrfToken, places }, formKey }) => (
    <EntryFrame
      heading="Where would you like to go?"
      foot={
        <>
          <p>To go somewhere else later, sign out and sign in again.</p>
          <PlainLink href="/sign-in" isAlone>
            Back to the sign-in
          </PlainLink>
        </>
      }
    >
      <PlaceForm csrfToken={csrfToken} places={places} />
      <PlaceWords action={saveWords} formKey={formKey} places={places} />
    </EntryFrame>
  ),
});
