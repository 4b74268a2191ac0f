import { readAskingPage } from '@/lib/answers/read-question-page';
import { page } from '@/lib/page';
import { askingView } from '../asking';

export default page({ door: 'portal', read: (tx, { params }) => readAskingPage(tx, params), view: askingView });
