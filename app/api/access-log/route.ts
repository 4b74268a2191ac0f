// The access log as a file.
import { answerExport } from '@/lib/access-log/export-log';
import { route } from '@/lib/route';

export const POST = route(async (request) => answerExport(await request.formData()));
