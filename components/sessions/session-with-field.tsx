import { RadioGroup } from '@/components/ui/form/choice-fields';

type SessionWithFieldProps = {
  partners: { id: string; name: string }[];
  /** What is said under each choice. */
  ofBoth?: string;
  ofOne?: string;
  layout?: 'list' | 'row';
};

/** Both, or one of them alone; of one partner there is nothing to choose. */
export function SessionWithField({ partners, ofBoth, ofOne, layout }: SessionWithFieldProps) {
  const isCouple = partners.length > 1;
  return (
    <RadioGroup
      name="with"
      label="With"
      layout={layout}
      defaultValue={isCouple ? undefined : partners[0]?.id}
      options={[
        ...(isCouple ? [{ value: 'joint', label: 'Both', description: ofBoth }] : []),
        ...partners.map(({ id, name }) => ({
          value: id,
          label: `${name} alone`,
          description: isCouple ? ofOne : undefined,
        })),
      ]}
    />
  );
}
