'use server';

import { changePassword as change } from '@/lib/accounts/change-password';
import { endDevices, endOneSignIn } from '@/lib/accounts/end-devices';
import { changePasswordInput, endDevicesInput, endSignInInput } from '@/lib/accounts/schema';
import { action } from '@/lib/action';

export const changePassword = action('clinic', changePasswordInput, change);
export const endMySignIn = action('clinic', endSignInInput, endOneSignIn);
export const endOtherSignIns = action('clinic', endDevicesInput, endDevices);
