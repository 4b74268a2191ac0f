'use server';

import { z } from 'zod';
import { changePassword as change } from '@/lib/accounts/own/change-password';
import { endDevices, endOneSignIn } from '@/lib/accounts/own/end-devices';
import * as factors from '@/lib/accounts/factors/change-factors';
import {
  addAppInput,
  addPasskeyInput,
  changePasswordInput,
  endDevicesInput,
  endSignInInput,
  ownerInput,
  removePasskeyInput,
} from '@/lib/accounts/schema';
import { action } from '@/lib/action';

export const changePassword = action('clinic', changePasswordInput, change);
export const endMySignIn = action('clinic', endSignInInput, endOneSignIn);
export const endOtherSignIns = action('clinic', endDevicesInput, endDevices);

export const addPasskey = action('clinic', addPasskeyInput, factors.addPasskey, { opensWithoutFactor: true });
export const removePasskey = action('clinic', removePasskeyInput, factors.removePasskey);
export const turnOnApp = action('clinic', addAppInput, factors.turnOnTotp, { opensWithoutFactor: true });
export const turnOffApp = action('clinic', ownerInput, factors.turnOffTotp);
export const renewCodes = action('clinic', ownerInput, factors.renewCodes);
export const putCodesAway = action('clinic', z.object({}), factors.putCodesAway);
