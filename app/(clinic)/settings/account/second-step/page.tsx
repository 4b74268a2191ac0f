import { Clinic } from '@/app/frames/clinic';
import { SecondStep } from '@/components/accounts/second-step';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page-parts';
import { readSecondStep } from '@/lib/accounts/factors/read-second-step';
import { page } from '@/lib/page';
import { addPasskey, putCodesAway, removePasskey, renewCodes, turnOffApp, turnOnApp } from '../actions';

// Also the first page of someone whose practice asks for a second step that is not there yet.
export default page({
  door: 'clinic',
  opensWithoutFactor: true,
  read: readSecondStep,
  view: ({ data, actor, formKey }) => (
    <Clinic actor={actor} formKey={formKey} current="settings" title="Second step">
      <PageHeader
        back={data.isRequired ? undefined : <TextLink href="/settings/account">Account</TextLink>}
        title="A second step for signing in"
        lead={
          data.isRequired
            ? 'Everyone who works here signs in with a password and a second step. Set yours up now; it takes two minutes.'
            : 'After your password, something that only you have: who learns the password alone gets no further.'
        }
      />
      <div className="max-w-measure">
        <SecondStep
          view={data}
          actions={{
            addPasskey,
            removePasskey,
            turnOn: turnOnApp,
            turnOff: turnOffApp,
            renew: renewCodes,
            putAway: putCodesAway,
          }}
        />
      </div>
    </Clinic>
  ),
});
