'use client';

// Rows of a form that are added, moved and taken away. What is typed in a row, and what was said of it, goes with the row.
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { Button, IconButton } from '@/components/ui/button';
import { FieldFrame } from '@/components/ui/form/field-frame';
import { FormContext, type FormContents, useField } from '@/components/ui/form/form-context';

type RowsProps<T> = {
  /** The list's name; a row's fields begin with it and the row's place. */
  name: string;
  label: string;
  /** What one row is: "instruction". */
  noun: string;
  description?: ReactNode;
  start: readonly T[];
  /** What a new row starts with. */
  empty: T;
  most?: number;
  /** Rows stay where they are, and only the last can be taken away. */
  isFixed?: boolean;
  /** Where a heading right above says it. */
  isLabelHidden?: boolean;
  children: (row: { name: string; label: string; value: T }) => ReactNode;
};

export function Rows<T>({
  name,
  label,
  noun,
  description,
  start,
  empty,
  most = 20,
  isFixed,
  isLabelHidden,
  children,
}: RowsProps<T>) {
  const { control } = useForm<{ rows: { value: T }[] }>({
    defaultValues: { rows: start.map((value) => ({ value })) } as never,
  });
  const { fields: rows, append, remove, swap } = useFieldArray({ control, name: 'rows' as never });
  const ids = rows.map(({ id }) => id);
  const field = useField({ name, label, description });
  const contents = useRowContents(name, ids);
  const list = useRef<HTMLDivElement>(null);
  // Where the keyboard goes on after a change: nobody is thrown back to the top of the page.
  const [goTo, setGoTo] = useState<string | null>(null);
  useEffect(() => {
    if (!goTo) return;
    const found = list.current?.querySelector<HTMLElement>(goTo);
    (found?.matches(':disabled') ? found.parentElement?.querySelector<HTMLElement>('button:enabled') : found)?.focus();
    setGoTo(null);
  }, [goTo]);
  const move = (at: number, to: number, act: string) => {
    swap(at, to);
    setGoTo(`[data-row="${to}"] [data-act="${act}"]`);
  };

  return (
    <FieldFrame field={field} isGroup isLabelHidden={isLabelHidden} name={name} label={label} description={description}>
      <div ref={list} className="rows" data-fixed={isFixed}>
        <FormContext value={contents}>
          {rows.map((row, at) => {
            const called = `${capital(noun)} ${at + 1}`;
            return (
              <div key={row.id} className="rows__row" data-row={at}>
                <div className="rows__fields">
                  {children({ name: `${name}.${at}`, label: called, value: (row as unknown as { value: T }).value })}
                </div>
                <div className="rows__acts scripted-only">
                  {isFixed ? null : (
                    <>
                      <IconButton
                        data-act="up"
                        label={`Move ${noun} ${at + 1} up`}
                        icon={<ArrowUp aria-hidden="true" />}
                        disabled={at === 0}
                        onClick={() => move(at, at - 1, 'up')}
                      />
                      <IconButton
                        data-act="down"
                        label={`Move ${noun} ${at + 1} down`}
                        icon={<ArrowDown aria-hidden="true" />}
                        disabled={at === rows.length - 1}
                        onClick={() => move(at, at + 1, 'down')}
                      />
                    </>
                  )}
                  {isFixed && at < rows.length - 1 ? null : (
                    <IconButton
                      label={`Take away ${noun} ${at + 1}`}
                      icon={<X aria-hidden="true" />}
                      onClick={() => {
                        remove(at);
                        setGoTo('[data-act="add"]');
                      }}
                    />
                  )}
                </div>
              </div>
            );
          })}
        </FormContext>
        {rows.length < most ? (
          <div className="scripted-only">
            <Button
              size="sm"
              data-act="add"
              onClick={() => {
                append({ value: empty } as never, { shouldFocus: false });
                setGoTo(`[data-row="${rows.length}"] :is(input, textarea, select)`);
              }}
            >
              Add {/^[aeiou]/.test(noun) ? 'an' : 'a'} {noun}
            </Button>
          </div>
        ) : null}
      </div>
    </FieldFrame>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The form's contents with each fault at the row it was said of, wherever that row stands by now. */
function useRowContents(name: string, ids: readonly string[]): FormContents | null {
  const form = useContext(FormContext);
  const fields = form?.fields;
  const [answered, setAnswered] = useState({ fields, ids });
  if (answered.fields !== fields) setAnswered({ fields, ids });
  const then = answered.fields === fields ? answered.ids : ids;
  const order = ids.join(' ');
  return useMemo(() => {
    if (!form) return null;
    const now = order.split(' ');
    const moved = Object.entries(form.fields).flatMap(([key, sentence]) => {
      if (!key.startsWith(`${name}.`)) return [[key, sentence]];
      const [at = '', ...rest] = key.slice(name.length + 1).split('.');
      const place = now.indexOf(then[Number(at)] ?? '');
      return place < 0 ? [] : [[[name, place, ...rest].join('.'), sentence]];
    });
    return { ...form, fields: Object.fromEntries(moved) as Record<string, string> };
  }, [form, name, order, then]);
}
