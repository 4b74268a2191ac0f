// Between a sign-in and the first page, once: what happened to the account while its owner was away from it.
import { redirect } from 'next/navigation';
import { Clinic } from '@/app/frames/clinic';
import { AccountNews } from '@/components/accounts/account-news';
import { PageHeader } from '@/components/ui/page-parts';
import { readNews } from '@/lib/accounts/own/read-account';
import { page } from '@/lib/page';

export default page({
  door: 'clinic',
  read: readNews,
  view: ({ data, actor, formKey }) => {
    if (data.length === 0) redirect('/');
    return (
      <Clinic actor={actor} formKey={formKey} current="settings" title="Account">
        <PageHeader title="Your account was changed" />
        <AccountNews news={data} />
      </Clinic>
    );
  },
});
