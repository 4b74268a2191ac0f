/** What a partner is told about who reads what. Safe in the browser. */

/** Said at every place where something is given to the therapist: nobody watches live. */
export const NOT_LIVE = 'Nobody watches this live. Answers are read on working days. For help now, see Support.';

/** Who reads, as the first visit says it: with a backup on the care team, it is not one person alone. */
export const readBy = (hasBackup: boolean): string =>
  hasBackup ? 'Answers are read on working days.' : 'Answers are read on working days by one person.';

/** The one sentence for every closed step, whatever the cause, and for having none. */
export const NOTHING_OPEN =
  'Nothing is open today. Steps open and rest at different times for everyone. There is nothing you need to do.';

/** Beside it once shared work has ended, for both alike. */
export const APART = 'Your next appointment is with you alone; your therapist will be in touch.';

/** The one sentence of a cancelled appointment, whoever cancelled it and why. */
export const NOT_TAKING_PLACE = 'This appointment is not taking place. The practice will contact you.';

export const NOT_A_YES = 'An open step is not a yes. Ask each time; either of you can leave it.';

export const PAUSED =
  'Paused. You don’t have to explain. Your therapist will see this on the next working day. Your partner is not told; for them the step closes in the early morning, as every step does from time to time. They may still guess.';

export const CLOSE_WORDS =
  'It hides this page and signs you out. It does not clear your history or hide you from someone who watches your device.';

export const CALLS_SHOW = 'Calls show in your phone’s call list and on the bill.';

/** The confidentiality policy as its label at a text field and as the first visit explains it. */
export const confidentialityWords = {
  noSecrets: {
    label:
      'Your therapist may bring what you write into a session together. Never an answer about your safety, unless you agree.',
    meaning:
      'There are no secrets in this work: your therapist may bring what either of you gives alone into a session together, when it helps the two of you.',
  },
  limitedSecrets: {
    label:
      'Your therapist keeps what you write, unless it stands in the way of the work; then they help you say it. Never an answer about your safety, unless you agree.',
    meaning:
      'Your therapist keeps what one of you gives alone, unless it stands in the way of the work. Then they help that person say it.',
  },
  strictPrivate: {
    label: 'What you write stays between you and your therapist, unless you ask them to bring it up.',
    meaning:
      'What one of you gives alone stays between that person and the therapist, unless that person asks to bring it up.',
  },
} as const;

/** After "please contact me", once, and the same whatever came of it. */
export const MESSAGE_IS_THERE = 'Your therapist has your message.';

/** Where words for the other partner are no longer taken, to both alike. */
export const NOT_PASSED_ON = 'Words are no longer passed on here. What you write to your therapist still arrives.';
