import { notFound } from 'next/navigation';
import { readPublicEnv } from '@/lib/env';
import { page } from '@/lib/page';

/** The least a page of this app can cost: what `npm run bench` compares the others with. It exists for nobody else. */
export default page({
  door: 'entry',
  read: async () => {
    if (!readPublicEnv().isBench) notFound();
  },
  view: () => <p>Bare</p>,
});
