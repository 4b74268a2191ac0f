// What stands around the steps: the review mark, the stages, the conditions, the source's strategies.
import 'server-only';
import type { Program } from '@/db/program/content';
import { at, checkKeys, isText } from './shape';
import type { Fault } from './shape';

const PARTS_OF_THE_FILE = [
  'about',
  'status',
  'evidenceKey',
  'sourceStrategies',
  'stages',
  'paths',
  'conditions',
  'fields',
  'consent',
  'checkIn',
  'questions',
  'steps',
];

const CONDITIONS = [
  'ownMeetingAlone',
  'bothMetAlone',
  'consentOwn',
  'consentBoth',
  'noOpenSafetyFlag',
  'medicalAnswered',
  'limitsSet',
  'therapistRelease',
];

/** What the source document asks for; each must be listed and covered by a step. */
const SOURCE_PHRASES = [
  'needs and wants',
  'without judgment',
  'fears and insecurities',
  'blame and shame',
  'solutions together',
  'fantasies',
  'desires',
  'expectations',
  'safe space',
  'hold hands',
  'cuddle',
  'massage',
  'kiss',
  'hug',
  'baby steps',
  'trust and confidence',
  'boundaries',
  'roleplay',
  'sensory play',
  'shared bath',
  'positions',
  'toys',
  'locations',
  'therapists, counselors and psychologists',
  'techniques and tools',
  'trauma',
  'grief',
  'patience',
  'creativity',
  'slow',
  'mutual support',
];

export function checkFrame(program: Program, fault: Fault): void {
  checkKeys(program, PARTS_OF_THE_FILE, [], 'The file', fault);
  if (!isText(program.about)) fault('"about" does not document the shape.');
  if (!/REVIEW BY A LICENSED CLINICIAN/.test(program.status))
    fault('"status" does not say that the file is for review by a licensed clinician.');
  program.stages.forEach((stage, index) => {
    checkKeys(stage, ['n', 'title', 'about'], [], `Stage ${index}`, fault);
    if (stage.n !== index) fault(`Stage ${index} has the number ${stage.n}.`);
  });
  for (const condition of CONDITIONS)
    if (!isText(program.conditions[condition])) fault(`The condition "${condition}" is not explained.`);
  checkSource(program, fault);
}

function checkSource(program: Program, fault: Fault): void {
  const phrases = new Map<string, string>();
  for (const [number, strategy] of Object.entries(program.sourceStrategies)) {
    checkKeys(strategy, ['text', 'phrases'], [], `Source strategy ${number}`, fault);
    for (const [key, text] of Object.entries(strategy.phrases)) {
      if (!key.startsWith(number)) fault(`Phrase ${key} is under strategy ${number}.`);
      phrases.set(key, text);
    }
  }
  const listed = [...phrases.values()].join(' | ');
  for (const phrase of SOURCE_PHRASES)
    if (!listed.includes(phrase)) fault(`The source phrase "${phrase}" is not listed in sourceStrategies.`);
  for (const step of program.steps)
    for (const key of step.sourceStrategies)
      if (!phrases.has(key))
        fault(
          `${step.id} names the source phrase "${key}", which does not exist.`,
          at(step, 'sourceStrategies'),
          'Choose from the list.',
        );
  for (const [key, text] of phrases)
    if (!program.steps.some((step) => step.sourceStrategies.includes(key)))
      fault(
        `No step covers the source phrase ${key} ("${text}").`,
        { field: 'sourceStrategies' },
        `No step is left for “${text}”. Choose it here, or in another step first.`,
      );
}
