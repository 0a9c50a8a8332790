import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

test('byte order mark, line ends and empty lines leave no trace, and lines count as in an editor', () => {
  const { headers, rows } = readTable(
    '\uFEFFName,Place\r\n\r\nOne,"A, B"\r\n"Two\r\nlines",C\r\nThree,D\r\n',
  );
  expect(headers).toEqual(['Name', 'Place']);
  expect(rows).toEqual([
    { line: 3, cells: { Name: 'One', Place: 'A, B' } },
    { line: 4, cells: { Name: 'Two\nlines', Place: 'C' } },
    { line: 6, cells: { Name: 'Three', Place: 'D' } },
  ]);
});

test('semicolons are understood, and doubled quotation marks', () => {
  const { rows } = readTable('Name;Regions\n"A ""B"" C";AE\n');
  expect(rows[0]?.cells).toEqual({ Name: 'A "B" C', Regions: 'AE' });
});

test('a broken row is named by its line and costs no other row', () => {
  const { rows, broken } = readTable(
    'a,b\n1,x\n2,"q" bad\n3,y,extra\n4,"open\n5,z\n6,w\n7\n"8 "" open,v\n9,u\n',
  );
  expect(rows.map((row) => row.cells.a)).toEqual(['1', '5', '6', '9']);
  expect(broken.map(({ line }) => line)).toEqual([3, 4, 5, 8, 9]);
  expect(broken[1]?.message).toBe('The row has 3 columns, the header has 2.');
  expect(broken[2]?.message).toMatch(/not closed/);
});

test('an empty file is refused with a sentence', () => {
  expect(() => readTable('\r\n  \n')).toThrow(/empty/);
});

test('tabs are understood, and every column has a name of its own', () => {
  const { headers, rows } = readTable('Name\tName\t\nA\tB\tC\n');
  expect(headers).toEqual(['Name', 'Name (2)', 'Column 3']);
  expect(rows[0]?.cells).toEqual({ Name: 'A', 'Name (2)': 'B', 'Column 3': 'C' });
});

test('the mark against formulas is taken back, once', () => {
  const { rows } = readTable("a,b,c,d\n'=1+1,''=1+1,'tis,-5\n");
  expect(rows[0]?.cells).toEqual({ a: '=1+1', b: "'=1+1", c: "'tis", d: '-5' });
});
