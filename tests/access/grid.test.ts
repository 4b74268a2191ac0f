// Every cell of the grid, asked of Postgres: whoever it names may, and everyone else may not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS, type Action, inWords, listsOf, type Role, ROLES } from '@/db/access/grid';
import { cellOf, type ResourceName, RESOURCES, tableOf } from '@/db/access/policy';
import { useDatabase } from '@/tests/support/database';
import { keepGrid } from '@/tests/support/grid-report';
import { isAllowed } from './ask';
import { makeWorld, PEOPLE, type Person, type World } from './world';

const database = useDatabase();
let world: World;
beforeAll(async () => {
  world = await makeWorld(database.owner);
});

/** What each person is to the row that everyone asks for: the words of the grid that hold for them, said by hand. */
const ROLE_OF: Record<Person, Role> = {
  practiceAdmin: 'practiceAdmin',
  therapist: 'therapist',
  therapistOutside: 'therapist',
  therapistBefore: 'therapist',
  supervisor: 'supervisor',
  supervising: 'supervisor',
  scheduler: 'scheduler',
  partner: 'partner',
  otherPartner: 'partner',
  partnerElsewhere: 'partner',
  practiceAdminElsewhere: 'practiceAdmin',
  therapistElsewhere: 'therapist',
};
const isElsewhere = (person: Person) => person.endsWith('Elsewhere');

/** Words about the row itself, true of the rows that world.ts makes. */
const OF_THE_ROW = [
  'draft',
  'unsigned',
  'standing',
  'privateKey',
  'recordKey',
  'ownAct',
  'ownHand',
  'asSupervisor',
  'addition',
];
/** Tables whose row here a supervisor wrote. */
const OF_A_SUPERVISOR = ['co_signatures', 'note_reviews', 'note_comments'];

function holds(word: string, person: Person, table: string): boolean {
  if (isElsewhere(person)) return false;
  if (word === 'practice') return true;
  // The rows here are a couple's own; the library's are asked for in the red lines.
  if (word === 'library') return false;
  if (word === 'author' && OF_A_SUPERVISOR.includes(table)) return person === 'supervising';
  if (['careTeam', 'primary', 'treats', 'author', 'ownNote', 'supervisee'].includes(word))
    return person === 'therapist';
  if (word === 'supervises') return person === 'supervising' && !(table === 'data_keys');
  if (word === 'party') return person === 'supervising' || person === 'therapist';
  if (word === 'self') return person === 'partner';
  if (word === 'actor') return person === 'partner';
  // Whom the author named is asked for in tests/lib/session-notes/writing-together.test.ts.
  if (['signed', 'staffAct', 'onPaper', 'byStaff', 'asCoTherapist', 'coAuthor', 'keeper'].includes(word)) return false;
  if (OF_THE_ROW.includes(word)) return true;
  throw new Error(`Say here what "${word}" means for the rows of ${table}.`);
}

function expected(resource: ResourceName, action: Action, person: Person): boolean {
  const cell = cellOf(resource, action, ROLE_OF[person]);
  if (cell === 'nobody') return false;
  return listsOf(cell).some((words) => words.every((word) => holds(word, person, tableOf(resource))));
}

const answers = new Map<string, Set<Role>>();

describe.each(RESOURCES)('%s', (resource) => {
  test.each(ACTIONS)('%s: whoever the grid names may, and everyone else may not', async (action) => {
    const table = tableOf(resource);
    const row = world.rows[table];
    expect(row, `world.ts makes no row of ${table}`).toBeDefined();
    const asked = await Promise.all(
      PEOPLE.map(async (person) => ({
        person,
        may: await isAllowed(database.owner, world.tokens[person], table, row!, action),
      })),
    );
    answers.set(`${resource}.${action}`, new Set(asked.filter((a) => a.may).map((a) => ROLE_OF[a.person])));
    expect(Object.fromEntries(asked.map((a) => [a.person, a.may]))).toEqual(
      Object.fromEntries(PEOPLE.map((person) => [person, expected(resource, action, person)])),
    );
  });
});

/** The grid's own words where Postgres agreed that someone of the role may. */
function answered(resource: ResourceName, action: Action, role: Role): string {
  if (!answers.get(`${resource}.${action}`)?.has(role)) return '·';
  const cell = cellOf(resource, action, role);
  if (cell === 'nobody') return 'YES, AGAINST THE GRID';
  return inWords(cell);
}

afterAll(() =>
  keepGrid(
    RESOURCES.flatMap((resource) =>
      ACTIONS.flatMap((action) =>
        ROLES.map((role) => ({ resource, action, role, answered: answered(resource, action, role) })),
      ),
    ),
  ),
);
