'use server';

import { action } from '@/lib/action';
import { changeKeys } from '@/lib/people/change-keys';
import { changeKeysInput } from '@/lib/people/schema';
import { changeSettings } from '@/lib/practices/change-settings';
import { changeSettingsInput } from '@/lib/practices/schema';

export const saveSettings = action('clinic', changeSettingsInput, changeSettings);
export const saveKeys = action('clinic', changeKeysInput, changeKeys);
