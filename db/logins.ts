/**
 * Two logins, so that no statement of someone signed in can take the role of the door, which begins sign-ins: the one of `DATABASE_URL`,
 * and beside it one that `migrate()` makes, with the same password.
 */
const nameIn = (url: string): string => decodeURIComponent(new URL(url).username);

export const loginsOf = (appUrl: string): { app: string; door: string; password: string } => ({
  app: nameIn(appUrl),
  door: `${nameIn(appUrl)}_door`,
  password: decodeURIComponent(new URL(appUrl).password),
});

export function doorUrl(appUrl: string): string {
  const changed = new URL(appUrl);
  changed.username = encodeURIComponent(loginsOf(appUrl).door);
  return changed.href;
}
