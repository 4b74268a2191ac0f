import { expect, test } from 'vitest';
import { asActor } from '@/db/access/as-actor';
import { changeSettings } from '@/lib/practices/change-settings';
import { readSettings } from '@/lib/practices/read-settings';
import { changeSettingsInput } from '@/lib/practices/schema';
import { useDatabase } from '../../support/database';
import { makePractice, makeStaff } from '../../support/people';

const database = useDatabase();

const input = changeSettingsInput.parse({
  name: 'Another Example Practice',
  timeZone: 'Europe/London',
  clinicIdleMinutes: '30',
  pclChange: '18',
  portalTitle: 'Notes',
  senderName: 'Calendar',
  mailSubject: 'For you',
  closeUrl: 'https://news.example',
  contacts: [
    { label: 'Emergency', detail: '555 0100' },
    { label: '', detail: '' },
    { label: 'Example Line', detail: '555 0101' },
  ],
});

test('a practice admin changes the settings of their own practice, and nobody else’s change', async () => {
  const [practice, other] = [await makePractice(database.owner), await makePractice(database.owner)];
  const admin = await makeStaff(database.owner, practice, ['practiceAdmin']);
  const stranger = await makeStaff(database.owner, other, ['practiceAdmin']);
  await asActor(admin.token, (tx) => changeSettings(tx, input));
  const { settings, contacts } = await asActor(admin.token, readSettings);
  expect({ ...settings, contacts }).toEqual(input);
  expect(contacts).toHaveLength(2);
  const theirs = await asActor(stranger.token, readSettings);
  expect(theirs.settings.name).toBe('Example Practice');
  expect(theirs.contacts).toHaveLength(1);
});

test('a therapist neither opens nor changes them', async () => {
  const practice = await makePractice(database.owner);
  const therapist = await makeStaff(database.owner, practice, ['therapist']);
  await expect(asActor(therapist.token, readSettings)).rejects.toMatchObject({ name: 'NotFound' });
  await expect(asActor(therapist.token, (tx) => changeSettings(tx, input))).rejects.toMatchObject({ name: 'NotFound' });
});
