import { Disclosure } from '@/components/ui/disclosure';
import { RadioGroup } from '@/components/ui/form/choice-fields';
import { FormFrame } from '@/components/ui/form/form-frame';
import { TextArea, TextField } from '@/components/ui/form/text-field';
import { Card, EmptyState, PageHeader, Section } from '@/components/ui/page-parts';
import type { FormAction } from '@/lib/action-state';
import { FORMATS, newestOf } from '@/lib/format/notes/note-formats';
import type { NoteFormat } from '@/lib/format/note-sections';

type NoteSettingsProps = {
  format: NoteFormat;
  snippets: { id: string; name: string; text: string; saveKey: string; dropKey: string }[];
  actions: Record<'format' | 'save' | 'drop', FormAction>;
  formKey: string;
  newKey: string;
};

const LONGEST = 5_000;

/** One's own format and snippets. */
export function NoteSettings({ format, snippets, actions, formKey, newKey }: NoteSettingsProps) {
  return (
    <>
      <PageHeader title="Writing notes" lead="For you alone: nobody else sees your snippets." />
      <div className="flex max-w-measure flex-col gap-8">
        <Section heading="Format">
          <FormFrame action={actions.format} formKey={formKey} submit="Save" label="Format">
            <RadioGroup
              name="format"
              label="New notes begin in"
              description="The format of a note can be changed while it is a draft."
              options={FORMATS.map((id) => ({ value: id, label: newestOf(id).label }))}
              defaultValue={format}
            />
          </FormFrame>
        </Section>
        <Section
          heading="Snippets"
          lead="Text you write often. In a note, type a semicolon and its name, as in ;closing, then Space or Enter. Don’t put anyone’s words or name in it: a snippet belongs to no record."
        >
          {snippets.length === 0 ? <EmptyState>No snippet yet.</EmptyState> : null}
          {snippets.map(({ id, name, text, saveKey, dropKey }) => (
            <Card key={id} isPlain>
              <h3 className="text-base">;{name}</h3>
              <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</p>
              <Disclosure summary={`Change or remove ;${name}`}>
                <div className="flex flex-col gap-4">
                  <FormFrame
                    action={actions.save}
                    formKey={saveKey}
                    hidden={{ snippetId: id }}
                    submit="Save"
                    submitVariant="secondary"
                    label={`Change ;${name}`}
                  >
                    <SnippetFields name={name} text={text} />
                  </FormFrame>
                  <FormFrame
                    action={actions.drop}
                    formKey={dropKey}
                    hidden={{ snippetId: id }}
                    submit="Remove"
                    submitVariant="danger"
                    label={`Remove ;${name}`}
                  >
                    {null}
                  </FormFrame>
                </div>
              </Disclosure>
            </Card>
          ))}
        </Section>
        <Section heading="A new snippet">
          <FormFrame
            action={actions.save}
            formKey={newKey}
            submit="Add"
            submitVariant="secondary"
            label="A new snippet"
          >
            <SnippetFields />
          </FormFrame>
        </Section>
      </div>
    </>
  );
}

const SnippetFields = ({ name, text }: { name?: string; text?: string }) => (
  <>
    <TextField
      name="name"
      label="Name"
      description="One short word: small letters, digits, hyphens."
      defaultValue={name}
      maxLength={20}
      width="short"
      isPrivate
    />
    <TextArea name="text" label="Text" defaultValue={text} maxLength={LONGEST} rows={4} />
  </>
);
