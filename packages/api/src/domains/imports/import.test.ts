import { expect, test } from 'vitest';
import { guessMapping, mappingProblem, rememberMapping } from './import.ts';

test('both known layouts are understood by their headers', () => {
  expect(guessMapping(['Charter No', 'Institution', 'Street', 'City', 'State', 'FDIC Cert', 'RSSD'])).toEqual(
    { externalId: 'Charter No', name: 'Institution', city: 'City', state: 'State' },
  );
  expect(guessMapping(['Partner Name', 'Type', 'Default commission %']).rate).toBe('Default commission %');
});

test('what was chosen for a source before goes before the guess, as far as the file has it', () => {
  const headers = ['Name', 'Trading as', 'Mail'];
  expect(rememberMapping(headers, undefined)).toEqual({ name: 'Name', email: 'Mail' });
  expect(rememberMapping(headers, { name: 'Trading as', city: 'Gone' })).toEqual({
    name: 'Trading as',
    email: 'Mail',
  });
  expect(rememberMapping(headers, { contactName: 'Name', name: 'Trading as' })).toEqual({
    contactName: 'Name',
    name: 'Trading as',
    email: 'Mail',
  });
});

test('a mapping needs names, columns that exist, and each column once', () => {
  expect(mappingProblem({ name: 'Name' }, ['Name'])).toBeNull();
  expect(mappingProblem({}, ['Name'])).toMatch(/holds the names/);
  expect(mappingProblem({ name: 'Nome' }, ['Name'])).toMatch(/no column “Nome”/);
  expect(mappingProblem({ name: 'Name', city: 'Name' }, ['Name'])).toMatch(/chosen twice/);
});
