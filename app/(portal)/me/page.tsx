import { askForMine, changeMyCalendar, changeMyPassword, endMyDevices, sayMyContact } from '@/app/(portal)/actions';
import { onceAgreed, Portal } from '@/app/frames/portal';
import { PasswordForm } from '@/components/accounts/password-form';
import { CalendarSection } from '@/components/portal/settings/calendar-section';
import { ContactSection } from '@/components/portal/settings/contact-section';
import { DataSection, OpeningsSection } from '@/components/portal/settings/record-sections';
import { DevicesSection } from '@/components/portal/settings/devices-section';
import { PlainLinkButton } from '@/components/ui/plain-link';
import { PARTNER_PASSWORD_LENGTH } from '@/lib/accounts/schema';
import { readSettings } from '@/lib/my-settings/read-settings';
import { page } from '@/lib/page';

export default page({
  door: 'portal',
  read: readSettings,
  view: (seen) =>
    onceAgreed(seen, ({ data: { devices, openings, calendar, formKeys }, actor }) => (
      <Portal actor={actor} back={{ href: '/home' }}>
        <h1>Settings</h1>
        <ContactSection action={sayMyContact} formKey={formKeys.contact} />
        <CalendarSection action={changeMyCalendar} formKey={formKeys.calendar} calendar={calendar} />
        <section className="settings-part items-start" aria-labelledby="reminders">
          <h2 id="reminders">Reminders</h2>
          <p>A mail at times you choose, or none.</p>
          <PlainLinkButton href="/me/reminders">Set reminders</PlainLinkButton>
        </section>
        <DevicesSection action={endMyDevices} formKey={formKeys.devices} devices={devices} />
        <section className="settings-part" aria-labelledby="password">
          <h2 id="password">Password</h2>
          <PasswordForm
            action={changeMyPassword}
            formKey={formKeys.password}
            least={PARTNER_PASSWORD_LENGTH}
            forgotten="If you have forgotten it, your therapist gives you a new code."
          />
        </section>
        <section className="settings-part items-start" aria-labelledby="step">
          <h2 id="step">A second step</h2>
          <p>A passkey or a code from an app, asked for after the password.</p>
          <PlainLinkButton href="/me/second-step">Look at it</PlainLinkButton>
        </section>
        <OpeningsSection action={askForMine} formKey={formKeys.openings} openings={openings} />
        <DataSection action={askForMine} formKey={formKeys.data} />
      </Portal>
    )),
});
