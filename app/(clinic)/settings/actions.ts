'use server';

import { action } from '@/lib/action';
import { changeSettings } from '@/lib/practices/change-settings';
import { changeSettingsInput } from '@/lib/practices/schema';

export const saveSettings = action('clinic', changeSettingsInput, changeSettings);
