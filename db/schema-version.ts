/** The text that makes the schema, and its hash: how a running app knows that its database was migrated. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { FUNCTION_GRANTS } from './access/functions';
import { grantStatements } from './access/row-policies';

const here = path.join(process.cwd(), 'db');

export const migrationsFolder = path.join(here, 'migrations');

export const functionFiles = (): Promise<SqlFile[]> => sqlFiles(path.join(here, 'functions'));

type SqlFile = { name: string; text: string };

async function sqlFiles(folder: string): Promise<SqlFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(path.join(folder, name), 'utf8') })));
}

/** Changes with any migration, function or grant, so that new tables get their fences and grants too. */
export async function schemaVersion(): Promise<string> {
  const files = [...(await functionFiles()), ...(await sqlFiles(migrationsFolder))];
  return createHash('sha256')
    .update([...files.map((file) => file.text), ...grantStatements(), JSON.stringify(FUNCTION_GRANTS)].join('\n'))
    .digest('hex');
}
