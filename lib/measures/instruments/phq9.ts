import 'server-only';
import { alike, type Instrument } from './instrument';

export const TWO_WEEKS = ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'] as const;

export const PFIZER_GRANT =
  'Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc. No permission required to reproduce, translate, display or distribute.';

export const phq9: Instrument = {
  id: 'phq9',
  version: 1,
  language: 'en',
  algorithm: 1,
  slug: 'nine',
  name: 'PHQ-9',
  fullName: 'Patient Health Questionnaire',
  asks: 'The last two weeks: nine questions, and one more',
  minutes: 3,
  intro: [],
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: [
    ...alike(TWO_WEEKS, [
      'Little interest or pleasure in doing things',
      'Feeling down, depressed, or hopeless',
      'Trouble falling or staying asleep, or sleeping too much',
      'Feeling tired or having little energy',
      'Poor appetite or overeating',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      'Trouble concentrating on things, such as reading the newspaper or watching television',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      'Thoughts that you would be better off dead or of hurting yourself in some way',
    ]),
    {
      id: 'q10',
      ask: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      answers: ['Not difficult at all', 'Somewhat difficult', 'Very difficult', 'Extremely difficult'],
      points: null,
    },
  ],
  range: [0, 27],
  higherIs: 'worse',
  citation:
    'Kroenke K, Spitzer RL, Williams JBW (2001). The PHQ-9: validity of a brief depression severity measure. Journal of General Internal Medicine 16(9), 606-613.',
  license: PFIZER_GRANT,
  wordingFrom: 'The form published at phqscreeners.com.',
};
