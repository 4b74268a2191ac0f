// The access log as a file.
import { answerExport } from '@/lib/access-log/export-log';
import { route } from '@/lib/route';

// What is no form asks for nothing, and is answered like one that asks for the days there are.
export const POST = route(async (request) => answerExport(await request.formData().catch(() => new FormData())));
