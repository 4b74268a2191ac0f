import {
  addMyPasskey,
  putMyCodesAway,
  removeMyPasskey,
  renewMyCodes,
  turnOffMyApp,
  turnOnMyApp,
} from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { SecondStep } from '@/components/accounts/second-step';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { readMyDay } from '@/lib/my-day/open-my-day';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: async (tx) => ({ day: await readMyDay(tx), step: await readSecondStep(tx) }),
  view: (seen) =>
    onceAgreed(seen, ({ data, actor }) => (
      <Portal actor={actor} back={{ href: '/me' }}>
        <h1>A second step</h1>
        <p>
          After your password, something that only you have: someone who knows your password gets no further. If you
          lose it and the recovery codes, your therapist gives you a new code.
        </p>
        <SecondStep
          view={data.step}
          actions={{
            addPasskey: addMyPasskey,
            removePasskey: removeMyPasskey,
            turnOn: turnOnMyApp,
            turnOff: turnOffMyApp,
            renew: renewMyCodes,
            putAway: putMyCodesAway,
          }}
        />
      </Portal>
    )),
});
