import { Banner } from '@/components/ui/banner';
import { FormFrame } from '@/components/ui/form/form-frame';
import type { FormAction } from '@/lib/action-state';

type SharedEndBannerProps = {
  end: { on: string; agreedWith: string | null; isInForce: boolean; formKey: string };
  coupleId: string;
  action: FormAction;
};

/** That shared work has ended, or will; with what can be done about it. */
export function SharedEndBanner({
  end: { on, agreedWith, isInForce, formKey },
  coupleId,
  action,
}: SharedEndBannerProps) {
  const whose = agreedWith ? `Agreed with ${agreedWith}.` : 'A practice admin closed it.';
  return (
    <div className="mb-6">
      <Banner tone="look">
        <p>
          {isInForce
            ? `Shared work ended at the turn of ${on}. ${whose} What each does alone stays; see each of them alone.`
            : `Shared work ends at the turn of ${on}. ${whose} Until then nothing changes for either of them.`}
        </p>
        <FormFrame
          action={action}
          formKey={formKey}
          hidden={{ coupleId }}
          submit={isInForce ? 'Take up shared work again' : 'Take it back'}
          submitVariant="secondary"
          label={isInForce ? 'Take up shared work again' : 'Take back the end of shared work'}
        >
          {null}
        </FormFrame>
      </Banner>
    </div>
  );
}
