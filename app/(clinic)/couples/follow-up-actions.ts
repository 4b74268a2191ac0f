'use server';

import { action } from '@/lib/action';
import { answerRequest } from '@/lib/contact-notes/answer-request';
import { answerRequestInput, takeBackContactNoteInput, writeContactNoteInput } from '@/lib/contact-notes/schema';
import { takeBackContactNote } from '@/lib/contact-notes/take-back-contact-note';
import { writeContactNote } from '@/lib/contact-notes/write-contact-note';
import { addToDo } from '@/lib/to-dos/add-to-do';
import { markToDo } from '@/lib/to-dos/mark-to-do';
import { addToDoInput, markToDoInput } from '@/lib/to-dos/schema';

export const putOnList = action('clinic', addToDoInput, addToDo);
export const markOnList = action('clinic', markToDoInput, markToDo);
export const answerContactRequest = action('clinic', answerRequestInput, answerRequest);
export const noteContact = action('clinic', writeContactNoteInput, writeContactNote);
export const takeContactBack = action('clinic', takeBackContactNoteInput, takeBackContactNote);
