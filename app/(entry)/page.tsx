import { page } from '@/lib/page';
import { sendToFirstPlace } from '@/lib/accounts/send-to-first-place';

export default page({ door: 'entry', read: sendToFirstPlace, view: () => null });
