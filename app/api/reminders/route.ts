// A partner's file for a calendar: a download without a query, and nothing in its name.
import { answerReminders } from '@/lib/my-appointments/reminders-file';
import { route } from '@/lib/route';

export const GET = route(async () => {
  const { status, file } = await answerReminders();
  if (status === 401) return new Response(null, { status: 303, headers: { Location: '/sign-in', ...notKept } });
  if (file === null) return new Response(null, { status, headers: notKept });
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="reminders.ics"',
      ...notKept,
    },
  });
});

const notKept = { 'Cache-Control': 'no-store' };
