import { readItemPage } from '@/lib/measures/mine/read-item-page';
import { page } from '@/lib/page';
import { askingView } from '../asking';

export default page({ door: 'portal', read: (tx, { params }) => readItemPage(tx, params), view: askingView });
