import { AppError } from '../../shared/errors.ts';

/** Nobody new works in a retired type. @throws `not_eligible` */
export function requireOpenType(type: { name: string; retiredAt: Date | null }): void {
  if (type.retiredAt === null) return;
  throw new AppError('not_eligible', {
    userMessage: `${type.name} is a type of the past: nobody new works in it. Choose another one.`,
    fields: { partnerTypeCode: 'Choose another type.' },
  });
}
