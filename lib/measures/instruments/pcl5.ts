import 'server-only';
import { alike, type Instrument } from './instrument';

export const pcl5: Instrument = {
  id: 'pcl5',
  version: 1,
  language: 'en',
  algorithm: 1,
  slug: 'twenty',
  name: 'PCL-5',
  fullName: 'PTSD Checklist for DSM-5, standard form, past month',
  asks: 'The past month: twenty questions',
  minutes: 8,
  intro: [
    'Below is a list of problems that people sometimes have in response to a very stressful experience. Keeping your worst event in mind, please read each problem carefully and then select one of the options to indicate how much you have been bothered by that problem in the past month.',
  ],
  stem: 'In the past month, how much were you bothered by:',
  items: alike(
    ['Not at all', 'A little bit', 'Moderately', 'Quite a bit', 'Extremely'],
    [
      'Repeated, disturbing, and unwanted memories of the stressful experience?',
      'Repeated, disturbing dreams of the stressful experience?',
      'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
      'Feeling very upset when something reminded you of the stressful experience?',
      'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
      'Avoiding memories, thoughts, or feelings related to the stressful experience?',
      'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
      'Trouble remembering important parts of the stressful experience?',
      'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
      'Blaming yourself or someone else for the stressful experience or what happened after it?',
      'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
      'Loss of interest in activities that you used to enjoy?',
      'Feeling distant or cut off from other people?',
      'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
      'Irritable behavior, angry outbursts, or acting aggressively?',
      'Taking too many risks or doing things that could cause you harm?',
      'Being “superalert” or watchful or on guard?',
      'Feeling jumpy or easily startled?',
      'Having difficulty concentrating?',
      'Trouble falling or staying asleep?',
    ],
  ),
  range: [0, 80],
  higherIs: 'worse',
  citation:
    'Weathers FW, Litz BT, Keane TM, Palmieri PA, Marx BP, Schnurr PP (2013). The PTSD Checklist for DSM-5 (PCL-5) – Standard. National Center for PTSD, ptsd.va.gov.',
  license: 'Made by staff of the VA’s National Center for PTSD; in the public domain and not copyrighted.',
  wordingFrom:
    'The standard form of the National Center for PTSD; “select one of the options” as in its fillable form, because there is nothing to circle on a phone.',
};
