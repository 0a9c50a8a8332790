import { densities } from '@goodword/db/vocabulary';
import { z } from 'zod';
import { idField, textField } from '../../shared/fields.ts';

/** Which list of an app, e.g. `partners`. */
const listField = z.string().regex(/^[a-z][a-z-]{1,39}$/, 'This list is not known.');

const viewNameField = textField('The name', 60);

/** Where on which page one stands is no part of a question. */
const positions = ['cursor', 'all'];

/** What the address of a list asks: filters, order, columns. */
const viewQuery = z
  .record(z.string().regex(/^[a-zA-Z]{1,30}$/), z.string().min(1).max(300))
  .refine((query) => Object.keys(query).length > 0, 'Filter or sort the list first: this shows everything.')
  .refine((query) => Object.keys(query).length <= 20, 'A view can hold at most 20 filters.')
  .refine((query) => !positions.some((key) => key in query), 'A view holds no position.');

export const listViewsInput = z.strictObject({ list: listField });

export const listViewsOutput = z.object({
  density: z.enum(densities),
  /** By name. */
  views: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      query: z.record(z.string(), z.string()),
      isDefault: z.boolean(),
    }),
  ),
});

export const viewNameInput = z.strictObject({ name: viewNameField });

export const saveViewInput = z.strictObject({
  list: listField,
  name: viewNameField,
  query: viewQuery,
  isDefault: z.boolean().default(false),
});

export const viewIdOutput = z.object({ id: z.string() });

export const renameViewInput = z.strictObject({ id: idField, name: viewNameField });

export const removeViewInput = z.strictObject({ id: idField });

export const setDefaultViewInput = z.strictObject({ id: idField, isDefault: z.boolean() });

export const setDensityInput = z.strictObject({ density: z.enum(densities) });
