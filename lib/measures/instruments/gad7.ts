import 'server-only';
import { alike, type Instrument } from './instrument';
import { PFIZER_GRANT, TWO_WEEKS } from './phq9';

export const gad7: Instrument = {
  id: 'gad7',
  version: 1,
  language: 'en',
  algorithm: 1,
  slug: 'seven',
  name: 'GAD-7',
  fullName: 'Generalized Anxiety Disorder scale',
  asks: 'The last two weeks: seven questions',
  minutes: 2,
  intro: [],
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  items: alike(TWO_WEEKS, [
    'Feeling nervous, anxious, or on edge',
    'Not being able to stop or control worrying',
    'Worrying too much about different things',
    'Trouble relaxing',
    'Being so restless that it is hard to sit still',
    'Becoming easily annoyed or irritable',
    'Feeling afraid as if something awful might happen',
  ]),
  range: [0, 21],
  higherIs: 'worse',
  citation:
    'Spitzer RL, Kroenke K, Williams JBW, Löwe B (2006). A brief measure for assessing generalized anxiety disorder: the GAD-7. Archives of Internal Medicine 166(10), 1092-1097.',
  license: PFIZER_GRANT,
  wordingFrom: 'The form published at phqscreeners.com.',
};
