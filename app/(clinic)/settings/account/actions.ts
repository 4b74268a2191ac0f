'use server';

import { z } from 'zod';
import { changePassword as change } from '@/lib/accounts/own/change-password';
import { endDevices, endOneSignIn } from '@/lib/accounts/own/end-devices';
import * as factors from '@/lib/accounts/factors/change-factors';
import { changePasswordInput, endDevicesInput, endSignInInput, factorInput } from '@/lib/accounts/schema';
import { action } from '@/lib/action';

export const changePassword = action('clinic', changePasswordInput, change);
export const endMySignIn = action('clinic', endSignInInput, endOneSignIn);
export const endOtherSignIns = action('clinic', endDevicesInput, endDevices);

export const turnOnApp = action('clinic', factorInput, factors.turnOnTotp, { opensWithoutFactor: true });
export const turnOffApp = action('clinic', factorInput, factors.turnOffTotp);
export const renewCodes = action('clinic', factorInput, factors.renewCodes);
export const putCodesAway = action('clinic', z.object({}), factors.putCodesAway);
