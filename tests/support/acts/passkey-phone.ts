// A phone with a fingerprint reader, as Chromium plays it: it holds passkeys and always knows its owner.
import type { Page } from '@playwright/test';

export async function passkeyPhone(page: Page): Promise<{ forget: () => Promise<void> }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { forget: () => devtools.send('WebAuthn.clearCredentials', { authenticatorId }).then(() => undefined) };
}
