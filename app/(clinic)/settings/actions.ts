'use server';

import { action } from '@/lib/action';
import { changeKeys } from '@/lib/people/change-keys';
import { changeKeysInput } from '@/lib/people/schema';
import { changeSettings } from '@/lib/practices/change-settings';
import { saveWorkingHours } from '@/lib/practices/change-working-hours';
import { changeSettingsInput, workingHoursInput } from '@/lib/practices/schema';
import { changeNoteFormat } from '@/lib/snippets/note-settings';
import { dropSnippet, saveSnippet } from '@/lib/snippets/own-snippets';
import { noteFormatInput, removeSnippetInput, saveSnippetInput } from '@/lib/snippets/schema';

export const saveSettings = action('clinic', changeSettingsInput, changeSettings);
export const saveHours = action('clinic', workingHoursInput, saveWorkingHours);
export const saveKeys = action('clinic', changeKeysInput, changeKeys);
export const saveNoteFormat = action('clinic', noteFormatInput, changeNoteFormat);
export const saveSnippetAction = action('clinic', saveSnippetInput, saveSnippet);
export const dropSnippetAction = action('clinic', removeSnippetInput, dropSnippet);
