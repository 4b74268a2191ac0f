/** The invented people of the demo. Every address ends in .example, every number is a 555 number: nobody here can be reached. */
import 'server-only';

/** One for everyone, easy to type. */
export const DEMO_PASSWORD = 'quiet river stone';

export const PRACTICE = {
  name: 'Placeholder Practice',
  portalTitle: 'Today',
  senderName: 'The Office',
  mailSubject: 'A reminder for you',
  closeUrl: 'https://www.wikipedia.org',
  contacts: [
    { label: 'Example Crisis Line (invented)', detail: '555 0100, day and night' },
    { label: 'Sample County Night Doctor (invented)', detail: '555 0142' },
    { label: 'Made-up Shelter, someone to talk to (invented)', detail: '555 0177' },
  ],
};

export const ON_LETTERS = {
  letterName: 'Office at Placeholder Street',
  letterAddress: '1 Placeholder Street\nExampleton',
};

export const STAFF = {
  admin: { name: 'Pat Placeholder', credential: '', email: 'pat@practice.example', roles: ['practiceAdmin'] },
  therapist: { name: 'Tess Example', credential: 'LMFT', email: 'tess@practice.example', roles: ['therapist'] },
  cover: { name: 'Theo Standin', credential: 'PhD', email: 'theo@practice.example', roles: ['therapist'] },
  third: { name: 'Toni Proxy', credential: 'LPC', email: 'toni@practice.example', roles: ['therapist'] },
  supervisor: { name: 'Sunny Makeshift', credential: 'PsyD', email: 'sunny@practice.example', roles: ['supervisor'] },
  scheduler: { name: 'Sky Frontdesk', credential: '', email: 'sky@practice.example', roles: ['scheduler'] },
  newcomer: { name: 'Nic Notyet', credential: '', email: 'nic@practice.example', roles: ['scheduler'] },
} as const;

export type StaffPerson = (typeof STAFF)[keyof typeof STAFF];

/** A partner as the form for a new couple takes one. */
export type Invented = {
  name: string;
  email: string;
  /** Signs in with a user name that is drawn when the demo is loaded. */
  hasNoEmail?: 'yes';
  phone: string;
  contactInstruction: string;
  emergencyContact: string;
  words: string;
};

const invented = (name: string, email: string, more: Partial<Invented> = {}): Invented => ({
  name,
  email,
  phone: '555 0123',
  contactInstruction: '',
  emergencyContact: '',
  words: '',
  ...more,
});

export const PARTNERS = {
  ada: invented('Ada Example', 'ada@home.example', {
    contactInstruction: 'Text, weekdays 9-12, no voicemail, don’t mention the practice.',
    emergencyContact: 'Sister, 555 0101',
    words: 'she; says “closeness”',
  }),
  bo: invented('Bo Sample', 'bo@home.example', {
    contactInstruction: 'Call after 6 pm.',
    words: 'he; says “being together”',
  }),
  cleo: invented('Cleo Placeholder', 'cleo@home.example', { words: 'they' }),
  dev: invented('Dev Fictional', 'dev@home.example', { contactInstruction: 'E-mail only.', words: 'he' }),
  erin: invented('Erin Mock', 'erin@home.example', { contactInstruction: 'Call at work, Tuesdays.', words: 'she' }),
  finn: invented('Finn Dummy', 'finn@home.example', {
    contactInstruction: 'Text first. Never the landline.',
    words: 'she',
  }),
  gale: invented('Gale Invented', 'gale@home.example'),
  hart: invented('Hart Imaginary', 'hart@home.example', { contactInstruction: 'Any time.' }),
  indy: invented('Indy Sampleton', 'indy@home.example'),
  jo: invented('Jo Notreal', 'jo@home.example'),
  kit: invented('Kit Madeup', 'kit@home.example', { contactInstruction: 'Text.' }),
  maximiliana: invented(
    'Maximiliana-Theodora van der Example-Placeholderstein',
    'maximiliana-theodora.van-der-example-placeholderstein@an-especially-long-name.example',
  ),
  bartholomew: invented(
    'Bartholomew Alexander Featherstonehaugh-Fictional',
    'bartholomew.featherstonehaugh-fictional@an-especially-long-name.example',
  ),
  lena: invented('Lena Donaudampfschifffahrtsbeispielhausen', 'lena@home.example', {
    contactInstruction: 'Call at lunch, her own phone only.',
    emergencyContact: 'Neighbor, 555 0133',
    words: 'she',
  }),
  mo: invented('Mo Musterperson', 'mo@home.example', { contactInstruction: 'E-mail, any day.', words: 'they' }),
  nia: invented('Nia Pretend', 'nia@home.example', { contactInstruction: 'Text after 5 pm.', words: 'she' }),
  oz: invented('Oz Stand-In', 'oz@home.example', {
    contactInstruction: 'Call on Mondays, the workshop is quiet then.',
    words: 'he; would rather say “near” than “intimate”',
  }),
  quinn: invented('Quinn Makebelieve', 'quinn@home.example', { words: 'he' }),
  rue: invented('Rue Sampler', '', { hasNoEmail: 'yes', contactInstruction: 'No calls at work.', words: 'he' }),
  sol: invented('Sol Fabricated', 'sol@home.example', { words: 'she' }),
  tam: invented('Tam Ersatz', 'tam@home.example', { contactInstruction: 'Text.', words: 'he' }),
  sakura: invented('見本 さくら', 'sakura@home.example', { contactInstruction: 'E-mail in English is fine.' }),
  primer: invented('Пример Примеров', 'primer@home.example', { contactInstruction: 'Text before calling.' }),
  noa: invented('נועה דוגמה', 'noa@home.example', { contactInstruction: 'Not on Saturdays.', words: 'she' }),
  samir: invented('سامر مثال', 'samir@home.example', { contactInstruction: 'Text, mornings.', words: 'he' }),
  uma: invented('Uma Dreamtup', 'uma@home.example', { words: 'she' }),
  val: invented('Val Unreal', 'val@home.example', { contactInstruction: 'Call after 8 pm.' }),
  wren: invented('Wren Storybook', 'wren@home.example', { contactInstruction: 'Leave no messages.', words: 'she' }),
  xan: invented('Xan Sketch', 'xan@home.example', { words: 'he' }),
  yaz: invented('Yaz Filler', 'yaz@home.example', { contactInstruction: 'Text.', words: 'they' }),
  zed: invented('Zed Phantom', 'zed@home.example'),
};

/** Whom a visitor may sign in as, in the order worth trying; a person without an address with the user name they were given. */
export const TO_SIGN_IN: { who: string; name: string; email?: string }[] = [
  { who: 'Tess Example, therapist', ...STAFF.therapist },
  { who: 'Ada Example, a partner', ...PARTNERS.ada },
  { who: 'Bo Sample, her partner', ...PARTNERS.bo },
  { who: 'Rue Sampler, by user name', name: PARTNERS.rue.name },
  { who: 'Pat Placeholder, admin', ...STAFF.admin },
  { who: 'Sunny Makeshift, supervisor', ...STAFF.supervisor },
  { who: 'Sky Frontdesk, scheduler', ...STAFF.scheduler },
];
