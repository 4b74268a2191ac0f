// Questions, consent and check-in lists: their kinds, which answers open and which raise, who may never see them together.
import 'server-only';
import type { NamedQuestion, Program, Question } from '@/db/program/content';
import { at, checkKeys, checkNoRepeat, type Fault, isText, type Place } from './shape';

const CONSENT_LISTS = ['alone', 'together', 'firstAgreement'] as const;

export function checkQuestions(program: Program, fault: Fault): void {
  for (const [id, question] of Object.entries(program.questions)) checkQuestion(program, id, question, fault);
  for (const [list, questions] of Object.entries(program.consent)) {
    if (!CONSENT_LISTS.some((name) => name === list)) fault(`Consent has the unknown list "${list}".`);
    for (const question of questions) checkConsent(list, question, fault);
  }
  for (const list of CONSENT_LISTS) if (!program.consent[list]?.length) fault(`Consent lacks the list "${list}".`);
  const named = Object.values(program.consent).flatMap((questions) => questions.map(({ id }) => id));
  checkNoRepeat(named, 'Consent', fault);
  checkLists(program, fault);
}

function checkQuestion(program: Program, id: string, question: Question, fault: Fault): void {
  const where = `Question ${id}`;
  if (!/^[a-z][A-Za-z]*$/.test(id)) fault(`${where} is not camelCase.`);
  const optional = ['low', 'high', 'answers', 'neverJoint', 'touchOnly', 'opensWith', 'raises'];
  checkKeys(question, ['ask', 'kind'], optional, where, fault);
  if (!['scale', 'choice', 'text', 'yesno'].includes(question.kind))
    fault(`${where} has the unknown kind "${question.kind}".`);
  if ((question.kind === 'scale') !== (isText(question.low) && isText(question.high)))
    fault(
      `${where} needs low and high exactly when it is a scale.`,
      { question: id, field: isText(question.low) ? 'high' : 'low' },
      'Write what both ends mean.',
    );
  if ((question.kind === 'choice') !== (Array.isArray(question.answers) && question.answers.length >= 2))
    fault(
      `${where} needs answers exactly when it is a choice.`,
      { question: id, field: 'answers' },
      'Write at least two answers.',
    );
  checkAnswers(id, question, where, fault);
  if ('neverJoint' in question && question.neverJoint !== true) fault(`${where} has a neverJoint that is not true.`);
  checkOpening(question, where, fault);
  if (question.opensWith && program.steps.some((step) => step.extraCheckIn.includes(id)))
    for (const step of program.steps.filter(({ extraCheckIn }) => extraCheckIn.includes(id)))
      fault(
        `${where} has opensWith but is asked afterwards.`,
        at(step, 'extraCheckIn'),
        `“${question.ask}” is asked before a step opens, not afterwards.`,
      );
  checkRaises(id, question, where, fault);
  if (raisingAnswers(question).length && !question.neverJoint)
    fault(`${where} raises on an answer but is not neverJoint.`);
}

/** An answer is told from the others by its words alone. */
function checkAnswers(id: string, { answers = [] }: Question, where: string, fault: Fault): void {
  const empty = answers.findIndex((answer) => !isText(answer));
  if (empty >= 0)
    fault(
      `${where} has an empty answer.`,
      { question: id, field: `answers.${empty}.text` },
      'Write it, or take the row away.',
    );
  checkNoRepeat(answers, `${where} answers`, fault, { question: id, field: 'answers' });
}

function checkConsent(list: string, question: NamedQuestion, fault: Fault): void {
  const where = `Consent ${list} ${question.id}`;
  const place = { question: question.id, field: 'answers' };
  checkKeys(question, ['id', 'ask', 'kind', 'answers'], ['opensWith', 'raises'], where, fault);
  if ((question.kind === 'choice') !== (question.answers ?? []).length >= 2)
    fault(`${where} needs answers exactly when it is a choice.`, place, 'Write at least two answers.');
  checkAnswers(question.id, question, where, fault);
  if (question.kind === 'choice' && !question.opensWith?.length)
    fault(
      `${where} does not say which answer opens.`,
      place,
      'Tick at least one answer with which the step opens: it waits until everyone has given one.',
    );
  checkOpening(question, where, fault);
  checkRaises(question.id, question, where, fault);
}

function checkOpening(question: Question, where: string, fault: Fault): void {
  for (const answer of question.opensWith ?? [])
    if (!question.answers?.includes(answer)) fault(`${where} opens with "${answer}", which is not one of its answers.`);
}

function checkRaises(id: string, question: Question, where: string, fault: Fault): void {
  const answers = question.kind === 'yesno' ? ['Yes', 'No'] : question.answers;
  for (const raise of question.raises ?? []) {
    checkKeys(raise, ['tier'], ['answers', 'atLeast', 'atMost', 'timesRunning'], `${where} raises`, fault);
    if (!['urgent', 'safety', 'talk', 'review'].includes(raise.tier))
      fault(`${where} raises the unknown tier "${raise.tier}".`);
    if (!raise.answers?.length && raise.atLeast === undefined && raise.atMost === undefined)
      fault(`${where} raises something without saying when.`);
    for (const answer of raise.answers ?? [])
      if (!answers?.includes(answer)) fault(`${where} raises on "${answer}", which is not one of its answers.`);
  }
  const raising = raisingAnswers(question);
  checkNoRepeat(raising, `${where} raises`, fault);
  for (const answer of question.opensWith ?? [])
    if (raising.includes(answer))
      fault(
        `${where} both opens and raises with "${answer}".`,
        { question: id, field: `answers.${question.answers?.indexOf(answer) ?? 0}.text` },
        'A step does not open with an answer that the care team is told of.',
      );
}

const raisingAnswers = (question: Question) => (question.raises ?? []).flatMap((raise) => raise.answers ?? []);

function checkLists(program: Program, fault: Fault): void {
  const { checkIn, questions, steps } = program;
  checkKeys(checkIn, ['short', 'full'], [], 'checkIn', fault);
  const lists: [string, string[], Place?][] = [
    ['checkIn short', checkIn.short],
    ['checkIn full', checkIn.full],
    ...(['extraConsent', 'extraCheckIn'] as const).flatMap((name) =>
      steps.map((step): [string, string[], Place] => [`${step.id} ${name}`, step[name], at(step, name)]),
    ),
  ];
  for (const [where, ids, place] of lists) {
    checkNoRepeat(ids, where, fault, place);
    for (const id of ids)
      if (!questions[id])
        fault(`${where} names the question "${id}", which does not exist.`, place, 'Choose a question in every row.');
  }
  const asked = new Set(lists.flatMap(([, ids]) => ids));
  for (const id of Object.keys(questions))
    if (!asked.has(id))
      fault(
        `Question ${id} is asked nowhere.`,
        { field: 'extraConsent' },
        `No step would ask “${questions[id]!.ask}” any more. Ask it here, or in another step first.`,
      );
  for (const id of checkIn.short)
    if (!checkIn.full.includes(id)) fault(`checkIn full lacks "${id}", which is in short.`);
  for (const id of ['freeToStop', 'contactMe']) {
    if (!questions[id]?.neverJoint) fault(`Question ${id} is not neverJoint.`);
    if (!checkIn.short.includes(id)) fault(`checkIn short lacks "${id}".`);
  }
  if (checkIn.full.indexOf('reflectionFor') + 1 !== checkIn.full.indexOf('reflection'))
    fault('reflectionFor does not come just before reflection.');
}
