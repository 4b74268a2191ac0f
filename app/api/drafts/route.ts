import { keepDraftPart, keepDraftPartWhenIdle } from '@/lib/drafts/keep-draft';
import { draftPartInput } from '@/lib/drafts/schema';
import { route } from '@/lib/route';
import { sentJson } from '@/lib/sent-json';

/** Keeps a text while a partner types it; sent with keepalive, so that it outlives the page. */
export const POST = route(sentJson('portal', draftPartInput, keepDraftPart, { whenIdle: keepDraftPartWhenIdle }));
